"""Pushing a store to a server: its named graphs and its default graph, in parts, checked, and recorded last.

The record on the server (graph/remote/record.py) says from the first moment that what is there is no whole, and says
that it is only when every graph has been read back and found to be what was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.errors import ServerError
from graph.remote import record
from graph.remote.checksums import summed
from graph.remote.parts import parts
from graph.remote.record import DEFAULT, RECORD, Pushed
from graph.remote.store import RemoteStore
from graph.remote.verifying import arrived
from graph.remote.writers import writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pyoxigraph

    from graph.remote.writers import Writer
    from graph.store import Store

    #: Told what is being done, and how many triples of how many are done.
    Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a push did: graphs and triples that are on the server now, how many were sent, and graphs dropped."""

    graphs: int
    triples: int
    sent: int
    dropped: int


def push(
    store: Store,
    endpoint: str,
    *,
    graph_store: str | None = None,
    update: str | None = None,
    step: Step = lambda *_: None,
) -> Summary:
    """Make a server hold what the store holds; graphs that no push of ours made are left alone.

    Graphs that are there already, as the record on the server says, are checked and not sent again; a graph that
    broke off goes on with the next part. Raises ServerError where the server fails or keeps something else.
    """
    remote = RemoteStore(endpoint)
    pushing = _Push(store, remote, writer(remote.engine, graph_store, update), step)
    return pushing.run()


class _Push:
    """One push, from a store to a server."""

    def __init__(self, store: Store, remote: RemoteStore, write: Writer, step: Step) -> None:
        self.store, self.remote, self.write, self.step = store, remote, write, step
        self.sent = 0
        self.done = 0

    def run(self) -> Summary:
        before = self.remote.pushed
        planned = self.planned(before)
        self.total = 2 * sum(one.triples for one in planned.graphs.values())  # each is sent and read back
        if before is None or not before.whole or before.checksum != planned.checksum or before.older:
            self.keep(planned)
        for name in sorted(planned.graphs):
            self.bring(name, planned)
        for name in sorted(planned.older):
            self.step(f"dropping {name}", self.done, self.total)
            self.write.drop(name)
        whole = replace(planned, whole=True, arrived=frozenset(planned.graphs), parts={}, older=frozenset())
        if whole != before or self.sent:
            self.keep(whole)
        triples = sum(one.triples for one in planned.graphs.values())
        return Summary(len(planned.graphs), triples, self.sent, len(planned.older))

    def planned(self, before: Pushed | None) -> Pushed:
        """What is to be on the server, and what of it the record there says has come."""
        graphs = {}
        for name in self.names():
            self.step(f"counting {name}", 0, 1)
            graphs[name] = summed(str(quad.triple) for quad in self.quads(name))
        if before is None:
            return Pushed(graphs)
        same = {name for name, one in graphs.items() if before.graphs.get(name) == one}
        return Pushed(
            graphs,
            arrived=before.arrived & same,
            parts={name: number for name, number in before.parts.items() if name in same - before.arrived},
            older=(before.older | set(before.graphs)) - set(graphs),
        )

    def names(self) -> Iterator[str]:
        yield DEFAULT
        yield from (str(name.value) for name in self.store.graph.named_graphs())

    def quads(self, name: str) -> Iterable[pyoxigraph.Quad]:
        import pyoxigraph

        graph = pyoxigraph.DefaultGraph() if name == DEFAULT else pyoxigraph.NamedNode(name)
        return self.store.graph.quads_for_pattern(None, None, None, graph)

    def keep(self, pushed: Pushed) -> None:
        self.write.replace(RECORD, "".join(record.lines(pushed)).encode())

    def bring(self, name: str, planned: Pushed) -> None:
        """Send what is missing of a graph and check that all of it is there; where it is not, send it all once more."""
        wanted = planned.graphs[name]
        if name not in planned.arrived:
            self.send(name, planned.parts.get(name, 0))
        self.step(f"checking {name}", self.done, self.total)
        found = arrived(self.remote, name, wanted)
        if found != wanted and (name in planned.arrived or name in planned.parts):
            # Somebody else changed it: until it is sent again, what is there is no whole.
            self.keep(replace(planned, arrived=planned.arrived - {name}, parts={}))
            self.send(name, 0)
            found = arrived(self.remote, name, wanted)
        if found != wanted:
            kept = f"{found.triples:,} triples of {wanted.triples:,}"
            problem = f"after the push the graph {name} is not what was sent ({kept})"
            raise ServerError(self.remote.shown, problem, "push again, and look into the server's log and limits")
        if name not in planned.arrived:
            self.write.add(RECORD, record.arrived_mark(name).encode())
        self.done = min(self.done + wanted.triples, self.total)

    def send(self, name: str, taken: int) -> None:
        """Send a graph but for the parts that the server has already taken.

        A part is marked as taken when another follows it; the last is followed by the check of the whole.
        """
        for number, (triples, part) in enumerate(parts(self.quads(name), self.write.triples_a_part), start=1):
            self.step(f"sending {name}", self.done, self.total)
            if number == 1 and not taken:
                self.write.replace(name, part)
            elif number > taken:
                if number > taken + 1:
                    self.write.add(RECORD, record.part_mark(name, number - 1).encode())
                self.write.add(name, part)
            self.sent += triples if number > taken else 0
            self.done += triples
