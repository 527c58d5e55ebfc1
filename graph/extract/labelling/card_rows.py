"""Small tables with the same few names in their first column, read as labels with their texts below them.

"Target | Open two hubs", "Source | Corporate plan", "Result | Both opened in May" stand in a table of their own for
each pledge. No table says what its names mean; that they come back in all of them does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.items import span_of
from graph.extract.known import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span

_OFTEN = 3  # tables in which a name stands
_LONGEST = 60  # characters of a name
_MOST = 2 / 3  # of a table's rows
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[^\S\n]*[a-z(])[^\n]+)*")  # a line that starts small carries on the one above


def with_card_rows(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, the rows of such tables as a label each and paragraphs under it; the same ones if there are none."""
    names = _names(blocks)
    cards = _cards(blocks, names)
    if not cards:
        return blocks
    return [
        part
        for block in blocks
        for part in (_parts(block) if block.kind is BlockKind.ROW and block.table in cards else (block,))
    ]


def _names(blocks: Sequence[Block]) -> set[str]:
    tables: dict[str, set[int]] = defaultdict(set)
    for block in blocks:
        if _is_named(block):
            tables[key(block.cells[0].text)].add(block.table)
    return {name for name, found in tables.items() if name and len(found) >= _OFTEN}


def _is_named(block: Block) -> bool:
    two = len(block.cells) == len(("name", "value")) and block.cells[0] != block.cells[1]
    return two and len(block.cells[0].text) <= _LONGEST


def _cards(blocks: Sequence[Block], names: set[str]) -> set[int]:
    rows: dict[int, list[bool]] = defaultdict(list)
    for block in blocks:
        if block.kind is BlockKind.ROW:
            rows[block.table].append(_is_named(block) and key(block.cells[0].text) in names)
    return {table for table, named in rows.items() if sum(named) >= _MOST * len(named) and sum(named) > 1}


def _parts(row: Block) -> Iterator[Block]:
    """The name, as a bold line, and the paragraphs beside it. A row across the whole table is a line by itself."""
    first, *others = dict.fromkeys(row.cells)
    if first.text.strip():
        yield _block(row, first, strong=True)
    for cell in others:
        for match in _PARAGRAPH.finditer(cell.text):
            if match.group().strip():
                yield _block(row, span_of(cell, match.start(), match.end()), strong=False)


def _block(row: Block, span: Span, *, strong: bool) -> Block:
    return replace(
        row,
        kind=BlockKind.PARAGRAPH,
        text=span.text,
        start=span.start,
        end=span.end,
        line=span.line,
        strong=strong,
        cells=(),
        header=False,
    )
