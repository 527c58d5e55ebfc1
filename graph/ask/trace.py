"""Every path from a commitment to what it is linked to, as a graph and as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.records import commitment_records
from graph.ask.search import FITS, find
from graph.errors import QueryError, UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    import networkx

    from graph.ask.records import Record
    from graph.store import Queryable


def resolve(store: Queryable, identifier: str) -> str:
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


def trace(store: Queryable, commitment: str) -> networkx.DiGraph:
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


_Step = tuple[str, str, str, str, str, dict[str, Any]]  # from, relation, to, and the label and the kind of that
_LINEAGE = {"continues": "continues", "continuedBy": "continued by"}


def _steps(record: Record) -> Iterator[_Step]:
    root, strategy, status = record["iri"], record["strategy"], record["status"]
    yield root, "stated in", strategy["iri"], strategy["title"], "Strategy", {}
    value = status["value"]
    yield root, "status", f"status:{value}", value, "Status", {"confidence": status["confidence"]}
    answers = {_place(quote) for quote in record["evidence"]}
    for owner in record["owners"]:
        yield from _owner_steps(root, owner, answers)
    for quote in record["evidence"]:
        yield root, "evidenced by", _place(quote), quote["text"], "ProgressStatement", _claim(quote)
    for partner in record["partners"]:
        yield root, "involves", partner["iri"], partner["name"], "Organization", {}
    for outcome in record["outcomes"]:
        yield root, "came to", outcome["iri"], outcome["text"], "Outcome", {}
        if by := outcome["attested_by"]:
            yield outcome["iri"], "attested by", f"name:{by}", by, "Organization", {}
    for other in record["lineage"]:
        relation = _LINEAGE[other["relation"]]
        yield root, relation, other["iri"], other["text"], "Commitment", {"confidence": other["confidence"]}
        yield other["iri"], "stated in", f"strategy:{other['strategy']}", other["strategy"], "Strategy", {}


def _owner_steps(root: str, owner: Record, answers: Set[str]) -> Iterator[_Step]:
    """An owner, what it is part of, and what names it: an answer to the pledge, or what stands beside it."""
    yield root, "owned by", owner["iri"], owner["name"], owner["kind"], _claim(owner)
    for step in owner["chain"]:
        yield step["part"], "part of", step["whole"], step["name"], step["kind"], {}
    for quote in owner["evidence"]:
        kind = "ProgressStatement" if _place(quote) in answers else "Particular"
        yield owner["iri"], "said in", _place(quote), quote["text"], kind, {}


def _claim(link: Record) -> dict[str, Any]:
    return {key: link[key] for key in ("scope", "confidence", "review")}


def _place(quote: Record) -> str:
    page = f", p. {quote['page']}" if quote["page"] else ""
    return f"{quote['document']}{page}, line {quote['line']}, characters {quote['start']} to {quote['end']}"
