"""Whether a sentence commits the body that says it, and how firmly: its words against `cues/prose.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.values import Strength

if TYPE_CHECKING:
    from graph.extract.cues import Cue
    from graph.extract.running.speakers import Speakers

_LISTS = {
    "list priority": Strength.PRIORITY,
    "list intention": Strength.INTENTION,
    "list firm": Strength.FIRM,
}
# "We intend, subject to funding, to extend the line."
_BETWEEN = re.compile(rf"\b({table('prose')['interrupted']}), [^,;.]{{1,80}},(?= \w)", re.IGNORECASE)
_LEADS_IN = re.compile(r"(?::|[–—-]|\b(?:will|shall|to|by))\s*$")
_LONGEST = 1500  # characters of a sentence; what is longer is none
_LONGEST_LINE = 400  # characters of a line that leads in a list
_HEADING = re.compile(r"[\W_]*(.*?)[\s:#*]*$", re.DOTALL)


@lru_cache(maxsize=4096)  # several layouts ask it of the same sentences
def strength_of(
    sentence: str,
    speakers: Speakers,
    *,
    follows_own: bool = False,
    follows_promise: bool = False,
    explains: bool = False,
) -> Strength | None:
    """How firmly a sentence commits its body; None for what is no pledge.

    `follows_own` says that the sentence before it is about the body; `follows_promise`, that the one before it is a
    pledge, whose thing an "it" may mean; `explains`, that it stands in the explanation of a headline priority, where
    what needs to be done is what the body sets out to do.

    >>> from graph.extract.running.speakers import Speakers
    >>> strength_of("The council will open a hub.", Speakers.of([]))
    <Strength.FIRM: 'Firm'>
    """
    if len(sentence) > _LONGEST or not _signs().search(sentence):
        return None
    spoken = speakers.spoken(sentence, follows_own)
    if _first("never", spoken):
        return None
    spoken = _BETWEEN.sub(r"\1", spoken)
    for cue in _of("aside"):
        if cue.find(spoken):
            spoken = cue.pattern.sub(" – ", spoken)
    intention = _first("intention", spoken)
    rest = intention.pattern.sub("we – ", spoken) if intention else spoken
    firm = ["firm", *(["need"] if explains else []), *(["continued"] if follows_promise else [])]
    if any(_first(means, rest) for means in firm):
        return Strength.FIRM
    if intention:
        return Strength.INTENTION
    return Strength.PRIORITY if _first("priority", spoken) else None


def list_strength(line: str, speakers: Speakers) -> Strength | None:
    """How firmly the bullets under a line commit, by the words that lead them in: "We will:"; None for other lists."""
    if len(line) > _LONGEST_LINE or not _LEADS_IN.search(line[-20:]):
        return None
    spoken = speakers.spoken(line)
    spoken = spoken.rstrip(" :–—-") + ":"
    return next((strength for means, strength in _LISTS.items() if _first(means, spoken)), None)


def heads_pledges(heading: str) -> bool:
    """Whether the bullets under a heading are pledges: "What we will do"."""
    found = _HEADING.match(" ".join(heading.split()))
    return bool(found and _first("heading firm", found[1]))


def is_aim(sentence: str, speakers: Speakers) -> bool:
    """Whether a sentence wishes something for others, or says how things should be."""
    if len(sentence) > _LONGEST:
        return False
    spoken = speakers.spoken(sentence)
    stated = " ".join(sentence.split())
    return not _first("never", spoken) and bool(_first("aim", spoken) or _first("stated aim", stated))


def is_result(headline: str) -> bool:
    """Whether a headline names a result rather than an act."""
    return bool(_first("result", " ".join(headline.split())))


def opens_parts(sentence: str) -> bool:
    """Whether a sentence announces parts that are named one by one after it, and commits to them."""
    return bool(_first("parts", " ".join(sentence.split())))


def _first(means: str, text: str) -> Cue | None:
    return next((cue for cue in _of(means) if cue.find(text)), None)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('prose')['signs']})", re.IGNORECASE)


@cache
def _of(means: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("prose") if cue.means == means)
