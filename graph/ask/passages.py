"""The passages of a document that the graph quotes: pledges, statements, outcomes, and what stands beside pledges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.vocabulary import local_name

if TYPE_CHECKING:
    from graph.store import Store

_QUOTED = """SELECT ?iri ?class ?start ?end ?status ?pledge WHERE {
  ?iri oa:hasSource %s ; a ?class ; oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end .
  OPTIONAL { ?iri sl:status ?status } OPTIONAL { ?pledge sl:particular ?iri } }"""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands at `start` to `end` of a document, in characters counted from 0.

    `kind` is the local name of its class, `about` the IRI that tells of it: of a note beside a pledge, the pledge.
    """

    iri: str
    kind: str
    start: int
    end: int
    about: str
    status: str | None = None


def passages(store: Store, document: str) -> list[Passage]:
    """The passages of a document, by its IRI, in reading order; of those that start together the longest first."""
    from pyoxigraph import NamedNode

    found: dict[str, Passage] = {}
    for row in store.select(_QUOTED.replace("%s", str(NamedNode(document)))):
        iri, about = row["iri"].value, row["pledge"].value if "pledge" in row else row["iri"].value
        passage = Passage(
            iri=iri,
            kind=local_name(row["class"].value),
            start=int(row["start"].value),
            end=int(row["end"].value),
            about=about,
            status=local_name(row["status"].value) if "status" in row else None,
        )
        if iri not in found or about < found[iri].about:  # a note that stands beside two pledges leads to the first
            found[iri] = passage
    return sorted(found.values(), key=lambda one: (one.start, -one.end, one.kind, one.iri))
