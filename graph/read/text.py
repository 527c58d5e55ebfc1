"""From plain text to blocks: the bullets and paragraphs of a text, each with its offsets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.read.lines import Lines
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


# A dash is a bullet only at the start of a line and before a space: in "Bridges – early help" it is not.
_BULLET = re.compile(
    r"\s*(?P<marker>[-*+•●·◦○▪■‣➢✓–—]|o(?=\s{2})|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\))[^\S\r\n]+(?=\S)"
)
_GLYPHS = frozenset("*•●◦○▪■‣➢✓")  # signs that are nothing but bullets, wherever they stand
# A line that ends like this cannot be the end of what it says.
_UNFINISHED = re.compile(r"(?:[,;/&(–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|their|to|with))$", re.I)
_ENDED = re.compile(r"[.!?;:][”’\"')\]]*$")
_LONG_LINE = 60  # characters: a writer breaks no line before it


def blocks(text: str, stands_alone: Callable[[str], bool] = lambda _: False) -> tuple[Block, ...]:
    """Split a plain text into blocks, in reading order; lines that `stands_alone` knows are never joined to others.

    >>> [block.text for block in blocks("Aims\\n- One thing\\n- Another\\nthing. - A third")]
    ['Aims', 'One thing', 'Another\\nthing.', 'A third']
    """
    lines = Lines(masked(text))
    return tuple(
        replace(piece, strong=_is_strong(text, piece))
        for block in _joined(lines, stands_alone)
        for piece in _split_at_inner_bullets(block)
    )


def _is_strong(text: str, block: Block) -> bool:
    """Whether the text marks all of a block as bold: `**Fostering**`."""
    return text[: block.start].endswith(("**", "__")) and text[block.end :].startswith(("**", "__"))


def _joined(lines: Lines, stands_alone: Callable[[str], bool]) -> Iterator[Block]:
    """Blocks of whole lines, wrapped lines joined to the one they continue."""
    current: Block | None = None
    for number, (start, end) in enumerate(lines.spans(), start=1):
        block = _block_of_line(lines.text, start, end, number) if start < end else None
        if current and block and not stands_alone(block.text) and _continues(lines, current, block):
            current = replace(current, text=lines.text[current.start : block.end], end=block.end)
            continue
        if current:
            yield current
        current = block
    if current:
        yield current


def _block_of_line(text: str, start: int, end: int, line: int) -> Block:
    bullet = _BULLET.match(text, start, end)
    if bullet:
        return Block(BlockKind.BULLET, text[bullet.end() : end], bullet.end(), end, line, bullet["marker"])
    return Block(BlockKind.PARAGRAPH, text[start:end], start, end, line)


def _continues(lines: Lines, block: Block, following: Block) -> bool:
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
    last_line = re.split(r"[\r\n]+", block.text)[-1]
    hangs = lines.column(following.start) >= lines.column(block.start) > 0
    closes = bool(_ENDED.search(following.text)) and len(following.text) < len(last_line) >= _LONG_LINE
    return hangs or closes


def _split_at_inner_bullets(block: Block) -> Iterator[Block]:
    """A bullet whose line holds the start of the next one: `provision. - Develop new models`.

    A dash starts one only after the end of a sentence and before a capital, since dashes stand inside sentences too.
    """
    if block.kind is not BlockKind.BULLET:
        yield block
        return
    marker, start, line = re.escape(block.marker), block.start, block.line
    lines = Lines(block.text)
    after_what = "" if block.marker in _GLYPHS else "(?<=[.!?;:])"
    between = rf"{after_what}\s+{marker}\s+(?=[A-Z“‘\"'])"
    for match in re.finditer(between, block.text):
        piece = block.text[start - block.start : match.start()]
        yield replace(block, text=piece, start=start, end=block.start + match.start(), line=line)
        start = block.start + match.end()
        line = block.line + lines.number(match.end()) - 1
    yield replace(block, text=block.text[start - block.start :], start=start, line=line)
