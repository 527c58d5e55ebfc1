"""Pieces of WordprocessingML that python-docx has no words for: https://www.ecma-international.org/ecma-376/."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_ROOM = {"top": "50", "left": "90", "bottom": "30", "right": "90"}  # around the words of a cell, in twips


def clean(text: str) -> str:
    """A text with U+FFFD for each character that XML forbids."""
    return _FORBIDDEN.sub("�", text)


def added(parent: Any, tag: str, /, **values: str) -> Any:
    """A new element at the end of another, with attributes of the same namespace."""
    made = OxmlElement(tag)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def described(table: Any, caption: str) -> None:
    """Say of a table what it holds, that its first row and column are its headers, and how much room its cells have."""
    properties = table.tblPr
    for one in properties.findall(qn("w:tblLook")):
        properties.remove(one)  # the elements have an order: the room comes before the look
    room = added(properties, "w:tblCellMar")
    for side, width in _ROOM.items():
        added(room, f"w:{side}", w=width, type="dxa")
    added(properties, "w:tblLook", firstRow="1", firstColumn="1", noHBand="1", noVBand="1")
    added(properties, "w:tblCaption", val=clean(caption))


def field_mark(paragraph: Any, kind: str, instruction: str = "") -> None:
    """The `begin`, with what the field is, the `separate` or the `end` of a field."""
    added(added(paragraph, "w:r"), "w:fldChar", fldCharType=kind)
    if instruction:
        text = added(added(paragraph, "w:r"), "w:instrText")
        text.set(qn("xml:space"), "preserve")
        text.text = instruction
        field_mark(paragraph, "separate")


def shaded(paragraph: Any, colour: str, beyond: int) -> None:
    """Colour a paragraph, as `RRGGBB`, up to so many twips from its right edge."""
    properties = paragraph.get_or_add_pPr()
    added(properties, "w:shd", val="clear", color="auto", fill=colour)
    added(properties, "w:ind", right=str(beyond))
