"""The lines of a text, as an editor counts them: ended by CR LF, LF or CR, numbered from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Lines:
    """Where each line of a text starts.

    >>> Lines("one\\r\\ntwo\\rthree").number(5)
    2
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [match.start() for match in _LINE.finditer(text)]

    def number(self, position: int) -> int:
        """The line that a character stands in."""
        return bisect_right(self._starts, position)

    def column(self, position: int) -> int:
        """How many characters stand before it in its line."""
        return position - self._starts[self.number(position) - 1]

    def spans(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line in turn, the white space around it left out; an empty span where it is blank."""
        for start, end in zip(self._starts, [*self._starts[1:], len(self.text)], strict=True):
            stripped = self.text[start:end].strip()
            first = self.text.find(stripped, start) if stripped else start
            yield first, first + len(stripped)
