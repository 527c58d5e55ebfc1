"""Markdown, in blocks.

The parser (CommonMark, with tables) says on which lines a block stands; its exact place is then looked up in the
document's own text, which stays as the file has it. What CommonMark runs together, but no reader of the page would, is
parted: bold lines, numbered lines and line breaks inside a paragraph (`graph.read.pieces`).
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Reading
from graph.errors import DocumentError
from graph.read.decode import decoded, sha256_of
from graph.read.embedded import Embedded
from graph.read.lines import Lines
from graph.read.loose import loosened
from graph.read.markup import masked, plain
from graph.read.pieces import Piece, is_contents, is_rule, is_strong, is_table, pieces
from graph.read.piped import row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# What may stand before the text of a line: signs of quotations and of items.
_BEFORE_TEXT = re.compile(r"[\s>]*")
_BEFORE_ITEM = re.compile(r"[\s>\ufeff\u200b\u2060]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
_HASHES = re.compile(_BEFORE_ITEM.pattern + r"#{1,6}\s*")
_CLOSING_HASHES = re.compile(r"\s+#+\s*$")
_SIGNS = frozenset("●■□◆◇○✓")  # bullets that may say something, unlike "•"
_LONGEST_UNDERLINED = 120  # characters of a heading; a longer text only happens to stand above a rule


def read(path: Path, data: bytes) -> Reading:
    """Read a Markdown file. Raises DocumentError where it is not text, or holds none."""
    text = decoded(data)
    if text is None:
        raise DocumentError(path, "is not a text file", "save it as Markdown in UTF-8 and try again")
    if not text.strip():
        raise DocumentError(path, "is empty", "give a file that has text in it")
    blocks = _Reader(text).blocks()
    title = next((block.text for block in blocks if _is_widest(block)), "")
    return Reading(path.name, text, sha256_of(data), blocks, (), plain(title))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Text that is set in is text, not code, in what public bodies write; `loose` takes out definitions of links.
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


class _Reader:
    """One document being read: where each block of the parser stands in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.seen = masked(text)
        self.lines = Lines(text)
        self.loose = loosened(text)
        self.fed = self.loose.text.split("\n")
        self.html = Embedded(text, self.seen, self.lines)
        self.columns: list[int] = []  # where the signs of the open lists stand
        self.marker = ""  # of the item that has been opened and has no text yet
        self.in_head = False

    def blocks(self) -> tuple[Block, ...]:
        """The blocks in reading order."""
        found = [block for token in _parser().parse(self.loose.text) for block in self._blocks(token)]
        found.extend(self._heading(one.start, one.end, one.level) for one in self.loose.headings)
        widest = sorted(block.start for block in found if block and _is_widest(block))
        found.extend(self._page_titles(widest))
        return tuple(sorted((block for block in found if block), key=lambda block: block.start))

    def _page_titles(self, headings: list[int]) -> Iterator[Block | None]:
        """The title that front matter gives a page stands above it as a heading, unless the page has its own."""
        titles = self.loose.titles
        for (start, end), (after, _) in pairwise([*titles, (len(self.text), 0)]):
            if bisect(headings, start) == bisect(headings, after):
                yield self._heading(start, end, 1)

    def _blocks(self, token: Token) -> Iterator[Block | None]:
        if token.level == 0 and token.nesting >= 0 and not token.type.endswith("list_open"):
            self.columns = []
        if token.type in ("table_open", "thead_open", "tbody_open"):
            self.html.tables += token.type == "table_open"
            self.in_head = token.type == "thead_open"
        elif token.type == "list_item_close":
            self.marker = ""
        elif token.map:
            yield from self._blocks_on(token, *token.map)

    def _blocks_on(self, token: Token, first: int, last: int) -> Iterator[Block | None]:
        """The blocks of a token that stands on the lines from `first` up to `last`."""
        if token.type == "list_item_open":
            self._enter(_width(_BEFORE_TEXT, self.fed[first]))
            self.marker = self._sign(first) or f"{token.info}{token.markup}"
        elif token.type == "tr_open":
            yield self._row(first, header=self.in_head)
        elif token.type == "html_block":
            yield from self.html.blocks(self._start(first), self._end(last - 1))
        elif token.type == "heading_open":
            yield from self._marked_heading(token, first, last)
        elif token.type == "paragraph_open":
            yield from self._paragraph(first, last)

    def _sign(self, number: int) -> str:
        """The sign of an item that is no bullet of Markdown's own: a document may explain it ("○ = not begun")."""
        sign = self.text[self._start(number) : self._end(number)].lstrip(" \t>")[:1]
        return sign if sign in _SIGNS else ""

    def _enter(self, column: int) -> None:
        """How deep an item stands is told by the place of its sign: writers set items in by too few spaces."""
        self.columns = [*(one for one in self.columns if one < column), column]

    def _marked_heading(self, token: Token, first: int, last: int) -> Iterator[Block | None]:
        underlined = token.markup in ("-", "=")
        start, end = self._start(first), self._end(last - 1 - underlined)
        words = self.text[start:end].rstrip()
        if underlined and (last - first > 2 or len(words) > _LONGEST_UNDERLINED or words.endswith(".")):
            yield from self._paragraph(first, last - 1)
            return
        if not underlined:
            closing = _CLOSING_HASHES.search(self.text, start, end)
            end = closing.start() if closing else end
            start += _width(_HASHES, self.text[start:end])
        yield self._heading(start, end, int(token.tag[1]))

    def _heading(self, start: int, end: int, level: int) -> Block | None:
        """A heading. Where its HTML holds a second copy of its words, for narrow screens, they are said once."""
        said: set[str] = set()
        for line in re.finditer(r"\S[^\r\n]*", self.seen[start:end]):
            words = " ".join(line.group().split())
            if any(one.endswith(words) for one in said):
                end = start + line.start()
                break
            said.add(words)
        return self._block(BlockKind.HEADING, start, end, level=level)

    def _paragraph(self, first: int, last: int) -> Iterator[Block | None]:
        numbers = range(first, last)
        written = [self.text[self._start(number) : self._end(number)] for number in numbers]
        if is_table(written):
            self.html.tables += 1
            rule = next(number for number, line in zip(numbers, written, strict=True) if is_rule(line))
            yield from (self._row(number, header=number < rule) for number in numbers if number != rule)
            return
        marker, self.marker = self.marker, ""
        before = _width(_BEFORE_ITEM if marker else _BEFORE_TEXT, self.fed[first])
        start = self._end(first) - (len(self.fed[first]) - before)
        for piece in pieces(self.text, start, self._end(last - 1), marker):
            if piece.marker and piece.start != start:
                self._enter(piece.column)
            yield self._piece(piece)

    def _piece(self, piece: Piece) -> Block | None:
        words = self.text[piece.start : piece.end]
        if piece.marker and is_contents(words):
            return None
        kind = BlockKind.BULLET if piece.marker else BlockKind.PARAGRAPH
        level = len(self.columns)
        return self._block(kind, piece.start, piece.end, marker=piece.marker, level=level, strong=is_strong(words))

    def _row(self, number: int, *, header: bool) -> Block | None:
        start, end = self._start(number), self._end(number)
        return row(self.text, self.seen, start, end, number + 1, self.html.tables, header=header)

    def _block(
        self, kind: BlockKind, start: int, end: int, *, marker: str = "", level: int = 0, strong: bool = False
    ) -> Block | None:
        """A block without the white space around it; None where nothing of it can be seen."""
        words = self.seen[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if not any(character.isalnum() for character in words):
            return None
        return Block(kind, words, start, start + len(words), self.lines.number(start), marker, level, strong)

    def _start(self, number: int) -> int:
        return self.loose.lines[number][0]

    def _end(self, number: int) -> int:
        return self.loose.lines[number][1]


def _width(before: re.Pattern[str], line: str) -> int:
    found = before.match(line)
    return found.end() if found else 0


def _is_widest(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.level == 1
