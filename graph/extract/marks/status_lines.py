"""Pledges that are followed by lines of fields: a heading or an item, then "Status: Amber", "Owner: Estates"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.headings import heading_level, title_of
from graph.extract.items import span_of
from graph.extract.marks.inline_fields import fields_of
from graph.extract.marks.inline_marks import parted
from graph.extract.marks.status_words import meaning
from graph.extract.sentences import sentences
from graph.extract.tables.columns import Column, Heading
from graph.extract.tables.pledge_cells import reference_of
from graph.extract.tables.reported import Field
from graph.extract.wording import says, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known

_FEWEST = 2
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_IN_A_SENTENCE = "in a sentence"
_REPORTS = (Column.STATUS, Column.PROGRESS, Column.RESPONSE)


@dataclass(slots=True)
class Entry:
    """A pledge with the fields that follow it. `numbers` are those of the blocks that hold them."""

    pledge: Span
    number: int
    reference: str = ""
    titles: tuple[str, ...] = ()  # of the heading above, where the pledge is the text below it
    numbers: list[int] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    reports: list[Span] = field(default_factory=list)  # what stands after the fields
    said: list[Span] = field(default_factory=list)  # sentences that give the status and say nothing else


def entries_of(blocks: Sequence[Block], known: Known) -> list[Entry]:
    """The pledges of a document that gives them in this way; empty where fewer than two have a status or progress."""
    found = list(_entries(blocks, known))
    reported = [entry for entry in found if any(one.role in _REPORTS and one.span.text for one in entry.fields)]
    has_status = any(one.role is Column.STATUS for entry in found for one in entry.fields)
    # Progress alone is what documents with labels say too ("Our progress: ..."); a status shows that this is a tracker,
    # and so do pledges that are all called actions or recommendations.
    called = all(_shape(blocks, entry).startswith(_LETTERS) for entry in reported)
    return with_silent(found, blocks) if len(reported) >= _FEWEST and (has_status or called) else []


def with_silent(found: Sequence[Entry], blocks: Sequence[Block]) -> list[Entry]:
    """The entries, and the pledges numbered or called like them of which nothing is said: "Action: Mend the gate"."""
    called = tuple(
        f"{shape[:-2]}:"
        for entry in found
        if (shape := _shape(blocks, entry)).startswith(_LETTERS) and shape.endswith(" 0")
    )
    shapes = {(blocks[entry.number].kind, _shape(blocks, entry)) for entry in found}
    taken = {number for entry in found for number in entry.numbers}
    silent = [
        Entry(span_of(block), number, numbers=[number])
        for number, block in enumerate(blocks)
        if number not in taken
        and block.start > found[0].pledge.start
        and ((block.kind, _shape_of(block.text)) in shapes or _is_called(block, called))
    ]
    numbered = [entry for entry in silent if _shape(blocks, entry) or _is_called(blocks[entry.number], called)]
    return sorted([*found, *numbered], key=lambda entry: entry.pledge.start)


def _is_called(block: Block, called: tuple[str, ...]) -> bool:
    return bool(called) and block.kind is BlockKind.PARAGRAPH and block.text.lower().startswith(called)


def _shape(blocks: Sequence[Block], entry: Entry) -> str:
    return _shape_of(blocks[entry.number].text) or re.sub(r"\d+", "0", entry.reference.lower())


def _shape_of(text: str) -> str:
    """How a pledge is numbered, "action 0" or "0.0"; empty for a plain number, which may be that of anything."""
    reference, end = reference_of(text)
    shape = re.sub(r"\d+", "0", reference.lower()) if text[end:].strip() else ""
    return shape if len(shape) > 1 else ""


def _entries(blocks: Sequence[Block], known: Known) -> Iterator[Entry]:
    entry: Entry | None = None
    before: list[int] = []  # the blocks since the last entry ended, or since the last heading
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.ROW:
            continue
        fields = [] if _heads_list(blocks, number) else line_of_fields(block, known) or _said_of_it(block, known)
        if entry is not None and entry.fields and fields and fields[0].heading.text == _IN_A_SENTENCE:
            fields = []  # the status has been given: what is said of it once more is a report
        if fields and entry is None:
            entry = _open(blocks, before)
        if fields and entry is not None:
            entry.numbers.append(number)
            _take(entry, fields, block, known)
        elif entry is not None and entry.fields and not _ends(blocks, number, entry, known):
            entry.reports.extend([span_of(block)] * any(map(str.isalpha, block.text)))
        else:
            if entry is not None:
                yield entry
                entry, before = None, []
            before = [number] if _is_heading(blocks, number) else [*before, number]
    if entry is not None:
        yield entry


def _take(entry: Entry, fields: Sequence[Field], block: Block, known: Known) -> None:
    """Add fields to an entry. What follows the word of a status on its line, or its sentence, is a report."""
    for one in fields:
        if one.heading.text == _IN_A_SENTENCE:
            _, end = next(sentences(block.text))
            more = span_of(block, end)
            (entry.reports if more.text else entry.said).append(more if more.text else span_of(block))
        sign, rest = parted(one.span, known) if one.role is Column.STATUS else (one.span, None)
        entry.fields.append(Field(one.heading, sign))
        if rest is not None:
            entry.reports.append(rest)


def _heads_list(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is the heading of a list: a status in it is that of the list's items."""
    below = blocks[number + 1 : number + 2]
    return blocks[number].kind is BlockKind.HEADING and bool(below) and below[0].kind is BlockKind.BULLET


