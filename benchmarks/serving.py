"""The server beside others over HTTP on the same data, and with sixteen clients of whom six mean no good.

    python -m benchmarks.serving          each question and each named query here, on Oxigraph's server and on
                                          rdflib-endpoint; sixteen clients for a minute; on Devon's store, built anew
    python -m benchmarks.serving STORE    the same without the named queries and without rdflib-endpoint, which takes
                                          minutes to load it, on a store that benchmarks.size made

Both write into docs/performance.md.

Every server is asked over one kept connection, in turn, by the same client; the times are medians and hold the
client's own share. Oxigraph's server opens the very files of the store, so the data are the same.
"""

from __future__ import annotations

import http.client
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import TOP, markdown, put
from graph.ask.queries import named_queries
from graph.build import build
from graph.store import current_build, open_store
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_RATIOS = ("times Oxigraph's", "rdflib-endpoint's times ours")
JSON = "application/sparql-results+json"
SECONDS, CLIENTS = 60, 16
_HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())

# Questions as an analyst writes them, from a single look-up to a count over everything.
QUESTIONS = {
    "nothing but the round trip": "ASK {}",
    "what is said of one pledge": "SELECT ?p ?o WHERE { { SELECT ?c WHERE { ?c a sl:Commitment } LIMIT 1 } ?c ?p ?o }",
    "pledges of one programme": "SELECT ?c WHERE { { SELECT ?o WHERE { ?x sl:ownedBy ?o } LIMIT 1 } ?c sl:ownedBy ?o }",
    "owners with all their parents": """SELECT ?c ?w WHERE {
  { SELECT ?c WHERE { ?c a sl:Commitment } LIMIT 50 } ?c sl:ownedBy/dcterms:isPartOf* ?w }""",
    "pledges that hold a word": """SELECT ?c ?t WHERE {
  ?c a sl:Commitment ; sl:text ?t FILTER (CONTAINS(LCASE(?t), "health")) }""",
    "status by owner": """SELECT ?o ?s (COUNT(*) AS ?n) WHERE {
  ?c sl:ownedBy ?o ; sl:status ?s } GROUP BY ?o ?s ORDER BY ?o ?s""",
    "every triple": "SELECT * WHERE { ?s ?p ?o } LIMIT 100000",
}
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }"
HUGE = "SELECT * WHERE { ?s ?p ?o . ?x ?q ?y }"
MALFORMED = "SELECT * WHERE { ?s ?p "


