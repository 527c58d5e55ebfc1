"""From plain text to blocks: the headings, bullets and paragraphs of a text, each with its offsets.

A block's text is always `text[start:end]`, with nothing added, folded or mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(StrEnum):
    """What a block looks like on the page; what it means is for `extract` to say."""

    BULLET = "bullet"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text that stands on its own. `marker` is the bullet's own sign; lines count from 1."""

    kind: BlockKind
    text: str
    start: int
    end: int
    line: int
    marker: str = ""


# A dash is a bullet only at the start of a line and before a space: in "Bridges – early help" it is not.
_BULLET = re.compile(r"[ \t]*(?P<marker>[-*•·◦▪‣–—]|o(?=[ \t]{2,}))[ \t]+(?=\S)")
_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
# A line that ends like this cannot be the end of what it says.
_UNFINISHED = re.compile(r"(?:[,;/&(–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|their|to|with))$", re.I)
_ENDED = re.compile(r"[.!?;:][”’\"')\]]*$")
_LONG_LINE = 60  # characters: a writer breaks no line before it


def blocks(text: str) -> tuple[Block, ...]:
    """Split a plain text into blocks, in reading order.

    >>> [block.text for block in blocks("Aims\\n- One thing\\n- Another\\nthing. - A third")]
    ['Aims', 'One thing', 'Another\\nthing.', 'A third']
    """
    return tuple(piece for block in _joined(text) for piece in _split_at_inner_bullets(block))


def _joined(text: str) -> Iterator[Block]:
    """Blocks of whole lines, wrapped lines joined to the one they continue."""
    current: Block | None = None
    for line_number, span in enumerate(_lines(text), start=1):
        block = _block_of_line(text, *span, line_number) if span else None
        if current and block and _continues(text, current, block):
            current = replace(current, text=text[current.start : block.end], end=block.end)
            continue
        if current:
            yield current
        current = block
    if current:
        yield current


def _lines(text: str) -> Iterator[tuple[int, int] | None]:
    """Start and end of each line without the white space around it; None for a line that is blank."""
    position = 0
    for line in text.splitlines(keepends=True):
        match = _LINE.match(line)
        body = match.group() if match else ""
        stripped = body.strip()
        start = position + body.find(stripped) if stripped else position
        yield (start, start + len(stripped)) if stripped else None
        position += len(line)


def _block_of_line(text: str, start: int, end: int, line: int) -> Block:
    bullet = _BULLET.match(text, start, end)
    if bullet:
        return Block(BlockKind.BULLET, text[bullet.end() : end], bullet.end(), end, line, bullet["marker"])
    return Block(BlockKind.PARAGRAPH, text[start:end], start, end, line)


def _continues(text: str, block: Block, following: Block) -> bool:
    """Whether a line carries on the block before it; labels and headings stand on lines of their own.

    It does where it starts small, where the block cannot end as it does, where it hangs under a bullet's text,
    or where it ends the sentence that a long line of a bullet left open.
    """
    if following.kind is BlockKind.BULLET:
        return False
    if following.text[:1].islower() or following.text[:1] in ")]" or _UNFINISHED.search(block.text):
        return True
    if block.kind is not BlockKind.BULLET or _ENDED.search(block.text):
        return False
    last_line = block.text.rsplit("\n", 1)[-1]
    hangs = _column(text, following.start) >= _column(text, block.start) > 0
    closes = bool(_ENDED.search(following.text)) and len(following.text) < len(last_line) >= _LONG_LINE
    return hangs or closes


def _column(text: str, position: int) -> int:
    return position - (text.rfind("\n", 0, position) + 1)


def _split_at_inner_bullets(block: Block) -> Iterator[Block]:
    """A bullet whose last line holds the start of the next one: `provision. - Develop new models`."""
    if block.kind is not BlockKind.BULLET:
        yield block
        return
    inner = re.compile(rf"(?<=[.!?;:])[ \t]+{re.escape(block.marker)}[ \t]+(?=[A-Z“‘\"'])")
    start, line = block.start, block.line
    for match in inner.finditer(block.text):
        end = block.start + match.start()
        piece = block.text[start - block.start : match.start()]
        yield replace(block, text=piece, start=start, end=end, line=line)
        line += piece.count("\n")
        start = block.start + match.end()
    yield replace(block, text=block.text[start - block.start :], start=start, line=line)
