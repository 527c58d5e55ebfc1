"""Columns on a grid of characters: where they part, and which words of a line stand in which of them.

Programs that lay a text out give a column as much room as its words need, line by line: a column stands a little
further to the left or to the right on other lines, and centred cells start anywhere. So columns part where the fewest
cells stand, and a cell belongs to the column that holds most of it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from graph.read.laid.page import WIDTH
from graph.read.pdf.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from graph.read.pdf.corridors import Corridors
    from graph.read.pdf.shapes import Word

#: Times the size: more than two spaces, which part the columns of a line.
ROOM = 1.2
_DRIFT = 14 * WIDTH  # how far from its usual place a column may start on a line
_APART = 1_000.0  # points: how far apart columns are moved
_OVER = 3 * WIDTH  # how far a cell reaches into another column before it is asked whether it is two
_MOSTLY = 0.5  # of the lines of a column start at one place, unless it is centred
_PUSHED = 2 * WIDTH  # how far a longer cell pushes the next one aside
_FEW = 4  # lines that tell

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?")

Place = tuple[float, float]  # from where to where something stands


class Columns(NamedTuple):
    """Where columns part, where each usually starts, and whether its cells start anywhere, as centred ones do."""

    edges: tuple[float, ...]
    starts: tuple[float, ...]
    centred: tuple[bool, ...] = ()

    @property
    def corridors(self) -> Corridors:
        """The room between the columns once they are moved apart."""
        return tuple((number * _APART - WIDTH, number * _APART - 1) for number in range(1, len(self.starts)))

    def nearer(self, row: Row) -> Columns:
        """The columns with the starts of a line that has something in each of them; the same on other lines."""
        parts = row.parts(ROOM)
        found = tuple(part[0].left for part in parts)
        near = len(found) == len(self.starts) and all(
            abs(before - after) <= _DRIFT and self.of(part) == number
            for number, (before, after, part) in enumerate(zip(self.starts, found, parts, strict=True))
        )
        if not near:
            return self
        edges = (min(edge, start - WIDTH) for edge, start in zip(self.edges, found[1:], strict=True))
        return self._replace(starts=found, edges=tuple(edges))

    def of(self, part: Sequence[Word]) -> int:
        """The number of the column that holds most of some words."""
        left, right = part[0].left, part[-1].right
        sides = (float("-inf"), *self.edges, float("inf"))
        held = [min(right, end) - max(left, start) for start, end in pairwise(sides)]
        return held.index(max(held))


def merged(parts: Iterable[Sequence[Word]]) -> list[Place]:
    """The places of parts of lines that stand above each other, from the left; those that overlap are one."""
    found: list[Place] = []
    for left, right in sorted((part[0].left, part[-1].right) for part in parts):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def columns(seeds: Sequence[Place], rows: Iterable[Row]) -> Columns:
    """The columns of some lines, each of which shows at one of the places of a header or a line that fills all."""
    parts = [parts for row in rows if len(parts := row.parts(ROOM)) > 1]
    places = [(round(part[0].left / WIDTH), round(part[-1].right / WIDTH)) for line in parts for part in line]
    covered = _covered([*places, *((round(left / WIDTH), round(right / WIDTH)) for left, right in seeds)])
    edges = tuple(_edge(covered, before, after) * WIDTH for before, after in pairwise(seeds))
    rough = Columns(edges, tuple(left for left, _ in seeds))
    found: list[Counter[float]] = [Counter() for _ in seeds]
    for line in parts:
        for part in line:
            found[rough.of(part)][part[0].left] += 1
    usual = [max(counts, key=lambda left: (counts[left], -left), default=None) for counts in found]
    starts = tuple(left if one is None else one for one, left in zip(usual, rough.starts, strict=True))
    centred = tuple(counts.total() >= _FEW and max(counts.values()) < _MOSTLY * counts.total() for counts in found)
    return Columns(edges, starts, centred)


def _covered(places: Sequence[tuple[int, int]]) -> list[int]:
    """How many of some places hold each character of a line."""
    steps = [0] * (max((right for _, right in places), default=0) + 2)
    for left, right in places:
        steps[left] += 1
        steps[right] -= 1
    count = 0
    found = []
    for step in steps:
        count += step
        found.append(count)
    return found


def _edge(covered: Sequence[int], before: Place, after: Place) -> float:
    """Where two columns part: in the middle of the widest stretch where the fewest cells stand."""
    first, last = round(sum(before) / 2 / WIDTH), round(sum(after) / 2 / WIDTH)
    least = min(covered[first : last + 1])
    best, start = (0, first), None
    for place in range(first, last + 2):
        is_least = place <= last and covered[place] == least
        if is_least and start is None:
            start = place
        elif not is_least and start is not None:
            best = max(best, (place - start, start))
            start = None
    length, start = best
    return start + length / 2


def moved(columns: Columns, row: Row, beside: Set[float] = frozenset()) -> Row | None:
    """A line with its words moved to columns that stand far apart; None where it does not keep to the columns.

    `beside` are the places where something starts on the lines above and below: what starts there too, and would else
    reach into the next column, is a cell of its own though but one space parts it from the one before.
    """
    words: list[Word] = []
    held = _held(columns, row, beside)
    for column, part in held:
        if len(held) == 1 and _reaches_over(columns, column, part):
            return None
        start = part[0].left if columns.centred[column] else min(columns.starts[column], part[0].left)
        by = column * _APART - start
        words += [word._replace(left=word.left + by, right=word.right + by) for word in part]
    lefts = [word.left for word in words]
    return Row(words, row.base, row.size) if lefts == sorted(lefts) else None


def across(columns: Columns, row: Row) -> Row:
    """A line that runs through the columns, as a title does, moved with them."""
    words = [
        word._replace(left=word.left - columns.starts[0], right=word.right - columns.starts[0]) for word in row.words
    ]
    return Row([*words[:-1], words[-1]._replace(right=len(columns.starts) * _APART)], row.base, row.size)


def cells(row: Row) -> dict[int, list[Word]]:
    """The words of a line by column, once they are moved there."""
    found: dict[int, list[Word]] = {}
    for word in row.words:
        found.setdefault(int(word.left // _APART), []).append(word)
    return found


def runs_through(row: Row) -> bool:
    """Whether a line was moved as one that runs through the columns."""
    return row.words[-1].right - row.words[-1].left > _APART / 2


def _reaches_over(columns: Columns, column: int, part: Sequence[Word]) -> bool:
    """Whether words reach into the column after theirs, or before it."""
    after = (
        column < len(columns.edges) and part[-1].right > max(columns.edges[column], columns.starts[column + 1]) + _OVER
    )
    return after or (column > 0 and part[0].left < columns.edges[column - 1] - _OVER)


def _held(columns: Columns, row: Row, beside: Set[float]) -> list[tuple[int, list[Word]]]:
    """The parts of a line, each with the number of the column that it stands in; parts of one column are one."""
    found: list[tuple[int, list[Word]]] = []
    for part in row.parts(ROOM):
        for piece in _cut(columns, part, beside):
            column = columns.of(piece)
            if found and found[-1][0] == column:
                found[-1][1].extend(piece)
            else:
                found.append((column, piece))
    return found


def _cut(columns: Columns, part: list[Word], beside: Set[float]) -> list[list[Word]]:
    """A part of a line, cut where it holds the cells of two columns with but a space or two between them."""
    left, right = part[0].left, part[-1].right
    for number, edge in enumerate(columns.edges, start=1):
        if not left < edge < right:
            continue
        places = [
            (_as_start(columns, number, part[0], before, word, beside), -abs(word.left - columns.starts[number]), place)
            for place, (before, word) in enumerate(pairwise(part), start=1)
            if abs(word.left - columns.starts[number]) <= _DRIFT
        ]
        sure, _, place = max(places, default=(0, 0.0, 0))
        if place > 1 and _YEAR.fullmatch(part[place].text) and part[place - 1].text.istitle():
            place -= 1  # no month or season stands in another cell than its year
        if sure:
            return [part[:place], *_cut(columns, part[place:], beside)]
    return [part]


def _as_start(columns: Columns, number: int, first: Word, before: Word, word: Word, beside: Set[float]) -> int:
    """How surely a word starts a cell of a column: more than a space stands before it, or others start there too."""
    wide = word.left - before.right > WIDTH
    off = word.left - columns.starts[number]
    pushed = abs(off) <= _PUSHED and not word.text[:1].islower() and first.left < columns.starts[number] - _DRIFT / 2
    return 3 * wide + (2 * (off == 0) + (word.left in beside or pushed) if beside else 0)
