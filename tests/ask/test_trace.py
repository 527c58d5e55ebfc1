"""A trace follows a pledge to everything it is linked to, and calls each thing what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ask.samples import DREDGE, HOME, OLD_STOP, STOP, brackwater, publish_graph
from graph.ask.trace import paths, trace
from graph.show.answers import tree

if TYPE_CHECKING:
    from graph.store import Store

Edge = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


def edges(store: Store, commitment: str) -> set[Edge]:
    """From, relation, to and the kind of that, by their labels."""
    found = trace(store, commitment)
    label = found.nodes.data("label")
    return {
        (label[start], edge["relation"], label[end], found.nodes[end]["kind"])
        for start, end, edge in found.edges(data=True)
    }


def test_a_board_or_an_officer_that_owns_a_pledge_is_no_programme(store: Store) -> None:
    assert (STOP.quote.text, "owned by", "Legal", "Organization") in edges(store, STOP.iri)
    assert (DREDGE.quote.text, "owned by", "Ferry Programme", "Programme") in edges(store, DREDGE.iri)


def test_two_parents_of_a_programme_are_parents_of_it_and_not_of_each_other(store: Store) -> None:
    assert {edge for edge in edges(store, DREDGE.iri) if edge[1] == "part of"} == {
        ("Ferry Programme", "part of", "Coast Programme", "Programme"),
        ("Ferry Programme", "part of", "Green Recovery", "Programme"),
        ("Coast Programme", "part of", "Council Plan", "Programme"),
    }


def test_a_cell_that_names_the_owner_is_told_apart_from_a_statement(store: Store) -> None:
    assert ("Legal", "said in", "Head of Estates; Legal", "Particular") in edges(store, STOP.iri)
    dredging = "Dredging began in May as part of the Ferry Programme."
    assert ("Ferry Programme", "said in", dredging, "ProgressStatement") in edges(store, DREDGE.iri)


def test_it_goes_to_the_older_pledge_and_back_to_the_newer(store: Store) -> None:
    older = OLD_STOP.quote.text
    assert (STOP.quote.text, "continues", older, "Commitment") in edges(store, STOP.iri)
    assert (older, "stated in", "Coast Plan 2016 to 2021", "Strategy") in edges(store, STOP.iri)
    assert (older, "continued by", STOP.quote.text, "Commitment") in edges(store, OLD_STOP.iri)


def test_the_tree_is_readable_and_tells_pages(store: Store) -> None:
    drawn = tree(trace(store, STOP.iri), STOP.iri, 200)
    assert drawn.startswith("Open a ferry stop at Low Quay.\n")
    assert "said in: “Head of Estates; Legal” (new-plan.pdf, p. 1, line 3, characters" in drawn
    assert "continues: “Open a ferry stop at Low Quay.”" in drawn


def test_every_path_is_drawn_from_the_root(store: Store) -> None:
    found = trace(store, DREDGE.iri)
    drawn = [node for _, node, _ in paths(found, DREDGE.iri)]
    assert drawn[0] == DREDGE.iri
    assert set(drawn) == set(found)
    assert drawn.count(HOME + "ferry") == 1
