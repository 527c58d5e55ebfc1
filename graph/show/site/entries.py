"""What a search can find: one entry for each thing that has a page, with the words it is found by."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from graph import vocabulary as v
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graph.show.site.links import Links
    from graph.store import Store


# Words with nothing between them but spaces and commas: most texts of most bodies. `shown` leaves them as they are.
_ORDINARY = re.compile(r"[A-Za-z0-9]+(?:,? [A-Za-z0-9]+)*+\.?")


class Kind(NamedTuple):
    """A class of things that can be found. `beside` says what the words beside its name are."""

    iri: str
    one: str
    many: str
    beside: str = ""


KINDS = (
    Kind(v.SL + "Commitment", "Pledge", "Pledges", "Owned now by"),
    Kind(v.SL + "Programme", "Programme", "Programmes", "Also called"),
    Kind(v.ORG + "Organization", "Organisation", "Organisations", "Also called"),
    Kind(v.SL + "Theme", "Theme", "Themes", "Also called"),
    Kind(v.SL + "Strategy", "Strategy", "Strategies", "Made by"),
    Kind(v.SL + "ProgressStatement", "Reported statement", "Reported statements"),
    Kind(v.SL + "Outcome", "Outcome", "Outcomes", "Attested by"),
    Kind(v.SL + "Document", "Document", "Documents", "Published by"),
)


class Entry(NamedTuple):
    """`kind` counts in KINDS; `under` are the strategy and the headings it stands under, or what it is part of."""

    kind: int
    status: str  # of a pledge, such as Achieved; empty for anything else
    under: str
    text: str
    beside: str
    href: str


def entries(store: Store, links: Links) -> Iterator[Entry]:
    """Every entry, kind by kind and in the order of their addresses. What `links` has no page for is left out."""
    said = _Said(store)
    for number, kind in enumerate(KINDS):
        told = _TOLD[kind.one]
        for iri in said.things(kind.iri):
            href, (text, beside, under) = links.iri(iri), told(said, iri)
            if href and text:
                statuses = said.of("sl:status").get(iri, ())
                status = v.local_name(min(statuses)) if statuses and number == 0 else ""
                yield Entry(number, status, under, text, beside, href)


def seen(text: str) -> str:
    """A text as a reader sees it (`shown`), sooner where there is nothing to do."""
    return text if _ORDINARY.fullmatch(text) else shown(text)


class _Said:
    """The properties that entries need, each read once for all things: far quicker than one thing at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._values: dict[str, dict[str, list[str]]] = {}
        self._paths: dict[str, str] = {}

    def things(self, kind: str) -> list[str]:
        """The things of a class, in order."""
        return sorted(quad.subject.value for quad in self._quads("rdf:type", kind))

    def of(self, name: str) -> Mapping[str, list[str]]:
        """The values of a property by the thing that has it, in no order."""
        if name not in self._values:
            found: dict[str, list[str]] = defaultdict(list)
            for quad in self._quads(name):
                found[quad.subject.value].append(quad.object.value)
            self._values[name] = dict(found)
        return self._values[name]

    def first(self, name: str, iri: str) -> str:
        """One value of a property as a reader sees it, always the same one; empty where there is none."""
        return seen(min(self.of(name).get(iri, ("",))))

    def names(self, name: str, iri: str) -> str:
        """What the things that a property leads to are called."""
        return "; ".join(sorted({self.label(one) for one in self.of(name).get(iri, ())} - {""}))

    def label(self, iri: str) -> str:
        """What a thing is called."""
        return self.first("skos:prefLabel", iri) or self.first("dcterms:title", iri)

    def path(self, theme: str) -> str:
        """A theme after its strategy and the wider themes."""
        if theme not in self._paths:
            strategy = min(self.of("skos:inScheme").get(theme, ("",)))
            self._paths[theme] = " › ".join(filter(None, (self.strategy(strategy), *self._themes(theme))))
        return self._paths[theme]

    def strategy(self, iri: str) -> str:
        """A strategy, with its body where the store has several."""
        body = self.names("dcterms:creator", iri) if self._several else ""
        return ": ".join(filter(None, (body, self.label(iri))))

    def above(self, theme: str) -> str:
        """What a theme stands under."""
        return self.path(theme).removesuffix(self.label(theme)).removesuffix(" › ")

    def place(self, iri: str) -> str:
        """Where the pledges and statements of one theme stand."""
        return self.path(min(self.of("sl:theme").get(iri, ("",))))

    @cached_property
    def reporting(self) -> Mapping[str, str]:
        """The statement that reports an outcome."""
        found: dict[str, str] = {}
        for statement, outcomes in self.of("sl:reports").items():
            found |= {one: min(statement, found.get(one, statement)) for one in outcomes}
        return found

    @cached_property
    def _several(self) -> bool:
        return len({one for made in self.of("dcterms:creator").values() for one in made}) > 1

    def _themes(self, theme: str) -> list[str]:
        found: list[str] = []
        while theme and theme not in found:
            found.insert(0, theme)
            theme = min(self.of("skos:broader").get(theme, ("",)))
        return [self.label(one) for one in found]

    def _quads(self, name: str, of: str | None = None) -> Any:
        from pyoxigraph import DefaultGraph, NamedNode

        predicate, thing = NamedNode(v.expand(name)), NamedNode(of) if of else None
        return self._store.graph.quads_for_pattern(None, predicate, thing, DefaultGraph())


Told = tuple[str, str, str]  # text, beside, under


def _pledge(said: _Said, iri: str) -> Told:
    text = f"{said.first('sl:reference', iri)} {said.first('sl:text', iri)}".strip()
    return text, said.names("sl:ownedBy", iri), said.place(iri)


def _holder(said: _Said, iri: str) -> Told:
    others = "; ".join(sorted(map(seen, said.of("skos:altLabel").get(iri, ()))))
    return said.label(iri), others, said.names("dcterms:isPartOf", iri)


def _theme(said: _Said, iri: str) -> Told:
    return said.label(iri), _holder(said, iri)[1], said.above(iri)


def _strategy(said: _Said, iri: str) -> Told:
    return said.label(iri), said.names("dcterms:creator", iri), ""


def _statement(said: _Said, iri: str) -> Told:
    return said.first("sl:text", iri), "", said.place(iri)


def _outcome(said: _Said, iri: str) -> Told:
    return said.first("sl:text", iri), said.names("sl:attestedBy", iri), said.place(said.reporting.get(iri, iri))


def _document(said: _Said, iri: str) -> Told:
    return said.label(iri), said.first("dcterms:publisher", iri), said.first("sl:fileName", iri)


_TOLD: dict[str, Callable[[_Said, str], Told]] = {
    "Pledge": _pledge,
    "Programme": _holder,
    "Organisation": _holder,
    "Theme": _theme,
    "Strategy": _strategy,
    "Reported statement": _statement,
    "Outcome": _outcome,
    "Document": _document,
}
