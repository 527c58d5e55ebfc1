"""Lines of characters as pages of rows of words with places: every character is as wide as any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.pdf.rows import Row
from graph.read.pdf.shapes import Word
from graph.read.pdf.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 5.0  # points, of a character
LEADING = 12.0  # points, from line to line
_SIZE = 10.0  # points
_MARGIN = 36.0  # points above and below, which such programs leave out
_USUAL = 80  # characters in a line
_WORD = re.compile(r"\S+")


def pages(text: str) -> Iterator[Sheet]:
    """The pages of a text, each ended by a form feed.

    >>> [word.text for page in pages("Lead    Action") for row in page.rows for word in row.words]
    ['Lead', 'Action']
    """
    for number, part in enumerate(text.rstrip("\f\r\n ").split("\f"), start=1):
        lines = [line.expandtabs() for line in part.splitlines()]
        width = max([_USUAL, *map(len, lines)])
        rows = [_row(line, _MARGIN + place * LEADING) for place, line in enumerate(lines, start=1) if line.strip()]
        yield Sheet(number, width * WIDTH, (len(lines) + 1) * LEADING + 2 * _MARGIN, rows)


def _row(line: str, base: float) -> Row:
    """The words of a line, with their places."""
    return Row([_word(match, base) for match in _WORD.finditer(line)], base, _SIZE)


def _word(match: re.Match[str], base: float) -> Word:
    return Word(match[0], match.start() * WIDTH, match.end() * WIDTH, base, _SIZE, bold=False, spaced=True)
