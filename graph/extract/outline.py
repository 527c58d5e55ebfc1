"""Which layouts a document has, and what stands in them: pledges and answers, not yet read.

What the document's own layout marks as pledges comes first: tables, then labels, statuses beside pledges,
roadmaps, numbered actions. Prose is read for pledges only where no layout marks them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.items import RawSection
from graph.extract.layouts import labels, marked, numbered, prose, reports, roadmap, tables
from graph.read.text import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known
    from graph.model import Document


def blocks_of(document: Document, known: Known) -> tuple[Block, ...]:
    """The blocks of a document: those of its format, or the lines of plain text, joined where they belong together."""
    return document.blocks or blocks(document.text, known.is_label)


def outline(document: Document, known: Known) -> list[RawSection]:
    """The sections of a document, in reading order; empty where no known layout is found.

    A document that only reports on a strategy is read for progress where no layout sets pledges beside it.
    """
    read = blocks_of(document, known)
    if not (document.states or document.reports_on):
        return []
    found = _marked_by_layout(read, known)
    if document.states is None and not any(section.progress for section in found):
        return reports.sections(read, known) or found
    if not found:
        return _with_aims(prose.sections(read, known), read)
    return [*found, *reports.counted(read, known, found)] if document.reports_on else found


def _with_aims(found: list[RawSection], read: Sequence[Block]) -> list[RawSection]:
    """What a plan in prose wishes for, under the headings where it says so."""
    by_heading = {section.heading: section for section in reversed(found)}
    for heading, span in prose.aims(read):
        if heading not in by_heading:
            by_heading[heading] = RawSection(heading)
            found.append(by_heading[heading])
        by_heading[heading].aims.append(span)
    return found


def _marked_by_layout(read: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges that the layout marks. Labels with progress under them say all that the document has to say."""
    in_tables = tables.sections(read, known)
    labelled = labels.sections(read, known)
    if any(section.progress for section in labelled):
        return [*in_tables, *labelled]
    found = marked.sections(read, known) or roadmap.sections(read, known)
    return [*in_tables, *(found or _together(labelled, numbered.sections(read, known)))]


def _together(labelled: list[RawSection], actions: list[RawSection]) -> list[RawSection]:
    """Lists under labels ("Our commitments") and numbered actions of one plan, each pledge once, in reading order."""
    places = {pledge.span.start for section in actions for pledge in section.pledges}
    rest = [
        replace(section, pledges=[one for one in section.pledges if one.span.start not in places])
        for section in labelled
    ]
    found = [*actions, *(section for section in rest if section.pledges)]
    return sorted(found, key=lambda section: min(one.span.start for one in section.pledges))
