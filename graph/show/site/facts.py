"""The triples of a description as a reader sees them: properties in words, values with the pages that they lead to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.things import things_of
from graph.identifiers import is_web_address
from graph.show.site.terms import class_word, prefixed, property_words, site_words
from graph.show.wording import clipped, dated
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ask.description import Description
    from graph.show.site.links import Links
    from graph.store import Store

    Triple = Any  # the data has neither blank nodes nor triples within triples: each of its terms has a value

Fact = dict[str, Any]

_LABEL, _ASSESSES = v.RDFS + "label", v.SL + "assesses"
# By which properties pledges point to things, and assessments to pledges: only these have a status.
_OF_PLEDGES = {
    v.SL + name
    for name in ("assesses", "continues", "evidencedBy", "involves", "ownedBy", "particular", "statedIn", "theme")
}
_DATES = tuple(v.XSD + name for name in ("date", "gYearMonth", "gYear"))


class Facts:
    """What one description says. Whatever has no name in it is called by the end of its address."""

    def __init__(self, store: Store, said: Description, links: Links) -> None:
        self._store = store
        self._said = said
        self._links = links
        self._names = said.names | {
            one.subject.value: class_word(one.object.value) for one in said.parts if _is_type(one)
        }
        self._things = things_of(store)

    def own(self) -> list[Fact]:
        """The properties of the thing itself: `[{"name", "iri", "values": [VALUE]}]`."""
        return self._grouped(self._said.own)

    def parts(self) -> list[Fact]:
        """Its parts, each `{"iri", "part", "kind", "facts"}`; `part` is what follows the hash mark."""
        found: dict[str, list[Triple]] = {}
        for one in self._said.parts:
            found.setdefault(one.subject.value, []).append(one)
        return [
            {
                "iri": iri,
                "part": iri[len(self._said.iri) + 1 :],
                "kind": next((self.named(one.object.value) for one in said if _is_type(one)), ""),
                "facts": self._grouped(one for one in said if not _is_type(one)),
            }
            for iri, said in found.items()
        ]

    def pointing(self) -> list[Fact]:
        """What points to the thing, by property: `[{"name", "iri", "count", "values": [VALUE with "status"]}]`."""
        groups: dict[str, list[Fact]] = {}
        for one in self._said.incoming:
            groups.setdefault(one.predicate.value, []).append(self._pointing(one.subject.value, one.predicate.value))
        return [
            {"name": self._property(iri)["in"], "iri": iri, "count": self._said.counts[iri], "values": values}
            for iri, values in groups.items()
        ]

    def named(self, iri: str) -> str:
        """What a thing, a class or a property is called."""
        if term := _term(iri):
            return term
        name = self._names.get(iri)
        return shown(name) if name else _end_of(iri)

    def label(self, iri: str) -> str | None:
        """The label that the store has for a class or a property."""
        return next((one.object.value for one in self._things.labels(iri) if one.predicate.value == _LABEL), None)

    def _property(self, iri: str) -> dict[str, str]:
        return _property_words(iri, self.label(iri))

    def _grouped(self, triples: Iterable[Triple]) -> list[Fact]:
        groups: dict[str, list[Fact]] = {}
        for one in triples:
            groups.setdefault(one.predicate.value, []).append(self._value(one))
        inner = sorted(groups, key=lambda iri: (_order(iri), iri))
        return [{"name": self._property(iri)["out"], "iri": iri, "values": groups[iri]} for iri in inner]

    def _value(self, triple: Triple) -> Fact:
        term: Any = triple.object
        if not hasattr(term, "datatype"):
            return self._class(term.value) if _is_type(triple) else self._thing(term.value)
        text = dated(term.value) if term.datatype.value in _DATES else shown(term.value)
        return {"text": text, "language": term.language, "href": None, "away": False}

    def _class(self, iri: str) -> Fact:
        return self._thing(iri) | {"text": class_word(iri, self.label(iri))}

    def _thing(self, iri: str) -> Fact:
        here = self._links.iri(iri)
        away = None if here or not is_web_address(iri) else iri
        return {"text": clipped(self.named(iri), 200), "language": None, "href": here or away, "away": bool(away)}

    def _pointing(self, iri: str, relation: str) -> Fact:
        """What points here: a pledge with its status, and an assessment, which has no other name, by its date."""
        status = self._one(iri, "sl:status") if relation in _OF_PLEDGES else None
        as_of = self._one(iri, "sl:asOf") if relation == _ASSESSES and iri not in self._names else None
        shown = self._thing(iri) | {"status": v.local_name(status) if status else None}
        return shown | ({"text": f"As of {dated(as_of)}"} if as_of else {})

    def _one(self, iri: str, name: str) -> str | None:
        """The first value of a property of a thing, in any graph."""
        from pyoxigraph import NamedNode

        found: Any = self._store.graph.quads_for_pattern(NamedNode(iri), NamedNode(v.expand(name)), None, None)
        return min((quad.object.value for quad in found), default=None)


_property_words = lru_cache(maxsize=1000)(property_words)


@lru_cache(maxsize=20_000)
def _term(iri: str) -> str | None:
    """What a class or a property is called that the words have; None for anything else."""
    if iri in site_words()["classes"] or prefixed(iri) in site_words()["classes"]:
        return class_word(iri)
    return property_words(iri)["out"] if prefixed(iri) in site_words()["properties"] else None


@lru_cache(maxsize=1000)
def _order(iri: str) -> int:
    """Where a property stands among the words of properties; those that have none come last."""
    known = [*site_words()["properties"], prefixed(iri)]
    return known.index(prefixed(iri))


def _is_type(triple: Triple) -> bool:
    return bool(triple.predicate.value == v.RDF + "type")


def _end_of(iri: str) -> str:
    """What stands for a thing without a name: its address with a prefix, or the last two parts of it.

    >>> _end_of("https://example.org/id/body/assessment/354069bc")
    'assessment 354069bc'
    """
    short = prefixed(iri)
    return short if short != iri else " ".join(part for part in iri.rstrip("/").split("/")[-2:] if part)
