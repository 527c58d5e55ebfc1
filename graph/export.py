"""The whole graph in other formats. The same store gives the same bytes: everything is written in sorted order."""

from __future__ import annotations

import io
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from graph import vocabulary as v
from graph.ask.records import commitment_records
from graph.show.answers import flat
from graph.show.tables import Format, printable, render

if TYPE_CHECKING:
    from pathlib import Path

    import networkx
    import rdflib

    from graph.store import Store


_G = TypeVar("_G", bound="rdflib.Graph")


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


def export(store: Store, form: ExportFormat) -> bytes:
    """The graph as one file. Turtle is the union of all graphs; TriG, N-Quads and JSON-LD keep them apart."""
    if form in (ExportFormat.CSV, ExportFormat.XLSX):
        return render(flat(commitment_records(store)), Format(form.value))
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

    dumped = store.graph.dump(format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(dumped.splitlines(keepends=True)))


def _trig(store: Store) -> bytes:
    """Written by Oxigraph, which keeps the order that it is given."""
    from pyoxigraph import RdfFormat, serialize

    quads = sorted(store.graph, key=lambda quad: (str(quad.graph_name), str(quad.triple)))
    return serialize(quads, format=RdfFormat.TRIG, prefixes=v.PREFIXES) or b""


def _turtle(store: Store) -> bytes:
    """Written by Oxigraph, which keeps the order that it is given; what stands in several graphs is written once."""
    from pyoxigraph import RdfFormat, serialize

    triples = sorted({str(quad.triple): quad.triple for quad in store.graph}.items())
    return serialize((triple for _, triple in triples), format=RdfFormat.TURTLE, prefixes=v.PREFIXES) or b""


def _jsonld(store: Store) -> bytes:
    return _sorted_json(_dataset(store).serialize(format="json-ld", auto_compact=True))


def _dataset(store: Store) -> rdflib.Dataset:
    import rdflib

    dataset = _bound(rdflib.Dataset())
    dataset.parse(data=_nquads(store), format="nquads")
    return dataset


def _bound(graph: _G) -> _G:
    for prefix, namespace in v.PREFIXES.items():
        graph.namespace_manager.bind(prefix, namespace, replace=True)
    return graph


def _sorted_json(text: str) -> bytes:
    """JSON-LD whose sets are in the order of their members, since rdflib writes them as they come; lists stay."""

    def sort(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: node[key] if key == "@list" else sort(node[key]) for key in sorted(node)}
        if isinstance(node, list):
            return sorted((sort(item) for item in node), key=lambda item: json.dumps(item, sort_keys=True))
        return node

    return (json.dumps(sort(json.loads(text)), indent=2, ensure_ascii=False) + "\n").encode()


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
