"""What became of each commitment, as of each document that reports on its strategy, and by what was decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.link.status import assess, reports_progress
from graph.review import statuses
from graph.values import Relation, Review, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.identifiers import Iri
    from graph.model import Assessment, Commitment, Document, Graph, Link
    from graph.read.decisions import Decision


def assessments(
    graph: Graph, automatic: Iterable[Link], decided: Iterable[Link], decisions: tuple[Decision, ...]
) -> Iterator[Assessment]:
    """The assessments of each commitment, those of the oldest document first.

    For each document there is the automatic one and, where the decisions lead to another, that one too. A status
    that was decided is that of the latest document.
    """
    judge = _Judge(graph)
    of_rules, of_people = _by_subject(automatic), _by_subject(decided)
    given = statuses(decisions)
    for commitment in graph.commitments:
        by_rules = judge.by_document(of_rules.get(commitment.iri, ()))
        by_people = judge.by_document(of_people.get(commitment.iri, ()))
        documents = judge.documents(commitment, by_people.keys())
        for document in documents:
            address = document.iri if document else None
            first = judge.assess(commitment, by_rules.get(address, ()), document)
            final = judge.assess(commitment, by_people.get(address, ()), document)
            yield from _reviewed(first, final, given.get(commitment.iri) if document is documents[-1] else None)


def current(found: Iterable[Assessment]) -> dict[Iri, Assessment]:
    """The assessment of each commitment that counts now: the last one that nobody rejected."""
    return {one.commitment: one for one in found if one.review is not Review.REJECTED}


class _Judge:
    """Knows which documents report on what, in the order of their dates."""

    def __init__(self, graph: Graph) -> None:
        self.statements = {one.iri: one for one in graph.statements}
        said: dict[Iri, list[Status | None]] = defaultdict(list)
        for one in graph.statements:
            said[one.quote.document].append(one.stated)
        self.reporting = frozenset(document for document, stated in said.items() if reports_progress(stated))
        self.in_order = sorted(graph.documents, key=lambda one: (one.date or "", one.file_name))
        self.reviews: dict[Iri, list[Document]] = defaultdict(list)
        for document in self.in_order:
            strategy = document.reports_on or document.states
            if strategy and document.iri in said:  # one without a single statement reports nothing
                self.reviews[strategy].append(document)

    def by_document(self, links: Iterable[Link]) -> Mapping[Iri | None, list[Link]]:
        """The evidence among some links that nobody rejected, by the document whose statement it is."""
        found: dict[Iri | None, list[Link]] = defaultdict(list)
        for link in links:
            if link.relation is Relation.EVIDENCED_BY and link.review is not Review.REJECTED:
                found[self.statements[link.object].quote.document].append(link)
        return found

    def documents(self, commitment: Commitment, answering: Iterable[Iri | None]) -> list[Document | None]:
        """The documents that report on a commitment, the oldest first; one None where there are none."""
        reviews = self.reviews.get(commitment.strategy, [])
        others = set(answering) - {one.iri for one in reviews}
        if others:  # a report on another strategy may answer a pledge of this one
            wanted = others | {one.iri for one in reviews}
            reviews = [one for one in self.in_order if one.iri in wanted]
        return [*reviews] or [None]

    def assess(self, commitment: Commitment, links: Iterable[Link], review: Document | None) -> Assessment:
        reports = review is not None and review.iri in self.reporting
        return assess(commitment, links, self.statements, review, reports=reports)


def _reviewed(first: Assessment, final: Assessment, given: tuple[Status, Decision] | None) -> Iterator[Assessment]:
    status = given[0] if given else final.status
    if status == first.status:
        if given:
            first = replace(first, review=Review.ACCEPTED, confidence=given[1].confidence, author=given[1].author)
        yield replace(first, basis=final.basis or first.basis)
        return
    yield replace(first, review=Review.REJECTED)
    yield replace(
        final, status=status, confidence=given[1].confidence if given else final.confidence, review=Review.ACCEPTED,
        decided=True, author=given[1].author if given else _authors(final.basis),
    )  # fmt: skip


def _authors(links: Iterable[Link]) -> str | None:
    """Who decided about some links, as `author_label` parts them."""
    return "|".join(sorted({part for link in links if link.author for part in link.author.split("|")})) or None


def _by_subject(links: Iterable[Link]) -> Mapping[Iri, list[Link]]:
    found: dict[Iri, list[Link]] = defaultdict(list)
    for link in links:
        found[link.subject].append(link)
    return found
