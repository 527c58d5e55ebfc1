"""Whatever a query names, nobody is asked for it: a server on this machine counts who comes."""

from __future__ import annotations

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from graph.ask.dataset import dataset
from graph.ask.run import answer_text, run
from graph.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.store import Store

TRIPLE = b"<https://example.org/a> <https://example.org/b> <https://example.org/c> ."


class Elsewhere:
    """A server with a graph to give: its address, and what it was asked for."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(f"{self.command} {self.path}")
                self.send_response(200)
                self.send_header("Content-Type", "text/turtle")
                self.send_header("Content-Length", str(len(TRIPLE)))
                self.end_headers()
                self.wfile.write(TRIPLE)

            do_POST = do_GET  # noqa: N815 - the name is the library's

            def log_message(self, *_: object) -> None:
                pass

        self.asked = asked
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/graph.ttl"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    one = Elsewhere()
    yield one
    one.server.shutdown()
    one.server.server_close()


ANSWERED = (
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <%s> FROM NAMED <%s> { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
    "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
    "SELECT * { <%s> ?p ?o }",
    "DESCRIBE <%s>",
    "CONSTRUCT FROM <%s> WHERE { ?s ?p ?o }",
    "BASE <%s> SELECT * FROM <#> { ?s ?p ?o }",
)
REFUSED = (
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "LOAD <%s>",
    "LOAD SILENT <%s> INTO GRAPH <https://example.org/>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
)


def naming(query: str, one: Elsewhere) -> str:
    return query.replace("%s", one.address)


def test_the_server_is_there_and_counts_who_comes(elsewhere: Elsewhere, devon: Store) -> None:
    rdflib.Graph().parse(elsewhere.address)
    assert elsewhere.asked == ["GET /graph.ttl"]
    with pytest.raises(
        (OSError, RuntimeError), match="Content-Type"
    ):  # the engine itself does ask, so what is counted here is not nothing
        list(devon.query(f"SELECT * {{ SERVICE <{elsewhere.address}> {{ ?s ?p ?o }} }}"))
    assert len(elsewhere.asked) == 2


@pytest.mark.parametrize("query", ANSWERED)
def test_a_graph_that_the_store_does_not_hold_is_empty_and_not_fetched(
    elsewhere: Elsewhere, devon: Store, query: str
) -> None:
    assert answer_text(devon, naming(query, elsewhere)).rows == ()
    assert run(devon, "-", [], io.BytesIO(naming(query, elsewhere).encode())).rows == ()
    assert list(dataset(devon.graph).query(naming(query, elsewhere))) == []
    assert elsewhere.asked == []


@pytest.mark.parametrize("query", REFUSED)
def test_what_would_fetch_is_refused(elsewhere: Elsewhere, devon: Store, query: str) -> None:
    with pytest.raises(QueryError):
        answer_text(devon, naming(query, elsewhere))
    with pytest.raises(QueryError):
        dataset(devon.graph).query(naming(query, elsewhere))
    assert elsewhere.asked == []


@pytest.mark.parametrize("query", [*ANSWERED, *(one for one in REFUSED if one[:2] not in ("LO", "IN"))])
def test_rdflib_never_evaluates_a_query_itself(elsewhere: Elsewhere, devon: Store, query: str) -> None:
    opened = dataset(devon.graph)
    text = naming(query, elsewhere)
    for graph in (opened, opened.default_graph, opened.graph(rdflib.URIRef("x:y")), next(iter(opened.graphs()))):
        for how in ({"use_store_provided": False}, {"processor": "sparql2"}, {"base": "x:y"}, {"DEBUG": True}):
            with pytest.raises(QueryError):
                graph.query(text, **how)
        with pytest.raises(QueryError):
            graph.query(text, "sparql", "sparql", None, None, False)
    assert elsewhere.asked == []


@pytest.mark.parametrize("query", ANSWERED)
def test_a_prepared_query_fetches_as_little(elsewhere: Elsewhere, devon: Store, query: str) -> None:
    assert list(dataset(devon.graph).query(prepareQuery(naming(query, elsewhere)))) == []
    assert elsewhere.asked == []


def test_a_prepared_query_that_asks_another_server_is_refused(elsewhere: Elsewhere, devon: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        dataset(devon.graph).query(prepareQuery(naming(REFUSED[0], elsewhere)))
    assert elsewhere.asked == []


CHANGES: dict[str, Callable[[rdflib.Graph, str], object]] = {
    "parse": lambda graph, address: graph.parse(address),
    "load": lambda graph, address: graph.update(f"LOAD <{address}>"),
    "insert": lambda graph, address: graph.update(
        f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_store_takes_nothing_in_and_fetches_nothing_for_it(elsewhere: Elsewhere, devon: Store, change: str) -> None:
    opened = dataset(devon.graph)
    for graph in (opened, opened.default_graph, opened.graph(rdflib.URIRef("x:y"))):
        with pytest.raises(StoreError, match="for reading alone"):
            CHANGES[change](graph, elsewhere.address)
    assert elsewhere.asked == []
