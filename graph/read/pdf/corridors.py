"""The empty stretches between the columns of a table that has no upright rules."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word

PART = 0.6  # of the size: the room that parts the cells of a row
WIDE = 1.0  # where no header says that there are columns
_NARROWEST = 4.0  # points: what parts columns; a space between words is narrower
_OF_COLUMNS = 6.0
_OF_BULLETS = 14.0  # a column no wider holds bullets, and belongs to the one after it

Corridors = tuple[tuple[float, float], ...]


def between(parts: Sequence[Sequence[Word]]) -> Corridors:
    """The corridors between the parts of a header row."""
    return tuple((before[-1].right, after[0].left) for before, after in pairwise(parts))


def narrowed(corridors: Corridors, row: Row) -> Corridors | None:
    """The corridors once a row runs beside them; None where it runs through one.

    >>> from graph.read.pdf.rows import Row
    >>> from graph.read.pdf.shapes import Word
    >>> narrowed(((50, 100),), Row([Word("Open", 10, 60, 20, 9, False)], 20, 9))
    ((60, 100),)
    """
    found = []
    for corridor in corridors:
        left, right = corridor
        for part in row.parts(PART):
            left, right = _beside(part, left, right)
        if right - left < _NARROWEST:
            return None
        found.append((left, right))
    return tuple(found)


def _beside(part: Sequence[Word], left: float, right: float) -> tuple[float, float]:
    """A corridor once one part of a row runs beside it, or has a gap there."""
    start, end = part[0].left, part[-1].right
    if end <= left or start >= right:
        return left, right
    if start < left and end > right:
        gaps = [(after.left - before.right, before.right, after.left) for before, after in pairwise(part)]
        inner = [gap for gap in gaps if gap[1] < right and gap[2] > left]
        _, before, after = max(inner, default=(0.0, right, left))
        return max(left, before), min(right, after)
    belongs_left = start <= left or (end < right and start - left < right - end)
    return (max(left, end), right) if belongs_left else (left, min(right, start))


def common(rows: Iterable[Row]) -> Corridors:
    """The corridors that no word of any row stands in; a row that is one bold part may be a title, and is not asked."""
    asked = [row for row in rows if not (is_bold(row.words) and len(row.parts(PART)) == 1)]
    return common_of(word for row in asked for word in row.words)


def common_of(words: Iterable[Word]) -> Corridors:
    """The corridors between words, taken together."""
    covered = sorted((word.left, word.right, word.text) for word in words)
    found: list[tuple[float, float]] = []
    reached: float | None = None
    start = covered[0][0] if covered else 0.0
    for left, right, _ in covered:
        if reached is not None and left - reached >= _OF_COLUMNS:
            if reached - start > _OF_BULLETS:
                found.append((reached, left))
            start = left
        reached = right if reached is None else max(reached, right)
    return tuple(found)


def is_bold(words: Iterable[Word]) -> bool:
    """Whether all words are bold, and some have letters."""
    letters = [word for word in words if any(map(str.isalpha, word.text))]
    return bool(letters) and all(word.bold for word in letters)


def runs_through(corridors: Corridors, row: Row) -> bool:
    """Whether a row runs across the columns, as a title within a table does."""
    return narrowed(corridors, row) is None


def column(corridors: Corridors, word: Word) -> int:
    """The number of the column that a word stands in."""
    return sum(word.middle > (left + right) / 2 for left, right in corridors)


def cells(corridors: Corridors, row: Row) -> dict[int, list[Word]]:
    """The words of a row by column."""
    found: dict[int, list[Word]] = {}
    for word in row.words:
        found.setdefault(column(corridors, word), []).append(word)
    return found
