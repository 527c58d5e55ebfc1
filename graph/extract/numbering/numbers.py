"""The numbers that blocks begin with: "Action 02: ...", "R7.", "1.1) ...", "(Recommendation 3)" at the end.

What a number means is not said here: numbered prose, tables of contents and annexes begin with numbers too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERAL = r"[A-Z]{0,3}\.?\d{1,3}(?:[.-]\d{1,3})*(?:\.?[a-z])?|[IVX]{1,5}|[A-Z]"
_CODE = re.compile(
    r"(?P<reference>(?P<letters>[A-Z]{1,4})[.-]?(?P<number>\d{1,3}(?:\.\d{1,3})*)[a-z]?)(?:\s*[:.)–—-]\s+|\s+(?=[A-Z‘“]))"
)
_BARE = re.compile(r"\(?(?P<reference>\d{1,3}(?:\.\d{1,3})*)(?P<sign>[.):]|\s*[–—-])?\s+(?=\S)")
_MARKER = re.compile(r"\(?(?P<reference>\d{1,3}(?:\.\d{1,3})*)[.)]?")
# A line that begins with a noun and a number, whatever the noun is: "Strategy 1.1.1 Convert", "WORK PACKAGE 2: Build".
_NAMED = re.compile(
    r"(?P<word>[A-Z][A-Za-z]{2,}(?:\s+[A-Z][A-Za-z]{2,}){0,2})\s+(?:[Nn]o\.?\s+)?[A-Z]{0,3}[.-]?\d{1,3}(?![\d,/])"
)
_TAIL = 80  # characters at the end of a block, in which the number of a page would stand
_LEADER = re.compile(r"(?:\.\s?){3,}\s*\d{0,3}$|_{3,}|…+\s*\d{0,3}$|\t\s*\d{1,3}$")  # an entry of a table of contents


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the document writes it, its kind, its parts, and where in the block its text begins and ends.

    The kind is the word before it ("action"), its letters ("R"), or how many parts and which sign it has ("2)").
    """

    reference: str
    kind: str
    parts: tuple[int, ...]
    start: int
    end: int
    explicit: bool = False


def number_of(block: Block, words: frozenset[str] = frozenset()) -> Number | None:
    """The number that a block begins with, or is closed by; None where it has none.

    `words` are the document's own words for what it numbers, in small letters, beside those that any document uses.
    """
    if block.kind is BlockKind.ROW or _LEADER.search(block.text[-_TAIL:]):
        return None
    return _worded(block, words) or _closing(block) or _coded(block) or _bare(block)


def words_before_numbers(blocks: Sequence[Block]) -> dict[str, dict[int, Number]]:
    """The nouns that lines begin with before a number, in small letters, and their numbers by the places of the blocks.

    Those that any document uses for its actions, and those that number other things, are left out.
    """
    known = table("numbered")
    left_out = {*known["items"], *known["no_items"]}
    found: dict[str, dict[int, Number]] = {}
    for place, block in enumerate(blocks):
        match = _NAMED.match(block.text) if block.kind is not BlockKind.ROW else None
        word = " ".join(match["word"].lower().split()) if match else ""
        number = number_of(block, frozenset({word})) if word and not left_out & {word, word.split()[-1]} else None
        if number and number.explicit and number.parts and number.start:
            found.setdefault(word, {})[place] = number
    return found


def runs(numbers: Sequence[tuple[int, Number]]) -> list[list[tuple[int, Number]]]:
    """Numbers of one part, with the places of their blocks, in runs that count on, however far apart they stand.

    >>> first, second, again = (Number(one, "1.", (int(one),), 0, 0) for one in "121")
    >>> [[place for place, _ in run] for run in runs([(0, first), (1, again), (7, second)])]
    [[0], [1, 7]]
    """
    found: list[list[tuple[int, Number]]] = []
    latest: dict[tuple[str, int], list[tuple[int, Number]]] = {}
    for place, number in numbers:
        (value,) = number.parts
        run = latest.pop((number.kind, value - 1), None)
        if run is None:
            run = []
            found.append(run)
        run.append((place, number))
        latest[number.kind, value] = run
    return found


def _worded(block: Block, words: frozenset[str]) -> Number | None:
    found = _word_first(words).match(block.text)
    if found is None:
        return None
    after = block.text[found.end() :]
    titled = block.kind is BlockKind.HEADING or block.strong
    loose = found["sign"] or not after.strip() or titled or after[:1].isupper() or after[:1] in "‘“\"'"
    if not loose or (found["number"].isalpha() and after.strip() and not found["sign"]):
        return None
    return _number(found["reference"], found["word"].lower(), found.end(), len(block.text), explicit=True)


def _closing(block: Block) -> Number | None:
    """As United States auditors write: "The Secretary should publish it. (Recommendation 3)"."""
    found = _word_last().search(block.text)
    if found is None or not block.text[: found.start()].strip():
        return None
    return _number(found["reference"], found["word"].lower(), 0, found.start(), explicit=True)


def _coded(block: Block) -> Number | None:
    found = _CODE.match(block.text)
    if found is None or found["letters"] in table("numbered")["no_codes"]:
        return None
    return _number(found["reference"], found["letters"], found.end(), len(block.text))


def _bare(block: Block) -> Number | None:
    marked = _MARKER.fullmatch(block.marker) if block.kind is BlockKind.BULLET else None
    if marked:
        return _number(marked["reference"], f"{_depth(marked['reference'])}{block.level}*", 0, len(block.text))
    found = _BARE.match(block.text)
    if found is None or not (found["sign"] or "." in found["reference"]):
        return None
    sign = (found["sign"] or "").strip()
    return _number(found["reference"], f"{_depth(found['reference'])}{sign}", found.end(), len(block.text))


def _number(reference: str, kind: str, start: int, end: int, *, explicit: bool = False) -> Number:
    reference = " ".join(reference.split())
    parts = tuple(int(part) for part in re.findall(r"\d+", reference))
    return Number(reference, kind, parts, start, end, explicit)


def _depth(reference: str) -> int:
    return reference.count(".") + 1


@cache
def _word_first(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"{_word(words)}(?P<sign>\s*[:.)–—|-](?=\s|$)|\s*:)?(?:\s+|$)")


@cache
def _word_last() -> re.Pattern[str]:
    return re.compile(rf"[(\[]{_word(frozenset())}[)\]]\W*$")


def _word(own: frozenset[str]) -> str:
    known = table("numbered")
    items = sorted({*known["items"], *own}, key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in items)
    number = rf"(?P<number>{_NUMERAL}|(?i:{'|'.join(known['numerals'])}))"
    word = rf"(?:(?i:{'|'.join(known['qualities'])})\s+)?(?P<word>(?i:{words}))"
    return rf"(?P<reference>{word}\s+(?:(?i:no\.?|number|\#)\s*)?{number})(?!\w)"
