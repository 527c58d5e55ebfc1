"""From the model to RDF quads, graph by graph.

What a document says stands in that document's graph, what people decided in the body's graph of decisions,
and the ontology, the strategies and the names in the graph of the vocabulary. The default graph holds all of
it once more, each triple once, but for the assessments: they have a status too, of which most are history, and
whoever counts `?commitment sl:status ?status` must not count them. No blank nodes.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph import vocabulary as v
from graph.identifiers import Iri, fingerprint, mint
from graph.resources import VOCABULARY_FILES
from graph.terms import date, decimal, node, say, tell, text
from graph.values import Kind, Review, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import (
        Assessment,
        Commitment,
        Document,
        Graph,
        Link,
        Name,
        Outcome,
        ProgressStatement,
        Quote,
        Section,
        Strategy,
        Theme,
    )

_CLASSES = {
    Kind.PROGRAMME: (v.SL + "Programme",),
    Kind.ORGANISATION: (v.ORG + "Organization",),
    Kind.MODEL: (v.SL + "Model",),
    Kind.PLACE: (v.SCHEMA + "Place",),
}


def graph_quads(graph: Graph) -> Iterator[Quad]:
    """Every quad of one body."""
    return _Writer(graph).quads()


def vocabulary_quads(base: str) -> Iterator[Quad]:
    """The ontology and the status scheme, in the graph of the vocabulary."""
    name = NamedNode(vocabulary_graph(base))
    for path in VOCABULARY_FILES:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, name)
            yield quad  # the parser's quads are in the default graph


def vocabulary_graph(base: str) -> Iri:
    """The name of the graph that holds the ontology, the strategies and the names."""
    return mint(base, "vocabulary")


def decisions_graph(body: Iri) -> Iri:
    """The name of the graph that holds what people decided about a body's links."""
    return mint(body + "/", "decisions")


def link_iri(body: Iri, link: Link) -> Iri:
    """The address of a claim: the same for the same claim on the same ground."""
    ground = (link.subject, link.relation.value, link.object, link.statement or "", link.rule.value)
    return mint(body + "/link/", fingerprint(*ground, digits=16))


