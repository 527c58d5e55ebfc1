"""Lists whose items carry a status, told from lists that only look so.

A tick is a bullet to many writers, "(ongoing)" a time, and any sentence may end in "complete". So marks count only
where they tell items apart or are statuses by their words, and where most items of their lists have one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.heading_paths import paths_without
from graph.extract.items import Word, span_of
from graph.extract.known import key
from graph.extract.marks.class_names import class_word, is_badge
from graph.extract.marks.inline_marks import Mark, divided, line_width, mark_of, of_class
from graph.extract.marks.status_lines import line_of_fields
from graph.extract.marks.status_words import is_bullet_to_many, is_sign, meaning
from graph.extract.numbering.wording import is_act
from graph.extract.tables.pledge_cells import reference_of
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend
    from graph.extract.tables.reported import Field

_FEWEST = 3  # marks in a document, or two that differ, or two where nothing else is in its lists
_LEAST_SHARE = 0.5
_CALLED = re.compile(r"(?:action|commitment|deliverable|milestone|pledge|promise|recommendation|task)\b", re.IGNORECASE)
_BOX = re.compile(r"^\s*\[[ xX✓✔]\]\s*")
_MOST_WORDS_OF_NAMES = 5  # of what an item names
_MOST_WORDS = 10  # of the title of a list
_SILENT = (None, Status.NOT_ASSESSED, Status.NOT_REPORTED)


@dataclass(slots=True)
class Item:
    """An item of such a list: its mark, if it has one, and the paragraphs or deeper items that report on it."""

    number: int
    block: Block
    mark: Mark | None
    below: list[Span] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of the blocks below it
    headed_by: tuple[str, ...] = ()  # items above it that are no pledges but head their own lists


def marked_items(blocks: Sequence[Block], known: Known, legend: Legend) -> list[list[Item]]:
    """The lists whose items carry a status, each with all its pledges; empty where a document has no such list."""
    width = line_width(blocks)
    found = [_Candidate(number, block, _mark(block, known, legend, width)) for number, block in enumerate(blocks)]
    _leave_parts_of_items(found, known)
    _leave_pictures(found)
    parts = set(_parts_named_below(found))
    heads = {*_heads_of_lists(found), *_titles_of_lists(found), *parts}
    found = [one for one in found if one.number not in heads]
    no_headings = {one.number for one in found if one.is_item or line_of_fields(one.block, known)}
    places = paths_without(blocks, no_headings)
    runs = [run for run in _runs(found, places, known) if any(one.mark for one in run)]
    lists = [_items(run, known) for run in runs]
    items = [item for one in lists for item in one]
    marks = [item.mark for item in items if item.mark and item.mark.word.status not in _SILENT]
    planned = [item.mark for item in items if item.mark and item.mark.word.status is Status.NOT_ASSESSED]
    return lists if _tell_something(marks, len(items), planned) else []


@dataclass(slots=True)
class _Candidate:
    number: int
    block: Block
    mark: Mark | None
    title: str = ""  # where it had a mark, and only names what the items below it do

    @property
    def is_item(self) -> bool:
        """Whether it could be a pledge: an item of a list, a numbered paragraph, a heading that is called an action."""
        if self.mark or self.block.kind is BlockKind.BULLET:
            return True
        reference = reference_of(self.block.text)[0]
        return bool(reference) and (self.block.kind is BlockKind.PARAGRAPH or bool(_CALLED.match(reference)))


def _leave_parts_of_items(found: Sequence[_Candidate], known: Known) -> None:
    """A paragraph of a web page that stands in an item has the item's class name, and no mark of its own by that."""
    item: _Candidate | None = None
    for one in found:
        if one.block.kind is not BlockKind.PARAGRAPH:
            item = one
        elif item and one.mark and one.mark.pledge.end == span_of(one.block).end:
            shared = tuple(name for name in one.block.classes if name in item.block.classes)
            one.mark = None if class_word(shared, known) else one.mark


