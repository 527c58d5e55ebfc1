"""Pledges that are titles with a status: "3. Parks – PARTLY DONE", "Gym: Not met", or a status on the next line.

Paragraphs below the title report on it. One such line is a sentence like any other; three of them with different titles
are a layout. "Status: Done" is none: there the title is a label, and it comes back.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from graph.blocks import Block, BlockKind
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.marks.inline_fields import fields_of
from graph.extract.marks.status_lines import Entry, line_of_fields, with_silent
from graph.extract.marks.status_words import is_sign, meaning
from graph.extract.statements import status_of
from graph.extract.tables.columns import Column, Heading, role_of
from graph.extract.tables.pledge_cells import reference_of
from graph.extract.tables.reported import Field
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

_FEWEST = 3
_HALF = 0.5
_MOST_WORDS = 14  # of a title
_MOST_WORDS_OF_LABELS = 3
_LONGEST = 200  # characters of a title with its status
_LONGEST_PLEDGE = 40  # words of a pledge above a line that is its status
_SPACE = r"(?:\s|&nbsp;)"
_PARTS = re.compile(rf"{_SPACE}+[–—-]+{_SPACE}*|[:–—]{_SPACE}+|{_SPACE}*[(\[]|\s{{2,}}|\t|{_SPACE}+→{_SPACE}*")
_ENDS = re.compile(rf"{_SPACE}*[)\]]?[.!]?{_SPACE}*$")
_CALLED = re.compile(r"(?:action|commitment|decision|deliverable|milestone|recommendation|task)\b", re.IGNORECASE)
_SAID = re.compile(r"[.;:](?=\s|$)|\s[–—-]\s|$")  # where the status ends in what answers a pledge
_LEFT_OVER = " \t\n.;:–—-"
_SUB_POINT = re.compile(r"(?P<title>[^:\n]{3,80}?)\s?:(?:\s|&nbsp;)+(?P<said>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s*(?=[A-Z])")
# A bar that shows a share, beside its figure.
_BAR = re.compile(r"^[█▓▒░■□▰▱▮▯●○⬛⬜=>-]{3,}\s*|\s*[█▓▒░■□▰▱▮▯●○⬛⬜]{3,}$")
_WORDY = re.compile(r"[.;!?]$")


class _Title(NamedTuple):
    """A title with its status: where they stand, and the blocks that hold them."""

    title: Span
    sign: Span
    places: tuple[int, ...]
    reference: str = ""


def titles_with_status(blocks: Sequence[Block], known: Known, legend: Legend) -> list[Entry]:
    """The pledges of a document in this layout, with their statuses and reports; empty where it is not in it."""
    for found in (list(_on_one_line(blocks, known, legend)), list(_on_two_lines(blocks, known, legend))):
        entries = _entries(found, blocks, known)
        if _are_called(found, blocks):
            entries = with_silent(entries, blocks)
        reported = sum(bool(entry.reports) for entry in entries)
        if _make_a_layout(found, known, legend) and (len(found[0].places) > 1 or reported >= _HALF * len(found)):
            return [one for entry in entries for one in (entry, *_sub_points(entry, blocks))]
    return []


def _make_a_layout(found: Sequence[_Title], known: Known, legend: Legend) -> bool:
    titles = {key(one.title.text) for one in found}
    statuses = {meaning(_bare(one.sign.text), known, legend) for one in found}
    telling = statuses - {Status.NOT_ASSESSED, Status.NOT_REPORTED}
    several = len({key(one.sign.text) for one in found}) > 1 or statuses == {Status.ACHIEVED}
    return len(found) >= _FEWEST and len(titles) >= len(found) - 1 and bool(telling) and several


def _on_one_line(blocks: Sequence[Block], known: Known, legend: Legend) -> Iterator[_Title]:
    for place, block in enumerate(blocks):
        if not _is_line(block) or block.start in legend.explains:
            continue
        end = _ENDS.search(block.text)
        last = end.start() if end else len(block.text)
        for part in _PARTS.finditer(block.text, 0, last):
            sign = span_of(block, part.end(), last)
            title, reference = _numbered(span_of(block, 0, part.start()), block)
            if _is_status(sign.text, known, legend) and _is_title(title.text, known):
                yield _Title(title, sign, (place,), reference)
                break


def _on_two_lines(blocks: Sequence[Block], known: Known, legend: Legend) -> Iterator[_Title]:
    """A short text, and on the next line its status. Where a list follows, the status is that of the list's items."""
    for place, (block, below) in enumerate(pairwise(blocks)):
        answered = _is_answered(block, below)
        if BlockKind.ROW in (block.kind, below.kind) or (below.kind is not BlockKind.PARAGRAPH and not answered):
            continue
        following = blocks[place + 2 : place + 3]
        heads_list = bool(following) and following[0].kind is BlockKind.BULLET and block.kind is not BlockKind.BULLET
        title, reference = _numbered(span_of(block), block)
        words = len(title.text.split())
        if (
            (heads_list and not answered)
            or below.strong
            or words > _LONGEST_PLEDGE
            or meaning(title.text, known, legend)
        ):
            continue
        labelled = words <= _MOST_WORDS_OF_LABELS and role_of(title.text, known) is not Column.UNKNOWN
        end = _SAID.search(below.text) if answered else None
        sign = span_of(below, 0, end.start() if end else len(below.text.partition("\n")[0]))
        whole = (
            answered or sign.end == span_of(below).end or bool(fields_of(span_of(below, sign.end - below.start), known))
        )
        if whole and _is_status(sign.text, known, legend) and not labelled:
            yield _Title(title, sign, (place, place + 1), reference)


