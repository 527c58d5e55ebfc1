"""What a store holds, for whoever comes to it new: its bodies, strategies and documents."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.rows import latest_first
from graph.ask.statistics import statistics_of
from graph.identifiers import DEFAULT_BASE

if TYPE_CHECKING:
    from graph.store import Store

Record = dict[str, Any]

TITLE = "What was promised, and where each promise went"
DESCRIPTION = (
    "Pledges of public bodies' strategies, what was reported on them, which programmes own them now, who is involved, "
    "what came of them, and the words of the documents that say so."
)
RIGHTS = (
    "The words quoted belong to their documents and stand under the terms of each. "
    "Links and assessments are statements about those documents, made by rules or in review, as each says."
)

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What the data are given as: ending, media type, title, and the name among http://www.w3.org/ns/formats/, if any.
DOWNLOADS = (
    ("ttl", "text/turtle", "All graphs in one, as Turtle", "Turtle"),
    ("trig", "application/trig", "Graph by graph, as TriG", "TriG"),
    ("nq", "application/n-quads", "Graph by graph, as N-Quads", "N-Quads"),
    ("jsonld", "application/ld+json", "Graph by graph, as JSON-LD", "JSON-LD"),
    ("csv", "text/csv", "Pledges as a table, as CSV", None),
    ("xlsx", SPREADSHEET, "Pledges as a table, as a spreadsheet", None),
)
_EXAMPLES = ("sl:Commitment", "sl:ProgressStatement", "sl:Programme", "sl:Strategy", "sl:Document")
_LICENCE = "SELECT ?licence WHERE { ?ontology a <http://www.w3.org/2002/07/owl#Ontology> ; dcterms:license ?licence }"

_STRATEGIES = """SELECT ?iri ?title ?start ?end ?body ?name WHERE {
  ?iri a sl:Strategy ; dcterms:title ?title . OPTIONAL { ?iri dcterms:creator ?body . ?body skos:prefLabel ?name }
  OPTIONAL { ?iri schema:startDate ?start } OPTIONAL { ?iri schema:endDate ?end } }
  ORDER BY ?iri ?start ?end ?body"""
_DOCUMENTS = """SELECT ?iri ?title ?publisher ?issued ?rights ?source WHERE {
  ?iri a sl:Document ; dcterms:title ?title . OPTIONAL { ?iri dcterms:publisher ?publisher }
  OPTIONAL { ?iri dcterms:issued ?issued } OPTIONAL { ?iri dcterms:rights ?rights }
  OPTIONAL { ?iri dcterms:source ?source } } ORDER BY ?publisher ?issued ?title ?iri"""


class Holdings:
    """What one store holds, told once for people and for machines."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.documents = documents(store)
        self.strategies = strategies(store)
        self.bases = tuple(store.record.get("bases") or (DEFAULT_BASE,))
        self.record = store.record

    @cached_property
    def figures(self) -> dict[str, Any]:
        """How much it holds; counted now where an older version has built it."""
        return statistics_of(self._store)

    @property
    def issued(self) -> str | None:
        """The date of the oldest document, as its publisher gives it."""
        return min((one["issued"] for one in self.documents if one["issued"]), default=None)

    @property
    def modified(self) -> str | None:
        """The date of the newest document."""
        return max((one["issued"] for one in self.documents if one["issued"]), default=None)

    @property
    def bodies(self) -> dict[str, str]:
        """The names of the bodies whose strategies these are, by IRI."""
        return {one["body"]: one["name"] for one in self.strategies if one["body"]}

    @property
    def licences(self) -> list[str]:
        """The licences of the vocabulary that travels with the data."""
        return sorted({row["licence"].value for row in self._store.select(_LICENCE)})

    @property
    def examples(self) -> list[str]:
        """One thing of each of the classes that matter most."""
        known: dict[str, str] = self.figures["examples"]
        return [known[one] for one in map(v.expand, _EXAMPLES) if one in known]


def about(held: Holdings) -> Record:
    """What pages tell of the data, but for where it can be had."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "rights": RIGHTS,
        "documents": held.documents,
        "issued": held.issued,
        "modified": held.modified,
        "bases": held.bases,
    }


def strategies(store: Store) -> list[Record]:
    """`{"iri", "title", "start", "end", "body", "name"}` of each, by the body's name, the newest first.

    None stands where nothing is said.
    """
    found = latest_first(_records(store, _STRATEGIES, ("iri", "title", "start", "end", "body", "name")))
    return sorted(found, key=lambda one: one["name"] or "")


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
