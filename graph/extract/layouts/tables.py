"""Tables with a column of pledges, and columns of owners, partners, timescales, measures, progress and statuses.

Each row becomes its pledges with what stands beside them. A pledge whose cell spans several rows, or is left empty in
the rows below, is one pledge with several answers. What heads the rows (a column of themes, a row across the table)
is their theme, below the headings that the table stands under.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.cards import cards_of
from graph.extract.columns import Column, Heading, header_of, is_header_again
from graph.extract.heading_paths import paths_without
from graph.extract.headings import title_of
from graph.extract.items import RawPledge, RawSection, span_of
from graph.extract.legend import legend_of
from graph.extract.pledge_cells import (
    has_parts,
    is_as_above,
    is_blank,
    is_code,
    is_total,
    pledges_in,
    reference_of,
    width_of,
    without_sign,
)
from graph.extract.reported import Field, answers_of
from graph.extract.table_roles import settled
from graph.extract.tails import tail
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.items import RawAnswer
    from graph.extract.known import Known
    from graph.extract.status_words import Legend

    Path = tuple[str, ...]

_BESIDE = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}
_LONGEST_THEME = 150  # characters of a row that heads those below it
_FEW_WORDS = 8
_FEW_COLUMNS = 3
_SHORT_TITLE = 3  # words, among pledges that have twice as many
_MOST_BETWEEN = 3  # short blocks (a page's number, its running head) between two halves of one table


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The sections of a document in this layout, in reading order; empty where it is not in it."""
    if not any(block.kind is BlockKind.ROW for block in blocks):
        return []
    reading = _Tables(known, legend_of(blocks, known))
    above = paths_without(blocks)
    start = 0
    for (is_row, _), group in groupby(range(len(blocks)), lambda number: _table_of(blocks[number])):
        numbers = list(group)
        if is_row:
            before = blocks[start : numbers[0]]
            reading.table([blocks[number] for number in numbers], above[numbers[0]], before)
            start = numbers[-1] + 1
    return [section for section in reading.sections if section.pledges]


def _table_of(block: Block) -> tuple[bool, int]:
    return (True, block.table) if block.kind is BlockKind.ROW else (False, 0)


class _Tables:
    """The tables of one document being read, one after the other."""

    def __init__(self, known: Known, legend: Legend) -> None:
        self.known = known
        self.legend = legend
        self.sections: list[RawSection] = []
        self.headings: tuple[Heading, ...] = ()  # of the action table before
        self.theme: dict[int, Span] = {}  # what the columns of themes say, by their place
        self.row_theme: Path = ()  # what a row across the table says
        self.pledges: list[int] = []  # places, in the last section, of the pledges of the row before
        self.pledge: Span | None = None
        self.answers: dict[Span, RawAnswer] = {}  # of the last section, by where they stand
        self.row: list[Field] = []  # the row before
        self.held: list[Field] = []  # the row before, where it has only the reference of a pledge: a page ends there

    def table(self, rows: Sequence[Block], above: Path, before: Sequence[Block]) -> None:
        """Read one table, which stands under the headings `above`, after the blocks `before`."""
        header = header_of(rows, self.known)
        body = rows[header.rows :] if header else rows
        body = [row for row in body if header is None or not (is_header_again(row, header) or _is_total(row))]
        headings = settled(header.headings, body, self.known) if header else None
        cards = cards_of(rows, self.known, _numbered_heading(before))
        goes_on = self._goes_on(rows, before)
        if cards:
            self._start(())
            is_headed = any(field.span.start < rows[0].start for field in cards[0])
            for card in cards:
                self._read(card, above[:-1] if is_headed else above)
        elif headings:
            if headings != self.headings or not goes_on:
                self._start(headings)
            self.row_theme = _title_before(rows[: header.rows if header else 0], body) or self.row_theme
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
            if _is_theme(row, pledge, usual):
                self.row_theme = (title_of(_said(row)[0].text),)
                self.pledge, self.pledges = None, []
            elif len(row.cells) <= 1 or len(set(row.cells)) > 1:
                fields = [Field(*one) for one in zip(self.headings, row.cells, strict=False)]
                self._read(fields, above, width, numbered=numbered)
                for other in fields if others else ():  # the pledges of further years
                    if other.role is Column.PLEDGE and other is not fields[pledge] and other.span.text.strip():
                        beside = [one for one in fields if one.role is not Column.PLEDGE]
                        self._read([*beside, other], above, width, numbered=numbered)

    def _read(self, row: list[Field], above: Path, width: int = 0, *, numbered: bool = False) -> None:
        """One row: its theme, its pledges, what stands beside them, and its answers."""
        self._note_themes(row)
        cell = next((field.span for field in row if field.role is Column.PLEDGE), None)
        if cell is None or (cell.text.strip() and is_blank(cell.text)):
            return
        if cell.text.strip() and not self._is_the_same(cell, _reference(row)):
            held, self.held = self.held, []
            reference = _reference([*row, *held])
            if not self._open(cell, (*above, *self._themes()), reference, width, numbered=numbered):
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

    def _open(self, cell: Span, theme: Path, reference: str, width: int, *, numbered: bool) -> bool:
        """Start the pledges of a row, in the section of their theme; False where the cell has only their number."""
        self.pledge = cell
        found = list(_pledges(cell, reference, width, numbered=numbered))
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
        for place, field in enumerate(row):
            role = _BESIDE.get(field.role)
            span = field.span
            if role and is_as_above(span.text) and place < len(self.row):
                span = self.row[place].span
            if role and not is_blank(span.text) and not is_as_above(span.text):
                yield role, span_of(span)


