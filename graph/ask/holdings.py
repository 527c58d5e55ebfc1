"""What a store holds, for whoever comes to it new: its bodies, strategies and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.store import Store

Record = dict[str, Any]

_STRATEGIES = """SELECT ?iri ?title ?start ?end ?body ?name WHERE {
  ?iri a sl:Strategy ; dcterms:title ?title . OPTIONAL { ?iri dcterms:creator ?body . ?body skos:prefLabel ?name }
  OPTIONAL { ?iri schema:startDate ?start } OPTIONAL { ?iri schema:endDate ?end } } ORDER BY ?name ?start ?title ?iri"""
_DOCUMENTS = """SELECT ?iri ?title ?publisher ?issued ?rights ?source WHERE {
  ?iri a sl:Document ; dcterms:title ?title . OPTIONAL { ?iri dcterms:publisher ?publisher }
  OPTIONAL { ?iri dcterms:issued ?issued } OPTIONAL { ?iri dcterms:rights ?rights }
  OPTIONAL { ?iri dcterms:source ?source } } ORDER BY ?publisher ?issued ?title ?iri"""


def strategies(store: Store) -> list[Record]:
    """`{"iri", "title", "start", "end", "body", "name"}` of each, by the body's name; None where nothing is said."""
    return _records(store, _STRATEGIES, ("iri", "title", "start", "end", "body", "name"))


def documents(store: Store) -> list[Record]:
    """`{"iri", "title", "publisher", "issued", "rights", "source"}` of each, by publisher and date."""
    return _records(store, _DOCUMENTS, ("iri", "title", "publisher", "issued", "rights", "source"))


def _records(store: Store, query: str, names: tuple[str, ...]) -> list[Record]:
    """One record for each IRI: the first row, where a thing has several values of a property."""
    found: dict[str, Record] = {}
    for row in store.select(query):
        record: Record = {name: row[name].value if name in row else None for name in names}
        found.setdefault(record["iri"], record)
    return list(found.values())
