"""What the search index holds of each commitment, read from a loaded graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from graph.ask.search import Entry
from graph.identifiers import Iri
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLEDGES = """SELECT ?iri ?text ?theme ?wider ?position WHERE {
  ?iri a sl:Commitment ; sl:text ?text ; sl:position ?position ; sl:theme ?heading . ?heading skos:prefLabel ?theme .
  OPTIONAL { ?heading skos:broader/skos:prefLabel ?wider } } ORDER BY ?iri"""
_NAMES = """SELECT DISTINCT ?iri ?label WHERE {
  ?iri a sl:Commitment ; (sl:ownedBy/dcterms:isPartOf*|sl:involves) ?named .
  ?named skos:prefLabel|skos:altLabel ?label } ORDER BY ?iri ?label"""
_EVIDENCE = """SELECT ?iri ?said WHERE {
  ?link sl:relation sl:evidencedBy ; sl:scope sl:direct ; sl:subject ?iri ; sl:object/sl:text ?said .
  FILTER NOT EXISTS { ?link sl:reviewState sl:Rejected } } ORDER BY ?iri ?said"""
_ALIASES = "SELECT ?iri ?label ?alias WHERE { ?iri skos:prefLabel ?label ; skos:altLabel ?alias } ORDER BY ?iri ?alias"


class Graph(Protocol):
    """A loaded graph: Oxigraph's, or a server's."""

    def query(self, query: str, *, prefixes: dict[str, str]) -> Any:
        """Solutions by the place of their variable."""


def entries(graph: Graph) -> Iterator[Entry]:
    """One entry for each commitment, by address. Names are followed by their other names, so that each finds it."""
    from graph.extract.names.mentions import Names
    from graph.model import Name
    from graph.values import Kind

    named: dict[str, list[str]] = defaultdict(list)
    said: dict[str, list[str]] = defaultdict(list)
    aliases: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, label in _rows(graph, _NAMES):
        named[iri].append(label)
    for iri, text in _rows(graph, _EVIDENCE):
        said[iri].append(text)
    for iri, label, alias in _rows(graph, _ALIASES):
        aliases[iri, label].append(alias)
    names = Names.of(Name(Iri(iri), Kind.MODEL, label, tuple(also)) for (iri, label), also in aliases.items())
    for iri, text, theme, wider, _ in _rows(graph, _PLEDGES):
        in_text = [names.by_iri[one.name] for one in names.mentions(text)]
        spelled = [label for name in in_text for label in (name.label, *name.aliases)]
        yield Entry(Iri(iri), text, f"{wider} {theme}", " ".join([*named[iri], *spelled]), " ".join(said[iri]))


def _rows(graph: Graph, query: str) -> Iterator[tuple[str, ...]]:
    solutions = graph.query(query, prefixes=PREFIXES)
    for solution in solutions:
        yield tuple("" if term is None else term.value for term in solution)
