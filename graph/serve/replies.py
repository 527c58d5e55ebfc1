"""What a worker replied, as HTTP; and what a request sends, within limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import FileResponse, Response

from graph.serve.pool import Reply
from graph.serve.protocol import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from graph.serve.pool import Pool

# Media types without a charset parameter say by themselves that they are UTF-8; those of text do not.
_CHARSET = "; charset=utf-8"


async def body_of(request: Request, most: int) -> bytes:
    """The body of a request. Raises RefusedError where it is larger than `most` bytes."""
    refused = RefusedError(413, f"The request is larger than {most / 2**20:g} MB; send a shorter query.")
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced) > most:
        raise refused
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise refused
        parts.append(part)
    return b"".join(parts)


def site_of(request: Request) -> dict[str, Any]:
    """What the pages of this server tell of it: its address, and who publishes them."""
    return {"root": str(request.base_url), "imprint": request.app.state.imprint.record()}


async def reply_to(request: Request, task: Mapping[str, Any]) -> Reply:
    """Have a worker do a task for as long as somebody waits for its answer."""
    pool: Pool = request.app.state.pool
    reply = await pool.run(dict(task), lambda: _gone(request))
    return reply or Reply(499)  # nobody reads it


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


class _LargeResponse(FileResponse):
    """A file in parts large enough that the reading of them does not count."""

    chunk_size = 2**20

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, and remove it whatever comes of that."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            Path(self.path).unlink(missing_ok=True)


def response(reply: Reply, headers: Mapping[str, str] | None = None) -> Response:
    """What a task came to, as HTTP."""
    media_type = reply.media_type + (
        _CHARSET if reply.media_type.startswith("text/") and ";" not in reply.media_type else ""
    )
    shown = {**(headers or {}), **reply.headers, "Content-Type": media_type}
    if reply.file is None:
        return Response(reply.body, reply.status, shown)
    return _LargeResponse(reply.file, reply.status, shown)
