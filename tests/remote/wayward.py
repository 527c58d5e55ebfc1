"""A small HTTP server that answers as a test tells it to, and notes what it is asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RESULTS = "application/sparql-results+json"
EMPTY = b'{"head":{"vars":["s","p","o"]},"results":{"bindings":[]}}'


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """One response; `cut` says after how many bytes of the body the connection ends."""

    status: int = 200
    body: bytes = EMPTY
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": RESULTS})
    cut: int | None = None


class Wayward:
    """`answer` makes an answer of each request."""

    def __init__(self, answer: Callable[[Asked], Answer]) -> None:
        self.asked: list[Asked] = []
        wayward = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = Asked(self.command, self.path, dict(self.headers.items()), body)
                wayward.asked.append(asked)
                given = answer(asked)
                self.send_response(given.status)
                for name, value in given.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(given.body)))
                self.end_headers()
                self.wfile.write(given.body[: given.cut])

            do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/sparql"

    def __enter__(self) -> Wayward:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
