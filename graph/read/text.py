"""From plain text to blocks: the bullets and paragraphs of a text, each with its offsets."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.read.lines import Lines
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


# A dash is a bullet only at the start of a line and before a space: in "Bridges – early help" it is not.
_BULLET = re.compile(
    r"\s*(?P<marker>[-*+•●·◦○▪■‣➢➜➔➤►✓–—]|o(?=\s{2})|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\))[^\S\r\n]+(?=\S)"
)
_GLYPHS = frozenset("*•●◦○▪■‣➢➜➔➤►✓")  # signs that are nothing but bullets, wherever they stand
# A line that ends like this cannot be the end of what it says.
_UNFINISHED = re.compile(r"(?:[,;/&(–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|their|to|with))$", re.I)
_ENDED = re.compile(r"[.!?;:][”’\"')\]]*$")
_LONG_LINE = 60  # characters: a writer breaks no line before it
_NARROWEST = 40  # characters of a text whose lines are broken at a width
_RAGGED = 15  # characters by which most of its lines at most fall short of that width
_LEFT = 3  # characters that a writer who breaks lines by hand leaves beside
_FEW = 3  # lines that show the width
_MOST = 2 / 3  # of them
_NEARLY_ALL = 0.95
# What a line of a table of contents or of columns looks like, and how a line begins that carries on no other one.
_ENTRY = re.compile(r".*(?:(?:\.\s?){4}|_{4}|…\s*\d{0,3}$|[^\s:\d.)][^\S\r\n]{3})")
_OPENS = re.compile(
    r"[^\s.:][^.:]{0,40}:(?:\s|$)|(?:[A-Z][\w-]*\s+){0,2}[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*(?:[.:)]\s|\s+[A-Z])"
)
_SIGN = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]")  # ticks, stars, coloured circles
# Settings between two lines of hyphens at the very top, and a field for a table of contents: no words of the document.
_FRONT = re.compile(r"\ufeff?-{3}[ \t]*(?:\r\n?|\n)(?P<lines>.{1,10000}?)(?:\r\n?|\n)-{3}[ \t]*(?=[\r\n]|$)", re.DOTALL)
_SETTING = re.compile(r"[\w-]+:(?:\s|$)|\s|#|- |$")
_TEMPLATE = re.compile(r"\[(?:TOC|\[_TOC_\])\]")
_RULE = re.compile(r"([-=_*~–—])\1{4,}")  # a line drawn between two parts of a text


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
    width = _width(lines)
    for number, start, end in _of_document(lines):
        block = _block_of_line(lines.text, start, end, number) if start < end else None
        carries_on = current and block and (_continues(lines, current, block) or _fills(lines, current, block, width))
        if current and block and carries_on and not stands_alone(block.text):
            current = replace(current, text=lines.text[current.start : block.end], end=block.end)
            continue
        if current:
            yield current
        current = block
    if current:
        yield current


def _of_document(lines: Lines) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of the document's own lines; settings at the top and fields to fill in are none.

    A rule is as empty as a blank line.
    """
    front = _FRONT.match(lines.text)
    settings = front["lines"].splitlines() if front else []
    are_settings = bool(settings) and settings[0][:1].isalpha() and all(map(_SETTING.match, settings))
    top = front.end() if front and are_settings else 0
    for number, (start, end) in enumerate(lines.spans(), start=1):
        if start >= top and not _TEMPLATE.fullmatch(lines.text, start, end):
            yield number, start, start if _RULE.fullmatch(lines.text, start, end) else end


def _width(lines: Lines) -> int:
    """The column at which a text breaks its lines, as those show that the next one carries on in small letters.

    0 for a text without a width, as where each paragraph is one line.
    """
    ends = sorted(
        lines.column(end)
        for (start, end), (following, last) in pairwise(lines.spans())
        if start < end and following < last and lines.text[following].islower()
    )
    if len(ends) < _FEW:
        return 0
    width = ends[ceil((len(ends) - 1) * _NEARLY_ALL)]
    near = sum(width - _RAGGED <= end <= width for end in ends)
    return width if width >= _NARROWEST and near >= _MOST * len(ends) else 0


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
    if following.kind is BlockKind.BULLET or _SIGN.match(following.text):
        return False
    if following.text[:1].islower() or following.text[:1] in ")]" or _UNFINISHED.search(block.text):
        return True
    if block.kind is not BlockKind.BULLET or _ENDED.search(block.text):
        return False
    last_line = re.split(r"[\r\n]+", block.text)[-1]
    hangs = lines.column(following.start) >= lines.column(block.start) > 0
    closes = bool(_ENDED.search(following.text)) and len(following.text) < len(last_line) >= _LONG_LINE
    return hangs or closes


def _fills(lines: Lines, block: Block, following: Block, width: int) -> bool:
    """Whether a block's last line was broken since the next word had no room in it at the text's width.

    Then the next line carries it on, unless it is a line of its own. It begins a sentence only where it hangs.
    """
    first_word = following.text.split(maxsplit=1)[0]
    is_full = bool(width) and lines.column(block.end) + 1 + len(first_word) > width - _LEFT
    is_next = lines.number(following.start) == lines.number(block.end) + 1
    if not (is_full and is_next) or following.kind is BlockKind.BULLET or _SIGN.match(following.text):
        return False
    last_line = re.split(r"[\r\n]+", block.text)[-1]
    if _ENTRY.match(last_line) or _ENTRY.match(following.text) or _OPENS.match(following.text):
        return False
    if last_line.isupper() or following.text.isupper():
        return False
    first = block.start - len(block.marker) - 1 if block.marker else block.start
    return not _ENDED.search(block.text) or lines.column(following.start) > lines.column(first)


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
