"""What stands around the text of every page: running headers and footers, and page numbers.

A row near the top or the bottom is taken for one where the same words, digits aside, stand at the same height on
other pages. Rows of tables are never asked: a table's header is repeated too, and is wanted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from graph.read.pdf.rows import Row, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.read.pdf.shapes import Word
    from graph.read.pdf.sheets import Sheet

_EDGE = 0.09  # of a page's height, where hardly any text begins: two pages that agree are enough
_MARGIN = 0.14  # where text may begin: several pages must agree
_EDGE_POINTS = 64.0
_MARGIN_POINTS = 92.0
_HEIGHT = 4.0  # points: no further apart is the same height
_FEW, _SEVERAL = 2, 3
_SOME = 0.2  # of the pages on which what stands at the edge must be found, unless they follow each other
_APART = 1.8  # times the size: what stands lower than the edge has more room to the text
_SHARE = 0.4  # of the pages on which what stands lower than the edge must be found
_PARTS = 1.5  # of the size: wider gaps part the title on the left from the number on the right
_CELLS = 0.6  # of the size: gaps between the headings of columns
_NUMBER = re.compile(
    r"[|–—-]?\s*(?:page|p\.?|pg\.?)?\s*(?:#+|[ivxlc]{1,6})(?:\s*(?:of|/|\|)\s*#+)?\s*(?:page)?\s*[|–—-]?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


class Furniture:
    """What is known of a document's furniture; learns as pages are read."""

    def __init__(self) -> None:
        self.seen: dict[str, list[tuple[int, float]]] = defaultdict(list)  # by words: page and height
        self.within: Counter[str] = Counter()  # how often such words stand within the text
        self.pages = 0

    def learn(self, sheets: Sequence[Sheet]) -> None:
        """Look at some pages: at their margins, and where the same words stand elsewhere."""
        margins = [{id(row) for row in (*_top(sheet), *_foot(sheet))} for sheet in sheets]
        self.pages += len(sheets)
        for sheet, margin in zip(sheets, margins, strict=True):
            for row in sheet.rows:
                for part in row.parts(_PARTS) if id(row) in margin else ():
                    self.seen[_key(part)].append((sheet.number, _height(sheet, row)))
        starts = {key.split()[0] for key in self.seen if key}
        for sheet, margin in zip(sheets, margins, strict=True):
            for row in sheet.rows:
                for part in row.parts(_PARTS) if id(row) not in margin else ():
                    if _key(part[:1]) in starts and (key := _key(part)) in self.seen:
                        self.within[key] += 1

    def clear(self, sheet: Sheet) -> None:
        """Take the furniture of a page away."""
        top, foot = self._outer(sheet, _top(sheet)), self._outer(sheet, _foot(sheet))
        taken = set(map(id, (*top, *foot)))
        sheet.rows = [row for row in sheet.rows if id(row) not in taken]

    def _outer(self, sheet: Sheet, rows: Sequence[Row]) -> Iterator[Row]:
        """The rows of a margin that are furniture, from the outside in."""
        for number, row in enumerate(rows):
            at_edge = _distance(sheet, row) <= max(_EDGE * sheet.height, _EDGE_POINTS)
            inner = rows[number + 1] if number + 1 < len(rows) else None
            close = inner is not None and abs(inner.base - row.base) < _APART * row.size
            if _heads_columns(row, at_edge):
                return
            if (at_edge or not close) and self._is_furniture(sheet, row, at_edge):
                yield row
            elif not at_edge:
                return

    def _is_furniture(self, sheet: Sheet, row: Row, at_edge: bool) -> bool:
        """Whether all parts of a row are known; near the edge, one may be a page number, or new on each page."""
        parts = row.parts(_PARTS)
        known = [self._is_known(part, _height(sheet, row), at_edge) for part in parts]
        if all(known) or not at_edge:
            return all(known)
        numbers = [bool(_NUMBER.fullmatch(_key(part))) for part in parts]
        if all(one or number for one, number in zip(known, numbers, strict=True)):
            return any(known) or _distance(sheet, row) <= _EDGE_POINTS
        return any(known) and sum(known) + 1 >= len(parts)

    def _is_known(self, part: Sequence[Word], at: float, at_edge: bool) -> bool:
        """Whether words stand at one height on enough pages, and more often there than anywhere else."""
        key = _key(part)
        pages = sorted({page for page, height in self.seen[key] if abs(height - at) <= _HEIGHT})
        others = self.within[key] + sum(abs(height - at) > _HEIGHT for _, height in self.seen[key])
        if len(pages) <= others:
            return False
        if at_edge:
            return len(pages) >= _FEW and (len(pages) >= _SOME * self.pages or _in_a_row(pages))
        return len(pages) >= _SEVERAL and len(pages) >= _SHARE * self.pages


def _in_a_row(pages: Sequence[int]) -> bool:
    """Whether several pages follow each other, or every second one does: the headers of a chapter."""
    return any(pages[place + _SEVERAL - 1] - pages[place] < 2 * _SEVERAL for place in range(len(pages) - _SEVERAL + 1))


def _heads_columns(row: Row, at_edge: bool) -> bool:
    """Whether a row may be the header of a table, which each page repeats: bold, and in several parts."""
    if not all(word.bold for word in row.words):
        return False
    parts = row.parts(_CELLS)
    return len(parts) > (2 if at_edge else 1) and not any(_NUMBER.fullmatch(_key(part)) for part in parts)


def _distance(sheet: Sheet, row: Row) -> float:
    """How far a row is from the nearer end of its page."""
    return min(row.base, sheet.height - row.base)


def _height(sheet: Sheet, row: Row) -> float:
    """Where a row stands: from the top of its page, or, as a negative number, from the bottom."""
    return row.base if row.base < sheet.height / 2 else row.base - sheet.height


def _top(sheet: Sheet) -> list[Row]:
    """The rows of the upper margin, from the top."""
    limit = max(_MARGIN * sheet.height, _MARGIN_POINTS)
    return [row for row in sheet.rows if row.base <= limit]


def _foot(sheet: Sheet) -> list[Row]:
    """The rows of the lower margin, from the bottom."""
    limit = sheet.height - max(_MARGIN * sheet.height, _MARGIN_POINTS)
    return [row for row in reversed(sheet.rows) if row.base > limit]


def _key(words: Sequence[Word]) -> str:
    return _DIGITS.sub("#", said(words)).strip().casefold()
