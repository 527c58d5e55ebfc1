"""Single things of a store, looked up by their address: values, what points to them, what they are called.

A page of a thing asks some dozens of such questions. Put as SPARQL each would cost a tenth of a millisecond before it
is answered; looked up they cost a third of that. What is told of at length is read once, with all its properties, and
what many pages name (programmes, themes, documents) is remembered.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from graph.store import Store

    Triple = Any  # the data has neither blank nodes nor triples within triples: each of its terms has a value

Record = dict[str, Any]

#: What gives a thing its name, the best first.
LABELS = tuple(map(v.expand, ("skos:prefLabel", "dcterms:title", "sl:text", "rdfs:label", "sl:explanation")))

_DEFAULT = DefaultGraph()
_KEPT = 20_000  # things whose names, quotes and wholes are remembered
_READ = 2_000  # things of which all is remembered: those of some dozens of pages


@lru_cache(maxsize=2)
def things_of(store: Store) -> Things:
    """The look-ups of a store: always the same ones, so that what one page asked, the next one knows."""
    return Things(store)


class Things:
    """Looks up what the default graph says, which is everything but the assessments."""

    def __init__(self, store: Store) -> None:
        self._graph = store.graph
        self._nodes = lru_cache(maxsize=1000)(lambda name: NamedNode(v.expand(name)))
        self._read: dict[str, Mapping[str, Sequence[Triple]]] = {}
        self.labels = lru_cache(maxsize=_KEPT)(self._labels)
        self.name = lru_cache(maxsize=_KEPT)(self._name)
        self.quote = lru_cache(maxsize=_KEPT)(self._quote)
        self.wholes = lru_cache(maxsize=_KEPT)(self._wholes)

    def values(self, iri: str, name: str) -> list[str]:
        """The values of a property, given as a prefixed name, in their order."""
        return sorted(_value(one.object) for one in self._of(iri, name, _DEFAULT))

    def value(self, iri: str, name: str) -> str | None:
        """The first value of a property."""
        return next(iter(self.values(iri, name)), None)

    def pointing(self, name: str, iri: str) -> list[str]:
        """The things that point to one by a property, in the order of their addresses."""
        found = self._graph.quads_for_pattern(None, self._nodes(name), NamedNode(iri), _DEFAULT)
        return sorted(_value(quad.subject) for quad in found)

    def is_a(self, iri: str, name: str) -> bool:
        """Whether a thing belongs to a class, given as a prefixed name."""
        found = self._graph.quads_for_pattern(NamedNode(iri), self._nodes("rdf:type"), self._nodes(name), _DEFAULT)
        return next(found, None) is not None

    def said(self, iri: str) -> Mapping[str, Sequence[Triple]]:
        """The triples of any graph whose subject an IRI is, by property, each once."""
        if iri in self._read:
            return self._read[iri]
        where, found = self._where(iri), defaultdict(list)
        for one in {quad.triple for quad in self._quads(iri, None, where)}:
            found[one.predicate.value].append(one)
        if where:
            if len(self._read) >= _READ:
                self._read.clear()
            self._read[iri] = dict(found)
        return found

    def _labels(self, iri: str) -> tuple[Triple, ...]:
        """The triples of any graph that say what a thing is called, each once, by property in the order of LABELS."""
        where = self._where(iri)
        return tuple(
            one for name in LABELS for one in sorted(self._of(iri, name, where), key=lambda one: str(one.object))
        )

    def _of(self, iri: str, name: str, where: DefaultGraph | None) -> Collection[Triple]:
        """The triples of a property, given by its name or its IRI, each once."""
        read = self._read.get(iri)
        if read is not None:
            return read.get(self._nodes(name).value, ())
        return {quad.triple for quad in self._quads(iri, self._nodes(name), where)}

    def _where(self, iri: str) -> DefaultGraph | None:
        """The one graph that holds all that is said of a thing, or None where any may hold some of it.

        The default graph repeats what the others hold, but for the assessments (`graph.triples`): to look there alone
        takes half the time.
        """
        return _DEFAULT if iri in self._read or next(self._quads(iri, None, _DEFAULT), None) else None

    def _quads(self, iri: str, property_: NamedNode | None, where: DefaultGraph | None) -> Iterator[Any]:
        found: Iterator[Any] = self._graph.quads_for_pattern(NamedNode(iri), property_, None, where)
        return found

    def _name(self, iri: str) -> str:
        """What a thing is called; the end of its address where nothing says so."""
        return next((_value(one.object) for one in self.labels(iri)), v.local_name(iri))

    def _quote(self, iri: str) -> Record | None:
        """The words that a thing stands for: QUOTE (docs/records.md) and `source`, the document's IRI; None without."""
        self.said(iri)  # most of it is asked for
        source, start = self.value(iri, "oa:hasSource"), None
        for selector in self.values(iri, "oa:hasSelector"):
            if (start := self.value(selector, "oa:start")) is not None:
                end = self.value(selector, "oa:end")
                break
        if source is None or start is None:
            return None
        page = self.value(iri, "sl:page")
        return {
            "text": self.value(iri, "sl:text") or "",
            "document": self.value(source, "sl:fileName") or "",
            "start": int(start),
            "end": int(end or start),
            "line": int(self.value(iri, "sl:line") or 1),
            "page": int(page) if page else None,
            "source": source,
        }

    def _wholes(self, iri: str) -> tuple[tuple[str, str], ...]:
        """Each part and whole on the ways up from a programme, the nearest first, each once."""
        return tuple(self._upwards(iri, "dcterms:isPartOf"))

    def headings(self, theme: str) -> list[str]:
        """The headings that a theme stands under, and itself, the widest first."""
        return [*reversed([wider for _, wider in self._upwards(theme, "skos:broader")]), theme]

    def _upwards(self, iri: str, name: str) -> Iterator[tuple[str, str]]:
        seen, waiting = {iri}, [iri]
        while waiting:
            part = waiting.pop(0)
            for whole in self.values(part, name):
                if whole not in seen:
                    seen.add(whole)
                    waiting.append(whole)
                    yield part, whole

    def below(self, iri: str, name: str) -> list[str]:
        """All that points to a thing by a property, and what points to that, each once, the nearest first."""
        found = {iri: None}  # in the order met
        waiting = [iri]
        for one in waiting:
            parts = [part for part in self.pointing(name, one) if part not in found]
            found |= dict.fromkeys(parts)
            waiting += parts
        return waiting[1:]


def _value(term: Any) -> str:
    return str(term.value)
