"""What to ask: a store in a folder, or a SPARQL server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store import Queryable


def opened(folder: Path, endpoint: str | None, note: Callable[[str], None]) -> Queryable:
    """The server at an endpoint where one is given, or else the store in a folder; `note` is told what to know of it.

    Raises StoreError or ServerError where there is none.
    """
    if endpoint is None:
        return open_store(folder)
    from graph.remote.store import RemoteStore

    return RemoteStore(endpoint, note)
