"""Where the rows of a table begin that is laid out by spaces.

White lines seldom tell: some tables have none between their rows, others have some within a cell. So the lines are
parted in the way that costs least, where it costs something

- to part the lines of a cell that go on, or to keep lines together that do not;
- to start a row without the number, or the word before one, that the rows of the table begin with;
- to leave a cell that starts neither at the top of its row nor stands half-way up, as cells do that are centred;
- to part lines without the white line that others are parted by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.laid.columns import cells, runs_through
from graph.read.pdf.joins import ENDED
from graph.read.pdf.parting import beginning
from graph.read.pdf.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word

_LONGEST = 50  # lines of a row
_WHITE = 1.5  # times the size: a white line stands between
_FULL, _ROOMY = 0.97, 0.85  # of a column's width: a line that reaches it is full, one that ends before it had room
_FEWEST_KEYS = 3
_MOST = 0.6  # of the lines that start a first cell must begin alike for their beginning to tell
# What each costs.
_KEY, _LATE, _HOLE, _NO_WHITE, _IN_WHITE, _NAMELESS, _SET_OFF = 6.0, 1.5, 1.0, 1.5, 1.0, 0.5, 1.5
_NO_FIRST, _LONE, _FULL_LINE = 1.5, 0.5, 0.75
_EVEN, _HOPELESS = 1e-9, 12.0  # how far costs differ that are the same, or that no line after mends
_NARROW = 2  # lines of a first cell that is too narrow for the word before its number
_OFF = 0.5  # lines by which a centred cell may stand off the middle
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d(?:[/–-]\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}|Q[1-4]\s\S+"
)
_UNFINISHED = re.compile(
    r"(?:[,;/&(–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|per|than|that|the|their|to|which|with))$", re.I
)


class First(Enum):
    """What the first lines of a table may be."""

    HEADER = auto()
    ROW = auto()
    REST = auto()  # of a row that began on the page before


@dataclass(slots=True)
class _Line:
    """A line of a table: the first and the last word of each of its cells, and how it goes on what stands above."""

    cells: dict[int, list[Word]]
    white: bool  # whether a white line stands above
    key: bool = False  # whether its first cell begins as rows do
    joins: dict[int, tuple[int, float]] = field(default_factory=dict)  # by column: the line above, and how surely


def parted(rows: Sequence[Row], first: First = First.ROW, key: str = "") -> list[list[Row]]:
    """The rows of a table, each with the lines that it is made of; `first` says what the first lines are.

    `key` is what the rows of the tables before begin with.
    """
    titles = [number for number, row in enumerate(rows) if runs_through(row)]
    found: list[list[Row]] = []
    lines = _lines(rows, key)
    for start, end in pairwise([-1, *titles, len(rows)]):
        if start >= 0:
            found.append([rows[start]])
        if start + 1 < end:
            found += [list(rows[top:bottom]) for top, bottom in _best(lines, start + 1, end, first)]
        first = First.ROW
    return found


def _lines(rows: Sequence[Row], key: str) -> list[_Line]:
    lines: list[_Line] = []
    for number, row in enumerate(rows):
        white = number > 0 and row.base - rows[number - 1].base >= _WHITE * row.size
        lines.append(_Line(cells(row), white))
    widths, named = _widths(lines), _named(lines)
    last: dict[int, int] = {}
    for number, line in enumerate(lines):
        for column, words in line.cells.items():
            if column in last:
                above = lines[last[column]].cells[column]
                line.joins[column] = (last[column], _goes_on(above, words, widths[column], named=column in named))
            last[column] = number
    usual = _usual([line.cells for line in lines]) or key
    for line in lines:
        line.key = bool(usual) and 0 in line.cells and beginning(said(line.cells[0])) == usual
    return lines


def _widths(lines: Sequence[_Line]) -> dict[int, float]:
    """How far to the right the lines of each column reach."""
    found: dict[int, float] = {}
    for line in lines:
        for column, words in line.cells.items():
            found[column] = max(found.get(column, 0.0), words[-1].right - words[0].left)
    return found


def _named(lines: Sequence[_Line]) -> set[int]:
    """The columns that hold names, whose words start with capitals wherever they stand."""
    counts: dict[int, list[bool]] = {}
    for line in lines:
        for column, words in line.cells.items():
            counts.setdefault(column, []).extend(word.text[:1].isupper() for word in words[1:])
    return {column for column, capitals in counts.items() if 2 * sum(capitals) > len(capitals)}


def _goes_on(above: Sequence[Word], words: Sequence[Word], width: float, *, named: bool) -> float:
    """How surely a line of a cell goes on the one above: from -1, surely not, to 1."""
    first, last = words[0], above[-1].text
    needed = _reach(above) + first.right - first.left + 0.5 * first.size
    if _DATE.fullmatch(said(above)) and not first.text[:1].islower():
        return -1.0
    if first.text[:1].islower() or _UNFINISHED.search(last):
        return 1.0
    if needed < _ROOMY * width:
        return -1.0
    full = 0.0 if needed > _FULL * width else -0.3
    if ENDED.search(last):
        return full - 0.5
    return full + 0.5 if named else full


def _reach(words: Sequence[Word]) -> float:
    """How far some words reach from where they start."""
    return words[-1].right - words[0].left


def key_of(rows: Sequence[Row]) -> str:
    """What the rows of a table begin with: a number, or a word before one; empty where most begin otherwise."""
    return _usual([cells(row) for row in rows])


def _usual(lines: Sequence[dict[int, list[Word]]]) -> str:
    words = [word for held in lines if 0 in held and (word := beginning(said(held[0])))]
    usual = max(words, key=lambda word: (words.count(word), word), default="")
    return usual if words.count(usual) >= _FEWEST_KEYS else ""


def _best(lines: Sequence[_Line], start: int, end: int, kind: First) -> list[tuple[int, int]]:
    """The rows from a line to another, with cells that start at the top or with centred ones: which costs less."""
    found = [_parting(lines, start, end, kind, centred=centred) for centred in (False, True)]
    return min(found, key=lambda one: one[0])[1]


def _parting(
    lines: Sequence[_Line], start: int, end: int, kind: First, *, centred: bool
) -> tuple[float, list[tuple[int, int]]]:
    """What the cheapest way costs to part some lines, and the rows of it."""
    keyed = any(line.key for line in lines[start:end])
    columns = 1 + max(column for line in lines for column in line.cells)
    whites = sum(line.white for line in lines[start + 1 : end])
    best = {start: (0.0, start)}
    for first in range(start, end):
        so_far = best[first][0]
        if first > start and whites > 1 and not lines[first].white:
            so_far += _NO_WHITE
        group = _Group(lines, first, columns, centred=centred)
        for last in range(first, min(end, first + _LONGEST)):
            group.add(last)
            cost = so_far + group.cost(kind if first == start else First.ROW, keyed=keyed)
            least = best.get(last + 1, (cost + 1, first))[0]
            if cost < least - _EVEN:
                best[last + 1] = (cost, first)
            elif cost > least + _HOPELESS:
                break
    found: list[tuple[int, int]] = []
    place = end
    while place > start:
        found.append((best[place][1], place))
        place = best[place][1]
    return best[end][0], found[::-1]


class _Group:
    """Some lines that may be a row, with what it costs to take them for one."""

    def __init__(self, lines: Sequence[_Line], first: int, columns: int, *, centred: bool) -> None:
        self.lines, self.first, self.last, self.columns, self.centred = lines, first, first, columns, centred
        self.tops: dict[int, int] = {}
        self.bottoms: dict[int, int] = {}
        self.keys: list[int] = []
        self.joined = 0.0
        self.filled = False  # whether a line has something in all columns

    def add(self, number: int) -> None:
        """Take one more line."""
        line = self.lines[number]
        self.last = number
        for column in line.cells:
            above, surely = line.joins.get(column, (-1, 0.0))
            if above >= self.first:
                self.joined += _HOLE * (above < number - 1 and not self.centred) - surely
            else:
                self.joined += surely
            self.tops.setdefault(column, number)
            self.bottoms[column] = number
        if line.key:
            self.keys.append(number)
        if line.white and number > self.first:
            self.joined += _IN_WHITE
        if len(line.cells) == self.columns > 2:
            self.joined += _FULL_LINE * self.filled
            self.filled = True

    def cost(self, kind: First, *, keyed: bool) -> float:
        """What it costs to take the lines for a row, the rest of one, or the header."""
        keys = len(self.keys)
        if kind is First.HEADER:
            return self._cost_of_header(keys)
        is_rest = kind is First.REST and not keys
        cost = self.joined if is_rest else self.joined + self._cost_of_blanks() + _KEY * (abs(keys - 1) if keyed else 0)
        if self.keys and self.keys[0] > self.first + _NARROW and not self.centred:
            cost += _KEY
        for column, top in self.tops.items():
            if self.centred:
                cost += _LATE * max(0, abs(top + self.bottoms[column] - self.first - self.last) - _OFF)
            elif top > self.first:
                cost += _LATE
        return cost

    def _cost_of_blanks(self) -> float:
        """What it costs to leave all cells but one blank, or the first one, unless it is merged with the one above."""
        held = len(self.tops)
        cost = _LONE if held == 1 and self.columns > 1 else 0.0
        return cost if 0 in self.tops or held == self.columns - 1 > 1 else cost + _NO_FIRST

    def _cost_of_header(self, keys: int) -> float:
        """What it costs to take the lines for the header, which names all columns and may stand above a white line."""
        above_white = self.last + 1 < len(self.lines) and self.lines[self.last + 1].white
        return self.joined + _KEY * keys + _NAMELESS * (self.columns - len(self.tops)) - _SET_OFF * above_white
