"""From the sources of one body to its whole graph: read, extract, link, decide, assess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.errors import LAYOUT, DocumentError
from graph.extract.document import extract
from graph.extract.known import Known
from graph.extract.mentions import Names
from graph.extract.outline import outline
from graph.link.sections import link_sections
from graph.link.status import assess
from graph.model import Assessment, Document, Graph, Link, Name, Section
from graph.read.decisions import Decision, read_decisions
from graph.review import decide, lost, statuses
from graph.values import Review, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.identifiers import Iri
    from graph.read.manifest import Sources


def assemble(sources: Sources, *, ignore_decisions: bool = False) -> Graph:
    """Everything that can be said of one body. Without decisions: the automatic links alone."""
    names = Names.of(_names(sources))
    known = Known.of(sources.cues)
    by_document = {one.iri: extract(one, outline(one, known), names) for one in sources.documents}
    graph = Graph(
        body=sources.body,
        strategies=sources.strategies,
        documents=sources.documents,
        names=tuple(names.by_iri.values()),
        sections=tuple(section for sections in by_document.values() for section in sections),
        findings=tuple(_unread(sources.documents, by_document)),
        completely_read=sources.completely_read,
    )
    _check_stated_once(graph)
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
        sections = by_document[document.iri]
        if not any(section.commitments for section in sections):
            yield f"{document.file_name}: {_why_empty(document)}"
        elif document.reports_on and not any(section.statements for section in sections):
            yield f"{document.file_name}: no progress was found, so its pledges count as not assessed."


def _why_empty(document: Document) -> str:
    if document.states is None:
        return "it states no strategy's pledges; this version reads a report only where it holds the pledges too."
    return f"no pledges were found; this version reads documents {LAYOUT}."


def _check_stated_once(graph: Graph) -> None:
    """Refuse the same pledge in two documents: which one says it, and where, would no longer be plain."""
    stated: dict[Iri, Iri] = {}
    files = {document.iri: document.file_name for document in graph.documents}
    for one in graph.commitments:
        first = stated.setdefault(one.iri, one.quote.document)
        if first != one.quote.document:
            raise DocumentError(
                files[one.quote.document],
                f"states pledges that {files[first]} states too",
                "leave out its states in strategies.toml; this version reads one report of a strategy",
            )


def _lost(sources: Sources, decisions: Iterable[Decision], graph: Graph) -> Iterator[str]:
    for decision in lost(tuple(decisions), graph):
        yield (
            f"{sources.decisions_file}: line {decision.line} decides on {decision.subject} and {decision.object},"
            " which are not both there or cannot be so joined; the decision is kept and has no effect."
        )


def _assessments(
    graph: Graph, automatic: Iterable[Link], decided: Iterable[Link], decisions: tuple[Decision, ...]
) -> Iterator[Assessment]:
    """The automatic assessment of each commitment and, where people's decisions lead to another, that one too."""
    statements = {one.iri: one for one in graph.statements}
    reviews = _reviews(graph)
    of_rules, of_people = _by_subject(automatic), _by_subject(decided)
    given = statuses(decisions)
    for commitment in graph.commitments:
        review = reviews.get(commitment.strategy)
        first = assess(commitment, of_rules.get(commitment.iri, ()), statements, review)
        final = assess(commitment, of_people.get(commitment.iri, ()), statements, review)
        yield from _reviewed(first, final, given.get(commitment.iri))


def _reviews(graph: Graph) -> dict[Iri, Document]:
    """The latest document that reports on each strategy: one without a single statement of progress reports nothing."""
    reporting = {one.quote.document for one in graph.statements}
    documents = sorted((one for one in graph.documents if one.iri in reporting), key=lambda one: one.date or "")
    return {strategy: one for one in documents if (strategy := one.reports_on or one.states)}


def _reviewed(first: Assessment, final: Assessment, given: tuple[Status, Decision] | None) -> Iterator[Assessment]:
    status = given[0] if given else final.status
    if status == first.status:
        if given:
            first = replace(first, review=Review.ACCEPTED, confidence=given[1].confidence)
        yield replace(first, basis=final.basis or first.basis)
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
