"""By when what stands under a heading is to be done: the heading is a time, "Q3 2025" or "By March 2026".

Statuses may stand beside the items of such lists. A single heading with a date in it is no plan:
there are at least two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.headings import headings_above
from graph.extract.items import span_of
from graph.extract.planning.horizons import horizon_of
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graph.blocks import Block, Span

_FEW = 2


def times_above(blocks: Sequence[Block], items: Collection[int]) -> dict[int, list[tuple[Role, Span]]]:
    """For each of some items the time that the nearest heading above it says, of those that say one."""
    times = {place: one for place, one in _times(blocks) if place not in items}
    if len({one.text for one in times.values()}) < _FEW:
        return {}
    above = headings_above(blocks)
    near = {place: max((one for one in above[place] if one in times), default=None) for place in items}
    return {place: [(Role.TIMESCALE, times[one])] for place, one in near.items() if one is not None}


def _times(blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
    for place, block in enumerate(blocks):
        horizon = horizon_of(span_of(block), dated=True) if block.kind is BlockKind.HEADING else None
        if horizon and any(map(str.isdigit, horizon.when.text)):
            yield place, horizon.when
