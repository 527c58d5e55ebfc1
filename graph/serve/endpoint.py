"""`/sparql`: a request of the protocol becomes a task for a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.serve.linked import service
from graph.serve.negotiation import GRAPHS, RESULTS, best
from graph.serve.protocol import RefusedError, asked_by_get, asked_by_post
from graph.serve.replies import body_of, reply_to, response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from graph.serve.limits import Limits
    from graph.serve.protocol import Asked

_VARY = {"Vary": "Accept"}


async def sparql(request: Request) -> Response:
    """A query by GET, by a posted form, or posted as it is; nothing asked, what the service is. Raises RefusedError."""
    asked = await _asked(request)
    if asked is None:
        return await service(request)
    accept = ", ".join(request.headers.getlist("accept"))
    wanted = {"results": best(accept, RESULTS), "graphs": best(accept, GRAPHS)}
    if not any(wanted.values()):
        offered = ", ".join(dict.fromkeys((*RESULTS, *GRAPHS)))
        raise RefusedError(406, f"Answers are given as {offered}; accept one.", _VARY)
    return response(await reply_to(request, asked.task(str(request.url.replace(query=""))) | wanted), _VARY)


async def _asked(request: Request) -> Asked | None:
    limits: Limits = request.app.state.limits
    encoded: bytes = request.scope["query_string"]
    if len(encoded) > limits.address:
        raise RefusedError(414, "The address is too long; send the query by POST.")
    if request.method != "POST":
        return asked_by_get(encoded)
    body = await body_of(request, limits.request)
    return asked_by_post(request.headers.get("content-type", ""), encoded, body)
