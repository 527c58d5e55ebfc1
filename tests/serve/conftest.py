"""A server as a user starts it: a process of its own, on a port of its own, ended with a signal."""

from __future__ import annotations

import sqlite3
import subprocess
import threading
import urllib.parse
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

import httpx
import psutil
import pyoxigraph
import pytest

from graph.ask.index import entries
from graph.ask.search import write_index
from graph.store import SEARCH_INDEX, TEXTS, open_store, publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

PATIENCE = 60  # seconds after which a server that does nothing is given up; never a measure of how fast it is

DATA = "http://example.org/data/"
SCHEMA = "http://example.org/schema#"

# One graph for each of the documents that the W3C's tests of the protocol ask of, and one with every kind of term.
GRAPHS = f"""
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <{SCHEMA}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <{DATA}> .

:one {{ :one a foaf:Document ; foaf:name "One" . }}
:two {{ :two a foaf:Document ; foaf:name "Two" . }}
:three {{ :three a foaf:Document ; foaf:name "Three" . }}
:terms {{
  :string ex:value "String" .
  :quoted ex:value "String-with-dquote\\"" .
  :comma ex:value "one, two" .
  :lines ex:value "first\\nsecond\\r\\nthird\\rfourth" .
  :tabs ex:value "left\\tright" .
  :backslash ex:value "C:\\\\new\\\\table" .
  :empty ex:value "" .
  :language ex:value "String-with-lang"@en , "chaîne"@fr-CA .
  :letters ex:value "Ελλάδα – “naïve” 💩" .
  :integer ex:value 123 , -7 .
  :decimal ex:value 1.50 .
  :double ex:value 1.5e3 .
  :boolean ex:value true .
  :date ex:value "2024-02-29"^^xsd:date .
  :own ex:value "any"^^ex:kind .
  :iri ex:value <http://example.org/x?a=1&b=2#c> .
  :formula ex:value "=1+1" .
  :markup ex:value "<script>alert(1)</script> & ]]>" .
}}
"""


class Server:
    """A running server. `address` has no slash at its end; `said` is what it wrote to standard error."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        self.said: list[str] = []
        self.address = ""
        self._told = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._told.wait(PATIENCE), "the server has not said where it serves"
        assert self.address, f"the server did not start: {''.join(self.said)}"

    @property
    def sparql(self) -> str:
        """The address of the SPARQL endpoint."""
        return f"{self.address}/sparql"

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def client(self) -> httpx.Client:
        """A client that talks to this server alone, and says nothing of its own about what it accepts."""
        client = httpx.Client(base_url=self.address, timeout=PATIENCE, trust_env=False)
        del client.headers["Accept"]
        return client

    def processes(self) -> list[psutil.Process]:
        """Every process that the server started and that still runs."""
        try:
            children: list[psutil.Process] = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []
        return children

    def wait(self) -> int:
        """The exit status of a server that was told to end."""
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status

    def stop(self) -> int:
        """End the server as a supervisor does."""
        self.process.terminate()
        try:
            return self.wait()
        except subprocess.TimeoutExpired:
            left = self.processes()
            self.process.kill()
            for process in left:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
            raise

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            text = line.decode("utf-8", "replace")
            self.said.append(text)
            if not self.address and "Serving http" in text:
                self.address = text.split("Serving ", 1)[1].split()[0].rstrip("/.")
                self._told.set()
        self._told.set()


class Serve(Protocol):
    """Starts a server on a store; it is ended with the test."""

    def __call__(self, store: Path, *options: str, port: int = 0) -> Server: ...


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[Server]:
    """A server that ends with the block, and that has told of no error of its own."""
    server = Server(command, environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()
    assert "Traceback" not in "".join(server.said)


def command_of(program: list[str], store: Path, *options: str, port: int = 0) -> list[str]:
    """The command line that serves a store."""
    return [*program, "serve", "--port", str(port), "--store", str(store), *options]


@pytest.fixture
def serve(program: list[str], environment: dict[str, str]) -> Iterator[Serve]:
    """Starts servers for one test."""
    with ExitStack() as servers:

        def serve_store(store: Path, *options: str, port: int = 0) -> Server:
            return servers.enter_context(started(command_of(program, store, *options, port=port), environment))

        yield serve_store


@pytest.fixture(scope="session")
def graphs_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of named graphs; its default graph holds all that they say, as that of every store does."""
    folder = tmp_path_factory.mktemp("graphs") / "store"
    named = list(pyoxigraph.parse(GRAPHS.encode(), format=pyoxigraph.RdfFormat.TRIG))
    merged = [pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in named]
    record = {"version": "0", "decisions_applied": True, "documents": [], "counts": {}, "findings": []}
    publish(folder, [*named, *merged], record, _companions)
    return folder


def _companions(loaded: pyoxigraph.Store, build: Path) -> None:
    write_index(build / SEARCH_INDEX, entries(loaded))
    with closing(sqlite3.connect(build / TEXTS)) as connection, connection:
        connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")


@pytest.fixture(scope="session")
def graphs(graphs_store: Path) -> Store:
    """The same, opened here: what the server's answers are held against."""
    return open_store(graphs_store)


@pytest.fixture(scope="session")
def server(program: list[str], environment: dict[str, str], graphs_store: Path) -> Iterator[Server]:
    """A server of the store of named graphs."""

    with started(command_of(program, graphs_store), environment) as running:
        yield running


@pytest.fixture(scope="session")
def devon_server(program: list[str], environment: dict[str, str], devon_store: Path) -> Iterator[Server]:
    """A server of Devon's store."""
    with started(command_of(program, devon_store), environment) as running:
        yield running


@pytest.fixture(scope="session")
def http(server: Server) -> Iterator[httpx.Client]:
    """Requests to the server of the named graphs."""
    with server.client() as client:
        yield client


@pytest.fixture(scope="session")
def devon_http(devon_server: Server) -> Iterator[httpx.Client]:
    """Requests to the server of Devon's store."""
    with devon_server.client() as client:
        yield client


def encoded(*pairs: tuple[str, str]) -> str:
    """Names and values as a query string or the body of a form."""
    return urllib.parse.urlencode(pairs)


def sentence(answer: httpx.Response) -> str:
    """What an error says: plain text, one sentence on one line, and nothing of the machine's insides."""
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.text
    assert text.strip()
    assert text.strip().count("\n") == 0
    assert text.strip().endswith((".", "?"))
    assert "Traceback" not in text
    return text.strip()
