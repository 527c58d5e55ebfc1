"""Writes the rows of a sheet down as a table, without the columns that are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from graph.errors import DocumentError
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.read.writer import Writer

MOST_ROWS = 100_000  # of a sheet: no tracker of actions has more
#: What the cells of a row say, by their column from 0; columns that are not there say nothing.
Row: TypeAlias = "dict[int, str | Same]"


def write_rows(writer: Writer, rows: Sequence[Row]) -> None:
    """Write the rows of one table. A row above it that says one thing alone is a paragraph: a title or a remark."""
    first = next((number for number, row in enumerate(rows) if len(_words(row)) > 1), 0)
    for row in rows[:first]:
        writer.paragraph("".join(_words(row).values()))
    filled = sorted({column for row in rows[first:] for column in _words(row)})
    table = writer.new_table()
    for row in rows[first:]:
        writer.row([row.get(column, "") for column in filled], table)


def too_many_rows(path: Path) -> DocumentError:
    """What to say of a sheet that has more rows than are read."""
    return DocumentError(path, f"has more than {MOST_ROWS:,} rows in a sheet", "keep those that hold pledges")


def _words(row: Mapping[int, str | Same]) -> dict[int, str]:
    return {column: cell for column, cell in row.items() if not isinstance(cell, Same) and cell.strip()}
