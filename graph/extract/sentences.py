"""The sentences of a text, as offsets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]?[£$€]?[A-Z0-9])|;(?=\s)")
_LONGEST_ABBREVIATION = 12  # characters
_INITIAL = re.compile(r"\b[A-Z]\.$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, white space around them left out.

    >>> list(sentences("It is done. Dr May agreed."))
    [(0, 11), (12, 26)]
    """
    start = 0
    for match in _END.finditer(text):
        if match.group() == "." and _is_abbreviation(text, start, match.end()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def whole_sentences(text: str, stands_alone: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[int, int]]:
    """Sentences that a semicolon parts only where what stands on either side of it stands alone.

    >>> list(whole_sentences("We will cut waits; and costs. All is done."))
    [(0, 29), (30, 42)]
    """
    bounds = list(sentences(text))
    start: int | None = None
    for number, (first, last) in enumerate(bounds):
        start = first if start is None else start
        following = bounds[number + 1] if number + 1 < len(bounds) else None
        joined = following is not None and text[last - 1] == ";"
        if not joined or (stands_alone(text[start:last]) and stands_alone(text[slice(*following or (0, 0))])):
            yield start, last
            start = None


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop before `stop` belongs to a word: a known one, or the initial of a name."""
    start = max(start, stop - _LONGEST_ABBREVIATION)
    anywhere, before_numbers = _abbreviations()
    before_number = text[stop:].lstrip()[:1].isdigit() and before_numbers.search(text, start, stop)
    return bool(before_number or anywhere.search(text, start, stop) or _INITIAL.search(text, start, stop))


@cache
def _abbreviations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = table("sentences")
    anywhere, before_numbers = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, known[key]))})\.$", re.IGNORECASE)
        for key in ("abbreviations", "before_numbers")
    )
    return anywhere, before_numbers


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip())
