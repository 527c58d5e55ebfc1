"""A person's decisions, applied to what the rules found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.names.mentions import Names
from graph.model import Graph, Link
from graph.values import Kind, Relation, Review, Rule, Scope, Status
from graph.vocabulary import SL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.identifiers import Iri
    from graph.model import ProgressStatement
    from graph.read.decisions import Decision


def decide(links: Sequence[Link], decisions: Sequence[Decision], graph: Graph) -> list[Link]:
    """The links, reviewed: each keeps its rule and confidence, and new ones are added for what the rules missed.

    Of several decisions on one link the last counts.
    """
    by_key = {decision.key: decision for decision in decisions}
    reviewed = [_reviewed(link, by_key.get(link.key)) for link in links]
    made = {link.key for link in links}
    statements = {one.iri: one for one in graph.statements}
    names = Names.of(graph.names)
    kinds = _kinds(graph)
    added = [
        _added(decision, statements.get(decision.object))
        for decision in by_key.values()
        if decision.accepted
        and decision.relation is not Relation.STATUS
        and decision.key not in made
        and _fits(decision, kinds)
    ]
    evidence = _standing_evidence([*reviewed, *added])
    reviewed = [_without_ground(link, evidence, statements) if link.key not in by_key else link for link in reviewed]
    return [*reviewed, *(_with_statement(link, evidence, statements, names) for link in added)]


def lost(decisions: Sequence[Decision], graph: Graph) -> Iterator[Decision]:
    """Decisions without effect, kept in the file: they name what is no longer there, or join what cannot be joined."""
    kinds = _kinds(graph)
    for decision in decisions:
        if not _fits(decision, kinds):
            yield decision


def statuses(decisions: Sequence[Decision]) -> Mapping[Iri, tuple[Status, Decision]]:
    """The status that a person gave to a commitment."""
    return {
        decision.subject: (Status(decision.object.removeprefix(SL)), decision)
        for decision in decisions
        if decision.relation is Relation.STATUS
    }


_ENDS = {
    Relation.EVIDENCED_BY: (("commitment", "strategy"), ("statement",)),
    Relation.OWNED_BY: (("commitment",), (Kind.PROGRAMME, Kind.ORGANISATION)),
    Relation.INVOLVES: (("commitment",), (Kind.ORGANISATION,)),
    Relation.REPORTS: (("statement",), ("outcome",)),
    Relation.CONTINUES: (("commitment",), ("commitment",)),
}


def _kinds(graph: Graph) -> dict[str, str]:
    """What each address names."""
    return {
        **{name.iri: name.kind for name in graph.names},
        **{one.iri: "strategy" for one in graph.strategies},
        **{one.iri: "commitment" for one in graph.commitments},
        **{one.iri: "statement" for one in graph.statements},
        **{outcome.iri: "outcome" for one in graph.statements for outcome in one.outcomes},
    }


def _fits(decision: Decision, kinds: Mapping[str, str]) -> bool:
    """Whether both ends of a decision are there, and of a kind that its relation joins."""
    if decision.relation is Relation.STATUS:
        return kinds.get(decision.subject) == "commitment"
    subjects, objects = _ENDS[decision.relation]
    return kinds.get(decision.subject) in subjects and kinds.get(decision.object) in objects


def _reviewed(link: Link, decision: Decision | None) -> Link:
    if decision is None:
        return link
    review = Review.ACCEPTED if decision.accepted else Review.REJECTED
    return replace(link, review=review, author=decision.author, date=decision.date, comment=decision.comment)


def _added(decision: Decision, statement: ProgressStatement | None) -> Link:
    return Link(
        subject=decision.subject,
        relation=decision.relation,
        object=decision.object,
        rule=Rule.PERSON,
        confidence=decision.confidence,
        scope=statement.scope if statement else Scope.DIRECT,
        statement=statement.iri if statement else None,
        explanation=decision.comment or "added in review",
        review=Review.ACCEPTED,
        author=decision.author,
        date=decision.date,
        comment=decision.comment,
    )


def _standing_evidence(links: Sequence[Link]) -> Mapping[Iri, list[Link]]:
    standing: dict[Iri, list[Link]] = defaultdict(list)
    for link in links:
        if link.relation is Relation.EVIDENCED_BY and link.review is not Review.REJECTED:
            standing[link.subject].append(link)
    return standing


def _without_ground(
    link: Link, evidence: Mapping[Iri, list[Link]], statements: Mapping[Iri, ProgressStatement]
) -> Link:
    """An owner or partner read from a statement that does not answer the pledge after all falls with that link.

    Unless another statement that does answer it names the same owner. One from a column rests on no statement.
    """
    rests_on_evidence = link.relation in (Relation.OWNED_BY, Relation.INVOLVES) and link.statement in statements
    standing = evidence[link.subject]
    if not rests_on_evidence or any(one.object == link.statement for one in standing):
        return link
    for one in standing:
        if link.object in statements[one.object].owners:
            return replace(link, statement=one.object, scope=one.scope, confidence=one.confidence)
    return replace(link, review=Review.REJECTED, explanation="rests on a link that was rejected")


def _with_statement(
    link: Link, evidence: Mapping[Iri, list[Link]], statements: Mapping[Iri, ProgressStatement], names: Names
) -> Link:
    """The statement that says so, for an owner that a person added: one that answers the pledge and names it."""
    if link.relation is not Relation.OWNED_BY:
        return link
    for one in evidence[link.subject]:
        text = statements[one.object].quote.text
        if any(mention.name == link.object for mention in names.mentions(text)):
            return replace(link, statement=one.object, scope=one.scope)
    return link
