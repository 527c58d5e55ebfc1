"""Which layouts a document has, and what stands in them: pledges and answers, not yet read.

What the document's own layout marks as pledges comes first: tables, then labels with progress under them, statuses
beside pledges, roadmaps, numbered actions. Prose is read for pledges only where no layout marks them.
"""

from __future__ import annotations

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
        return _promised(read, known)
    return [*found, *reports.counted(read, known, found)] if document.reports_on else found


def _promised(read: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges and aims of a plan in prose, its lists included; those under labels where these mark no fewer."""
    said, labelled = prose.sections(read, known), labels.sections(read, known)
    return _with_aims(labelled if _count(labelled) >= _count(said) else said, read)


def _count(found: Sequence[RawSection]) -> int:
    return sum(len(section.pledges) for section in found)


def _is_way_of_writing(labelled: Sequence[RawSection], read: Sequence[Block], known: Known) -> bool:
    """Whether labels set pledges and progress side by side, and not once by chance in a text that promises more."""
    pairs = sum(bool(section.pledges and section.progress) for section in labelled)
    return pairs > 1 or (pairs == 1 and _count(prose.sections(read, known)) <= _count(labelled))


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
    """The pledges that the layout marks.

    Labels with progress under them say all that the document has to say, unless each pledge has a status beside it.
    """
    in_tables = tables.sections(read, known)
    labelled, with_status = labels.sections(read, known), marked.sections(read, known)
    if _is_way_of_writing(labelled, read, known) and _count(with_status) < _count(labelled):
        return [*in_tables, *labelled]
    found = with_status or roadmap.sections(read, known) or numbered.sections(read, known)
    return [*in_tables, *found]
