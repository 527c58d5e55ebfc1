"""The two ways in which a server takes graphs: the Graph Store HTTP Protocol, and SPARQL Update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph.errors import ServerError
from graph.remote.client import Client
from graph.remote.engines import headers
from graph.remote.parts import TRIPLES_A_PART

if TYPE_CHECKING:
    from graph.remote.engines import Engine

_NTRIPLES = "application/n-triples"
_WRITE_SECONDS = 600.0  # that a server may take for one part, or to drop a large graph


class Writer(Protocol):
    """Writes graphs of a server. Each method raises ServerError where the server does not do it."""

    @property
    def triples_a_part(self) -> int:
        """How many triples it takes at once."""

    def replace(self, graph: str, triples: bytes) -> None:
        """Have a graph hold these N-Triples and nothing else."""

    def add(self, graph: str, triples: bytes) -> None:
        """Add N-Triples to a graph; those that it holds already change nothing."""

    def drop(self, graph: str) -> None:
        """Remove a graph, if it is there."""


class GraphStore:
    """https://www.w3.org/TR/sparql11-http-rdf-update/, with the graph named in the query of the URL (section 4.2)."""

    triples_a_part = TRIPLES_A_PART

    def __init__(self, url: str) -> None:
        self._client = Client(url, _WRITE_SECONDS)

    def replace(self, graph: str, triples: bytes) -> None:
        self._send("PUT", graph, triples)

    def add(self, graph: str, triples: bytes) -> None:
        self._send("POST", graph, triples)

    def drop(self, graph: str) -> None:
        response = self._client.send("DELETE", params={"graph": graph}, headers=headers("*/*"))
        if response.status != 404:  # it is not there
            _check(self._client, response.status, self._client.reason(response), "--graph-store")

    def _send(self, method: str, graph: str, triples: bytes) -> None:
        told = headers("*/*", **{"Content-Type": _NTRIPLES})
        response = self._client.send(method, params={"graph": graph}, headers=told, content=triples)
        _check(self._client, response.status, self._client.reason(response), "--graph-store")


class Update:
    """https://www.w3.org/TR/sparql11-protocol/#update-via-post-urlencoded."""

    def __init__(self, url: str, engine: Engine) -> None:
        self._client = Client(url, _WRITE_SECONDS)
        self.triples_a_part = engine.inserted

    def replace(self, graph: str, triples: bytes) -> None:
        self._run(
            ";\n".join([_dropped(graph), *_inserted(graph, triples, self.triples_a_part)])
        )  # one request is done whole or not at all

    def add(self, graph: str, triples: bytes) -> None:
        for update in _inserted(graph, triples, self.triples_a_part):
            self._run(update)

    def drop(self, graph: str) -> None:
        self._run(_dropped(graph))

    def _run(self, update: str) -> None:
        response = self._client.send("POST", data={"update": update}, headers=headers("*/*"))
        _check(self._client, response.status, self._client.reason(response), "--update-endpoint")


def _dropped(graph: str) -> str:
    return f"DROP SILENT GRAPH <{graph}>"


def _inserted(graph: str, triples: bytes, most: int) -> list[str]:
    """Updates of at most so many triples; none at all where there are none."""
    lines = triples.decode().split("\n")[:-1]  # N-Triples: one a line
    parts = ("\n".join(lines[start : start + most]) for start in range(0, len(lines), most))
    return [f"INSERT DATA {{ GRAPH <{graph}> {{\n{part}\n}} }}" for part in parts]


def writer(engine: Engine, graph_store: str | None, update: str | None) -> Writer:
    """The way to write to a server: the graph store where there is one, since it takes larger parts."""
    return GraphStore(graph_store) if graph_store else Update(update or "", engine)


def _check(client: Client, status: int, reason: str, option: str) -> None:
    if status == 404:
        raise ServerError(client.shown, "there is nothing at this address (404)", f"check the path in {option}")
    if status == 400:
        raise ServerError(client.shown, f"the server refuses the data (400: {reason})", f"check the path in {option}")
