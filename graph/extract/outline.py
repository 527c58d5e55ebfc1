"""Which layouts a document has, and what stands in them: pledges and answers, not yet read.

What the document's own layout marks as pledges comes first: tables, then labels, statuses beside pledges,
roadmaps, numbered actions. Prose is read for pledges only where no layout marks them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.layouts import labels, marked, numbered, prose, reports, roadmap, tables
from graph.read.text import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.items import RawSection
    from graph.extract.known import Known
    from graph.model import Document

_ONE_OF = (labels, marked, roadmap, numbered)


def outline(document: Document, known: Known) -> list[RawSection]:
    """The sections of a document, in reading order; empty where no known layout is found.

    A document that only reports on a strategy is read for progress where no layout sets pledges beside it.
    """
    read = document.blocks or blocks(document.text, known.is_label)
    if not (document.states or document.reports_on):
        return []
    found = _marked_by_layout(read, known)
    if found:
        return found
    return prose.sections(read, known) if document.states else reports.sections(read, known)


def _marked_by_layout(read: Sequence[Block], known: Known) -> list[RawSection]:
    in_tables = tables.sections(read, known)
    for layout in _ONE_OF:
        found = layout.sections(read, known)
        if found:
            return [*in_tables, *found]
    return in_tables
