"""HTML that stands inside Markdown: its headings, items, paragraphs and rows, at their places in the text.

The text around the tags is the document's text; no tag is interpreted beyond where a piece starts and ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.read.lines import Lines

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w-]*+)(?P<attributes>[^<>]*+)>")
_CLASS = re.compile(r"\bclass\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_SPAN = re.compile(r"\b(?P<way>row|col)span\s*=\s*[\"']?(?P<number>\d{1,3})")
_WIDEST = 50  # columns or rows that a cell spans
_DEEPEST = 50  # elements within each other
_UNSEEN = frozenset({"script", "style", "svg", "template", "nav"})
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})
_PARTS = _LISTS | _CELLS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
}  # fmt: skip


@dataclass(slots=True)
class Embedded:
    """A stretch of HTML being read. `seen` is the text with its markup blanked; `tables` counts those before it."""

    text: str
    seen: str
    lines: Lines
    tables: int = 0
    _open: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _fresh: bool = False  # an item has been opened and has no text yet
    _row: list[tuple[Span, int, int]] | None = None
    _cell: tuple[int, int, int] | None = None  # where a cell's text starts, its row span and its column span
    _carried: dict[int, tuple[int, Span]] = field(default_factory=dict)
    _heads: bool = False

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The blocks of the stretch, in reading order."""
        position = start
        for tag in _TAG.finditer(self.text, start, end):
            name = tag["name"].lower()
            if name not in _PARTS and name not in _UNSEEN:
                continue
            yield from self._piece(position, tag.start())
            position = tag.end()
            yield from self._closed(name, tag) if tag["closes"] else self._opened(name, tag)
        yield from self._piece(position, end)
        yield from self._end_row()

    def _piece(self, start: int, end: int) -> Iterator[Block]:
        words = self.seen[start:end].strip()
        names = [name for name, _ in self._open]
        if not words or self._row is not None or not _UNSEEN.isdisjoint(names):
            return
        start = self.seen.index(words, start)
        kind, marker, level = self._kind(names)
        classes = tuple(dict.fromkeys(one for _, classes in self._open[-2:] for one in classes))
        yield Block(kind, words, start, start + len(words), self.lines.number(start), marker, level, classes=classes)

    def _kind(self, names: list[str]) -> tuple[BlockKind, str, int]:
        heading = next((name for name in names if re.fullmatch("h[1-6]", name)), None)
        if heading:
            return BlockKind.HEADING, "", int(heading[1])
        depth = sum(name in _LISTS for name in names)
        if self._fresh:
            self._fresh = False
            return BlockKind.BULLET, "-", max(depth, 1)
        return BlockKind.PARAGRAPH, "", depth

    def _opened(self, name: str, tag: re.Match[str]) -> Iterator[Block]:
        if name == "table":
            self.tables += 1
            self._carried.clear()
        if name == "tr":
            yield from self._end_row()
            self._row, self._heads = [], True
        elif name in _CELLS and self._row is not None:
            self._end_cell(tag.start())
            spans = {one["way"]: min(int(one["number"]), _WIDEST) for one in _SPAN.finditer(tag["attributes"])}
            self._cell = (tag.end(), spans.get("row", 1), spans.get("col", 1))
            self._heads = self._heads and name == "th"
        if name == "li":
            self._close("li", upto=_LISTS)
        self._fresh = name == "li" or (self._fresh and name == "p")
        if name != "hr" and not tag["attributes"].endswith("/") and len(self._open) < _DEEPEST:
            found = _CLASS.search(tag["attributes"])
            self._open.append((name, tuple((found["double"] or found["single"] or "").split()) if found else ()))

    def _closed(self, name: str, tag: re.Match[str]) -> Iterator[Block]:
        if name in _CELLS:
            self._end_cell(tag.start())
        elif name in ("tr", "table"):
            self._end_cell(tag.start())
            yield from self._end_row()
        self._close(name)

    def _close(self, name: str, upto: frozenset[str] = frozenset()) -> None:
        """Close an element and what was left open in it; none where one of `upto` stands in between."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == name:
                del self._open[place:]
                return
            if self._open[place][0] in upto:
                return

    def _end_cell(self, end: int) -> None:
        if self._cell is None or self._row is None:
            return
        start, rows, columns = self._cell
        self._cell = None
        words = with_line_breaks(self.text, self.seen, start, end)
        first = start + len(words) - len(words.lstrip())
        words = words.strip()
        line = self.lines.number(first)
        self._row.append((Span(words, first, first + len(words), line), rows, columns))

    def _end_row(self) -> Iterator[Block]:
        row, self._row = self._row, None
        if not row:
            return
        cells = list(self._placed(row))
        said = [cell for cell, _, _ in row if cell.text]
        if said:
            start, end = said[0].start, said[-1].end
            yield Block(
                BlockKind.ROW, self.seen[start:end], start, end, said[0].line, cells=tuple(cells), table=self.tables,
                header=self._heads,
            )  # fmt: skip

    def _placed(self, row: list[tuple[Span, int, int]]) -> Iterator[Span]:
        """The cells of a row, with those that reach into it from the rows above."""
        column, waiting = 0, list(row)
        while waiting or column in self._carried:
            if column in self._carried:
                left, cell = self._carried.pop(column)
                width, left = 1, left - 1
            else:
                cell, rows, width = waiting.pop(0)
                left = rows - 1
            for place in range(column, column + width):
                if left > 0:
                    self._carried[place] = (left, cell)
                yield cell
            column += width


_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def with_line_breaks(text: str, seen: str, start: int, end: int) -> str:
    """A stretch of `seen`, a line end where the text has `<br>`: in a cell of one line it parts what stands in it."""
    words = list(seen[start:end])
    for match in _BREAK.finditer(text, start, end):
        words[match.start() - start] = "\n"
    return "".join(words)
