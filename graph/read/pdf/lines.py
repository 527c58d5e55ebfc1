"""Lines of text: what a row says in one column, and what tells paragraphs, items and headings apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf import marks
from graph.read.pdf.rows import Row, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.shapes import Column, Word

_GAP = 1.8  # of the size: more than words are parted by where lines are stretched to one length


@dataclass(slots=True)
class Line:
    """A line of a column. `text` is without the marker; `start` is where the text after it begins.

    `first` is how wide the first word is: it tells whether it would have stood in the line before.
    `tab` is where it goes on after a gap, as between a label and its value; 0 where it has none.
    `opens` and `closes` say whether the first and the last word are bold, `bold` whether all are.
    """

    text: str
    marker: str
    numbered: bool
    apart: bool
    left: float
    start: float
    right: float
    base: float
    size: float
    bold: bool
    opens: bool
    closes: bool
    first: float
    tab: float
    page: int
    column: Column

    @property
    def indent(self) -> float:
        """How far it stands in from the side of its column."""
        return self.left - self.column.left


def line(row: Row, column: Column, page: int) -> Line:
    """The line that a row is."""
    words = row.words
    size = _size(words)
    sign = marks.glyph(words)
    number, apart = ("", False) if sign else marks.number(words)
    rest = words[1:] if sign or number else words
    letters = [word for word in rest if any(map(str.isalnum, word.text))] or rest
    return Line(
        text=said(rest),
        marker=sign or number,
        numbered=bool(number),
        apart=apart,
        left=words[0].left,
        start=rest[0].left,
        right=row.right,
        base=row.base,
        size=size,
        bold=all(word.bold for word in letters),
        opens=letters[0].bold,
        closes=letters[-1].bold,
        first=words[0].right - words[0].left,
        tab=next((after.left for before, after in pairwise(rest) if after.left - before.right > _GAP * size), 0.0),
        page=page,
        column=column,
    )


def _size(words: Sequence[Word]) -> float:
    """The size that most of the characters have."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda one: (sizes[one], one))


def lines(rows: Sequence[Row], column: Column, page: int) -> list[Line]:
    """The lines of a column, in order. A bullet drawn on a level of its own joins the text beside it."""
    found: list[Line] = []
    waiting: Row | None = None
    for row in rows:
        if waiting and row.base - waiting.base < row.size and row.left > waiting.right:
            row = Row([*waiting.words, *row.words], row.base, row.size)
        elif waiting:
            found.append(line(waiting, column, page))
        waiting = row if marks.lone(row.words) else None
        if not waiting:
            found.append(line(row, column, page))
    if waiting:
        found.append(line(waiting, column, page))
    return found