def _leave_pictures(found: Sequence[_Candidate]) -> None:
    """A picture before the heading of a list adorns it: it is no status of the list."""
    for one, below in pairwise(found):
        heads = one.block.kind is BlockKind.HEADING and below.block.kind is BlockKind.BULLET
        if heads and one.mark and is_sign(one.mark.word.word):
            one.mark = None


def _heads_of_lists(found: Sequence[_Candidate]) -> Iterator[int]:
    """The headings and bold lines, numbered or not, that have no mark while the items below them have theirs."""
    head: _Candidate | None = None
    for one in found:
        if one.mark is None and _could_head(one.block):
            head = one
        elif head and one.mark and not _could_head(one.block):
            is_below = head.block.kind is BlockKind.PARAGRAPH or one.block.kind is BlockKind.BULLET
            yield from [head.number] if is_below else []
            head = None


def _parts_named_below(found: Sequence[_Candidate]) -> Iterator[int]:
    """What ticked items below a ticked item only name: "[ ] Mend the lifts at:", "[ ] Mill Road".

    The other way round, an item that only names what those below it do is their title: "[x] Communications".
    """
    for number, one in enumerate(found):
        below = _deeper_below(found, number) if one.mark else []
        texts = [other.mark.pledge.text for other in below if other.mark and not other.mark.rest]
        if one.mark is None or one.mark.rest or len(texts) < len(("one", "other")) or len(texts) < len(below):
            continue
        title, words = one.mark.pledge.text, len(one.mark.pledge.text.split())
        if _is_lead_in(one.block) and all(_is_brief_name(text) for text in texts):
            yield from (other.number for other in below)
        elif _is_brief_name(title) and all(len(text.split()) > words for text in texts):
            one.title, one.mark = title, None


def _deeper_below(found: Sequence[_Candidate], number: int) -> list[_Candidate]:
    """The items directly below an item that stand deeper in its list."""
    head = found[number].block
    following = (found[place] for place in range(number + 1, len(found) if _is_list(head) else 0))
    return list(takewhile(lambda one: _is_list(one.block) and one.block.level > head.level, following))


def _is_brief_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS_OF_NAMES and not is_act(text)


