"""Tables without upright rules: columns that stand under a header line, or between level rules, with room between them.

Two columns of prose also have room between them. A table has a header whose parts are all bold, or three columns and
more, or level rules of one length; and its rows start side by side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import Corridors, between, cells, common, common_of, is_bold, narrowed, runs_through
from graph.read.pdf.lines import lines
from graph.read.pdf.marks import glyph
from graph.read.pdf.parting import is_prose, parted
from graph.read.pdf.rows import rows
from graph.read.pdf.shapes import Column
from graph.read.pdf.tables import Table
from graph.read.writer import Same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Stroke, Word
    from graph.read.pdf.sheets import Sheet
    from graph.read.pdf.tables import Cell

_PART = 0.6  # of the size: the room that parts the cells of a row
_WIDE = 1.0  # where no header says that there are columns
_LARGER = 1.1  # times the size: what is larger than the table is no part of it
_MOST_HEADER = 4  # lines of a header
_ABBREVIATION = 5  # characters: "No." and "Ref." are no sentences
_LONGEST_HEADER = 60  # characters of a column's heading
_FAR = 5.0  # times the size: a row further down belongs to something else
_APART = 3.0  # times the size: room between what belongs together is less
_MOSTLY, _NEARLY = 0.5, 0.8
_ALIKE = 4.0  # points: rules that start and end so near each other belong to one table


class Gaps:
    """Finds the tables of a page; `carried` are the columns of one that may go on from the page before."""

    def __init__(self, sheet: Sheet, carried: Corridors) -> None:
        self.sheet = sheet
        self.carried = carried
        self.open: Corridors = ()
        self.tried = 0  # rows before this one start no table without a header

    def take(self) -> None:
        """Move what is found from the rows of the sheet to its tables."""
        left = self.sheet.rows
        kept: list[Row] = []
        number = 0
        while number < len(left):
            found = self._at(left, number)
            if found is None:
                kept.append(left[number])
                number += 1
                continue
            table, number, corridors = found
            self.sheet.tables.append(table)
            self.open = corridors if number == len(left) else ()
        self.sheet.rows = kept
        self.sheet.tables.sort(key=lambda one: (one.top, one.edges))

    def _at(self, left: Sequence[Row], number: int) -> tuple[Table, int, Corridors] | None:
        """The table that starts at a row, the number of the row after it, and its corridors."""
        ruled = self._between_rules(left, number)
        if ruled:
            return ruled
        headed = _header(left, number)
        if headed:
            corridors, first = headed
        elif number == 0 and self.carried and not self.sheet.tables and not is_bold(left[0].words):
            corridors, first = self.carried, 0
        elif number >= self.tried and len(left[number].parts(_WIDE)) > 2:
            corridors, first = between(left[number].parts(_WIDE)), number
        else:
            return None
        end, corridors = self._grown(left, first, corridors, left[first].size)
        trimmed = _trimmed(left[first:end], corridors)
        body, apart = parted(trimmed, corridors)
        again = number == 0 and len(corridors) == len(self.carried)
        told = apart and _starts_fresh(left, number) and _is_level(body, corridors)
        if not (told or again) and is_prose(trimmed, corridors):
            body = []
        if not (body and again and headed) and not _is_table(body, corridors, headed=first > number, carried=again):
            self.tried = end
            return None
        head = [list(left[number:first])] if first > number else []
        end = first + sum(map(len, body))
        return self._table([*head, *body], corridors, len(head)), end, corridors

    def _grown(self, left: Sequence[Row], first: int, corridors: Corridors, size: float) -> tuple[int, Corridors]:
        """How far down rows keep out of the corridors, and are no larger than a size."""
        end = first
        while end < len(left):
            if end and (self._is_far(left[end - 1], left[end]) or left[end].size > _LARGER * size):
                break
            if end > first and _header(left, end):
                break
            fitting = narrowed(corridors, left[end])
            if fitting is None and not _is_title(left, end, corridors):
                break
            corridors = fitting or corridors
            end += 1
        return end, corridors

    def _is_far(self, before: Row, row: Row) -> bool:
        between_them = any(before.base < table.top < row.base for table in self.sheet.tables)
        return between_them or row.base - before.base > _FAR * max(row.size, before.size)

    def _between_rules(self, left: Sequence[Row], number: int) -> tuple[Table, int, Corridors] | None:
        """A table whose rows stand between level rules of one length; its header may stand above the first of them."""
        for rules in self._ruled_stretches():
            first = number
            while first < len(left) and first - number < _MOST_HEADER and left[first].base < rules[0].at:
                first += 1
            end = first + sum(rules[0].at <= row.base <= rules[-1].at for row in left[first:])
            if end == first or left[first].base < rules[0].at or (number and left[number - 1].base >= rules[0].at):
                continue
            head, inner = left[number:first], left[first:end]
            corridors = common([*head, *inner])
            if not corridors or (head and not _is_head(head, inner[0], rules[0].at)):
                continue
            bands = [[row for row in inner if above.at <= row.base < below.at] for above, below in pairwise(rules)]
            body = [list(head), *bands] if head else bands
            body = [band for band in body if band]
            if len(body) > 1 and 2 * sum(len(_filled(band, corridors)) > 1 for band in body) >= len(body):
                header = int(all(is_bold(row.words) for row in body[0]))
                last, end, corridors = self._after_rules(left, end, corridors)
                return self._table([*body, *last], corridors, header), end, corridors
        return None

    def _after_rules(
        self, left: Sequence[Row], first: int, corridors: Corridors
    ) -> tuple[list[list[Row]], int, Corridors]:
        """What is left of a table below the last of its rules: where rows are shaded in turn, one of them."""
        if not any(len(cells(corridors, row)) > 1 for row in left[first : first + _MOST_HEADER]):
            return [], first, corridors
        end, narrower = self._grown(left, first, corridors, left[first - 1].size)
        rest = _trimmed(left[first:end], narrower)
        body, apart = parted(rest, narrower)
        return body if apart or not rest else [list(rest)], first + len(rest), narrower

    def _ruled_stretches(self) -> list[list[Stroke]]:
        """Three level rules and more that start and end alike, from the top."""
        found: list[list[Stroke]] = []
        for rule in sorted(self.sheet.rules):
            for alike in found:
                if abs(alike[0].start - rule.start) <= _ALIKE and abs(alike[0].end - rule.end) <= _ALIKE:
                    alike.append(rule)
                    break
            else:
                found.append([rule])
        return [rules for rules in found if len(rules) > 2]

    def _table(self, body: Sequence[Sequence[Row]], corridors: Corridors, headers: int) -> Table:
        inner = [row for part in body for row in part]
        edges = (
            min(row.left for row in inner),
            *((left + right) / 2 for left, right in corridors),
            max(row.right for row in inner),
        )
        table = Table(self.sheet.number, inner[0].top, inner[-1].bottom, edges, ruled=False, headers=headers)
        for part in body:
            table.rows.append(_cells(part, corridors, edges, self.sheet.number))
        return table


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


def _header(left: Sequence[Row], number: int) -> tuple[Corridors, int] | None:
    """The corridors of a header whose parts are all bold, and the number of the row after it."""
    end = number
    while end < len(left) and is_bold(left[end].words) and (end == number or _is_next(left[end - 1], left[end])):
        end += 1
    block = left[number:end]
    if not block or len(block) > _MOST_HEADER or end == len(left):
        return None
    widest = max((row.parts(_PART) for row in block), key=len)
    if not all(_may_head(part) for row in block for part in row.parts(_PART)):
        return None
    corridors: Corridors | None = between(widest)
    for row in block:
        corridors = narrowed(corridors, row) if corridors else None
    together = common_of(word for row in block for word in row.words)
    corridors = max(corridors or (), together, key=len)
    return (corridors, end) if corridors else None


def _is_head(head: Sequence[Row], first: Row, rule: float) -> bool:
    """Whether rows above the first rule of a table are its header: bold, in several parts, and close to it."""
    close = all(_is_next(before, row) for before, row in pairwise(head)) and rule - head[-1].base < 2 * head[-1].size
    alike = all(is_bold(row.words) and row.size <= _LARGER * first.size for row in head)
    return close and alike and any(len(row.parts(_PART)) > 1 for row in head)


def _may_head(part: Sequence[Word]) -> bool:
    """Whether a part of a row may be the heading of a column: short, and neither an item nor a sentence."""
    length = sum(len(word.text) for word in part)
    ends = length > _ABBREVIATION and part[-1].text.endswith((".", ",", ";"))
    return length <= _LONGEST_HEADER and not glyph(part) and not ends


def _is_next(before: Row, row: Row) -> bool:
    return abs(row.size - before.size) <= 0.6 and row.base - before.base < 1.6 * row.size


def _is_title(left: Sequence[Row], number: int, corridors: Corridors) -> bool:
    """Whether a row that runs through the corridors is a title within the table, with more of the table after it."""
    following = left[number + 1 : number + 3]
    return (
        is_bold(left[number].words)
        and len(left[number].parts(_PART)) == 1
        and len(following) == 2
        and all(narrowed(corridors, row) for row in following)
        and any(len(cells(corridors, row)) > 1 for row in following)
    )


def _trimmed(body: Sequence[Row], corridors: Corridors) -> Sequence[Row]:
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


def _is_table(body: Sequence[Sequence[Row]], corridors: Corridors, *, headed: bool, carried: bool) -> bool:
    """Whether rows of cells are a table, not lines that happen to leave room at the same places."""
    side_by_side = sum(len(cells(corridors, part[0])) > 1 for part in body)
    if carried:
        return side_by_side > 0
    if not headed:
        return sum(len(_filled(part, corridors)) > 2 for part in body) > 2 and side_by_side >= _MOSTLY * len(body)
    if len(corridors) > 1:
        return side_by_side > 0
    bulleted = sum(_is_bulleted(part[0], corridors) for part in body)
    level = side_by_side >= _MOSTLY * len(body) or _is_level(body, corridors)
    return side_by_side > 1 and level and bulleted < _MOSTLY * len(body)


def _starts_fresh(left: Sequence[Row], number: int) -> bool:
    """Whether no columns come right before a row: what stands in columns above and below a heading is prose."""
    if not number:
        return True
    before, row = left[number - 1], left[number]
    return len(before.parts(_WIDE)) < 2 or row.base - before.base > _APART * row.size


def _is_level(body: Sequence[Sequence[Row]], corridors: Corridors) -> bool:
    """Whether nearly all rows have their cells side by side, or but the first one filled."""
    level = (
        len(cells(corridors, part[0])) > 1 or all(set(cells(corridors, row)) == {0} for row in part) for part in body
    )
    return sum(level) >= _NEARLY * len(body)


def _filled(part: Sequence[Row], corridors: Corridors) -> set[int]:
    """The columns in which a row says something."""
    return {column for row in part for column in cells(corridors, row)}


def _is_bulleted(row: Row, corridors: Corridors) -> bool:
    """Whether all cells of a row start with bullets: those of two lists side by side do."""
    return all(glyph(words) for words in cells(corridors, row).values())
