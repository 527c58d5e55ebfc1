"""Which layouts a document has, and what stands in them: pledges and answers, not yet read.

What the document's own layout marks as pledges comes first: tables, then labels with progress under them, statuses
beside pledges, roadmaps, numbered actions. Prose is read for pledges only where no layout marks them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from graph.extract.items import RawSection
from graph.extract.labelling.card_rows import with_card_rows
from graph.extract.layouts import labels, marked, numbered, prose, reports, roadmap, tables
from graph.extract.marks.few_marks import with_marks
from graph.extract.tables.around_tables import promises_around, without_headings
from graph.read.text import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
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
        return with_marks(layouts.promised(), known)
    found = with_marks(found, known)
    return [*found, *reports.counted(layouts.read, known, found)] if document.reports_on else found


class _Layouts:
    """One document in the layouts that several questions are asked of, each read once, and only if it is asked."""

    def __init__(self, read: Sequence[Block], known: Known) -> None:
        self.read = read
        self.known = known

    @cached_property
    def in_tables(self) -> list[RawSection]:
        """The pledges of tables; none where labels read all of them, and more, from tables of the same few names."""
        found = tables.sections(self.read, self.known)
        if not found or list(_without(found, self.in_cards)):
            return found
        unanswered = not any(one.progress for one in found) and any(one.progress for one in self.in_cards)
        return [] if _count(found) < _count(self.in_cards) or unanswered else found

    @cached_property
    def with_cards(self) -> Sequence[Block]:
        return with_card_rows(self.read)

    @cached_property
    def in_cards(self) -> list[RawSection]:
        return labels.sections(self.with_cards, self.known)

    @cached_property
    def labelled(self) -> list[RawSection]:
        apart = self.in_tables and self.with_cards is not self.read
        return labels.sections(self.read, self.known) if apart else self.in_cards

    @cached_property
    def said(self) -> list[RawSection]:
        return prose.sections(self.read, self.known)

    def marked(self) -> list[RawSection]:
        """The pledges that the layout marks.

        Labels with progress under them say all that the document has to say, unless each pledge has a status beside it;
        what stands under a label of progress is no pledge, whatever status is beside it.
        """
        read, known = self.read, self.known
        in_tables, with_status = self.in_tables, marked.sections(read, known)
        fewer = _count(with_status) < _count(self.labelled) or _count_within(with_status, self.labelled) > 1
        fewer = fewer or (_count(with_status) == _count(self.labelled) and not _agree(with_status, self.labelled))
        if self.is_written_in_pairs() and (fewer or self.is_of_records()):
            held = [*in_tables, *self.labelled]
            return [*held, *promises_around(self.said, held)]
        planned = roadmap.sections(read, known)
        found = with_status or planned or numbered.sections(read, known)
        if with_status and _count(planned) > _count(with_status):  # what lies ahead has no status yet
            found = [*found, *_without(planned, found)]
        if not in_tables:
            return [*found, *(promises_around(self.said, found) if with_status else ())]
        found = [*in_tables, *without_headings(found, in_tables)]
        return [*found, *promises_around(self.said, found)]

    def is_written_in_pairs(self) -> bool:
        """Whether labels set pledges and progress side by side, not once by chance in a text that promises more."""
        pairs = sum(bool(section.pledges and section.progress) for section in self.labelled)
        return pairs > 1 or (pairs == 1 and _count(self.said) <= _count(self.labelled))

    def is_of_records(self) -> bool:
        """Whether most pledges under labels have a record each: somebody or a time, and a report with its verdict."""
        full = sum(
            any(pledge.beside for pledge in section.pledges)
            and any(one.status and len(one.span.text) > len(one.status.word) + 1 for one in section.progress)
            for section in self.labelled
        )
        return full * 2 > len(self.labelled)

    def promised(self) -> list[RawSection]:
        """The pledges and aims of a plan in prose, its lists included; those under labels where these mark no fewer."""
        headings = {section.heading for section in self.labelled}
        elsewhere = [one for one in _without(self.said, self.labelled) if one.heading not in headings]
        more = [*self.labelled, *elsewhere] if _count(self.labelled) >= _count(self.said) else self.said
        if any(pledge.beside for section in self.labelled for pledge in section.pledges):  # "Action: ... / Due: ..."
            more = [*self.labelled, *_without(self.said, self.labelled)]
        return _with_aims(more, self.read)


def _count(found: Sequence[RawSection]) -> int:
    return sum(len(section.pledges) for section in found)


def _count_within(found: Sequence[RawSection], others: Sequence[RawSection]) -> int:
    """How many pledges stand in what others take for answers, or for what is said beside pledges."""
    said = [answer.span for section in others for answer in section.progress]
    said += [span for section in others for pledge in section.pledges for _, span in pledge.beside]
    pledged = [pledge.span for section in others for pledge in section.pledges]
    pledges = [pledge.span for section in found for pledge in section.pledges]
    return sum(_meets(one, said) and not _meets(one, pledged) for one in pledges)


def _agree(found: Sequence[RawSection], others: Sequence[RawSection]) -> bool:
    """Whether any pledge of one layout is one of another's."""
    pledged = [pledge.span for section in others for pledge in section.pledges]
    return any(_meets(pledge.span, pledged) for section in found for pledge in section.pledges)


def _without(found: Sequence[RawSection], others: Sequence[RawSection]) -> Iterator[RawSection]:
    """The sections, without the pledges that others hold too."""
    held = [pledge.span for section in others for pledge in section.pledges]
    for section in found:
        free = [one for one in section.pledges if not _meets(one.span, held)]
        if free:
            yield RawSection(section.heading, free, aims=section.aims)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in others)


def _with_aims(found: list[RawSection], read: Sequence[Block]) -> list[RawSection]:
    """What a plan in prose wishes for, under the headings where it says so."""
    by_heading = {section.heading: section for section in reversed(found)}
    for heading, span in prose.aims(read):
        if heading not in by_heading:
            by_heading[heading] = RawSection(heading)
            found.append(by_heading[heading])
        by_heading[heading].aims.append(span)
    return found
