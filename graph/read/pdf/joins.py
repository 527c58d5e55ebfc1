"""Tables that run over pages: put together again, without the headers that each page repeats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.pdf.parting import beginning
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.lines import Line
    from graph.read.pdf.tables import Cell, Table

_SAME = 6.0  # points: sides of columns no further apart are the same
_ROUGHLY = 25.0  # of tables without rules, whose columns are known by their words alone
_MOST_HEADERS = 3
_ALIKE = 0.8  # of the rows that must begin alike for one that does not to be the rest of a row
_SENTENCE = 40  # characters: shorter texts, as names are, end without a full stop
#: How a whole sentence ends.
ENDED = re.compile(r"[.!?:;][”’\"')\]]*$")


def goes_on(table: Table, following: Table) -> bool:
    """Whether a table is the next page's part of the one before, or, with its header again, the next column's."""
    if len(following.edges) != len(table.edges):
        return False
    if following.page == table.last_page:
        return following.left >= table.right and _repeated(table, following) > 0
    if following.page != table.last_page + 1:
        return False
    slack = _SAME if table.ruled and following.ruled else _ROUGHLY
    shift = following.left - table.left
    sides = zip(table.edges, following.edges, strict=True)
    if not (table.ruled and following.ruled):
        sides = zip(table.edges[:-1], following.edges[:-1], strict=True)  # the last column ends where its words do
    near = all(abs(b - a - shift) <= slack for a, b in sides)
    return near or _repeated(table, following) > 0


def join(table: Table, following: Table) -> None:
    """Add the rows of the next page's part to a table."""
    repeated = _repeated(table, following)
    table.headers = max(table.headers, repeated)
    rest = _without_headers(table, following.rows[repeated:])
    if rest and len(table.rows) > table.headers and _is_cut(table, rest):
        table.rows[-1] = [_joined(cell, more) for cell, more in zip(table.rows[-1], rest[0], strict=True)]
        rest = rest[1:]
    _carry_merged(rest)
    table.rows += rest
    table.last_page = following.page


def _without_headers(table: Table, rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """Rows without those that say again what the headers say."""
    headers = [_texts(row) for row in table.rows[: table.headers]]
    return [row for row in rows if _texts(row) not in headers]


def _carry_merged(rest: Sequence[list[Cell]]) -> None:
    """A cell merged over rows of both pages is empty on the second: it says what it says on the first."""
    for column, cell in enumerate(rest[0] if len(rest) > 1 else ()):
        if not cell and rest[1][column] is Same.ABOVE:
            rest[0][column] = Same.ABOVE


def mark_headers(table: Table) -> None:
    """Count the rows at the top that are all bold, where others are not, and drop them where they come again."""
    bold = [_is_bold(row) for row in table.rows]
    count = next((number for number, one in enumerate(bold) if not one), 0)
    if 0 < count <= _MOST_HEADERS:
        table.headers = max(table.headers, count)
    table.rows[table.headers :] = _without_headers(table, table.rows[table.headers :])


def said(cell: Cell) -> str:
    """What a cell says; nothing where it is merged with another."""
    return "" if isinstance(cell, Same) else " ".join(line.text for line in cell)


def _repeated(table: Table, following: Table) -> int:
    """How many rows at the top say the same in both."""
    count = 0
    for row, other in zip(table.rows[:_MOST_HEADERS], following.rows[:_MOST_HEADERS], strict=False):
        if not any(_texts(row)) or _texts(row) != _texts(other):
            break
        count += 1
    return count


def _texts(row: Sequence[Cell]) -> list[str]:
    return [said(cell) for cell in row]


def _is_bold(row: Sequence[Cell]) -> bool:
    lines = [line for cell in row if not isinstance(cell, Same) for line in cell]
    return bool(lines) and all(line.bold for line in lines)


def _is_cut(table: Table, rest: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row of a page is the rest of the last row before it.

    It is where it does not begin as the rows of the table do, or where its first cell is empty and some cell goes on
    in the middle of a sentence.
    """
    row = rest[0]
    begins = [beginning(said(one[0])) for one in (*table.rows[table.headers :], *rest[1:]) if said(one[0])]
    usual = max(begins, key=lambda one: (begins.count(one), one), default="")
    first = said(row[0])
    if usual and len(begins) > 2 and begins.count(usual) >= _ALIKE * len(begins):
        return beginning(first) != usual
    pairs = [(said(cell), said(more)) for cell, more in zip(table.rows[-1], row, strict=True) if said(more)]
    small = [after[:1].islower() for before, after in pairs if before]
    if not first:
        return any(small) or any(_is_unfinished(table, before) for before, _ in pairs)
    return any(small) and all(after[:1].islower() or _is_unfinished(table, before) for before, after in pairs)


def _is_unfinished(table: Table, text: str) -> bool:
    """Whether a cell breaks off in a sentence: it is long, and other long cells of its table end with a full stop."""
    if len(text) <= _SENTENCE or ENDED.search(text):
        return False
    long = [said(cell) for row in table.rows[table.headers : -1] for cell in row if len(said(cell)) > _SENTENCE]
    return 2 * sum(bool(ENDED.search(one)) for one in long) > len(long)


def _joined(cell: Cell, more: Cell) -> Cell:
    if isinstance(cell, Same):
        return cell
    lines: list[Line] = [] if isinstance(more, Same) else more
    return [*cell, *lines]
