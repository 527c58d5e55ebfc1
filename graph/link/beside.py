"""Links that a document's layout makes by itself: an answer beside its pledge, an owner or a partner in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Link
from graph.values import Kind, Relation, Role, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.names.mentions import Names
    from graph.model import Commitment, ProgressStatement

# What a pledge may be owned by, and whom it may involve.
_KINDS = {
    Relation.OWNED_BY: (Kind.PROGRAMME, Kind.ORGANISATION),
    Relation.INVOLVES: (Kind.ORGANISATION,),
}
_CONFIDENCE = 0.98  # the document says so, but a layout can be misread


def by_layout(statements: Sequence[ProgressStatement]) -> list[Link]:
    """One link for each pledge and each statement that the layout pairs with it."""
    return [
        Link(
            subject=commitment,
            relation=Relation.EVIDENCED_BY,
            object=statement.iri,
            rule=Rule.LAYOUT,
            confidence=_CONFIDENCE,
            statement=statement.iri,
            explanation="the document sets it beside the pledge",
        )
        for statement in statements
        for commitment in statement.answers
    ]


def owners_beside(commitments: Sequence[Commitment], names: Names) -> list[Link]:
    """One link for each owner that a column, a lead-in or a heading gives a pledge."""
    return _named_beside(commitments, names, Role.OWNER, Relation.OWNED_BY, Rule.OWNER_STATED)


def partners_beside(commitments: Sequence[Commitment], names: Names) -> list[Link]:
    """One link for each partner that a column gives a pledge."""
    return _named_beside(commitments, names, Role.PARTNER, Relation.INVOLVES, Rule.PARTNER)


def _named_beside(
    commitments: Sequence[Commitment], names: Names, role: Role, relation: Relation, rule: Rule
) -> list[Link]:
    return [
        Link(
            subject=commitment.iri,
            relation=relation,
            object=name,
            rule=rule,
            confidence=_CONFIDENCE,
            statement=particular.iri,
            explanation=f"the document names {names.by_iri[name].label} beside the pledge",
        )
        for commitment in commitments
        for particular in commitment.particulars
        if particular.role is role
        for name in particular.names
        if names.by_iri[name].kind in _KINDS[relation]
    ]
