"""Statements that count pledges without saying which ("38 of the 50 actions"): they speak of the whole strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.counts import only_counts
from graph.model import Link
from graph.values import Relation, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.identifiers import Iri
    from graph.model import ProgressStatement

_CONFIDENCE = 0.9


def counts_pledges(statement: ProgressStatement) -> bool:
    """Whether a statement counts pledges. One about all or the rest of its section speaks of that section instead."""
    return statement.scope is Scope.DIRECT and not statement.answers and only_counts(statement.quote.text)


def about_the_whole(strategy: Iri, statements: Iterable[ProgressStatement]) -> list[Link]:
    """One link from the strategy to each statement that counts its pledges, and none from any pledge."""
    return [
        Link(
            subject=strategy,
            relation=Relation.EVIDENCED_BY,
            object=statement.iri,
            rule=Rule.COUNT,
            confidence=_CONFIDENCE,
            scope=Scope.ALL,
            statement=statement.iri,
            explanation="speaks of the strategy's pledges together, without saying which",
        )
        for statement in statements
    ]
