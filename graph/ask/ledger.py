"""The ledger: one row for each pledge, in reading order, and who holds it and which findings it is one of.

A build keeps it in the file of its answers (`graph.ask.keeping`), so that counts and pages of lists take some
hundredths of a second at fifty thousand pledges. It says of which build it was made, and by what: one that an older
version made, or that is of another build, is made anew when it is first asked for.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.ask.bookkeeping import OF_PLEDGES, OF_STATEMENTS, made_by, write_ledger
from graph.store import ANSWERS, opened_for_reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

__all__ = ["OF_PLEDGES", "OF_STATEMENTS", "has_ledger", "ledger", "share"]

#: Ledgers that another process has made of builds that have none, by the folder of the build.
_lent: dict[Path, Path] = {}


@contextmanager
def ledger(store: Store) -> Iterator[sqlite3.Connection]:
    """The ledger of a store, for reading. Raises StoreError where the file of a build is damaged."""
    with store.watched():
        path = _lent.get(store.build, store.build / ANSWERS)
        if has_ledger(path, store.build):
            with opened_for_reading(path) as connection:
                yield connection
            return
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(_kept(store))
            yield connection


def has_ledger(path: Path, build: Path) -> bool:
    """Whether a file holds the ledger of a build as this version makes it. Raises sqlite3.Error where it is damaged."""
    if not path.is_file():
        return False
    with opened_for_reading(path) as connection:
        try:
            return connection.execute("SELECT build, by FROM made").fetchall() == [(build.name, made_by())]
        except sqlite3.OperationalError:  # there is no such table
            return False


def share(store: Store, file: Path) -> None:
    """Of a build that keeps no ledger, have the first process that comes here make it into a file that all read.

    It takes seconds where pledges are many. What is wrong with a damaged build is told to who asks for its ledger.
    """
    import filelock

    with suppress(sqlite3.Error, OSError):  # then each makes its own in memory
        if has_ledger(store.build / ANSWERS, store.build):
            return
        with filelock.FileLock(f"{file}.lock"):
            if not _holds(file, store):
                beside = file.with_name(f"{file.name}.new")
                beside.write_bytes(made(store))
                beside.replace(file)
        _lent[store.build] = file


def _holds(file: Path, store: Store) -> bool:
    with suppress(sqlite3.Error):
        return has_ledger(file, store.build)
    return False


def made(store: Store) -> bytes:
    """The ledger of a build that keeps none, as a SQLite file."""
    answers = store.build / ANSWERS
    with closing(sqlite3.connect("file::memory:", uri=True)) as connection:
        if answers.is_file():
            connection.execute("ATTACH ? AS answers", (f"{answers.absolute().as_uri()}?mode=ro&immutable=1",))
        write_ledger(connection, store.graph, store.build)
        connection.commit()
        return connection.serialize()


_kept = lru_cache(maxsize=2)(made)
