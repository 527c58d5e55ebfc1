"""Plain text that is laid out in columns by spaces, as programs write that take the text out of a PDF.

Every character stands on a grid, so such a text is read as a page is: its characters have places (`page`), its
tables show by what stands under what (`columns`, `tables`), and all the rest is as in `graph.read.pdf`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.laid.page import pages
from graph.read.laid.tables import Tables
from graph.read.pdf.compose import Composer
from graph.read.pdf.contents import without_contents
from graph.read.pdf.furniture import Furniture
from graph.read.pdf.order import ordered
from graph.read.pdf.sheets import sheet

if TYPE_CHECKING:
    from graph.blocks import Reading


def read(file_name: str, text: str, sha256: str) -> Reading | None:
    """Read a text that is laid out in columns; None for any other text, whose lines are to be taken as they are.

    It is one where some table shows, or where form feeds divide it into pages.
    """
    sheets = [sheet(page) for page in pages(text)]
    furniture, tables, composer = Furniture(), Tables(), Composer()
    furniture.learn(sheets)
    for one in sheets:
        furniture.clear(one)
        tables.take(one)
    if len(sheets) == 1 and not tables.found:
        return None
    gutters: set[float] = set()
    for one in sheets:
        composer.add(without_contents(ordered(one, gutters)))
    return composer.reading(file_name, sha256, len(sheets))
