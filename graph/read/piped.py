"""The rows of a Markdown table, cell by cell, at their places in the text."""

from __future__ import annotations

import re

from graph.blocks import Block, BlockKind, Span
from graph.read.embedded import with_line_breaks

_PIPE = re.compile(r"(?<!\\)\|")
_OUTER = re.compile(r"[\s>]*\|?")


def row(text: str, seen: str, start: int, end: int, line: int, table: int, *, header: bool) -> Block | None:
    """The row on a line; None where nothing stands in it.

    Cells are parted at the pipes that are not escaped; the one before the first cell and the one after the last part
    nothing. A cell without text stands, empty, where its end is.
    """
    cells = [_cell(text, seen, *ends, line) for ends in _ends(text, start, end)]
    said = [cell for cell in cells if cell.text]
    if not said:
        return None
    first, last = said[0].start, said[-1].end
    return Block(BlockKind.ROW, seen[first:last], first, last, line, cells=tuple(cells), table=table, header=header)


def _ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    outer = _OUTER.match(text, start, end)
    start = outer.end() if outer else start
    end = start + len(text[start:end].rstrip())
    pipes = [match.start() for match in _PIPE.finditer(text, start, end)]
    if pipes and pipes[-1] == end - 1:
        end = pipes.pop()
    return list(zip([start, *(pipe + 1 for pipe in pipes)], [*pipes, end], strict=True))


def _cell(text: str, seen: str, start: int, end: int, line: int) -> Span:
    words = with_line_breaks(text, seen, start, end)
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Span(words, start, start + len(words), line)
