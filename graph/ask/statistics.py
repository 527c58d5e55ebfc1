"""How much a graph holds, counted once when it is built: at millions of triples each figure takes seconds.

The figures are those of VoID (https://www.w3.org/TR/void/#statistics), of the default graph unless said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from graph.store import Store

_SUBJECTS = "SELECT (COUNT(DISTINCT ?one) AS ?count) WHERE { ?one ?property ?value }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?one) AS ?count) WHERE { ?thing ?property ?one }"
_CLASSES = "SELECT ?one (COUNT(?thing) AS ?count) WHERE { ?thing a ?one } GROUP BY ?one"
_FIRSTS = "SELECT ?one (MIN(STR(?thing)) AS ?first) WHERE { ?thing a ?one } GROUP BY ?one"
_PROPERTIES = "SELECT ?one (COUNT(*) AS ?count) WHERE { ?thing ?one ?value } GROUP BY ?one"
_GRAPHS = "SELECT ?one (COUNT(*) AS ?count) WHERE { GRAPH ?one { ?thing ?property ?value } } GROUP BY ?one"


def statistics(graph: pyoxigraph.Store) -> dict[str, Any]:
    """`{"triples", "subjects", "objects", "classes", "properties", "graphs", "examples"}`.

    Classes, properties and graphs have their counts by IRI, in its order; `examples` is the first thing of each class.
    """
    properties = _by_iri(graph, _PROPERTIES)
    return {
        "triples": sum(properties.values()),
        "subjects": _count(graph, _SUBJECTS),
        "objects": _count(graph, _OBJECTS),
        "classes": _by_iri(graph, _CLASSES),
        "properties": properties,
        "graphs": _by_iri(graph, _GRAPHS),
        "examples": dict(sorted((one["one"].value, one["first"].value) for one in _solutions(graph, _FIRSTS))),
    }


def statistics_of(store: Store) -> dict[str, Any]:
    """The figures in the record of a build; counted now where an older version has built it."""
    recorded: dict[str, Any] | None = store.record.get("statistics")
    return statistics(store.graph) if recorded is None else recorded


def _count(graph: pyoxigraph.Store, query: str) -> int:
    (solution,) = _solutions(graph, query)
    return int(solution["count"].value)


def _by_iri(graph: pyoxigraph.Store, query: str) -> dict[str, int]:
    found = {solution["one"].value: int(solution["count"].value) for solution in _solutions(graph, query)}
    return dict(sorted(found.items()))


def _solutions(graph: pyoxigraph.Store, query: str) -> Any:
    return graph.query(query, prefixes=PREFIXES)
