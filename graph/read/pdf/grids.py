"""Ruled tables: where strokes cross, a grid of cells; where the stroke between two cells is missing, one merged cell.

The sides of a table may be left open: its level rules then reach beyond its outermost upright ones, or the other way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.read.pdf.shapes import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.read.pdf.shapes import Word

_SAME = 3.0  # points: strokes no further apart are one, and strokes that miss each other by no more meet
_SHORTEST = 5.0
_OPEN = 10.0  # how far rules reach over an open side, at least
_NARROWEST = 6.0  # a row or a column in which text could stand
_BORDER = 0.6  # of a cell's side that a stroke must cover to be its border
_MOST_PAIRS = 400_000  # of strokes that could cross: beyond it, the page is a drawing


@dataclass(slots=True)
class Grid:
    """Lines of a grid: `across` are the upright ones from the left, `down` the level ones from the top.

    `area` gives the number of the cell that each place belongs to, by row and column.
    """

    across: list[float]
    down: list[float]
    area: list[list[int]] = field(default_factory=list)
    closed: bool = True

    @property
    def columns(self) -> int:
        """How many."""
        return len(self.across) - 1

    @property
    def rows(self) -> int:
        """How many."""
        return len(self.down) - 1

    def holds(self, word: Word) -> bool:
        """Whether a word stands within."""
        return (
            self.across[0] - _SAME < word.middle < self.across[-1] + _SAME
            and self.down[0] - _SAME < word.height < self.down[-1] + _SAME
        )

    def place(self, word: Word) -> tuple[int, int]:
        """The row and the column of a word that the grid holds."""
        return _between(self.down, word.height), _between(self.across, word.middle)


def joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that lie in one line and touch, made one.

    >>> joined([Stroke(10, 0, 50), Stroke(10.4, 51, 90)])
    [Stroke(at=10.2, start=0, end=90)]
    """
    found: list[Stroke] = []
    for band in _bands(sorted(strokes)):
        at = round(sum(stroke.at for stroke in band) / len(band), 2)
        start, end = None, 0.0
        for stroke in sorted(band, key=lambda one: (one.start, one.end)):
            if start is None:
                start, end = stroke.start, stroke.end
            elif stroke.start <= end + _SAME:
                end = max(end, stroke.end)
            else:
                found.append(Stroke(at, start, end))
                start, end = stroke.start, stroke.end
        if start is not None:
            found.append(Stroke(at, start, end))
    return [stroke for stroke in found if stroke.end - stroke.start >= _SHORTEST]


def grids(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[Grid]:
    """The grids that joined strokes make, the largest first."""
    if len(level) * len(upright) > _MOST_PAIRS:
        return []
    found = [_grid(*part) for part in _connected(level, upright)]
    shown = [grid for grid in found if grid.columns >= 1 and grid.rows >= 1]
    return sorted(shown, key=lambda one: (-(one.across[-1] - one.across[0]) * (one.down[-1] - one.down[0]), one.down))


def _bands(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Strokes that lie in one line, near enough."""
    band: list[Stroke] = []
    for stroke in strokes:
        if band and stroke.at - band[0].at > _SAME:
            yield band
            band = []
        band.append(stroke)
    if band:
        yield band


def _connected(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Strokes that meet, directly or by way of others."""
    parent = list(range(len(level) + len(upright)))

    def top(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for number, row in enumerate(level):
        for other, column in enumerate(upright, start=len(level)):
            if _meet(row, column):
                parent[top(other)] = top(number)
    parts: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number, row in enumerate(level):
        parts.setdefault(top(number), ([], []))[0].append(row)
    for number, column in enumerate(upright, start=len(level)):
        parts.setdefault(top(number), ([], []))[1].append(column)
    return ((rows, columns) for rows, columns in parts.values() if rows and columns)


def _meet(row: Stroke, column: Stroke) -> bool:
    return row.start - _SAME <= column.at <= row.end + _SAME and column.start - _SAME <= row.at <= column.end + _SAME


def _grid(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Grid:
    across, sides_open = _lines(upright, level)
    down, ends_open = _lines(level, upright)
    grid = Grid(across, down, closed=not (sides_open or ends_open))
    if grid.columns >= 1 and grid.rows >= 1:
        grid.area = _areas(grid, level, upright)
    return grid


def _lines(own: Sequence[Stroke], crossing: Sequence[Stroke]) -> tuple[list[float], bool]:
    """Where the lines of one direction lie, with those that the others imply where a side is open."""
    found: list[float] = []
    for at in sorted(stroke.at for stroke in own):
        if not found or at - found[-1] > _NARROWEST:
            found.append(at)
    first, last = min(stroke.start for stroke in crossing), max(stroke.end for stroke in crossing)
    before, after = first < found[0] - _OPEN, last > found[-1] + _OPEN
    return [*([first] if before else []), *found, *([last] if after else [])], before or after


def _areas(grid: Grid, level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[list[int]]:
    """Which places of a grid are one cell: those that no stroke parts."""
    number = [[row * grid.columns + column for column in range(grid.columns)] for row in range(grid.rows)]
    parent = list(range(grid.rows * grid.columns))

    def top(one: int) -> int:
        while parent[one] != one:
            one = parent[one]
        return one

    def join(one: int, other: int) -> None:
        first, second = sorted((top(one), top(other)))
        parent[second] = first

    for row in range(grid.rows):
        for column in range(grid.columns):
            across, down = grid.across[column : column + 2], grid.down[row : row + 2]
            if column + 1 < grid.columns and not _parted(upright, across[1], down[0], down[1]):
                join(number[row][column], number[row][column + 1])
            if row + 1 < grid.rows and not _parted(level, down[1], across[0], across[1]):
                join(number[row][column], number[row + 1][column])
    return [[top(one) for one in row] for row in number]


def _parted(strokes: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    """Whether strokes cover most of a side."""
    covered = sum(
        max(0.0, min(stroke.end, end) - max(stroke.start, start))
        for stroke in strokes
        if abs(stroke.at - at) <= _NARROWEST
    )
    return covered >= _BORDER * (end - start)


def _between(lines: Sequence[float], at: float) -> int:
    """Between which two lines something lies; the outermost where it lies beyond."""
    return sum(line <= at for line in lines[1:-1])
