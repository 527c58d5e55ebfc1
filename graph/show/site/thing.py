"""What the views of all kinds of things share: names with their pages, tables of pledges, quotes with their place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.ask.pledged import ledger_of
from graph.ask.things import things_of
from graph.show.readable import numbered
from graph.show.site.places import place_of
from graph.show.site.portion import ROWS, Portion
from graph.show.wording import clipped, period
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.ask.description import Description
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What a kind of thing shows: the template of its part of the page, what that needs, and the pages of its lists."""

    template: str
    told: Mapping[str, Any]
    crumbs: Sequence[tuple[str, str]] = ()
    lists: Sequence[Portion] = ()

    @property
    def pages(self) -> int:
        """How many pages the longest of its lists has."""
        return max((one.pages for one in self.lists), default=1)


class Thing:
    """One thing of a store, as its page tells of it. `rows` is the ledger, `number` the page of its lists."""

    def __init__(self, store: Store, said: Description, links: Links) -> None:
        self.store = store
        self.rows = ledger_of(store)
        self.said = said
        self.iri = said.iri
        self.number = said.page
        self.things = things_of(store)
        self._links = links

    def part_of_list(self, name: str, values: Sequence[Any]) -> Portion:
        """The rows of this page out of all of them."""
        start = (self.number - 1) * ROWS
        return Portion(name, len(values), self.number, values[start : start + ROWS])

    def link(self, iri: str, text: str | None = None) -> Record:
        """A thing by its name, with its page, as `macros.html.j2` shows values."""
        name = _shown(self.things.name(iri) if text is None else text)
        return {"iri": iri, "text": name, "href": self._links.iri(iri), "away": False, "language": None}

    def links(self, iris: Iterable[str]) -> list[Record]:
        """Several of them, in the order given."""
        return [self.link(iri) for iri in iris]

    def by_name(self, iris: Iterable[str]) -> list[Record]:
        """Several of them, in the order of their names."""
        return sorted(self.links(iris), key=lambda one: (str(one["text"]).casefold(), one["iri"]))

    def said_at(self, iri: str) -> Record | None:
        """The words that a thing stands for, for reading: QUOTE with `page_of`, its page, and what `place_of` tells."""
        quote = self.things.quote(iri)
        if quote is None:
            return None
        return quote | {"iri": iri, "text": shown(quote["text"]), "page_of": self.page_of(iri)} | self.place_of(quote)

    def place_of(self, quote: Mapping[str, Any]) -> Record:
        """`where` words stand, by the title of their document, and `passage`, the address of these very words."""
        return place_of(self.things, quote, self._links)

    def page_of(self, iri: str) -> str | None:
        """The page of what is quoted, where it has one of its own: what is part of another thing has none."""
        page = self._links.iri(iri)
        return None if page is None or "#" in page else page

    def pledge(self, row: Mapping[str, Any], **more: Any) -> Record:
        """A row of a table of pledges (`graph.ask.pledged`)."""
        return {
            "pledge": self.link(row["iri"], numbered(row)),
            "status": row["status"],
            "owners": [self.link(one["iri"], one["name"]) for one in row["owners"]],
            "strategy": self.link(row["strategy"]),
            "scope": None,
            "through": None,
            **more,
        }

    def headings(self, theme: str | None) -> list[tuple[str, str]]:
        """The way to what stands under a theme: its strategy, then the headings, as pairs of a text and an address."""
        if theme is None:
            return []
        strategy = self.things.value(theme, "skos:inScheme")
        return self.way([*filter(None, [strategy]), *self.things.headings(theme)])

    def way(self, iris: Iterable[str]) -> list[tuple[str, str]]:
        """Things as steps of a way: pairs of a text and an address; what has no page is left out."""
        steps = self.links(iris)
        return [(clipped(one["text"], 60), one["href"]) for one in steps if one["href"]]

    def period(self, strategy: str) -> str:
        """The years of a strategy: `2022 to 2024`; empty where nothing is said of them."""
        return period(*(self.things.value(strategy, name) for name in ("schema:startDate", "schema:endDate")))


_shown = lru_cache(maxsize=20_000)(shown)  # themes, programmes and strategies are named on many pages


def in_scale(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Counts by status as pairs, in the order of their scale."""
    return [(status, counts[status]) for status in words()["statuses"] if counts.get(status)]


def sooner(things: Any, document: str) -> tuple[str, str]:
    """By which documents are ordered: the older one first."""
    return things.value(document, "dcterms:issued") or "", document
