"""Pushing a store to both servers: whole, again, after a change, after a break, and to nobody else's harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.build import build
from graph.errors import ServerError
from graph.remote.push import push
from graph.remote.record import DEFAULT, RECORD
from graph.remote.store import RemoteStore
from graph.remote.writers import GraphStore
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Call, MakeBody
    from servers.relay import Relay
    from servers.running import Running

    from graph.remote.push import Summary
    from graph.store import Store

TOP = Path(__file__).resolve().parents[2]
THEIRS = "https://example.org/theirs"


def pushed(store: Store, server: Running) -> Summary:
    return push(store, server.endpoint, graph_store=server.graph_store)


def expected(store: Store) -> dict[str, int]:
    """The graphs that a push of the store makes, but for the record, with the number of their triples."""
    counts: dict[str, int] = {}
    for quad in store.graph:
        name = getattr(quad.graph_name, "value", DEFAULT)
        counts[name] = counts.get(name, 0) + 1
    return counts


def ours(server: Running) -> dict[str, int]:
    return {
        name: count
        for name, count in server.graphs().items()
        if name != RECORD and name.startswith(("https://w3id.org/strategy-links/id/", "https://example.org/brack"))
    }


def graph_store(server: Running) -> tuple[str, ...]:
    return ("--endpoint", server.endpoint, "--graph-store", server.graph_store)


def test_a_push_makes_the_graphs_of_the_store_and_says_what_it_did(
    call: Call, cleared: Running, devon_store: Path
) -> None:
    ran = call("push", *graph_store(cleared), store=devon_store)
    graphs = expected(open_store(devon_store))
    total = f"{sum(graphs.values()):,}"
    assert ran.text == f"The server holds {len(graphs)} graphs with {total} triples, each checked; {total} were sent.\n"
    assert (ran.stderr, ran.status) == ("", 0)
    assert ours(cleared) == graphs


def test_a_second_push_sends_nothing(cleared: Running, devon: Store) -> None:
    first = pushed(devon, cleared)
    again = pushed(devon, cleared)
    assert (first.sent, again.sent) == (first.triples, 0)
    assert again.triples == first.triples
    assert ours(cleared) == expected(devon)


def test_a_push_by_updates_makes_the_same(call: Call, cleared: Running, devon_store: Path) -> None:
    ran = call("push", "--endpoint", cleared.endpoint, "--update-endpoint", cleared.update, store=devon_store)
    assert (ran.stderr, ran.status) == ("", 0)
    assert ours(cleared) == expected(open_store(devon_store))
    assert pushed(open_store(devon_store), cleared).sent == 0


def test_what_was_there_is_replaced_and_what_was_dropped_goes(
    cleared: Running, devon: Store, make_body: MakeBody, tmp_path: Path
) -> None:
    pushed(devon, cleared)
    build([make_body()], tmp_path / "small")
    small = open_store(tmp_path / "small")
    summary = pushed(small, cleared)
    assert summary.dropped == len(set(expected(devon)) - set(expected(small))) > 0
    assert ours(cleared) == expected(small)
    assert [row["n"].value for row in RemoteStore(cleared.endpoint).select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")] == [
        str(expected(small)[DEFAULT])
    ]


def test_graphs_of_others_are_left_alone(cleared: Running, devon: Store, make_body: MakeBody, tmp_path: Path) -> None:
    cleared.put(THEIRS, "<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n")
    pushed(devon, cleared)
    build([make_body()], tmp_path / "small")
    pushed(open_store(tmp_path / "small"), cleared)
    assert cleared.graphs()[THEIRS] == 1


def test_what_somebody_changed_on_the_server_is_put_right(cleared: Running, devon: Store) -> None:
    pushed(devon, cleared)
    graph = next(name for name in expected(devon) if name.endswith("/decisions"))
    cleared.put(graph, "<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n")
    assert pushed(devon, cleared).sent == expected(devon)[graph]
    assert ours(cleared) == expected(devon)


@pytest.mark.parametrize("broken", [1, 3, 7])
def test_a_push_that_broke_off_goes_on_where_it_was(
    relay: Relay, devon: Store, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    monkeypatch.setattr(GraphStore, "triples_a_part", 1000)
    relay.break_at = broken
    with pytest.raises(ServerError, match="the connection broke"):
        pushed(devon, relay.server)
    assert len(relay.written) == broken
    store = RemoteStore(relay.server.endpoint)
    assert store.pushed is not None
    assert not store.pushed.whole

    relay.break_at, sent_before = None, relay.written[: broken - 1]
    relay.written.clear()
    summary = pushed(devon, relay.server)
    assert len(relay.written) + len(sent_before) == sum(-(-count // 1000) for count in expected(devon).values())
    assert (summary.sent < summary.triples) == (broken > 1)
    assert ours(relay.server) == expected(devon)


def test_a_push_that_is_killed_leaves_word_of_it_and_is_mended(
    relay: Relay, devon_store: Path, call: Call, environment: Mapping[str, str]
) -> None:
    command = [sys.executable, "-m", "cli", "push", "--store", str(devon_store), *graph_store(relay.server)]
    killed: list[int] = []
    with subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL) as process:

        def kill(number: int) -> None:
            if number == 3:
                os.kill(process.pid, signal.SIGKILL)
                killed.append(process.pid)

        relay.on_write = kill
        assert process.wait(120) == -signal.SIGKILL
    assert killed
    relay.on_write = lambda _: None

    asked = ("commitments", "--format", "json", "--endpoint", relay.server.endpoint)
    assert "The last push to this server has not ended" in call(*asked).stderr
    ran = call("push", *graph_store(relay.server), store=devon_store)
    assert (ran.stderr, ran.status) == ("", 0)
    assert ours(relay.server) == expected(open_store(devon_store))
    ran = call(*asked)
    assert (ran.stderr, ran.stdout) == ("", call("commitments", "--format", "json", store=devon_store).stdout)


def test_a_push_says_what_it_lacks(call: Call, cleared: Running, devon_store: Path) -> None:
    ran = call("push", "--endpoint", cleared.endpoint, store=devon_store)
    assert ran.status == 2
    assert "--graph-store" in ran.stderr


def test_the_index_for_the_search_is_made_once_for_each_push(
    call: Call, cleared: Running, devon: Store, make_body: MakeBody, tmp_path: Path
) -> None:
    cache = tmp_path / "cache" / "strategy-links"
    asked = ("where", "mend the potholes", "--endpoint", cleared.endpoint)
    pushed(devon, cleared)
    assert call(*asked).status == 1
    [first] = cache.iterdir()
    made = first.stat().st_mtime_ns
    assert call(*asked).status == 1
    assert [path.stat().st_mtime_ns for path in cache.iterdir()] == [made]

    build([make_body()], tmp_path / "small")
    pushed(open_store(tmp_path / "small"), cleared)
    assert call(*asked).status == 0
    assert [path.name for path in cache.iterdir()] != [first.name]
    assert len(list(cache.iterdir())) == 1


def test_a_server_that_nothing_was_pushed_to_is_asked_for_its_default_graph(
    call: Call, cleared: Running, devon_store: Path, devon: Store
) -> None:
    if cleared.name == "oxigraph":  # of Virtuoso's default graph all graphs are part
        import httpx
        import pyoxigraph

        held = devon.graph.dump(format=pyoxigraph.RdfFormat.N_QUADS)
        told = {"Content-Type": "application/n-quads"}
        httpx.post(cleared.graph_store, content=held, headers=told).raise_for_status()
        one, other = (
            call("where", "SGO policy", "--format", "json", *where)
            for where in (("--store", devon_store), ("--endpoint", cleared.endpoint))
        )
        assert other.stdout == one.stdout
        assert "its index for the search is made anew each time" in other.stderr
        httpx.delete(cleared.graph_store, params={"default": ""}).raise_for_status()
    ran = call("commitments", "--endpoint", cleared.endpoint)
    assert ran.status in (0, 1)
