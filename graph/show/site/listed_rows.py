"""The rows of lists as pages show them: what is asked of a store, with words and with the pages that it leads to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.ask.holdings import strategies as all_strategies
from graph.identifiers import is_web_address
from graph.show.readable import numbered
from graph.show.site.cells import Cell, number_cell, text_cell, thing_cell
from graph.show.site.charts import parts
from graph.show.site.places import place_cell
from graph.show.wording import dated, period
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

_AIM = "StatedAim"


def pledges(store: Store, found: Sequence[Record], links: Links) -> list[Record]:
    """Pledges: words, page, status, owners, theme, and the strategy where the store holds several."""
    titles = _titles(store)
    return [
        {
            "text": shown(numbered(one)),
            "href": links.iri(one["iri"]),
            "status": one["status"],
            "owners": [thing_cell(owner["iri"], owner["name"], links) for owner in one["owners"]],
            **_under(one, titles),
        }
        for one in found
    ]


def statements(store: Store, found: Sequence[Record], links: Links) -> list[Record]:
    """Statements that answer no pledge: words, page, theme, and where they stand."""
    titles = _titles(store)
    return [
        {
            "text": shown(one["text"]),
            "href": links.iri(one["iri"]),
            **_under(one, titles),
            "place": place_cell(store, one["iri"], links),
        }
        for one in found
    ]


def trees(_: Store, found: Iterable[Record], links: Links) -> list[Record]:
    """Programmes with their parts: how many pledges each holds, with its parts and by itself, and their statuses."""
    return [
        thing_cell(one["iri"], one["name"], links)
        | {
            "total": one["pledges"],
            "owns": one["owns"],
            "parts": parts(one["statuses"], one["pledges"] or 1),
            "below": trees(_, one["parts"], links),
        }
        for one in found
    ]


def organisations(_: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Organisations with two numbers."""
    return [
        [thing_cell(one["iri"], one["name"], links), number_cell(one["owns"]), number_cell(one["involved"])]
        for one in found
    ]


def strategies(_: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Strategies with their period, their body and their figures."""
    return [
        [
            thing_cell(one["iri"], one["title"], links),
            text_cell(period(one["start"], one["end"])),
            thing_cell(one["body"], one["name"] or "", links),
            *_figures(one),
        ]
        for one in found
    ]


def bodies(_: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Bodies with their figures."""
    return [
        [
            thing_cell(one["iri"], one["name"] or "not named", links),
            number_cell(one["strategies"]),
            *_figures(one),
        ]
        for one in found
    ]


def themes(store: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Themes under their wider headings, with their strategy and their figures."""
    titles = _titles(store)
    return [
        [
            thing_cell(one["iri"], _path(one["path"]), links),
            thing_cell(one["strategy"], titles.get(one["strategy"], ""), links),
            *_figures(one),
        ]
        for one in found
    ]


def outcomes(store: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Outcomes with who says so."""
    own = words()["attestations"]["SelfReported"]
    return [
        [
            thing_cell(one["iri"], one["text"], links),
            text_cell("Aim" if one["attestation"] == _AIM else "Result"),
            text_cell(one["by"] or ("the body that states it" if one["attestation"] == _AIM else own)),
            place_cell(store, one["iri"], links),
        ]
        for one in found
    ]


def documents(_: Store, found: Iterable[Record], links: Links) -> list[list[Cell]]:
    """Documents with publisher, date, address and terms."""
    return [document_cells(one, links) for one in found]


def document_cells(one: Mapping[str, Any], links: Links) -> list[Cell]:
    """One document: title, publisher, date, address, terms."""
    return [
        thing_cell(one["iri"], one["title"], links),
        text_cell(one["publisher"] or "not stated"),
        text_cell(dated(one["issued"]) if one["issued"] else "not stated"),
        _away_cell(one["source"]),
        _away_cell(one["rights"]),
    ]


def _away_cell(text: str | None) -> Cell:
    """A text that may be an address of the web, and then leads there."""
    return text_cell(text or "not stated") | ({"href": text, "away": True} if text and is_web_address(text) else {})


def _figures(one: Mapping[str, Any]) -> list[Cell]:
    return [
        number_cell(one["pledges"]),
        *(number_cell(one["statuses"].get(status, 0)) for status in words()["statuses"]),
    ]


@lru_cache(maxsize=2)
def _titles(store: Store) -> dict[str, str]:
    return {one["iri"]: one["title"] for one in all_strategies(store)}


def _under(one: Mapping[str, Any], titles: Mapping[str, str]) -> Record:
    """The heading that something stands under, and what that is under: wider ones, and one of several strategies."""
    *wider, heading = map(shown, one["theme"] or [""])
    title = titles.get(one["strategy"] or "") if len(titles) > 1 else None
    return {"theme": heading, "under": [*wider, *([shown(title)] if title else [])]}


def _path(headings: Iterable[str]) -> str:
    return " – ".join(map(shown, headings))
