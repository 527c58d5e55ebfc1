"""The names of WordprocessingML, the XML of DOCX (ISO/IEC 29500-1, part 17), and how its properties are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"


def w(name: str) -> str:
    """The whole name of an element or attribute of WordprocessingML."""
    return _W + name


P, R, T, TBL, TR, TC, SDT = map(w, ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
VAL = w("val")
# What stands around other content without being more than a mark on it. What was deleted, or moved
# elsewhere, is not among them.
_AROUND = frozenset(map(w, ("bdo", "customXml", "dir", "fldSimple", "hyperlink", "ins", "moveTo", "smartTag")))


def below(element: Element | None, path: str) -> Element | None:
    """The element at a path of names below another, such as "rPr/b"; None where there is none."""
    for name in path.split("/"):
        element = None if element is None else element.find(_W + name)
    return element


def value(element: Element | None, path: str) -> str:
    """The value of a property; empty where it is not set."""
    found = below(element, path)
    return "" if found is None else found.get(VAL, "")


def number(element: Element | None, path: str) -> int | None:
    """The value of a property as a number; None where it is not set, or is none."""
    return whole(value(element, path))


def whole(text: str | None) -> int | None:
    """A text as a whole number from 0; None where it is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None


def is_on(element: Element | None, path: str) -> bool | None:
    """Whether a property is on, which it is where it stands without a value; None where it is not set."""
    found = below(element, path)
    return None if found is None else found.get(VAL, "true") not in ("0", "false", "off", "none")


def content(element: Element) -> Iterator[Element]:
    """What a person sees in an element, in order, without what is only around it.

    A content control that still shows its prompt ("Click here to enter text") holds nothing, and one that holds the
    table of contents says nothing of its own. Of content in two versions the first is meant.
    """
    for child in element:
        if child.tag == SDT:
            if not _is_prompt_or_contents(child) and (inside := below(child, "sdtContent")) is not None:
                yield from content(inside)
        elif child.tag in _AROUND:
            yield from content(child)
        elif child.tag == ALTERNATE:
            if (choice := child.find(CHOICE)) is not None:
                yield from content(choice)
        else:
            yield child


def _is_prompt_or_contents(control: Element) -> bool:
    gallery = value(control, "sdtPr/docPartObj/docPartGallery")
    return below(control, "sdtPr/showingPlcHdr") is not None or gallery == "Table of Contents"
