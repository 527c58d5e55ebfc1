"""One line is drawn between what is sure and what is not, and an owner is as sure as the surest claim of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ask.samples import DREDGE, brackwater, publish_graph
from graph.ask.findings import findings
from graph.ask.queries import named_query
from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.run import answer_named
from graph.show.graphpage.summary import findings as findings_of_page
from graph.show.words import fair
from graph.values import Relation, Review, Rule

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Graph
    from graph.store import Store

LOW, SURE = 0.5, 0.9


def claimed(*claims: tuple[float, Review]) -> Graph:
    """Brackwater, where one owner of one pledge is claimed so often, each time by another rule and this surely."""
    graph = brackwater()
    owners = [one for one in graph.links if one.subject == DREDGE.iri and one.relation is Relation.OWNED_BY]
    owned = owners[0]
    rules = [owned.rule, *(rule for rule in Rule if rule is not owned.rule)]
    made = [
        replace(owned, rule=rule, confidence=sure, review=review)
        for rule, (sure, review) in zip(rules, claims, strict=False)
    ]
    return replace(graph, links=(*(one for one in graph.links if one not in owners), *made))


def to_check(store: Store) -> list[int]:
    """How many pledges are to be checked first: as the query, the ledger and the graph page have it."""
    columns, rows = answer_named(store, named_query("low-confidence"), {})
    asked = {str(row[columns.index("commitment")]) for row in rows}
    page = findings_of_page(commitment_records(store), unanswered_statements(store))
    return [
        len(asked),
        *({one["name"]: one["count"] for one in found}["low-confidence"] for found in (findings(store), page)),
    ]


@pytest.mark.parametrize(
    ("claims", "count"),
    [
        ([(LOW, Review.UNREVIEWED)], 1),
        ([(LOW, Review.UNREVIEWED), (SURE, Review.UNREVIEWED)], 0),
        ([(LOW, Review.UNREVIEWED), (LOW, Review.UNREVIEWED)], 1),
        ([(LOW, Review.UNREVIEWED), (SURE, Review.REJECTED)], 1),
        ([(LOW, Review.ACCEPTED), (LOW, Review.ACCEPTED)], 0),
        ([(0.6, Review.UNREVIEWED)], 0),
    ],
)
def test_an_owner_is_as_sure_as_the_surest_claim_of_it(
    tmp_path: Path, claims: list[tuple[float, Review]], count: int
) -> None:
    assert to_check(publish_graph(claimed(*claims), tmp_path / "store")) == [count] * 3


def test_the_query_and_the_words_draw_one_line() -> None:
    [below] = [one for one in named_query("low-confidence").parameters if one.name == "below"]
    assert float(below.default or 0) == fair()
    assert f"; {below.default} when left out" in below.description
