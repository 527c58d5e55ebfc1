"""Columns on a grid of characters: where each starts, and which of its words a line has in which.

Programs that lay a text out give a column as much room as its words need, line by line, so that columns stand a little
further to the left or to the right on other lines. They are told by where their words start, and not by white stripes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.laid.page import WIDTH
from graph.read.pdf.rows import Row

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from graph.read.pdf.corridors import Corridors
    from graph.read.pdf.shapes import Word

#: Times the size: more than two spaces, which part the columns of a line.
ROOM = 1.2
_DRIFT = 14 * WIDTH  # how far from its usual place a column may start on a line
_APART = 1_000.0  # points: how far apart columns are moved
_EARLY = 2 * WIDTH  # how far before its column a part may start
_OVER = 3 * WIDTH  # how far it may reach into the next one, where nothing else stands

Starts = tuple[float, ...]


def starts(rows: Sequence[Row]) -> Starts:
    """Where the columns start that some lines head: where the parts of the line start that has most of them."""
    return tuple(part[0].left for part in max((row.parts(ROOM) for row in rows), key=len))


def nearer(columns: Starts, row: Row) -> Starts:
    """Where columns start from a line on that has something in each of them; the same as before on other lines."""
    found = starts([row])
    near = len(found) == len(columns) and all(abs(a - b) <= _DRIFT for a, b in zip(columns, found, strict=True))
    return found if near else columns


def corridors(columns: Starts) -> Corridors:
    """The room between columns once they are moved apart."""
    return tuple((number * _APART - WIDTH, number * _APART - 1) for number in range(1, len(columns)))


def moved(columns: Starts, row: Row, beside: Container[float] = ()) -> Row | None:
    """A line with its words moved to columns that stand far apart; None where it does not keep to the columns.

    `beside` are the places where something starts on the lines above and below: what starts there too, and would else
    reach into the next column, is a cell of its own though but one space parts it from the one before.
    """
    words: list[Word] = []
    held = _held(columns, row, beside)
    for column, part in held:
        over = column + 1 < len(columns) and part[-1].right > columns[column + 1] + _OVER
        if over and len(held) == 1:
            return None
        by = column * _APART - min(columns[column], part[0].left)
        words += [word._replace(left=word.left + by, right=word.right + by) for word in part]
    lefts = [word.left for word in words]
    return Row(words, row.base, row.size) if lefts == sorted(lefts) else None


def across(columns: Starts, row: Row) -> Row:
    """A line that runs through the columns, as a title does, moved with them."""
    words = [word._replace(left=word.left - columns[0], right=word.right - columns[0]) for word in row.words]
    return Row([*words[:-1], words[-1]._replace(right=len(columns) * _APART)], row.base, row.size)


def _held(columns: Starts, row: Row, beside: Container[float]) -> list[tuple[int, list[Word]]]:
    """The parts of a line with the number of the column that each starts in."""
    found: list[tuple[int, list[Word]]] = []
    for part in row.parts(ROOM):
        pieces = [[part[0]]]
        for before, word in pairwise(part):
            apart = word.left - before.right > WIDTH and _column(columns, word) > _column(columns, before)
            if apart or word.left in columns[1:] or (word.left in beside and _goes_over(columns, pieces[-1][0], word)):
                pieces.append([])
            pieces[-1].append(word)
        found += [(_column(columns, piece[0]), piece) for piece in pieces]
    return [(min(max(column, number), len(columns) - 1), piece) for number, (column, piece) in enumerate(found)]


def _goes_over(columns: Starts, first: Word, word: Word) -> bool:
    """Whether a word starts near the column after the one that its cell starts in."""
    following = _column(columns, first) + 1
    return following < len(columns) and abs(word.left - columns[following]) <= _DRIFT


def _column(columns: Starts, word: Word) -> int:
    return max(0, sum(word.left >= start - _EARLY for start in columns) - 1)
