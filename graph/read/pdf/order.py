"""The order in which a page is read: columns one after the other, and what runs across them before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.pdf.bands import TABLE, bands, is_table, sides, stand_in
from graph.read.pdf.gutters import goes_on, gutter
from graph.read.pdf.lines import Line, lines
from graph.read.pdf.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Column
    from graph.read.pdf.sheets import Sheet

Piece = Line | Table

_DEEPEST = 4  # columns within columns


def ordered(sheet: Sheet, known: set[float]) -> list[Piece]:
    """The lines and the tables of a page in reading order.

    `known` holds the gutters of the pages before, to which those of this one are added: on the last page of a
    document a column may hold a line or two, too few to tell.
    """
    stand_ins = [stand_in(number, table) for number, table in enumerate(sheet.tables)]
    rows = sorted([*sheet.rows, *stand_ins], key=lambda row: (row.base, row.left))
    return _Reader(sheet, known).read(rows, sides(rows), _DEEPEST) if rows else []


class _Reader:
    """Reads one page."""

    def __init__(self, sheet: Sheet, known: set[float]) -> None:
        self.sheet = sheet
        self.known = known

    def read(self, rows: Sequence[Row], side: Column, depth: int) -> list[Piece]:
        """What some rows hold, column by column."""
        at = self._gutter(rows, side) if depth else None
        if at is None:
            return list(self._pieces(rows, side))
        found: list[Piece] = []
        for band in bands(rows, at):
            if band.gutter is None:
                found += self.read(band.rows, side, depth - 1)
                continue
            for left, right in ((side.left - 1, band.gutter), (band.gutter, side.right + 1)):
                part = [inner for row in band.rows if (inner := row.within(left, right))]
                found += self.read(part, sides(part), depth - 1) if part else []
        return found

    def _gutter(self, rows: Sequence[Row], side: Column) -> float | None:
        found = gutter(rows, side)
        if found is not None:
            self.known.add(found)
            return found
        return next((at for at in sorted(self.known) if goes_on(rows, at, side)), None)

    def _pieces(self, rows: Sequence[Row], side: Column) -> Iterator[Piece]:
        """Lines, and the tables that stand among them."""
        waiting: list[Row] = []
        for row in rows:
            if is_table(row):
                yield from lines(waiting, side, self.sheet.number)
                waiting = []
                yield self.sheet.tables[int(row.words[0].text.removeprefix(TABLE))]
            else:
                waiting.append(row)
        yield from lines(waiting, side, self.sheet.number)
