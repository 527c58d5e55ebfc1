"""The pairing of two lists that is best as a whole: maximum weight matching of a bipartite graph.

Successive shortest paths with potentials, the sparse form of the Hungarian method (R. Jonker and A. Volgenant, "A
shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987). Each row may
stay alone at no cost, so that a pair is made only where it adds to the whole.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[int, int]


def best_assignment(weights: Mapping[Pair, float]) -> set[Pair]:
    """The pairs of rows and columns, none in two pairs, whose weights (all above 0) come to most.

    >>> sorted(best_assignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}))
    [(0, 1), (1, 0)]
    """
    matching = _Matching(weights)
    for row in sorted(matching.costs):
        matching.add(row)
    return {(row, column) for column, row in matching.row_of.items() if (row, column) in weights}


class _Matching:
    """The best pairing of the rows added so far, and the potentials that prove it."""

    def __init__(self, weights: Mapping[Pair, float]) -> None:
        self.costs: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (row, column), weight in sorted(weights.items()):
            self.costs[row].append((column, -weight))
        for row in self.costs:
            self.costs[row].append((-1 - row, 0.0))  # a column of the row's own: to stay alone
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}
        self.of_row: dict[int, float] = {}
        self.of_column: dict[int, float] = defaultdict(float)

    def add(self, row: int) -> None:
        """Pair one row more, moving others where that is better for all."""
        self.of_row[row] = min(cost - self.of_column[column] for column, cost in self.costs[row])
        column, came_from, distance = self._nearest_free(row)
        self._raise_potentials(row, distance, distance[column])
        while True:
            before = came_from[column]
            left = self.column_of.get(before)
            self.row_of[column], self.column_of[before] = before, column
            if left is None:
                return
            column = left

    def _nearest_free(self, start: int) -> tuple[int, dict[int, int], dict[int, float]]:
        """The free column that is nearest by reduced cost, by which row each column was reached, and how far it is."""
        reached: dict[int, float] = {}
        came_from: dict[int, int] = {}
        settled: dict[int, float] = {}
        waiting: list[tuple[float, int]] = []
        row, so_far = start, 0.0
        while True:
            for column, cost in self.costs[row]:
                distance = so_far + cost - self.of_row[row] - self.of_column[column]
                if column not in settled and distance < reached.get(column, math.inf):
                    reached[column], came_from[column] = distance, row
                    heapq.heappush(waiting, (distance, column))
            so_far, column = heapq.heappop(waiting)
            while column in settled:
                so_far, column = heapq.heappop(waiting)
            settled[column] = so_far
            if column not in self.row_of:
                return column, came_from, settled
            row = self.row_of[column]

    def _raise_potentials(self, start: int, settled: Mapping[int, float], distance: float) -> None:
        self.of_row[start] += distance
        for column, nearer in settled.items():
            if column in self.row_of:
                self.of_column[column] -= distance - nearer
                self.of_row[self.row_of[column]] += distance - nearer
