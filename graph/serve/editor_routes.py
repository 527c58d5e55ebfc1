"""`/editor` and what its page asks for: `/editor/settings.json`, and the scripts and styles under `/assets/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.serve.editor import ASSETS
from graph.serve.replies import reply_to, response, site_of

if TYPE_CHECKING:
    from os import PathLike, stat_result

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import Scope

# Nothing is fetched from elsewhere, and no script or style works but those of the server and the one style sheet, known
# by its digest, that a part of YASGUI's table writes into the page. https://www.w3.org/TR/CSP3/
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# What the system says of these endings may differ, and a script of another type does not run.
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class _Assets(StaticFiles):
    """Files of the program. A browser that has one asks whether it has changed, and gets it again only then."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        found = super().file_response(full_path, stat_result, scope, status_code)
        found.headers["Content-Type"] = _TYPES.get(Path(full_path).suffix, "text/plain; charset=utf-8")
        found.headers["Cache-Control"] = "no-cache"
        return found


def routes() -> list[BaseRoute]:
    """The routes of this module."""
    return [
        Route("/editor", _page),
        Route("/editor/settings.json", _settings),
        *(Mount(f"/assets/{folder}", _Assets(directory=ASSETS / folder)) for folder in ("editor", "yasgui")),
    ]


async def _page(request: Request) -> Response:
    task = {"task": "editor"} | site_of(request)
    return response(await reply_to(request, task), {"Content-Security-Policy": POLICY})


async def _settings(request: Request) -> Response:
    return response(await reply_to(request, {"task": "editor-settings"}), {"Cache-Control": "no-cache"})
