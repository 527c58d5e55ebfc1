"""Gutters: upright stretches without words that part lines of prose on the left from lines on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.pdf.bands import ROOM, bands, crosses, has, is_table, sides, weight
from graph.read.pdf.marks import glyph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Column

_WIDEST_SPACE = 0.8  # of the size: what leaves no more room is where spaces between words happen to meet
_FAR = 3.0  # times the size: no bullet is so far from its text
_PART = 1.0  # of the size: room after which a part of a row starts
_SAME = 3.0  # points: parts that start so near each other start alike
_FEWEST = 3  # lines in a column
_NARROWEST = 0.1  # of the width: a narrower column holds bullets, numbers or labels
_FULL = 0.72  # of a column's width that a full line takes up
_PROSE = 0.35  # of a column's lines that are full, where it is prose
_NEARLY = 0.8  # of the labels that stand level with their values
_FEW_WORDS = 3  # of a label
_MOST_TRIED = 8  # places for a gutter


def gutter(rows: Sequence[Row], side: Column) -> float | None:
    """Where most lines of prose stand on either side; None where there is one column alone."""
    if sum(map(weight, rows)) < _FEWEST:
        return None
    scored = [(_score(rows, at, side), -at) for at in _candidates(rows, side)]
    best, at = max(scored, default=(0.0, 0.0))
    return -at if best >= _FEWEST else _beside_item(rows)


def goes_on(rows: Sequence[Row], at: float, side: Column) -> bool:
    """Whether columns of the pages before go on: a few lines start where the right one did, and none runs across."""
    if not side.left + ROOM < at < side.right - ROOM or any(crosses(row, at) for row in rows):
        return False
    right = [word.left for row in rows for word in row.words if word.middle > at]
    return bool(right) and abs(min(right) - ROOM / 2 - at) < _SAME


def _beside_item(rows: Sequence[Row]) -> float | None:
    """Before an item of a list that stands beside other text, where nothing runs across: its column is a short one."""
    for row in rows:
        for part in row.parts(_FAR)[1:]:
            at = part[0].left - ROOM / 2
            if glyph(part) and not any(crosses(one, at) for one in rows):
                return at
    return None


def _candidates(rows: Sequence[Row], side: Column) -> list[float]:
    """Just before places where several parts of rows start, far enough within the sides."""
    least = side.left + _NARROWEST * (side.right - side.left)
    parts = [(part[0].left, weight(row)) for row in rows for part in row.parts(_PART)]
    groups: list[list[tuple[float, int]]] = []
    for part in sorted(one for one in parts if one[0] > least):
        if groups and part[0] - groups[-1][0][0] <= _SAME:
            groups[-1].append(part)
        else:
            groups.append([part])
    heavy = [(sum(count for _, count in group), group[0][0]) for group in groups]
    large = sorted((one for one in heavy if one[0] >= _FEWEST), key=lambda one: (-one[0], one[1]))
    return [start - ROOM / 2 for _, start in large[:_MOST_TRIED]]


def _score(rows: Sequence[Row], at: float, side: Column) -> float:
    """How many lines stand on the shorter side of a gutter, less some for rows that run across it."""
    divided = bands(rows, at)
    columns = [band.rows for band in divided if band.gutter is not None and _are_columns(band.rows, at, side)]
    across = sum(len(band.rows) for band in divided if band.gutter is None)
    return (
        sum(min(sum(weight(row) * has(row, at, way) for row in part) for way in (-1, 1)) for part in columns)
        - across / 2
    )


def _are_columns(rows: Sequence[Row], at: float, side: Column) -> bool:
    """Whether lines on both sides are set in columns: wide enough, side by side, and of prose or of lists.

    Labels with their values beside them are none: each line on the left has its line on the right.
    """
    halves = [
        [part for row in rows if (part := row.within(*ends))] for ends in ((side.left - 1, at), (at, side.right + 1))
    ]
    if any(sum(map(weight, half)) < _FEWEST for half in halves) or any(_parts_bullet(row, at) for row in rows):
        return False
    left, right = (sides(half) for half in halves)
    if right.left - left.right < _WIDEST_SPACE * max(row.size for row in halves[0]):
        return False
    least = _NARROWEST * (side.right - side.left)
    if min(left.right - left.left, right.right - right.left) < least:
        return False
    if min(halves[0][-1].base, halves[1][-1].base) < max(halves[0][0].base, halves[1][0].base):
        return False
    together = sum(_is_level(row, at) for row in rows)
    if together >= _NEARLY * len(halves[0]) and _are_labels(halves[0]):
        return False
    if all(_is_prose(half, ends) or gutter(half, ends) for half, ends in ((halves[0], left), (halves[1], right))):
        return True
    return together < 0.5 * min(map(len, halves))


def _parts_bullet(row: Row, at: float) -> bool:
    """Whether a gutter would part a bullet from its text."""
    before = [word for word in row.words if word.middle < at][-1:]
    after = [word for word in row.words if word.middle >= at][:1]
    return bool(before and after and glyph([*before, *after])) and after[0].left - before[0].right < _FAR * row.size


def _are_labels(rows: Sequence[Row]) -> bool:
    """Whether lines are a word or two on the whole, and no items of a list."""
    words = sum(len(row.words) for row in rows)
    return words <= _FEW_WORDS * len(rows) and not any(glyph(row.words) for row in rows)


def _is_level(row: Row, at: float) -> bool:
    """Whether words on both sides stand on exactly one level."""
    left, right = ({word.base for word in row.words if (word.middle - at) * way > 0} for way in (-1, 1))
    return any(abs(one - other) < 1 for one in left for other in right)


def _is_prose(rows: Sequence[Row], side: Column) -> bool:
    """Whether many lines fill their column, or are items of a list."""
    if any(map(is_table, rows)):
        return True
    full = sum(row.right - row.left >= _FULL * (side.right - side.left) for row in rows)
    listed = sum(bool(glyph(row.words)) for row in rows)
    return full >= _PROSE * len(rows) or listed >= _PROSE * len(rows)
