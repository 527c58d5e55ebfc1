"""The rows of a Word table, with cells that are merged over rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.docx.names import TC, TR, below, content, is_on, number, value
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

_MOST_COLUMNS = 63  # of a table in Word


@dataclass(frozen=True, slots=True)
class Words:
    """What a cell says; `strong` says that all of it is bold."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, column by column, and whether it heads the columns, and is all bold."""

    cells: tuple[str | Same, ...]
    header: bool
    strong: bool


def frame_cells(table: Element) -> list[Element]:
    """The cells of a table that only draws boxes around text, since it has one column; none of another table."""
    rows = [list(_cells(row)) for row in _rows(table)]
    return [cell for row in rows for cell in row] if all(len(row) == 1 for row in rows) else []


def rows_of(table: Element, words_of: Callable[[Element], Words]) -> Iterator[Row]:
    """The rows of a table, `words_of` giving what a cell says. A row that was deleted is left out."""
    for row in _rows(table):
        cells: list[Words | Same] = [Words("", False)] * min(number(row, "trPr/gridBefore") or 0, _MOST_COLUMNS)
        for cell in _cells(row):
            cells.extend(_spread(cell, words_of))
        said = [cell for cell in cells if isinstance(cell, Words) and cell.text]
        yield Row(
            cells=tuple(cell.text if isinstance(cell, Words) else cell for cell in cells[:_MOST_COLUMNS]),
            header=is_on(row, "trPr/tblHeader") or False,
            strong=bool(said) and all(cell.strong for cell in said),
        )


def _rows(table: Element) -> Iterator[Element]:
    return (one for one in content(table) if one.tag == TR and below(one, "trPr/del") is None)


def _cells(row: Element) -> Iterator[Element]:
    return (one for one in content(row) if one.tag == TC)


def _spread(cell: Element, words_of: Callable[[Element], Words]) -> Iterator[Words | Same]:
    """A cell in each of the columns that it spans."""
    span = min(number(cell, "tcPr/gridSpan") or 1, _MOST_COLUMNS)
    if _goes_on(cell, "vMerge"):
        yield from [Same.ABOVE] * span
        return
    yield Same.LEFT if _goes_on(cell, "hMerge") else words_of(cell)
    yield from [Same.LEFT] * (span - 1)


def _goes_on(cell: Element, merge: str) -> bool:
    """Whether a cell is merged with the one before it, rather than being the first of those that are."""
    return below(cell, f"tcPr/{merge}") is not None and value(cell, f"tcPr/{merge}") != "restart"
