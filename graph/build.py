"""Building a store: every body assembled, written as RDF, indexed for search, and published in one step."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import __version__
from graph.assemble import assemble
from graph.errors import NothingFoundError
from graph.gather import gather
from graph.identifiers import DEFAULT_BASE
from graph.resources import SEEDS
from graph.store import ANSWERS, SEARCH_INDEX, TEXTS, publish, writing
from graph.triples import graph_quads, vocabulary_quads
from graph.values import Review, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyoxigraph
    from pyoxigraph import Quad

    from graph.errors import DocumentError
    from graph.model import Graph

DEVON = SEEDS / "devon"


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    ignore_decisions: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Build a store from folders and bare files; from the Devon seeds where none is named.

    One body is held in memory at a time. A document that cannot be read is left out and told of, where others can be.
    Returns the record of the build: `{"version", "documents": [...], "counts": {...}, "findings": [...], "left_out"}`.
    Raises DocumentError, ManifestError or StoreError; the store in use is then untouched.
    """
    with writing(store), _Building(ignore_decisions=ignore_decisions, step=step) as building:
        building.record["paths"] = [str(path.resolve()) for path in paths or (DEVON,)]
        quads = building.quads(paths or (DEVON,))
        first = list(building.until_a_pledge(quads))  # where there is none, that is said before anything is written
        publish(store, chain(first, quads), building.record, building.write_companions)
    return building.record


class _Building:
    """One build: the bodies assembled one after the other, and what is counted on the way."""

    def __init__(self, *, ignore_decisions: bool, step: Callable[[str], None]) -> None:
        self.ignore_decisions = ignore_decisions
        self.step = step
        self.left_out: list[DocumentError] = []
        self.counts: Counter[str] = Counter()
        self.statuses: Counter[Status] = Counter()
        self.record: dict[str, Any] = {
            "version": __version__,
            "decisions_applied": not ignore_decisions,
            "documents": [],
            "findings": [],
        }

    def __enter__(self) -> _Building:
        self.folder = tempfile.TemporaryDirectory()
        self.texts = sqlite3.connect(Path(self.folder.name) / TEXTS)
        self.texts.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
        return self

    def __exit__(self, *_: object) -> None:
        self.texts.close()
        self.folder.cleanup()

    def until_a_pledge(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        """The first quads, up to those of the first body that has pledges."""
        while not self.counts["commitments"]:
            yield next(quads)

    def quads(self, paths: Sequence[Path]) -> Iterator[Quad]:
        """Every quad of every body. Raises what `build` raises."""
        bases: set[str] = set()
        for sources in gather(paths, self.left_out.append, self.record["findings"].append):
            if not sources.documents:
                continue
            self.step(f"reading {sources.body.name}")
            graph = assemble(sources, ignore_decisions=self.ignore_decisions)
            self.count(graph)
            bases.add(sources.body.base)
            yield from graph_quads(graph)
        self.record["bases"] = sorted(bases)
        self.finish()
        yield from vocabulary_quads(min(bases, default=DEFAULT_BASE))
        self.step("writing the store")

    def count(self, graph: Graph) -> None:
        rows = [
            {"body": graph.body.name, "file": one.file_name, "title": one.title, "sha256": one.sha256}
            for one in graph.documents
        ]
        self.record["documents"].extend(rows)
        self.record["findings"].extend(graph.findings)
        self.texts.executemany("INSERT INTO texts VALUES (?, ?)", ((one.iri, one.text) for one in graph.documents))
        self.counts.update(
            documents=len(graph.documents),
            sections=len(graph.sections),
            commitments=sum(1 for _ in graph.commitments),
            statements=sum(1 for _ in graph.statements),
            links=len(graph.links),
        )
        self.statuses.update(current_statuses(graph))

    def finish(self) -> None:
        """Complete the record. A store without a single pledge would only take the place of a better one."""
        if not self.counts["documents"] and self.left_out:
            raise self.left_out[0]
        if not self.counts["commitments"]:
            raise NothingFoundError(", ".join(row["file"] for row in self.record["documents"]))
        self.record["left_out"] = [str(error) for error in self.left_out]
        self.record["counts"] = dict(self.counts)
        self.record["statuses"] = {one.value: self.statuses[one] for one in Status if self.statuses[one]}
        self.texts.commit()

    def write_companions(self, graph: pyoxigraph.Store, folder: Path) -> None:
        """The search index, the answers kept, the texts that quotes are checked against; the record gets its counts."""
        from graph.ask.index import entries
        from graph.ask.keeping import write_answers
        from graph.ask.search import write_index
        from graph.ask.statistics import statistics

        write_index(folder / SEARCH_INDEX, entries(graph))
        write_answers(folder / ANSWERS, graph)
        self.record["statistics"] = statistics(graph)
        shutil.copyfile(Path(self.folder.name) / TEXTS, folder / TEXTS)


def current_statuses(graph: Graph) -> Iterator[Status]:
    """The status of each commitment as of now."""
    current = {one.commitment: one.status for one in graph.assessments if one.review is not Review.REJECTED}
    return iter(current.values())
