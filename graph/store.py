"""The store on disk: a graph in Oxigraph, a search index beside it, and builds that are swapped in whole.

    STORE/current          the name of the build that readers see
    STORE/builds/NAME/     graph/ (Oxigraph), search.sqlite, texts.sqlite, answers.sqlite, build.json

A build is written beside the one in use and becomes current by one rename, so that a reader sees the old
one or the new one. What a killed build leaves behind is removed by the next. The build before the current
one is kept, for readers that opened it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from graph.errors import StoreError
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    import pyoxigraph

DEFAULT_STORE = Path(".strategy-links")

_GRAPH, _RECORD = "graph", "build.json"
_NAME = re.compile(r"build-[0-9]{6,}")
SEARCH_INDEX, TEXTS, ANSWERS = "search.sqlite", "texts.sqlite", "answers.sqlite"


class Queryable(Protocol):
    """What questions are put to: the embedded store, or a server (`graph.remote.store`)."""

    @property
    def at_once(self) -> int | None:
        """How many things one query may name in its VALUES; None where any number may be."""

    @property
    def search_index(self) -> Path:
        """The SQLite file that `ask.search` reads."""

    def query(self, query: str, **dataset: Any) -> Any:
        """Solutions, triples or a boolean. The project's prefixes need not be declared. Raises SyntaxError."""

    def watched(self) -> AbstractContextManager[None]:
        """Explains to a person what goes wrong while an answer is read."""

    def select(self, query: str) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT, as terms by the name of their variable; unbound variables are left out."""


class Store:
    """A finished build, opened for reading.

    A query that names no graph sees everything once, but for the assessments, which only named graphs hold.
    """

    at_once: int | None = 1000  # named more at once, the engine looks through all things rather than for these

    def __init__(self, folder: Path, build: Path) -> None:
        import pyoxigraph

        self.folder = folder
        self.build = build
        with _damage_explained(folder):
            self.graph = pyoxigraph.Store.read_only(str(build / _GRAPH))
            if next(iter(self.graph), None) is None:  # no build is empty: what a damaged one opens as
                raise OSError("its graph is empty")

    @property
    def search_index(self) -> Path:
        """The SQLite file that `ask.search` reads."""
        return self.build / SEARCH_INDEX

    @cached_property
    def record(self) -> dict[str, Any]:
        """What was built: version, inputs with checksums, counts."""
        with _damage_explained(self.folder):
            record: dict[str, Any] = json.loads((self.build / _RECORD).read_text(encoding="utf-8"))
        return record

    def text_of(self, document: str) -> str | None:
        """The decoded text of a document, as it was when it was read; None where there is no such document."""
        with _damage_explained(self.folder), opened_for_reading(self.build / TEXTS) as connection:
            row = connection.execute("SELECT text FROM texts WHERE document = ?", (document,)).fetchone()
        return row[0] if row else None

    def query(self, query: str, **dataset: Any) -> Any:
        """What Oxigraph answers: solutions, triples or a boolean. The project's prefixes need not be declared.

        `dataset` is Oxigraph's `default_graph` and `named_graphs`. Raises SyntaxError where it is not SPARQL 1.1.
        """
        return self.graph.query(query, prefixes=PREFIXES, **dataset)

    def watched(self) -> AbstractContextManager[None]:
        """Explains a damaged store to a person while what `query` answered is read."""
        return _damage_explained(self.folder)

    def select(self, query: str) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT, as terms by the name of their variable; unbound variables are left out."""
        with _damage_explained(self.folder):
            solutions = self.query(query)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                yield {name: solution[name] for name in names if solution[name] is not None}


def open_store(folder: Path = DEFAULT_STORE) -> Store:
    """Open the current build for reading.

    Raises StoreError where there is none, or it is damaged.
    """
    return Store(folder, current_build(folder))


def current_build(folder: Path) -> Path:
    """The folder of the build that readers see. Raises StoreError where there is none, or the store is damaged."""
    _check_folder(folder)
    try:
        text = (folder / "current").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StoreError(f"{folder}: there is no store here; run strategy-links build first.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(folder, error) from error
    name = _NAME.fullmatch(text.strip())
    if not name or not (folder / "builds" / name.group()).is_dir():
        raise _damaged(folder, "its file current names no build")
    return folder / "builds" / name.group()


def publish(
    folder: Path,
    quads: Iterable[pyoxigraph.Quad],
    record: dict[str, Any],
    companions: Callable[[pyoxigraph.Store, Path], None],
) -> Path:
    """Write a build and make it the current one; `companions` writes the files beside the loaded graph.

    Raises StoreError where another build is running or the disk does not take it; the old build stays in use.
    """
    import filelock

    _check_folder(folder)
    with writing(folder):
        builds = folder / "builds"
        builds.mkdir(parents=True, exist_ok=True)
        try:
            with filelock.FileLock(folder / "lock", timeout=0):
                used = _current_name(folder)
                _remove_old(builds, used)
                name = f"build-{int(used.removeprefix('build-')) + 1 if used else 1:06d}"
                build = builds / name
                build.mkdir()
                _load(build, quads, companions)
                text = json.dumps(record, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
                (build / _RECORD).write_text(text, encoding="utf-8")
                _sync_tree(build)
                _replace(folder / "current", name + "\n")
                return build
        except filelock.Timeout:
            raise StoreError(f"{folder}: another build is writing to this store; wait until it has ended.") from None


def _load(build: Path, quads: Iterable[pyoxigraph.Quad], companions: Callable[[pyoxigraph.Store, Path], None]) -> None:
    """Fill a build. Its files are let go of at the end, also where the quads end in an error."""
    import pyoxigraph

    graph = pyoxigraph.Store(str(build / _GRAPH))
    try:
        graph.bulk_extend(quads)
        graph.optimize()
        graph.flush()
        companions(graph, build)
    finally:
        del graph


def _check_folder(folder: Path) -> None:
    try:
        is_something_else = folder.exists() and not folder.is_dir()
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}: no folder can have this name; name another with --store.") from error
    if is_something_else:
        raise StoreError(f"{folder}: is a file, not the folder of a store; name another with --store.")


def _current_name(folder: Path) -> str | None:
    try:
        name = _NAME.fullmatch((folder / "current").read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return None
    return name.group() if name else None


def _remove_old(builds: Path, kept: str | None) -> None:
    """Remove the builds that are neither current nor anybody else's files."""
    for path in sorted(builds.iterdir()):
        if path.name != kept and _NAME.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True)


def _replace(path: Path, text: str) -> None:
    """Write a small file whole or not at all, and have it on the disk before anybody relies on it."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:  # Windows syncs only what is open for writing
                os.fsync(file.fileno())


@contextmanager
def opened_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A SQLite file of a finished build, where nobody writes. Raises sqlite3.Error where it is missing or damaged."""
    import sqlite3

    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield connection


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say as a StoreError what the disk refuses."""
    import sqlite3

    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "free some space or name another folder with --store; the build in use, if any, is untouched"
        raise StoreError(f"{folder}: the store cannot be written ({reason}); {remedy}.") from error


@contextmanager
def _damage_explained(folder: Path) -> Iterator[None]:
    import sqlite3

    try:
        yield
    except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, reason: object) -> StoreError:
    return StoreError(f"{folder}: the store is damaged ({reason}); run strategy-links build again.")
