"""Words that stand on one level, from the left to the right, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.read.pdf.shapes import Word

_SAME_LEVEL = 0.4  # of the size: how far apart words of one row may stand
_LONGEST_RAISED = 3  # characters
_SPACE = 0.14  # of the size: the narrowest space between words
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEWEST_LETTERS, _MOSTLY, _SPACED = 5, 0.8, 0.6  # a row of letters with room between them, in sizes
_TWICE = 0.15  # of the size: a word drawn again this near is drawn to look bold


@dataclass(slots=True)
class Row:
    """Words on one level, in order. `base` is the height of the largest."""

    words: list[Word]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """The height of its capitals."""
        return self.base - self.size * 0.75

    @property
    def bottom(self) -> float:
        """As far as letters hang down."""
        return self.base + self.size * 0.25

    def within(self, left: float, right: float) -> Row | None:
        """The part whose words have their middle there."""
        words = [word for word in self.words if left <= word.middle < right]
        return row(words) if words else None

    def parts(self, gap: float) -> list[list[Word]]:
        """The words, parted where there is more room between them than so many times their size."""
        found = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.left - before.right > gap * max(word.size, before.size):
                found.append([])
            found[-1].append(word)
        return found


def row(words: list[Word]) -> Row:
    """A row of words that are in order."""
    largest = max(words, key=lambda word: word.size)
    return Row(words, largest.base, largest.size)


def rows(words: Iterable[Word]) -> list[Row]:
    """The rows of a page or a part of it, from the top. Words are given in the order they are drawn."""
    drawn = list(words)
    raised = _raised(drawn)
    found: list[Row] = []
    place: dict[int, Row] = {}
    for word in sorted(drawn, key=lambda one: (one.base, one.left, one.text)):
        if id(word) in raised:
            continue
        last = found[-1] if found else None
        if last and word.base - last.base <= _SAME_LEVEL * min(word.size, last.size):
            last.words.append(word)
            if word.size > last.size:
                last.base, last.size = word.base, word.size
        else:
            found.append(Row([word], word.base, word.size))
        place[id(word)] = found[-1]
    for word in drawn:
        if id(word) in raised:
            place[raised[id(word)]].words.append(word)
    for one in found:
        one.words = _once(sorted(one.words, key=lambda word: (word.left, word.right, word.text)))
        if len(one.words) >= _FEWEST_LETTERS:
            one.words = _unspaced(one.words)
    return found


def _raised(drawn: Sequence[Word]) -> dict[int, int]:
    """The short words that stand raised beside another, as marks of footnotes do: by identity, with that other's."""
    found: dict[int, int] = {}
    for number, word in enumerate(drawn):
        if len(word.text) > _LONGEST_RAISED:
            continue
        for host in (*drawn[max(0, number - 1) : number], *drawn[number + 1 : number + 2]):
            near = min(abs(word.left - host.right), abs(host.left - word.right)) < 0.4 * host.size
            if near and id(host) not in found and _is_raised(word, host) and host.base - word.base < host.size:
                found[id(word)] = id(host)
                break
    return found


def _unspaced(words: list[Word]) -> list[Word]:
    """Words that are set with room between their letters, as titles are: P L A N."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 3]
    if sum(len(word.text) == 1 for word in words) < _MOSTLY * len(words) or usual > _SPACED * words[0].size:
        return words
    found = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap <= 1.6 * usual:
            found[-1] = found[-1]._replace(text=found[-1].text + word.text, right=word.right)
        else:
            found.append(word._replace(spaced=True))
    return found


def _once(words: Sequence[Word]) -> list[Word]:
    """The words without those that are drawn twice, a little apart, to look bold."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before and word.text == before.text and abs(word.left - before.left) < _TWICE * word.size:
            found[-1] = before._replace(bold=True)
        else:
            found.append(word)
    return found


def said(words: Sequence[Word]) -> str:
    """The text of words in a row. Figures that stand raised after a word are marks of footnotes: ¹.

    >>> from graph.read.pdf.shapes import Word
    >>> said([Word("in", 0, 9, 10, 12, False), Word("July.", 12, 38, 10, 12, False),
    ...       Word("1", 38, 41, 6, 8, False)])
    'in July.¹'
    """
    text = ""
    before: Word | None = None
    for number, word in enumerate(words):
        if before is not None and _is_apart(before, word):
            text += " "
        if before is not None and word.text.isdigit() and _is_raised(word, before):
            text += word.text.translate(_RAISED)
            before = before._replace(right=word.right)
            continue
        starts_note = number == 0 and word.text.isdigit() and len(words) > 1 and _is_raised(word, words[1])
        text += word.text.translate(_RAISED) + " " if starts_note else word.text
        before = word
    return text.replace("  ", " ")


def _is_apart(before: Word, word: Word) -> bool:
    gap = word.left - before.right
    return gap > _SPACE * max(before.size, word.size) or (word.spaced and gap > 0)


def _is_raised(word: Word, beside: Word) -> bool:
    return word.size < 0.85 * beside.size and beside.base - word.base > 0.15 * beside.size
