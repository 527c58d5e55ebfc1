"""Composes the text of a document whose file is not text itself, and its blocks with their offsets.

Readers of HTML, DOCX, PDF and sheets say what they meet, in reading order; the writer writes it down, so that
quotes are slices of what it wrote. White space inside a text becomes one space, and a line break stays one. A form
feed inside a text says that a new page starts there.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Reading, Span
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN_CELLS = " | "
# In a text without being seen: controls, soft hyphens, joiners, marks of direction and of byte order, and what is no
# character by itself.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufffc\ufffe\uffff]"
)
# A text without any of these has nothing that `masked` would blank.
_SIGNS = re.compile(r"[!\[<>{*_`~⁰¹²³⁴⁵⁶⁷⁸⁹\\]")


class Same(Enum):
    """A cell that is merged with its neighbour: it says the same, and says it at the same place."""

    LEFT = "as the cell to its left"
    ABOVE = "as the cell above it"


class Writer:
    r"""A document being written down.

    >>> writer = Writer()
    >>> writer.heading("Homes", 1)
    >>> writer.bullet("Open a  hub")
    >>> writer.reading("plan.docx", "").text
    'Homes\n\n- Open a hub\n'
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._line = 1
        self._blocks: list[Block] = []
        self._pages: list[int] = []
        self._turned = 0  # pages that start where the next block will
        self._tables = 0
        self._above: tuple[int, tuple[Span, ...]] = (0, ())  # the row before, with the number of its table

    def heading(self, text: str, level: int = 0, *, strong: bool = False, classes: Sequence[str] = ()) -> None:
        """Write a heading. Its level counts from 1, 0 where it is not known. An empty text leaves no block."""
        self._write_block(BlockKind.HEADING, text, level, "", strong, classes)

    def bullet(
        self, text: str, level: int = 1, marker: str = "-", *, strong: bool = False, classes: Sequence[str] = ()
    ) -> None:
        """Write an item of a list, with its sign or number ("-", "1.", "(a)"). Levels of nesting count from 1."""
        self._write_block(BlockKind.BULLET, text, level, marker, strong, classes)

    def paragraph(self, text: str, *, strong: bool = False, classes: Sequence[str] = ()) -> None:
        """Write a paragraph. `strong` says that all of it is bold."""
        self._write_block(BlockKind.PARAGRAPH, text, 0, "", strong, classes)

    def new_table(self) -> int:
        """The number of a table that starts here, for its rows; the first one's is 1."""
        self._tables += 1
        return self._tables

    def row(
        self,
        cells: Sequence[str | Same],
        table: int,
        *,
        header: bool = False,
        strong: bool = False,
        classes: Sequence[str] = (),
    ) -> None:
        """Write a row of a table; `header` where the format says that it heads the columns.

        A row in which nothing is said, or nothing that the row above has not said, leaves no block.
        """
        line = _Line(cells)
        if line.text:
            self._begin(BlockKind.ROW, table)
        spans = self._spans(line, cells, table)
        self._above = (table, spans)
        if not line.text:
            self._turned += len(line.pages)
            return
        start, number = self._length, self._line
        self._append(line.text, line.pages)
        if not line.seen.strip(_BETWEEN_CELLS):
            return
        self._blocks.append(
            Block(
                BlockKind.ROW,
                line.seen,
                start,
                self._length,
                number,
                strong=strong,
                classes=tuple(classes),
                cells=spans,
                table=table,
                header=header,
            )
        )

    def page(self) -> None:
        """Say that a new page starts here. Where a format has pages, the first one is said too."""
        self._turned += 1

    def reading(self, file_name: str, sha256: str, title: str = "") -> Reading:
        """What was written, as the reading of a file. The text is empty where nothing was said."""
        text = "".join(self._pieces)
        pages = (*self._pages, *[self._length] * self._turned)
        return Reading(
            file_name, text + "\n" if text else "", sha256, tuple(self._blocks), pages, " ".join(title.split())
        )

    def _write_block(
        self, kind: BlockKind, text: str, level: int, marker: str, strong: bool, classes: Sequence[str]
    ) -> None:
        tidy, pages = _tidy(text)
        seen = _seen(tidy)
        if not tidy:
            self._turned += len(pages)
            return
        self._begin(kind)
        if marker:
            self._append(f"{'  ' * (level - 1)}{marker} ")
        first = len(seen) - len(seen.lstrip())
        start, line = self._length + first, self._line + tidy.count("\n", 0, first)
        self._append(tidy, pages)
        if shown := seen.strip():
            self._blocks.append(
                Block(kind, shown, start, start + len(shown), line, marker, level, strong, tuple(classes))
            )

    def _begin(self, kind: BlockKind, table: int = 0) -> None:
        """Part a block from the one before, and note the pages that start with it."""
        if self._pieces:
            last = [(block.kind, block.table) for block in self._blocks[-1:]]
            goes_on = kind in (BlockKind.BULLET, BlockKind.ROW) and last == [(kind, table)]
            self._append("\n" if goes_on else "\n\n")
        self._pages.extend([self._length] * self._turned)
        self._turned = 0

    def _append(self, text: str, pages: Sequence[int] = ()) -> None:
        self._pages.extend(self._length + page for page in pages)
        self._pieces.append(text)
        self._length += len(text)
        self._line += text.count("\n")

    def _spans(self, line: _Line, cells: Sequence[str | Same], table: int) -> tuple[Span, ...]:
        """The cells of a row that is about to be written, a merged one standing where the other stands."""
        above = self._above[1] if self._above[0] == table else ()
        spans: list[Span] = []
        for column, (cell, (start, text)) in enumerate(zip(cells, line.places, strict=True)):
            if cell is Same.LEFT and spans:
                spans.append(spans[-1])
            elif cell is Same.ABOVE and column < len(above):
                spans.append(above[column])
            else:
                first = self._length + start
                number = self._line + line.text.count("\n", 0, start)
                spans.append(Span(text, first, first + len(text), number))
        return tuple(spans)


class _Line:
    """A row as it will stand in the text: its cells in one line, with the place of each within it."""

    def __init__(self, cells: Sequence[str | Same]) -> None:
        tidied = [("", []) if isinstance(cell, Same) else _tidy(cell) for cell in cells]
        texts = [text for text, _ in tidied]
        whole = _BETWEEN_CELLS.join(texts)
        seen = _BETWEEN_CELLS.join(map(_seen, texts))
        self.text = whole.strip() if any(texts) else ""
        cut = len(whole) - len(whole.lstrip())
        self.seen = seen[cut : cut + len(self.text)]
        self.places: list[tuple[int, str]] = []
        self.pages: list[int] = []
        start = -cut
        for text, pages in tidied:
            within = min(max(start, 0), len(self.text))
            self.places.append((within, _seen(text)))
            self.pages.extend(within + page for page in pages)
            start += len(text) + len(_BETWEEN_CELLS)


def _tidy(text: str) -> tuple[str, list[int]]:
    """A text with its white space put in order, and the offsets within it where new pages start."""
    text = _UNSEEN.sub("", text)
    if "\n" not in text and "\f" not in text:
        return " ".join(text.split()), []
    whole, pages = "", list[int]()
    for number, part in enumerate(text.split("\f")):
        lines = (" ".join(line.split()) for line in part.split("\n"))
        tidy = "\n".join(line for line in lines if line)
        between = " " if whole and tidy else ""
        if number:
            pages.append(len(whole + between))
        whole += between + tidy
    return whole, pages


def _seen(text: str) -> str:
    return masked(text) if _SIGNS.search(text) else text