def line_of_fields(block: Block, known: Known) -> list[Field]:
    """The fields of a line that holds nothing else: it starts with a label."""
    fields = fields_of(block, known)
    return [one for _, one in fields] if fields and fields[0][0].start == span_of(block).start else []


def _said_of_it(block: Block, known: Known) -> list[Field]:
    """The status that a block's first sentence gives to the pledge before it."""
    sentence = next(sentences(block.text), (0, 0))
    match = wording("said of it").search(block.text, *sentence)
    if match is None or meaning(match["word"], known) is None:
        return []
    return [Field(Heading(_IN_A_SENTENCE, Column.STATUS), span_of(block, match.start("word"), match.end("word")))]


def _is_heading(blocks: Sequence[Block], number: int) -> bool:
    return bool(heading_level(blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None))


def _ends(blocks: Sequence[Block], number: int, entry: Entry, known: Known) -> bool:
    """Whether a block after the fields of an entry starts something else: a heading, another item, another number."""
    block, pledge = blocks[number], blocks[entry.number]
    if _is_heading(blocks, number) or reference_of(block.text)[0]:
        return True
    if _is_in_list_of(entry, blocks, number):
        return False
    if block.kind is BlockKind.BULLET and pledge.kind is BlockKind.BULLET and block.level <= pledge.level:
        return True
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    opens_next = following is not None and bool(line_of_fields(following, known))
    has_text = any(one.role in (Column.PROGRESS, Column.RESPONSE) and one.span.text for one in entry.fields)
    return opens_next or (has_text and pledge.kind is not BlockKind.HEADING)


def _is_in_list_of(entry: Entry, blocks: Sequence[Block], number: int) -> bool:
    """Whether an item stands in a list that a report of the entry leads in: "The page has:"."""
    above, last = blocks[number - 1], entry.reports[-1:]
    follows = bool(last) and last[0].end == span_of(above).end
    return (
        follows
        and blocks[number].kind is BlockKind.BULLET
        and (above.kind is BlockKind.BULLET or above.text.rstrip().endswith(":"))
    )


def _open(blocks: Sequence[Block], before: Sequence[int]) -> Entry | None:
    """The pledge that the fields belong to: what promises something above them, or else their heading or item."""
    if not before:
        return None
    first, last = before[0], before[-1]
    if blocks[last].kind is BlockKind.BULLET:
        return Entry(span_of(blocks[last]), last, numbers=[last])
    reference, start = reference_of(blocks[first].text)
    if reference and len(before) > 1 and not blocks[first].text[start:].strip():
        return Entry(span_of(blocks[before[1]]), before[1], reference, numbers=[first, before[1]])
    promise = next((number for number in before[1:] if says("pledge in words", blocks[number].text)), None)
    if promise is not None:
        titles = (title_of(blocks[first].text[start:]),) if reference else ()
        return Entry(span_of(blocks[promise]), promise, reference, titles, [first, promise] if reference else [promise])
    numbered = [number for number in before[1:] if reference_of(blocks[number].text)[0]]
    chosen = numbered[-1] if numbered else first if _is_heading(blocks, first) else last
    return Entry(span_of(blocks[chosen]), chosen, numbers=[chosen])
