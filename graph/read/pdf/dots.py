"""Bullets that are drawn, not written: small shapes that stand before a line of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from graph.read.pdf.shapes import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.read.pdf.shapes import Dot, Page

_MOST = 400  # of a page: a chart has more
_FAR = 3.0  # times the size: a bullet is no further from its text
_OFF = 0.3  # of the size: how far its middle may be from that of small letters


def drawn_bullets(page: Page) -> list[Word]:
    """A word for each drawn bullet of a page."""
    if not page.dots or len(page.dots) > _MOST:
        return []
    words = sorted(page.words, key=lambda word: (word.height, word.left))
    heights = [word.height for word in words]
    return list(_bullets(page, words, heights))


def _bullets(page: Page, words: list[Word], heights: list[float]) -> Iterator[Word]:
    for dot in dict.fromkeys(page.dots):
        near = words[bisect_left(heights, dot.height - 8) : bisect_right(heights, dot.height + 8)]
        level = [word for word in near if abs(word.height - dot.height) <= _OFF * word.size]
        after = min((word for word in level if word.left >= dot.right), key=lambda word: word.left, default=None)
        if after and after.left - dot.right <= _FAR * after.size and not _has_before(level, dot, after):
            yield Word("•", dot.left, dot.right, after.base, after.size, after.bold, spaced=True, symbol=True)


def _has_before(level: list[Word], dot: Dot, after: Word) -> bool:
    """Whether a word stands close before a shape, which then is part of a line or a drawing."""
    return any(word.left < dot.right and dot.left - word.right < 2 * after.size for word in level)
