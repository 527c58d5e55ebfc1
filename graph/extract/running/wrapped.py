"""A sentence that promises and is broken over lines which the format took for paragraphs of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.running.promises import strength_of
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.running.speakers import Speakers

_SHORTEST = 55  # characters of a line that was broken, not ended
_ENDS = ".!?:;”’\"')]"


def unbroken(blocks: Sequence[Block], speakers: Speakers) -> list[Block]:
    """The blocks, each promise whose line breaks joined to the line right below it, which ends its sentence."""
    kept: list[Block] = []
    for block in blocks:
        if kept and _goes_on(kept[-1], block, speakers):
            gap = block.start - kept[-1].end
            text = kept[-1].text + "\n" + " " * (gap - 1) + block.text
            kept[-1] = replace(kept[-1], text=text, end=block.end)
        else:
            kept.append(block)
    return kept


def _goes_on(block: Block, following: Block, speakers: Speakers) -> bool:
    """Whether the last sentence of a paragraph promises and stops in its middle, and the next line carries it on."""
    if not (block.kind is following.kind is BlockKind.PARAGRAPH) or block.strong or following.strong:
        return False
    next_line = block.line + block.text.count("\n") + 1
    last_line = block.text.rsplit("\n", 1)[-1]
    if following.line != next_line or len(last_line) < _SHORTEST or block.text.rstrip()[-1:] in _ENDS:
        return False
    begun = [*sentences(block.text)][-1]
    first = next(sentences(following.text), (0, 0))
    ended = following.text[slice(*first)].rstrip()[-1:] in ".!?"
    return ended and following.start > block.end and strength_of(block.text[slice(*begun)], speakers) is not None
