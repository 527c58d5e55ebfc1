"""Walks through a web page, and says what stands on it: headings, items of lists, paragraphs, and where tables are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.read.html.lists import BULLET, LISTS, List
from graph.read.html.passages import Passage, classes_of, is_bold, is_part
from graph.read.html.unseen import is_unseen
from graph.read.typed import parted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

# Elements that start on a line of their own (https://html.spec.whatwg.org/multipage/rendering.html).
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "search", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADING = re.compile(r"h([1-6])")
CELLS = ("td", "th")
_NAMES = ("dt", "summary")  # they name what follows
_OUTERMOST = ("li", "tr", "div")  # whose classes are the last to be said of what stands in them
_WHOLE = ("body", "html", "main", "article")


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, an item of a list or a paragraph, with all that a block says of it."""

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    strong: bool = False
    classes: tuple[str, ...] = ()


class Walk:
    """A walk through an element: what is open at the place it has come to, and the words since the last block."""

    def __init__(self, root: LexborNode, is_table: Callable[[LexborNode], bool]) -> None:
        self._root = root
        self._is_table = is_table
        self._passage = Passage()
        self._blocks = [root]  # the elements on lines of their own that are open
        self._lists: list[List] = []
        self._marker = ""  # of an item of which nothing was said yet
        self._level = 0  # of the heading that is open
        self._named = 0  # terms and summaries that are open
        self._bold = 0
        self._preformatted = 0

    def said(self) -> Iterator[Said | LexborNode]:
        """What is said, in order; a table comes as its element. Not recursive: pages nest deeper than Python does."""
        above = [self._root]
        node = self._root.first_child
        while above:
            if node is None:
                node = above.pop()
                yield from self._leave(node)
                node = node.next if above else None
            elif self._is_leaf(node):
                node = node.next
            elif node.tag == "table" and self._is_table(node):
                yield from self._end()
                yield node
                node = node.next
            else:
                yield from self._enter(node)
                above.append(node)
                node = node.first_child

    def _is_leaf(self, node: LexborNode) -> bool:
        """Take in what has nothing in it that is to be walked through."""
        tag = node.tag
        if node.is_text_node:
            self._passage.add(node.text(deep=False), bool(self._bold), as_it_is=bool(self._preformatted))
        elif tag == "br":
            self._passage.add("\n", bold=False, as_it_is=True)
        elif tag == "img":
            self._passage.add_sign(node.attributes.get("alt"))
            self._passage.classes.extend(classes_of(node))
        elif tag == "input":
            self._passage.add_sign(_box(node))
        elif tag == "sup":
            self._passage.add_raised(node)
        elif tag == "svg":
            self._passage.add_sign(label_of(node))
        else:
            in_name = tag == "button" and (self._level or self._named)  # of a part that opens at a click
            return not node.is_element_node or (not in_name and is_unseen(node))
        return True

    def _enter(self, node: LexborNode) -> Iterator[Said]:
        tag = node.tag or ""
        if tag in _BLOCKS:
            yield from self._end()
            self._blocks.append(node)
        self._bold += is_bold(node)
        if heading := _HEADING.fullmatch(tag):
            self._level = int(heading[1])
        elif tag in LISTS:
            self._lists.append(List.of(node))
        elif tag == "li":
            self._passage = Passage()
            self._marker = self._lists[-1].marker(node) if self._lists else BULLET
        elif tag in _NAMES:
            self._named += 1
        elif tag == "pre":
            self._preformatted += 1
        self._part(node)
        if tag not in _BLOCKS or node.first_child is None:
            self._passage.classes.extend(classes_of(node))
            self._passage.add_sign(label_of(node) if node.first_child is None else None)

    def _leave(self, node: LexborNode) -> Iterator[Said]:
        tag = node.tag or ""
        if tag in _BLOCKS:
            yield from self._end()
            self._blocks.pop()
        self._bold -= is_bold(node) and node is not self._root
        self._part(node)
        if _HEADING.fullmatch(tag):
            self._level = 0
        elif tag in LISTS:
            self._lists.pop()
        elif tag == "li":
            self._passage, self._marker = Passage(), ""
        elif tag in _NAMES:
            self._named -= 1
        elif tag == "pre":
            self._preformatted -= 1

    def _part(self, node: LexborNode) -> None:
        """A line end before and after what an element sets apart from the rest of an item."""
        within_item = bool(self._blocks) and self._blocks[-1].tag == "li" and self._root.tag not in CELLS
        if within_item and not self._level and self._passage.text.strip() and is_part(node):
            self._passage.add("\n", bold=False, as_it_is=True)

    def _end(self) -> Iterator[Said]:
        """What the words since the last block say, if they say anything."""
        if not self._passage.pieces:
            return
        passage, text = self._passage, self._passage.text
        signs_count = bool(self._marker or self._level or self._root.tag in CELLS)
        if not text.strip() or not (passage.is_said or signs_count):
            self._passage.pieces.clear()  # an element without words may still class those that follow it
            return
        self._passage = Passage()
        classes = self._classes(passage)
        if self._level or (self._named and self._blocks[-1].tag == "summary"):
            yield Said(BlockKind.HEADING, " ".join(text.split()), self._level, "", passage.strong, classes)
        elif self._marker:
            marker, self._marker = self._marker, ""
            yield Said(BlockKind.BULLET, text, len(self._lists) or 1, marker, passage.strong, classes)
        else:
            strong = passage.strong or bool(self._named)
            for typed, part in parted(text):
                kind = BlockKind.BULLET if typed else BlockKind.PARAGRAPH
                yield Said(kind, part, int(bool(typed)), typed, strong, classes)

    def _classes(self, passage: Passage) -> tuple[str, ...]:
        """The classes of the element that the words stand in, of what it stands in itself, and of what is within."""
        names: list[str] = []
        for block in reversed(self._blocks):
            if block.tag in _WHOLE:
                break
            names.extend(classes_of(block))
            if block.tag in _OUTERMOST:
                break
        return tuple(dict.fromkeys([*names, *passage.classes]))


def label_of(node: LexborNode) -> str | None:
    """What an element says to those who do not see it."""
    title = node.css_first("title") if node.tag == "svg" else None
    return node.attributes.get("aria-label") or (title.text() if title else None)


def _box(node: LexborNode) -> str | None:
    """A box to tick."""
    if (node.attributes.get("type") or "").lower() != "checkbox":
        return None
    return "☑" if "checked" in node.attributes else "☐"
