"""The order in which a page is read: columns one after the other, and what runs across them before or after.

A gutter is an upright stretch without words that parts lines of prose on its left from lines on its right. Rows that
cross it, as headings over two columns do, divide the page into bands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.read.pdf.lines import Line, lines
from graph.read.pdf.marks import glyph
from graph.read.pdf.rows import Row
from graph.read.pdf.shapes import Column, Word
from graph.read.pdf.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.read.pdf.sheets import Sheet

Piece = Line | Table

_TABLE = "\0"  # starts the one word of a row that stands in for a table
_NO_SIZE = 1.0  # of its letters

_ROOM = 5.0  # points: the narrowest gutter
_WIDEST_SPACE = 0.8  # of the size: what leaves no more room is where spaces between words happen to meet
_FAR = 3.0  # times the size: no bullet is so far from its text
_PART = 1.0  # of the size: room after which a part of a row starts
_SAME = 3.0  # points: parts that start so near each other start alike
_FEWEST = 3  # lines in a column
_NARROWEST = 0.1  # of the width: a narrower column holds bullets, numbers or labels
_FULL = 0.72  # of a column's width that a full line takes up
_PROSE = 0.35  # of a column's lines that are full, where it is prose
_NEARLY = 0.8
_FEW_WORDS = 3
_CLOSE = 1.5  # times the size: no wider between lines of one paragraph
_MOST_TRIED = 8  # places for a gutter
_TWO_LINES = 2.6  # times the size: more room than between paragraphs
_DEEPEST = 4  # columns within columns


class _Band(NamedTuple):
    """Rows that stand one below the other; `gutter` is where they part, None where they run across."""

    rows: list[Row]
    gutter: float | None


def ordered(sheet: Sheet, known: set[float]) -> list[Piece]:
    """The lines and the tables of a page in reading order.

    `known` holds the gutters of the pages before, to which those of this one are added: on the last page of a
    document a column may hold a line or two, too few to tell.
    """
    stand_ins = [_stand_in(number, table) for number, table in enumerate(sheet.tables)]
    rows = sorted([*sheet.rows, *stand_ins], key=lambda row: (row.base, row.left))
    return _Reader(sheet, known).read(rows, _sides(rows), _DEEPEST) if rows else []


def _stand_in(number: int, table: Table) -> Row:
    """A row that takes the place of a table, and as much of the width."""
    return Row([Word(f"{_TABLE}{number}", table.left, table.right, table.top, _NO_SIZE, False)], table.top, _NO_SIZE)


def _sides(rows: Sequence[Row]) -> Column:
    return Column(min(row.left for row in rows), max(row.right for row in rows))


class _Reader:
    """Reads one page."""

    def __init__(self, sheet: Sheet, known: set[float]) -> None:
        self.sheet = sheet
        self.known = known

    def read(self, rows: Sequence[Row], side: Column, depth: int) -> list[Piece]:
        """What some rows hold, column by column."""
        gutter = self._gutter(rows, side) if depth else None
        if gutter is None:
            return list(self._pieces(rows, side))
        found: list[Piece] = []
        for band in _bands(rows, gutter):
            if band.gutter is None:
                found += self.read(band.rows, side, depth - 1)
                continue
            for left, right in ((side.left - 1, band.gutter), (band.gutter, side.right + 1)):
                part = [inner for row in band.rows if (inner := row.within(left, right))]
                found += self.read(part, _sides(part), depth - 1) if part else []
        return found

    def _gutter(self, rows: Sequence[Row], side: Column) -> float | None:
        found = _gutter(rows, side)
        if found is not None:
            self.known.add(found)
            return found
        return next((at for at in sorted(self.known) if _goes_on(rows, at, side)), None)

    def _pieces(self, rows: Sequence[Row], side: Column) -> Iterator[Piece]:
        """Lines, and the tables that stand among them."""
        waiting: list[Row] = []
        for row in rows:
            if _is_table(row):
                yield from lines(waiting, side, self.sheet.number)
                waiting = []
                yield self.sheet.tables[int(row.words[0].text.removeprefix(_TABLE))]
            else:
                waiting.append(row)
        yield from lines(waiting, side, self.sheet.number)


def _gutter(rows: Sequence[Row], side: Column) -> float | None:
    """Where most lines of prose stand on either side; None where there is one column alone."""
    if sum(map(_weight, rows)) < _FEWEST:
        return None
    scored = [(_score(rows, at, side), -at) for at in _candidates(rows, side)]
    best, at = max(scored, default=(0.0, 0.0))
    return -at if best >= _FEWEST else None


def _goes_on(rows: Sequence[Row], at: float, side: Column) -> bool:
    """Whether columns of the pages before go on: a few lines start where the right one did, and none runs across."""
    if not side.left + _ROOM < at < side.right - _ROOM or any(_crosses(row, at) for row in rows):
        return False
    right = [word.left for row in rows for word in row.words if word.middle > at]
    return bool(right) and abs(min(right) - _ROOM / 2 - at) < _SAME


def _candidates(rows: Sequence[Row], side: Column) -> list[float]:
    """Just before places where several parts of rows start, far enough within the sides."""
    least = side.left + _NARROWEST * (side.right - side.left)
    parts = [(part[0].left, _weight(row)) for row in rows for part in row.parts(_PART)]
    groups: list[list[tuple[float, int]]] = []
    for start, weight in sorted(part for part in parts if part[0] > least):
        if groups and start - groups[-1][0][0] <= _SAME:
            groups[-1].append((start, weight))
        else:
            groups.append([(start, weight)])
    heavy = [(sum(weight for _, weight in group), group[0][0]) for group in groups]
    large = sorted((one for one in heavy if one[0] >= _FEWEST), key=lambda one: (-one[0], one[1]))
    return [start - _ROOM / 2 for _, start in large[:_MOST_TRIED]]


def _weight(row: Row) -> int:
    """How many lines a row counts for: a table is as good as several."""
    return _FEWEST if _is_table(row) else 1


def _is_table(row: Row) -> bool:
    return row.words[0].text.startswith(_TABLE)


def _score(rows: Sequence[Row], at: float, side: Column) -> float:
    """How many lines stand on the shorter side of a gutter, less some for rows that run across it."""
    bands = _bands(rows, at)
    columns = [band.rows for band in bands if band.gutter is not None and _are_columns(band.rows, at, side)]
    across = sum(len(band.rows) for band in bands if band.gutter is None)
    return (
        sum(min(sum(_weight(row) * _has(row, at, way) for row in part) for way in (-1, 1)) for part in columns)
        - across / 2
    )


def _has(row: Row, at: float, way: int) -> bool:
    """Whether a row has words on one side."""
    return any((word.middle - at) * way > 0 for word in row.words)


def _crosses(row: Row, at: float) -> bool:
    """Whether a row runs across a gutter, or leaves no more room there than between words."""
    left = max((word.right for word in row.words if word.left < at), default=None)
    right = min((word.left for word in row.words if word.left >= at), default=None)
    return (left is not None and left > at) or (left is not None and right is not None and right - left < _ROOM)


def _bands(rows: Sequence[Row], at: float) -> list[_Band]:
    """The rows of a page, divided where rows cross the gutter."""
    found: list[_Band] = []
    for number, row in enumerate(rows):
        across = _crosses(row, at) or _ends_wide(row, found, at) or _heads_both(rows, number, at)
        gutter = None if across else at
        if not found or found[-1].gutter != gutter:
            found.append(_Band([], gutter))
        found[-1].rows.append(row)
    parted = [band for one in found[:-1] for band in _without_heading(one, at)]
    return [*parted, *found[-1:]]  # what ends a page is the heading of what follows in its own column


def _ends_wide(row: Row, found: Sequence[_Band], at: float) -> bool:
    """Whether a row is the short last line of a paragraph that runs across the gutter."""
    if not found or found[-1].gutter is not None or _has(row, at, 1):
        return False
    before = found[-1].rows[-1]
    return row.base - before.base < _CLOSE * row.size and abs(row.size - before.size) < 0.6


def _heads_both(rows: Sequence[Row], number: int, at: float) -> bool:
    """Whether a short row on the left is a heading over both columns: the right one leaves room for it."""
    row = rows[number]
    if _has(row, at, 1) or not _stands_out(row, rows[number + 1 : number + 4]):
        return False
    above = next((one.base for one in reversed(rows[:number]) if _has(one, at, 1)), None)
    below = next((one.base for one in rows[number + 1 :] if _has(one, at, 1)), None)
    return above is not None and below is not None and below - above > _TWO_LINES * row.size


def _stands_out(row: Row, following: Sequence[Row]) -> bool:
    """Whether a row is larger than those that follow, or bold."""
    larger = any(row.size > one.size + 0.6 > _NO_SIZE + 0.6 for one in following)
    return larger or all(word.bold for word in row.words)


def _without_heading(band: _Band, at: float) -> list[_Band]:
    """A band of columns without a heading that runs across at its end: alone on the left, with room around it."""
    if band.gutter is None:
        return [band]
    rows = band.rows
    end = len(rows)
    while end > 1 and not _has(rows[end - 1], at, 1):
        end -= 1
    for number in range(max(end, 1, len(rows) - 2), len(rows)):
        row, before = rows[number], rows[number - 1]
        if _stands_out(row, [before]) and row.base - before.base > _CLOSE * row.size:
            return [_Band(rows[:number], at), _Band(rows[number:], None)]
    return [band]


def _are_columns(rows: Sequence[Row], at: float, side: Column) -> bool:
    """Whether lines on both sides are set in columns: wide enough, side by side, and of prose or of lists.

    Labels with their values beside them are none: each line on the left has its line on the right.
    """
    halves = [
        [part for row in rows if (part := row.within(*ends))] for ends in ((side.left - 1, at), (at, side.right + 1))
    ]
    if any(sum(map(_weight, half)) < _FEWEST for half in halves) or any(_parts_bullet(row, at) for row in rows):
        return False
    left, right = (_sides(half) for half in halves)
    if right.left - left.right < _WIDEST_SPACE * max(row.size for row in halves[0]):
        return False
    least = _NARROWEST * (side.right - side.left)
    if min(left.right - left.left, right.right - right.left) < least:
        return False
    if min(halves[0][-1].base, halves[1][-1].base) < max(halves[0][0].base, halves[1][0].base):
        return False
    together = sum(_is_level(row, at) for row in rows)
    if together >= _NEARLY * len(halves[0]) and _are_labels(halves[0]):
        return False
    if all(_is_prose(half, ends) or _gutter(half, ends) for half, ends in ((halves[0], left), (halves[1], right))):
        return True
    return together < 0.5 * min(map(len, halves))


def _parts_bullet(row: Row, at: float) -> bool:
    """Whether a gutter would part a bullet from its text."""
    before = [word for word in row.words if word.middle < at][-1:]
    after = [word for word in row.words if word.middle >= at][:1]
    return bool(before and after and glyph([*before, *after])) and after[0].left - before[0].right < _FAR * row.size


def _are_labels(rows: Sequence[Row]) -> bool:
    """Whether lines are a word or two on the whole, and no items of a list."""
    words = sum(len(row.words) for row in rows)
    return words <= _FEW_WORDS * len(rows) and not any(glyph(row.words) for row in rows)


def _is_level(row: Row, at: float) -> bool:
    """Whether words on both sides stand on exactly one level."""
    left, right = ({word.base for word in row.words if (word.middle - at) * way > 0} for way in (-1, 1))
    return any(abs(one - other) < 1 for one in left for other in right)


def _is_prose(rows: Sequence[Row], side: Column) -> bool:
    """Whether many lines fill their column, or are items of a list."""
    if any(map(_is_table, rows)):
        return True
    full = sum(row.right - row.left >= _FULL * (side.right - side.left) for row in rows)
    listed = sum(bool(glyph(row.words)) for row in rows)
    return full >= _PROSE * len(rows) or listed >= _PROSE * len(rows)
