"""What engines write in ways of their own, and how it is read."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.remote.checksums import Sum, summed
from graph.remote.client import Response
from graph.remote.engines import STANDARD, VIRTUOSO, canonical, engine_of
from graph.remote.parts import LARGEST_PART, parts
from graph.vocabulary import XSD


def response(body: bytes = b"", **headers: str) -> Response:
    return Response(200, headers, body)


def literal(value: str, datatype: str) -> pyoxigraph.Literal:
    return pyoxigraph.Literal(value, datatype=pyoxigraph.NamedNode(XSD + datatype))


def parsed(body: Any) -> Any:
    found = VIRTUOSO.results(json.dumps(body).encode())
    return pyoxigraph.parse_query_results(found, format=pyoxigraph.QueryResultsFormat.JSON)


def test_virtuoso_is_known_by_its_name_or_behind_a_proxy_by_its_words() -> None:
    assert engine_of(response(server="Virtuoso/07.20.3229 (Linux)")) is VIRTUOSO
    assert engine_of(response(b'{"type": "typed-literal"}', server="nginx")) is VIRTUOSO
    assert engine_of(response(b'{"type": "literal"}', server="nginx")) is STANDARD
    assert engine_of(response()) is STANDARD


@pytest.mark.parametrize(("rows", "answer"), [([], False), ([{"__ASK_RETVAL": {"value": "1"}}], True)])
def test_rows_of_virtuoso_are_the_answer_to_ask(rows: list[Any], answer: bool) -> None:
    assert bool(parsed({"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": rows}})) is answer


def test_one_is_true() -> None:
    term = {"type": "typed-literal", "datatype": XSD + "boolean", "value": "1"}
    [row] = parsed({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": term}]}})
    assert row["x"] == literal("true", "boolean")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (literal("1.50", "decimal"), literal("1.5", "decimal")),
        (literal("1.0", "decimal"), literal("1", "decimal")),
        (literal("1", "boolean"), literal("true", "boolean")),
        (literal("0", "boolean"), literal("false", "boolean")),
        (pyoxigraph.Literal("a", language="en-GB"), pyoxigraph.Literal("a", language="en-gb")),
    ],
)
def test_two_ways_of_writing_a_value_are_one(one: pyoxigraph.Literal, other: pyoxigraph.Literal) -> None:
    assert canonical(f"<x:s> <x:p> {one}") == canonical(f"<x:s> <x:p> {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (literal("10", "decimal"), literal("1", "decimal")),
        (literal("1", "integer"), literal("1", "decimal")),
        (pyoxigraph.Literal("1.50"), pyoxigraph.Literal("1.5")),
        (pyoxigraph.NamedNode(XSD + "decimal"), literal("", "decimal")),
        (literal("1.50", "string"), literal("1.5", "decimal")),
        (pyoxigraph.Literal("a"), pyoxigraph.NamedNode("x:a")),
    ],
)
def test_two_values_are_two(one: Any, other: Any) -> None:
    assert canonical(f"<x:s> <x:p> {one}") != canonical(f"<x:s> <x:p> {other}")


@pytest.mark.parametrize(
    ("headers", "said"), [({"x-sql-state": "S1TAT"}, "time was up"), ({"x-sparql-maxrows": "9"}, "9 rows"), ({}, None)]
)
def test_an_answer_that_is_not_whole_is_known(headers: dict[str, str], said: str | None) -> None:
    limit = VIRTUOSO.limit(response(b"", **headers))
    assert limit is None if said is None else said in (limit or "")


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("ORDER BY ?a", ["", "a", "b"]),
        ("order by DESC(?a)", ["b", "a", ""]),
        ("ORDER BY ASC(?b) ?a\n", ["", "a", "b"]),
        ("ORDER BY ?a LIMIT 3", ["b", "", "a"]),
        ("ORDER BY STRLEN(?a)", ["b", "", "a"]),
        ("ORDER BY ?c", ["b", "", "a"]),
        ("", ["b", "", "a"]),
    ],
)
def test_what_virtuoso_orders_wrongly_is_ordered_here(ending: str, expected: list[str]) -> None:
    values = 'VALUES (?a ?b) { ("b" 1) (UNDEF 1) ("a" 1) }'
    query = "SELECT ?a ?b { " + values + " } " + ending
    shuffled = pyoxigraph.Store().query("SELECT ?a ?b { " + values + " }")
    rows = ["" if row["a"] is None else row["a"].value for row in VIRTUOSO.in_order(query, shuffled)]
    assert rows == expected


SUBJECT, PREDICATE = pyoxigraph.NamedNode("x:s"), pyoxigraph.NamedNode("x:p")
TERMS = st.text(st.characters(codec="utf-8"), max_size=20).map(pyoxigraph.Literal)
TRIPLES = st.lists(TERMS.map(lambda term: pyoxigraph.Triple(SUBJECT, PREDICATE, term)))
LINES = st.lists(TERMS.map(lambda term: f"<x:s> <x:p> {term}"))


@given(LINES, st.randoms())
def test_a_checksum_does_not_depend_on_order_or_parts(triples: list[str], random: Any) -> None:
    shuffled = random.sample(triples, len(triples))
    total = Sum()
    total.add(shuffled[: len(triples) // 2])
    total.add(shuffled[len(triples) // 2 :])
    assert total.sent == summed(triples)


@given(LINES, TERMS)
def test_one_triple_more_is_another_checksum(triples: list[str], more: Any) -> None:
    assert summed([*triples, f"<x:s> <x:p> {more}"]) != summed(triples)


@given(TRIPLES, st.integers(1, 5))
def test_parts_hold_every_triple_once_and_no_more_than_they_may(triples: list[Any], most: int) -> None:
    made = list(parts((pyoxigraph.Quad(SUBJECT, PREDICATE, triple.object) for triple in triples), most))
    assert sum(count for count, _ in made) == len(triples)
    assert all(0 < count <= most for count, _ in made) or not triples
    read = [quad.triple for _, part in made for quad in pyoxigraph.parse(part, format=pyoxigraph.RdfFormat.N_TRIPLES)]
    assert read == triples


def test_parts_are_bounded_in_bytes_too() -> None:
    long = pyoxigraph.Literal("a" * (LARGEST_PART // 2))
    quads = [pyoxigraph.Quad(pyoxigraph.NamedNode(f"x:{n}"), pyoxigraph.NamedNode("x:p"), long) for n in range(4)]
    assert [count for count, _ in parts(quads)] == [1, 1, 1, 1]
