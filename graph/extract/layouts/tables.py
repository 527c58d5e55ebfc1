"""Tables with a column of pledges, and columns of owners, partners, timescales, measures, progress and statuses.

Each row becomes its pledges with what stands beside them. A pledge whose cell spans several rows, or is left empty in
the rows below, is one pledge with several answers. What heads the rows (a column of themes, a row across the table)
is their theme, below the headings that the table stands under.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.heading_paths import paths_without
from graph.extract.headings import title_of
from graph.extract.items import RawPledge, RawSection, span_of
from graph.extract.marks.legend import legend_of
from graph.extract.marks.tails import tail
from graph.extract.names.cells import owner_and_partner
from graph.extract.tables.above_table import said_above
from graph.extract.tables.cards import cards_of
from graph.extract.tables.cell_kinds import undertakes
from graph.extract.tables.columns import Column, Heading, years_in
from graph.extract.tables.headed_tables import HeadedTables
from graph.extract.tables.keys import is_key
from graph.extract.tables.pledge_cells import (
    has_parts,
    is_as_above,
    is_blank,
    is_code,
    pledges_in,
    reference_of,
    width_of,
    without_sign,
)
from graph.extract.tables.reported import Field, answers_of, balls_in, overtaken_times
from graph.extract.tables.stacked import Stacked
from graph.extract.tables.table_titles import is_theme, numbered_heading, said_in, title_before
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.items import RawAnswer
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

    Path = tuple[str, ...]
    Beside = list[tuple[Role, Span]]

_BESIDE = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}
_FEW_WORDS = 8
_MOST_BETWEEN = 3  # short blocks (a page's number, its running head) between two halves of one table


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The sections of a document in this layout, in reading order; empty where it is not in it."""
    found = list(_tables(blocks))
    if not found:
        return []
    legend = legend_of(blocks, known)
    tables = [rows for _, rows, _ in found]
    known = replace(known, statuses={**balls_in(tables), **known.statuses, **legend.words})
    found = [one for one in found if not is_key(one[1], known, legend)]
    reading = _Tables([rows for _, rows, _ in found], known, legend)
    above = paths_without(blocks)
    for number, (place, _, before) in enumerate(found):
        reading.table(number, above[place], before)
    return [section for section in reading.sections if section.pledges]


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Block], Sequence[Block]]]:
    """The place of each table among the blocks, its rows, and the blocks between it and the table before."""
    start = 0
    for (is_row, _), group in groupby(range(len(blocks)), lambda number: _table_of(blocks[number])):
        numbers = list(group)
        if is_row:
            yield numbers[0], [blocks[number] for number in numbers], blocks[start : numbers[0]]
            start = numbers[-1] + 1


def _table_of(block: Block) -> tuple[bool, int]:
    return (True, block.table) if block.kind is BlockKind.ROW else (False, 0)


