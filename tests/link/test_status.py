"""What became of a pledge follows from the nearest statements about it, and of those from the least."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.link.status import assess
from graph.model import Assessment, Link
from graph.values import Relation, Review, Rule, Scope, Status
from link.samples import REVIEW, evidence, plain, pledge

PLEDGE = pledge("Open a hub.")
DONE, GOING, NOT = Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING
Said = tuple[Scope, Status | None]


def assessed(*said: Said, confidence: float = 0.9) -> Assessment:
    statements = [plain(f"statement-{number}", *one) for number, one in enumerate(said)]
    links = [evidence(PLEDGE.iri, one.iri, one.scope, confidence) for one in statements]
    return assess(PLEDGE, links, {one.iri: one for one in statements}, REVIEW)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([(Scope.DIRECT, DONE)], DONE),
        ([(Scope.DIRECT, GOING)], GOING),
        ([(Scope.DIRECT, NOT)], NOT),
        ([(Scope.ALL, DONE)], DONE),
        ([(Scope.REST, GOING)], GOING),
        ([(Scope.REMAINING, NOT)], NOT),
        ([(Scope.EXCEPTION, DONE)], NOT),
    ],
)
def test_a_pledge_is_as_its_statement_says(said: list[Said], status: Status) -> None:
    assert assessed(*said).status is status


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.REST, Scope.REMAINING])
def test_what_is_said_of_one_pledge_counts_before_what_is_said_of_many(scope: Scope) -> None:
    found = assessed((scope, GOING), (Scope.DIRECT, DONE))
    assert found.status is DONE
    assert [link.scope for link in found.basis] == [Scope.DIRECT]


def test_an_exception_counts_before_everything() -> None:
    found = assessed((Scope.ALL, DONE), (Scope.DIRECT, DONE), (Scope.EXCEPTION, NOT))
    assert found.status is NOT
    assert [link.scope for link in found.basis] == [Scope.EXCEPTION]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([DONE, GOING], GOING),
        ([DONE, NOT], NOT),
        ([GOING, NOT], NOT),
        ([NOT, DONE, GOING], NOT),
        ([None, GOING], GOING),
    ],
)
def test_of_several_statements_the_least_counts(said: list[Status | None], status: Status) -> None:
    assert assessed(*((Scope.DIRECT, one) for one in said)).status is status
    assert assessed(*((Scope.ALL, one) for one in said)).status is status


def test_a_plain_fact_told_of_one_pledge_says_that_it_is_done() -> None:
    assert assessed((Scope.DIRECT, None)).status is DONE


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.REST, Scope.REMAINING])
def test_a_plain_fact_told_of_many_says_that_work_goes_on(scope: Scope) -> None:
    assert assessed((scope, None)).status is GOING


def test_a_status_with_words_is_surer_than_one_without() -> None:
    assert assessed((Scope.DIRECT, DONE)).confidence > assessed((Scope.DIRECT, None)).confidence


def test_a_status_is_no_surer_than_its_evidence() -> None:
    assert assessed((Scope.DIRECT, DONE), confidence=0.5).confidence <= 0.5


def test_a_pledge_that_its_review_does_not_answer_is_not_reported() -> None:
    found = assess(PLEDGE, [], {}, REVIEW)
    assert (found.status, found.document, found.as_of, found.basis) == (Status.NOT_REPORTED, REVIEW.iri, "2024", ())


def test_a_pledge_without_a_review_is_not_assessed() -> None:
    found = assess(PLEDGE, [], {}, None)
    assert (found.status, found.document, found.as_of) == (Status.NOT_ASSESSED, None, "")


def test_links_that_a_person_rejected_count_for_nothing() -> None:
    said = plain("statement", Scope.DIRECT, DONE)
    rejected = replace(evidence(PLEDGE.iri, said.iri), review=Review.REJECTED)
    assert assess(PLEDGE, [rejected], {said.iri: said}, REVIEW).status is Status.NOT_REPORTED


def test_an_owner_alone_is_no_evidence() -> None:
    said = plain("statement", Scope.DIRECT, DONE)
    owner = Link(PLEDGE.iri, Relation.OWNED_BY, said.iri, Rule.OWNER, 0.9, statement=said.iri)
    assert assess(PLEDGE, [owner], {said.iri: said}, REVIEW).status is Status.NOT_REPORTED


AGREED, SILENT = Status.NOT_ASSESSED, Status.NOT_REPORTED
Worded = tuple[str, Status | None]


def assessed_by_words(*said: Worded) -> Assessment:
    """A pledge that statements answer directly, each with the document's own word, or none, and what it means."""
    statements = [
        replace(plain(f"statement-{number}", Scope.DIRECT, stated), word=word)
        for number, (word, stated) in enumerate(said)
    ]
    links = [evidence(PLEDGE.iri, one.iri) for one in statements]
    return assess(PLEDGE, links, {one.iri: one for one in statements}, REVIEW)


