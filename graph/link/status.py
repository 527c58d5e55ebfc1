"""What became of each pledge, by the links that stand and what their statements report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.statements import least
from graph.model import Assessment
from graph.values import Relation, Review, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.identifiers import Iri
    from graph.model import Commitment, Document, Link, ProgressStatement

_MANY = (Scope.ALL, Scope.REST, Scope.REMAINING)
# What is said of one pledge counts before what is said of many.
_FIRST_TO_LAST = ((Scope.EXCEPTION,), (Scope.DIRECT,), _MANY)
_STATED, _UNSTATED = 0.9, 0.6  # how sure a status is whose statement has words for it, or has none
_SILENCE = 0.8


def assess(
    commitment: Commitment,
    links: Iterable[Link],
    statements: Mapping[Iri, ProgressStatement],
    review: Document | None,
) -> Assessment:
    """The status of a commitment, given the links about it that nobody has rejected.

    `review` is the document that reports on the commitment's strategy, None where no such document was read.
    """
    if review is None:
        return Assessment(commitment.iri, Status.NOT_ASSESSED, "", 1.0)
    evidence = [one for one in links if one.relation is Relation.EVIDENCED_BY and one.review is not Review.REJECTED]
    for scopes in _FIRST_TO_LAST:
        basis = tuple(link for link in evidence if link.scope in scopes)
        if basis:
            status, confidence = _reported(basis, statements)
            return Assessment(
                commitment.iri,
                status,
                review.date or "",
                confidence,
                review.iri,
                basis,
                stated=_word(basis, statements),
            )
    return Assessment(commitment.iri, Status.NOT_REPORTED, review.date or "", _SILENCE, review.iri)


def told_of_one(stated: Status | None) -> Status:
    """What a statement about one pledge reports: a plain fact in a list of what was achieved says that it is done."""
    return stated or Status.ACHIEVED


def _reported(basis: Sequence[Link], statements: Mapping[Iri, ProgressStatement]) -> tuple[Status, float]:
    """The least of what the statements report; a status word that the document itself gives counts before them.

    A plain fact told of many pledges says that work goes on.
    """
    given = [statement.stated for link in basis if (statement := statements[link.object]).word and statement.stated]
    if given:
        return least(given) or given[0], round(_STATED * max(link.confidence for link in basis), 2)
    stated = [_stated(link, statements) for link in basis]
    plain = Status.IN_PROGRESS if basis[0].scope in _MANY else told_of_one(None)
    status = least(each or plain for each in stated) or plain
    words = _STATED if status in stated else _UNSTATED
    return status, round(words * max(link.confidence for link in basis), 2)


def _word(basis: Sequence[Link], statements: Mapping[Iri, ProgressStatement]) -> str:
    """The document's own word for the status, where it gives one."""
    return next((word for link in basis if (word := statements[link.object].word)), "")


def _stated(link: Link, statements: Mapping[Iri, ProgressStatement]) -> Status | None:
    statement = statements[link.object]
    if link.scope is not Scope.EXCEPTION:
        return statement.stated
    return statement.said_of_excepted or Status.OUTSTANDING
