"""What a store says of one thing: the description that its IRI answers with.

A description holds every triple whose subject is the thing, from the default graph and from the named ones, those of
its parts (the IRIs that go on after a `#`: no client sends that part, RFC 3986, section 3.5), one page of the triples
that point to it, and what all the others that are named are called. It is in one order, and the same in each format.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.things import LABELS, things_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.store import Store

    Triple = Any  # the data has neither blank nodes nor triples within triples: each of its terms has a value

INCOMING = 100  # triples that point to a thing, on one page
_SD, _VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of one IRI. `total` counts what points to it; `incoming` is one page of that, from 1."""

    iri: str
    own: tuple[Triple, ...]
    parts: tuple[Triple, ...]
    incoming: tuple[Triple, ...]
    labels: tuple[Triple, ...]
    total: int
    counts: Mapping[str, int]  # what points to it, by property
    page: int = 1

    @property
    def pages(self) -> int:
        """How many pages there are of what points to it."""
        return max(1, -(-self.total // INCOMING))

    @property
    def types(self) -> tuple[str, ...]:
        """The classes that it is said to belong to."""
        return tuple(one.object.value for one in self.own if one.predicate.value == v.RDF + "type")

    @property
    def names(self) -> dict[str, str]:
        """What each thing in it is called, by its IRI: the first label in the order of LABELS."""
        found: dict[str, tuple[int, str]] = {}
        for one in (*self.own, *self.parts, *self.labels):
            if one.predicate.value in LABELS:
                rank = LABELS.index(one.predicate.value)
                found[one.subject.value] = min(found.get(one.subject.value, (9, "")), (rank, one.object.value))
        return {iri: label for iri, (_, label) in found.items()}

    def values(self, *names: str) -> list[str]:
        """The values of properties of the thing, given as prefixed names, in order."""
        wanted = [v.expand(name) for name in names]
        return [one.object.value for one in self.own if one.predicate.value in wanted]

    @property
    def triples(self) -> tuple[Triple, ...]:
        """All of it, each triple once: the thing first, then its parts, then the others."""
        return tuple(dict.fromkeys((*self.own, *self.parts, *self.incoming, *self.labels)))


def describe(store: Store, iri: str, page: int = 1) -> Description:
    """The description of an IRI that the store knows."""
    pointing = _pointing(store, iri)
    own = _about(store, iri) or _of_graph(store, iri)
    parts = tuple(_of_parts(store, own))
    incoming = _incoming(pointing[(page - 1) * INCOMING : page * INCOMING], iri)
    known = {iri, *(one.subject.value for one in parts)}
    return Description(
        iri=iri,
        own=own,
        parts=parts,
        incoming=incoming,
        labels=tuple(_labels(store, (*own, *parts, *incoming), known)),
        total=len(pointing),
        counts=Counter(_terms(row)[0] for row in pointing),
        page=page,
    )


def _about(store: Store, iri: str) -> tuple[Triple, ...]:
    """The triples whose subject an IRI is, each once, whichever graphs hold it: types first, then by property."""
    return tuple(sorted((one for said in things_of(store).said(iri).values() for one in said), key=_order))


def _of_graph(store: Store, iri: str) -> tuple[Triple, ...]:
    """What is to be said of a named graph that nothing else is said of: what it is, and how much it holds."""
    from pyoxigraph import Literal, NamedNode, Triple

    node = NamedNode(iri)
    (counted,) = store.query(f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }}")
    count = int(counted["count"].value)
    if not count:
        return ()
    said: dict[str, NamedNode | Literal] = {
        v.RDF + "type": NamedNode(_SD + "Graph"),
        v.RDFS + "comment": Literal(f"A graph of this store: ask it with GRAPH {node} {{ ?s ?p ?o }}.", language="en"),
        v.RDFS + "label": Literal(f"Graph {v.local_name(iri)}", language="en"),
        _VOID + "triples": Literal(count),
    }
    return tuple(Triple(node, NamedNode(name), value) for name, value in said.items())


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return triple.subject.value, predicate != v.RDF + "type", predicate, str(triple.object)


def _of_parts(store: Store, own: Sequence[Triple]) -> Iterator[Triple]:
    """The triples of the parts of a thing, each followed by those of its own parts: what stands beside a pledge has
    selectors too.
    """
    for part in _parts(own):
        said = _about(store, part)
        yield from said
        yield from _of_parts(store, said)


def _parts(own: Sequence[Triple]) -> list[str]:
    """The parts that a thing points to, such as its selectors, addressed as `graph.rdf.quotes` does."""
    found = {one.object.value for one in own if _is_node(one.object)}
    return sorted(iri for iri in found if own and iri.startswith(_part_of(own[0].subject.value)))


def _part_of(iri: str) -> str:
    return iri + ("-" if "#" in iri else "#")


def _is_node(term: object) -> bool:
    return type(term).__name__ == "NamedNode"


_POINTING = "SELECT DISTINCT ?p ?s WHERE { { ?s ?p %s } UNION { GRAPH ?graph { ?s ?p %s } } }"


def _pointing(store: Store, iri: str) -> list[bytes]:
    """The properties and subjects of what points to an IRI, as sorted rows of SPARQL's TSV.

    Where they are many, the engine writes them all at once: at 50,000 rows that takes a third of the time of reading
    them one by one.
    """
    from pyoxigraph import NamedNode, QueryResultsFormat

    node = NamedNode(iri)
    few = [*islice(store.graph.quads_for_pattern(None, None, node, None), 4 * INCOMING)]
    if len(few) < 4 * INCOMING:
        return sorted({f"{quad.predicate}\t{quad.subject}".encode() for quad in few})
    rows: bytes = store.query(_POINTING.replace("%s", str(node))).serialize(format=QueryResultsFormat.TSV)
    return sorted(rows.splitlines()[1:])


def _terms(row: bytes) -> tuple[str, str]:
    """The IRIs of a row: `<property><tab><subject>`."""
    predicate, subject = row.decode().split("\t")
    return predicate[1:-1], subject[1:-1]


def _incoming(rows: Iterable[bytes], iri: str) -> tuple[Triple, ...]:
    from pyoxigraph import NamedNode, Triple

    end = NamedNode(iri)
    return tuple(Triple(NamedNode(subject), NamedNode(predicate), end) for predicate, subject in map(_terms, rows))


def _labels(store: Store, triples: Sequence[Triple], known: set[str]) -> Iterator[Triple]:
    """What the other things are called that triples name, in the order of their IRIs."""
    named = {one.subject.value for one in triples} | {one.object.value for one in triples if _is_node(one.object)}
    things = things_of(store)
    for iri in sorted(named - known):
        yield from things.labels(iri)
