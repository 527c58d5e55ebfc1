"""Footnotes printed among the text: left out, and the sentence that they interrupt made whole again.

At the foot of a page a note stands between two halves of a sentence: "... is known for;", "¹ Survey of 2015",
"parts of the county ...". The halves become one block. What lay between them is blanked, so that offsets stay
those of the document, with a sign that marks the gap (`GAP`): a quote may not reach over it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = "\x1f"  # white space to every pattern, in no document, and no end of a line

# A raised number, a number in square brackets, or what is left of "[^1]:" once the mark is blanked out.
_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*(?=\S)|\[\^?\d{1,3}\]:?\s+(?=\S)|:\s+(?=\S)")
# The number of a note whose raised form was lost. It counts only between the halves of a sentence.
_BARE_NUMBER = re.compile(r"\d{1,3}\s+(?=[A-Za-z“‘\"'(])")
_ENDED = re.compile(r"[.!?:][”’\"')\]]*\s*$")


def without_footnotes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without their footnotes, each text that a footnote breaks in one block.

    >>> from graph.read.text import blocks
    >>> text = "We will open a hub in the\\n\\n¹ Budget of 2019\\n\\nnorth of the city."
    >>> [" ".join(block.text.split()) for block in without_footnotes(blocks(text))]
    ['We will open a hub in the north of the city.']
    """
    kept: list[Block] = []
    noted = False
    for number, block in enumerate(blocks):
        if _is_note(blocks, number, kept):
            noted = True
        elif noted and kept and _goes_on(kept[-1], block):
            kept[-1] = _joined(kept[-1], block)
            noted = False
        else:
            kept.append(block)
            noted = False
    return kept


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of a block's text, parted at the gaps that footnotes left, without the white space around each part."""
    for match in re.finditer(rf"[^{GAP}]+", text[start:end]):
        stripped = match.group().strip()
        if stripped:
            first = start + match.start() + match.group().find(stripped)
            yield first, first + len(stripped)


def _is_note(blocks: Sequence[Block], number: int, kept: Sequence[Block]) -> bool:
    block = blocks[number]
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if _NOTE.match(block.text):
        return True
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    interrupts = bool(kept) and following is not None and _goes_on(kept[-1], following)
    return interrupts and bool(_BARE_NUMBER.match(block.text))


def _goes_on(block: Block, following: Block) -> bool:
    """Whether a paragraph begins in the middle of a sentence that a block leaves open."""
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and following.kind is BlockKind.PARAGRAPH
        and following.text[:1].islower()
        and not _ENDED.search(block.text)
    )


def _joined(block: Block, following: Block) -> Block:
    length = following.start - block.end
    lines = min(following.line - block.line - block.text.count("\n"), length - 1)
    between = "\n" * max(0, lines) + GAP * (length - max(0, lines))
    return replace(block, text=block.text + between + following.text, end=following.end, strong=False)
