"""Programmes with what they are part of and how many commitments each owns now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.queries import named_query

if TYPE_CHECKING:
    from graph.store import Store


def programmes(store: Store) -> list[dict[str, Any]]:
    """`{"iri", "name", "part_of": [...], "owns", "inherits"}`, those with most first.

    What the parts of a programme own, it inherits.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in store.select(named_query("inherited-by-programme").text):
        entry = found.setdefault(
            row["iri"].value,
            {
                "iri": row["iri"].value,
                "name": row["programme"].value,
                "part_of": [],
                "owns": int(row["owns"].value),
                "inherits": int(row["inherits"].value),
            },
        )
        if "partOf" in row:
            entry["part_of"].append(row["partOf"].value)
    for row in store.select(_IDLE):
        found[row["iri"].value] = {
            "iri": row["iri"].value,
            "name": row["programme"].value,
            "part_of": [row["partOf"].value] if "partOf" in row else [],
            "owns": 0,
            "inherits": 0,
        }
    return list(found.values())


_IDLE = """SELECT ?iri ?programme (MIN(?above) AS ?partOf) WHERE {
  ?iri a sl:Programme ; skos:prefLabel ?programme . OPTIONAL { ?iri dcterms:isPartOf/skos:prefLabel ?above }
  FILTER NOT EXISTS { ?commitment sl:ownedBy/dcterms:isPartOf* ?iri } }
GROUP BY ?iri ?programme ORDER BY ?programme ?iri"""
