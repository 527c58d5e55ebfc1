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
_LONGEST = 120  # lines of a page
_USUALLY = 60  # lines that what is longer is divided into
_WORD = re.compile(r"\S+")
_RULE = re.compile(r"([-=_*~–—])\1{19,}")  # a line drawn across the page, which says nothing


def pages(text: str) -> Iterator[Sheet]:
    """The pages of a text, each ended by a form feed; what is longer than any page is divided at a white line.

    >>> [word.text for page in pages("Lead    Action") for row in page.rows for word in row.words]
    ['Lead', 'Action']
    """
    for number, lines in enumerate(_divided(text), start=1):
        width = max([_USUAL, *map(len, lines)])
        rows = [_row(line, _MARGIN + place * LEADING) for place, line in enumerate(lines, start=1) if line.strip()]
        yield Sheet(number, width * WIDTH, (len(lines) + 1) * LEADING + 2 * _MARGIN, rows)


def has_pages(text: str) -> bool:
    """Whether form feeds alone divide a text into its pages."""
    return "\f" in text.rstrip("\f\r\n ") and all(part.count("\n") <= _LONGEST for part in text.split("\f"))


def _divided(text: str) -> Iterator[list[str]]:
    """The lines of each page: what is done with a page takes time that grows with the square of its length."""
    for part in text.rstrip("\f\r\n ").split("\f"):
        lines = [line.expandtabs() for line in part.splitlines()]
        while len(lines) > _LONGEST:
            white = [number for number in range(_USUALLY // 2, _USUALLY) if not lines[number].strip()]
            end = white[-1] + 1 if white else _USUALLY
            yield lines[:end]
            lines = lines[end:]
        yield lines


def is_rule(row: Row) -> bool:
    """Whether a row is a line drawn across the page."""
    return len(row.words) == 1 and bool(_RULE.fullmatch(row.words[0].text))


def _row(line: str, base: float) -> Row:
    """The words of a line, with their places."""
    return Row([_word(match, base) for match in _WORD.finditer(line)], base, _SIZE)


def _word(match: re.Match[str], base: float) -> Word:
    return Word(match[0], match.start() * WIDTH, match.end() * WIDTH, base, _SIZE, bold=False, spaced=True)
