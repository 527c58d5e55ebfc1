"""Documents whose pledges and progress stand under labels: "What we said we would do" / "What we have achieved".

The layout is recognised by its labels (`cues/labels.toml`), which stand on lines of their own, before their text
("You said: ..."), or with a number ("Recommendation 7"). In plain text the block before the first label of a
section is its heading, whatever it looks like: in many reviews headings are bullets like the pledges.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.cues import meanings
from graph.extract.heading_paths import paths_without
from graph.extract.headings import heading_path
from graph.extract.items import RawPledge, RawSection, span_of
from graph.extract.known import key
from graph.extract.labelling.by_turns import section_by_turns
from graph.extract.labelling.headed import headed
from graph.extract.labelling.label_groups import Group
from graph.extract.labelling.label_kinds import FOLLOW_UP, PLEDGES, PROGRESS, STATUS, tells
from graph.extract.labelling.labelled import Mark, marked_up
from graph.extract.labelling.titled import records_of, without_last_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.known import Known

_BY_TURNS = ((PLEDGES, PROGRESS), (PLEDGES, STATUS))
_FEWEST = 2  # earlier uses of a label that show how much stands under it
_MOSTLY = 0.8  # of a document's sections: what is true of so many is its way of writing


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """Divide a document's blocks at its labels. No label, no section: the layout is not one of label pairs."""
    parted, marks = marked_up([block for block in blocks if block.kind is not BlockKind.ROW], known)
    marks = _without_title(parted, marks)
    kinds = {mark.kind for mark in marks}
    if not kinds & {PROGRESS, STATUS} and any(mark.reference for mark in marks):
        return []
    if PLEDGES not in kinds:
        return list(_titled(parted, marks, known))
    division = _Division(parted, marks, known)
    divided = list(division.groups())
    with_many = _answers_once(divided)
    read = [group.section(known, with_many=with_many) for group in divided]
    return [section for section in [*division.by_turns(), *read] if section.pledges]


