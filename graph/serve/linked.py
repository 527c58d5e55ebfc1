"""Linked data and the pages that lead to it: what is asked becomes a task of `graph.serve.pages`.

Every address with several formats answers in the one that the header Accept wants most, or in that of its ending:

    /id/REST         the IRI BASE + REST, for the bases of the store
    /ontology        the terms of the ontology and of the status scheme, each at #Term
    /void            what the data is; /.well-known/void leads there (https://www.w3.org/TR/void/#well-known)

Pages for people alone: `/`, `/queries`, `/lists/NAME?page=N`, `/method` and `/accessibility`.

It answers with 200, not with 303: what stands at the server's address is the description, whose thing has an IRI of its
own (https://www.w3.org/TR/cooluris/); `Link: <IRI>; rel="canonical"` tells it. HTML is for who names it, as browsers
do. Who accepts anything, as curl does, gets Turtle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.serve import searching
from graph.serve.formats import FORMATS, HTML, MEDIA_TYPES
from graph.serve.negotiation import best
from graph.serve.protocol import RefusedError, fields_of
from graph.serve.replies import reply_to, response, site_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

_OFFERED = {**FORMATS, "application/json": "jsonld"}  # JSON-LD is JSON
_ENDINGS = "|".join(MEDIA_TYPES)
_DIGITS = 6


def routes() -> list[BaseRoute]:
    """The routes of this module. `/queries/NAME.FORM` is another's and goes before them."""
    return [
        Route("/", _page("home")),
        Route("/method", _page("method")),
        Route("/accessibility", _page("accessibility")),
        Route("/lists/{name}", _list),
        Route("/queries", _page("queries")),
        Route("/queries/{name}", _query),
        Route("/id/{rest:path}", _resource),
        *(
            Route(f"/{task_path}{ending}", _described(task, ending.removeprefix(".") or None))
            for task_path, task in (("ontology", "ontology"), ("void", "dataset"))
            for ending in ("", *(f".{one}" for one in MEDIA_TYPES))
        ),
        Route("/.well-known/void", _well_known),
        Route("/assets/site.css", _style),
        *searching.routes(),
    ]


def accepted(request: Request) -> str | None:
    """The ending of the format that a request wants most, None where it accepts none."""
    media_type = best(", ".join(request.headers.getlist("accept")), _OFFERED)
    return _OFFERED[media_type] if media_type else None


async def service(request: Request) -> Response:
    """`/sparql` without a query: a description of the service, and the editor for who wants HTML."""
    form = accepted(request)
    if form == HTML:
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    return await _answer(request, {"task": "service", "form": form}, {"Vary": "Accept"})


async def refused(request: Request, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """Why a request is not answered: a page for who wants HTML, as browsers do, and one line of text for all others.

    The endpoint speaks to programs, whatever they accept.
    """
    told = {**(headers or {}), "Vary": "Accept"}
    if accepted(request) == HTML and request.url.path != "/sparql":
        page = await _answer(request, {"task": "problem", "status": status, "sentence": sentence, "form": HTML}, told)
        if page.status_code == status:
            return page
    return PlainTextResponse(sentence + "\n", status, told)


async def _answer(request: Request, task: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    known = site_of(request) | {"path": request.url.path}
    return response(await reply_to(request, known | task), headers)


def _page(task: str) -> Any:
    async def page(request: Request) -> Response:
        return await _answer(request, {"task": task})

    return page


def _described(task: str, ending: str | None) -> Any:
    async def described(request: Request) -> Response:
        return await _answer(request, {"task": task, "form": ending or accepted(request)}, {"Vary": "Accept"})

    return described


async def _query(request: Request) -> Response:
    values = fields_of(request.scope["query_string"])
    return await _answer(request, {"task": "query", "name": request.path_params["name"], "values": values})


async def _list(request: Request) -> Response:
    return await _answer(request, {"task": "listing", "name": request.path_params["name"], "page": _number(request)})


async def _resource(request: Request) -> Response:
    task = {
        "task": "resource",
        "rest": request.path_params["rest"],
        "form": accepted(request),
        "page": _number(request),
    }
    return await _answer(request, task, {"Vary": "Accept"})


def _number(request: Request) -> int:
    """The page that is asked for. Raises RefusedError for what is no number from 1."""
    given = request.query_params.get("page", "1")
    if not (given.isascii() and given.isdecimal() and len(given) <= _DIGITS and int(given)):
        raise RefusedError(400, "The parameter page is a number from 1; give one.")
    return int(given)


async def _well_known(_: Request) -> Response:
    return RedirectResponse("/void", 303)


async def _style(_: Request) -> Response:
    from graph.show.site.rendering import style

    return Response(style(), media_type="text/css", headers={"Cache-Control": "no-cache"})
