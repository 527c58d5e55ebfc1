"""Documents whose pledges and progress stand under labels: "What we said we would do" / "What we have achieved".

The layout is recognised by its labels (`cues/labels.toml`), which stand on lines of their own, before their text
("You said: ..."), or with a number ("Recommendation 7"). In plain text the block before the first label of a
section is its heading, whatever it looks like: in many reviews headings are bullets like the pledges.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.cues import meanings
from graph.extract.headings import heading_path, paths
from graph.extract.items import RawAnswer, RawPledge, RawSection, Word, span_of
from graph.extract.known import key
from graph.extract.layouts.fields import PLEDGES, PROGRESS
from graph.extract.layouts.labelled import Mark, marked_up
from graph.extract.statements import scope_of
from graph.extract.status_words import opening, stated
from graph.values import Role, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.known import Known

_MOSTLY = 0.8  # of a document's sections: what is true of so many is its way of writing
_ROLES = {"owner": Role.OWNER, "partner": Role.PARTNER, "timescale": Role.TIMESCALE, "measure": Role.MEASURE}


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """Divide a document's blocks at its labels. No label, no section: the layout is not one of label pairs."""
    parted, marks = marked_up([block for block in blocks if block.kind is not BlockKind.ROW], known)
    kinds = {mark.kind for mark in marks}
    if PLEDGES not in kinds or (PROGRESS not in kinds and any(mark.reference for mark in marks)):
        return []
    divided = list(_Division(parted, marks, known).groups())
    with_many = _answers_once(divided)
    return [section for group in divided if (section := group.section(known, with_many=with_many)).pledges]


@dataclass(slots=True)
class _Group:
    """The blocks of one section, by what their labels mark."""

    heading: tuple[str, ...]
    pledges: list[RawPledge] = field(default_factory=list)
    progress: list[Block] = field(default_factory=list)
    beside: list[tuple[str, Span]] = field(default_factory=list)

    @property
    def answered_once(self) -> bool:
        """Whether one paragraph answers the group, as a reply to feedback does."""
        return [one.kind for one in self.progress] == [BlockKind.PARAGRAPH]

    def section(self, known: Known, *, with_many: bool) -> RawSection:
        """The raw section. One pledge is answered by all that stands beside it."""
        roles = [(_ROLES[kind], span) for kind, span in self.beside if kind in _ROLES]
        pledges = [replace(pledge, beside=[*pledge.beside, *roles]) for pledge in self.pledges]
        paired = tuple(range(len(pledges))) if len(pledges) == 1 or (with_many and self.answered_once) else ()
        answers = [_answer(block, paired, known) for block in self.progress]
        for kind, span in self.beside:
            word = stated(span.text, known) if kind == "status" else None
            if word and paired:
                answers = _with_status(answers, span, word, paired)
        return RawSection(self.heading, pledges, answers)


class _Division:
    """A document being divided at its marks."""

    def __init__(self, blocks: Sequence[Block], marks: Sequence[Mark], known: Known) -> None:
        self.blocks = blocks
        self.marks = marks
        self.known = known
        self.opening = next(mark.kind for mark in marks if mark.kind in (PLEDGES, PROGRESS))
        places = {mark.index for mark in marks}
        self.taken = {mark.index + 1 for mark in marks if mark.before_text}  # the text of a label is no heading
        self.titles = [
            index for index, one in enumerate(blocks) if one.kind is BlockKind.HEADING and index not in places
        ]
        self.paths = paths(blocks) if self.titles else []
        openings = [mark.index for mark in marks if mark.kind == self.opening and mark.index]
        self.headed = sum(self.heading_above(index, 0) is not None for index in openings) * 2 > len(openings)

    def groups(self) -> Iterator[_Group]:
        group: _Group | None = None
        floor = 0
        following = [*self.marks[1:], Mark(len(self.blocks), "")]
        for mark, after in zip(self.marks, following, strict=True):
            if mark.kind == self.opening or group is None:
                if group:
                    yield group
                group = _Group(self.heading(mark, floor, group.heading if group else ()))
            self.fill(group, mark, self.body(mark, after))
            floor = mark.index + 1
        if group:
            yield group

    def fill(self, group: _Group, mark: Mark, body: list[Block]) -> None:
        if mark.kind == PLEDGES:
            chosen = body[:1] if mark.reference else body
            group.pledges.extend(RawPledge(span_of(block), mark.reference) for block in chosen)
        elif mark.kind == PROGRESS:
            group.progress.extend(body)
        else:
            group.beside.extend((mark.kind, span_of(block)) for block in body[:1])

    def body(self, mark: Mark, after: Mark) -> list[Block]:
        """What stands under a label, up to the next one or to the heading of the next section."""
        end = after.index
        if after.kind in (self.opening, ""):
            title = next((index for index in self.titles if mark.index < index < end), None)
            plain = self.heading_above(end, mark.index + 1) if self.headed and after.kind and not self.titles else None
            end = next((one for one in (title, plain) if one is not None), end)
        below = self.blocks[mark.index + 1 : end]
        return list(_items(_of_line(below) if mark.before_text else below, mark.kind))

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
        return above if is_heading else None


def _answers_once(groups: Sequence[_Group]) -> bool:
    """Whether the document answers each group of pledges by one paragraph, as replies to feedback do."""
    answered = [group for group in groups if group.pledges and group.progress]
    once = [group for group in answered if group.answered_once]
    return len(answered) > 1 and len(once) >= _MOSTLY * len(answered)


def _answer(block: Block, paired: tuple[int, ...], known: Known) -> RawAnswer:
    """What stands under a label of progress. One that speaks of all pledges is left to the rules for that."""
    if not paired or scope_of(block.text) is not Scope.DIRECT:
        return RawAnswer(span_of(block))
    return RawAnswer(span_of(block), paired, opening(block.text, known))


def _with_status(answers: list[RawAnswer], span: Span, word: Word, paired: tuple[int, ...]) -> list[RawAnswer]:
    """The answers, the first with the status word; where nothing else is said, the word itself is the answer."""
    if not answers:
        return [RawAnswer(span, paired, word)]
    return [replace(answers[0], status=word), *answers[1:]]


def _ends_as_sentence(block: Block) -> bool:
    return block.text.rstrip("”’\"')").endswith((".", "!", "?", ";"))


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
    for block in body:
        is_bullet = block.kind is BlockKind.BULLET
        left = not is_bullet and (left or not _ends_as_sentence(block))
        if block.kind is BlockKind.HEADING or any(meanings("asides", block.text)):
            continue
        if not bullets or is_bullet or (kind == PROGRESS and not left):
            yield block
