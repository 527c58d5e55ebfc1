"""What is claimed: links and assessments, in the graph of the document they rest on or in that of the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph import vocabulary as v
from graph.assessments import current
from graph.rdf.addresses import assessment_iri, decisions_graph, link_iri
from graph.terms import date, decimal, node, say, tell, text
from graph.values import Review, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from graph.identifiers import Iri
    from graph.model import Assessment, Graph, Link

_STRUCTURAL_MATCHING = "semapv:StructuralMatching"
_JUSTIFICATIONS = {
    Rule.PERSON: v.MANUAL_CURATION,
    Rule.LAYOUT: _STRUCTURAL_MATCHING,
    Rule.OWNER_STATED: _STRUCTURAL_MATCHING,
}


class Claims:
    """Writes one body's claims; knows in which graph each belongs."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.body = graph.body.iri
        self.decisions = decisions_graph(self.body)
        self.home: dict[str, Iri] = {}
        for commitment in graph.commitments:
            self.home[commitment.iri] = commitment.quote.document
            self.home.update((one.iri, one.quote.document) for one in commitment.particulars)
        self.home.update((one.iri, one.quote.document) for one in graph.statements)

    def quads(self) -> Iterator[Quad]:
        """The links and their direct triples, the assessments and the statuses that these give."""
        standing: set[tuple[str, str, str]] = set()
        for link in self.graph.links:
            home = self.decisions if link.rule is Rule.PERSON else self.ground(link)
            yield from self.link(home, link)
            if link.review is not Review.REJECTED and link.key not in standing:
                standing.add(link.key)
                yield from tell(home, link.subject, (link.relation.value, NamedNode(link.object)))
        for assessment in self.graph.assessments:
            yield from self.assessment(assessment)
        for commitment, latest in current(self.graph.assessments).items():
            yield from tell(self.judge(latest), commitment, ("sl:status", NamedNode(v.SL + latest.status)))

    def ground(self, link: Link) -> Iri:
        """The document that says so: that of the statement, or of what the link is about where it rests on none."""
        return self.home[link.statement or link.subject]

    def link(self, home: Iri, link: Link) -> Iterator[Quad]:
        address = link_iri(self.body, link)
        yield from tell(
            home,
            address,
            ("rdf:type", NamedNode(v.SL + "Link")),
            ("sl:subject", NamedNode(link.subject)),
            ("sl:relation", NamedNode(v.expand(link.relation.value))),
            ("sl:object", NamedNode(link.object)),
            ("sl:scope", NamedNode(v.SL + link.scope)),
            ("sl:confidence", decimal(link.confidence)),
            ("sl:justification", NamedNode(v.expand(_JUSTIFICATIONS.get(link.rule, v.LEXICAL_MATCHING)))),
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

    def judge(self, assessment: Assessment) -> Iri:
        """The graph of an assessment: that of the decisions, of the document that reports, or of the pledge."""
        return self.decisions if assessment.decided else (assessment.document or self.home[assessment.commitment])

    def assessment(self, assessment: Assessment) -> Iterator[Quad]:
        yield from say(
            self.judge(assessment),
            assessment_iri(self.body, assessment),
            ("rdf:type", NamedNode(v.SL + "Assessment")),
            ("sl:assesses", NamedNode(assessment.commitment)),
            ("sl:status", NamedNode(v.SL + assessment.status)),
            ("sl:statedStatus", text(assessment.stated)),
            ("sl:asOf", date(assessment.as_of)),
            ("sl:confidence", decimal(assessment.confidence)),
            ("sl:reviewState", NamedNode(v.SL + assessment.review)),
            ("sl:rule", NamedNode(v.SL + Rule.PERSON) if assessment.decided else None),
            ("dcterms:creator", text(assessment.author)),
            ("prov:wasDerivedFrom", node(assessment.document)),
            *(("sl:basis", NamedNode(link_iri(self.body, link))) for link in assessment.basis),
        )
