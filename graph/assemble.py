"""From the sources of one body to its whole graph: read, extract, link, decide, assess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.document import extract
from graph.extract.mentions import Names
from graph.link.sections import link_sections
from graph.link.status import assess
from graph.model import Assessment, Document, Graph, Link, Name, Review, Section, Status
from graph.read.decisions import Decision, read_decisions
from graph.review import decide, lost, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.identifiers import Iri
    from graph.read.manifest import Sources


def assemble(sources: Sources, *, ignore_decisions: bool = False) -> Graph:
    """Everything that can be said of one body. Without decisions: the automatic links alone."""
    names = Names.of(_names(sources))
    by_document = {one.iri: extract(one, names, sources.labels) for one in sources.documents}
    graph = Graph(
        body=sources.body,
        strategies=sources.strategies,
        documents=sources.documents,
        names=tuple(names.by_iri.values()),
        sections=tuple(section for sections in by_document.values() for section in sections),
        findings=tuple(_unread(sources.documents, by_document)),
        completely_read=sources.completely_read,
    )
    automatic = [link for sections in by_document.values() for link in link_sections(sections, names)]
    decisions = () if ignore_decisions else _decisions(sources)
    decided = decide(automatic, decisions, graph)
    return replace(
        graph,
        links=tuple(decided),
        assessments=tuple(_assessments(graph, automatic, decided, decisions)),
        findings=(*graph.findings, *_lost(sources, decisions, graph)),
    )


def _names(sources: Sources) -> tuple[Name, ...]:
    from graph.read.names import read_names

    return read_names(sources.names_file, sources.body.iri + "/") if sources.names_file else ()


def _decisions(sources: Sources) -> tuple[Decision, ...]:
    return read_decisions(sources.decisions_file, sources.body.base) if sources.decisions_file else ()


def _unread(documents: Iterable[Document], by_document: Mapping[Iri, tuple[Section, ...]]) -> Iterator[str]:
    for document in documents:
        if not any(section.commitments for section in by_document[document.iri]):
            yield (
                f"{document.file_name}: no pledges were found; this version reads documents whose pledges and"
                " progress stand under labels such as “What we said we would do” and “What we have achieved”."
            )


def _lost(sources: Sources, decisions: Iterable[Decision], graph: Graph) -> Iterator[str]:
    for decision in lost(tuple(decisions), graph):
        yield (
            f"{sources.decisions_file}: line {decision.line} decides on {decision.subject} and {decision.object},"
            " of which one is no longer in the documents; the decision is kept and has no effect."
        )


def _assessments(
    graph: Graph, automatic: Iterable[Link], decided: Iterable[Link], decisions: tuple[Decision, ...]
) -> Iterator[Assessment]:
    """The automatic assessment of each commitment and, where people's decisions lead to another, that one too."""
    statements = {one.iri: one for one in graph.statements}
    reviews = {document.reports_on: document for document in graph.documents if document.reports_on}
    of_rules, of_people = _by_subject(automatic), _by_subject(decided)
    given = statuses(decisions)
    for commitment in graph.commitments:
        review = reviews.get(commitment.strategy)
        first = assess(commitment, of_rules.get(commitment.iri, ()), statements, review)
        final = assess(commitment, of_people.get(commitment.iri, ()), statements, review)
        yield from _reviewed(first, final, given.get(commitment.iri))


def _reviewed(first: Assessment, final: Assessment, given: tuple[Status, Decision] | None) -> Iterator[Assessment]:
    status = given[0] if given else final.status
    if status == first.status:
        yield replace(first, basis=final.basis or first.basis, review=Review.ACCEPTED if given else first.review)
        return
    yield replace(first, review=Review.REJECTED)
    yield replace(
        final, status=status, confidence=given[1].confidence if given else final.confidence, review=Review.ACCEPTED,
        decided=True,
    )  # fmt: skip


def _by_subject(links: Iterable[Link]) -> Mapping[Iri, list[Link]]:
    found: dict[Iri, list[Link]] = {}
    for link in links:
        found.setdefault(link.subject, []).append(link)
    return found
