"""What a push says of itself on the server, in a graph of its own: what it sends, how far it is, when it is whole.

The record is written before anything is sent and once more when everything has been found to have arrived; in
between, each part that the server has taken adds one mark to it. Whoever reads can tell a whole from a part by
it, and whoever pushes again, from whatever machine, where to go on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import ServerError
from graph.identifiers import DEFAULT_BASE
from graph.vocabulary import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: The graph of the record: the same on every server, so that it can be found.
RECORD = DEFAULT_BASE + "pushed"
#: The graph that holds the store's default graph: a server's own may hold what others put there, or all graphs.
DEFAULT = DEFAULT_BASE + "default"
PUSH = "https://w3id.org/strategy-links/push#"

#: Reads the record. Its graph may be missing: then nothing was pushed.
RECORD_QUERY = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{RECORD}> {{ ?s ?p ?o }} }}"
WHOLE, PARTIAL = "whole", "partial"


@dataclass(frozen=True, slots=True)
class Sent:
    """One graph as it was, or is to be, pushed: how many triples, and their checksum (graph/remote/checksums.py)."""

    triples: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """A push: the name of the graph that holds the default graph, and every graph by name, that one among them."""

    graphs: Mapping[str, Sent]
    default: str = DEFAULT
    whole: bool = False
    arrived: frozenset[str] = frozenset()  # graphs that were sent and checked
    parts: Mapping[str, int] = field(default_factory=dict)  # how many parts of a graph the server has taken
    older: frozenset[str] = frozenset()  # graphs of pushes before this one that may still be there

    @property
    def named(self) -> frozenset[str]:
        """The named graphs of the store."""
        return frozenset(self.graphs) - {self.default}

    @property
    def checksum(self) -> str:
        """One checksum for all graphs."""
        import hashlib

        lines = [f"{name} {one.triples} {one.checksum}" for name, one in sorted(self.graphs.items())]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def lines(pushed: Pushed) -> Iterator[str]:
    """The record in N-Triples."""
    yield _line(RECORD, "state", f'"{WHOLE if pushed.whole else PARTIAL}"')
    yield _line(RECORD, "defaultGraph", f"<{pushed.default}>")
    for name, one in sorted(pushed.graphs.items()):
        yield _line(name, "triples", f'"{one.triples}"^^<{XSD}integer>')
        yield _line(name, "checksum", f'"{one.checksum}"')
        if name in pushed.arrived:
            yield arrived_mark(name)
        elif name in pushed.parts:
            yield part_mark(name, pushed.parts[name])
    for name in sorted(pushed.older):
        yield _line(RECORD, "older", f"<{name}>")


def part_mark(graph: str, part: int) -> str:
    """That the server has taken a part of a graph, the first being 1, in N-Triples."""
    return _line(graph, "part", f'"{part}"^^<{XSD}integer>')


def arrived_mark(graph: str) -> str:
    """That a graph was found on the server as it was sent, in N-Triples."""
    return _line(graph, "state", f'"{WHOLE}"')


def read(rows: Iterable[Mapping[str, Any]], where: str) -> Pushed | None:
    """The record from the rows of `RECORD_QUERY`; None where there is none. Raises ServerError where it is damaged."""
    said: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        name = row["p"].value.removeprefix(PUSH)
        said.setdefault(row["s"].value, {}).setdefault(name, []).append(row["o"].value)
    if not said:
        return None
    own = said.pop(RECORD, {})
    try:
        [default], [state] = own["defaultGraph"], own["state"]
        graphs = {name: Sent(int(one["triples"][0]), one["checksum"][0]) for name, one in said.items()}
        parts = {name: max(map(int, one["part"])) for name, one in said.items() if "part" in one}
    except (KeyError, ValueError) as error:
        problem = f"the record of what was pushed there is damaged (graph {RECORD})"
        raise ServerError(where, problem, "drop that graph and push again") from error
    arrived = frozenset(name for name, one in said.items() if WHOLE in one.get("state", ()))
    return Pushed(graphs, default, state == WHOLE, arrived, parts, frozenset(own.get("older", ())))


def _line(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{PUSH}{predicate}> {value} .\n"
