"""The header of a table whose headings nobody knows, told by how it differs from the rows below it.

Either the format marks it, or its cells are all short and each heads longer ones. What the columns hold is then for
the cells to say (`table_roles`), so a wrong guess gives no pledges by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.extract.marks.tails import is_time
from graph.extract.tables.columns import header_in, is_heading_like
from graph.extract.tables.pledge_cells import is_blank, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.tables.columns import Header

_MOST_ROWS_ABOVE = 3
_MOST_WORDS = 8  # of a heading that the format does not mark
_FEWEST_ROWS = 3  # of a table in which a header can be told by the others
_LONGER = 2  # times as long as its heading is what a text column says


def guessed_header(rows: Sequence[Block], known: Known) -> Header | None:
    """The header that a table seems to have; None where no row stands out as one."""
    marked = [number for number, row in enumerate(rows[: _MOST_ROWS_ABOVE + 1]) if row.header and _has_headings(row)]
    if marked:
        return header_in(rows, marked[-1], marked[-1], known)
    if len(rows) < _FEWEST_ROWS or any(row.header for row in rows) or not _stands_out(rows):
        return None
    return header_in(rows, 0, 0, known)


def _has_headings(row: Block) -> bool:
    said = [cell for cell in dict.fromkeys(row.cells) if cell.text.strip()]
    return len(said) > 1 and all(is_heading_like(cell.text) for cell in said)


def _stands_out(rows: Sequence[Block]) -> bool:
    """Whether the first row names columns: each cell briefly, none as the cells below, one above much longer ones."""
    first, *others = rows
    columns = [[row.cells[place] for row in others if place < len(row.cells)] for place in range(len(first.cells))]
    return _has_headings(first) and all(map(_is_name, first.cells)) and _differs(first.cells, columns)


def _is_name(cell: Span) -> bool:
    text = cell.text
    plain = not is_blank(text) and not is_code(text) and not is_time(text) and not any(map(str.isdigit, text))
    return plain and len(text.split()) <= _MOST_WORDS


def _differs(first: Sequence[Span], columns: Sequence[Sequence[Span]]) -> bool:
    repeated = any(
        key(cell.text) in {key(one.text) for one in below} for cell, below in zip(first, columns, strict=True)
    )
    longer = any(_usual(below) >= _LONGER * len(cell.text.split()) for cell, below in zip(first, columns, strict=True))
    return longer and not repeated


def _usual(cells: Sequence[Span]) -> int:
    """How many words the cells of a column have, most of them."""
    counted = sorted(len(cell.text.split()) for cell in cells if cell.text.strip())
    return counted[len(counted) // 2] if counted else 0
