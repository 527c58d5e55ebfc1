"""How a page is turned: from the file's own coordinates to those of the page as it is read, and back."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """A page seen from one of its four sides. `turn` counts quarter turns of its text against the clock.

    >>> Frame(0, (0, 0, 600, 800)).place(100, 700)
    (100, 100)
    >>> Frame(1, (0, 0, 600, 800)).place(100, 700)
    (700, 100)
    """

    turn: int
    box: tuple[float, float, float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        left, bottom, right, top = self.box
        width, height = right - left, top - bottom
        return (height, width) if self.turn % 2 else (width, height)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file stands: from the left, and from the top."""
        left, bottom, right, top = self.box
        if self.turn == 0:
            return x - left, top - y
        if self.turn == 1:
            return y - bottom, x - left
        if self.turn == 2:
            return right - x, y - bottom
        return top - y, right - x

    def back(self, across: float, down: float) -> tuple[float, float]:
        """The point of the file that stands there."""
        left, bottom, right, top = self.box
        if self.turn == 0:
            return across + left, top - down
        if self.turn == 1:
            return down + left, across + bottom
        if self.turn == 2:
            return right - across, down + bottom
        return right - down, top - across