class _Tables:
    """The tables of one document being read, one after the other."""

    def __init__(self, tables: Sequence[Sequence[Block]], known: Known, legend: Legend) -> None:
        self.tables = tables
        self.known = known
        self.legend = legend
        self.headed = HeadedTables(tables, known)
        self.stacked = Stacked(tables, known)
        self.sections: list[RawSection] = []
        self.headings: tuple[Heading, ...] = ()  # of the action table before
        self.shared: Beside = []  # what the lines above the table say of all its rows
        self.theme: dict[int, Span] = {}  # what the columns of themes say, by their place
        self.row_theme: Path = ()  # what a row across the table says
        self.pledges: list[int] = []  # places, in the last section, of the pledges of the row before
        self.pledge: Span | None = None
        self.answers: dict[Span, RawAnswer] = {}  # of the last section, by where they stand
        self.row: list[Field] = []  # the row before
        self.held: list[Field] = []  # the row before, where it has only the reference of a pledge: a page ends there

    def table(self, number: int, above: Path, before: Sequence[Block]) -> None:
        """Read one table, which stands under the headings `above`, after the blocks `before`."""
        rows = self.tables[number]
        goes_on = self._goes_on(rows, before)
        header = self.headed.header(number, guess=not goes_on)
        headings = self.headed.headings(number, header) if header else None
        if headings != self.headings or not goes_on:
            self.shared = said_above(before, self.known)
        if number in self.stacked.rows and (laid := self.stacked.settled):
            self._start(laid)
            self._rows(self.stacked.rows[number], above)
        elif cards := cards_of(rows, self.known, numbered_heading(before)):
            self._start(())
            is_headed = any(field.span.start < rows[0].start for field in cards[0])
            for card in cards:
                self._read(card, above[:-1] if is_headed else above)
        elif header and headings:
            if headings != self.headings or not goes_on:
                self._start(headings)
            body = self.headed.body(number, header)
            self.row_theme = title_before(rows[: header.rows], body) or self.row_theme
            self._rows(body, above)
        elif header is None and goes_on:
            self._rows(rows, above)
        else:
            self._start(())

    def _start(self, headings: tuple[Heading, ...]) -> None:
        self.headings = headings
        self.theme, self.row_theme, self.pledges, self.pledge, self.row, self.held = {}, (), [], None, [], []

    def _goes_on(self, rows: Sequence[Block], before: Sequence[Block]) -> bool:
        """Whether a table without a header is the rest of the one before, over the end of a page."""
        few = len(before) <= _MOST_BETWEEN and all(len(block.text.split()) <= _FEW_WORDS for block in before)
        headed = any(block.kind is BlockKind.HEADING for block in before)
        return few and not headed and bool(self.headings) and len(rows[0].cells) == len(self.headings)

    def _rows(self, rows: Sequence[Block], above: Path) -> None:
        pledge, *others = (number for number, one in enumerate(self.headings) if one.role is Column.PLEDGE)
        cells = [row.cells[pledge] for row in rows if pledge < len(row.cells) and len(set(row.cells)) > 1]
        numbered = 2 * sum(bool(reference_of(cell.text, numbered=True)[0]) for cell in cells) > len(cells)
        width = width_of(cells)
        words = sorted(len(cell.text.split()) for cell in cells if cell.text.strip())
        usual = words[len(words) // 2] if words else 0
        for row in rows:
            if is_theme(row, pledge, usual):
                self.row_theme = (title_of(said_in(row)[0].text),)
                self.pledge, self.pledges = None, []
            elif len(row.cells) <= 1 or len(set(row.cells)) > 1:
                fields = [Field(*one) for one in zip(self.headings, row.cells, strict=False)]
                beside = [one for one in fields if one.role is not Column.PLEDGE]
                for number in (pledge, *others):
                    if number == pledge or (number < len(fields) and fields[number].span.text.strip()):
                        when = _year_of(self.headings[number]) if others else []
                        self._read([*beside, *fields[number : number + 1], *when], above, width, numbered=numbered)

    def _read(self, row: list[Field], above: Path, width: int = 0, *, numbered: bool = False) -> None:
        """One row: its theme, its pledges, what stands beside them, and its answers."""
        self._note_themes(row)
        cell = next((field.span for field in row if field.role is Column.PLEDGE), None)
        if cell is None or (cell.text.strip() and is_blank(cell.text)) or _only_replies(row):
            return
        if cell.text.strip() and not self._is_the_same(cell, _reference(row)):
            held, self.held = self.held, []
            reference = _reference([*row, *held])
            own = not _is_declared([*row, *held])
            if not self._open(cell, (*above, *self._themes()), reference, width, numbered=numbered, own=own):
                number = Heading("", Column.REFERENCE)
                self.held = [Field(number, cell), *(field for field in row if field.role is not Column.PLEDGE)]
                return
            row = [*held, *row]
        if self.pledges:
            self._add(row)
        self.row = row

    def _add(self, row: Sequence[Field]) -> None:
        """What stands beside a row's pledges, and what answers them; a cell that spans several rows counts once."""
        section = self.sections[-1]
        for place in self.pledges:
            pledge = section.pledges[place]
            said = {(role, span.text) for role, span in pledge.beside}
            pledge.beside.extend((role, span) for role, span in self._beside(row) if (role, span.text) not in said)
            roles = {role for role, _ in pledge.beside}
            pledge.beside.extend((role, span) for role, span in self.shared if role not in roles)
        for answer in answers_of(row, self.known, self.legend):
            if answer.span not in self.answers:
                self.answers[answer.span] = answer
                section.progress.append(answer)
            answer = self.answers[answer.span]
            answer.answers = tuple(dict.fromkeys((*answer.answers, *self.pledges)))

    def _is_the_same(self, cell: Span, reference: str) -> bool:
        """Whether a cell is that of the row before: merged with it, or the same words again under the same number."""
        if self.pledge is None or cell == self.pledge:
            return self.pledge is not None
        return cell.text.split() == self.pledge.text.split() and reference in ("", _reference(self.row))

    def _open(self, cell: Span, theme: Path, reference: str, width: int, *, numbered: bool, own: bool) -> bool:
        """Start the pledges of a row, in the section of their theme; False where the cell has only their number."""
        self.pledge = cell
        found = list(_pledges(cell, reference, width, numbered=numbered, own=own))
        if not found:
            return False
        if not self.sections or self.sections[-1].heading != theme:
            self.sections.append(RawSection(theme))
            self.answers = {}
        section = self.sections[-1]
        self.pledges = list(range(len(section.pledges), len(section.pledges) + len(found)))
        section.pledges.extend(found)
        return True

    def _note_themes(self, row: Sequence[Field]) -> None:
        """An empty cell in a column of themes goes on with the theme above it, and ends those to its right."""
        for place, field in enumerate(row):
            if field.role is Column.THEME and not is_blank(field.span.text) and self.theme.get(place) != field.span:
                self.theme = {one: span for one, span in self.theme.items() if one < place} | {place: field.span}

    def _themes(self) -> Path:
        titles = (title_of(span.text) for _, span in sorted(self.theme.items()) if not is_code(span.text))
        return tuple(dict.fromkeys((*self.row_theme, *titles)))

    def _beside(self, row: Sequence[Field]) -> Iterator[tuple[Role, Span]]:
        """Who, with whom, by when, measured how: the cells that say something, "as above" as the cell above."""
        overtaken = overtaken_times(row)
        for place, field in enumerate(row):
            role = None if field in overtaken else _BESIDE.get(field.role)
            span = field.span
            if role and is_as_above(span.text) and place < len(self.row):
                span = self.row[place].span
            if role and not is_blank(span.text) and not is_as_above(span.text):
                yield from _parted(role, span)


def _parted(role: Role, span: Span) -> Beside:
    """A cell with its role; one of owners that says with whom they work is parted: "Estates, with Harbour Trust"."""
    both = owner_and_partner(span.text) if role is Role.OWNER else None
    if both is None:
        return [(role, span_of(span))]
    owner, partner = both
    return [(Role.OWNER, span_of(span, *owner)), (Role.PARTNER, span_of(span, *partner))]


def _year_of(heading: Heading) -> list[Field]:
    """When the pledges of a column are due that stands beside those of other years: "Targets for 2025-26"."""
    span = heading.span and years_in(heading.span)
    return [Field(Heading(heading.text, Column.TIMESCALE), span)] if span else []


def _only_replies(row: Sequence[Field]) -> bool:
    """Whether the reply to what people asked for takes nothing on."""
    cell, heading = next((field.span, field.heading) for field in row if field.role is Column.PLEDGE)
    return heading.replies and bool(cell.text.strip()) and not undertakes(cell.text)


def _reference(row: Sequence[Field]) -> str:
    return next((field.span.text for field in row if field.role is Column.REFERENCE and field.span.text), "")


def _is_declared(row: Sequence[Field]) -> bool:
    """Whether the body's manifest says which column holds the references."""
    return any(field.role is Column.REFERENCE and field.heading.declared and field.span.text for field in row)


def _pledges(cell: Span, reference: str, width: int, *, numbered: bool, own: bool) -> Iterator[RawPledge]:
    """The pledges of a cell. A number of their own counts before that of the row, unless it is not wanted."""
    for piece in pledges_in(cell, width):
        number, start = reference_of(piece.text, numbered=numbered)
        if has_parts(piece.text, number):
            number, start = "", 0
        span, beside = tail(without_sign(span_of(piece, start)))
        if span.text:
            yield RawPledge(span, (number if own else "") or " ".join(reference.split()).rstrip("."), beside=beside)
