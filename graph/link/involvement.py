"""Which organisations a pledge involves: those that it, or a statement that is about it alone, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Link
from graph.values import Kind, Relation, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Commitment, ProgressStatement

_NAMED_IN_PLEDGE = 0.95


def partners(
    commitments: Sequence[Commitment],
    evidence: Sequence[Link],
    statements: Mapping[Iri, ProgressStatement],
    names: Names,
) -> list[Link]:
    """One link for each pledge and organisation named with it. An inspector only attests: it is no partner."""
    found: dict[tuple[str, str, str], Link] = {}
    for commitment in commitments:
        for organisation in _organisations(commitment.quote.text, names):
            link = _link(commitment.iri, organisation, _NAMED_IN_PLEDGE, None, "the pledge names it")
            found[link.key] = link
    for one in evidence:
        if one.scope not in (Scope.DIRECT, Scope.EXCEPTION):
            continue
        statement = statements[one.object]
        for organisation in _organisations(statement.quote.text, names):
            if organisation not in statement.owners:
                link = _link(one.subject, organisation, one.confidence, statement.iri, "the answer to it names it")
                found.setdefault(link.key, link)
    return list(found.values())


def _organisations(text: str, names: Names) -> Iterator[Iri]:
    for mention in names.mentions(text):
        name = names.by_iri[mention.name]
        if name.kind is Kind.ORGANISATION and not name.inspects:
            yield name.iri


def _link(commitment: Iri, organisation: Iri, confidence: float, statement: Iri | None, explanation: str) -> Link:
    return Link(
        subject=commitment,
        relation=Relation.INVOLVES,
        object=organisation,
        rule=Rule.PARTNER,
        confidence=confidence,
        statement=statement,
        explanation=explanation,
    )