class _Writer:
    """Writes one body's quads; knows in which graph each thing belongs."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.vocabulary = vocabulary_graph(graph.body.base)
        self.decisions = decisions_graph(graph.body.iri)
        self.home: dict[str, Iri] = {}
        for section in graph.sections:
            for commitment in section.commitments:
                self.home[commitment.iri] = commitment.quote.document
            for statement in section.statements:
                self.home[statement.iri] = statement.quote.document

    def quads(self) -> Iterator[Quad]:
        graph = self.graph
        yield from self.body()
        yield from chain.from_iterable(map(self.strategy, graph.strategies))
        yield from chain.from_iterable(map(self.name, graph.names))
        yield from chain.from_iterable(map(self.document, graph.documents))
        yield from chain.from_iterable(map(self.section, graph.sections))
        yield from chain.from_iterable(map(self.assessment, graph.assessments))
        yield from self.links()

    def body(self) -> Iterator[Quad]:
        yield from tell(
            self.vocabulary,
            self.graph.body.iri,
            ("rdf:type", NamedNode(v.ORG + "Organization")),
            ("skos:prefLabel", Literal(self.graph.body.name)),
        )

    def strategy(self, strategy: Strategy) -> Iterator[Quad]:
        yield from tell(
            self.vocabulary,
            strategy.iri,
            ("rdf:type", NamedNode(v.SL + "Strategy")),
            ("dcterms:title", Literal(strategy.title)),
            ("skos:prefLabel", Literal(strategy.title)),
            ("dcterms:creator", NamedNode(self.graph.body.iri)),
            ("schema:startDate", date(strategy.start)),
            ("schema:endDate", date(strategy.end)),
            *(("dcterms:replaces", NamedNode(older)) for older in strategy.replaces),
        )

    def name(self, name: Name) -> Iterator[Quad]:
        inspector = (("rdf:type", NamedNode(v.SL + "Inspector")),) if name.inspects else ()
        yield from tell(
            self.vocabulary,
            name.iri,
            *(("rdf:type", NamedNode(one)) for one in _CLASSES[name.kind]),
            *inspector,
            ("skos:prefLabel", Literal(name.label)),
            *(("skos:altLabel", Literal(alias)) for alias in name.aliases),
            *(("dcterms:isPartOf", NamedNode(parent)) for parent in name.part_of),
        )

    def document(self, document: Document) -> Iterator[Quad]:
        complete = Literal(value=True) if document.iri in self.graph.completely_read else None
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
            ("sl:completelyRead", complete),
        )

    def section(self, section: Section) -> Iterator[Quad]:
        yield from self.theme(section.theme)
        for commitment in section.commitments:
            yield from self.commitment(commitment)
        for statement in section.statements:
            yield from self.statement(statement)

    def theme(self, theme: Theme) -> Iterator[Quad]:
        yield from tell(
            self.vocabulary,
            theme.iri,
            ("rdf:type", NamedNode(v.SL + "Theme")),
            ("skos:prefLabel", Literal(theme.path[-1])),
            ("skos:inScheme", NamedNode(theme.strategy)),
            ("skos:broader", node(theme.broader)),
        )
        if theme.broader:
            yield from tell(
                self.vocabulary,
                theme.broader,
                ("rdf:type", NamedNode(v.SL + "Theme")),
                ("skos:prefLabel", Literal(theme.path[-2])),
                ("skos:inScheme", NamedNode(theme.strategy)),
            )

    def commitment(self, commitment: Commitment) -> Iterator[Quad]:
        home = commitment.quote.document
        yield from tell(
            home,
            commitment.iri,
            ("rdf:type", NamedNode(v.SL + "Commitment")),
            ("sl:statedIn", NamedNode(commitment.strategy)),
            ("sl:theme", NamedNode(commitment.theme.iri)),
            ("sl:position", Literal(commitment.position)),
        )
        yield from self.quote(home, commitment.iri, commitment.quote)

    def statement(self, statement: ProgressStatement) -> Iterator[Quad]:
        home = statement.quote.document
        yield from tell(
            home,
            statement.iri,
            ("rdf:type", NamedNode(v.SL + "ProgressStatement")),
            ("sl:theme", NamedNode(statement.theme.iri)),
            ("sl:position", Literal(statement.position)),
            ("sl:attestation", NamedNode(v.SL + statement.attestation)),
        )
        yield from self.quote(home, statement.iri, statement.quote)
        for outcome in statement.outcomes:
            yield from self.outcome(home, outcome)

    def outcome(self, home: Iri, outcome: Outcome) -> Iterator[Quad]:
        yield from tell(
            home,
            outcome.iri,
            ("rdf:type", NamedNode(v.SL + "Outcome")),
            ("sl:attestation", NamedNode(v.SL + outcome.attestation)),
            ("sl:attestedBy", node(outcome.attested_by)),
        )
        yield from self.quote(home, outcome.iri, outcome.quote)

    def quote(self, home: Iri, subject: Iri, quote: Quote) -> Iterator[Quad]:
        yield from tell(
            home,
            subject,
            ("sl:text", Literal(quote.text)),
            ("sl:line", Literal(quote.line)),
            ("sl:page", None if quote.page is None else Literal(quote.page)),
            ("oa:hasSource", NamedNode(quote.document)),
        )
        position, exact = Iri(subject + "#position"), Iri(subject + "#quote")
        yield from tell(
            home,
            subject,
            ("oa:hasSelector", NamedNode(position)),
            ("oa:hasSelector", NamedNode(exact)),
        )
        yield from tell(
            home,
            position,
            ("rdf:type", NamedNode(v.OA + "TextPositionSelector")),
            ("oa:start", Literal(quote.start)),
            ("oa:end", Literal(quote.end)),
        )
        yield from tell(
            home,
            exact,
            ("rdf:type", NamedNode(v.OA + "TextQuoteSelector")),
            ("oa:exact", Literal(quote.text)),
        )

    def links(self) -> Iterator[Quad]:
        standing: set[tuple[str, str, str]] = set()
        for link in self.graph.links:
            home = self.decisions if link.rule is Rule.PERSON else self.home[link.subject]
            yield from self.link(home, link)
            if link.review is not Review.REJECTED and link.key not in standing:
                standing.add(link.key)
                yield from tell(home, link.subject, (link.relation.value, NamedNode(link.object)))

    def link(self, home: Iri, link: Link) -> Iterator[Quad]:
        by_person = link.rule is Rule.PERSON
        address = link_iri(self.graph.body.iri, link)
        yield from tell(
            home,
            address,
            ("rdf:type", NamedNode(v.SL + "Link")),
            ("sl:subject", NamedNode(link.subject)),
            ("sl:relation", NamedNode(v.expand(link.relation.value))),
            ("sl:object", NamedNode(link.object)),
            ("sl:scope", NamedNode(v.SL + link.scope)),
            ("sl:confidence", decimal(link.confidence)),
            ("sl:justification", NamedNode(v.expand(v.MANUAL_CURATION if by_person else v.LEXICAL_MATCHING))),
            ("sl:rule", NamedNode(v.SL + link.rule)),
            ("sl:explanation", text(link.explanation)),
            ("prov:wasDerivedFrom", node(link.statement)),
        )
        yield from tell(  # what was decided about it, by whom and why, is not the document's to say
            home if link.review is Review.UNREVIEWED else self.decisions,
            address,
            ("sl:reviewState", NamedNode(v.SL + link.review)),
            ("dcterms:creator", text(link.author)),
            ("dcterms:date", date(link.date)),
            ("rdfs:comment", text(link.comment)),
        )

    def assessment(self, assessment: Assessment) -> Iterator[Quad]:
        home = self.decisions if assessment.decided else (assessment.document or self.home[assessment.commitment])
        status = NamedNode(v.SL + assessment.status)
        maker = "decision" if assessment.decided else "rules"
        ground = fingerprint(assessment.commitment, assessment.document or "", maker, digits=16)
        yield from say(
            home,
            mint(self.graph.body.iri + "/assessment/", ground),
            ("rdf:type", NamedNode(v.SL + "Assessment")),
            ("sl:assesses", NamedNode(assessment.commitment)),
            ("sl:status", status),
            ("sl:asOf", date(assessment.as_of)),
            ("sl:confidence", decimal(assessment.confidence)),
            ("sl:reviewState", NamedNode(v.SL + assessment.review)),
            ("sl:rule", NamedNode(v.SL + Rule.PERSON) if assessment.decided else None),
            ("prov:wasDerivedFrom", node(assessment.document)),
            *(("sl:basis", NamedNode(link_iri(self.graph.body.iri, link))) for link in assessment.basis),
        )
        if assessment.review is not Review.REJECTED:
            yield from tell(home, assessment.commitment, ("sl:status", status))
