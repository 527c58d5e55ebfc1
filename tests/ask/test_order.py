"""Strategies have one order everywhere: those that end last come first."""

from __future__ import annotations

from itertools import permutations

from graph.ask.rows import latest_first

NEWEST: list[dict[str, str | None]] = [
    {"iri": "f", "title": "Long plan", "start": "2020", "end": "2030"},
    {"iri": "e", "title": "Late plan", "start": "2024", "end": "2026"},
    {"iri": "d", "title": "Early plan", "start": "2021", "end": "2026"},
    {"iri": "c", "title": "Open plan", "start": "2022", "end": None},
    {"iri": "a", "title": "Plan", "start": None, "end": None},
    {"iri": "b", "title": "Plan", "start": None, "end": None},
]


def test_the_order_does_not_depend_on_the_one_that_strategies_come_in() -> None:
    assert all(latest_first(given) == NEWEST for given in permutations(NEWEST))
