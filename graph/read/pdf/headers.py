"""The row that heads the columns of a table without upright rules: bold, short, and in several parts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import PART, Corridors, between, cells, common_of, is_bold, narrowed
from graph.read.pdf.marks import glyph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word

MOST_LINES = 4
_LONGEST = 60  # characters of a column's heading
_ABBREVIATION = 5  # characters: "No." and "Ref." are no sentences
_CLOSE = 1.6  # times the size: no more between its lines
_OTHER_SIZE = 0.6  # points


def header(left: Sequence[Row], number: int) -> tuple[Corridors, int] | None:
    """The corridors of a header that starts at a row, and the number of the row after it."""
    end = number
    while end < len(left) and is_bold(left[end].words) and (end == number or _is_next(left[end - 1], left[end])):
        end += 1
    block = left[number:end]
    if not block or len(block) > MOST_LINES or end == len(left):
        return None
    if not all(_may_head(part) for row in block for part in row.parts(PART)):
        return None
    corridors = _corridors(block)
    return (corridors, end) if corridors else None


def heads(block: Sequence[Row], corridors: Corridors, first: Row, rule: float, largest: float) -> bool:
    """Whether rows above the first rule of a table are its header: close to it, in columns, bold or short.

    `first` is the first row below the rule, `corridors` are those of the whole table.
    """
    close = all(_is_next(before, row) for before, row in pairwise(block)) and rule - block[-1].base < 2 * block[-1].size
    if not close or any(row.size > largest * first.size for row in block):
        return False
    if all(is_bold(row.words) for row in block):
        return any(len(row.parts(PART)) > 1 for row in block)
    filled = {column for row in block for column in cells(corridors, row)}
    return len(filled) > max(1, len(corridors) - 1) and all(
        _may_head(part) for row in block for part in row.parts(PART)
    )


def _corridors(block: Sequence[Row]) -> Corridors:
    """Those of the line with most parts, or of all lines together where their cells stand at different heights."""
    corridors: Corridors | None = between(max((row.parts(PART) for row in block), key=len))
    for row in block:
        corridors = narrowed(corridors, row) if corridors else None
    together = common_of(word for row in block for word in row.words)
    return max(corridors or (), together, key=len)


def _may_head(part: Sequence[Word]) -> bool:
    """Whether a part of a row may be the heading of a column: short, and neither an item nor a sentence."""
    length = sum(len(word.text) for word in part)
    ends = length > _ABBREVIATION and part[-1].text.endswith((".", ",", ";"))
    return length <= _LONGEST and not glyph(part) and not ends


def _is_next(before: Row, row: Row) -> bool:
    return abs(row.size - before.size) <= _OTHER_SIZE and row.base - before.base < _CLOSE * row.size
