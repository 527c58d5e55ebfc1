"""The tables of a document with their headers. What a column holds is told by all tables that are headed alike."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.extract.tables.columns import header_of, is_header_again
from graph.extract.tables.guessed_headers import guessed_header
from graph.extract.tables.pledge_cells import is_total
from graph.extract.tables.table_roles import settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known
    from graph.extract.tables.columns import Header, Heading

    Names = tuple[str, ...]


class HeadedTables:
    """The headers of the tables of one document, by the places of the tables."""

    def __init__(self, tables: Sequence[Sequence[Block]], known: Known) -> None:
        self._tables = tables
        self._known = known
        self.headers = [header_of(rows, known) for rows in tables]
        self._settled: dict[tuple[Names, bool], tuple[Heading, ...] | None] = {}

    @cached_property
    def _guessed(self) -> list[Header | None]:
        pairs = zip(self._tables, self.headers, strict=True)
        return [guessed_header(rows, self._known) if header is None else None for rows, header in pairs]

    @cached_property
    def _bodies(self) -> dict[Names, list[Block]]:
        """The rows of all tables whose headings are the same."""
        found: defaultdict[Names, list[Block]] = defaultdict(list)
        for number, header in enumerate(self.headers):
            if header:
                found[_names(header)].extend(self.body(number, header))
        return found

    def header(self, number: int, *, guess: bool) -> Header | None:
        """The header of a table: one whose headings are known, or else, if wanted, what looks like one."""
        return self.headers[number] or (self._guessed[number] if guess else None)

    def body(self, number: int, header: Header | None) -> list[Block]:
        """The rows of a table below its header, but for those that repeat it or count the others."""
        rows = self._tables[number]
        if header is None:
            return list(rows)
        return [row for row in rows[header.rows :] if not (is_header_again(row, header) or _counts_others(row))]

    def headings(self, number: int, header: Header) -> tuple[Heading, ...] | None:
        """The headings of a table with their roles; None where it is no action table."""
        names, is_known = _names(header), header is self.headers[number]
        if (names, is_known) not in self._settled:
            rows = self._bodies[names] if is_known else self._guessed_body(names)
            self._settled[names, is_known] = settled(header.headings, rows, self._known)
        return self._settled[names, is_known]

    def _guessed_body(self, names: Names) -> list[Block]:
        alike = [number for number, one in enumerate(self._guessed) if one and _names(one) == names]
        return [row for number in alike for row in self.body(number, self._guessed[number])]


def _names(header: Header) -> Names:
    return tuple(key(heading.text) for heading in header.headings)


def _counts_others(row: Block) -> bool:
    """Whether a row counts those above it: "Total | 13"."""
    cells = [cell.text for cell in dict.fromkeys(row.cells) if cell.text.strip()]
    return bool(cells) and is_total(cells[0]) and not any(any(map(str.isalpha, text)) for text in cells[1:])
