"""Programmes with what they are part of and how many commitments each owns now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.queries import named_query

if TYPE_CHECKING:
    from graph.store import Queryable


def programmes(store: Queryable) -> list[dict[str, Any]]:
    """`{"iri", "name", "part_of": [...], "owns", "inherits"}`, those with most first.

    What the parts of a programme own, it inherits.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in (*store.select(named_query("inherited-by-programme").text), *store.select(_IDLE)):
        entry = found.setdefault(
            row["iri"].value,
            {
                "iri": row["iri"].value,
                "name": row["programme"].value,
                "part_of": [],
                "owns": int(row["owns"].value) if "owns" in row else 0,
                "inherits": int(row["inherits"].value) if "inherits" in row else 0,
            },
        )
        if "partOf" in row:
            entry["part_of"].append(row["partOf"].value)
    return list(found.values())


_IDLE = """SELECT ?iri ?programme ?partOf WHERE {
  ?iri a sl:Programme ; skos:prefLabel ?programme . OPTIONAL { ?iri dcterms:isPartOf/skos:prefLabel ?partOf }
  FILTER NOT EXISTS { ?commitment sl:ownedBy/dcterms:isPartOf* ?iri } } ORDER BY ?programme ?iri ?partOf"""
