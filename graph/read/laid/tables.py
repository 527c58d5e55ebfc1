"""Tables in a text that is laid out by spaces: lines that start side by side, under a header or by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.laid.columns import ROOM, cells, merged
from graph.read.laid.growing import Grown, grown
from graph.read.laid.headers import MOST_LINES, begins_anew, comes_again, header, is_known, names
from graph.read.laid.parting import First, key_of, parted
from graph.read.laid.rejoin import rejoin
from graph.read.pdf.marks import glyph
from graph.read.pdf.parting import prose
from graph.read.pdf.rows import said
from graph.read.pdf.unruled import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.laid.columns import Place
    from graph.read.pdf.corridors import Corridors
    from graph.read.pdf.rows import Row
    from graph.read.pdf.sheets import Sheet
    from graph.read.pdf.tables import Table

_FEWEST = 3  # columns, and rows that fill them, of a table without a header
_TEXT = 18  # characters of most lines, where a table has but two columns
_LONG = 8  # lines of its rows, where they look like running text
_NEARLY_ALL = 0.75  # of its rows
_SEARCHED = 25  # lines of a page within which the columns of a table must show


class Tables:
    """Takes the tables of one page after the other; the last one of a page may go on at the top of the next."""

    def __init__(self) -> None:
        self.found = 0
        self.open: Table | None = None  # what ends right before the place that is looked at
        self.places: Sequence[Place] = ()  # of its columns
        self.header: Sequence[str] = ()  # the lines of its header
        self.key = ""  # what its rows begin with
        self.following: Sequence[Row] = ()  # what stands on the next page
        self.labels_end = 0  # lines of a page before this one are a list of labels beside what they label

    def take(self, sheet: Sheet, following: Sequence[Row] = ()) -> None:
        """Move the tables of a sheet from its rows to its tables; `following` are the rows of the next sheet."""
        place = 0
        self.following = following
        self.labels_end = 0
        kept: list[Row] = []
        beside = [len(row.parts(ROOM)) > 1 for row in sheet.rows]
        while place < len(sheet.rows):
            end = self._starting(sheet, place) if self.open or any(beside[place : place + MOST_LINES]) else 0
            if not end:
                kept.append(sheet.rows[place])
                self.open = None
            place = end or place + 1
        self.found += len(sheet.tables)
        sheet.rows = kept

    def _starting(self, sheet: Sheet, place: int) -> int:
        """Take the table that starts at a place, and say where it ends; 0 where none does."""
        return self._rest(sheet, place) or self._headed(sheet, place) or self._bare(sheet, place)

    def _rest(self, sheet: Sheet, place: int) -> int:
        """Take what stands here of the table that goes before, and say where it ends; 0 where nothing of it does."""
        if self.open is None or begins_anew(sheet.rows, place, self.header):
            return 0
        same_page = self.open.last_page == sheet.number
        body = _rest(sheet.rows, place, len(self.places), 1 if same_page else _SEARCHED, self.header)
        if not body:
            return 0
        gaps = body.columns.corridors
        found = table(self._parted(body.rows, First.ROW if same_page else First.REST), gaps, 0, sheet.number)
        found.edges = self.open.edges
        if not same_page:
            rejoin(self.open, found)
        if same_page:
            self.open.rows += found.rows
            self.open.bottom = found.bottom
        else:
            sheet.tables.append(found)
            self.open = found
        return body.end

    def _headed(self, sheet: Sheet, place: int) -> int:
        """Take the table whose header stands at a place."""
        found = header(sheet.rows, place)
        ends = (self._under(sheet, place, places) for places in found.options) if found else ()
        return next((end for end in ends if end), 0)

    def _under(self, sheet: Sheet, place: int, places: Sequence[Place]) -> int:
        """Take the table whose header stands at a place and names columns that show at some places."""
        rows = sheet.rows
        if place < self.labels_end and len(places) == 2:
            return 0
        known = self.header if is_known(rows, place, self.header) else ()
        body = grown(rows, place, places, known or [said(rows[place].words)])
        if not known and _are_labels(body):
            self.labels_end = body.end
            return 0
        parts = self._with_header(body, len(known))
        head = rows[place : place + len(parts[0])] if parts else ()
        lines = [said(row.words) for row in head]
        over = body.end == len(rows) and self._goes_over(places, lines)
        gaps = body.columns.corridors
        if not head or not names(head) or not (known or over or _are_rows(parts[1:], gaps)):
            return 0
        self.key = key_of([row for part in parts[1:] for row in part]) or (self.key if known else "")
        under = table(parts, gaps, 1, sheet.number)
        if known and self.open and self.open.last_page < sheet.number:
            rejoin(self.open, under)
        self._add(sheet, under, places, lines)
        return body.end

    def _goes_over(self, places: Sequence[Place], lines: Sequence[str]) -> bool:
        """Whether a table with such a header goes on at the top of the next page."""
        rows = self.following
        if comes_again(rows, 0, lines):
            return True
        return not begins_anew(rows, 0, lines) and bool(_rest(rows, 0, len(places), _SEARCHED))

    def _bare(self, sheet: Sheet, place: int) -> int:
        """Take the table without a header that starts at a place: three columns and three rows that fill them."""
        first = sheet.rows[place].parts(ROOM)
        if len(first) < _FEWEST or glyph(first[0]):
            return 0
        body = grown(sheet.rows, place, merged(first))
        gaps = body.columns.corridors
        parts = parted(body.rows)
        full = sum(len({column for row in part for column in cells(row)}) >= _FEWEST for part in parts)
        if full < _FEWEST or any(prose(body.rows, gaps)):
            return 0
        self._add(sheet, table(parts, gaps, 0, sheet.number), merged(first), ())
        return body.end

    def _with_header(self, body: Grown, known: int) -> list[list[Row]]:
        """The rows of a table, the header first, which takes so many lines where it is known."""
        if not known:
            return parted(body.rows, First.HEADER)
        then = First.REST if self.open else First.ROW
        return [list(body.rows[:known]), *self._parted(body.rows[known:], then)]

    def _parted(self, rows: Sequence[Row], first: First) -> list[list[Row]]:
        """The rows of the next part of a table."""
        self.key = key_of(rows) or self.key
        return parted(rows, first, self.key)

    def _add(self, sheet: Sheet, found: Table, places: Sequence[Place], header: Sequence[str]) -> None:
        sheet.tables.append(found)
        self.open, self.places, self.header = found, places, header


def _rest(rows: Sequence[Row], place: int, count: int, searched: int, header: Sequence[str] = ()) -> Grown | None:
    """What stands at a place of a table of so many columns, which must show within the next lines; None for nothing."""
    places = _places(rows[place : place + searched], count)
    body = grown(rows, place, places, header) if places else None
    return body if body and _fills(body) else None


def _places(rows: Sequence[Row], count: int) -> Sequence[Place]:
    """Where so many columns show: on a line that fills all, or else on all lines together."""
    lines = [row.parts(ROOM) for row in rows]
    full = next((parts for parts in lines if len(parts) == count), None)
    places = merged(full or (part for parts in lines if len(parts) > 1 for part in parts))
    return places if len(places) == count else ()


def _fills(body: Grown) -> bool:
    """Whether a table goes on: some line has something in several columns, and all but one hold something."""
    held = [set(cells(row)) for row in body.rows]
    return any(len(one) > 1 for one in held) and len(set().union(*held)) + 1 >= len(body.columns.starts)


def _are_rows(parts: Sequence[Sequence[Row]], gaps: Corridors) -> bool:
    """Whether lines under a header are rows of a table: some stand side by side, and they are no list with remarks."""
    lines = [cells(row) for part in parts for row in part]
    beside = [held for held in lines if len(held) > 1]
    items = sum(bool(glyph(held[0])) for held in lines if 0 in held)
    if len(beside) < 2 or 2 * items > len(beside) or len(set().union(*lines)) <= len(gaps):
        return False
    return len(gaps) > 1 or (len(parts) > 1 and _are_texts(parts, gaps))


def _are_texts(parts: Sequence[Sequence[Row]], gaps: Corridors) -> bool:
    """Whether two columns both hold texts: neither labels with what they label, nor entries of a table of contents, nor
    running text, which seldom begins on both sides at once.
    """
    first = [_length([row], 0) for part in parts for row in part]  # line by line, since labels are short
    second = [_length(part, 1) for part in parts]
    lengths = [sorted(filter(None, column)) for column in (first, second)]
    long = all(column and column[len(column) // 2] >= _TEXT for column in lengths)
    return long and (_begin_together(parts) or not all(prose([row for part in parts for row in part], gaps)))


def _are_labels(body: Grown) -> bool:
    """Whether the first of two columns holds short words alone, below what would be the header."""
    lengths = sorted(_length([row], 0) for row in body.rows[1:] if 0 in cells(row))
    return len(body.columns.corridors) == 1 and bool(lengths) and lengths[len(lengths) // 2] < _TEXT


def _length(part: Sequence[Row], column: int) -> int:
    """How many characters the lines of a row have in a column."""
    return sum(len(said(cells(row).get(column, []))) for row in part)


def _begin_together(parts: Sequence[Sequence[Row]]) -> bool:
    """Whether there are several rows of some lines, not of many, in nearly all of which both cells begin anew."""
    firsts = [cells(part[0]) for part in parts]
    both = sum(len(held) > 1 and not any(words[0].text[:1].islower() for words in held.values()) for held in firsts)
    several = sum(len(part) > 1 for part in parts) > _FEWEST
    return several and sum(map(len, parts)) <= _LONG * len(parts) and both >= _NEARLY_ALL * len(parts)
