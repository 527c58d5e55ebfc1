"""Who reviewed the links of a store, and how: what the files of the decisions say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.store import Queryable

Record = dict[str, Any]

SEVERAL = "|"  # parts the names of those who decided the same, in SSSOM's columns

_SETS = """SELECT ?iri ?title ?description ?licence WHERE { ?iri a sssom:MappingSet .
  OPTIONAL { ?iri dcterms:title ?title } OPTIONAL { ?iri dcterms:description ?description }
  OPTIONAL { ?iri dcterms:license ?licence } } ORDER BY ?iri"""
_DECIDERS = "SELECT DISTINCT ?who WHERE { GRAPH <%s> { ?link dcterms:creator ?who } }"


def decision_sets(store: Queryable) -> list[Record]:
    """`{"iri", "title", "description", "licence", "deciders"}` of each file of decisions, by its address.

    Each is told in the file's own words, and None stands where it says nothing. `deciders` are the names that it gives
    to those who decided; they need not be people.
    """
    told = []
    for row in store.select(_SETS):
        said = {name: row[name].value if name in row else None for name in ("iri", "title", "description", "licence")}
        named = [one["who"].value for one in store.select(_DECIDERS % said["iri"])]
        told.append({**said, "deciders": sorted({part for name in named for part in name.split(SEVERAL) if part})})
    return told
