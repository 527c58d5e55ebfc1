"""The addresses of named graphs, and of what has no words of its own: claims and assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identifiers import Iri, fingerprint, mint

if TYPE_CHECKING:
    from graph.model import Assessment, Link


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


def assessment_iri(body: Iri, assessment: Assessment) -> Iri:
    """The address of an assessment: one for each commitment, document and maker (the rules, or people)."""
    maker = "decision" if assessment.decided else "rules"
    ground = fingerprint(assessment.commitment, assessment.document or "", maker, digits=16)
    return mint(body + "/assessment/", ground)
