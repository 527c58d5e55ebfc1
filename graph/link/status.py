"""What became of each pledge, by the links that stand and what their statements report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.known import key
from graph.extract.statements import least, reported
from graph.extract.wording import says
from graph.link.shortfall import falls_short
from graph.model import Assessment
from graph.values import BLANKETS, Relation, Review, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.identifiers import Iri
    from graph.model import Commitment, Document, Link, ProgressStatement

# What is said of one pledge counts before what is said of many.
_FIRST_TO_LAST = ((Scope.EXCEPTION,), (Scope.DIRECT,), BLANKETS)
_STATED, _UNSTATED = 0.9, 0.6  # how sure a status is whose statement has words for it, or has none
_SILENCE = 0.8


def assess(
    commitment: Commitment,
    links: Iterable[Link],
    statements: Mapping[Iri, ProgressStatement],
    review: Document | None,
    *,
    reports: bool = True,
) -> Assessment:
    """The status of a commitment as of one document, given the links to its statements that nobody has rejected.

    `review` is the document that reports on the commitment's strategy, None where no such document was read;
    `reports` is False where all that it says is that it agrees: its silence on a pledge is then no finding.
    """
    if review is None:
        return Assessment(commitment.iri, Status.NOT_ASSESSED, "", 1.0)
    evidence = [one for one in links if one.relation is Relation.EVIDENCED_BY and one.review is not Review.REJECTED]
    basis = _nearest(evidence)
    if basis:
        status, confidence = _reported(commitment, basis, statements)
    else:
        status, confidence = (Status.NOT_REPORTED, _SILENCE) if reports else (Status.NOT_ASSESSED, 1.0)
    return Assessment(
        commitment=commitment.iri,
        status=status,
        as_of=review.date or "",
        confidence=confidence,
        document=review.iri,
        basis=basis,
        stated=_word(status, basis, statements),
    )


def told_of_one(stated: Status | None) -> Status:
    """What a statement about one pledge reports: a plain fact in a list of what was achieved says that it is done."""
    return stated or Status.ACHIEVED


def reports_progress(stated: Iterable[Status | None]) -> bool:
    """Whether statements report anything. To agree to a recommendation is no progress on it.

    >>> reports_progress([Status.NOT_ASSESSED, Status.NOT_ASSESSED]), reports_progress([Status.NOT_ASSESSED, None])
    (False, True)
    """
    return any(one is not Status.NOT_ASSESSED for one in stated)


def _nearest(evidence: Sequence[Link]) -> tuple[Link, ...]:
    """The links whose scope counts first."""
    for scopes in _FIRST_TO_LAST:
        found = tuple(link for link in evidence if link.scope in scopes)
        if found:
            return found
    return ()


def _reported(
    commitment: Commitment, basis: Sequence[Link], statements: Mapping[Iri, ProgressStatement]
) -> tuple[Status, float]:
    """The least of what the statements report; a status word that the document itself gives counts before them.

    A plain fact told of many pledges says that work goes on, and so does a status word that nobody knows. What reports
    nothing ("No update", "Accepted") counts where nothing else is said.
    """
    given = [statement.stated for link in basis if (statement := statements[link.object]).word and statement.stated]
    words = _told_beside(least(given), [statements[link.object] for link in basis])
    if words not in (None, Status.NOT_REPORTED, Status.NOT_ASSESSED):
        return words, _sureness(_STATED, basis)
    stated = [_stated(commitment, link, statements) for link in basis]
    facts = {_plain_fact(link, statements) for link, each in zip(basis, stated, strict=True) if each is None}
    status = least([*stated, *facts]) or Status.NOT_ASSESSED
    return status, _sureness(_STATED if status in stated else _UNSTATED, basis)


def _told_beside(given: Status | None, basis: Sequence[ProgressStatement]) -> Status | None:
    """What a status word says where the sentences beside it say more.

    What is late goes on where work on it is told of ("Delayed. Two rooms are open."), and what is closed was given up
    where that is told ("Closed. Members decided not to proceed.").
    """
    words = [one.word for one in basis if one.word and one.stated is given]
    told = [reported(one.quote.text.removeprefix(one.word)) for one in basis if one.quote.text != one.word]
    if given is Status.OUTSTANDING and all(says("late", word) for word in words):
        going = any(one in (Status.IN_PROGRESS, Status.ACHIEVED) for one in told)
        return Status.IN_PROGRESS if going and Status.OUTSTANDING not in told else given
    closed = given is Status.ACHIEVED and all(key(word) in table("statuses")["signs"]["ended"] for word in words)
    return Status.OUTSTANDING if closed and least(told) is Status.OUTSTANDING else given


def _sureness(words: float, basis: Sequence[Link]) -> float:
    return round(words * max(link.confidence for link in basis), 2)


def _plain_fact(link: Link, statements: Mapping[Iri, ProgressStatement]) -> Status:
    many = link.scope in BLANKETS or statements[link.object].word
    return Status.IN_PROGRESS if many else told_of_one(None)


def _word(status: Status, basis: Sequence[Link], statements: Mapping[Iri, ProgressStatement]) -> str:
    """The document's own word for the status: the word of a statement that reports it, or else the first word given."""
    said = [statement for link in basis if (statement := statements[link.object]).word]
    said.sort(key=lambda one: one.stated is not status)
    return said[0].word if said else ""


def _stated(commitment: Commitment, link: Link, statements: Mapping[Iri, ProgressStatement]) -> Status | None:
    """What a statement says of a pledge; a number below the one promised is work in progress, whatever the verb."""
    statement = statements[link.object]
    if statement.word and statement.stated in (
        None,
        Status.NOT_REPORTED,
    ):  # a word that nobody knows, "Too early to say"
        return reported(statement.quote.text.removeprefix(statement.word)) or statement.stated
    if link.scope is Scope.EXCEPTION:
        return statement.said_of_excepted or Status.OUTSTANDING
    done = statement.stated in (None, Status.ACHIEVED) and link.scope is Scope.DIRECT and not statement.word
    if done and falls_short(commitment.quote.text, statement.quote.text):
        return Status.IN_PROGRESS
    return statement.stated
