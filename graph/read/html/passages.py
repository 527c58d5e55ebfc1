"""Words that stand in one paragraph, heading or item of a page, gathered piece by piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.read.typed import raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SPACE = re.compile(r"\s+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# Words of class names by which authors set apart, within an item of a list, what is said of it: a status, a report.
_PARTS = frozenset(
    {
        *("update", "updates", "progress", "comment", "comments", "commentary", "note", "notes", "response", "reply"),
        *("result", "outcome", "report", "narrative", "evidence", "detail", "details", "meta", "owner", "due"),
        *("status", "state", "rag", "badge", "tag", "pill", "chip", "label", "timescale", "deadline"),
    }
)
_NO_SENTENCE = 3  # words
_MOST_WORDS = 4  # of a text that stands for a sign, such as "Not started"; longer ones describe pictures


@dataclass(slots=True)
class Passage:
    """The words so far, the classes of the elements they stand in, and whether all of them are bold.

    `is_said` is false while there is nothing but what stands for pictures.
    """

    pieces: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    strengths: set[bool] = field(default_factory=set)
    is_said: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def strong(self) -> bool:
        return self.strengths == {True}

    def add(self, text: str, bold: bool, *, as_it_is: bool = False) -> None:
        """Add the text of a page, in which line breaks are spaces like others."""
        self.pieces.append(text if as_it_is else _SPACE.sub(" ", text))
        if any(map(str.isalnum, text)):
            self.strengths.add(bold)
        self.is_said = self.is_said or not text.isspace()

    def add_sign(self, text: str | None) -> None:
        """Add what a picture says to those who do not see it, where it is short enough to be a sign's meaning."""
        if text and 0 < len(text.split()) <= _MOST_WORDS:
            self.pieces.append(f" {_SPACE.sub(' ', text)} ")

    def add_raised(self, node: LexborNode) -> None:
        """Add what stands in superscript. What is a link there is the mark of a footnote."""
        text = node.text().strip()
        if node.css_first("a") is None:
            self.add(raised(text), bold=False)


def is_bold(node: LexborNode) -> bool:
    """Whether an element makes what is in it bold."""
    return node.tag in ("b", "strong") or bool(_BOLD.search(node.attributes.get("style") or ""))


def is_part(node: LexborNode) -> bool:
    """Whether an element within an item says something of it, and is set apart by its class or as a whole sentence.

    In <li>Open a hub <span class="update">It opened in May.</span></li> nothing else parts the two.
    """
    if node.tag in ("span", "small", "strong", "b", "em", "i", "mark", "time") and _PARTS.intersection(
        re.split(r"[-_\s]+", " ".join(classes_of(node)).lower())
    ):
        return True
    if node.tag not in ("em", "i", "small", "strong", "b"):
        return False
    text = node.text().strip()
    is_last = node.next is None or (node.next.is_text_node and node.next.next is None and not node.next.text().strip())
    return is_last and not text[:1].islower() and text.endswith(".") and len(text.split()) >= _NO_SENTENCE


def classes_of(node: LexborNode) -> list[str]:
    """The names of the classes of an element."""
    return (node.attributes.get("class") or "").split()
