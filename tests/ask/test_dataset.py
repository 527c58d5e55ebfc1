"""A store as an rdflib Dataset: the same answers as the store gives, and nothing that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from rdflib import SKOS, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery

from graph.ask.dataset import dataset
from graph.ask.run import answer_text
from graph.errors import QueryError, StoreError
from graph.vocabulary import SL

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Store

COUNT = "SELECT (COUNT(*) AS ?n) %s { ?s ?p ?o }"
COMMITMENT = URIRef(SL + "Commitment")


@pytest.fixture(scope="module")
def opened(devon: Store) -> rdflib.Dataset:
    return dataset(devon.graph)


def number(answered: Any) -> int:
    """The only cell of an answer."""
    [[cell]] = answered
    return int(cell)


def test_it_is_a_dataset_that_knows_the_prefixes(opened: rdflib.Dataset) -> None:
    assert isinstance(opened, rdflib.Dataset)
    assert number(opened.query("SELECT (COUNT(?c) AS ?n) { ?c a sl:Commitment }")) == len(
        set(opened.subjects(rdflib.RDF.type, COMMITMENT))
    )
    assert str(opened.value(URIRef(SL + "InProgress"), SKOS.prefLabel)) == "In progress"


def test_it_answers_as_the_store_does(opened: rdflib.Dataset, devon: Store) -> None:
    query = "SELECT ?text WHERE { ?c a sl:Commitment ; sl:status sl:Achieved ; sl:text ?text } ORDER BY ?text"
    assert [(str(row[0]),) for row in opened.query(query)] == list(answer_text(devon, query).rows)  # type: ignore[index]


def test_it_is_asked_graph_by_graph_too(opened: rdflib.Dataset) -> None:
    graphs = [one for one in opened.graphs() if one.identifier != rdflib.graph.DATASET_DEFAULT_GRAPH_ID]
    assert len(graphs) >= 3
    for graph in graphs:
        assert len(graph) > 0
        assert number(graph.query(COUNT % "")) == len(graph) == len(opened.graph(graph.identifier))
        assert number(opened.query(COUNT % f"FROM <{graph.identifier}>")) == len(graph)
    assert number(opened.default_graph.query(COUNT % "")) == number(opened.query(COUNT % ""))


def test_a_graph_that_is_not_there_is_empty(opened: rdflib.Dataset) -> None:
    assert len(opened.graph(URIRef("https://example.org/none"))) == 0


def test_every_form_of_query_is_answered(opened: rdflib.Dataset) -> None:
    assert bool(opened.query("ASK { ?c a sl:Commitment }"))
    made = opened.query("CONSTRUCT { ?c sl:text ?t } WHERE { ?c a sl:Commitment ; sl:text ?t }").graph
    assert made is not None
    assert len(made) > 50
    assert len(opened.query("DESCRIBE sl:Achieved").graph or ()) > 0


def test_a_prepared_query_is_answered(opened: rdflib.Dataset) -> None:
    asked = "SELECT (COUNT(?c) AS ?n) { ?c a mine:Commitment }"
    prepared = prepareQuery(asked, initNs={"mine": SL})
    assert number(opened.query(prepared)) == number(opened.query(asked.replace("mine:", "sl:")))


def test_what_is_selected_can_be_bound_and_nothing_else(opened: rdflib.Dataset) -> None:
    rows = list(opened.query("SELECT ?c ?type { ?c a ?type }", initBindings={"type": COMMITMENT}))
    assert len(rows) == len(set(opened.subjects(rdflib.RDF.type, COMMITMENT)))
    with pytest.raises(QueryError, match="initBindings binds only what the query selects"):
        opened.query("SELECT ?c { ?c a ?type }", initBindings={"type": COMMITMENT})


@pytest.mark.parametrize(
    ("query", "place"), [("SELECT * {\n ?s ?p }", "line 2"), ("SELECT * { ?s nope:p ?o }", "prefix is not declared")]
)
def test_what_is_no_query_is_one_sentence(opened: rdflib.Dataset, query: str, place: str) -> None:
    with pytest.raises(QueryError, match=rf"^The query is not SPARQL 1\.1: .*{place}"):
        opened.query(query)


A = URIRef("https://example.org/a")
CHANGES: dict[str, Callable[[rdflib.Dataset], object]] = {
    "add": lambda one: one.add((A, A, Literal("x"))),
    "add to a graph": lambda one: one.graph(A).add((A, A, A)),
    "add many": lambda one: one.addN([(A, A, A, one.graph(A))]),
    "set": lambda one: one.default_graph.set((A, A, A)),
    "remove": lambda one: one.remove((A, A, A)),
    "remove from a graph": lambda one: next(iter(one.graphs())).remove((None, None, None)),
    "remove a graph": lambda one: one.remove_graph(A),
    "insert": lambda one: one.update("INSERT DATA { <x:a> <x:b> <x:c> }"),
    "clear": lambda one: one.update("CLEAR ALL"),
    "parse": lambda one: one.parse(data="<x:a> <x:b> <x:c> .", format="turtle"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_it(opened: rdflib.Dataset, devon: Store, change: str) -> None:
    before = len(devon.graph)
    with pytest.raises(StoreError, match=r"^The store is for reading alone; change its documents or decisions and"):
        CHANGES[change](opened)
    assert len(devon.graph) == before
