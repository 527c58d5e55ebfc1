"""The numbers and signs of the items of a page's lists, which its author did not type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.typed import counted

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BULLET = "-"
LISTS = ("ul", "ol")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class List:
    """A list that is open: how its items are numbered, if they are, and what number comes next."""

    form: str
    following: int

    @classmethod
    def of(cls, node: LexborNode) -> List:
        """A list from its element, before its first item."""
        if node.tag == "ul":
            return cls("", 1)
        return cls(_FORMS.get(node.attributes.get("type") or "", "decimal"), _number(node, "start", 1))

    def marker(self, item: LexborNode) -> str:
        """The sign or number of the next item."""
        if not self.form:
            return BULLET
        number = _number(item, "value", self.following)
        self.following = number + 1
        return counted(number, self.form) + "."


def _number(node: LexborNode, attribute: str, otherwise: int) -> int:
    text = (node.attributes.get(attribute) or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
