"""Tables without upright rules: columns under a header line, or between level rules, with room between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.corridors import PART, WIDE, Corridors, between, cells, common, is_bold, narrowed
from graph.read.pdf.headers import MOST_LINES, header, heads
from graph.read.pdf.judging import Candidate, Sign, filled
from graph.read.pdf.marks import glyph
from graph.read.pdf.parting import parted
from graph.read.pdf.unruled import table, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.read.pdf.rows import Row
    from graph.read.pdf.shapes import Stroke
    from graph.read.pdf.sheets import Sheet
    from graph.read.pdf.tables import Table

_LARGER = 1.1  # times the size: what is larger than the table is no part of it
_FAR = 5.0  # times the size: a row further down belongs to something else
_LONG = 0.8  # of a rule's length
_ABOVE = 8  # rows that tell whether columns stand above
_ALIKE = 4.0  # points: rules that start and end so near each other belong to one table

Found = tuple["Table", int, Corridors]  # with the number of the row after it, and its corridors


class Gaps:
    """Finds the tables of a page; `carried` are the columns of one that may go on from the page before."""

    def __init__(self, sheet: Sheet, carried: Corridors) -> None:
        self.sheet = sheet
        self.left: Sequence[Row] = sheet.rows
        self.carried = carried
        self.open: Corridors = ()
        self.stretches = self._stretches()
        self.tried = 0  # rows before this one start no table without a header

    def take(self) -> None:
        """Move what is found from the rows of the sheet to its tables."""
        kept: list[Row] = []
        number = 0
        while number < len(self.left):
            found = self._between_rules(number) or self._in_columns(number)
            if found is None:
                kept.append(self.left[number])
                number += 1
                continue
            one, number, corridors = found
            self.sheet.tables.append(one)
            self.open = corridors if number == len(self.left) else ()
        self.sheet.rows = kept
        self.sheet.tables.sort(key=lambda one: (one.top, one.edges))

    def _in_columns(self, number: int) -> Found | None:
        """The table that starts at a row with a header, with the columns of the page before, or with room alone."""
        sign, corridors, first = self._sign(number)
        if sign is None:
            return None
        end, corridors = self._grown(first, corridors, self.left[first].size)
        body, apart = parted(trimmed(self.left[first:end], corridors), corridors)
        again = number == 0 and len(corridors) == len(self.carried)
        above = self.left[max(0, number - _ABOVE) : number]
        candidate = Candidate(sign, corridors, self.left[number], above, body, apart, again)
        if not candidate.is_table():
            self.tried = end
            return None
        head = [list(self.left[number:first])] if first > number else []
        end = first + sum(map(len, body))
        return table([*head, *body], corridors, len(head), self.sheet.number), end, corridors

    def _sign(self, number: int) -> tuple[Sign | None, Corridors, int]:
        """What says that columns start at a row, their corridors, and the first row under the header."""
        headed = header(self.left, number)
        if headed:
            return Sign.HEADER, *headed
        if number == 0 and self.carried and not self.sheet.tables and not is_bold(self.left[0].words):
            return Sign.CARRIED, self.carried, 0
        parts = [part for part in self.left[number].parts(WIDE) if not glyph([part[0], part[0]])]
        if number >= self.tried and len(parts) > 2:
            return Sign.ROOM, between(parts), number
        return None, (), number

    def _grown(self, first: int, corridors: Corridors, size: float) -> tuple[int, Corridors]:
        """How far down rows keep out of the corridors, and are no larger than a size."""
        end = first
        while end < len(self.left):
            if end and (self._is_far(self.left[end - 1], self.left[end]) or self.left[end].size > _LARGER * size):
                break
            if end > first and header(self.left, end):
                break
            fitting = narrowed(corridors, self.left[end])
            if fitting is None and not self._is_title(end, corridors):
                break
            corridors = fitting or corridors
            end += 1
        return end, corridors

    def _is_far(self, before: Row, row: Row) -> bool:
        between_them = any(before.base < table.top < row.base for table in self.sheet.tables)
        return between_them or row.base - before.base > _FAR * max(row.size, before.size)

    def _is_title(self, number: int, corridors: Corridors) -> bool:
        """Whether a row that runs through the corridors is a title in the table, with more of the table after it."""
        following = self.left[number + 1 : number + 3]
        return (
            len(self.left[number].parts(WIDE)) == 1
            and len(following) == 2
            and all(narrowed(corridors, row) for row in following)
            and any(len(cells(corridors, row)) > 1 for row in following)
        )

    def _between_rules(self, number: int) -> Found | None:
        """A table whose rows stand between level rules of one length; its header may stand above the first of them."""
        for rules in self.stretches:
            first = number
            while first < len(self.left) and first - number < MOST_LINES and self.left[first].base < rules[0].at:
                first += 1
            end = first + sum(rules[0].at <= row.base <= rules[-1].at for row in self.left[first:])
            begun = number > 0 and self.left[number - 1].base >= rules[0].at
            if end > first and self.left[first].base >= rules[0].at and not begun:
                found = self._banded(number, first, end, rules)
                if found:
                    return found
        return None

    def _banded(self, number: int, first: int, end: int, rules: Sequence[Stroke]) -> Found | None:
        head, inner = self.left[number:first], self.left[first:end]
        if any(row.left < rules[0].start - _ALIKE or row.right > rules[0].end + _ALIKE for row in inner):
            return None  # the rules belong to one column of the page
        corridors = common([*head, *inner])
        if not corridors or (head and not heads(head, corridors, inner[0], rules[0].at, _LARGER)):
            return None
        bands = [[row for row in inner if above.at <= row.base < below.at] for above, below in pairwise(rules)]
        body = [list(band) for band in (head, *bands) if band]
        headers = int(bool(head) or (bool(body) and all(is_bold(row.words) for row in body[0])))
        full = [len(filled(band, corridors)) > 1 for band in body]
        if len(body) < 2 or not ((headers and full[0]) or 2 * sum(full) >= len(body)):
            return None
        last, end, corridors = self._below(end, corridors)
        return table([*body, *last], corridors, headers, self.sheet.number), end, corridors

    def _below(self, first: int, corridors: Corridors) -> tuple[list[list[Row]], int, Corridors]:
        """What is left of a table below the last of its rules: where rows are shaded in turn, one of them."""
        if not any(len(cells(corridors, row)) > 1 for row in self.left[first : first + MOST_LINES]):
            return [], first, corridors
        end, narrower = self._grown(first, corridors, self.left[first - 1].size)
        rest = trimmed(self.left[first:end], narrower)
        body, apart = parted(rest, narrower)
        return body if apart or not rest else [list(rest)], first + len(rest), narrower

    def _stretches(self) -> list[list[Stroke]]:
        """Level rules that start and end alike, from the top: three and more, parted where something else stands."""
        found: list[list[Stroke]] = []
        for rule in sorted(self.sheet.rules):
            for alike in found:
                if abs(alike[0].start - rule.start) <= _ALIKE and abs(alike[0].end - rule.end) <= _ALIKE:
                    alike.append(rule)
                    break
            else:
                found.append([rule])
        return [part for rules in found if len(rules) > 2 for part in self._parted(rules) if len(part) > 1]

    def _parted(self, rules: Sequence[Stroke]) -> Iterator[list[Stroke]]:
        """Rules of one length may belong to several tables, with headings or text between them."""
        inner = [row for row in self.left if rules[0].at <= row.base <= rules[-1].at]
        sizes = sorted(row.size for row in inner)
        part = [rules[0]]
        for above, below in pairwise(rules):
            between_them = [row for row in inner if above.at <= row.base < below.at]
            if any(_is_foreign(row, below, sizes[len(sizes) // 2]) for row in between_them):
                yield part
                part = []
            part.append(below)
        yield part


def _is_foreign(row: Row, rule: Stroke, usual: float) -> bool:
    """Whether a row is a heading or a line of text between two tables: larger, or nearly as long as their rules."""
    length = row.right - row.left
    return row.size > _LARGER * usual or (length > _LONG * (rule.end - rule.start) and len(row.parts(PART)) == 1)
