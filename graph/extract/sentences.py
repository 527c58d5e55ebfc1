"""The sentences of a text, as offsets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z0-9])|;(?=\s)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, white space around them left out.

    >>> [slice(*span) and "A b. C d."[slice(*span)] for span in sentences("A b. C d.")]
    ['A b.', 'C d.']
    """
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _abbreviation().search(text, start, match.start() + 1):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


@cache
def _abbreviation() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in table("sentences")["abbreviations"])
    return re.compile(rf"(?:\b(?:{words})|\b[A-Z])\.$", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip())
