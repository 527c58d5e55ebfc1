"""The line or lines that name the columns of a table in a text laid out by spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.read.laid.columns import ROOM, merged
from graph.read.pdf.marks import glyph
from graph.read.pdf.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.laid.columns import Place
    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word

MOST_LINES = 4  # of a header
_WHITE = 1.5  # times the size: a white line stands between
_LONGEST = 45  # characters of a column's heading
_SHORT = 30  # characters of one that stands at the top of a page
_MOST_TITLES = 3  # lines
_NARROW = 12  # characters of a column's heading that stands alone on a line before the others
_NEAR = 4.0  # times the size: two white lines
_SURE = 3  # columns that are surely a table's
_ABBREVIATION = 5  # characters: "No." and "Ref." are no sentences
_NUMBER = re.compile(r"\d")
# Names of columns without a letter: a sign, a sum, or a year.
_SIGN = re.compile(r"[#%£$€.]|\(?[£$€]0{3}s?\)?|(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")


class Header(NamedTuple):
    """Where the columns may show that a header names, and the place of the first line that is surely none of it."""

    options: Sequence[Sequence[Place]]
    end: int


def header(rows: Sequence[Row], place: int) -> Header | None:
    """The header that may start at a place: short names side by side, of which some take more lines than others.

    A title right above it is no part of it.
    """
    end = place
    while end < len(rows) and end - place < MOST_LINES and _may_name(rows[end]):
        end += 1
        if end < len(rows) and is_apart(rows, end):
            break
    block = rows[place:end]
    parts = [row.parts(ROOM) for row in block]
    widest = max(parts, key=len, default=[])
    at_end = end >= len(rows)
    if len(widest) < (_SURE if at_end else 2) or parts.index(widest) > MOST_LINES // 2:
        return None
    if len(parts[0]) == 1 and _is_title(parts[0][0], widest):
        return None
    whole = at_end or is_apart(rows, end)
    if whole:
        return Header([_places(parts, widest)], end)
    counts = {parts.index(widest) + 1, *range(1, min(len(parts), MOST_LINES - 1) + 1)}
    found = [_places(parts[:count], widest) for count in sorted(counts) if widest in parts[:count]]
    first = parts[0][0][0].left
    below = parts[1] if len(parts) > 1 else ()
    higher = sum(part[-1].right <= first for part in below) > 1  # names that take more lines stand above the others
    return Header(sorted(found, key=len, reverse=higher), end)


def _places(parts: Sequence[Sequence[Sequence[Word]]], widest: Sequence[Sequence[Word]]) -> Sequence[Place]:
    """Where the names of columns stand; names that a line below spans are those of the line with the most."""
    places = merged(part for line in parts for part in line)
    return places if len(places) >= len(widest) else merged(widest)


def _is_title(part: Sequence[Word], named: Sequence[Sequence[Word]]) -> bool:
    """Whether a line above the names of columns is none: it stands over one of them, or is too long for a name."""
    over = any(part[0].left < one[-1].right and part[-1].right > one[0].left for one in named[:-1])
    before = part[0].left < named[0][0].left and len(said(part)) > _NARROW
    return over or before


def heading_rows(rows: Sequence[Row]) -> set[int]:
    """The identities of the lines of headers that name at least three columns, with lines of a table under them.

    Pages repeat them, as they do the titles that stand above and below a page.
    """
    found: set[int] = set()
    for place, row in enumerate(rows):
        if id(row) in found or len(row.parts(ROOM)) < _SURE:
            continue
        one = header(rows, place)
        if one and not is_numbered(row) and _stands_over(rows, place):
            block = [row, *(below for below in rows[place + 1 : one.end] if not is_numbered(below))]
            found |= set(map(id, block))
    return found


def _stands_over(rows: Sequence[Row], place: int) -> bool:
    """Whether something stands side by side right below a line."""
    near = [row for row in rows[place + 1 : place + 4] if row.base - rows[place].base <= _NEAR * row.size]
    return any(len(row.parts(ROOM)) > 1 for row in near)


def is_numbered(row: Row) -> bool:
    """Whether a part of a line is but a number, as that of a page is."""
    return any(said(part).isdigit() for part in row.parts(ROOM))


def names(block: Sequence[Row]) -> bool:
    """Whether some lines together are the names of at least two columns."""
    parts = [row.parts(ROOM) for row in block]
    return len(block) <= MOST_LINES and all(map(_may_name, block)) and max(map(len, parts)) > 1


def begins_anew(rows: Sequence[Row], place: int, known: Sequence[str]) -> bool:
    """Whether a header stands here: that of the table once more, or names of columns without a number."""
    if comes_again(rows, place, known):
        return True
    found = header(rows, place)
    if not found or found.end >= len(rows) or not is_apart(rows, found.end):
        return False
    parts = [said(part) for row in rows[place : found.end] for part in row.parts(ROOM)]
    return all(len(part) <= _SHORT and not _NUMBER.search(part) for part in parts)


def comes_again(rows: Sequence[Row], place: int, known: Sequence[str]) -> bool:
    """Whether the header of a table stands here, or under a title of a few lines that stands here."""
    for first in range(place, min(place + _MOST_TITLES, len(rows) - 1) + 1):
        if is_known(rows, first, known):
            return True
        if len(rows[first].parts(ROOM)) > 1:
            return False
    return False


def is_known(rows: Sequence[Row], place: int, known: Sequence[str]) -> bool:
    """Whether the lines of a header stand at a place."""
    block = rows[place : place + len(known)]
    return bool(known) and [said(row.words) for row in block] == list(known)


def is_apart(rows: Sequence[Row], place: int) -> bool:
    """Whether a white line stands above a row."""
    return rows[place].base - rows[place - 1].base >= _WHITE * rows[place].size


def _may_name(row: Row) -> bool:
    """Whether each part of a line may be the name of a column: a few words with letters, no item and no sentence."""
    return all(map(_is_name, row.parts(ROOM)))


def _is_name(part: Sequence[Word]) -> bool:
    text = said(part)
    ends = len(text) > _ABBREVIATION and text.endswith((".", ",", ";", ":"))
    letters = any(map(str.isalpha, text)) or _SIGN.fullmatch(text)
    return len(text) <= _LONGEST and bool(letters) and not ends and not glyph(part)
