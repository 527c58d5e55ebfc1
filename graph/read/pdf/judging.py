"""Whether rows that leave room at the same places are a table, or prose in columns.

Rows of a table start side by side, with room above them in all columns at once. Columns of prose run on: nearly each
of their lines was broken for want of room, and columns stand above a heading as well as below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import Corridors, cells, runs_through
from graph.read.pdf.marks import glyph
from graph.read.pdf.parting import prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row

_APART = 5.0  # times the size: further up stands something else
_SOME, _MOSTLY, _NEARLY = 0.2, 0.5, 0.8
_LONG_ROW = 12  # lines: on the whole, rows of tables have fewer
_FEWEST = 3  # rows of a table without a header, and cells in them


class Sign(Enum):
    """What says that there are columns."""

    HEADER = "a row of bold headings"
    CARRIED = "the columns of the page before"
    ROOM = "room between the words alone"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a table. `body` holds its rows, each with its lines; `apart` says that there is room between them.

    `above` are the rows before it; `again` says that its columns are those of the page before.
    """

    sign: Sign
    corridors: Corridors
    first: Row
    above: Sequence[Row]
    body: list[list[Row]]
    apart: bool
    again: bool

    def is_table(self) -> bool:
        """Whether it is one."""
        if not self.body:
            return False
        if self.again and self.sign is Sign.HEADER:
            return True
        side_by_side = sum(len(cells(self.corridors, part[0])) > 1 for part in self.body)
        if self.sign is Sign.CARRIED:
            return side_by_side > 0
        if self._is_prose():
            return False
        if self.sign is Sign.ROOM:
            full = sum(len(filled(part, self.corridors)) >= _FEWEST for part in self.body)
            return full >= _FEWEST and side_by_side >= _MOSTLY * len(self.body)
        if len(self.corridors) > 1:
            return side_by_side > 0
        if not self._starts_fresh():
            return False
        level = side_by_side >= _MOSTLY * len(self.body) or self._is_level()
        return side_by_side > 1 and level and not self._is_lists()

    def _is_prose(self) -> bool:
        fresh = self._starts_fresh()
        running = prose([row for part in self.body for row in part], self.corridors)
        if self.sign is Sign.ROOM:
            return any(running) or not fresh
        short = sum(map(len, self.body)) <= _LONG_ROW * len(self.body)
        return all(running) and not (self.apart and fresh and short and self._is_level())

    def _starts_fresh(self) -> bool:
        """Whether no columns come right before: what stands in columns above and below a heading is prose."""
        near = [row for row in self.above if self.first.base - row.base < _APART * self.first.size]
        return not any(max(cells(self.corridors, row)) > 0 and not runs_through(self.corridors, row) for row in near)

    def _is_level(self) -> bool:
        """Whether nearly all rows have their cells side by side, or but the first one filled."""
        level = sum(
            len(cells(self.corridors, part[0])) > 1 or filled(part, self.corridors) == {0} for part in self.body
        )
        return level >= _NEARLY * len(self.body)

    def _is_lists(self) -> bool:
        """Whether lists stand side by side: in each column a good part of the lines have bullets."""
        rows = [cells(self.corridors, row) for part in self.body for row in part]
        columns = [[held[column] for held in rows if column in held] for column in range(len(self.corridors) + 1)]
        return all(column and sum(map(bool, map(glyph, column))) >= _SOME * len(column) for column in columns)


def filled(part: Sequence[Row], corridors: Corridors) -> set[int]:
    """The columns in which a row says something."""
    return {column for row in part for column in cells(corridors, row)}
