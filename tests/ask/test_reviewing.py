"""Who reviewed: the file of the decisions says so, and every answer that leans on it repeats its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ask.samples import brackwater, publish_graph
from graph.ask.records import commitment_records
from graph.ask.reviewing import decision_sets
from graph.model import DecisionSet
from graph.show.told import where_text
from graph.show.words import review_told
from graph.values import Review

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A council whose decisions say who made them."""
    graph = brackwater()
    said = DecisionSet("Coast links", "Two programs agreed. <b>No</b> person looked.", "CC0")
    links = tuple(replace(one, review=Review.ACCEPTED, author="Model A|Model B") for one in graph.links)
    decided = replace(graph, decisions=said, links=links)
    return publish_graph(decided, tmp_path_factory.mktemp("reviewed") / "store")


def test_a_store_tells_the_title_the_description_and_the_deciders_of_its_decisions(reviewed: Store) -> None:
    [told] = decision_sets(reviewed)
    assert told["title"] == "Coast links"
    assert told["description"] == "Two programs agreed. <b>No</b> person looked."
    assert told["licence"] == "CC0"
    assert told["deciders"] == ["Model A", "Model B"]


def test_each_claim_names_those_who_decided_about_it(reviewed: Store) -> None:
    owners = [owner for record in commitment_records(reviewed) for owner in record["owners"]]
    assert owners
    assert {tuple(owner["reviewed_by"]) for owner in owners} == {("Model A", "Model B")}


def test_where_says_at_its_end_who_decided(reviewed: Store) -> None:
    records = [one for one in commitment_records(reviewed) if one["owners"]]
    told = where_text(records, 1000, decision_sets(reviewed)).splitlines()
    assert told[-1].startswith("Coast links: Two programs agreed.")


def test_nobody_is_named_where_nothing_was_reviewed(tmp_path: Path) -> None:
    store = publish_graph(brackwater(), tmp_path / "store")
    assert decision_sets(store) == []
    records = commitment_records(store)
    assert {tuple(owner["reviewed_by"]) for one in records for owner in one["owners"]} <= {()}
    assert "Accepted in review" not in where_text(records, 1000)


def test_decisions_that_say_nothing_of_themselves_are_told_to_be_silent() -> None:
    assert "does not say who made them" in review_told([{"title": None, "description": None}])[-1]
    assert review_told([]) == []
