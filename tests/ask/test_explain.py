"""What a query is and what would be sent, told without running it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import rdflib

from graph.ask.explain import explain, explained_named, explained_text, with_prefixes
from graph.ask.queries import NamedQuery, named_queries, named_query
from graph.ask.run import answer_named
from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.store import Store


def test_a_named_query_is_told_with_its_parameters_and_what_is_set() -> None:
    told = explain("pledges-by-owner", ["state=in progress", "state=achieved"], io.BytesIO())
    assert (told["name"], told["title"]) == ("pledges-by-owner", "Pledges by owner")
    assert told["description"].endswith(".")
    assert told["columns"] == ["owner", "pledge", "status", "scope", "confidence", "commitment"]
    name, state = told["parameters"]
    assert {key: name[key] for key in ("name", "kind", "choices", "default", "value")} == {
        "name": "name",
        "kind": "text",
        "choices": [],
        "default": None,
        "value": None,
    }
    assert state["choices"] == ["Achieved", "InProgress", "Outstanding", "NotReported", "NotAssessed"]
    assert state["value"] == ["in progress", "achieved"]


def test_a_default_is_told_beside_the_value_that_takes_its_place() -> None:
    [below] = explain("links-below-confidence", ["below=0.5"], io.BytesIO())["parameters"]
    assert (below["kind"], below["default"], below["value"]) == ("number", "0.7", "0.5")


@pytest.mark.parametrize("query", named_queries(), ids=lambda one: one.name)
def test_the_columns_are_those_of_the_answer(devon: Store, query: NamedQuery) -> None:
    assert tuple(explained_named(query, {})["columns"]) == answer_named(devon, query, {}).columns


def test_the_sparql_is_what_any_engine_takes_with_the_value_bound() -> None:
    sparql = explained_named(named_query("pledges-by-owner"), {"name": 'a "b" } #'})["sparql"]
    assert 'VALUES ?name { "a \\"b\\" } #" }' in sparql
    assert list(rdflib.Graph().query(sparql)) == []


@pytest.mark.parametrize("values", [["nme=x"], ["state=done"], ["name=a", "name=b"], ["name"]])
def test_what_would_not_run_is_not_explained_either(values: list[str]) -> None:
    with pytest.raises(QueryError):
        explain("pledges-by-owner", values, io.BytesIO())


def test_a_query_that_a_person_brings_gets_the_prefixes_it_leaves_out() -> None:
    told = explain("-", [], io.BytesIO(b"SELECT ?t ?c { ?c a sl:Commitment ; dcterms:title ?t }"))
    assert told["name"] is None
    assert told["columns"] == ["t", "c"]
    assert told["sparql"].splitlines() == [
        "PREFIX dcterms: <http://purl.org/dc/terms/>",
        "PREFIX sl: <https://w3id.org/strategy-links#>",
        "SELECT ?t ?c { ?c a sl:Commitment ; dcterms:title ?t }",
    ]


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("ASK { ?s ?p ?o }", ["answer"]),
        ("CONSTRUCT WHERE { ?s ?p ?o }", ["subject", "predicate", "object"]),
        ("DESCRIBE sl:Achieved", ["subject", "predicate", "object"]),
        ("SELECT (1 AS ?one) ?two { VALUES ?two { 1 2 3 } }", ["one", "two"]),
    ],
)
def test_every_form_of_query_has_columns(query: str, columns: list[str]) -> None:
    assert explained_text(query)["columns"] == columns


@pytest.mark.parametrize(
    ("query", "declared"),
    [
        ("SELECT * { ?s ?p ?o }", []),
        ("PREFIX sl: <x:y> SELECT * { ?s sl:a ?o }", []),
        ("prefix\n sl: <x:y> SELECT * { ?s sl:a ?o }", []),
        ("SELECT * { ?s sl:a 'PREFIX sl:' } # PREFIX sl:", ["sl"]),
        ("SELECT * { ?s ?p 'sl:a' } # prov:a <prov:b>", []),
        ("SELECT * { ?s asl:a ?o ; a-sl:b ?o }", []),
        ("SELECT * { ?s rdfs:label ?o FILTER (?o < xsd:date('2020-01-01')) }", ["rdfs", "xsd"]),
    ],
)
def test_only_what_is_used_and_not_declared_is_declared(query: str, declared: list[str]) -> None:
    lines = with_prefixes(query).removesuffix(query).splitlines()
    assert [line.split()[1].removesuffix(":") for line in lines] == declared


@pytest.mark.parametrize("query", ["SELECT * {", "LOAD <x:y>", "SELECT * { SERVICE <x:y> {} }", ""])
def test_what_is_no_query_here_is_not_explained(query: str) -> None:
    with pytest.raises(QueryError):
        explained_text(query)
