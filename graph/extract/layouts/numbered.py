"""Numbered actions and recommendations: "1.1)", "Action 02:", "Recommendation 7".

Which numbers are pledges, the document tells: by the word before them, by the heading above them, by what most of
their lines say. Around them, only lists that somebody leads in as promises are read, and the replies of bodies that
stand under their names; a text whose paragraphs merely have numbers is prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.items import RawSection
from graph.extract.layouts.promised import Promised
from graph.extract.layouts.series import items_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges under each heading, in reading order; empty where the document numbers none."""
    items = items_of(blocks)
    found: list[RawSection] = []
    if items:
        for heading, pledge in Promised(blocks, items, known).pledges():
            if not found or found[-1].heading != heading:
                found.append(RawSection(heading))
            found[-1].pledges.append(pledge)
    return found
