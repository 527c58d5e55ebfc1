"""What pledges stand in: the body, its strategies, their themes, the names and the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph import vocabulary as v
from graph.identifiers import Iri, iri
from graph.terms import date, node, tell, text
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from graph.model import Body, DecisionSet, Document, Name, Strategy, Theme

_CLASSES = {
    Kind.PROGRAMME: v.SL + "Programme",
    Kind.ORGANISATION: v.ORG + "Organization",
    Kind.MODEL: v.SL + "Model",
    Kind.PLACE: v.SCHEMA + "Place",
}


def body_quads(graph: Iri, body: Body) -> Iterator[Quad]:
    """The body itself, in the graph of the vocabulary, as all of these but the document are."""
    yield from tell(
        graph,
        body.iri,
        ("rdf:type", NamedNode(v.ORG + "Organization")),
        ("skos:prefLabel", Literal(body.name)),
    )


def decision_set_quads(graph: Iri, decisions: DecisionSet) -> Iterator[Quad]:
    """The set of a body's decisions, called as its graph is: who decided, and how, in the file's own words."""
    yield from tell(
        graph,
        graph,
        ("rdf:type", NamedNode(v.SSSOM + "MappingSet")),
        ("dcterms:title", text(decisions.title)),
        ("dcterms:description", text(decisions.description)),
        ("dcterms:license", licence(decisions.licence)),
    )


def licence(value: str) -> NamedNode | Literal | None:
    """A licence by its address; in words, where it is none."""
    try:
        return node(iri(value)) if value else None
    except ValueError:
        return text(value)


def strategy_quads(graph: Iri, strategy: Strategy, body: Body) -> Iterator[Quad]:
    """A strategy, its period, and what it replaces."""
    yield from tell(
        graph,
        strategy.iri,
        ("rdf:type", NamedNode(v.SL + "Strategy")),
        ("dcterms:title", Literal(strategy.title)),
        ("skos:prefLabel", Literal(strategy.title)),
        ("dcterms:creator", NamedNode(body.iri)),
        ("schema:startDate", date(strategy.start)),
        ("schema:endDate", date(strategy.end)),
        *(("dcterms:replaces", NamedNode(older)) for older in strategy.replaces),
    )


def name_quads(graph: Iri, name: Name) -> Iterator[Quad]:
    """A programme, organisation, model or place, its labels, and what it is part of."""
    yield from tell(
        graph,
        name.iri,
        ("rdf:type", NamedNode(_CLASSES[name.kind])),
        ("rdf:type", NamedNode(v.SL + "Inspector") if name.inspects else None),
        ("skos:prefLabel", Literal(name.label)),
        *(("skos:altLabel", Literal(alias)) for alias in name.aliases),
        *(("dcterms:isPartOf", NamedNode(parent)) for parent in name.part_of),
    )


def theme_quads(graph: Iri, theme: Theme) -> Iterator[Quad]:
    """A heading and all the wider ones that it stands under, whether or not these have pledges of their own."""
    address, wider = theme.iri, theme.broader
    for depth in reversed(range(len(theme.path))):
        if depth == 0:
            wider = None
        yield from tell(
            graph,
            address,
            ("rdf:type", NamedNode(v.SL + "Theme")),
            ("skos:prefLabel", Literal(theme.path[depth])),
            ("skos:inScheme", NamedNode(theme.strategy)),
            ("skos:broader", node(wider)),
        )
        if wider is None:
            return
        # The address of a theme ends in one part for each heading of its path.
        address, wider = wider, Iri(wider.rpartition("/")[0])


def document_quads(document: Document, *, completely_read: bool) -> Iterator[Quad]:
    """A document, in its own graph."""
    yield from tell(
        document.iri,
        document.iri,
        ("rdf:type", NamedNode(v.SL + "Document")),
        ("dcterms:title", Literal(document.title)),
        ("dcterms:type", Literal(document.kind)),
        ("dcterms:publisher", text(document.publisher)),
        ("dcterms:issued", date(document.date)),
        ("dcterms:source", text(document.source)),
        ("dcterms:rights", text(document.terms)),
        ("sl:fileName", Literal(document.file_name)),
        ("sl:sha256", Literal(document.sha256)),
        ("sl:states", node(document.states)),
        ("sl:reportsOn", node(document.reports_on)),
        ("sl:completelyRead", Literal(value=True) if completely_read else None),
    )
