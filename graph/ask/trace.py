"""Every path from a commitment to what it is linked to, as a graph and as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.records import commitment_records
from graph.ask.search import FITS, find
from graph.errors import QueryError, UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx

    from graph.ask.records import Record
    from graph.store import Store


def resolve(store: Store, identifier: str) -> str:
    """The IRI of a commitment named by its IRI, the end of its IRI, or words that find exactly it.

    Raises UnknownError where nothing is found, with what is nearest, and QueryError where an end fits several.
    """
    rows = store.select("SELECT ?iri WHERE { ?iri a sl:Commitment } ORDER BY ?iri")
    known = [str(row["iri"].value) for row in rows]
    if identifier in known:
        return identifier
    ends = [iri for iri in known if iri.endswith("/" + identifier)]
    if not ends and "-" in identifier:  # the start of such an end
        ends = [iri for iri in known if iri.rsplit("/", 1)[-1].startswith(identifier)]
    if len(ends) > 1:
        raise QueryError(f"{identifier!r} fits {len(ends)} commitments; name one of " + ", ".join(ends[:3]) + ".")
    if ends:
        return ends[0]
    with store.watched():
        hits = find(store.search_index, identifier, 1)
    if hits and hits[0].score >= FITS:
        return hits[0].commitment
    nearest = f"the nearest is {hits[0].commitment}" if hits else "strategy-links commitments lists them"
    raise UnknownError(f"There is no commitment {identifier!r}; {nearest}.")


def trace(store: Store, commitment: str) -> networkx.DiGraph:
    """A directed graph from a commitment outwards.

    Nodes have `label` and `kind`; edges have `relation` and, where a link says so, `scope`, `confidence`, `review`.
    """
    import networkx

    graph = networkx.DiGraph()
    [record] = commitment_records(store, [commitment])
    graph.add_node(commitment, label=record["text"], kind="Commitment")
    for source, relation, target, label, kind, more in _steps(record):
        graph.add_node(target, label=label, kind=kind)
        graph.add_edge(source, target, relation=relation, **more)
    return graph


def paths(graph: networkx.DiGraph, root: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """The graph as a tree, depth first: depth, node and the edge that led there; every path from the root is drawn."""
    waiting: list[tuple[int, str, dict[str, Any], frozenset[str]]] = [(0, root, {}, frozenset())]
    while waiting:
        depth, node, edge, passed = waiting.pop()
        yield depth, node, edge
        below = [
            (depth + 1, target, graph.edges[node, target], passed | {node})
            for target in graph.successors(node)
            if target not in passed
        ]
        waiting.extend(reversed(below))


_Step = tuple[str, str, str, str, str, dict[str, Any]]


def _steps(record: Record) -> Iterator[_Step]:
    root = record["iri"]
    strategy = record["strategy"]
    yield root, "stated in", strategy["iri"], strategy["title"], "Strategy", {}
    status = record["status"]
    yield (
        root,
        "status",
        f"status:{status['value']}",
        status["value"],
        "Status",
        {"confidence": status["confidence"]},
    )
    for owner in record["owners"]:
        yield root, "owned by", owner["iri"], owner["name"], "Programme", _claim(owner)
        below = owner["iri"]
        for parent in owner["part_of"]:
            yield below, "part of", f"name:{parent}", parent, "Programme", {}
            below = f"name:{parent}"
        for quote in owner["evidence"]:
            yield owner["iri"], "said in", _place(quote), quote["text"], "ProgressStatement", {}
    for quote in record["evidence"]:
        yield root, "evidenced by", _place(quote), quote["text"], "ProgressStatement", _claim(quote)
    for partner in record["partners"]:
        yield root, "involves", partner["iri"], partner["name"], "Organization", {}
    for outcome in record["outcomes"]:
        yield root, "came to", outcome["iri"], outcome["text"], "Outcome", {}
        if outcome["attested_by"]:
            yield (
                outcome["iri"],
                "attested by",
                f"name:{outcome['attested_by']}",
                outcome["attested_by"],
                "Organization",
                {},
            )


def _claim(link: Record) -> dict[str, Any]:
    return {key: link[key] for key in ("scope", "confidence", "review")}


def _place(quote: Record) -> str:
    return f"{quote['document']}, line {quote['line']}, characters {quote['start']} to {quote['end']}"
