"""What is promised in a document of numbered actions: these, what stands under them, and lists led in as promises."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.headings import headings_above, title_of
from graph.extract.items import RawPledge, span_of
from graph.extract.marks.tails import tail
from graph.extract.numbering.wording import commits, heads_actions, is_act, names_body, says
from graph.extract.running.leadins import LeadIn, lead_in, named_first
from graph.extract.running.promises import strength_of
from graph.extract.running.speakers import Speakers
from graph.extract.sentences import sentences
from graph.extract.tables.columns import Column, is_heading_like, role_of
from graph.values import Role, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.numbering.numbers import Number

    Found = Iterator[tuple[tuple[str, ...], RawPledge]]

_MOST = 0.8  # of the headings of one level that name bodies
_FEW_BODIES = 3
_ROLES = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}


@dataclass(slots=True)
class _Now:
    """Where in the document the reading stands: the action it is under, and what the line above says of a list."""

    item: RawPledge | None = None
    number: Number | None = None
    awaits: bool = False  # the number stood alone: its text is to come
    led: LeadIn | None = None
    level: int = 0  # of the first bullet of the list
    sign: str = ""  # the kind of its marker
    pledges: list[RawPledge] = field(default_factory=list)


class Promised:
    """One document being read, given the numbers of its actions."""

    def __init__(self, blocks: Sequence[Block], items: Mapping[int, Number], known: Known) -> None:
        self.blocks = blocks
        self.items = items
        self.known = known
        unnumbered = [
            replace(block, kind=BlockKind.ROW) if place in items and block.kind is not BlockKind.HEADING else block
            for place, block in enumerate(blocks)
        ]
        self.above = headings_above(unnumbered, with_title=True)
        self.themes = headings_above(unnumbered)
        self.speakers = Speakers.of(block.text for block in blocks)
        self.bodies = self.headings_of_bodies()
        self.in_body_text = self.are_titles()

    def pledges(self) -> Found:
        """The pledges with the headings above them, in reading order."""
        now = _Now()
        for place, block in enumerate(self.blocks):
            number = self.items.get(place)
            if number:
                now = _Now(number=number, led=now.led if block.kind is BlockKind.BULLET else None)
                yield from self.of_number(place, block, now)
            elif block.kind is BlockKind.HEADING or place in self.above[place]:
                yield from self.at_heading(place, block, now)
            elif block.kind is not BlockKind.ROW:
                yield from self.below(place, block, now)

    def headings_of_bodies(self) -> frozenset[int]:
        """The headings of the levels where nearly all name a body: what stands under one is its part or its answer."""
        headings = [place for place, above in enumerate(self.above) if place in above and place not in self.items]
        by_depth = Counter(len(self.above[place]) for place in headings)
        named = [place for place in headings if names_body(title_of(self.blocks[place].text), alone=True)]
        named_by_depth = Counter(len(self.above[place]) for place in named)
        depths = {
            depth for depth, times in named_by_depth.items() if times >= max(_FEW_BODIES, _MOST * by_depth[depth])
        }
        return frozenset(place for place in named if len(self.above[place]) in depths)

    def are_titles(self) -> bool:
        """Whether the words beside the numbers only name what the paragraph below promises: "Action 3: Skills"."""
        beside = [(place, number) for place, number in self.items.items() if self.text_of(place).strip()]
        titles = [place for place, _ in beside if not commits(self.text_of(place)) and self.promise_below(place)]
        return len(titles) > len(beside) / 2

    def text_of(self, place: int) -> str:
        number = self.items[place]
        return self.blocks[place].text[number.start : number.end]

    def promise_below(self, place: int) -> bool:
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        return following is not None and following.kind is BlockKind.PARAGRAPH and commits(following.text)

    def of_number(self, place: int, block: Block, now: _Now) -> Found:
        number = self.items[place]
        led = lead_in(block)
        span = span_of(block, number.start, number.end)
        if not span.text or (self.in_body_text and self.promise_below(place)):
            now.awaits = True
        elif led and led.promises and block.kind is not BlockKind.HEADING:
            now.led = led
        else:
            yield from self.pledge(place, span, now, number.reference)

    def at_heading(self, place: int, block: Block, now: _Now) -> Found:
        """A heading as wide as the action ends it; one within it may lead in a list, or say what is to be done."""
        within = any(one in self.items for one in self.above[place])
        now.led = lead_in(block) if block.kind is not BlockKind.HEADING else None
        now.sign = ""
        if now.awaits and now.number and within and block.kind is BlockKind.HEADING and not now.pledges:
            now.awaits = False
            yield from self.pledge(place, span_of(block), now, now.number.reference)
        elif now.pledges or not now.awaits:
            now.awaits = False
            if not within:
                now.item = now.number = None

    def below(self, place: int, block: Block, now: _Now) -> Found:
        if self.particular(block, now):
            return
        if block.kind is BlockKind.BULLET and self.is_listed(block, now):
            yield from self.bullet(place, block, now)
            return
        now.led = self.led_in(block, now)
        now.level, now.sign = 0, ""
        if now.awaits and now.number and now.led is None and not now.pledges:
            if not _is_remark(block.text):
                now.awaits = False
                yield from self.pledge(place, span_of(block), now, now.number.reference)
            return
        now.awaits = now.awaits and not now.pledges
        if now.led is None and self.body_above(place) is not None and self.is_under_action(place):
            yield from self.answer(place, block, now)

    def is_listed(self, block: Block, now: _Now) -> bool:
        """Whether a bullet belongs to a list, or begins one: numbered prose and lines that lead in lists do not."""
        sign = _sign(block)
        if now.sign and block.level <= now.level and sign != now.sign:
            return False
        if not now.sign and (lead_in(block) or (sign == "1" and block.marker.strip("().") not in ("1", "01"))):
            return False
        now.sign = now.sign or sign
        return True

    def led_in(self, block: Block, now: _Now) -> LeadIn | None:
        led = lead_in(block)
        if led and led.of_item:
            named = named_first(now.item.span) if now.item and now.led is None and not now.awaits else None
            return LeadIn(promises=named is not None, owner=named)
        return led

    def bullet(self, place: int, block: Block, now: _Now) -> Found:
        now.level = now.level or block.level
        if block.level > now.level:
            return
        number = now.number
        if now.led and now.led.promises:
            reference = number.reference if now.awaits and number else ""
            yield from self.pledge(place, span_of(block), now, reference, of_list=True)
        elif now.awaits and number:
            yield from self.pledge(place, span_of(block), now, number.reference, of_list=True)
        elif number and (now.led is None or now.led.promises is None) and _promises(block.text):
            yield from self.pledge(place, span_of(block), now, "", of_list=True)

    def answer(self, place: int, block: Block, now: _Now) -> Found:
        """What a body under whose name a paragraph stands says that it will do about the action above."""
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if says("promise", sentence) or says("under way", sentence):
                yield from self.pledge(place, span_of(block, start, end), now, "", of_list=True)

    def pledge(self, place: int, span: Span, now: _Now, reference: str, *, of_list: bool = False) -> Found:
        span, beside = tail(span)
        pledge = RawPledge(span, reference, strength_of(span.text, self.speakers) or Strength.FIRM, beside)
        body = self.body_above(place)
        if now.led and now.led.owner:
            pledge.beside.append((Role.OWNER, now.led.owner))
        elif body is not None:
            pledge.beside.append((Role.OWNER, span_of(self.blocks[body])))
        if not of_list:
            now.item = pledge
        now.pledges = [*now.pledges, pledge] if of_list else [pledge]
        yield self.theme(place), pledge

    def particular(self, block: Block, now: _Now) -> bool:
        """Whether a line says who, when or how of the action above it: "Lead: Head of Housing"."""
        label, colon, value = block.text.partition(":")
        if not (now.pledges and colon and value.strip() and is_heading_like(label)):
            return False
        role = _ROLES.get(role_of(label, self.known))
        if role is None:
            return False
        for pledge in now.pledges:
            pledge.beside.append((role, span_of(block, len(label) + 1)))
        return True

    def body_above(self, place: int) -> int | None:
        return next((one for one in reversed(self.above[place]) if one in self.bodies), None)

    def is_under_action(self, place: int) -> bool:
        return any(one in self.items for one in self.above[place])

    def theme(self, place: int) -> tuple[str, ...]:
        """The headings above, without the actions, the bodies that answer, and words such as "Next steps"."""
        left_out = {place, *self.items, *self.bodies}
        above = [self.blocks[one].text for one in self.themes[place] if one not in left_out]
        named = [one for one in above if heads_actions(one) is None]
        return tuple(filter(None, map(title_of, named or filter(heads_actions, above))))


def _sign(block: Block) -> str:
    """The kind of a bullet's marker: numbers, letters, or a sign."""
    marker = block.marker.strip("().")
    return "1" if marker.isdigit() else "a" if marker.isalpha() and marker != "o" else marker or "-"


def _is_remark(text: str) -> bool:
    """Whether a paragraph between a number and its text only says where it comes from: "(Paragraph 45)"."""
    return text.startswith(("(", "[")) and text.endswith((")", "]"))


def _promises(text: str) -> bool:
    """Whether a bullet under an action promises by its own words."""
    first, last = next(sentences(text), (0, 0))
    return is_act(text) or (says("promise", text[first:last]) and not says("past", text[first:last]))