def _title_before(header: Sequence[Block], body: Sequence[Block]) -> Path:
    """What heads the first rows of a table in which such rows head the others too, where it stands above the header."""
    titles = [row for row in header if len(set(row.cells)) == 1 < len(row.cells)]
    alike = any(len(set(row.cells)) == 1 < len(row.cells) for row in body)
    return (title_of(titles[-1].cells[0].text),) if titles and alike else ()


def _reference(row: Sequence[Field]) -> str:
    return next((field.span.text for field in row if field.role is Column.REFERENCE and field.span.text), "")


def _pledges(cell: Span, reference: str, width: int, *, numbered: bool) -> Iterator[RawPledge]:
    """The pledges of a cell. A number of their own counts before that of the row."""
    for piece in pledges_in(cell, width):
        own, start = reference_of(piece.text, numbered=numbered)
        if has_parts(piece.text, own):
            own, start = "", 0
        span, beside = tail(without_sign(span_of(piece, start)))
        if span.text:
            yield RawPledge(span, own or " ".join(reference.split()).rstrip("."), beside=beside)


def _is_total(row: Block) -> bool:
    """Whether a row counts those above it: "Total | 13"."""
    cells = [span.text for span in _said(row)]
    return bool(cells) and is_total(cells[0]) and not any(any(map(str.isalpha, text)) for text in cells[1:])


def _said(row: Block) -> list[Span]:
    return [cell for cell in dict.fromkeys(row.cells) if cell.text.strip()]


def _is_theme(row: Block, pledge: int, usual: int) -> bool:
    """Whether a row heads those below it: one cell across the table, or a first one that is no pledge of its own.

    `usual` is how many words a pledge of the table has: a pledge of which nothing is said stands alone in its row too.
    """
    said = _said(row)
    if (
        len(said) != 1
        or len(row.cells) == 1
        or len(said[0].text) > _LONGEST_THEME
        or said[0].text.rstrip().endswith(".")
    ):
        return False
    if len(set(row.cells)) == 1 or row.strong or pledge != row.cells.index(said[0]):
        return True
    text, words = said[0].text, len(said[0].text.split())
    is_title = text.isupper() or (title_of(text) != text and not text[0].isdigit())
    return is_title or (len(row.cells) > _FEW_COLUMNS and words <= _SHORT_TITLE and usual > 2 * _SHORT_TITLE)


def _numbered_heading(before: Sequence[Block]) -> Span | None:
    """The heading right above a table, where it is numbered as an action is."""
    last = before[-1] if before else None
    if (
        last is None
        or last.kind is BlockKind.BULLET
        or not reference_of(last.text)[0]
        or len(last.text) > _LONGEST_THEME * 2
    ):
        return None
    return Span(last.text, last.start, last.end, last.line)
