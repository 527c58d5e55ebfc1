"""The whole graph in other formats. The same store gives the same bytes: everything is written in sorted order."""

from __future__ import annotations

import io
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.records import commitment_records
from graph.show.answers import flat
from graph.show.tables import Format, printable, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import networkx
    from pyoxigraph import RdfFormat

    from graph.ask.records import Record
    from graph.store import Store


class ExportFormat(StrEnum):
    """What the graph can be written as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    XLSX = "xlsx"


TABLES = (ExportFormat.CSV, ExportFormat.XLSX)


def export(store: Store, form: ExportFormat, records: Sequence[Record] | None = None) -> bytes:
    """The graph as one file. Turtle is the union of all graphs; TriG, N-Quads and JSON-LD keep them apart.

    Who has gathered the `records` of all commitments gives them; tables alone need them.
    """
    if form in TABLES:
        return render(flat(commitment_records(store) if records is None else records), Format(form.value))
    writers = {
        ExportFormat.TURTLE: _turtle,
        ExportFormat.TRIG: _trig,
        ExportFormat.NQUADS: _nquads,
        ExportFormat.JSONLD: _jsonld,
        ExportFormat.GRAPHML: _graphml,
        ExportFormat.GEXF: _gexf,
    }
    return writers[form](store)


def csvw_metadata(csv_path: Path) -> bytes:
    """The CSVW description of an exported CSV file (https://www.w3.org/TR/tabular-metadata/)."""
    columns = flat([]).columns
    numbers = {"confidence": "decimal", "line": "integer"}
    described = [
        {"name": name, "titles": name, "datatype": numbers.get(name, "string"), "dcterms:description": _COLUMNS[name]}
        for name in columns
    ]
    metadata = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": csv_path.name,
        "dcterms:title": "Commitments, what became of them, and the sentences that say so",
        "tableSchema": {"columns": described, "primaryKey": "commitment", "aboutUrl": "{+commitment}"},
    }
    return (json.dumps(metadata, indent=2, ensure_ascii=False) + "\n").encode()


_COLUMNS = {
    "pledge": "The pledge in its own words, white space folded, without inline markup",
    "theme": "The headings it stands under, the widest first",
    "status": "Achieved, InProgress, Outstanding, NotReported or NotAssessed",
    "owners": "The programmes that own it now, parted by semicolons",
    "owner_parents": "What those programmes are part of",
    "evidence": "The statements that answer it in their own words, parted by semicolons",
    "scope": "How far those statements reach: direct, all, rest, remaining or exception",
    "confidence": "How sure the status is, from 0 to 1",
    "partners": "The organisations involved",
    "outcomes": "The results reported",
    "strategy": "The title of the strategy that states it",
    "as_of": "The date of the latest document that reports on it",
    "document": "The file that states it",
    "line": "The line of that file, from 1",
    "commitment": "Its address",
    "reference": "The number that its document gives it",
    "timescale": "By when it is to be done, in the words that stand beside it",
    "stated": "The status in the document's own word",
}


def _nquads(store: Store) -> bytes:
    from pyoxigraph import RdfFormat

    return _in_order(store.graph.dump(format=RdfFormat.N_QUADS))


def _trig(store: Store) -> bytes:
    from pyoxigraph import RdfFormat

    return _rewritten(_by_graph(store), RdfFormat.N_QUADS, RdfFormat.TRIG, prefixes=v.PREFIXES)


def _turtle(store: Store) -> bytes:
    """What stands in several graphs is written once."""
    from pyoxigraph import RdfFormat

    triples = b"".join(lines for _, lines in _graphs(store))
    return _rewritten(_in_order(triples), RdfFormat.N_TRIPLES, RdfFormat.TURTLE, prefixes=v.PREFIXES)


def _jsonld(store: Store) -> bytes:
    """In expanded form: rdflib, which shortens names, takes ten times as long."""
    from pyoxigraph import RdfFormat

    return _rewritten(_by_graph(store), RdfFormat.N_QUADS, RdfFormat.JSON_LD) + b"\n"


def _by_graph(store: Store) -> bytes:
    """N-Quads, graph by graph, so that each is opened once in what is made of them."""
    graphs = ((name, _in_order(lines).splitlines()) for name, lines in _graphs(store))
    return b"".join(line[:-1] + name + b" .\n" for name, lines in graphs for line in lines)


def _graphs(store: Store) -> Iterator[tuple[bytes, bytes]]:
    """The name of each graph, in order, and its triples as N-Triples; the default graph has no name."""
    from pyoxigraph import DefaultGraph, RdfFormat

    for name in (DefaultGraph(), *sorted(store.graph.named_graphs(), key=str)):
        written = b"" if isinstance(name, DefaultGraph) else str(name).encode()
        yield written, store.graph.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""


def _in_order(lines: bytes | None) -> bytes:
    """Lines sorted, each once: an order that depends on nothing but what is said."""
    return b"".join(sorted(set((lines or b"").splitlines(keepends=True))))


def _rewritten(lines: bytes, form: RdfFormat, wanted: RdfFormat, **options: Any) -> bytes:
    """By Oxigraph, which keeps the order that it is given."""
    from pyoxigraph import parse, serialize

    return serialize(parse(lines, format=form), format=wanted, **options) or b""


_NODES = """SELECT ?iri ?class ?label WHERE { VALUES ?class { sl:Commitment sl:ProgressStatement sl:Programme
    org:Organization sl:Outcome sl:Theme sl:Strategy }
  ?iri a ?class . OPTIONAL { ?iri sl:text ?text } OPTIONAL { ?iri skos:prefLabel ?name }
  BIND (COALESCE(?text, ?name) AS ?label) } ORDER BY ?iri ?class"""
_EDGES = """SELECT ?from ?property ?to WHERE { VALUES ?property { sl:evidencedBy sl:ownedBy sl:involves sl:reports
    sl:theme sl:statedIn sl:continues sl:aims dcterms:isPartOf dcterms:replaces skos:broader }
  ?from ?property ?to } ORDER BY ?from ?property ?to"""
_STATUS = "SELECT ?iri ?status WHERE { ?iri a sl:Commitment ; sl:status ?status } ORDER BY ?iri"


def _network(store: Store) -> networkx.MultiDiGraph:
    """The direct triples as a property graph: nodes have `label`, `class` and, where pledges, `status`."""
    import networkx

    graph = networkx.MultiDiGraph()
    for row in store.select(_NODES):
        label = printable(row["label"].value)
        graph.add_node(row["iri"].value, label=label, **{"class": v.local_name(row["class"].value)})
    for row in store.select(_STATUS):
        graph.nodes[row["iri"].value]["status"] = v.local_name(row["status"].value)
    for row in store.select(_EDGES):
        if row["from"].value in graph and row["to"].value in graph:
            relation = v.local_name(row["property"].value)
            graph.add_edge(row["from"].value, row["to"].value, key=relation, relation=relation)
    return graph


def _graphml(store: Store) -> bytes:
    import networkx

    buffer = io.BytesIO()
    networkx.write_graphml_xml(_network(store), buffer, encoding="utf-8", named_key_ids=True)
    return buffer.getvalue()


def _gexf(store: Store) -> bytes:
    """GEXF 1.2, without the day of writing that networkx puts into it."""
    import re

    import networkx

    buffer = io.BytesIO()
    networkx.write_gexf(_network(store), buffer, encoding="utf-8")
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", buffer.getvalue())
