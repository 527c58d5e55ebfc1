"""Pledges that no label marks: they head their record themselves, and labels with progress stand under them.

"**Build 120 homes** / Accountable: Head of Housing / What we have done / - Ninety homes have been built." The pledge is
the heading, the bold line or the item above the labels; or the paragraph between a heading and them, where most of
these say what is to be done. Headings that name a theme are no pledges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.labelling.label_kinds import PROGRESS, STATUS, is_to_be_done
from graph.extract.tables.pledge_cells import reference_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block, Span
    from graph.extract.labelling.labelled import Mark

    Shape = tuple[BlockKind, int, bool]

_FEWEST = 3
_QUOTED = re.compile(r"\s*[“\"‘'](?P<said>[^“”\"]{8,}?)\s*[”“\"’']\s*\.?\s*")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Record:
    """A pledge with the labels under it: the place of its title, the place of the pledge, and where the record ends."""

    title: int
    pledge: int
    end: int

    def span(self, blocks: Sequence[Block]) -> tuple[Span, str]:
        """The pledge, and the number that it or its title starts with."""
        block = blocks[self.pledge]
        reference, start = reference_of(block.text)
        marker = block.marker if any(map(str.isdigit, block.marker)) else ""
        of_title = reference_of(blocks[self.title].text)[0]
        quoted = quotation(block.text[start:])
        span = span_of(block, start + quoted.start("said"), start + quoted.end("said")) if quoted else None
        return span or span_of(block, start), (reference or marker.strip("().") or of_title).strip()


def quotation(text: str) -> re.Match[str] | None:
    """A text that is one quotation, with what is `said` in it; None for any other."""
    return _QUOTED.fullmatch(text)


def records_of(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Record]:
    """The records of a document whose labels open none; empty where what heads them are no pledges."""
    labels = {mark.index for mark in marks}
    texts = {mark.index + 1 for mark in marks if mark.before_text}
    tops = [
        place
        for place in sorted(labels)
        if place and place - 1 not in labels | texts and (_opens(blocks, place, marks) or _heads(blocks[place - 1]))
    ]
    titles = [_title(blocks, top, labels | texts) for top in tops]
    shapes = [_shape(blocks[title]) for title in titles]
    if len(shapes) < _FEWEST:
        return []
    usual = max(dict.fromkeys(shapes), key=shapes.count)
    near = [title if _shape(blocks[title]) == usual else top - 1 for title, top in zip(titles, tops, strict=True)]
    opened = [(title, top) for title, top in zip(near, tops, strict=True) if _shape(blocks[title]) == usual]
    ends = [*(title for title, _ in opened[1:]), len(blocks)]
    found = [
        Record(title, top - 1, _end(blocks, title, top, end, labels))
        for (title, top), end in zip(opened, ends, strict=True)
    ]
    return _that_pledge(blocks, found, marks)


def without_last_words(found: Sequence[Record], end: int) -> list[Record]:
    """The records, the last one as long as all others are where it ends with the document: last words are no reply."""
    lengths = {one.end - one.pledge for one in found[:-1]}
    usual = lengths.pop() if len(lengths) == 1 else end
    return [replace(one, end=min(one.end, one.pledge + usual)) if one.end == end else one for one in found]


def _that_pledge(blocks: Sequence[Block], found: Sequence[Record], marks: Sequence[Mark]) -> list[Record]:
    """The records, where most are reported on, and either most paragraphs or most titles are to be done."""
    reported = [one for one in found if any(one.title < mark.index < one.end for mark in marks if _reports(mark))]
    if len(reported) < _FEWEST or len(reported) <= _HALF * len(found):
        return []
    below = [one for one in found if one.pledge != one.title and is_to_be_done(blocks[one.pledge].text)]
    if len(below) > _HALF * len(found):
        return list(found)
    titled = [Record(one.title, one.title, one.end) for one in found]
    names = [reference_of(blocks[one.title].text)[1] for one in titled]
    acts = [one for one, start in zip(titled, names, strict=True) if is_to_be_done(blocks[one.title].text[start:])]
    distinct = len({blocks[one.title].text for one in titled}) == len(titled)
    return titled if distinct and len(acts) > _HALF * len(titled) else []


def _reports(mark: Mark) -> bool:
    return mark.kind in (PROGRESS, STATUS)


def _title(blocks: Sequence[Block], top: int, taken: set[int]) -> int:
    """What heads the labels that begin at a place: the block above, or the heading above that."""
    above = top - 1
    if above > 0 and not _heads(blocks[above]) and _heads(blocks[above - 1]) and above - 1 not in taken:
        return above - 1
    return above


def _opens(blocks: Sequence[Block], place: int, marks: Sequence[Mark]) -> bool:
    """Whether a label is the one that stands first in the document, and so in each record."""
    return key(blocks[place].text) == key(blocks[marks[0].index].text)


def _heads(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and block.strong)


def _shape(block: Block) -> Shape:
    return block.kind, block.level, block.strong


def _end(blocks: Sequence[Block], title: int, top: int, end: int, labels: set[int]) -> int:
    """Where a record ends: at the next title, or at a heading before it that is no label."""
    later = (
        place
        for place in range(max(title + 1, top), end)
        if blocks[place].kind is BlockKind.HEADING and place not in labels
    )
    return next(later, end)
