"""What stands on a page, with its place. Lengths are in points; x grows to the right, y downwards from the top.

A page is taken as it is shown: turned pages are turned back before anything is measured.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Characters without a space between them. `base` is the height of the line that they stand on.

    `spaced` says that the file has a space before the word; `symbol` that its font draws signs, not letters.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    spaced: bool = False
    symbol: bool = False

    @property
    def middle(self) -> float:
        """Half-way across."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """Half-way up its small letters."""
        return self.base - self.size * 0.3


class Stroke(NamedTuple):
    """A straight line, level or upright: `at` is where it lies, from `start` to `end` is how far it runs."""

    at: float
    start: float
    end: float


class Dot(NamedTuple):
    """A small round or square shape; `height` is where its middle is."""

    left: float
    right: float
    height: float


@dataclass(slots=True)
class Page:
    """A page of the file. `turned` are lines of text that run up or down it, each as one word."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    level: list[Stroke] = field(default_factory=list)
    upright: list[Stroke] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    pictures: int = 0


class Column(NamedTuple):
    """The stretch of a page's width that lines are set in."""

    left: float
    right: float
