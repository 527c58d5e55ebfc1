"""Pages that hold everything in one file: `/graph`, what `strategy-links view` writes, of the store that is served.

Such a page carries a policy of its own, which names its scripts by their digests; the server's would stop them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from graph.serve.answers import Answered, Sink
from graph.serve.replies import reply_to, response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from graph.store import Store

_POLICY = {"Content-Security-Policy": "frame-ancestors 'none'"}


def graph_page(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The graph page. `asked` holds `focus` and `strategy`, or None. Raises UnknownError where they name nothing."""
    from graph.show.graphpage.view import view

    sink = Sink(Path(asked["file"]), asked["most"])
    sink.write(view(store, focus=asked["focus"], strategy=asked["strategy"]).encode())
    return replace(sink.answered("text/html"), headers=_POLICY)


def routes() -> list[BaseRoute]:
    """The routes of this module."""
    return [Route("/graph", _graph)]


async def _graph(request: Request) -> Response:
    narrowed = {name: request.query_params.get(name) or None for name in ("focus", "strategy")}
    return response(await reply_to(request, {"task": "graph", **narrowed}))


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {"graph": graph_page}
