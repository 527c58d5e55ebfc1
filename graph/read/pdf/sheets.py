"""A page once its ruled tables are known: tables, and rows of words that stand outside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.read.pdf.initials import with_initials
from graph.read.pdf.rows import Row, rows
from graph.read.pdf.tables import Table, ruled

if TYPE_CHECKING:
    from graph.read.pdf.shapes import Page, Stroke


@dataclass(slots=True)
class Sheet:
    """`rules` are the level strokes that stand outside ruled tables."""

    number: int
    width: float
    height: float
    rows: list[Row] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rules: list[Stroke] = field(default_factory=list)


def sheet(page: Page) -> Sheet:
    """What stands on a page."""
    tables = ruled(page)
    rules = [
        stroke for stroke in page.level if not any(table.top - 3 <= stroke.at <= table.bottom + 3 for table in tables)
    ]
    return Sheet(page.number, page.width, page.height, with_initials(rows(page.words)), tables, rules)
