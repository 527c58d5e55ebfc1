"""How far a table goes in a text laid out by spaces: as long as lines keep to its columns."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from graph.read.laid.columns import ROOM, Columns, across, cells, columns, moved
from graph.read.laid.headers import comes_again, is_apart
from graph.read.laid.page import is_rule
from graph.read.pdf.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.laid.columns import Place
    from graph.read.pdf.rows import Row

_FAR = 6.0  # times the size: five lines of white
_GAP = 0.6  # times the size: more than one space
_CHAPTER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\.\s+[A-Z][A-Z ,&’'-]{3,}")  # "2. ACTIONS"
_NEAR = 2  # lines above and below that show where a cell starts


class Grown(NamedTuple):
    """The lines of a table, moved apart, the place of the line after them, and the columns they keep to."""

    rows: Sequence[Row]
    end: int
    columns: Columns


def grown(rows: Sequence[Row], place: int, places: Sequence[Place], header: Sequence[str] = ()) -> Grown:
    """The lines from a place on that keep to columns which show at some places, as far as nothing else stands there."""
    found: list[Row] = []
    limit = next((end for end in range(place + 1, len(rows)) if _ends(rows, end, header)), len(rows))
    near = general = columns(places, rows[place:limit])
    near = next((one for row in rows[place:limit] if (one := near.nearer(row)) != near), near)
    for number in range(place, limit):
        near = near.nearer(rows[number])
        row = moved(near, rows[number], _beside(rows, number))
        if row is None and _is_title(rows[:limit], number, near):
            row = across(near, rows[number])
        if row is None or (found and _parts(rows, number)):
            break
        found.append(row)
    kept = _trimmed(found) if found else found
    return Grown(kept, place + len(kept), general)


def _trimmed(found: Sequence[Row]) -> Sequence[Row]:
    """The lines of a table without a title or a paragraph after it in its first column: wider, or further below."""
    first = [set(cells(row)) == {0} for row in found]
    end = max((number for number, only in enumerate(first) if not only), default=-1) + 1
    rooms = sorted(after.base - before.base for before, after in pairwise(found[:end]))
    usual = rooms[-2] if len(rooms) > 1 else 0.0  # the header may stand apart
    widest = max((row.right for row, only in zip(found[:end], first, strict=False) if only), default=0.0)
    for number in range(max(end, 1), len(found)):
        room = found[number].base - found[number - 1].base
        if is_apart(found, number) and (room > usual or found[number].right > widest > 0):
            return found[:number]
    return found


def _beside(rows: Sequence[Row], place: int) -> frozenset[float]:
    """Where something starts on a line and those around it that hold several things, up to a white line."""
    above = _near(rows, range(place, max(0, place - _NEAR), -1), -1)
    below = _near(rows, range(place + 1, min(len(rows), place + 1 + _NEAR)), 0)
    return frozenset(left for row in (*above, rows[place], *below) for left in _starts(row))


def _near(rows: Sequence[Row], places: range, step: int) -> list[Row]:
    """The rows above or below some places, as far as no white line stands there."""
    return [rows[place + step] for place in takewhile(lambda one: not is_apart(rows, one), places)]


def _starts(row: Row) -> list[float]:
    """Where the parts of a line start; none where it is one part."""
    parts = row.parts(_GAP)
    return [part[0].left for part in parts] if len(parts) > 1 else []


def _ends(rows: Sequence[Row], place: int, header: Sequence[str]) -> bool:
    """Whether a table ends before a line: far above it, or where its header comes once more."""
    is_far = rows[place].base - rows[place - 1].base > _FAR * rows[place].size
    return is_far or (is_apart(rows, place) and comes_again(rows, place, header))


def _parts(rows: Sequence[Row], place: int) -> bool:
    """Whether a line parts what stands above it from what stands below: a rule, or the heading of a chapter."""
    return is_rule(rows[place]) or (is_apart(rows, place) and bool(_CHAPTER.fullmatch(said(rows[place].words))))


def _is_title(rows: Sequence[Row], place: int, columns: Columns) -> bool:
    """Whether a line that runs through the columns is a title in the table, with more of the table after it."""
    following = [moved(columns, row) for row in rows[place + 1 : place + 3]]
    beside = [row is not None and len(cells(row)) > 1 for row in following]
    return len(following) == 2 and all(following) and any(beside) and len(rows[place].parts(ROOM)) == 1
