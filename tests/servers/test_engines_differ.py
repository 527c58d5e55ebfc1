"""The contract of graph/remote/engines.py: what the servers do with values, order, graphs and limits, seen at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from servers.conftest import missing
from servers.running import start_virtuoso, stop, virtuoso_program

from graph.errors import ServerError
from graph.remote.checksums import summed
from graph.remote.engines import STANDARD, VIRTUOSO
from graph.remote.push import push
from graph.remote.store import RemoteStore
from graph.remote.verifying import arrived
from graph.remote.writers import GraphStore, Update

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Call
    from servers.running import Running

    from graph.store import Store

GRAPH = "https://example.org/values"
VALUES = r"""
<x:a> <x:p> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<x:b> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<x:c> <x:p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<x:d> <x:p> "false"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<x:e> <x:p> "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> .
<x:f> <x:p> "2016-12"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .
<x:g> <x:p> "2026-11-22"^^<http://www.w3.org/2001/XMLSchema#date> .
<x:h> <x:p> "12"^^<http://www.w3.org/2001/XMLSchema#integer> .
<x:i> <x:p> "“quoted” \"and\" \\ back\nnew\ttab\r\nreturn 😀 é" .
<x:j> <x:p> "Straße"@de-at .
<x:k> <x:p> " around  " .
<x:l> <x:p> "" .
<x:m> <x:p> <https://example.org/caf%C3%A9> .
<x:n> <x:p> "'; DROP GRAPH <x:y> } }" .
"""


def written() -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(VALUES.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("way", ["graph store", "update"])
def test_every_value_comes_back_as_it_was_sent(cleared: Running, way: str) -> None:
    engine = RemoteStore(cleared.endpoint).engine
    writer = GraphStore(cleared.graph_store) if way == "graph store" else Update(cleared.update, engine)
    writer.replace(GRAPH, VALUES.encode())
    store = RemoteStore(cleared.endpoint)
    rows = store.select(f"SELECT ?s ?o {{ GRAPH <{GRAPH}> {{ ?s <x:p> ?o }} }}")
    sent = {(str(quad.subject), str(quad.object)) for quad in written()}
    assert {(str(row["s"]), str(row["o"])) for row in rows} == sent
    wanted = summed(str(quad.triple) for quad in written())
    assert arrived(store, GRAPH, wanted) == wanted


def test_a_graph_is_replaced_added_to_and_dropped_in_both_ways(cleared: Running) -> None:
    engine = RemoteStore(cleared.endpoint).engine
    for writer in (GraphStore(cleared.graph_store), Update(cleared.update, engine)):
        writer.drop(GRAPH)
        writer.replace(GRAPH, b"<x:a> <x:b> <x:c> .\n")
        writer.replace(GRAPH, b"<x:a> <x:b> <x:d> .\n")
        writer.add(GRAPH, b"<x:a> <x:b> <x:d> .\n<x:a> <x:b> <x:e> .\n")
        assert cleared.graphs()[GRAPH] == 2
        writer.replace(GRAPH, b"")
        assert cleared.graphs().get(GRAPH, 0) == 0
        writer.drop(GRAPH)
        writer.drop(GRAPH)


def test_each_server_takes_as_much_as_the_adapter_gives_it(cleared: Running) -> None:
    store = RemoteStore(cleared.endpoint)
    triples = "".join(f'<https://example.org/{n}> <x:p> "text {n}" .\n' for n in range(store.engine.inserted))
    Update(cleared.update, store.engine).replace(GRAPH, triples.encode())
    assert cleared.graphs()[GRAPH] == store.engine.inserted
    names = " ".join(f"<https://example.org/{n}>" for n in range(store.engine.at_once))
    query = f"SELECT ?s {{ VALUES ?s {{ {names} }} GRAPH <{GRAPH}> {{ ?s <x:p> ?o }} }}"
    assert len(list(store.select(query))) == store.engine.at_once


def test_the_makes_of_the_servers_are_known(allowed: Running, devon: Store) -> None:
    push(devon, allowed.endpoint, graph_store=allowed.graph_store)
    assert RemoteStore(allowed.endpoint).engine is {"oxigraph": STANDARD, "virtuoso": VIRTUOSO}[allowed.name]


def test_a_wrong_password_is_told_and_nothing_is_changed(
    call: Call, cleared: Running, devon_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not cleared.credentials:
        return  # this one asks nobody
    monkeypatch.setenv("STRATEGY_LINKS_PASSWORD", "not-the-password")
    before = cleared.graphs()
    addresses = ("--endpoint", cleared.endpoint, "--graph-store", cleared.graph_store)
    ran = call("push", *addresses, store=devon_store)
    assert ran.status == 2
    assert "the server does not accept who asks (401)" in ran.stderr
    assert "not-the-password" not in ran.stderr
    assert cleared.graphs() == before


@pytest.fixture(scope="module")
def sparing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A Virtuoso that gives no more than 700 rows."""
    program = virtuoso_program()
    if program is None:
        missing("Virtuoso is not installed: run tests/servers/find_servers.sh, or set VIRTUOSO")
        return
    server = start_virtuoso(program, tmp_path_factory.mktemp("sparing"), rows=700)
    yield server
    stop(server)


@pytest.mark.slow
def test_rows_that_a_server_leaves_out_are_missed(
    call: Call, sparing: Running, devon: Store, devon_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sparing.credentials.items():
        monkeypatch.setenv(name, value)
    push(devon, sparing.endpoint, graph_store=sparing.graph_store)  # read back in pages of what it gives
    with pytest.raises(ServerError, match="gave no more than 700 rows"):
        list(RemoteStore(sparing.endpoint).select("SELECT * { ?s ?p ?o }"))
    asked = ("where", "recruit foster carers", "--format", "json")
    assert call(*asked, "--endpoint", sparing.endpoint).stdout == call(*asked, store=devon_store).stdout
