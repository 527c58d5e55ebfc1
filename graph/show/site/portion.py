"""A long list, a hundred rows to a page: one page of it, and which other pages that one leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = 100  # of a list, on one page


@dataclass(frozen=True, slots=True)
class Portion:
    """One page of a list. `total` counts all of it; `name` is its anchor."""

    name: str
    total: int
    number: int
    rows: Sequence[Any] = field(default=())

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return pages_of(self.total)

    @property
    def first(self) -> int:
        """The number of the first row of this page, counted from 1."""
        return (self.number - 1) * ROWS + 1

    def showing(self, rows: Sequence[Any]) -> Portion:
        """The same page with its rows as they are shown."""
        return Portion(self.name, self.total, self.number, rows)


def pages_of(total: int) -> int:
    """How many pages so many rows make, at least one.

    >>> pages_of(0), pages_of(100), pages_of(101)
    (1, 1, 2)
    """
    return max(1, -(-total // ROWS))


def around(number: int, pages: int) -> list[int | None]:
    """The pages that a page leads to: the first, the last and its neighbours; None where others are left out.

    >>> around(5, 9), around(1, 3)
    ([1, None, 3, 4, 5, 6, 7, None, 9], [1, 2, 3])
    """
    shown = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    found: list[int | None] = []
    for before, one in zip([0, *shown], shown, strict=False):
        found += [None, one] if one - before > 1 else [one]
    return found
