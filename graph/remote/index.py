"""The search index of a server's store, made on this machine and kept as long as the same is pushed there."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from graph import __version__
from graph.errors import ServerError
from graph.identifiers import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.remote.store import RemoteStore

_DIGITS = 16


def local_index(store: RemoteStore, note: Callable[[str], None]) -> Path:
    """The file of the index. Where the server does not say what was pushed, it is made for this run alone.

    Raises ServerError where the server or the disk fails.
    """
    try:
        if store.pushed is None or not store.pushed.whole:
            if store.pushed is None:
                note(
                    "This server does not say what it holds, so its index for the search is made anew each time;"
                    " with strategy-links push it is made once."
                )
            folder = Path(tempfile.mkdtemp(prefix="strategy-links-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            return _made(store, folder / "search.sqlite")
        return _kept(store, store.pushed.checksum)
    except (OSError, sqlite3.Error) as error:
        remedy = "free some space, or name another folder in XDG_CACHE_HOME"
        raise ServerError(store.shown, f"its index for the search cannot be written ({error})", remedy) from error


def _kept(store: RemoteStore, checksum: str) -> Path:
    """The index of what is pushed now; those of earlier pushes to this server are removed."""
    import platformdirs

    folder = platformdirs.user_cache_path("strategy-links", appauthor=False)
    server = fingerprint(store.client.address.url, digits=_DIGITS)
    path = folder / f"{server}-{fingerprint(__version__, checksum, digits=_DIGITS)}.sqlite"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for older in sorted(folder.glob(f"{server}-*.sqlite")):
            older.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            _made(store, Path(beside) / path.name).replace(path)
    return path


def _made(store: RemoteStore, path: Path) -> Path:
    from graph.ask.index import entries
    from graph.ask.search import write_index

    with store.watched():
        write_index(path, entries(store))
    return path
