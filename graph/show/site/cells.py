"""The cells of tables on pages: a text, perhaps with the page that it leads to, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from graph.show.words import shown

if TYPE_CHECKING:
    from graph.show.site.links import Links

Cell = dict[str, Any]


def thing_cell(iri: str | None, text: str, links: Links) -> Cell:
    """What a thing is called, with its page."""
    return text_cell(text) | {"href": links.iri(iri) if iri else None}


def linked(cell: Cell) -> Markup:
    """A cell, or anything else with its four keys, as HTML. A page has dozens: a macro takes several times as long.

    >>> print(linked({"text": "A & B", "href": "b.html", "away": False, "language": None}))
    <a href="b.html"><bdi>A &amp; B</bdi></a>
    """
    language = f' lang="{escape(cell["language"])}"' if cell["language"] else ""
    text = f"<bdi{language}>{escape(cell['text'])}</bdi>"
    if not cell["href"]:
        return Markup(text)  # noqa: S704 - escaped just here
    away = ' rel="external noreferrer"' if cell["away"] else ""
    return Markup(f'<a href="{escape(cell["href"])}"{away}>{text}</a>')  # noqa: S704


def text_cell(text: str | None) -> Cell:
    """A text without the markup of its document."""
    return {"text": shown(text) if text else "", "href": None, "away": False, "language": None, "number": False}


def number_cell(number: float, *, grouped: bool = True) -> Cell:
    """A number, with marks between thousands unless it counts places."""
    return text_cell(f"{number:,}" if grouped else f"{number}") | {"number": True}
