"""Pages that lead to others, as tasks of a worker: lists, how the links were made, and the accessibility statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import UnknownError
from graph.serve.answers import Answered
from graph.serve.formats import HTML
from graph.serve.pages import links_of, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.store import Store

_HTML = "text/html"


def listing(store: Store, asked: Mapping[str, Any]) -> Answered:
    """Page `page` of the list `name`."""
    from graph.show.site.lists import list_page

    try:
        body = list_page(store, asked["name"], asked["page"], links_of(store, asked))
    except UnknownError as error:
        return problem(store, {**asked, "status": 404, "sentence": str(error), "form": HTML})
    return Answered(_HTML, body)


def method(store: Store, asked: Mapping[str, Any]) -> Answered:
    """How the links were made, and how accurate they are."""
    from graph.show.site.method import method_page

    return Answered(_HTML, method_page(store, links_of(store, asked)))


def accessibility(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The accessibility statement."""
    from graph.show.site.accessibility import accessibility_page

    return Answered(_HTML, accessibility_page(links_of(store, asked)))


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {
    one.__name__: one for one in (listing, method, accessibility)
}
