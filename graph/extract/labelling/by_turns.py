"""Tables that have lost their lines: two labels one after the other, then a pledge and its status by turns.

"Action / Progress / Open a hub / Complete / Train staff / In progress" is what is left of a table on many pages that
were once a word processor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.items import RawAnswer, RawPledge, RawSection, Word, span_of
from graph.extract.labelling.label_groups import assigned
from graph.extract.marks.status_words import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_FEWEST = 2


def pairs_by_turns(body: Sequence[Block], known: Known) -> list[tuple[Block, Word]]:
    """Each pledge with the word after it, as long as they go by turns; empty where fewer than two do."""
    found: list[tuple[Block, Word]] = []
    for pledge, verdict in zip(body[::2], body[1::2], strict=False):
        status = meaning(verdict.text.strip(" ."), known)
        if status is None or meaning(pledge.text.strip(" ."), known):
            break
        found.append((pledge, Word(verdict.text.strip(" ."), status)))
    return found if len(found) >= _FEWEST else []


def section_by_turns(heading: tuple[str, ...], body: Sequence[Block], known: Known) -> RawSection | None:
    """The pledges of such a table with their statuses; None where the blocks are none."""
    pairs = pairs_by_turns(body, known)
    if not pairs:
        return None
    pledges = [RawPledge(span_of(pledge), beside=list(assigned(span_of(pledge)))) for pledge, _ in pairs]
    answers = [
        RawAnswer(span_of(verdict), (number,), word)
        for number, (verdict, (_, word)) in enumerate(zip(body[1::2], pairs, strict=False))
    ]
    return RawSection(heading, pledges, answers)
