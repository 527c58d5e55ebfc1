"""Which pledges a blanket statement reaches: all, the rest or what remains of its own section, and no further."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.link.status import told_of_one
from graph.model import Link
from graph.values import Relation, Rule, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.identifiers import Iri
    from graph.model import Commitment, ProgressStatement

_CONFIDENCE = {Scope.ALL: 0.95, Scope.REST: 0.85, Scope.REMAINING: 0.85}
_UNSURE_OF_OTHERS = 0.75  # of a "rest" beside a statement that answers nothing: it may answer one of the rest
_REASON = {
    Scope.ALL: "speaks of all pledges of its section",
    Scope.REST: "speaks of the pledges of its section that no other statement answers",
    Scope.REMAINING: "speaks of what remains to be done in its section",
}


def by_blanket(
    commitments: Sequence[Commitment], statements: Sequence[ProgressStatement], direct: Sequence[Link]
) -> list[Link]:
    """Links from the pledges of one section to the blankets that reach them, given the direct links."""
    by_iri = {one.iri: one for one in statements}
    answered = {link.subject for link in direct}
    done = {link.subject for link in direct if told_of_one(by_iri[link.object].stated) is Status.ACHIEVED}
    excepted = {link.subject for link in direct if link.scope is Scope.EXCEPTION}
    unplaced = {one.iri for one in statements if one.scope is Scope.DIRECT} - {link.object for link in direct}
    out_of_reach = {Scope.ALL: excepted, Scope.REST: answered, Scope.REMAINING: excepted | done}
    return [
        _link(commitment.iri, statement, sure=statement.scope is not Scope.REST or not unplaced)
        for statement in statements
        if statement.scope in out_of_reach
        for commitment in commitments
        if commitment.iri not in out_of_reach[statement.scope]
    ]


def exceptions(statements: Sequence[ProgressStatement], direct: Sequence[Link]) -> list[Link]:
    """The direct links, with those that take a pledge out of a blanket marked as exceptions.

    A statement that says "not done" beside a blanket which says "all" is about an exception to it.
    """
    if not any(one.scope in (Scope.ALL, Scope.REST) for one in statements):
        return list(direct)
    denied = {one.iri for one in statements if one.stated is Status.OUTSTANDING or one.excepted}
    return [
        replace(link, rule=Rule.EXCEPTION, scope=Scope.EXCEPTION) if link.object in denied else link for link in direct
    ]


def _link(commitment: Iri, statement: ProgressStatement, *, sure: bool) -> Link:
    return Link(
        subject=commitment,
        relation=Relation.EVIDENCED_BY,
        object=statement.iri,
        rule=Rule.BLANKET,
        confidence=_CONFIDENCE[statement.scope] if sure else _UNSURE_OF_OTHERS,
        scope=statement.scope,
        statement=statement.iri,
        explanation=_REASON[statement.scope],
    )
