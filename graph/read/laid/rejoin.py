"""A row that the end of a page cuts: its rest, at the top of the next page, goes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.pdf.joins import said
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.tables import Cell, Table


def rejoin(table: Table, following: Table) -> None:
    """Move the rest of a table's last row, where the next page begins with it.

    It does where some cell goes on in small letters and the first one does not begin anew. Tables whose rows begin in
    small letters tell nothing.
    """
    if (
        len(table.rows) <= table.headers
        or len(following.rows) <= following.headers
        or len(table.edges) != len(following.edges)
    ):
        return
    rest = following.rows[following.headers]
    rows = [*table.rows[table.headers :], *following.rows[following.headers + 1 :]]
    if 2 * sum(_is_small(row[0]) for row in rows) > len(rows) or not _is_rest(table.rows[-1], rest):
        return
    table.rows[-1] = [_with(cell, more) for cell, more in zip(table.rows[-1], rest, strict=True)]
    del following.rows[following.headers]


def _is_rest(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    goes_on = any(said(cell) and _is_small(more) for cell, more in zip(row, rest, strict=True))
    return goes_on and (not said(rest[0]) or _is_small(rest[0]))


def _is_small(cell: Cell) -> bool:
    return said(cell)[:1].islower()


def _with(cell: Cell, more: Cell) -> Cell:
    return cell if isinstance(cell, Same) or isinstance(more, Same) else [*cell, *more]
