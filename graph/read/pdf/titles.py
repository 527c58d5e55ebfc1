"""The title of a document: what its file says, if its first page says so too, otherwise its largest heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind

if TYPE_CHECKING:
    from graph.blocks import Reading

_WORD = re.compile(r"\w+")
_OPENING = 3000  # characters, in which a document names itself
_MOSTLY = 0.7  # of the title's words
_LARGEST = 1  # the level of the largest headings


def title(claimed: str, reading: Reading) -> str:
    """The title. Many files carry the name of a draft, of a template, or of another document's file."""
    words = [word.casefold() for word in _WORD.findall(claimed)]
    said = {word.casefold() for word in _WORD.findall(reading.text[:_OPENING])}
    if len(words) > 1 and sum(word in said for word in words) >= _MOSTLY * len(words):
        return " ".join(claimed.split())
    headings = (block for block in reading.blocks if block.kind is BlockKind.HEADING and block.start < _OPENING)
    return next((" ".join(one.text.split()) for one in headings if one.level == _LARGEST), "")
