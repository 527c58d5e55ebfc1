"""Which layouts a document has, and what stands in them: pledges and answers, not yet read.

What the document's own layout marks as pledges comes first: tables, then labels with progress under them, statuses
beside pledges, roadmaps, numbered actions. Prose is read for pledges only where no layout marks them.
"""

from __future__ import annotations

from functools import cached_property
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
    if not (document.states or document.reports_on):
        return []
    layouts = _Layouts(blocks_of(document, known), known)
    found = layouts.marked()
    if document.states is None and not any(section.progress for section in found):
        return reports.sections(layouts.read, known) or found
    if not found:
        return layouts.promised()
    return [*found, *reports.counted(layouts.read, known, found)] if document.reports_on else found


class _Layouts:
    """One document in the layouts that several questions are asked of, each read once, and only if it is asked."""

    def __init__(self, read: Sequence[Block], known: Known) -> None:
        self.read = read
        self.known = known

    @cached_property
    def labelled(self) -> list[RawSection]:
        return labels.sections(self.read, self.known)

    @cached_property
    def said(self) -> list[RawSection]:
        return prose.sections(self.read, self.known)

    def marked(self) -> list[RawSection]:
        """The pledges that the layout marks.

        Labels with progress under them say all that the document has to say, unless each pledge has a status beside it.
        """
        read, known = self.read, self.known
        in_tables, with_status = tables.sections(read, known), marked.sections(read, known)
        if self.is_written_in_pairs() and _count(with_status) < _count(self.labelled):
            return [*in_tables, *self.labelled]
        found = with_status or roadmap.sections(read, known) or numbered.sections(read, known)
        return [*in_tables, *found]

    def is_written_in_pairs(self) -> bool:
        """Whether labels set pledges and progress side by side, not once by chance in a text that promises more."""
        pairs = sum(bool(section.pledges and section.progress) for section in self.labelled)
        return pairs > 1 or (pairs == 1 and _count(self.said) <= _count(self.labelled))

    def promised(self) -> list[RawSection]:
        """The pledges and aims of a plan in prose, its lists included; those under labels where these mark no fewer."""
        more = self.labelled if _count(self.labelled) >= _count(self.said) else self.said
        return _with_aims(more, self.read)


def _count(found: Sequence[RawSection]) -> int:
    return sum(len(section.pledges) for section in found)


def _with_aims(found: list[RawSection], read: Sequence[Block]) -> list[RawSection]:
    """What a plan in prose wishes for, under the headings where it says so."""
    by_heading = {section.heading: section for section in reversed(found)}
    for heading, span in prose.aims(read):
        if heading not in by_heading:
            by_heading[heading] = RawSection(heading)
            found.append(by_heading[heading])
        by_heading[heading].aims.append(span)
    return found
