"""Numbered actions and recommendations: "1.1)", "Action 02:", "Recommendation 7".

Which numbers are pledges, the document tells: by the word before them, by the heading above them, by what most of
their lines say. Around them, only lists that somebody leads in as promises are read, and the replies of bodies that
stand under their names; a text whose paragraphs merely have numbers is prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.items import RawSection
from graph.extract.layouts import prose
from graph.extract.numbering.promised import Promised
from graph.extract.numbering.series import items_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_FEW = 3  # pledges around the numbered ones that make a text promise in its prose as well
_SOME = 1 / 4  # of the numbered ones


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges under each heading, in reading order; empty where the document numbers none.

    Where the text around them promises too, and not only that it will be reviewed, its pledges stand among them.
    """
    items = items_of(blocks)
    if not items:
        return []
    numbered = list(Promised(blocks, items, known).pledges())
    ends = [place for place, block in enumerate(blocks) if place in items or block.kind is BlockKind.HEADING]
    held = [(blocks[place].start, _end(blocks, place, ends)) for place in items]
    held.extend((pledge.span.start, pledge.span.end) for _, pledge in numbered)
    told = [
        (section.heading, pledge)
        for section in prose.sections(blocks, known)
        for pledge in section.pledges
        if not any(start < pledge.span.end and pledge.span.start < end for start, end in held)
    ]
    if len(told) < max(_FEW, _SOME * len(numbered)):
        told = []
    found: list[RawSection] = []
    for heading, pledge in sorted([*numbered, *told], key=lambda one: one[1].span.start):
        if not found or found[-1].heading != heading:
            found.append(RawSection(heading))
        found[-1].pledges.append(pledge)
    return found


def _end(blocks: Sequence[Block], place: int, ends: Sequence[int]) -> int:
    """Where what stands under a numbered action ends: at the next one, or at a heading."""
    following = next((one for one in ends if one > place), len(blocks))
    return blocks[following - 1].end
