"""A table without rules between its columns, made of the rows of words and the corridors that were found for it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import Corridors, cells, is_bold, runs_through
from graph.read.pdf.lines import lines
from graph.read.pdf.rows import rows
from graph.read.pdf.shapes import Column
from graph.read.pdf.tables import Table
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word
    from graph.read.pdf.tables import Cell

_APART = 3.0  # times the size: room between rows of a table whose own room nothing tells


def table(body: Sequence[Sequence[Row]], corridors: Corridors, headers: int, page: int) -> Table:
    """The table of some rows, each of one or more lines; the first so many `headers` head its columns."""
    inner = [row for part in body for row in part]
    middles = [(left + right) / 2 for left, right in corridors]
    edges = (min(row.left for row in inner), *middles, max(row.right for row in inner))
    found = Table(page, inner[0].top, inner[-1].bottom, edges, ruled=False, headers=headers)
    found.rows = [_cells(part, corridors, edges, page) for part in body]
    return found


def trimmed(body: Sequence[Row], corridors: Corridors) -> Sequence[Row]:
    """The rows without a title or a paragraph that stands after the table, within its first column."""
    end = len(body)
    while end > 1 and set(cells(corridors, body[end - 1])) == {0}:
        end -= 1
    rooms = [(row.base - before.base) / row.size for before, row in pairwise(body[:end])]
    widest = max(rooms, default=_APART)
    for number in range(end, len(body)):
        before, row = body[number - 1], body[number]
        if is_bold(row.words) or abs(row.size - before.size) > 0.6 or row.base - before.base > 1.1 * widest * row.size:
            return body[:number]
    return body


def _cells(part: Sequence[Row], corridors: Corridors, edges: Sequence[float], page: int) -> list[Cell]:
    """The cells of a row; a title that runs across the columns is one cell."""
    count = len(corridors) + 1
    if len(part) == 1 and runs_through(corridors, part[0]):
        return [lines(part, Column(edges[0], edges[-1]), page), *[Same.LEFT] * (count - 1)]
    held: dict[int, list[Word]] = {}
    for row in part:
        for column, words in cells(corridors, row).items():
            held.setdefault(column, []).extend(words)
    return [lines(rows(held.get(number, ())), Column(*edges[number : number + 2]), page) for number in range(count)]