@pytest.mark.parametrize(
    ("said", "status", "word"),
    [
        ([("DONE", DONE)], DONE, "DONE"),
        ([("DONE", DONE), ("", NOT)], DONE, "DONE"),
        ([("Green", DONE), ("Amber", GOING)], GOING, "Amber"),
        ([("Accepted", AGREED)], AGREED, "Accepted"),
        ([("", AGREED)], AGREED, ""),
        ([("Accepted", AGREED), ("", GOING)], GOING, "Accepted"),
        ([("Accepted", AGREED), ("", None)], DONE, "Accepted"),
        ([("No update", SILENT)], SILENT, "No update"),
        ([("No update", SILENT), ("DONE", DONE)], DONE, "DONE"),
        ([("No update", SILENT), ("Accepted", AGREED)], SILENT, "No update"),
    ],
)
def test_the_word_of_the_document_counts_first_unless_it_reports_nothing(
    said: list[Worded], status: Status, word: str
) -> None:
    found = assessed_by_words(*said)
    assert (found.status, found.stated) == (status, word)


def test_a_status_word_that_nobody_knows_never_says_that_a_pledge_is_done() -> None:
    found = assessed_by_words(("Superseded", None))
    assert (found.status, found.stated) == (GOING, "Superseded")
    assert found.confidence < assessed_by_words(("Amber", GOING)).confidence


def test_all_that_agrees_gives_no_achievement_whatever_its_scope() -> None:
    for scope in (Scope.DIRECT, Scope.ALL, Scope.REST, Scope.REMAINING):
        assert assessed((scope, AGREED), (scope, AGREED)).status is AGREED


def test_silence_in_a_document_that_only_agrees_is_no_finding() -> None:
    found = assess(PLEDGE, [], {}, REVIEW, reports=False)
    assert (found.status, found.document, found.as_of) == (AGREED, REVIEW.iri, "2024")


def test_an_assessment_without_a_word_of_the_document_has_none() -> None:
    assert assessed((Scope.DIRECT, DONE)).stated == ""
    assert assess(PLEDGE, [], {}, REVIEW).stated == ""


def beside(word: str, stated: Status | None, text: str) -> Status:
    """The status of a pledge beside which a document gives a word and a sentence."""
    said = plain("statement", Scope.DIRECT, stated)
    said = replace(said, quote=replace(said.quote, text=text), word=word)
    return assess(PLEDGE, [evidence(PLEDGE.iri, said.iri)], {said.iri: said}, REVIEW).status


@pytest.mark.parametrize(
    ("word", "stated", "text", "status"),
    [
        ("Delayed", NOT, "Delayed. Two of the five rooms are open.", GOING),
        ("Overdue", NOT, "The contractor is on site and the roof is being laid.", GOING),
        ("Delayed", NOT, "It will open in May.", NOT),
        ("Delayed", NOT, "Two rooms are open. The lift has not been ordered.", NOT),
        ("Not started", NOT, "The brief has been written.", NOT),
        ("Closed", DONE, "Members decided in July not to pursue this.", NOT),
        ("Closed", DONE, "The hub opened in May.", DONE),
        ("Done", DONE, "The lift was not needed.", DONE),
        ("Too early to say", Status.NOT_REPORTED, "The software is being tested.", GOING),
        ("No update", Status.NOT_REPORTED, "No update", Status.NOT_REPORTED),
        ("Buffering", None, "The bid has not been written.", NOT),
        ("Buffering", None, "A hub in the north.", GOING),
    ],
)
def test_what_is_told_beside_a_word_may_say_more_than_it(
    word: str, stated: Status | None, text: str, status: Status
) -> None:
    assert beside(word, stated, text) is status
