"""Lines of characters as pages of words with places: every character is as wide as any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.pdf.shapes import Page, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 5.0  # points, of a character
LEADING = 12.0  # points, from line to line
_SIZE = 10.0  # points
_USUAL = 80  # characters in a line
_WORD = re.compile(r"\S+")


def pages(text: str) -> Iterator[Page]:
    """The pages of a text, each ended by a form feed.

    >>> [word.text for page in pages("Lead    Action") for word in page.words]
    ['Lead', 'Action']
    """
    for number, part in enumerate(text.rstrip("\f\r\n ").split("\f"), start=1):
        lines = [line.expandtabs() for line in part.splitlines()]
        width = max(map(len, lines), default=0)
        page = Page(number, max(width, _USUAL) * WIDTH, (len(lines) + 1) * LEADING)
        page.words = [_word(word, place) for place, line in enumerate(lines, start=1) for word in _WORD.finditer(line)]
        yield page


def _word(match: re.Match[str], line: int) -> Word:
    return Word(match[0], match.start() * WIDTH, match.end() * WIDTH, line * LEADING, _SIZE, bold=False, spaced=True)