@dataclass(frozen=True)
class Server:
    """A server to ask: its process, and the path of its endpoint."""

    process: subprocess.Popen[bytes]
    port: int
    path: str

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def ask(self, connection: http.client.HTTPConnection, query: str) -> tuple[int, bytes]:
        body = urllib.parse.urlencode({"query": _HEAD + query})
        headers = {"Accept": JSON, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request("POST", self.path, body, headers)
            answer = connection.getresponse()
        except (ConnectionError, http.client.RemoteDisconnected):  # it was silent for longer than the server keeps it
            connection.close()
            connection.request("POST", self.path, body, headers)
            answer = connection.getresponse()
        return answer.status, answer.read()


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the tables."""
    with tempfile.TemporaryDirectory() as name:
        store = Path(arguments[0]) if arguments else Path(name) / "devon"
        if not arguments:
            build([], store)
        size = "at size" if arguments else "Devon"
        for kind, measured in (("beside", beside(store, small=not arguments)), ("crowd", crowd(store))):
            sys.stdout.write(measured + "\n\n")
            put(TOP / "docs" / "performance.md", f"serving {kind}, {size}", measured)


def beside(store: Path, *, small: bool) -> str:
    """Each question on the servers; on a small store also each named query, and rdflib-endpoint."""
    queries = {f"`{one.name}`": re.sub(r"(?m)^PREFIX .*\n", "", one.text) for one in named_queries()}
    rows = []
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        servers = {"ours": held.enter_context(_ours(store)), "oxigraph": held.enter_context(_oxigraph(store))}
        if small:
            servers["rdflib"] = held.enter_context(_rdflib_endpoint(store, folder))
        for name, query in (QUESTIONS | (queries if small else {})).items():
            taken, again = _in_turn(servers, query), _in_turn({"ours": servers["ours"]}, query, anew=False)["ours"]
            ours, oxigraph, *rdflib = taken.values()
            ratios = [f"{ours / oxigraph:.1f}", *(f"{one / ours:.1f}" for one in rdflib)]
            rows.append((name, *map(_ms, (ours, again, oxigraph, *rdflib)), *ratios))
    head = ("asked", "here", "here, asked again", "Oxigraph's server")
    return markdown((*head, *(("rdflib-endpoint", *_RATIOS) if small else _RATIOS[:1])), rows)


def _in_turn(servers: Mapping[str, Server], query: str, *, anew: bool = True) -> dict[str, float]:
    """The median seconds of each server, asked in turn until it is known well or half a minute has gone.

    Asked anew, the query has another comment each time, so that no server can give an answer that it remembers.
    """
    taken: dict[str, list[float]] = {name: [] for name in servers}
    connections = {name: one.connection() for name, one in servers.items()}
    until = time.monotonic() + 30
    for number in range(31):
        for name, server in servers.items():
            if number > 2 and sum(taken[name]) > 10:  # it is slow: known well enough
                continue
            start = time.perf_counter()
            status, body = server.ask(connections[name], f"{query}\n# {number}" if anew else query)
            if number:  # the first is a warm-up
                taken[name].append(time.perf_counter() - start)
            if status != 200:
                raise SystemExit(f"{name}: {status} {body[:200]!r}")
        if time.monotonic() > until and number > 2:
            break
    return {name: statistics.median(times) for name, times in taken.items()}


@dataclass
class Tally:
    """What clients of one kind were answered."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)


def crowd(store: Path) -> str:
    """Ten clients with good questions alone, then with six others beside them: slow, huge and malformed."""
    good = [query for name, query in QUESTIONS.items() if name != "every triple"]
    bad = {"slow": [SLOW], "huge": [HUGE], "malformed": [MALFORMED]}
    with _ours(store, "--timeout", "10") as server:
        alone = _crowd(server, {"good": (1, good)}, SECONDS / 4)[0]["good"]
        quiet, _ = _crowd(server, {"good": (10, good)}, SECONDS / 4)
        loud, memory = _crowd(
            server, {"good": (10, good), **{kind: (2, asked) for kind, asked in bad.items()}}, SECONDS
        )
    rows = [("good, one client alone", *_told(alone)), ("good, ten clients", *_told(quiet["good"]))]
    rows += [(f"{kind}, among sixteen", *_told(tally)) for kind, tally in loud.items()]
    times = statistics.median(loud["good"].seconds) / statistics.median(quiet["good"].seconds)
    table = markdown(("clients", "answers", "median", "99 in 100 within"), rows)
    said = f"The good ones took {times:.1f} times their quiet median. Peak memory of the server with its workers:"
    return f"{table}\n\n{said} {memory:.0f} MB."


def _crowd(
    server: Server, kinds: Mapping[str, tuple[int, Sequence[str]]], seconds: float
) -> tuple[dict[str, Tally], float]:
    """So many clients of each kind at once; and the most memory, in MB, that the server and its workers had."""
    tallies: dict[str, Tally] = {kind: Tally() for kind in kinds}
    until = time.monotonic() + seconds
    clients = [
        threading.Thread(target=_client, args=(server, asked, number, tallies[kind], until))
        for kind, (count, asked) in kinds.items()
        for number in range(count)
    ]
    for client in clients:
        client.start()
    most = 0.0
    while any(client.is_alive() for client in clients):
        most = max(most, _memory(server.process.pid))
        time.sleep(0.2)
    return tallies, most


def _client(server: Server, asked: Sequence[str], number: int, tally: Tally, until: float) -> None:
    connection = server.connection()
    while time.monotonic() < until:
        query = f"{asked[number % len(asked)]}\n# {threading.get_ident()} {number}"  # nobody has asked it before
        number += 1
        start = time.perf_counter()
        try:
            status, _ = server.ask(connection, query)
            tally.statuses[str(status)] += 1
        except (OSError, http.client.HTTPException) as error:
            tally.statuses[type(error).__name__] += 1
            connection = server.connection()
        tally.seconds.append(time.perf_counter() - start)


def _told(tally: Tally) -> tuple[str, str, str]:
    times = sorted(tally.seconds)
    statuses = ", ".join(f"{count} with {status}" for status, count in sorted(tally.statuses.items()))
    return statuses, _ms(statistics.median(times)), _ms(times[int(0.99 * (len(times) - 1))])


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 0.01 else f"{seconds * 1000:.0f} ms"


def _memory(pid: int) -> float:
    import psutil

    parts: list[float] = []
    for one in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        try:
            parts.append(one.memory_full_info().uss)
        except psutil.Error:  # it has just ended
            continue
    return sum(parts) / 2**20


@contextmanager
def _ours(store: Path, *more: str) -> Iterator[Server]:
    with _started([sys.executable, str(TOP / "cli.py"), "serve", "--store", str(store), *more], "--port") as server:
        yield Server(server.process, server.port, "/sparql")


@contextmanager
def _oxigraph(store: Path) -> Iterator[Server]:
    files = str(current_build(store) / "graph")
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve-read-only", "--location", files]
    with _started(command, "--bind", "127.0.0.1:") as server:
        yield Server(server.process, server.port, "/query")


@contextmanager
def _rdflib_endpoint(store: Path, folder: Path) -> Iterator[Server]:
    """The default graph alone, as the other two answer from it where a query names no graph."""
    from pyoxigraph import DefaultGraph, RdfFormat

    path = folder / "default.nt"
    open_store(store).graph.dump(str(path), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    command = [str(Path(sys.executable).with_name("rdflib-endpoint")), "serve", str(path), "--host", "127.0.0.1"]
    with _started(command, "--port") as server:
        yield Server(server.process, server.port, "/")


@contextmanager
def _started(command: Sequence[str], option: str, before: str = "") -> Iterator[Server]:
    port = _free_port()
    words = [*command, option, f"{before}{port}"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(process, port)
        yield Server(process, port, "")
    finally:
        process.terminate()
        process.wait(30)


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 300  # rdflib reads millions of triples slowly
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{process.args!r} does not serve.")


if __name__ == "__main__":
    main(sys.argv[1:])
