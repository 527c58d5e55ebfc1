"""Merged cells of a sheet: what stands in the first of them is said in each, at the same place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.sheets.marks import Area, Marks


class Merged:
    """The merged areas of a sheet, whose rows are to be read from the top.

    The first cell of an area may be hidden: what it says is then said in the first that can be seen.
    """

    def __init__(self, marks: Marks, most_columns: int) -> None:
        self._hidden_rows = marks.hidden_rows
        self._seen = [column for column in range(most_columns) if column + 1 not in marks.hidden_columns]
        self._starting: defaultdict[int, list[Area]] = defaultdict(list)
        for area in marks.areas:
            self._starting[area.top].append(area)
        self._unsaid: dict[Area, str] = {}
        self._said: set[Area] = set()

    def seen(self, number: int, cells: Sequence[str]) -> dict[int, str | Same]:
        """What the cells of a row say, by their column from 0, given the row's number from 1.

        Cells that cannot be seen, and those that are empty, are left out.
        """
        self._open(number, cells)
        if number in self._hidden_rows:
            return {}
        row: dict[int, str | Same] = {}
        for column in self._seen[: bisect_left(self._seen, len(cells))]:
            if cells[column]:
                row[column] = cells[column]
        for area in self._said:
            row.update(dict.fromkeys(self._columns(area), Same.ABOVE))
        for area, text in self._unsaid.items():
            for place, column in enumerate(self._columns(area)):
                row[column] = Same.LEFT if place else text
        self._said.update(self._unsaid)
        self._unsaid.clear()
        return row

    def _columns(self, area: Area) -> list[int]:
        return self._seen[bisect_left(self._seen, area.left - 1) : bisect_left(self._seen, area.right)]

    def _open(self, number: int, cells: Sequence[str]) -> None:
        """Open the areas that start in a row and say something, and close those that have ended above it."""
        self._said = {area for area in self._said if area.bottom >= number}
        self._unsaid = {area: text for area, text in self._unsaid.items() if area.bottom >= number}
        for area in self._starting.get(number, ()):
            if area.left <= len(cells) and cells[area.left - 1]:
                self._unsaid[area] = cells[area.left - 1]
