"""From the model to RDF quads, graph by graph.

What a document says stands in that document's graph, what people decided in the body's graph of decisions,
and the ontology, the strategies and the names in the graph of the vocabulary. The default graph holds all of
it once more, each triple once, but for the assessments: they have a status too, of which most are history, and
whoever counts `?commitment sl:status ?status` must not count them. No blank nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.rdf.addresses import decisions_graph, link_iri, vocabulary_graph
from graph.rdf.claims import Claims
from graph.rdf.context import body_quads, decision_set_quads, document_quads, name_quads, strategy_quads, theme_quads
from graph.rdf.sayings import aim_quads, commitment_quads, statement_quads
from graph.resources import VOCABULARY_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identifiers import Iri
    from graph.model import Graph, Section

__all__ = ["decisions_graph", "graph_quads", "link_iri", "vocabulary_graph", "vocabulary_quads"]


def graph_quads(graph: Graph) -> Iterator[Quad]:
    """Every quad of one body."""
    vocabulary = vocabulary_graph(graph.body.base)
    yield from body_quads(vocabulary, graph.body)
    if graph.decisions:
        yield from decision_set_quads(decisions_graph(graph.body.iri), graph.decisions)
    for strategy in graph.strategies:
        yield from strategy_quads(vocabulary, strategy, graph.body)
    for name in graph.names:
        yield from name_quads(vocabulary, name)
    for document in graph.documents:
        yield from document_quads(document, completely_read=document.iri in graph.completely_read)
    for section in graph.sections:
        yield from _section_quads(vocabulary, section)
    yield from Claims(graph).quads()


def vocabulary_quads(base: str) -> Iterator[Quad]:
    """The ontology and the status scheme, in the graph of the vocabulary."""
    name = NamedNode(vocabulary_graph(base))
    for path in VOCABULARY_FILES:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, name)
            yield quad  # the parser's quads are in the default graph


def _section_quads(vocabulary: Iri, section: Section) -> Iterator[Quad]:
    yield from theme_quads(vocabulary, section.theme)
    for commitment in section.commitments:
        yield from commitment_quads(commitment)
    for statement in section.statements:
        yield from statement_quads(statement)
    for aim in section.aims:
        yield from aim_quads(section.theme.strategy, aim)
