"""From Word documents (DOCX) to text and blocks.

Word's XML is read as it stands, by the standard library's parser: what python-docx leaves out (content controls,
tracked changes, the numbers of lists, text boxes) is where pledges stand in many a report. Headers, footers, notes and
the table of contents are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.read.archive import damaged
from graph.read.decode import sha256_of
from graph.read.docx.names import TBL, P, below, content
from graph.read.docx.numbering import BULLET, Numbering
from graph.read.docx.parts import Parts, parts_of
from graph.read.docx.passages import Passage, passage_of
from graph.read.docx.styles import Styles
from graph.read.docx.tables import Words, frame_cells, rows_of
from graph.read.typed import parted
from graph.read.writer import Same, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from graph.blocks import Reading

# Characters of a heading: a sentence that is longer than the one, or anything longer than the other, is none.
_LONG_HEADING, _LONGEST_HEADING = 120, 250
_TITLES_OF_PROGRAMS = ("microsoft word", "word document", "powerpoint", "untitled", "document1")


def read(path: Path, data: bytes) -> Reading:
    """Read a DOCX file. Raises DocumentError where it is damaged or encrypted, or unpacks to too much."""
    reader = _Reader(parts_of(path, data))
    try:
        return reader.reading(path.name, sha256_of(data))
    except RecursionError:  # nested deeper than any person nests
        raise damaged(path) from None


class _Reader:
    """A document being read: lists count as it goes."""

    def __init__(self, parts: Parts) -> None:
        self._body = below(parts.document, "body")
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering)
        self._writer = Writer()
        self._title = "" if parts.title.lower().startswith(_TITLES_OF_PROGRAMS) else parts.title
        self._titled = False

    def reading(self, file_name: str, sha256: str) -> Reading:
        if self._body is not None:
            self._write(self._body)
        return self._writer.reading(file_name, sha256, self._title)

    def _write(self, container: Element) -> None:
        """Write all that stands in a body, a text box, or a cell that is only a frame."""
        for child in content(container):
            if child.tag == P:
                self._paragraph(child)
            elif child.tag == TBL:
                self._table(child)

    def _paragraph(self, paragraph: Element) -> None:
        if self._styles.is_contents(paragraph):
            return
        passage = passage_of(paragraph, self._styles)
        marker, depth = self._marker(paragraph)
        level = self._styles.heading_level(paragraph)
        if self._styles.is_title(paragraph) and passage.text.strip() and not self._titled:
            self._title, self._titled = passage.text, True
        if level and _could_be_heading(passage.text):
            number = "" if marker == BULLET else marker
            self._writer.heading(" ".join([number, *passage.text.split()]), level, strong=passage.strong)
        elif marker:
            self._writer.bullet(passage.text, depth, marker, strong=passage.strong)
        else:
            self._plain(passage)
        for box in passage.boxes:
            self._write(box)

    def _plain(self, passage: Passage) -> None:
        for marker, text in parted(passage.text):
            if marker:
                self._writer.bullet(text, 1, marker, strong=passage.strong)
            else:
                self._writer.paragraph(text, strong=passage.strong)

    def _marker(self, paragraph: Element) -> tuple[str, int]:
        """The sign or number of a list item, and its level from 1; empty where a paragraph is none."""
        place = self._styles.place_in_list(paragraph)
        if place is not None and place.list_number == 0:
            return "", 0
        level = self._styles.list_level(paragraph)
        marker = self._numbering.marker(place.list_number, place.depth) if place else ""
        if place and marker:
            return marker, max(place.depth + 1, level)
        return BULLET if level else "", level

    def _table(self, table: Element) -> None:
        frames = frame_cells(table)
        for frame in frames:
            self._write(frame)
        number = 0 if frames else self._writer.new_table()
        for row in () if frames else rows_of(table, self._words):
            self._writer.row(row.cells, number, header=row.header, strong=row.strong)

    def _words(self, cell: Element) -> Words:
        """A cell on lines of its own. A bullet shows only where there are several of them."""
        lines = [line for line in self._lines(cell) if line.marker.strip(BULLET) or line.text.strip()]
        alone = len(lines) == 1 and lines[0].marker == BULLET
        texts = (line.text if alone else f"{line.marker} {line.text}" for line in lines)
        return Words("\n".join(texts), bool(lines) and all(line.strong for line in lines))

    def _lines(self, cell: Element) -> Iterator[_Line]:
        for child in content(cell):
            if child.tag == P:
                passage = passage_of(child, self._styles)
                yield _Line(self._marker(child)[0], passage.text, passage.strong)
                for box in passage.boxes:
                    yield from self._lines(box)
            elif child.tag == TBL:
                for row in rows_of(child, self._words):
                    said = [one for one in row.cells if not isinstance(one, Same) and one]
                    yield _Line("", " | ".join(said), row.strong)


class _Line(NamedTuple):
    """A paragraph within a cell."""

    marker: str
    text: str
    strong: bool


def _could_be_heading(text: str) -> bool:
    """Whether a text of a heading's style is one: styles are also used to number paragraphs."""
    return len(text) <= _LONGEST_HEADING and not (len(text) > _LONG_HEADING and text.rstrip().endswith((".", ";")))
