"""Running text that stands in the cells of a table: "We will:" with its list, beside the name of a goal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.headings import title_of
from graph.extract.items import span_of
from graph.extract.running.leadins import lead_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.blocks import Span

_SHORTEST = 60  # characters of a cell that is text rather than a word or a figure
_LONGEST_TITLE = 120  # characters of a first cell that names what its row is about


def in_cells(row: Block) -> tuple[tuple[str, ...], list[Block]]:
    """What a row is about, as a heading, and the lines of its cells that hold text, a list under the line before it."""
    first = row.cells[0].text if row.cells else ""
    title = (title_of(first),) if first.strip() and len(first) <= _LONGEST_TITLE and len(row.cells) > 1 else ()
    texts = [cell for cell in row.cells if len(cell.text.strip()) >= _SHORTEST]
    return title, [block for cell in texts for block in _lines(row, cell)]


def _lines(row: Block, cell: Span) -> Iterator[Block]:
    """The lines of a cell as blocks: bullets where the first line of their list leads them in."""
    listed = False
    ends = [-1, *(place for place, sign in enumerate(cell.text) if sign == "\n"), len(cell.text)]
    for before, end in pairwise(ends):
        line = span_of(cell, before + 1, end)
        if not line.text:
            continue
        block = Block(BlockKind.PARAGRAPH, line.text, line.start, line.end, row.line)
        if listed and lead_in(block) is None:
            yield replace(block, kind=BlockKind.BULLET, marker="-", level=1)
        else:
            listed = lead_in(block) is not None
            yield block
