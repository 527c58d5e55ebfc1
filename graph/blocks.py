"""What every reader gives: the text of a document, divided into headings, bullets, paragraphs and table rows.

Offsets count the Unicode code points of the document's text. A block's `text` is what stands there with
inline markup blanked out (`graph.read.markup`), so it is as long as the stretch it was read from: offsets
within the one are offsets within the other, and quotes are always cut from the document's own text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block looks like on the page; what it means is for `extract` to say."""

    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: the cell of a row, or a part of a block. Lines count from 1."""

    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text that stands on its own. Lines count from 1.

    `marker` is the sign of a bullet or the number of a numbered item; `level` is how deep a heading or a nested
    bullet stands, from 1, and 0 where the format does not say; `strong` says that all of it is bold;
    `classes` are the class names that HTML gives it. A row has `cells`, the number of its `table` in the
    document, and `header` where the format says that it heads the columns; a cell that spans several rows or
    columns stands in each of them, at the same place.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    line: int
    marker: str = ""
    level: int = 0
    strong: bool = False
    classes: tuple[str, ...] = ()
    cells: tuple[Span, ...] = ()
    table: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read.

    `text` is the decoded file where it is text itself (plain text, Markdown), and what the file says, block after
    block, where it is not (HTML, DOCX, PDF, sheets). `blocks` is empty for plain text, whose lines are
    divided once the labels of its body are known. `pages` are the offsets where the pages start, in order; empty
    where the format has none.
    """

    file_name: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    title: str = ""
