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
_LEADING = re.compile(r"\s*")


def blocks(text: str) -> tuple[Block, ...]:
    """Split a plain text into blocks, in reading order.

    >>> [block.text for block in blocks("Aims\\n- One thing\\n- Another\\nthing. - A third")]
    ['Aims', 'One thing', 'Another\\nthing.', 'A third']
    """
    return tuple(piece for block in _joined(text) for piece in _split_at_inner_bullets(block))


def _joined(text: str) -> Iterator[Block]:
    """Blocks of whole lines, wrapped lines joined to the one they continue."""
    current: Block | None = None
    for line_number, match in enumerate(_lines(text), start=1):
        if match is None:
            if current:
                yield current
            current = None
            continue
        block = _block_of_line(text, *match, line_number)
        if current and block.kind is BlockKind.PARAGRAPH and _continues(current, block.text):
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


def _continues(block: Block, next_line: str) -> bool:
    """Whether a line carries on the block before it: it starts small, or that block cannot end there.

    A paragraph's next line starts a paragraph of its own unless so: labels and headings stand on lines alone.
    """
    first = _LEADING.sub("", next_line)[:1]
    return first.islower() or first in ")]" or bool(_UNFINISHED.search(block.text))


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
