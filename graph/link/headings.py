"""How like the headings above a pledge are to those above a statement: a hint of what the statement is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.link.words import rarity, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Path = tuple[str, ...]


class Headings:
    """How like the headings above pledges are to those above statements."""

    def __init__(self, of_pledges: Sequence[Path], of_statements: Sequence[Path]) -> None:
        self.paths = of_pledges, of_statements
        self.words = {path: frozenset(stems(" ".join(path))) for path in (*of_pledges, *of_statements)}
        self.weights = rarity(self.words.values())
        self.known: dict[tuple[Path, Path], float] = {}

    def likeness(self, pledge: int, statement: int) -> float:
        """From 0, nothing in common, to 1, the same words."""
        paths = self.paths[0][pledge], self.paths[1][statement]
        if paths not in self.known:
            first, second = (self.words[path] for path in paths)
            total = self._sum(first) + self._sum(second)
            self.known[paths] = 2 * self._sum(first & second) / total if total else 0.0
        return self.known[paths]

    def _sum(self, chosen: Iterable[str]) -> float:
        return sum(self.weights[word] for word in sorted(chosen))
