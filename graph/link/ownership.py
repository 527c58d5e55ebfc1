"""Which programme owns a pledge: the one that a statement which answers it says holds the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.link.words import stems
from graph.model import Link
from graph.values import Relation, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Commitment, ProgressStatement

_TELLING = 2.0  # the rarity of a word that makes an owner's name fit a pledge: under a seventh of the texts hold it
_UNDIVIDED = 0.85  # of a statement that names two owners without dividing the pledges between them


def owned(
    evidence: Sequence[Link],
    statements: Mapping[Iri, ProgressStatement],
    commitments: Mapping[Iri, Commitment],
    names: Names,
    weights: Mapping[str, float],
) -> list[Link]:
    """One link for each pledge and owner: the surest where several statements say so."""
    surest: dict[tuple[str, str, str], Link] = {}
    for link in evidence:
        statement = statements[link.object]
        if statement.excepted and link.scope is Scope.EXCEPTION:
            continue  # what a blanket leaves out is not where the blanket says the work is
        for owner in statement.owners:
            found = Link(
                subject=link.subject,
                relation=Relation.OWNED_BY,
                object=owner,
                rule=Rule.OWNER,
                confidence=_confidence(link, statement, owner, commitments[link.subject], names, weights),
                scope=link.scope,
                statement=statement.iri,
                explanation=f"the statement that answers it names {names.by_iri[owner].label} as what holds the work",
            )
            if found.key not in surest or found.confidence > surest[found.key].confidence:
                surest[found.key] = found
    return list(surest.values())


def _confidence(
    link: Link,
    statement: ProgressStatement,
    owner: Iri,
    commitment: Commitment,
    names: Names,
    weights: Mapping[str, float],
) -> float:
    """No surer than the evidence; less sure of an owner that shares its statement and does not fit the pledge."""
    if len(statement.owners) == 1:
        return link.confidence
    shared = set(stems(names.by_iri[owner].label)) & set(stems(commitment.quote.text))
    fits = any(weights.get(word, 0) >= _TELLING for word in shared)
    return link.confidence if fits else round(link.confidence * _UNDIVIDED, 2)
