"""Roadmaps: what is to be done Now, Next and Later, or in which year, under headings, in columns or after bold words.

What stands under "Done" has been done, and what stands under "In progress" is under way: these words are statuses. All
other words say when. In a roadmap that reports in this way, what stands under "Next", "Later" or a date has been
planned and no more: it is NotAssessed, in the document's own word, and neither NotReported, since the document does
speak of it, nor Outstanding, since nobody says that it should have begun. Where no heading reports, silence is left to
be judged as that of any plan.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from graph.blocks import BlockKind
from graph.extract.headings import heading_level, headings_above, title_of
from graph.extract.items import RawAnswer, RawPledge, RawSection, Word
from graph.extract.marks.bracketed_owners import with_owners_in_brackets
from graph.extract.marks.list_owners import said_above_lists
from graph.extract.marks.tails import tail
from graph.extract.numbering.wording import heads_actions
from graph.extract.planning.boards import columns_of, group_of, items_of, tables_of
from graph.extract.planning.horizons import Horizon, horizons, make_a_roadmap, with_reports
from graph.extract.planning.planned import planned, promises
from graph.extract.planning.runins import planned_after, run_ins
from graph.extract.running.promises import strength_of
from graph.extract.running.speakers import Speakers
from graph.values import Role, Status, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known


class Planned(NamedTuple):
    """What is planned, under which headings, when, and what else its cell says of it."""

    theme: tuple[str, ...]
    span: Span
    horizon: Horizon
    beside: tuple[tuple[Role, Span], ...] = ()


_FEW = 2  # pledges that make a roadmap


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges under each heading, in reading order; empty where the document is no roadmap."""
    roadmap = _Roadmap(blocks, known)
    found: list[RawSection] = []
    planned = list(roadmap.pledges())
    reports = any(one.horizon.status for one in planned)
    for one in planned:
        if not found or found[-1].heading != one.theme:
            found.append(RawSection(one.theme))
        _add(found[-1], one, strength_of(one.span.text, roadmap.speakers), reports=reports)
    if len(planned) < _FEW or len(planned) < roadmap.promises_elsewhere():
        return []
    return with_owners_in_brackets(found)


def _add(section: RawSection, one: Planned, strength: Strength | None, *, reports: bool) -> None:
    span, beside = tail(one.span)
    told = {role for role, _ in beside}
    beside.extend(said for said in one.beside if said[0] not in told)
    pledge = RawPledge(span, strength=strength or Strength.FIRM, beside=beside)
    horizon = one.horizon
    dated = any(role is Role.TIMESCALE for role, _ in pledge.beside)
    if horizon.status is not Status.ACHIEVED and not dated:
        pledge.beside.append((Role.TIMESCALE, horizon.when))
    section.pledges.append(pledge)
    if horizon.status or reports:
        word = Word(horizon.span.text, horizon.status or Status.NOT_ASSESSED)
        section.progress.append(RawAnswer(horizon.span, (len(section.pledges) - 1,), word))


class _Roadmap:
    """One document being read."""

    def __init__(self, blocks: Sequence[Block], known: Known) -> None:
        self.blocks = blocks
        self.known = known
        self.horizons = with_reports(horizons(blocks), blocks)
        self.above = headings_above(blocks)
        self.stretches = list(self._stretches()) if make_a_roadmap(self.horizons.values()) else []

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks; asked for only where there is something to read, since learning it takes its time."""
        return Speakers.of(block.text for block in self.blocks)

    @cached_property
    def said_above(self) -> dict[int, list[tuple[Role, Span]]]:
        """Who is responsible for each item of a list, where a line above the list says so."""
        return said_above_lists(self.blocks, self.known)

    def pledges(self) -> Iterator[Planned]:
        """The pledges with the headings above them and when they are to be done."""
        for start, end, horizon in self.stretches:
            for place, span in planned(self.blocks, start, end, horizon, self.speakers):
                yield Planned(self.theme(place), span, horizon, tuple(self.said_above.get(place, ())))
        yield from self._run_ins()
        yield from self._tables()

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
        looks = BlockKind.HEADING in (self.blocks[horizon].kind, block.kind)
        if looks or (block.strong and not self.blocks[horizon].strong):
            return True
        following = self.blocks[heading + 1] if heading + 1 < len(self.blocks) else None
        return heading_level(block, following) == 1 or heads_actions(block.text) is False

    def heads(self) -> Iterator[Horizon]:
        """The horizons that head lists or columns."""
        yield from self.horizons.values()
        for _, table in tables_of(self.blocks):
            yield from columns_of(table, self.known)[1].values()

    def _run_ins(self) -> Iterator[Planned]:
        """What stands in paragraphs that begin with when, outside of the stretches; most of them plan something."""
        inside = {place for start, end, _ in self.stretches for place in range(start, end)}
        found = run_ins(self.blocks, {one.words for one in self.heads()})
        told: dict[int, list[Planned]] = {}
        for place, following in pairwise([*found, len(self.blocks)]):
            ends = (other for other in range(place + 1, following) if self.blocks[other].kind is BlockKind.HEADING)
            said = planned_after(self.blocks, place, next(ends, following), found[place], self.speakers)
            told[place] = [Planned(self.theme(where), span, found[place][0]) for where, span in said]
        if sum(map(bool, told.values())) * 2 > len(told):
            yield from (one for place, planned in told.items() if place not in inside for one in planned)

    def _tables(self) -> Iterator[Planned]:
        """What stands in the columns of tables that are headed by horizons, and by nothing else that is known."""
        for place, table in tables_of(self.blocks):
            head, heads = columns_of(table, self.known)
            columns = with_reports(heads, self.blocks)
            group = ""
            for number, row in enumerate(table[head + 1 :] if columns else (), start=place + head + 1):
                group = group_of(row) or group
                if not group_of(row):
                    yield from self._row(number, row, columns, group)

    def _row(self, place: int, block: Block, columns: dict[int, Horizon], group: str) -> Iterator[Planned]:
        named = [cell.text for number, cell in enumerate(block.cells) if number not in columns and cell.text][:1]
        named = named or ([group] if group else [])
        above = self.theme(place)
        theme = (*(above[1:] if named and 0 in self.above[place] else above), *map(title_of, named))
        for number, horizon in columns.items():
            for span, beside in items_of(block.cells[number], self.known) if number < len(block.cells) else ():
                yield Planned(theme, span, horizon, tuple(beside))
