"""Writes down what the pages of a document hold: paragraphs joined over columns and pages, and whole tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.pdf import joins, notes
from graph.read.pdf.headings import Body, levels
from graph.read.pdf.hyphens import Hyphens
from graph.read.pdf.lines import Line
from graph.read.pdf.paragraphs import Leading, Paragraph, paragraphs
from graph.read.pdf.tables import Table
from graph.read.writer import Same, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Reading
    from graph.read.pdf.order import Piece

_NEAR = 4.0  # points: bullets that start no further apart stand equally deep
_MOSTLY_TABLES = 0.25  # of a text stands outside tables, at most: then its body is what stands in them
_PAGE = "\f"


class Composer:
    """Takes the pages one after the other, and writes them down at the end, once all of the document is known."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []

    def add(self, pieces: Sequence[Piece]) -> None:
        """What the next page holds, in reading order."""
        for piece in pieces:
            last = self.pieces[-1] if self.pieces else None
            if isinstance(piece, Table) and isinstance(last, Table) and joins.goes_on(last, piece):
                joins.join(last, piece)
                continue
            if isinstance(piece, Table):
                joins.mark_headers(piece)
            self.pieces.append(piece)

    def reading(self, file_name: str, sha256: str, pages: int) -> Reading:
        """Write it all down."""
        outside = [piece for piece in self.pieces if isinstance(piece, Line)]
        runs = [outside, *(cell for piece in self.pieces if isinstance(piece, Table) for cell in _cells(piece))]
        lines = [line for run in runs for line in run]
        body = Body(outside if _length(outside) > _MOSTLY_TABLES * _length(lines) else lines)
        leading = Leading(runs, body.size)
        small = notes.footnotes(outside, body.size)
        aside = set(map(id, small))
        found = list(_parts([piece for piece in self.pieces if id(piece) not in aside], leading))
        writing = _Writing(Hyphens(line.text for line in lines), leading, small)
        for part, level in zip(found, levels(found, body), strict=True):
            writing.add(part, level)
        writing.end(pages)
        return writing.writer.reading(file_name, sha256)


def _cells(table: Table) -> Iterator[list[Line]]:
    return (cell for row in table.rows for cell in row if not isinstance(cell, Same))


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _parts(pieces: Sequence[Piece], leading: Leading) -> Iterator[Paragraph | Table]:
    """Paragraphs, and the tables between them."""
    waiting: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Line):
            waiting.append(piece)
            continue
        yield from paragraphs(waiting, leading)
        waiting = []
        yield piece
    yield from paragraphs(waiting, leading)


class _Writing:
    """Keeps count of pages, of how deep lists go, and of the footnotes that are still to be written."""

    def __init__(self, hyphens: Hyphens, leading: Leading, small: Sequence[Line]) -> None:
        self.writer = Writer()
        self.hyphens = hyphens
        self.leading = leading
        self.notes = list(small)
        self.page = 0
        self.indents: list[float] = []

    def add(self, part: Paragraph | Table, level: int) -> None:
        """Write a paragraph or a table; a paragraph with a level is a heading."""
        page = part.page if isinstance(part, Table) else part.head.page
        self._notes_before(page)
        self._turn_to(page)
        if isinstance(part, Table):
            self._table(part)
        else:
            self._paragraph(part, level)

    def end(self, pages: int) -> None:
        """Write what is left, to the last page."""
        self._notes_before(pages + 1)
        self._turn_to(pages)

    def _turn_to(self, page: int) -> None:
        while self.page < page:
            self.page += 1
            self.writer.page()

    def _notes_before(self, page: int) -> None:
        text: list[str] = []
        while self.notes and self.notes[0].page < page:
            line = self.notes.pop(0)
            if text and notes.starts(line):
                self.writer.paragraph(self.hyphens.join(text))
                text = []
            self._turn_to(line.page)
            text.append(f"{line.marker} {line.text}".strip())
        self.writer.paragraph(self.hyphens.join(text))

    def _paragraph(self, paragraph: Paragraph, level: int) -> None:
        text, marker = self._joined(paragraph), paragraph.marker
        if level:
            self.indents = []
            self.writer.heading(f"{marker} {text}".strip(), level, strong=paragraph.bold)
        elif marker:
            self.writer.bullet(text, self._depth(paragraph.head), marker, strong=paragraph.bold)
        else:
            self.indents = [one for one in self.indents if one < paragraph.head.indent - _NEAR]
            self.writer.paragraph(text, strong=paragraph.bold)

    def _joined(self, paragraph: Paragraph) -> str:
        """The text of a paragraph, with a form feed wherever it turns to a new page."""
        text, lines = "", list(paragraph.lines)
        while lines:
            page = lines[0].page
            count = sum(line.page == page for line in lines)
            part = self.hyphens.join([line.text for line in lines[:count]])
            whole = self.hyphens.join([text, part]) if text else part
            if text:
                self.page = page
                turn = len(text) if whole.startswith(text + " ") else text.rfind(" ") + 1
                whole = whole[:turn] + _PAGE + whole[turn:]
            text, lines = whole, lines[count:]
        return text

    def _depth(self, line: Line) -> int:
        """How deep an item stands among those around it."""
        while self.indents and self.indents[-1] > line.indent + _NEAR:
            self.indents.pop()
        if not self.indents or line.indent > self.indents[-1] + _NEAR:
            self.indents.append(line.indent)
        return len(self.indents)

    def _table(self, table: Table) -> None:
        self.indents = []
        number = self.writer.new_table()
        for place, row in enumerate(table.rows):
            pages = [cell[0].page for cell in row if cell and not isinstance(cell, Same)]
            self._turn_to(min(pages, default=self.page))
            cells = [cell if isinstance(cell, Same) else self._cell(cell) for cell in row]
            self.writer.row(cells, number, header=place < table.headers)

    def _cell(self, lines: Sequence[Line]) -> str:
        """The paragraphs of a cell, each on a line of its own."""
        found = paragraphs(lines, self.leading)
        texts = [(one.marker, self.hyphens.join([line.text for line in one.lines])) for one in found]
        return "\n".join(f"{marker} {text}".strip() for marker, text in texts)
