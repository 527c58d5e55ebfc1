"""Footnotes: small lines at the foot of a column, the first of which starts with a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.lines import Line

_SMALL = 0.93  # times the size of the body
_START = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}\s|[*†‡]")


def footnotes(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines of a document that belong to footnotes; the others are its text."""
    notes: list[Line] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and lines[end].column == lines[start].column and lines[end].page == lines[start].page:
            continue
        column = lines[start:end]
        notes += column[_foot(column, body) :]
        start = end
    return notes


def starts(line: Line) -> bool:
    """Whether a line of the notes starts one."""
    return bool(line.marker) or bool(_START.match(line.text))


def _foot(column: Sequence[Line], body: float) -> int:
    """Where the footnotes of a column begin; its end where it has none."""
    first = len(column)
    while first and column[first - 1].size < _SMALL * body:
        first -= 1
    if not first:
        return len(column)  # a column that is small all over, as one beside the text is
    while first < len(column) and not starts(column[first]):
        first += 1
    return first
