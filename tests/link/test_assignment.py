"""The best pairing as a whole, checked against trying every pairing."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.link.assignment import Pair, best_assignment

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 2, allow_nan=False), max_size=14
)


def most(weights: dict[Pair, float]) -> float:
    """What the best pairing comes to, found by trying them all."""
    return max(sum(weights.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(5)))


@given(WEIGHTS)
def test_no_pairing_comes_to_more(weights: dict[Pair, float]) -> None:
    chosen = best_assignment(weights)
    assert abs(sum(weights[pair] for pair in chosen) - most(weights)) < 1e-9


@given(WEIGHTS)
def test_nothing_is_in_two_pairs(weights: dict[Pair, float]) -> None:
    chosen = best_assignment(weights)
    assert chosen <= set(weights)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)


def test_the_whole_counts_before_the_best_single_pair() -> None:
    assert best_assignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == {(0, 1), (1, 0)}


def test_what_adds_nothing_is_left_alone() -> None:
    assert best_assignment({}) == set()
    assert best_assignment({(3, 7): 0.5}) == {(3, 7)}


def test_hundreds_of_rows_are_paired() -> None:
    weights = {(row, column): 1 + (row * column) % 7 / 10 for row in range(120) for column in range(120)}
    assert len(best_assignment(weights)) == 120