class _Division:
    """A document being divided at its marks."""

    def __init__(self, blocks: Sequence[Block], marks: Sequence[Mark], known: Known) -> None:
        self.blocks = blocks
        self.marks = marks
        self.known = known
        self.opening = next(mark.kind for mark in marks if mark.kind in (PLEDGES, PROGRESS))
        places = {mark.index for mark in marks}
        self.taken = {  # the text of a label is no heading
            mark.index + 1 for mark in marks if mark.before_text or mark.kind not in (PLEDGES, PROGRESS)
        }
        self.leads = self.leading()
        self.titles = list(_titles(blocks, marks))
        self.paths = paths_without(blocks, places | {one + 1 for one in places}) if self.titles else []
        openings = [mark.index for mark in marks if mark.kind == self.opening and mark.index]
        self.headed = sum(self.heading_above(index, 0) is not None for index in openings) * 2 > len(openings)

    def opens(self, mark: Mark) -> bool:
        """Whether a label opens a record: that of the pledges, or one that stands before it in each record."""
        return mark.kind == self.opening if not self.leads else self.name(mark) == self.leads

    def name(self, mark: Mark) -> str:
        """A label in its plain form; empty for what is none."""
        return key(self.blocks[mark.index].text) if mark.kind else ""

    def leading(self) -> str:
        """The label that stands before that of the pledges where the document begins, and in most records after it."""
        first = self.marks[0]
        names = [self.name(mark) for mark in self.marks]
        openings = sum(mark.kind == self.opening for mark in self.marks)
        if names[-1] == names[0]:  # it closes the last record, so it opens none
            return ""
        is_beside = first.kind not in (PLEDGES, PROGRESS, FOLLOW_UP)
        return names[0] if is_beside and names.count(names[0]) >= _MOSTLY * openings else ""

    def groups(self) -> Iterator[Group]:
        group: Group | None = None
        floor = 0
        following = [*self.marks[1:], Mark(len(self.blocks), "")]
        for mark, after in zip(self.marks, following, strict=True):
            led = group is not None and self.leads and not (group.pledges or group.progress)
            if group is None or self.opens(mark) or (mark.kind == self.opening and not led):
                if group:
                    yield group
                group = Group(self.heading(mark, floor, group.heading if group else ()))
            _fill(group, mark, self.body(mark, after), self.known)
            floor = mark.index + 1
        if group:
            yield group

    def by_turns(self) -> Iterator[RawSection]:
        """What stands by turns after two labels with nothing between them."""
        for mark, after, next_one in zip(self.marks, self.marks[1:], [*self.marks[2:], None], strict=False):
            if after.index == mark.index + 1 and (mark.kind, after.kind) in _BY_TURNS:
                ends = [index for index in self.titles if index > after.index]
                end = min([next_one.index if next_one else len(self.blocks), *ends])
                section = section_by_turns(self.heading(mark, 0, ()), self.blocks[after.index + 1 : end], self.known)
                yield from [section] if section else []

    def body(self, mark: Mark, after: Mark) -> list[Block]:
        """What stands under a label, up to the next one or to the heading of the next section."""
        end = after.index
        if after.kind in (self.opening, "") or self.opens(after):
            title = next((index for index in self.titles if mark.index < index < end), None)
            plain = self.heading_above(end, mark.index + 1) if self.headed and after.kind and not self.titles else None
            end = next((one for one in (title, plain) if one is not None), end)
        if not after.kind and mark.kind == PROGRESS:
            end = min(end, mark.index + 1 + self.longest(mark))
        table = self.blocks[mark.index].table  # 0 but for the rows of a small table, which ends with it
        return _body(mark, list(takewhile(lambda one: one.table == table, self.blocks[mark.index + 1 : end])))

    def longest(self, last: Mark) -> int:
        """How many blocks stand under a label, if as many each time before: a document's last words are no report."""
        pairs = zip(self.marks, self.marks[1:], strict=False)
        bodies = [
            self.blocks[mark.index + 1 : after.index] for mark, after in pairs if self.name(mark) == self.name(last)
        ]
        sizes = [len(list(takewhile(lambda one: one.kind is not BlockKind.HEADING, body))) for body in bodies]
        return sizes[0] if len(sizes) >= _FEWEST and len(set(sizes)) == 1 else len(self.blocks)

    def heading(self, mark: Mark, floor: int, inherited: tuple[str, ...]) -> tuple[str, ...]:
        if self.titles:
            above = [one for one in self.paths[mark.index] if key(one) not in self.known.labels]
            above = [one for one in above if key(one) != key(self.blocks[mark.index].text)]
            return (*above[:-1], *heading_path(above[-1])) if above else ()
        index = self.heading_above(mark.index, floor) if self.headed else None
        return inherited if index is None else heading_path(self.blocks[index].text)

    def heading_above(self, label: int, floor: int) -> int | None:
        """Where the heading of a label stands in plain text: right above it, or above a remark in whole sentences."""
        above = label - 1
        blocks = self.blocks
        if above > floor and blocks[above].kind is BlockKind.PARAGRAPH and _ends_as_sentence(blocks[above]):
            above -= 1
        is_heading = above >= floor and above not in self.taken and not _ends_as_sentence(blocks[above])
        is_item = blocks[above].kind is BlockKind.BULLET and not blocks[above].strong and blocks[label].strong
        return above if is_heading and not is_item else None


