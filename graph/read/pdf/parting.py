"""Where the rows of a table begin that has no rules between them.

Rows are parted by more room than lines are, or, where all lines stand equally close, by what their first cell says.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import cells, runs_through
from graph.read.pdf.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.corridors import Corridors
    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word

_MORE_ROOM = 1.22  # times the room between lines
_SINGLE = 1.2  # sizes: how far apart lines stand where nothing tells
_FEWEST = 5  # lines of a column that tell whether it is prose
_MOST = 0.6  # of the rows that must begin alike for their beginning to tell
_REFERENCE = re.compile(r"[(\[]?(?:[A-Za-z]{0,3}[.-]?\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z])[.)\]]?")
_DIGITS = re.compile(r"\d+")

Lines = list[dict[int, list["Word"]]]  # of a table, each with its words by column


def parted(rows: Sequence[Row], corridors: Corridors) -> tuple[list[list[Row]], bool]:
    """The rows of a table, each with the lines that it is made of, and whether they stand apart."""
    if not rows:
        return [], False
    lines = [cells(corridors, row) for row in rows]
    found = _by_room(rows, lines, len(corridors) + 1)
    apart = len(found) > 1
    if not apart:
        found = _by_words(rows, lines)
    titles = {number for number, row in enumerate(rows) if runs_through(corridors, row)}
    starts = sorted({0, *found, *titles, *(number + 1 for number in titles if number + 1 < len(rows))})
    return [list(rows[start:end]) for start, end in pairwise([*starts, len(rows)])], apart


def beginning(text: str) -> str:
    """What rows of one table may begin alike with: a number, or a word before one. Empty for other texts.

    >>> [beginning(text) for text in ("1.2 Open", "Action 12", "Open a hub")]
    ['#', 'action #', '']
    """
    words = text.split()[:2]
    if words and _REFERENCE.fullmatch(words[0]):
        return "#"
    shown = _DIGITS.sub("#", " ".join(words)).casefold().rstrip(".:)")
    return shown if "#" in shown else ""


def _by_room(rows: Sequence[Row], lines: Lines, columns: int) -> list[int]:
    """Where there is more room above a row, in all columns, than between the lines of any."""
    usual = _pitch(lines)
    wide = [0]
    reached = rows[0].bottom
    for number, row in enumerate(rows[1:], start=1):
        if row.top - reached > (_MORE_ROOM * usual - 1) * row.size:
            wide.append(number)
        reached = max(reached, row.bottom)
    first = [beginning(said(lines[number][0])) if 0 in lines[number] else None for number in wide]
    alike = [word for word in first if word]
    told = len(alike) > 2 and len(alike) >= _MOST * sum(word is not None for word in first)
    return [
        number
        for number, word in zip(wide, first, strict=True)
        if number == 0 or (word if told else _starts(lines, number, columns))
    ]


def _pitch(lines: Lines) -> float:
    """How far apart the lines of a cell stand, in sizes: the least of the distances that are found more than once."""
    found: Counter[float] = Counter()
    last: dict[int, Word] = {}
    for held in lines:
        for column, words in held.items():
            if column in last:
                room = (words[0].base - last[column].base) / max(words[0].size, last[column].size)
                found[max(round(room, 1), 1.0)] += 1
            last[column] = words[0]
    return min((room for room, count in found.items() if count > 1), default=min(found, default=_SINGLE))


def prose(rows: Sequence[Row], corridors: Corridors) -> list[bool]:
    """For each column whether it is running text: nearly each line of it goes on in the next."""
    lines = [cells(corridors, row) for row in rows]
    return [_goes_on_mostly([held[column] for held in lines if column in held]) for column in range(len(corridors) + 1)]


def _goes_on_mostly(column: Sequence[Sequence[Word]]) -> bool:
    if len(column) < _FEWEST:
        return False
    end = max(words[-1].right for words in column)
    return sum(_goes_on(before, words, end) for before, words in pairwise(column)) >= _MOST * (len(column) - 1)


def _starts(lines: Lines, number: int, columns: int) -> bool:
    """Whether a row starts after some room: it has a first cell, or all cells but a first one that is merged."""
    held = lines[number]
    return 0 in held or (columns > 2 and len(held) == columns - 1)


def _by_words(rows: Sequence[Row], lines: Lines) -> list[int]:
    """Where lines stand equally close: at the numbers in the first column, or where no cell goes on."""
    numbered = [number for number, held in enumerate(lines) if 0 in held and beginning(said(held[0]))]
    if len(numbered) > 2 and numbered[0] == 0:
        return numbered
    ends: dict[int, float] = {}
    for held in lines:
        for column, words in held.items():
            ends[column] = max(ends.get(column, 0.0), words[-1].right)
    fresh = [0]
    for number in range(1, len(rows)):
        held, before = lines[number], lines[number - 1]
        if 0 in held and not any(_goes_on(before.get(column), words, ends[column]) for column, words in held.items()):
            fresh.append(number)
    return fresh


def _goes_on(before: Sequence[Word] | None, words: Sequence[Word], end: float) -> bool:
    """Whether a line of a cell was broken for want of room, or starts small."""
    if not before:
        return False
    first = words[0]
    return first.text[:1].islower() or before[-1].right + 0.3 * first.size + first.right - first.left > end
