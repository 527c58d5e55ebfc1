"""Lists whose pledges carry their status with them: "Open a hub – DONE", ticks, percentages, class names of HTML.

The status may also follow on a line of its own ("Status: Amber"), end the pledge's title ("Parks – DONE"), or head the
list ("Completed"). What else an item says is the answer; where it says nothing else, the word itself is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.heading_paths import paths_without
from graph.extract.headings import title_of
from graph.extract.items import RawAnswer, RawPledge, RawSection, span_of
from graph.extract.marks.bracketed_owners import with_owners_in_brackets
from graph.extract.marks.inline_fields import without_label
from graph.extract.marks.inline_marks import divided, on_lines
from graph.extract.marks.legend import legend_of
from graph.extract.marks.list_owners import said_above_lists
from graph.extract.marks.marked_lists import Item, marked_items
from graph.extract.marks.own_marks import with_own_marks
from graph.extract.marks.status_headings import Under, is_status_heading, status_headings
from graph.extract.marks.status_lines import Entry, entries_of
from graph.extract.marks.status_titles import titles_with_status
from graph.extract.marks.tails import tail
from graph.extract.planning.times_above import times_above
from graph.extract.tables.columns import Column
from graph.extract.tables.pledge_cells import is_blank, reference_of
from graph.extract.tables.reported import answers_of
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend
    from graph.extract.tables.reported import Field

    Path = tuple[str, ...]
    Found = tuple[Path, RawPledge, list[RawAnswer]]

_HALF = 0.5
_LETTERED = re.compile(r"(?P<number>\d{1,2}[a-z])[.):]?\s+(?=[A-Z])")  # "2b Open a hub"
_BESIDE = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The sections of a document in this layout, in reading order; empty where it is not in it."""
    legend = with_own_marks(blocks, known, legend_of(blocks, known))
    entries = entries_of(blocks, known)
    if entries:
        return _grouped(_of_entries(entries, blocks, known, legend))
    lists = marked_items(blocks, known, legend)
    marked = {item.number for items in lists for item in items if item.mark}
    titles = titles_with_status(blocks, known, legend)
    under = status_headings(blocks, known, legend)
    if len(titles) > len(marked) and len(titles) >= len(under):
        return _grouped(_of_entries(titles, blocks, known, legend))
    if len(under) > len(marked) and len(marked & under.keys()) < _HALF * len(marked or under):
        return _grouped(_of_headings(under, blocks, known, legend))
    numbers = {number for items in lists for item in items for number in (item.number, *item.numbers)}
    numbers |= {number for number, block in enumerate(blocks) if block.start in legend.explains}
    places = paths_without(blocks, numbers)
    above = said_above_lists(blocks, known)
    times = times_above(blocks, numbers)
    found = [(item, *_of_item(item, places[item.number], known)) for items in lists for item in items]
    for item, _, pledge, _ in found:
        told = {role for role, _ in pledge.beside}
        said = [*above.get(item.number, ()), *times.get(item.number, ())]
        pledge.beside.extend(one for one in said if one[0] not in told)
    return with_owners_in_brackets(_grouped((path, pledge, answers) for _, path, pledge, answers in found))


def _grouped(found: Iterable[Found]) -> list[RawSection]:
    """Pledges with their answers, those that stand under the same headings together."""
    sections: list[RawSection] = []
    said: dict[Span, RawAnswer] = {}  # the answers of the last section, by where they stand
    for path, pledge, answers in found:
        if not sections or sections[-1].heading != path:
            sections.append(RawSection(path))
            said = {}
        section = sections[-1]
        for answer in answers:
            if answer.span not in said:
                said[answer.span] = answer
                section.progress.append(answer)
            said[answer.span].answers += (len(section.pledges),)
        section.pledges.append(pledge)
    return sections


def _pledge(span: Span, known: Known, marker: str = "") -> RawPledge:
    """A pledge without the label and the number that it starts with."""
    span = without_label(span, known)
    lettered = _LETTERED.match(span.text)
    reference, start = (lettered["number"], lettered.end()) if lettered else reference_of(span.text)
    if not span.text[start:].strip():
        reference, start = "", 0
    number = marker.strip("().") if any(map(str.isdigit, marker)) else ""
    pledge, beside = tail(span_of(span, start))
    return RawPledge(pledge, reference or number, beside=beside)


def _of_item(item: Item, path: Path, known: Known) -> Found:
    titles = tuple(map(title_of, item.headed_by))
    if item.mark is None:
        text, rest = on_lines(item.block)
        return (*path, *titles), _pledge(text, known, item.block.marker), [RawAnswer(rest)] if rest else []
    mark = item.mark
    reports = [*([mark.rest] if mark.rest else []), *item.below]
    answers = [RawAnswer(span) for span in reports or [mark.sign]]
    answers[0].status = mark.word
    pledge = _pledge(mark.pledge, known, item.block.marker)
    pledge.beside.extend(_beside([*mark.fields, *item.fields]))
    return (*path, *titles), pledge, answers


def _of_entries(entries: Sequence[Entry], blocks: Sequence[Block], known: Known, legend: Legend) -> Iterator[Found]:
    places = paths_without(blocks, {number for entry in entries for number in entry.numbers})
    for entry in entries:
        pledge = _pledge(entry.pledge, known, blocks[entry.number].marker)
        pledge.reference = pledge.reference or entry.reference
        pledge.beside.extend(_beside(entry.fields))
        yield (*places[entry.number], *entry.titles), pledge, _answers(entry, known, legend)


def _answers(entry: Entry, known: Known, legend: Legend) -> list[RawAnswer]:
    """What an entry reports: its fields, or with the status of these what stands after them."""
    answers = answers_of(entry.fields, known, legend)
    reports = entry.reports or entry.said
    reported = any(_is_report(field.role) and field.span.text for field in entry.fields)
    if not reports or reported or (entry.fields and not answers):
        return answers
    told = [RawAnswer(span) for span in reports]
    told[0].status = answers[-1].status if answers else None
    return told


def _beside(fields: Sequence[Field]) -> Iterator[tuple[Role, Span]]:
    for field in fields:
        role = _BESIDE.get(field.role)
        if role and not is_blank(field.span.text):
            yield role, field.span


def _is_report(role: Column) -> bool:
    return role in (Column.PROGRESS, Column.RESPONSE)


def _of_headings(under: Mapping[int, Under], blocks: Sequence[Block], known: Known, legend: Legend) -> Iterator[Found]:
    """Each item below a heading that is its status; where there are no items, each paragraph."""
    bullets = any(blocks[number].kind is BlockKind.BULLET for number in under)
    places = paths_without(blocks, ())
    for number, one in under.items():
        block = blocks[number]
        if block.kind is not (BlockKind.BULLET if bullets else BlockKind.PARAGRAPH) or block.start in legend.explains:
            continue
        pledge, rest = divided(block)
        path = tuple(title for title in places[number] if not is_status_heading(title, known, legend))
        yield path, _pledge(pledge, known, block.marker), [RawAnswer(rest or one.heading, status=one.word)]
