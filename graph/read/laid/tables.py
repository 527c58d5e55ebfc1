"""Tables in a text that is laid out by spaces: lines that start side by side, under a header or by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.read.laid.columns import ROOM, across, corridors, moved, nearer, starts
from graph.read.pdf.corridors import cells
from graph.read.pdf.marks import glyph
from graph.read.pdf.parting import parted, prose
from graph.read.pdf.unruled import table, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.laid.columns import Starts
    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Word
    from graph.read.pdf.sheets import Sheet
    from graph.read.pdf.tables import Table

_FAR = 6.0  # times the size: five lines of white
_CLOSE = 1.5  # times the size: the next line
_LONGEST = 45  # characters of a column's heading
_SHORT = 30  # characters of one that stands at the top of a page
_MOST_TITLES = 3  # lines
_MOST_LINES = 4  # of a header
_ABBREVIATION = 5  # characters: "No." and "Ref." are no sentences
_FEWEST = 3  # columns, and rows that fill them, of a table without a header
_NEAR = 2  # lines above and below that show where a cell starts
_TEXT = 18  # characters of most lines, where a table has but two columns
_SEARCHED = 25  # lines of a page within which the columns of a table must show
_NUMBER = re.compile(r"\d")


class _Grown(NamedTuple):
    """The lines of a table, moved apart, and the place of the line after them."""

    rows: Sequence[Row]
    end: int


class Tables:
    """Takes the tables of one page after the other; the last one of a page may go on at the top of the next."""

    def __init__(self) -> None:
        self.found = 0
        self.open: Table | None = None  # what ends right before the place that is looked at
        self.columns: Starts = ()  # of it
        self.header: Sequence[str] = ()  # the lines of its header

    def take(self, sheet: Sheet) -> None:
        """Move the tables of a sheet from its rows to its tables."""
        place = 0
        kept: list[Row] = []
        while place < len(sheet.rows):
            end = self._rest(sheet, place) or self._headed(sheet, place) or self._bare(sheet, place)
            if not end:
                kept.append(sheet.rows[place])
                self.open = None
            place = end or place + 1
        self.found += len(sheet.tables)
        sheet.rows = kept

    def _rest(self, sheet: Sheet, place: int) -> int:
        """Take what stands here of the table that goes before, and say where it ends; 0 where nothing of it does."""
        if self.open is None or _begins_anew(sheet.rows, place, self.header):
            return 0
        same_page = self.open.last_page == sheet.number
        searched = sheet.rows[place : place + (1 if same_page else _SEARCHED)]
        full = next((row for row in searched if len(row.parts(ROOM)) == len(self.columns)), None)
        columns = starts([full]) if full else ()
        grown = _grown(sheet.rows, place, columns, self.header) if full else _Grown((), 0)
        if full is None or sheet.rows.index(full) >= grown.end:
            return 0
        gaps = corridors(columns)
        found = table(parted(grown.rows, gaps)[0], gaps, 0, sheet.number)
        found.edges = self.open.edges
        if same_page:
            self.open.rows += found.rows
            self.open.bottom = found.bottom
        else:
            sheet.tables.append(found)
            self.open = found
        return grown.end

    def _headed(self, sheet: Sheet, place: int) -> int:
        """Take the table whose header stands at a place."""
        rows = sheet.rows
        first = _header(rows, place)
        if not first:
            return 0
        lines = [_said(row.words) for row in rows[place:first]]
        columns = starts(rows[place:first])
        gaps = corridors(columns)
        head = [moved(columns, row) for row in rows[place:first]]
        grown = _grown(rows, first, columns, lines)
        if not all(head) or not _are_rows(grown.rows, columns):
            return 0
        body = [[row for row in head if row], *parted(grown.rows, gaps)[0]]
        self._add(sheet, table(body, gaps, 1, sheet.number), columns, lines)
        return grown.end

    def _bare(self, sheet: Sheet, place: int) -> int:
        """Take the table without a header that starts at a place: three columns and three rows that fill them."""
        row = sheet.rows[place]
        parts = row.parts(ROOM)
        if len(parts) < _FEWEST or glyph(parts[0]):
            return 0
        columns = starts([row])
        gaps = corridors(columns)
        grown = _grown(sheet.rows, place, columns, ())
        body, _ = parted(grown.rows, gaps)
        full = sum(len({column for row in part for column in cells(gaps, row)}) >= _FEWEST for part in body)
        if full < _FEWEST or any(prose(grown.rows, gaps)):
            return 0
        self._add(sheet, table(body, gaps, 0, sheet.number), columns, ())
        return grown.end

    def _add(self, sheet: Sheet, found: Table, columns: Starts, header: Sequence[str]) -> None:
        sheet.tables.append(found)
        self.open, self.columns, self.header = found, columns, header


def _begins_anew(rows: Sequence[Row], place: int, header: Sequence[str]) -> bool:
    """Whether a header stands here: that of the table once more, or names of columns without a number."""
    if _comes_again(rows, place, header):
        return True
    first = _header(rows, place, shown=True)
    parts = [_said(part) for row in rows[place:first] for part in row.parts(ROOM)]
    return bool(parts) and all(len(part) <= _SHORT and not _NUMBER.search(part) for part in parts)


def _comes_again(rows: Sequence[Row], place: int, header: Sequence[str]) -> bool:
    """Whether the header of a table stands here, or under a title of a few lines that stands here."""
    return bool(header) and any(
        all(_said(row.words) == line for row, line in zip(rows[first:], header, strict=False))
        for first in range(place, min(place + _MOST_TITLES, len(rows) - len(header)) + 1)
    )


def _header(rows: Sequence[Row], place: int, *, shown: bool = False) -> int:
    """The place of the line after a header that starts here; 0 where none does.

    A header is the lines down to the next white one where all of them are short, otherwise one line alone;
    `shown` asks for the white line. A title right above it is no part of it.
    """
    end = place + 1
    while end < len(rows) and not _is_apart(rows, end):
        end += 1
    ends = [end] if end - place <= _MOST_LINES else []
    for last in ends if shown else [*ends, place + 1]:
        block = rows[place:last]
        parts = [row.parts(ROOM) for row in block]
        widest = max(parts, key=len)
        is_title = len(parts[0]) == 1 and len(widest) > 1 and parts[0][0][0].left < widest[1][0].left
        if (
            last < len(rows)
            and len(widest) > 1
            and not is_title
            and all(_may_head(one) for row in parts for one in row)
        ):
            return last
    return 0


def _may_head(part: Sequence[Word]) -> bool:
    """Whether a part of a line may be the heading of a column: a few words with letters, no item and no sentence."""
    text = _said(part)
    ends = len(text) > _ABBREVIATION and text.endswith((".", ",", ";", ":"))
    return len(text) <= _LONGEST and any(map(str.isalpha, text)) and not ends and not glyph(part)


def _grown(rows: Sequence[Row], place: int, columns: Starts, header: Sequence[str]) -> _Grown:
    """The lines from a place on that keep to columns, as far as nothing else stands among them."""
    found: list[Row] = []
    columns = next(
        (near for row in rows[place : place + _SEARCHED] if (near := nearer(columns, row)) != columns), columns
    )
    for number in range(place, len(rows)):
        if number > place and _ends(rows, number, header):
            break
        columns = nearer(columns, rows[number])
        row = moved(columns, rows[number], _beside(rows, number))
        if row is None and _is_title(rows, number, columns):
            row = across(columns, rows[number])
        if row is None:
            break
        found.append(row)
    kept = trimmed(found, corridors(columns)) if found else found
    return _Grown(kept, place + len(kept))


def _beside(rows: Sequence[Row], place: int) -> frozenset[float]:
    """Where something starts on the lines around one."""
    near = [*rows[max(0, place - _NEAR) : place], *rows[place + 1 : place + 1 + _NEAR]]
    return frozenset(part[0].left for row in near for part in row.parts(ROOM))


def _ends(rows: Sequence[Row], place: int, header: Sequence[str]) -> bool:
    """Whether a table ends before a line: far above it, or where its header comes once more."""
    is_far = rows[place].base - rows[place - 1].base > _FAR * rows[place].size
    return is_far or (_is_apart(rows, place) and _comes_again(rows, place, header))


def _is_title(rows: Sequence[Row], place: int, columns: Starts) -> bool:
    """Whether a line that runs through the columns is a title in the table, with more of the table after it."""
    following = [moved(columns, row) for row in rows[place + 1 : place + 3]]
    beside = [row is not None and len(cells(corridors(columns), row)) > 1 for row in following]
    return len(following) == 2 and all(following) and any(beside) and len(rows[place].parts(ROOM)) == 1


def _are_rows(inner: Sequence[Row], columns: Starts) -> bool:
    """Whether lines under a header are rows of a table: some stand side by side, and they are no list with remarks."""
    gaps = corridors(columns)
    beside = [held for row in inner if len(held := cells(gaps, row)) > 1]
    items = sum(bool(glyph(held[0])) for row in inner if 0 in (held := cells(gaps, row)))
    if len(beside) < 2 or 2 * items > len(beside):
        return False
    return len(gaps) > 1 or _are_texts(inner, columns)


def _are_texts(inner: Sequence[Row], columns: Starts) -> bool:
    """Whether two columns both hold texts: neither labels with what they label, nor entries of a table of contents, nor
    running text.
    """
    gaps = corridors(columns)
    lines = [cells(gaps, row) for row in inner]
    lengths = [sorted(len(_said(held[column])) for held in lines if column in held) for column in (0, 1)]
    long = all(column and column[len(column) // 2] >= _TEXT for column in lengths)
    return long and not all(prose(inner, gaps))


def _is_apart(rows: Sequence[Row], place: int) -> bool:
    """Whether a white line stands above a row."""
    return rows[place].base - rows[place - 1].base >= _CLOSE * rows[place].size


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
