"""PDF: from characters with places to headings, bullets, paragraphs and rows of tables.

pdfium gives characters and strokes (`glyphs`, `strokes`); what stands together is ours: tables (`tables`, `gaps`), the
order of columns (`order`), paragraphs (`paragraphs`), headings (`headings`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph.errors import DocumentError
from graph.read.decode import sha256_of
from graph.read.pdf.compose import Composer
from graph.read.pdf.contents import without_contents
from graph.read.pdf.furniture import Furniture
from graph.read.pdf.gaps import Gaps
from graph.read.pdf.order import ordered
from graph.read.pdf.sheets import sheet
from graph.read.pdf.source import Source
from graph.read.pdf.titles import title

if TYPE_CHECKING:
    from pathlib import Path

    from graph.blocks import Reading
    from graph.read.pdf.corridors import Corridors

_AT_ONCE = 64  # pages whose margins are compared; no more are held in memory as words
_READABLE = 0.5  # of the characters, at least


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF.

    Raises DocumentError where it is damaged, locked or empty, holds pictures of pages alone, or does not say which
    characters it draws.
    """
    furniture, composer = Furniture(), Composer()
    columns: Corridors = ()
    gutters: set[float] = set()
    with Source(path, data) as source:
        pages = source.pages()
        while sheets := [sheet(page) for page in islice(pages, _AT_ONCE)]:
            furniture.learn(sheets)
            for one in sheets:
                furniture.clear(one)
                gaps = Gaps(one, columns)
                gaps.take()
                columns = gaps.open
                composer.add(without_contents(ordered(one, gutters)))
        _check(path, source)
        reading = composer.reading(path.name, sha256_of(data), source.count)
        if not reading.blocks:
            raise _nothing(path, source)
        return replace(reading, title=title(source.title, reading))


def _check(path: Path, source: Source) -> None:
    if source.unreadable > _READABLE * source.letters > 0:
        raise DocumentError(
            path, "does not say which characters its fonts draw", "run it through OCR, or ask for another format"
        )


def _nothing(path: Path, source: Source) -> DocumentError:
    if source.pictures:
        return DocumentError(path, "holds pictures of pages and no text", "run it through OCR and try again")
    return DocumentError(path, "has no text", "give a file that has text in it")