def _could_head(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or (block.strong and block.kind is BlockKind.PARAGRAPH)


def _titles_of_lists(found: Sequence[_Candidate]) -> Iterator[int]:
    """Short lines above lists, where every list has one: they are its title, and no report on the item before it."""
    titles = [one.number for one, below in pairwise(found) if _is_title_of_list(one, below.block)]
    before = (one for one, below in pairwise(found) if _is_list(below.block) and not _is_list(one.block))
    firsts = [one for one in before if one.block.kind is BlockKind.PARAGRAPH]
    untitled = len(firsts) > len(titles)
    opens = any(number == 0 or not _is_list(found[number - 1].block) for number in titles)
    yield from titles if opens and not untitled else ()


def _is_title_of_list(one: _Candidate, below: Block) -> bool:
    block = one.block
    brief = len(block.text.split()) <= _MOST_WORDS and not block.text.rstrip().endswith((".", "!", "?", ";", ","))
    return block.kind is BlockKind.PARAGRAPH and not one.is_item and not block.level and brief and _is_list(below)


def _is_list(block: Block) -> bool:
    return block.kind is BlockKind.BULLET


def _mark(block: Block, known: Known, legend: Legend, width: int) -> Mark | None:
    if block.kind is BlockKind.ROW or block.start in legend.explains or says("count", block.text):
        return None
    found = mark_of(block, known, legend, width)
    if found:
        return None if _is_prose(block, found) else found
    whole = span_of(block)
    if meaning(block.text, known, legend) or is_badge(block):  # it stands by itself
        return None
    sign = _of_marker(block, known, legend)
    return of_class(block, known) or (Mark(sign, whole, *divided(block)) if sign else None)


def _is_prose(block: Block, mark: Mark) -> bool:
    """Whether a status is only the second sentence of a paragraph that no number makes an item."""
    if block.kind is not BlockKind.PARAGRAPH or mark.fields or reference_of(block.text)[0]:
        return False
    before = block.text[: max(0, mark.sign.start - block.start)].rstrip(" \t\n([")
    return before.endswith((".", "!", "?", ":", ";", ","))


def _of_marker(block: Block, known: Known, legend: Legend) -> Word | None:
    """A list whose bullets are ticks and crosses."""
    status = meaning(block.marker, known, legend) if block.marker and not block.marker[0].isalnum() else None
    explained = key(block.marker) in legend.words
    return Word(block.marker, status) if status and (explained or is_bullet_to_many(block.marker)) else None


def _runs(found: Sequence[_Candidate], places: Sequence[object], known: Known) -> Iterator[list[_Candidate]]:
    """The lists of a document: items one after the other, a paragraph after each at most, or all below headings."""
    for _, group in groupby(found, key=lambda one: places[one.number]):
        run: list[_Candidate] = []
        aside = 0
        for one in group:
            aside = 0 if one.is_item else aside + (not line_of_fields(one.block, known))
            headed = bool(run) and any(other.block.kind is BlockKind.HEADING for other in run[-1 - aside :])
            if (aside > 1 and not headed) or one.block.kind is BlockKind.ROW:
                yield from [run] if run else []
                run = []
            elif one.is_item or run:
                run.append(one)
        yield from [run] if run else []


def _tell_something(marks: Sequence[Mark], items: int, planned: Sequence[Mark]) -> bool:
    """Whether the marks of a document are statuses of its items; of these others are marked as planned."""
    words = {mark.word.word for mark in (*marks, *planned)}
    enough = len(marks) >= _FEWEST or (len(marks) > 1 and (len(words) > 1 or len(marks) == items))
    if not enough or len(marks) + len(planned) < _LEAST_SHARE * items:
        return False
    if len(words) > 1 or len(marks) < items:
        return not all(mark.word.status is Status.IN_PROGRESS for mark in marks) or len(words) > 1
    only = marks[0].word
    return not is_bullet_to_many(only.word) and only.status is not Status.IN_PROGRESS


def _items(run: Sequence[_Candidate], known: Known) -> list[Item]:
    """The pledges of a list. Deeper items without a mark report on the one above; shallower ones head those below."""
    levels = [_level(one.block) for one in run if one.mark]
    usual = max(sorted(set(levels)), key=levels.count)
    found: list[Item] = []
    heads: list[_Candidate] = []
    for one in run:
        block = one.block
        if one.mark or (one.is_item and _level(block) == usual):
            heads = [head for head in heads if _level(head.block) < _level(block)]
            titles = tuple(head.title or _BOX.sub("", head.block.text) for head in heads)
            found.append(Item(one.number, block, one.mark, headed_by=titles))
        elif one.is_item and _level(block) < usual:
            heads = [*(head for head in heads if _level(head.block) < _level(block)), one]
        elif found and found[-1].mark and not _is_lead_in(block):
            found[-1].numbers.append(one.number)
            fields = line_of_fields(block, known)
            found[-1].fields.extend(fields)
            found[-1].below.extend([] if fields else [span_of(block)])
    return _without_last_aside(found)


def _level(block: Block) -> int:
    """How deep an item stands; a paragraph, and an item of which nothing is known, stand at the first level."""
    return max(1, block.level) if block.kind is not BlockKind.HEADING else 1


def _is_lead_in(block: Block) -> bool:
    return block.text.rstrip().endswith(":")


def _without_last_aside(items: list[Item]) -> list[Item]:
    """The paragraph after the last item belongs to it only where others have one too."""
    if items and not any(item.below for item in items[:-1]) and items[-1].block.kind is not BlockKind.HEADING:
        items[-1].below = [span for span in items[-1].below if span.start < items[-1].block.end]
    return items
