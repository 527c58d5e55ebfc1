"""The sign or the number that an item of a list starts with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.pdf.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.shapes import Word

_GLYPHS = frozenset("•●◦○▪▫■□◆◇❖‣⁃∙·►▶▸▹➢➤➔→⇨✓✔✗✘☐☑☒*")
_DASHES = frozenset("-–—")
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[a-z]\.|\(?[ivxIVX]{1,5}\)|[ivx]{1,5}\.|\(\d{1,3}\.\d{1,3}\))"
)
_BARE = re.compile(r"\d{1,3}|[A-Z]{1,3}\d{1,3}(?:\.\d{1,2})*")
_WIDE = 0.6  # of the size: more room than a space leaves, as a tab does
_PRIVATE = ("\ue000", "\uf8ff")


def glyph(words: Sequence[Word]) -> str:
    """The bullet that a row starts with; empty where it starts with none.

    A dash and a small o are bullets only where more than a space follows them.
    """
    first = words[0]
    if len(words) < 2:
        return ""
    room = words[1].left - first.right
    if first.symbol and len(first.text) == 1:
        return first.text
    if first.text in _GLYPHS or (len(first.text) == 1 and _PRIVATE[0] <= first.text <= _PRIVATE[1]):
        return first.text if first.text in _GLYPHS else "•"
    if first.text in _DASHES and room > 0.2 * first.size:
        return first.text
    return "o" if first.text == "o" and room > _WIDE * first.size else ""


def number(words: Sequence[Word]) -> tuple[str, bool]:
    """The number that a row starts with, and whether it stands apart from what follows, as before a tab.

    A bare number, without a point or a bracket, counts only where it stands apart.
    """
    first = words[0]
    if len(words) < 2:
        return "", False
    apart = words[1].left - first.right > _WIDE * first.size
    if _NUMBER.fullmatch(first.text) or (apart and _BARE.fullmatch(first.text)):
        return first.text, apart
    return "", False


def lone(words: Sequence[Word]) -> bool:
    """Whether a row holds a bullet and nothing else, as where the text is set a little lower."""
    text = said(words)
    return len(text) == 1 and (text in _GLYPHS or words[0].symbol)


def is_number(marker: str) -> bool:
    """Whether a marker counts items, instead of being a sign."""
    return any(map(str.isalnum, marker)) and marker != "o"
