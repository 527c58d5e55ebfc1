"""The application: which address is answered by what, and what holds for every answer."""

from __future__ import annotations

import re
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from graph.serve import editor_routes, files, linked, wholes
from graph.serve.endpoint import sparql
from graph.serve.pool import Pool
from graph.serve.protocol import RefusedError
from graph.show.site.imprint import NOBODY, Imprint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph.serve.limits import Limits

# https://owasp.org/www-project-secure-headers/
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        b"base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
)
_SENTENCES = {
    404: "There is nothing at this address; the page at / shows what there is.",
    405: "This address only answers the methods that the header Allow names.",
}
# By another name comes only a page from elsewhere that had its own name point here (DNS rebinding).
_HOST = re.compile(rb"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?", re.IGNORECASE)


_ELSEWHERE = PlainTextResponse("This server is 127.0.0.1 or localhost; ask it by that name.\n", 400)


def application(folder: Path, limits: Limits, ready: Callable[[], None], imprint: Imprint = NOBODY) -> Starlette:
    """The server of one store; `ready` is called once it can answer, and `imprint` tells whose its pages are."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with tempfile.TemporaryDirectory(prefix="strategy-links-") as spool:
            app.state.pool = Pool(folder, Path(spool), limits)
            try:
                await app.state.pool.start()
                ready()
                yield
            finally:
                await app.state.pool.stop()

    app = Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            *editor_routes.routes(),
            *files.routes(),
            *wholes.routes(),
            *linked.routes(),
        ],
        middleware=[Middleware(Guarded)],
        exception_handlers={RefusedError: _refused, HTTPException: _missing},
        lifespan=lifespan,
    )
    app.state.limits = limits
    app.state.imprint = imprint
    return app


class Guarded:
    """Answers to this machine's own names alone, and keeps pages from elsewhere out of what is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(one for one in HEADERS if one[0] not in given)]
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        known = len(hosts) == 1 and _HOST.fullmatch(hosts[0])  # exactly one: RFC 9112, section 3.2
        await (self._app if known else _ELSEWHERE)(scope, receive, guarded)


async def _missing(request: Request, error: Exception) -> Response:
    """What Starlette says of an address or a method that there is not, as a sentence."""
    status, headers = getattr(error, "status_code", 500), getattr(error, "headers", None)
    return await linked.refused(request, status, _SENTENCES.get(status, f"{error}."), headers)


async def _refused(request: Request, error: Exception) -> Response:
    return await linked.refused(request, getattr(error, "status", 500), str(error), getattr(error, "headers", None))
