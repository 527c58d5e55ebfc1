"""Roadmaps: what is to be done Now, Next and Later, or in which year, under headings or in columns.

What stands under "Done" has been done, and what stands under "In progress" is under way: these words are statuses. All
other words say when.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.columns import Column, role_of
from graph.extract.headings import heading_level, headings_above, title_of
from graph.extract.items import RawAnswer, RawPledge, RawSection, Word, span_of
from graph.extract.layouts.horizons import Horizon, horizon_of, horizons, make_a_roadmap
from graph.extract.layouts.planned import planned, promises
from graph.extract.layouts.promises import strength_of
from graph.extract.layouts.speakers import Speakers
from graph.extract.layouts.wording import heads_actions
from graph.extract.tails import tail
from graph.values import Role, Status, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

    Found = Iterator[tuple[tuple[str, ...], Span, Horizon]]

_FEW = 2  # pledges that make a roadmap
_NOT_OF_PLEDGES = (Column.UNKNOWN, Column.THEME, Column.OTHER)  # columns that a table of pledges need not have


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges under each heading, in reading order; empty where the document is no roadmap."""
    roadmap = _Roadmap(blocks, known)
    found: list[RawSection] = []
    for heading, span, horizon in roadmap.pledges():
        if not found or found[-1].heading != heading:
            found.append(RawSection(heading))
        _add(found[-1], span, horizon, strength_of(span.text, roadmap.speakers))
    pledges = sum(len(section.pledges) for section in found)
    return found if pledges >= _FEW and pledges >= roadmap.promises_elsewhere() else []


def _add(section: RawSection, span: Span, horizon: Horizon, strength: Strength | None) -> None:
    span, beside = tail(span)
    pledge = RawPledge(span, strength=strength or Strength.FIRM, beside=beside)
    dated = any(role is Role.TIMESCALE for role, _ in beside)
    if horizon.status is not Status.ACHIEVED and not dated:
        pledge.beside.append((Role.TIMESCALE, horizon.span))
    section.pledges.append(pledge)
    if horizon.status:
        word = Word(horizon.span.text, horizon.status)
        section.progress.append(RawAnswer(horizon.span, (len(section.pledges) - 1,), word))


class _Roadmap:
    """One document being read."""

    def __init__(self, blocks: Sequence[Block], known: Known) -> None:
        self.blocks = blocks
        self.known = known
        self.horizons = horizons(blocks)
        self.above = headings_above(blocks)
        self.stretches = list(self._stretches()) if make_a_roadmap(self.horizons.values()) else []

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks; asked for only where there is something to read, since learning it takes its time."""
        return Speakers.of(block.text for block in self.blocks)

    def pledges(self) -> Found:
        """The pledges with the headings above them and when they are to be done."""
        tables = self._tables()
        for start, end, horizon in self.stretches:
            for place, span in planned(self.blocks, start, end, horizon, self.speakers):
                yield self.theme(place), span, horizon
        yield from tables

    def promises_elsewhere(self) -> int:
        """How many sentences promise something outside of the roadmap."""
        inside = {place for start, end, _ in self.stretches for place in range(start, end)}
        prose = [
            block
            for place, block in enumerate(self.blocks)
            if place not in inside and block.kind is not BlockKind.ROW and block.kind is not BlockKind.HEADING
        ]
        return sum(strength_of(sentence, self.speakers) is not None for block in prose for sentence in promises(block))

    def theme(self, place: int) -> tuple[str, ...]:
        """The headings above a pledge that do not say when."""
        above = (self.blocks[one].text for one in self.above[place] if one not in self.horizons and one != place)
        return tuple(filter(None, map(title_of, above)))

    def _stretches(self) -> Iterator[tuple[int, int, Horizon]]:
        """Where what stands under each horizon begins and ends: at the next one, or at a heading not within it."""
        scopes = headings_above(self.blocks, with_title=True)
        places = sorted(self.horizons)
        for place, following in pairwise([*places, len(self.blocks)]):
            within = [one for one in scopes[place] if one in self.horizons and self.horizons[one].status]
            horizon = self.horizons[within[0] if within else place]
            others = (other for other in range(place + 1, following) if other in scopes[other])
            ends = (other for other in others if place not in scopes[other] and self._ends(place, other))
            yield place + 1, next(ends, following), horizon

    def _ends(self, horizon: int, heading: int) -> bool:
        """Whether a heading ends what stands under a horizon. Of two plain lines nobody can tell which is the wider:
        there a heading does if it is wide by its look, or says that nothing is planned under it."""
        block = self.blocks[heading]
        if self.blocks[horizon].kind is BlockKind.HEADING or block.kind is BlockKind.HEADING:
            return True
        following = self.blocks[heading + 1] if heading + 1 < len(self.blocks) else None
        return heading_level(block, following) == 1 or heads_actions(block.text) is False

    def _tables(self) -> Found:
        """What stands in the columns of tables that are headed by horizons, and by nothing else that is known."""
        columns: dict[int, Horizon] = {}
        table = 0
        for place, block in enumerate(self.blocks):
            if block.kind is not BlockKind.ROW:
                continue
            if block.table != table:
                columns, table = self._columns(block), block.table
            elif columns:
                yield from self._row(place, block, columns)

    def _columns(self, row: Block) -> dict[int, Horizon]:
        heads = {number: one for number, cell in enumerate(row.cells) if (one := horizon_of(cell, dated=False))}
        others = (cell for number, cell in enumerate(row.cells) if number not in heads)
        known = any(role_of(cell.text, self.known) not in _NOT_OF_PLEDGES for cell in others)
        return heads if make_a_roadmap(heads.values()) and not known else {}

    def _row(self, place: int, block: Block, columns: dict[int, Horizon]) -> Found:
        named = [cell.text for number, cell in enumerate(block.cells) if number not in columns and cell.text][:1]
        above = self.theme(place)
        theme = (*(above[1:] if named and 0 in self.above[place] else above), *map(title_of, named))
        for number, horizon in columns.items():
            for span in _items(block.cells[number]) if number < len(block.cells) else ():
                yield theme, span, horizon


def _items(cell: Span) -> Iterator[Span]:
    """What a cell lists: its lines, those that begin small joined to the one before."""
    start = 0
    text = cell.text
    for end in [*(place for place, sign in enumerate(text) if sign in "\n•;"), len(text)]:
        following = text[end + 1 :].lstrip(" -–*•\n")
        if end < len(text) and text[end] == "\n" and following[:1].islower():
            continue
        words = text[start:end]
        item = span_of(cell, start + len(words) - len(words.lstrip(" -–*•\n")), end)
        if any(sign.isalpha() for sign in item.text):
            yield item
        start = end + 1
