"""What of a graph is on a server, read back from it."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

from graph.remote.checksums import Sum, summed
from graph.remote.store import RESULTS, TRIPLES

if TYPE_CHECKING:
    from graph.remote.record import Sent
    from graph.remote.store import RemoteStore


def arrived(store: RemoteStore, graph: str, wanted: Sent) -> Sent:
    """The count and the checksum of a graph on a server, of which `wanted` is hoped: in one go, or page by page.

    An engine with limits may leave out rows of the one go without a word; then the pages count. Nobody promises that
    pages without an order are parts of one whole, but where they are not, the checksum says so.
    Raises ServerError where the server fails.
    """
    page = store.engine.page
    if page is None:
        return _streamed(store, graph)
    if wanted.triples <= page and (found := _streamed(store, graph)) == wanted:
        return found
    return _paged(store, graph, page)


def _streamed(store: RemoteStore, graph: str) -> Sent:
    import pyoxigraph

    with tempfile.TemporaryFile() as file, store.watched():
        store.sent(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", TRIPLES, into=file)
        file.seek(0)
        quads = pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return summed(str(quad.triple) for quad in quads)


def _paged(store: RemoteStore, graph: str, page: int) -> Sent:
    import pyoxigraph

    total = Sum()
    read = 0
    while True:
        part = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} LIMIT {page} OFFSET {read}"
        body = store.sent(part, RESULTS).body
        with store.watched():
            answer: Any = pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
            rows = [" ".join(map(str, row)) for row in answer]
        if not rows:  # a server may give fewer than a page, so that only an empty one is the end
            return total.sent
        total.add(rows)
        read += len(rows)
