"""Both servers answer as the embedded store does, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ask.samples import brackwater, publish_graph

from graph.ask.queries import named_queries
from graph.remote.push import push
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Call, Ran
    from servers.running import Running

COMMANDS = (
    ("where", "recruit foster carers", "--limit", "20"),
    ("where", "recruit foster carers", "--limit", "100", "--format", "json"),
    ("where", "xyzzy plugh"),
    ("commitments", "--format", "json"),
    ("commitments", "--owner", "Steps", "--format", "csv"),
    ("programmes", "--format", "json"),
    ("trace", "SGO policy"),
    ("trace", "SGO policy", "--format", "json"),
    ("compare", "2017", "2022", "--format", "json"),
    ("compare", "2022", "2024"),
    ("compare", "2022", "no such strategy"),
)
#: What people write: forms, graphs, datasets of their own, prefixes of ours, and what is no query.
TEXTS = (
    "ASK { ?c a sl:Commitment }",
    "ASK { ?c a sl:Nothing }",
    "SELECT (COUNT(*) AS ?n) { ?c sl:status ?s }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/strategy-links/id/devon/decisions> { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) FROM NAMED <https://w3id.org/strategy-links/id/vocabulary> { GRAPH ?g { ?s ?p ?o } }"
    " GROUP BY ?g",
    "CONSTRUCT { ?d ?p ?o } { ?d a sl:Document ; ?p ?o }",
    "SELECT ?d ?c { ?d sl:completelyRead ?c } ORDER BY ?d",
    "SELECT ?c ?o { ?c a sl:Commitment OPTIONAL { ?c sl:ownedBy ?o } } ORDER BY ?o ?c",
    "SELECT ?t { ?c a sl:Commitment ; sl:text ?t } ORDER BY DESC(?t)",
    'SELECT ?l (LANG(?l) AS ?n) { ?x skos:prefLabel ?l FILTER (LANG(?l) != "") } ORDER BY ?l',
    "# from graph sl:\nPREFIX sl: <https://w3id.org/strategy-links#> SELECT (COUNT(?c) AS ?n) { ?c a sl:Commitment }",
    "SELECT ?from { BIND ('FROM <x:y> GRAPH' AS ?from) }",
    "SELEC",
    "SELECT * { ?s ?p\n ?o ",
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "LOAD <http://127.0.0.1:9/>",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
)


@pytest.fixture(scope="module")
def pushed(server: Running, devon_store: Path) -> Running:
    """A server with Devon's store, and a graph of somebody else's that says what ours say."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name, value in server.credentials.items():
            monkeypatch.setenv(name, value)
        push(open_store(devon_store), server.endpoint, graph_store=server.graph_store)
    sl = "https://w3id.org/strategy-links#"
    server.put("https://example.org/theirs", f"<x:c> <{sl}status> <{sl}Achieved> .\n<x:c> <{sl}text> <x:t> .\n")
    return server


def same(one: Ran, other: Ran) -> None:
    assert other.stdout == one.stdout
    assert other.stderr == one.stderr
    assert other.status == one.status


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_answers_from_a_server_as_from_the_store(
    call: Call, pushed: Running, devon_store: Path, command: tuple[str, ...]
) -> None:
    same(call(*command, store=devon_store), call(*command, "--endpoint", pushed.endpoint))


@pytest.mark.parametrize("name", [one.name for one in named_queries()])
def test_a_named_query_answers_from_a_server_as_from_the_store(
    call: Call, pushed: Running, devon_store: Path, name: str
) -> None:
    command = ("query", name, "--format", "json")
    same(call(*command, store=devon_store), call(*command, "--endpoint", pushed.endpoint))


def test_a_parameter_reaches_the_server(call: Call, pushed: Running, devon_store: Path) -> None:
    command = ("query", "pledges-by-owner", "--set", "name=Steps", "--format", "csv")
    same(call(*command, store=devon_store), call(*command, "--endpoint", pushed.endpoint))


@pytest.mark.parametrize("text", TEXTS)
def test_any_query_answers_from_a_server_as_from_the_store(
    call: Call, pushed: Running, devon_store: Path, text: str
) -> None:
    command = ("query", "-", "--format", "json")
    one, other = (
        call(*command, *where, stdin=text.encode())
        for where in (("--store", devon_store), ("--endpoint", pushed.endpoint))
    )
    same(one, other)


def test_the_page_is_the_same(call: Call, pushed: Running, devon_store: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "store.html", tmp_path / "server.html"]
    assert call("view", "--output", pages[0], store=devon_store).status == 0
    assert call("view", "--output", pages[1], "--endpoint", pushed.endpoint).status == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_bodies_with_several_claims_for_one_thing_answer_alike(call: Call, cleared: Running, tmp_path: Path) -> None:
    publish_graph(brackwater(), tmp_path / "store")
    push(open_store(tmp_path / "store"), cleared.endpoint, graph_store=cleared.graph_store)
    for command in (("commitments",), ("where", "ferry", "--limit", "9"), ("compare", "2016", "2022"), ("programmes",)):
        asked = (*command, "--format", "json")
        same(call(*asked, store=tmp_path / "store"), call(*asked, "--endpoint", cleared.endpoint))
    for query in named_queries():
        asked = ("query", query.name, "--format", "json")
        same(call(*asked, store=tmp_path / "store"), call(*asked, "--endpoint", cleared.endpoint))