def _without_title(blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """The labels, without a first one that stands nowhere else, where others come again: "Results" heads a page."""
    names = ["" if mark.reference else key(blocks[mark.index].text) for mark in marks]
    if not names or names.count(names[0]) != 1 or len(set(names)) * 2 >= len(names):
        return marks
    heads = blocks[marks[0].index].kind is BlockKind.HEADING or marks[1].index == marks[0].index + 1
    others = [name for name, mark in zip(names[1:], marks[1:], strict=True) if mark.kind == marks[0].kind]
    return marks[1:] if heads or len(set(others)) < len(others) else marks


def _titles(blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[int]:
    """Where the headings of a document stand that are no labels: bold lines, if its labels are bold lines too."""
    labels = {mark.index for mark in marks}
    below = {mark.index + 1 for mark in marks}
    marked = any(one.kind is BlockKind.HEADING for one in blocks)
    bold = not marked and all(blocks[mark.index].strong for mark in marks if not mark.before_text)
    for index, one in enumerate(blocks):
        is_bold = bold and one.strong and index not in below and not _ends_as_sentence(one)
        if index not in labels and (one.kind is BlockKind.HEADING or (is_bold and one.kind is BlockKind.PARAGRAPH)):
            yield index


def _titled(blocks: Sequence[Block], marks: Sequence[Mark], known: Known) -> Iterator[RawSection]:
    """The sections of a document whose pledges head the labels about them, or the replies to them."""
    labelled = records_of(blocks, marks)
    records = without_last_words(labelled or headed(blocks, known), len(blocks))
    labels = {mark.index for mark in marks}
    held = {place for one in records for place in range(one.pledge, one.end)}
    places = paths_without(
        blocks,
        labels
        | {place for place in held if blocks[place].kind is not BlockKind.HEADING}
        | {one.pledge for one in records},
    )
    for record in records:
        span, reference = record.span(blocks)
        group = Group(places[record.title], [RawPledge(span, reference)])
        within = [mark for mark in marks if record.pledge < mark.index < record.end]
        first = min([record.end, *(mark.index for mark in within)])
        above = [one for one in blocks[record.pledge + 1 : first] if not labelled or tells(one.text)]
        group.take_report(above, known)
        for mark, end in zip(within, [*(one.index for one in within[1:]), record.end], strict=bool(within)):
            _fill(group, mark, _body(mark, blocks[mark.index + 1 : end]), known)
        yield group.section(known, with_many=False)


def _fill(group: Group, mark: Mark, body: list[Block], known: Known) -> None:
    """Add what stands under a label to its group."""
    if mark.kind == PLEDGES:
        chosen = body[:1] if mark.reference else body
        group.pledges.extend(RawPledge(span_of(block), mark.reference) for block in chosen)
    elif mark.kind == PROGRESS:
        group.take_report(body, known)
    elif mark.kind == FOLLOW_UP:
        group.further.extend(body)
    else:
        group.beside.extend((mark.kind, span_of(block)) for block in body[:1])
        group.progress.extend(body[1:] if mark.kind == STATUS else ())  # what stands below a verdict explains it


def _answers_once(groups: Sequence[Group]) -> bool:
    """Whether the document answers each group of pledges by one paragraph, as replies to feedback do."""
    answered = [group for group in groups if group.pledges and group.progress]
    once = [group for group in answered if group.answered_once]
    return len(answered) > 1 and len(once) >= _MOSTLY * len(answered)


def _ends_as_sentence(block: Block) -> bool:
    return block.text.rstrip("”’\"')").endswith((".", "!", "?", ";"))


def _body(mark: Mark, below: Sequence[Block]) -> list[Block]:
    """What belongs to a label of all that stands below it: of an owner or a time, no more than one block."""
    if mark.kind in (PLEDGES, PROGRESS, FOLLOW_UP) or (mark.kind == STATUS and not mark.before_text):
        return list(_items(_of_line(below) if mark.before_text else below, mark.kind))
    return list(below[:1])


def _of_line(below: Sequence[Block]) -> list[Block]:
    """What belongs to a label that stands before its text: that text, and the list that it leads in."""
    rest = takewhile(lambda block: block.kind is BlockKind.BULLET, below[1:])
    return [*below[:1], *rest]


def _items(body: Sequence[Block], kind: str) -> Iterator[Block]:
    """What stands under a label. Beside bullets a paragraph is an aside, unless it reports in whole sentences.

    Sentences after a line that is none ("Contact us") belong to that line.
    """
    bullets = any(block.kind is BlockKind.BULLET for block in body)
    left = False
    for number, block in enumerate(body):
        is_bullet = block.kind is BlockKind.BULLET
        left = not is_bullet and (left or not _ends_as_sentence(block))
        if block.kind is BlockKind.HEADING or _is_aside(block, first=not number):
            continue
        if not bullets or is_bullet or (kind == PROGRESS and not left):
            yield block


def _is_aside(block: Block, *, first: bool) -> bool:
    """Whether a block is said beside the subject. Right under its label "Write to access@town.example" is the reply."""
    said = set(meanings("asides", block.text))
    return bool(said - {"contact"} if first else said)
