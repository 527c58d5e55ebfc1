"""Pages that hold everything in one file: `/graph`, what `strategy-links view` writes, of the store that is served.

Such a page carries a policy of its own, which names its scripts by their digests; the server's would stop them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.routing import Route

from graph.errors import UnknownError
from graph.serve.answers import Answered, Sink
from graph.serve.formats import HTML
from graph.serve.pages import links_of, problem
from graph.serve.replies import reply_to, response, site_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from graph.serve.pages import ServerLinks
    from graph.store import Store

_POLICY = {"Content-Security-Policy": "frame-ancestors 'none'"}
#: Pledges that are drawn at once: a worker draws about 500 in a second (measured at 47,208), and 10 seconds are long.
MOST = 5_000
_AT_ONCE = 50  # pledges whose records are asked for by name


def graph_page(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The graph page, or where it would take too long the page that offers its strategies.

    `asked` holds `focus` and `strategy`, or None; where they name nothing, the page says so.
    """
    try:
        return _drawn(store, asked)
    except UnknownError as error:
        return problem(store, {**asked, "status": 404, "sentence": str(error), "form": HTML})


def _drawn(store: Store, asked: Mapping[str, Any]) -> Answered:
    from graph.ask.findings import by_status
    from graph.show.graphpage.view import view

    focus, strategy, links = asked["focus"], asked["strategy"], links_of(store, asked)
    gathered = None
    if sum(by_status(store).values()) > MOST:
        chosen = _chosen(store, strategy)
        if sum(one["pledges"] for one in chosen) > MOST:
            return _offered(chosen, focus, links)
        gathered = _records(store, [one["iri"] for one in chosen])
    sink = Sink(Path(asked["file"]), asked["most"])
    sink.write(view(store, focus=focus, strategy=strategy, gathered=gathered, links=links).encode())
    return replace(sink.answered("text/html"), headers=_POLICY)


def _chosen(store: Store, strategy: str | None) -> list[dict[str, Any]]:
    """The strategies that hold pledges and that a text names, all where there is none."""
    from graph.ask.findings import by_strategy
    from graph.ask.nearest import unknown_strategy
    from graph.ask.where import holds

    found = [one for one in by_strategy(store) if one["pledges"]]
    exact = [one for one in found if one["iri"] == strategy]
    named = [one for one in found if strategy is None or holds(strategy, one["title"], one["iri"])]
    if strategy and not named:
        raise unknown_strategy(store, strategy)
    return exact or named


def _offered(chosen: Sequence[Mapping[str, Any]], focus: str | None, links: ServerLinks) -> Answered:
    from graph.show.site.choosing import choosing_page

    def address(strategy: str) -> str:
        return f"{links.graph}?{urlencode({'strategy': strategy} | ({'focus': focus} if focus else {}))}"

    return Answered("text/html", choosing_page(chosen, sum(one["pledges"] for one in chosen), MOST, address, links))


def _records(store: Store, strategies: Sequence[str]) -> list[dict[str, Any]]:
    """The records of the pledges of strategies, in reading order, some at a time.

    Asked for by name, each takes some milliseconds while they are few at once, and seconds where they are hundreds.
    """
    from graph.ask.pledged import ledger_of
    from graph.ask.records import commitment_records
    from graph.ask.rows import located

    query = "SELECT iri FROM pledges WHERE strategy IN (SELECT value FROM json_each(?)) ORDER BY number"
    iris = [iri for (iri,) in ledger_of(store).execute(query, (json.dumps(strategies),))]
    parts = (iris[start : start + _AT_ONCE] for start in range(0, len(iris), _AT_ONCE))
    return [one for part in parts for one in commitment_records(store, part, quoted=located)]


def routes() -> list[BaseRoute]:
    """The routes of this module."""
    return [Route("/graph", _graph)]


async def _graph(request: Request) -> Response:
    narrowed = {name: request.query_params.get(name) or None for name in ("focus", "strategy")}
    return response(await reply_to(request, site_of(request) | {"task": "graph", **narrowed}))


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {"graph": graph_page}
