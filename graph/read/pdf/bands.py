"""The rows of a page, divided where some of them run across a gutter, as headings over two columns do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.read.pdf.rows import Row
from graph.read.pdf.shapes import Column, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.tables import Table

TABLE = "\0"  # starts the one word of a row that stands in for a table
_NO_SIZE = 1.0  # of its letters
ROOM = 5.0  # points: the narrowest gutter
_LINES_OF_TABLE = 3  # that a table counts for, at least
_CLOSE = 1.5  # times the size: no wider between lines of one paragraph
_TWO_LINES = 2.6  # times the size: more room than between paragraphs


class Band(NamedTuple):
    """Rows that stand one below the other; `gutter` is where they part, None where they run across."""

    rows: list[Row]
    gutter: float | None


def stand_in(number: int, table: Table) -> Row:
    """A row that takes the place of a table, and as much of the width."""
    return Row([Word(f"{TABLE}{number}", table.left, table.right, table.top, _NO_SIZE, False)], table.top, _NO_SIZE)


def is_table(row: Row) -> bool:
    return row.words[0].text.startswith(TABLE)


def weight(row: Row) -> int:
    """How many lines a row counts for: a table is as good as several."""
    return _LINES_OF_TABLE if is_table(row) else 1


def sides(rows: Sequence[Row]) -> Column:
    return Column(min(row.left for row in rows), max(row.right for row in rows))


def has(row: Row, at: float, way: int) -> bool:
    """Whether a row has words on one side."""
    return any((word.middle - at) * way > 0 for word in row.words)


def crosses(row: Row, at: float) -> bool:
    """Whether a row runs across a gutter, or leaves no more room there than between words."""
    left = max((word.right for word in row.words if word.left < at), default=None)
    right = min((word.left for word in row.words if word.left >= at), default=None)
    return (left is not None and left > at) or (left is not None and right is not None and right - left < ROOM)


def bands(rows: Sequence[Row], at: float) -> list[Band]:
    """The rows of a page, divided where rows cross the gutter."""
    found: list[Band] = []
    for number, row in enumerate(rows):
        across = crosses(row, at) or _ends_wide(row, found, at) or _heads_both(rows, number, at)
        gutter = None if across else at
        if not found or found[-1].gutter != gutter:
            found.append(Band([], gutter))
        found[-1].rows.append(row)
    parted = [band for one in found[:-1] for band in _without_heading(one, at)]
    return [*parted, *found[-1:]]  # what ends a page is the heading of what follows in its own column


def _ends_wide(row: Row, found: Sequence[Band], at: float) -> bool:
    """Whether a row is the short last line of a paragraph that runs across the gutter."""
    if not found or found[-1].gutter is not None or has(row, at, 1):
        return False
    before = found[-1].rows[-1]
    return row.base - before.base < _CLOSE * row.size and abs(row.size - before.size) < 0.6


def _heads_both(rows: Sequence[Row], number: int, at: float) -> bool:
    """Whether a short row on the left is a heading over both columns: the right one leaves room for it."""
    row = rows[number]
    if has(row, at, 1) or not _stands_out(row, rows[number + 1 : number + 4]):
        return False
    above = next((one.base for one in reversed(rows[:number]) if has(one, at, 1)), None)
    below = next((one.base for one in rows[number + 1 :] if has(one, at, 1)), None)
    return above is not None and below is not None and below - above > _TWO_LINES * row.size


def _stands_out(row: Row, following: Sequence[Row]) -> bool:
    """Whether a row is larger than those that follow, or bold."""
    larger = any(row.size > one.size + 0.6 > _NO_SIZE + 0.6 for one in following)
    return larger or all(word.bold for word in row.words)


def _without_heading(band: Band, at: float) -> list[Band]:
    """A band of columns without a heading that runs across at its end: alone on the left, with room around it."""
    if band.gutter is None:
        return [band]
    rows = band.rows
    end = len(rows)
    while end > 1 and not has(rows[end - 1], at, 1):
        end -= 1
    for number in range(max(end, 1, len(rows) - 2), len(rows)):
        row, before = rows[number], rows[number - 1]
        if _stands_out(row, [before]) and row.base - before.base > _CLOSE * row.size:
            return [Band(rows[:number], at), Band(rows[number:], None)]
    return [band]
