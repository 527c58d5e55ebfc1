"""From web pages (HTML) to text and blocks.

What a page has around its document, and what it hides, is left out. Nothing that it refers to is fetched, and no
script of it is run: it is parsed, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.errors import DocumentError
from graph.read.decode import sha256_of
from graph.read.html.charset import page_text
from graph.read.html.extent import extent_of
from graph.read.html.page import Said, Walk
from graph.read.html.tables import captions_of, is_table, rows_of
from graph.read.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from graph.blocks import Reading

_DEEPEST = 1000  # elements open at once: browsers stop at 512, and the parser slows down with the square of it
_MOST_ELEMENTS = 300_000  # some 1,500 pages


def read(path: Path, data: bytes) -> Reading:
    """Read a web page. Raises DocumentError where its elements are too many, or nested too deep."""
    from selectolax.lexbor import LexborHTMLParser

    text = page_text(data)
    extent = extent_of(text)
    if extent.depth > _DEEPEST:
        raise _too_deep(path)
    if extent.elements > _MOST_ELEMENTS:
        raise DocumentError(path, f"has more than {_MOST_ELEMENTS:,} elements", "split it into its documents")
    page = LexborHTMLParser(text)
    writer = Writer()
    try:
        if page.body is not None:
            _write(page.body, writer)
    except RecursionError:  # of tables within tables
        raise _too_deep(path) from None
    return writer.reading(path.name, sha256_of(data), _title(page))


def _write(body: LexborNode, writer: Writer) -> None:
    for said in Walk(body, is_table).said():
        if not isinstance(said, Said):
            _write_table(said, writer)
        elif said.kind is BlockKind.HEADING:
            writer.heading(said.text, said.level, strong=said.strong, classes=said.classes)
        elif said.kind is BlockKind.BULLET:
            writer.bullet(said.text, said.level, said.marker, strong=said.strong, classes=said.classes)
        else:
            writer.paragraph(said.text, strong=said.strong, classes=said.classes)


def _write_table(table: LexborNode, writer: Writer) -> None:
    for caption in captions_of(table):
        writer.paragraph(caption)
    number = writer.new_table()
    for row in rows_of(table):
        writer.row(row.cells, number, header=row.header, strong=row.strong, classes=row.classes)


def _title(page: LexborHTMLParser) -> str:
    title = page.css_first("head > title")
    return title.text() if title else ""


def _too_deep(path: Path) -> DocumentError:
    return DocumentError(path, "has elements nested too deep to be read", "save it anew, or save it as PDF")
