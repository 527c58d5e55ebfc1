"""Answers as files: `/queries/NAME.csv` and its like for spreadsheets, `/data/strategy-links.ttl` for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from graph.serve.protocol import fields_of
from graph.serve.replies import reply_to, response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """The routes of this module."""
    return [Route("/queries/{name}.{form}", _table), Route("/data/strategy-links.{form}", _download)]


async def _table(request: Request) -> Response:
    """The answer of a named query, its parameters behind the question mark. Raises RefusedError."""
    values = fields_of(request.scope["query_string"])
    return response(await reply_to(request, {"task": "named", **request.path_params, "values": values}))


async def _download(request: Request) -> Response:
    return response(await reply_to(request, {"task": "download", **request.path_params}))
