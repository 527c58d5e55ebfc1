"""How long the named queries take on a store of millions of triples: from the embedded store, and on Virtuoso.

    python -m benchmarks.size make STORE --triples 2000000     writes a store of invented bodies
    python -m benchmarks.size measure STORE [--virtuoso]       writes the table into docs/performance.md

Times are of the processor, medians, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import platform
import sqlite3
import statistics
import sys
import time
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import DefaultGraph

from benchmarks.bodies import BASE, bodies
from benchmarks.tables import TOP, markdown, put
from benchmarks.virtuoso import Virtuoso
from graph.ask.index import entries
from graph.ask.keeping import write_answers
from graph.ask.queries import named_queries
from graph.ask.run import answer_named, answer_text
from graph.ask.search import write_index
from graph.ask.statistics import statistics as counted
from graph.show.tables import Format, Table, render
from graph.store import ANSWERS, SEARCH_INDEX, TEXTS, open_store, publish
from graph.triples import graph_quads, vocabulary_quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad
    from pyoxigraph import Store as Oxigraph

    from graph.ask.queries import NamedQuery
    from graph.store import Store

T = TypeVar("T")

ROUNDS = 3
#: What somebody would set, by the name of the parameter.
TYPICAL = {"title": "council 17 ", "name": "17-3", "words": "library hub", "below": "0.56"}
_COLUMNS = ("query", "rows", "embedded", "rows as CSV", "with a parameter", "the same SPARQL, nothing kept")
_ON_VIRTUOSO = ("Virtuoso, the query", "Virtuoso, with all rows as CSV", "Virtuoso, with a parameter")


class Making:
    """Fills a store body by body; one is held in memory at a time."""

    def __init__(self, triples: int) -> None:
        self.triples = triples
        self.counts = {"triples": 0, "bodies": 0, "commitments": 0}
        self.texts: list[tuple[str, str]] = []
        self.record = {"version": "0", "decisions_applied": True, "documents": [], "findings": [], "bases": [BASE]}

    def quads(self) -> Iterator[Quad]:
        """Quads until the default graph holds as many triples as are wanted. Bodies share none."""
        yield from self.told(set(vocabulary_quads(BASE)))
        for graph in bodies():
            if self.counts["triples"] >= self.triples:
                return
            self.counts["bodies"] += 1
            self.counts["commitments"] += sum(1 for _ in graph.commitments)
            self.texts += [(one.iri, one.text) for one in graph.documents]
            yield from self.told(set(graph_quads(graph)))

    def told(self, quads: set[Quad]) -> set[Quad]:
        self.counts["triples"] += sum(one.graph_name == DefaultGraph() for one in quads)
        return quads

    def companions(self, loaded: Oxigraph, build: Path) -> None:
        """The files that a build has beside its graph, and how long each takes to make."""
        steps: dict[str, Callable[[], object]] = {
            "search index": lambda: write_index(build / SEARCH_INDEX, entries(loaded)),
            "kept answers": lambda: write_answers(build / ANSWERS, loaded),
            "statistics": lambda: self.record.update(statistics=counted(loaded)),
        }
        for name, step in steps.items():
            print(f"{name}: {_seconds(step)[0]:.1f} s", flush=True)
        with closing(sqlite3.connect(build / TEXTS)) as connection, connection:
            connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
            connection.executemany("INSERT INTO texts VALUES (?, ?)", self.texts)
        self.record["counts"] = self.counts


def make(folder: Path, triples: int) -> None:
    """Write a store."""
    making = Making(triples)
    taken, _ = _seconds(lambda: publish(folder, making.quads(), making.record, making.companions))
    print(f"{making.counts}: {taken:.0f} s")


def measure(folder: Path, virtuoso: Virtuoso | None) -> str:
    """The table, and below it what it was measured on."""
    store = open_store(folder)
    answer_text(store, "ASK { }")  # imports what checks a query
    lines = []
    for query in named_queries():
        line = [f"`{query.name}`", *embedded(store, query)]
        if virtuoso:
            line += on_virtuoso(virtuoso, query)
        lines.append(line)
        print(*line, flush=True)
    columns = (*_COLUMNS, *(_ON_VIRTUOSO if virtuoso else ()))
    return markdown(columns, lines) + "\n\n" + _about(store, virtuoso)


def embedded(store: Store, query: NamedQuery) -> Iterator[str]:
    """Rows, and seconds: the whole answer, written as CSV, with a parameter, and by SPARQL alone."""
    taken, answer = _median(lambda: answer_named(store, query, {}))
    yield f"{len(answer.rows):,}"
    yield _shown(taken)
    yield _shown(_median(lambda: render(Table(*answer), Format.CSV), rounds=1)[0])
    values = typical(query)
    yield _shown(_median(lambda: answer_named(store, query, values))[0]) if values else ""
    yield _shown(_median(lambda: answer_text(store, query.text), rounds=1)[0])


def on_virtuoso(server: Virtuoso, query: NamedQuery) -> Iterator[str]:
    """Seconds: counting the answer, the whole answer, and the answer with a parameter."""
    texts = [server.counting(query.text), query.text]
    values = typical(query)
    texts += [query.with_values(values)] if values else []
    for text in texts:
        server.ask(text)
        yield _shown(statistics.median(server.ask(text) for _ in range(ROUNDS)))
    if not values:
        yield ""


def typical(query: NamedQuery) -> dict[str, str]:
    """A value for each parameter that limits much."""
    return {one.name: TYPICAL[one.name] for one in query.parameters if one.name in TYPICAL}


def _about(store: Store, virtuoso: Virtuoso | None) -> str:
    kept = (store.build / ANSWERS).stat().st_size
    whole = sum(path.stat().st_size for path in (store.build / "graph").iterdir())
    counts = store.record["counts"]
    lines = [
        f"{counts['triples']:,} triples in the default graph, {len(store.graph):,} quads with the named graphs;"
        f" {counts['commitments']:,} pledges of {counts['bodies']} bodies.",
        f"The kept answers take {kept / 1e6:.0f} MB beside {whole / 1e6:.0f} MB of graph.",
        f"{platform.system()} on {platform.machine()}, Python {platform.python_version()},"
        f" pyoxigraph {version('pyoxigraph')}{', Virtuoso ' + virtuoso.version if virtuoso else ''}.",
    ]
    return "\n".join(lines)


def _seconds(step: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = step()
    return time.process_time() - start, done


def _median(step: Callable[[], T], rounds: int = ROUNDS) -> tuple[float, T]:
    taken, done = zip(*(_seconds(step) for _ in range(rounds)), strict=True)
    return statistics.median(taken), done[0]


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "measure"))
    parser.add_argument("store", type=Path)
    parser.add_argument("--triples", type=int, default=2_000_000)
    parser.add_argument("--virtuoso", action="store_true", help="start Virtuoso, load the store, and measure it too")
    given = parser.parse_args()
    if given.what == "make":
        make(given.store, given.triples)
        return
    if given.virtuoso:
        with Virtuoso.started(open_store(given.store)) as server:
            table = measure(given.store, server)
    else:
        table = measure(given.store, None)
    put(TOP / "docs" / "performance.md", "size", table)
    sys.stdout.write(table + "\n")


if __name__ == "__main__":
    main()
