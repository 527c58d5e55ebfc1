"""The rows of a page's table, with cells that span rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.read.html.lists import BULLET
from graph.read.html.page import CELLS, Said, Walk
from graph.read.html.passages import classes_of
from graph.read.html.unseen import is_unseen
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_GROUPS = ("thead", "tbody", "tfoot")
_MOST_COLUMNS = 100
_MOST_ROWS = 1000  # that one cell spans


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, column by column; whether it heads the columns, and is all bold; its classes and its cells'."""

    cells: tuple[str | Same, ...]
    header: bool
    strong: bool
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell says, where it stands once and how far it spans."""

    text: str
    strong: bool
    classes: tuple[str, ...]
    columns: int
    rows: int
    header: bool


def is_table(table: LexborNode) -> bool:
    """Whether a table holds data. One of a single column, or with other tables or headings in it and no header cells
    of its own, only lays out a page."""
    if table.attributes.get("role") in ("presentation", "none"):
        return False
    rows = [[cell for cell in _children(row) if cell.tag in CELLS] for _, row in _rows(table)]
    if not any(len(cells) > 1 for cells in rows):
        return False
    headed = any(cell.tag == "th" for cells in rows for cell in cells)
    return headed or not any(cell.css_first("table, h1, h2") for cells in rows for cell in cells)


def captions_of(table: LexborNode) -> list[str]:
    """The titles that a table gives itself."""
    return [child.text() for child in _children(table) if child.tag == "caption"]


def rows_of(table: LexborNode) -> Iterator[Row]:
    """The rows of a table. A cell that spans rows ends with the part of the table that it stands in."""
    group: LexborNode | None = None
    spanning: dict[int, int] = {}
    for above, row in _rows(table):
        if above != group:
            group, spanning = above, {}
        found = [_cell(node) for node in _children(row) if node.tag in CELLS and not is_unseen(node)]
        said = [cell for cell in found if cell.text]
        yield Row(
            cells=tuple(_spread(found, spanning)),
            header=above.tag == "thead" or (bool(said) and all(cell.header for cell in found)),
            strong=bool(said) and all(cell.strong for cell in said),
            classes=tuple(dict.fromkeys([*classes_of(row), *(name for cell in found for name in cell.classes)])),
        )


def _spread(cells: list[_Cell], spanning: dict[int, int]) -> Iterator[str | Same]:
    """The cells of a row in its columns; `spanning` says how many rows each column is still taken from above."""
    column = 0
    for cell in cells:
        while spanning.get(column):
            spanning[column] -= 1
            column += 1
            yield Same.ABOVE
        for number in range(cell.columns):
            yield Same.LEFT if number else cell.text
            spanning[column] = cell.rows - 1
            column += 1
    while spanning.get(column):
        spanning[column] -= 1
        column += 1
        yield Same.ABOVE


def _rows(table: LexborNode) -> Iterator[tuple[LexborNode, LexborNode]]:
    """The rows of a table that can be seen, each with the part of the table that it stands in."""
    for child in _children(table):
        if child.tag in _GROUPS and not is_unseen(child):
            yield from ((child, row) for row in _children(child) if row.tag == "tr" and not is_unseen(row))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _cell(node: LexborNode) -> _Cell:
    lines = list(_lines(node))
    said = [line for line in lines if line.text.strip()]
    alone = len(said) == 1 and said[0].marker == BULLET
    return _Cell(
        text="\n".join(line.text if alone else f"{line.marker} {line.text}" for line in said),
        strong=bool(said) and all(line.strong for line in said),
        classes=(*classes_of(node), *(name for line in lines for name in line.classes)),
        columns=_span(node, "colspan", _MOST_COLUMNS),
        rows=_span(node, "rowspan", _MOST_ROWS),
        header=node.tag == "th",
    )


def _lines(cell: LexborNode) -> Iterator[Said]:
    """What stands in a cell; the rows of a table in it as lines."""
    for said in Walk(cell, is_table).said():
        if isinstance(said, Said):
            yield said
        else:
            for row in rows_of(said):
                words = [one for one in row.cells if not isinstance(one, Same) and one]
                yield Said(BlockKind.PARAGRAPH, " | ".join(words), strong=row.strong, classes=row.classes)


def _span(node: LexborNode, attribute: str, most: int) -> int:
    text = (node.attributes.get(attribute) or "").strip()
    span = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
    return min(span or (most if attribute == "rowspan" else 1), most)
