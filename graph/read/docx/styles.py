"""What a paragraph is by its style: a heading, an item of a list, a line of the table of contents, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.docx.names import is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

# Word's own styles go by these names in every language (ISO/IEC 29500-1, 17.7.4.9).
_HEADING = re.compile(r"heading ([1-9])$")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?$")
_CONTENTS = re.compile(r"toc \d$|toc heading$|table of figures$|index \d$")
_TITLE = "title"
_BODY = 9  # the outline level of what is no heading, counted from 0
_DEEPEST_STYLE = 20  # styles based on one another, lest they stand in a circle


@dataclass(frozen=True, slots=True)
class Place:
    """An item's list, by its number in the document, and its depth from 0. List 0 is none."""

    list_number: int
    depth: int


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(w("style")) if root is not None else ()
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._levels: dict[str, int] = {}

    def heading_level(self, paragraph: Element) -> int:
        """How deep a heading stands, from 1; 0 for what is none."""
        own = number(paragraph, "pPr/outlineLvl")
        if own is not None:
            return own + 1 if own < _BODY else 0
        style = value(paragraph, "pPr/pStyle")
        if style not in self._levels:
            self._levels[style] = next(filter(None, map(_heading_level, self._chain(style))), 0)
        return self._levels[style]

    def is_title(self, paragraph: Element) -> bool:
        """Whether a paragraph is the title of the document."""
        return any(_name(style) == _TITLE for style in self._chain(value(paragraph, "pPr/pStyle")))

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of a table of contents, which says nothing of its own."""
        return any(_CONTENTS.match(_name(style)) for style in self._chain(value(paragraph, "pPr/pStyle")))

    def place_in_list(self, paragraph: Element) -> Place | None:
        """Which item of which list a paragraph is, by itself or by its style; None where it is none."""
        places = [paragraph, *self._chain(value(paragraph, "pPr/pStyle"))]
        numbers = [found for one in places if (found := number(one, "pPr/numPr/numId")) is not None]
        depths = [found for one in places if (found := number(one, "pPr/numPr/ilvl")) is not None]
        return Place(numbers[0], depths[0] if depths else 0) if numbers else None

    def list_level(self, paragraph: Element) -> int:
        """The level of an item whose style is for lists, from 1, whether or not it is numbered; 0 for others."""
        for style in self._chain(value(paragraph, "pPr/pStyle")):
            if found := _LIST.match(_name(style)):
                return int(found[1] or 1)
        return 0

    def is_bold(self, style: str) -> bool:
        """Whether what has a style is bold unless it says otherwise."""
        return next((bold for one in self._chain(style) if (bold := is_on(one, "rPr/b")) is not None), False)

    def _chain(self, style: str) -> Iterator[Element]:
        """A style, the one it is based on, and so on."""
        for _ in range(_DEEPEST_STYLE):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(element, "basedOn")


def _name(style: Element) -> str:
    return value(style, "name").lower()


def _heading_level(style: Element) -> int:
    named = _HEADING.match(_name(style))
    outline = number(style, "pPr/outlineLvl")
    if named:
        return int(named[1])
    return outline + 1 if outline is not None and outline < _BODY else int(_name(style) == _TITLE)
