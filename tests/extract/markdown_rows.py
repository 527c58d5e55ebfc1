"""Markdown as blocks, tables included: what these tests need of a reader, and no more.

The blocks between tables are those of `graph.read.text`. A cell `<<` is merged with the one to its left and `^^` with
the one above, as readers of other formats tell; a row of `---` ends the header.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.blocks import Block, BlockKind, Span
from graph.read.lines import Lines
from graph.read.markup import masked
from graph.read.text import blocks

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\|?[\s:|-]+\|[\s:|-]*$")


def markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text."""
    found: list[Block] = []
    seen = masked(text)
    prose = 0  # where the text begins that has not been read yet
    table = 0
    in_table = False
    for number, (start, end) in enumerate(Lines(text).spans(), start=1):
        line = seen[start:end]
        heading = _HEADING.match(text[start:end])
        if not line.startswith("|") and not heading:
            in_table = False
            continue
        found.extend(_prose(text, prose, start))
        prose = end
        if heading:
            in_table = False
            first = start + heading.start(2)
            title = seen[first : start + heading.end(2)]
            found.append(Block(BlockKind.HEADING, title, first, first + len(title), number, level=len(heading[1])))
            continue
        table += not in_table
        if in_table and _RULE.fullmatch(line):
            found[-1] = replace(found[-1], header=True)
        else:
            found.append(_row(line, start, number, table, found[-1] if in_table else None, text))
        in_table = True
    return [*found, *_prose(text, prose, len(text))]


def _prose(text: str, start: int, end: int) -> list[Block]:
    before = text[:start].count("\n")
    return [
        replace(block, start=block.start + start, end=block.end + start, line=block.line + before)
        for block in blocks(text[start:end])
    ]


def _row(line: str, start: int, number: int, table: int, above: Block | None, text: str) -> Block:
    cells: list[Span] = []
    place = 1
    for part in line.strip().strip("|").split("|"):
        said = part.strip()
        first = start + place + (part.find(said) if said else 0)
        place += len(part) + 1
        if said == "<<":
            cells.append(cells[-1])
        elif said == "^^" and above is not None:
            cells.append(above.cells[len(cells)])
        else:
            cells.append(Span(said, first, first + len(said), number))
    strong = all(text[cell.start - 2 : cell.start] == "**" for cell in cells if cell.text)
    return Block(BlockKind.ROW, line, start, start + len(line), number, strong=strong, cells=tuple(cells), table=table)
