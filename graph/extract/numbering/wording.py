"""What the words of a numbered line, a bullet or a heading say, whoever speaks: an act, a promise, a body's name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.extract.headings import title_of
from graph.extract.known import key
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extract.cues import Cue

_ACRONYM = 5  # letters of an acronym; where longer words are in capitals too, all is
_OPENING = 200  # characters in which a line says what is to be done
_WHO_TO = re.compile(r"(?P<who>(?:[\w’'&,-]+\s+){1,8}?)to\s+(?P<act>[a-z].*)", re.DOTALL)
_WORDS = re.compile(r"[\w’'-]+")
_CAPITALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]+s?")
_JOINED = re.compile(r"\s*(?:,|\band\b|\bwith\b|\balongside\b|&|/)\s*")


def is_act(text: str) -> bool:
    """Whether a text begins with what is to be done: "Open a hub", "Fully fund the scheme", "To review parking".

    >>> is_act("Review parking"), is_act("Review of parking")
    (True, False)
    """
    words = [_with_s(word.lower()) for word in _WORDS.findall(text[:_OPENING])]
    while words and (words[0] in _set("before_verbs") or (words[0].endswith("ly") and words[0] not in _set("verbs"))):
        words.pop(0)
    if len(words) == 1 or not words or words[0] not in _set("verbs"):
        return False
    return not (words[0] in _set("also_nouns") and words[1] in _set("nouns_before"))


def _with_s(word: str) -> str:
    return f"{word[:-3]}ise" if word.endswith("ize") else word


def assigns_act(text: str) -> bool:
    """Whether a text says who is to do what without saying "will": "Libraries to hold a weekly session"."""
    found = _WHO_TO.match(text)
    return bool(found and names_body(found["who"]) and is_act(found["act"]))


def commits(text: str) -> bool:
    """Whether a numbered line says what is to be done, in its first sentence: by an act, or by a promise."""
    first, last = next(sentences(text), (0, 0))
    sentence = text[first:last]
    promised = says("promise", sentence) and not says("past", sentence)
    return is_act(sentence) or promised or assigns_act(sentence) or says("under way", sentence)


def says(means: str, text: str) -> bool:
    """Whether a sentence matches a cue of `cues/numbered.toml`, its white space made single."""
    words = " ".join(text.split())
    return any(one.find(words) for one in _cues(means))


def cue(means: str) -> Cue:
    """The cue of `cues/numbered.toml` that has one meaning alone."""
    (found,) = _cues(means)
    return found


def heads_actions(heading: str) -> bool | None:
    """Whether numbered lines under a heading are pledges ("Next steps") or not ("Background"); None where it is open.

    >>> heads_actions("3. Our key actions for 2024"), heads_actions("Background"), heads_actions("Homes")
    (True, False, None)
    """
    words = key(title_of(heading))
    if words in _set("other_headings") or words.startswith(
        tuple(f"{one} " for one in table("numbered")["other_openings"])
    ):
        return False
    bare = " ".join(word for word in words.split() if word not in _set("around") and not word[:2].isdigit())
    return True if _set("action_headings") & {words, bare} else None


def is_summary(heading: str) -> bool:
    """Whether what stands under a heading stands elsewhere too."""
    return key(title_of(heading)) in _set("summaries")


def names_body(words: str, *, alone: bool = False) -> bool:
    """Whether some words name a body or somebody who holds an office: "Department for Harbours", "HMRC", "the council".

    `alone` is for headings, where "Services" and "Partners" may as well be themes.

    >>> names_body("The Harbour Plan"), names_body("Office for Harbours"), names_body("Service Managers")
    (False, True, False)
    """
    return any(_names_one(part, alone) for part in _JOINED.split(words) if part.strip())


def _names_one(words: str, alone: bool) -> bool:
    found = _WORDS.findall(re.sub(r"^(?:the|our|all|each|its|his|her)\s+", "", words.strip(), flags=re.I))
    if not found:
        return False
    first, last = found[0].lower(), found[-1].lower()
    if last in _set("things"):
        return False
    if alone and len(found) == 1 and last in _set("themes"):
        return False
    shouted = words.isupper() and any(len(word) > _ACRONYM for word in found)
    if last in _set("bodies") or (_CAPITALS.fullmatch(found[-1]) and not shouted):
        return True
    if first in _set("bodies") and len(found) > 1 and found[1].lower() in ("of", "for", "to"):
        return True
    return len(found) > 1 and not alone and _are_names(found)


def _are_names(words: Iterable[str]) -> bool:
    """Whether all words are written as in names, small words between them left aside: "Sport for Harbours"."""
    return all(word[0].isupper() or word in ("of", "for", "the", "and", "in", "to") for word in words)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("numbered")[name])


@cache
def _cues(means: str) -> tuple[Cue, ...]:
    return tuple(one for one in cues("numbered") if one.means == means)
