"""Running the application with uvicorn, on this machine alone."""

from __future__ import annotations

import re
import signal
import socket
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graph.errors import ServeError
from graph.serve.app import application
from graph.show.site.imprint import NOBODY, Imprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.serve.limits import Limits

_HOST = "127.0.0.1"
_START = re.compile(rb"(?:GET|POST|HEAD) \S+ HTTP/1")
_OFFER = re.compile(rb"(?i)\r\nupgrade: *h2c(?=\r\n|$)")
_KEPT = 60  # seconds that a connection may be silent
_LAST_WORDS = 2  # seconds that answers on their way are given when the server is told to end


def serve(folder: Path, port: int, limits: Limits, ready: Callable[[str], None], imprint: Imprint = NOBODY) -> None:
    """Serve until the process is told to end; `ready` gets the address. Raises ServeError where the port is taken."""
    with _bound(port) as listening:
        config = uvicorn.Config(
            application(folder, limits, lambda: ready(f"http://{_HOST}:{listening.getsockname()[1]}/"), imprint),
            log_level="critical",
            access_log=False,
            http=_Upgradeless,
            loop="asyncio",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=_KEPT,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)  # uvicorn ends in order, then sends the signal once more
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except SystemExit:  # it could not start up, and has told nobody
            raise ServeError(f"{folder}: no worker can start; give more with --memory, or build again.") from None


class _Upgradeless(HttpToolsProtocol):
    """HTTP/1.1 that takes no notice of an offer to go on in HTTP/2, as RFC 9110, section 7.8 allows.

    Its parser would lose the body of such a request, and clients written in Java make the offer with each.
    """

    def data_received(self, data: bytes) -> None:
        if b"h2c" in data and _START.match(data):
            head, end, rest = data.partition(b"\r\n\r\n")
            data = _OFFER.sub(b"", head) + end + rest
        super().data_received(data)


def _bound(port: int) -> socket.socket:
    # With its protocol named: asyncio sends small answers at once (TCP_NODELAY) only where it knows it to be TCP.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_HOST, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise ServeError(f"{_HOST}:{port}: cannot be served at ({error.strerror}); name another with --port.") from None
    return listening
