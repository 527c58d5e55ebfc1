"""Status words: what "DONE", "Amber", "60% complete", "Propose closure" or a tick says of the pledge it stands beside.

The words are data (`cues/statuses.toml`), and a document's own key to its colours counts before them. A word is kept
as it was written. What no list and no cue knows is no status word: it is left to be read as a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.extract.items import Word
from graph.extract.known import key
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.extract.known import Known

_UNSEEN = re.compile("[\ufe0e\ufe0f\u20e3]")  # marks that say how an emoji is drawn
_BOX = re.compile(r"\s*\[([ xX✓✔])\]\s*")
_SHARE = re.compile(
    r"(?:(?:complete|completed|progress|done|about|around|over|circa|c\.?|approx\w*)[ :.–-]*)?"
    r"(?P<share>\d{1,3})(?:\.\d+)? ?(?:%|per ?cent)"
    r"(?: (?:complete|completed|completion|done|delivered|achieved|implemented|progress|met|finished)|"
    r" of (?:target|plan))*"
)
_CALLED = re.compile(
    r"^(?:(?:b?rag|rated|rating|status|overall|dark|light|currently|now)\b[ :=–-]*)+|[ -](?:rated|rag|status|light)$"
)
_BETWEEN = re.compile(r"(?<=\s)[–—-]++\s++|[;:,.\n()|]++(?=\s|$)|[(|/]\s?|(?<!\s)\s{2,}+")
_STOPS = re.compile(r"(?<!\s)\s++[–—-]++\s|[.;:,\n)](?=\s|$)|\s\(|$")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n|$")
_MOST_LETTERS = 300  # of a cell within which a status is looked for
_ARROW = re.compile(r"→|➔|➜|->|=>")
_CAPITALS = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})*(?=\s+[A-Z]?[a-z])")
_GOES_ON = re.compile(
    r" (?:and|as|at|awaiting|because|but|by|due|for|from|in|on|pending|since|subject|to|until|with)\b", re.I
)
_AMBER = re.compile(r"\b(?:amber|yellow|orange)\b|[🟠🟧🟡🟨]")
_NOT_BEGUN = re.compile(r"\b(?:not|no|yet|never)\b", re.IGNORECASE)
_LONGEST = 60  # characters of a status phrase
_MOST_WORDS = 8
_MOST_WORDS_BEFORE_SENTENCES = 6
_SHORTEST = 4  # characters of a word that counts by itself at the start of a longer text: "met with" is no "met"


@dataclass(frozen=True, slots=True)
class Legend:
    """A document's own key: what its colours and words mean, by their plain form, and what its footnote marks mean.

    `explains` says where the blocks start that explain them, and so state no pledge.
    """

    words: Mapping[str, Status] = field(default_factory=dict)
    marks: Mapping[str, Status] = field(default_factory=dict)
    explains: frozenset[int] = frozenset()


NO_LEGEND = Legend()


def stated(text: str, known: Known, legend: Legend = NO_LEGEND) -> Word | None:
    """The status in a cell that holds a status; None where nobody knows what it says.

    Words count before the colour they explain, and the first words before those that follow: "Green – on track" is
    on track, "Complete – see note 3" is complete.
    """
    word = _ARROW.split(text)[-1].strip(" .,;:\n")[:_MOST_LETTERS]  # "Amber → Green" is green now
    whole = _in_cell(word, known, legend) or _of_letters(word, known, legend)
    if whole:
        return _word(word, whole)
    found = [
        (word[:end], status, is_sign(word[start:end]))
        for start, end in _parts(word)
        if (status := _in_cell(word[start:end], known, legend))
    ]
    found.sort(key=lambda one: (one[2], one[1] is Status.NOT_ASSESSED))  # stable: the first of each kind stays first
    if not found:
        return _first_words(word, known, legend)
    if len(found) == len(list(_parts(word))):  # "Closed – Implemented": all of it is the status
        return _word(word, late_is_going_on(word, found[0][1]))
    return _word(found[0][0], late_is_going_on(word, found[0][1]))


def opening(text: str, known: Known, legend: Legend = NO_LEGEND) -> Word | None:
    """The status with which a text begins before it goes on in sentences: "Agree. The board will ..." says Agree."""
    shouted, sentence = _CAPITALS.match(text), _SENTENCE_END.search(text)
    last = min(sentence.start() if sentence else 0, _LONGEST)
    ends = [match.start() for match in _STOPS.finditer(text, 0, last + 1) if match.start() <= last]
    if shouted:
        ends.append(shouted.end())
    found = [
        _word(text[:end], status)
        for end in ends
        if len(text[:end].split()) <= _MOST_WORDS_BEFORE_SENTENCES and (status := meaning(text[:end], known, legend))
    ]
    return max(found, key=lambda word: len(word.word), default=None) or _opening_sign(text, known, legend)


def meaning(text: str, known: Known, legend: Legend = NO_LEGEND) -> Status | None:
    """What a text says if all of it is one status word or phrase; None where it is not."""
    box = _BOX.fullmatch(text)
    if box:
        return Status(_signs()["boxes"][box[1].lower()])
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST:
        return None
    return (
        _marked(text, legend)
        or legend.words.get(plain)
        or _named(plain, known, legend)
        or _of_share(plain)
        or _of_cue(plain)
        or _of_colour_and_words(text, known, legend)
    )


def _in_cell(text: str, known: Known, legend: Legend) -> Status | None:
    """What a text says where a status stands: there "Published" is one, and not the label of a date."""
    return meaning(text, known, legend) or _words_of_cells().get(_plain(text))


def is_sign(text: str) -> bool:
    """Whether a text is a colour or a mark, and no word that explains one."""
    plain = _plain(text)
    return plain in _signs()["names"] or not any(character.isalnum() for character in plain)


def is_bullet_to_many(text: str) -> bool:
    """Whether a mark is one that many writers use for every item of a list, done or not."""
    return _plain(text) in _signs()["bullets"]


def yes_or_no(text: str) -> Status | None:
    """What stands in a column that asks "Completed?"."""
    plain = _plain(text)
    if plain in _signs()["yes"]:
        return Status.ACHIEVED
    return Status.OUTSTANDING if plain in _signs()["no"] else None


@cache
def _signs() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = table("statuses")["signs"]
    return found


@cache
def _words_of_cells() -> Mapping[str, Status]:
    return {word: Status(status) for status, words in table("statuses")["cells"].items() for word in words}


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """The key of a word, a coloured sign as the name of its colour."""
    plain = key(_UNSEEN.sub("", text))
    plain = _signs()["colours"].get(plain, plain)
    shorter = _CALLED.sub("", plain).strip(" :-–")
    return shorter or plain


def _named(plain: str, known: Known, legend: Legend) -> Status | None:
    """A word of the lists, or two colours: "amber/green" is neither done nor given up."""
    if plain in known.statuses:
        return known.statuses[plain]
    first, between, second = plain.replace(" ", "").replace("-", "/").partition("/")
    names = _signs()["names"]
    if between and first in names and second in names:
        of_both = {legend.words.get(one) or known.statuses.get(one) for one in (first, second)}
        return of_both.pop() if len(of_both) == 1 else Status.IN_PROGRESS
    return None


def _word(text: str, status: Status) -> Word:
    """A word as it was written, on one line."""
    return Word(" ".join(text.split()).strip(" .,;:"), status)


def _of_letters(text: str, known: Known, legend: Legend) -> Status | None:
    """R, A, G and B: only in a column of statuses, since elsewhere a letter numbers a list."""
    plain = re.sub(r"[^a-z]", "", key(text))
    colour = _signs()["letters"].get(plain, "") if len(key(text)) <= len("a / r") else ""
    return legend.words.get(plain) or (meaning(colour, known, legend) if colour else None)


def _of_share(plain: str) -> Status | None:
    match = _SHARE.fullmatch(plain)
    if match is None:
        return None
    share = int(match["share"])
    return Status.OUTSTANDING if share == 0 else Status.IN_PROGRESS if share < 100 else Status.ACHIEVED


@lru_cache(maxsize=4096)
def _of_cue(plain: str) -> Status | None:
    return next((Status(cue.means) for cue in cues("statuses") if cue.find(plain)), None)


def _of_colour_and_words(text: str, known: Known, legend: Legend) -> Status | None:
    """A colour or a mark with words that say what it means; the words count."""
    parts = [text[start:end] for start, end in _parts(text)]
    if len(parts) != len(("sign", "words")) or is_sign(parts[0]) == is_sign(parts[1]):
        return None
    sign, words = sorted(parts, key=is_sign, reverse=True)
    status = meaning(words, known, legend) if meaning(sign, known, legend) else None
    return late_is_going_on(text, status) if status else None


def late_is_going_on(text: str, status: Status) -> Status:
    """Amber is what goes on, though late: "Amber – delayed" says more than "not started" does.

    `text` has the colour and the words that explain it, `status` is what the words say by themselves.
    """
    late = status is Status.OUTSTANDING and not _NOT_BEGUN.search(text)
    return Status.IN_PROGRESS if late and _AMBER.search(key(text)) else status


def _marked(text: str, legend: Legend) -> Status | None:
    """A footnote's mark at the end of a status word says what the footnote says: "* denotes partially complete"."""
    word = text.strip()
    return next((legend.marks[mark] for mark in legend.marks if word != mark and word.endswith(mark)), None)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a status cell, by offsets: a sign at its start, and what dashes, commas and brackets divide."""
    start = 0
    while start < len(text) and _plain(text[start]) and is_sign(text[start]):
        start += 1
    if 0 < start < len(text):
        yield 0, start
    for match in _BETWEEN.finditer(text, start):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _first_words(word: str, known: Known, legend: Legend) -> Word | None:
    """The longest start of a short phrase that is a status by itself: "Delayed because of the weather"."""
    if len(word.split()) > _MOST_WORDS:
        return None
    for match in reversed(list(_GOES_ON.finditer(word))):
        first = word[: match.start()]
        status = _in_cell(first, known, legend) if len(first) >= _SHORTEST else None
        if status:
            return _word(first, status)
    return None


def _opening_sign(text: str, known: Known, legend: Legend) -> Word | None:
    """A tick, an emoji or a coloured sign before a sentence."""
    start, end = next(_parts(text[:_MOST_LETTERS]), (0, 0))
    sign = text[start:end].strip()
    status = meaning(sign, known, legend) if end < len(text) and not any(map(str.isalnum, sign)) else None
    return _word(sign, status) if status else None
