"""An HTTP relay to a server: it passes everything on, notes it, and breaks where a test says so."""

from __future__ import annotations

import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from servers.running import Running

_OF_ONE_HOP = frozenset(
    {"connection", "content-length", "content-encoding", "date", "host", "server", "transfer-encoding"}
)


class Relay:
    """`server` is the server by way of the relay. Each write of a graph counts; `break_at` names the one that fails."""

    def __init__(self, server: Running) -> None:
        self.written: list[tuple[str, str]] = []  # method and graph
        self.on_write: Callable[[int], None] = lambda _: None
        self.break_at: int | None = None
        parts = urlsplit(server.endpoint)
        self._home = f"{parts.scheme}://{parts.netloc}"
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        here = f"http://127.0.0.1:{self._http.server_port}"

        def through(url: str) -> str:
            return url.replace(self._home, here)

        self.server = replace(
            server,
            endpoint=through(server.endpoint),
            update=through(server.update),
            graph_store=through(server.graph_store),
        )

    def __enter__(self) -> Relay:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def noted(self, method: str, path: str) -> bool:
        """Count a write of a graph that holds data; whether it may pass."""
        query = httpx.QueryParams(urlsplit(path).query)
        graph = query.get("graph", "")
        if not graph or graph.endswith("/pushed"):
            return True
        self.written.append((method, graph))
        self.on_write(len(self.written))
        return self.break_at is None or len(self.written) < self.break_at

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        relay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.command != "GET" and not relay.noted(self.command, self.path):
                    self.close_connection = True
                    self.connection.close()
                    return
                told = {name: value for name, value in self.headers.items() if name.lower() not in _OF_ONE_HOP}
                answer = httpx.request(self.command, relay._home + self.path, content=body, headers=told, timeout=60)
                self.send_response(answer.status_code)
                for name, value in answer.headers.multi_items():
                    if name.lower() not in _OF_ONE_HOP:
                        self.send_header(name, value)
                self.send_header("Server", answer.headers.get("server", ""))
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        return Handler