def _is_answered(block: Block, below: Block) -> bool:
    """Whether an item below a numbered line answers it, as minutes do: "Action 1: Ann to write", "- Complete"."""
    called = block.kind is BlockKind.PARAGRAPH and _CALLED.match(reference_of(block.text)[0])
    return bool(called) and _is_point(below)


def _are_called(found: Sequence[_Title], blocks: Sequence[Block]) -> bool:
    """Whether all titles are answered by items, so that those beside them that are called like them are pledges too."""
    return bool(found) and all(_is_answered(blocks[one.places[0]], blocks[one.places[-1]]) for one in found)


def _is_line(block: Block) -> bool:
    return block.kind is not BlockKind.ROW and len(block.text) <= _LONGEST and "\n" not in block.text.strip()


def _is_status(text: str, known: Known, legend: Legend) -> bool:
    return (
        0 < len(text) <= _LONGEST
        and not says("count", text)
        and not is_sign(text)
        and bool(meaning(_bare(text), known, legend))
    )


def _bare(text: str) -> str:
    return _BAR.sub("", text.replace("&nbsp;", " ")).strip()


def _is_title(text: str, known: Known) -> bool:
    """Whether a text can be the title of a pledge: short, no sentence, no label and no status."""
    words = text.split()
    named = role_of(text, known) if len(words) <= _MOST_WORDS_OF_LABELS else Column.UNKNOWN
    return (
        0 < len(words) <= _MOST_WORDS
        and any(map(str.isalpha, text))
        and not _WORDY.search(text)
        and named is Column.UNKNOWN
        and not meaning(text, known)
    )


def _numbered(span: Span, block: Block) -> tuple[Span, str]:
    """A title without its number, and the number: of "3.Parks" too, where no space parts them."""
    number = _NUMBER.match(span.text)
    if number:
        return span_of(span, number.end()), number["number"]
    reference, start = reference_of(span.text)
    if start and span.text[start:].strip():
        return span_of(span, start), reference
    marker = block.marker.strip("().")
    return span, marker if any(map(str.isalnum, marker)) else ""


def _entries(found: Sequence[_Title], blocks: Sequence[Block], known: Known) -> list[Entry]:
    """The titles with what stands below each: to the next title, or to a heading that is wider."""
    ends = [*(one.places[0] for one in found[1:]), *[len(blocks)] * bool(found)]
    entries: list[Entry] = []
    for one, end in zip(found, ends, strict=True):
        head = blocks[one.places[0]]
        below = list(_below(head, range(one.places[-1] + 1, end), blocks))
        if blocks[one.places[-1]].kind is BlockKind.BULLET and len(one.places) > 1:
            below = list(takewhile(lambda place: _is_point(blocks[place]), below))
        entry = Entry(one.title, one.places[0], one.reference, numbers=[*one.places, *below])
        entry.fields.append(Field(Heading("status", Column.STATUS), one.sign))
        last = blocks[one.places[-1]]
        rest = span_of(last, max(0, one.sign.end - last.start))
        entry.fields.extend(field for _, field in fields_of(rest, known))
        if last.kind is BlockKind.BULLET and len(one.places) > 1 and any(map(str.isalnum, rest.text)):
            entry.reports.append(span_of(rest, len(rest.text) - len(rest.text.lstrip(_LEFT_OVER))))
        for place in below:
            fields = line_of_fields(blocks[place], known)
            entry.fields.extend(fields)
            entry.reports.extend([] if fields else [span_of(blocks[place])])
        entries.append(entry)
    if len(entries) > 1:  # what stands after the last one may be the end of the document
        most = max(len(entry.reports) for entry in entries[:-1])
        del entries[-1].reports[most:]
    return entries


def _below(head: Block, places: range, blocks: Sequence[Block]) -> Iterator[int]:
    for place in places:
        block = blocks[place]
        wider = head.kind is not BlockKind.HEADING or block.level <= head.level
        if block.kind is BlockKind.ROW or (block.kind is BlockKind.HEADING and wider):
            return
        yield place


def _is_point(block: Block) -> bool:
    return block.kind is BlockKind.BULLET and not any(map(str.isalnum, block.marker))


def _sub_points(entry: Entry, blocks: Sequence[Block]) -> list[Entry]:
    """Numbered points below a title that have titles and reports of their own: "i) Covered walkways: These are ...".

    A report that only says what is planned leaves its point with the status of the title.
    """
    found: list[Entry] = []
    for place in entry.numbers[1:]:
        block = blocks[place]
        match = _SUB_POINT.fullmatch(block.text)
        if match and block.kind is BlockKind.BULLET and any(map(str.isalnum, block.marker)):
            title = span_of(block, match.start("title"), match.end("title"))
            found.append(Entry(title, place, block.marker.strip("()."), numbers=[place]))
            found[-1].reports.append(span_of(block, match.start("said")))
            found[-1].fields.extend(entry.fields if _only_plans(match["said"]) else [])
    if len(found) < len(("one", "other")):
        return []
    taken = {one.reports[0].end for one in found}
    entry.reports = [span for span in entry.reports if span.end not in taken]
    entry.numbers = [place for place in entry.numbers if place not in {one.number for one in found}]
    return found


def _only_plans(report: str) -> bool:
    return status_of(report) is None and says("promise", report)
