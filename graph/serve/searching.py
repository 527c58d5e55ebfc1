"""Search as the browser does it: `/search`, its scripts under `/assets/`, and the index, made from the live store.

The server finds nothing itself: it gives the same page and the same kind of index as a published folder.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from graph.serve.answers import Answered, Sink
from graph.serve.replies import reply_to, response, site_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from graph.store import Store

_SCRIPT = "text/javascript"


def page(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The page."""
    from graph.serve.pages import links_of
    from graph.show.site.search import search_page

    return Answered("text/html", search_page(links_of(store, asked)))


def index(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The index; nothing where the browser has that of this build, as the tag `asked["has"]` tells."""
    from graph.serve.pages import links_of
    from graph.show.site import search

    tag = f'"{(store.build / "build.json").stat().st_mtime_ns:x}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in asked["has"]:
        return Answered(_SCRIPT, status=304, headers=headers)
    sink = Sink(Path(asked["file"]), asked["most"])
    sink.write(search.index(store, links_of(store, asked)))
    return replace(sink.answered(_SCRIPT), headers=headers)


def routes() -> list[BaseRoute]:
    """The routes of this module."""
    from graph.show.site.search import INDEX, scripts

    return [
        Route("/search", _page),
        Route(f"/assets/{INDEX}", _index),
        *(Route(f"/assets/{name}", _script(content)) for name, content in scripts().items()),
    ]


async def _page(request: Request) -> Response:
    return response(await reply_to(request, {"task": "search"} | site_of(request)))


async def _index(request: Request) -> Response:
    has = request.headers.get("if-none-match", "")
    return response(await reply_to(request, {"task": "search-index", "has": has} | site_of(request)))


def _script(content: bytes) -> Any:
    async def script(_: Request) -> Response:
        return Response(content, media_type=_SCRIPT, headers={"Cache-Control": "no-cache"})

    return script


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {"search": page, "search-index": index}
