"""Plain text that is laid out in columns by spaces, as programs write that take the text out of a PDF.

Every character stands on a grid, so such a text is read as a page is: its characters have places (`page`), its
tables show by what stands under what (`columns`, `tables`), and all the rest is as in `graph.read.pdf`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.read.laid.headers import heading_rows
from graph.read.laid.page import has_pages, is_rule, pages
from graph.read.laid.tables import Tables
from graph.read.pdf.compose import Composer
from graph.read.pdf.contents import without_contents
from graph.read.pdf.furniture import Furniture
from graph.read.pdf.order import ordered

if TYPE_CHECKING:
    from graph.blocks import Reading
    from graph.read.pdf.sheets import Sheet

_LARGEST = 8_000_000  # characters: the words of longer texts would fill the memory
_GAP = re.compile(r"\S(?: {3}|\t)[ \t]*\S")  # more than two spaces part the columns of a line


def read(file_name: str, text: str, sha256: str) -> Reading | None:
    """Read a text that is laid out in columns; None for any other text, whose lines are to be taken as they are.

    It is one where some table shows, or where form feeds divide it into pages.
    """
    if len(text) > _LARGEST or ("\f" not in text and not _has_columns(text)):
        return None
    sheets = list(pages(text))
    furniture, tables, composer = Furniture(), Tables(), Composer()
    headings = set[int]().union(*(heading_rows(one.rows) for one in sheets))
    furniture.learn(sheets)
    for one in sheets:
        _clear(one, furniture, headings)
    for one, following in zip_longest(sheets, sheets[1:]):
        tables.take(one, following.rows if following else ())
        one.rows = [row for row in one.rows if not is_rule(row)]
    if not tables.found and not has_pages(text):
        return None
    gutters: set[float] = set()
    for one in sheets:
        composer.add(without_contents(ordered(one, gutters)))
    reading = composer.reading(file_name, sha256, len(sheets))
    return reading if has_pages(text) else replace(reading, pages=())


def _has_columns(text: str) -> bool:
    """Whether at least two lines have something beside something else: fewer are no table."""
    first = _GAP.search(text)
    end = text.find("\n", first.end()) if first else -1
    return end >= 0 and bool(_GAP.search(text, end))


def _clear(one: Sheet, furniture: Furniture, headings: set[int]) -> None:
    """Drop what stands around the text of a page; the headers of tables come again too, and are wanted."""
    kept = [row for row in one.rows if id(row) in headings]
    one.rows = [row for row in one.rows if id(row) not in headings]
    furniture.clear(one)
    one.rows = sorted([*one.rows, *kept], key=lambda row: row.base)
