"""Building a store: every body assembled, written as RDF, indexed for search, and published in one step."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from graph import __version__
from graph.assemble import assemble
from graph.errors import ManifestError, NothingFoundError
from graph.identifiers import DEFAULT_BASE
from graph.read.manifest import MANIFEST, Sources, read_bare_file, read_folder
from graph.resources import SEEDS
from graph.store import SEARCH_INDEX, TEXTS, publish
from graph.triples import graph_quads, vocabulary_quads
from graph.values import Review, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pyoxigraph

    from graph.model import Document, Graph

DEVON = SEEDS / "devon"


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    ignore_decisions: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Build a store from folders with a manifest and from bare files; from the Devon seeds where none is named.

    Returns the record of the build: `{"version", "documents": [...], "counts": {...}, "findings": [...]}`.
    Raises DocumentError, ManifestError or StoreError; the store in use is then untouched.
    """
    graphs = []
    sources = [_sources(path) for path in paths or (DEVON,)]
    _check_distinct(sources, paths)
    for one in sources:
        step(f"reading {one.body.name}")
        graphs.append(assemble(one, ignore_decisions=ignore_decisions))
    _check_not_empty(graphs)
    record = _record(graphs, ignore_decisions=ignore_decisions)
    bases = sorted({one.body.base for one in sources}) or [DEFAULT_BASE]
    quads = chain(vocabulary_quads(bases[0]), chain.from_iterable(map(graph_quads, graphs)))
    step("writing the store")
    documents = [document for graph in graphs for document in graph.documents]
    publish(store, quads, record, partial(_write_companions, documents=documents))
    return record


def _sources(path: Path) -> Sources:
    try:
        is_folder = path.is_dir()
    except OSError:  # no file can have such a name; reading it says so
        is_folder = False
    return read_folder(path) if is_folder else read_bare_file(path)


def _check_distinct(sources: Sequence[Sources], paths: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for one, path in zip(sources, paths, strict=False):
        if one.body.iri in seen:
            raise ManifestError(
                path,
                f"its body has the same id as that of {seen[one.body.iri]}",
                f"change the id in {MANIFEST} or the name",
            )
        seen[one.body.iri] = path


def _check_not_empty(graphs: Sequence[Graph]) -> None:
    """A store without a single pledge would only take the place of a better one."""
    if not any(section.commitments for graph in graphs for section in graph.sections):
        raise NothingFoundError(", ".join(one.file_name for graph in graphs for one in graph.documents))


def _record(graphs: Sequence[Graph], *, ignore_decisions: bool) -> dict[str, Any]:
    return {
        "version": __version__,
        "decisions_applied": not ignore_decisions,
        "documents": [
            {"body": graph.body.name, "file": one.file_name, "title": one.title, "sha256": one.sha256}
            for graph in graphs
            for one in graph.documents
        ],
        "counts": {
            "documents": sum(len(graph.documents) for graph in graphs),
            "sections": sum(len(graph.sections) for graph in graphs),
            "commitments": sum(1 for graph in graphs for _ in graph.commitments),
            "statements": sum(1 for graph in graphs for _ in graph.statements),
            "links": sum(len(graph.links) for graph in graphs),
        },
        "statuses": _statuses(graphs),
        "findings": [finding for graph in graphs for finding in graph.findings],
    }


def _statuses(graphs: Sequence[Graph]) -> dict[str, int]:
    """How many commitments have which status now."""
    current = Counter(one.status for graph in graphs for one in graph.assessments if one.review is not Review.REJECTED)
    return {status.value: current[status] for status in Status if current[status]}


def _write_companions(graph: pyoxigraph.Store, folder: Path, documents: Sequence[Document]) -> None:
    """The search index, and the documents' texts, against which quotes are checked."""
    import sqlite3
    from contextlib import closing

    from graph.ask.index import entries
    from graph.ask.search import write_index

    write_index(folder / SEARCH_INDEX, entries(graph))
    with closing(sqlite3.connect(folder / TEXTS)) as connection, connection:
        connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
        connection.executemany("INSERT INTO texts VALUES (?, ?)", ((one.iri, one.text) for one in documents))
