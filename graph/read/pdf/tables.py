"""Tables of a page: rows of cells, each cell with its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.read.pdf.grids import grids, joined
from graph.read.pdf.lines import Line, lines
from graph.read.pdf.rows import rows
from graph.read.pdf.shapes import Column
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.grids import Grid
    from graph.read.pdf.shapes import Page, Word

Cell = list[Line] | Same

_FILLED = 0.2  # of the cells of a table hold something, at least: the squares of a chart do not
_NARROWEST = 6.0  # points: columns that hold no text are gaps between double borders


@dataclass(slots=True)
class Table:
    """A table, or the part of one that stands on a page. `edges` are the sides of its columns.

    `headers` counts the rows that head the columns, where the way they are set says so.
    """

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: list[list[Cell]] = field(default_factory=list)
    ruled: bool = True
    headers: int = 0
    last_page: int = 0

    def __post_init__(self) -> None:
        self.last_page = self.page

    @property
    def left(self) -> float:
        """Its left side."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Its right side."""
        return self.edges[-1]

    @property
    def base(self) -> float:
        """Where it stands among the lines."""
        return self.top


def ruled(page: Page) -> list[Table]:
    """The ruled tables of a page, whose words it then no longer holds."""
    level, upright = joined(page.level), joined(page.upright)
    found: list[Table] = []
    for grid in grids(level, upright):
        within = [word for word in page.words if grid.holds(word)]
        table = _table(grid, within, [word for word in page.turned if grid.holds(word)], page.number)
        if table is None:
            continue
        found.append(table)
        taken = set(map(id, within))
        page.words = [word for word in page.words if id(word) not in taken]
        page.turned = [word for word in page.turned if not grid.holds(word)]
    page.level, page.upright = level, upright
    return sorted(found, key=lambda table: (table.top, table.left))


def _table(grid: Grid, words: Sequence[Word], turned: Sequence[Word], page: int) -> Table | None:
    """The table that a grid is; None where it is a frame, a chart or the line between two columns of a page."""
    if grid.columns < 2 or (grid.rows < 2 and not grid.closed):
        return None
    held = _held(grid, words, turned)
    areas = {area for row in grid.area for area in row}
    columns = [number for number in range(grid.columns) if _is_wide(grid.across, number)]
    if len(columns) < 2 or len(held) < max(1 if grid.rows == 1 else 2, _FILLED * len(areas)):
        return None
    edges = (*(grid.across[number] for number in columns), grid.across[columns[-1] + 1])
    table = Table(page, grid.down[0], grid.down[-1], edges)
    seen: set[int] = set()
    for row, area in enumerate(grid.area):
        if not _is_wide(grid.down, row):
            continue
        cells: list[Cell] = []
        for column in columns:
            if area[column] in seen:
                cells.append(Same.LEFT if column and area[column - 1] == area[column] and cells else Same.ABOVE)
                continue
            seen.add(area[column])
            cells.append(lines(rows(held.get(area[column], ())), _column(grid, area[column]), page))
        table.rows.append(cells)
    return table


def _held(grid: Grid, words: Sequence[Word], turned: Sequence[Word]) -> dict[int, list[Word]]:
    """The words of each cell. Text that runs up or down a cell is taken where nothing else stands in it."""
    held: dict[int, list[Word]] = {}
    for word in words:
        row, column = grid.place(word)
        held.setdefault(grid.area[row][column], []).append(word)
    upright = frozenset(held)
    for word in turned:
        row, column = grid.place(word)
        if grid.area[row][column] not in upright:
            held.setdefault(grid.area[row][column], []).append(word)
    return held


def _column(grid: Grid, area: int) -> Column:
    """From where to where a cell reaches."""
    columns = [column for row in grid.area for column, one in enumerate(row) if one == area]
    return Column(grid.across[min(columns)], grid.across[max(columns) + 1])


def _is_wide(edges: Sequence[float], number: int) -> bool:
    return edges[number + 1] - edges[number] >= _NARROWEST
