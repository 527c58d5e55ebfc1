"""A pledge keeps what every report says of it, and the latest counts; what only agrees reports nothing."""

from __future__ import annotations

from dataclasses import replace

from ask.samples import (
    DOCUMENTS,
    DREDGE,
    OLD_STOP,
    PAINT,
    REPORT_2024,
    STATEMENTS,
    STOP,
    TRACKER_2023,
    TRAIN,
    brackwater,
)

from graph.assessments import assessments, current
from graph.identifiers import Iri
from graph.link.beside import by_layout
from graph.model import Assessment, Commitment, Document, Graph, Link, ProgressStatement
from graph.read.decisions import Decision
from graph.values import Relation, Review, Rule, Scope, Status
from graph.vocabulary import SL

EVIDENCE = by_layout(STATEMENTS)


def of(commitment: Commitment, found: list[Assessment]) -> list[tuple[str, str, str]]:
    return [(one.status.value, one.as_of, one.stated) for one in found if one.commitment == commitment.iri]


def with_statements(*statements: ProgressStatement) -> Graph:
    graph = brackwater()
    return replace(graph, sections=(graph.sections[0], replace(graph.sections[1], statements=statements)))


def with_documents(*documents: Document) -> Graph:
    return replace(brackwater(), documents=documents)


def found_in(graph: Graph, evidence: list[Link] | None = None, *decisions: Decision) -> list[Assessment]:
    links = EVIDENCE if evidence is None else evidence
    return list(assessments(graph, links, links, decisions))


def status_given(commitment: Commitment, status: Status) -> Decision:
    return Decision(
        subject=commitment.iri,
        relation=Relation.STATUS,
        object=Iri(SL + status),
        accepted=True,
        confidence=1.0,
        author="A reader",
        date="2024-09-01",
        comment="",
        line=2,
    )


def test_each_report_gives_an_assessment_and_the_oldest_comes_first() -> None:
    found = found_in(brackwater())
    assert of(STOP, found) == [("InProgress", "2023", "Amber"), ("Achieved", "2024-06-30", "**DONE**")]
    assert of(DREDGE, found) == [("Outstanding", "2023", "Red"), ("InProgress", "2024-06-30", "Amber")]


def test_the_latest_counts_now() -> None:
    now = current(found_in(brackwater()))
    assert {one: now[one.iri].status for one in (STOP, DREDGE, PAINT)} == {
        STOP: Status.ACHIEVED,
        DREDGE: Status.IN_PROGRESS,
        PAINT: Status.NOT_REPORTED,
    }


def test_an_assessment_rests_on_the_statements_of_its_own_document() -> None:
    texts = {one.iri: one.quote.document for one in STATEMENTS}
    for one in found_in(brackwater()):
        assert {texts[link.object] for link in one.basis} <= {one.document}


def test_silence_is_found_in_every_report() -> None:
    assert of(PAINT, found_in(brackwater())) == [("NotReported", "2023", ""), ("NotReported", "2024-06-30", "")]


def test_the_order_of_the_documents_in_the_manifest_makes_no_difference() -> None:
    assert found_in(with_documents(*reversed(DOCUMENTS))) == found_in(brackwater())


def test_documents_of_one_date_are_taken_by_their_names() -> None:
    same_day = [replace(one, date="2024") for one in DOCUMENTS]
    assert [one[2] for one in of(STOP, found_in(with_documents(*same_day)))] == ["**DONE**", "Amber"]


def test_a_document_without_a_date_is_taken_to_be_older_than_those_that_have_one() -> None:
    undated = [replace(one, date=None) if one == REPORT_2024 else one for one in DOCUMENTS]
    assert of(STOP, found_in(with_documents(*undated))) == [
        ("Achieved", "", "**DONE**"),
        ("InProgress", "2023", "Amber"),
    ]


def test_a_document_without_a_single_statement_reports_nothing() -> None:
    graph = with_statements(*(one for one in STATEMENTS if one.quote.document == TRACKER_2023.iri))
    evidence = [one for one in EVIDENCE if one.object.startswith(TRACKER_2023.iri)]
    assert of(STOP, found_in(graph, evidence)) == [("InProgress", "2023", "Amber")]


def test_a_pledge_on_whose_strategy_nothing_reports_is_not_assessed() -> None:
    (found,) = (one for one in found_in(brackwater()) if one.commitment == OLD_STOP.iri)
    assert (found.status, found.document, found.as_of) == (Status.NOT_ASSESSED, None, "")


def test_a_pledge_that_is_only_agreed_to_is_not_assessed() -> None:
    assert of(TRAIN, found_in(brackwater()))[0] == ("NotAssessed", "2023", "Accepted")


def test_a_document_that_only_agrees_is_no_report_whose_silence_means_anything() -> None:
    graph = with_statements(STATEMENTS[2])
    evidence = [one for one in EVIDENCE if one.object == STATEMENTS[2].iri]
    assert of(PAINT, found_in(graph, evidence)) == [("NotAssessed", "2023", "")]
    assert of(TRAIN, found_in(graph, evidence)) == [("NotAssessed", "2023", "Accepted")]


def test_what_a_report_on_another_strategy_says_of_a_pledge_counts_too() -> None:
    said = STATEMENTS[3]
    link = Link(OLD_STOP.iri, Relation.EVIDENCED_BY, said.iri, Rule.WORDING, 0.8, statement=said.iri)
    assert of(OLD_STOP, found_in(brackwater(), [*EVIDENCE, link])) == [("Achieved", "2024-06-30", "**DONE**")]
    rejected = replace(link, review=Review.REJECTED)
    assert of(OLD_STOP, list(assessments(brackwater(), EVIDENCE, [*EVIDENCE, rejected], ()))) == [
        ("NotAssessed", "", "")
    ]


def test_a_status_that_a_person_gives_is_that_of_the_latest_report() -> None:
    found = found_in(brackwater(), None, status_given(STOP, Status.IN_PROGRESS))
    shown = [(one.status.value, one.review.value, one.decided) for one in found if one.commitment == STOP.iri]
    assert shown == [
        ("InProgress", "Unreviewed", False),
        ("Achieved", "Rejected", False),
        ("InProgress", "Accepted", True),
    ]
    assert current(found)[STOP.iri].decided


def test_a_status_that_a_person_confirms_is_accepted() -> None:
    found = found_in(brackwater(), None, status_given(STOP, Status.ACHIEVED))
    assert [one.review for one in found if one.commitment == STOP.iri] == [Review.UNREVIEWED, Review.ACCEPTED]


def test_a_link_that_a_person_rejects_changes_the_report_it_stands_in_and_no_other() -> None:
    amber = STATEMENTS[0].iri
    decided = [replace(one, review=Review.REJECTED) if one.object == amber else one for one in EVIDENCE]
    found = [one for one in assessments(brackwater(), EVIDENCE, decided, ()) if one.commitment == STOP.iri]
    assert [(one.status.value, one.as_of, one.review.value) for one in found] == [
        ("InProgress", "2023", "Rejected"),
        ("NotReported", "2023", "Accepted"),
        ("Achieved", "2024-06-30", "Unreviewed"),
    ]


def test_a_statement_that_a_person_adds_counts_in_its_own_report() -> None:
    said = STATEMENTS[1]
    added = Link(
        PAINT.iri, Relation.EVIDENCED_BY, said.iri, Rule.PERSON, 1.0, Scope.DIRECT, said.iri, review=Review.ACCEPTED
    )
    found = [
        one for one in assessments(brackwater(), EVIDENCE, [*EVIDENCE, added], ()) if one.review != Review.REJECTED
    ]
    assert of(PAINT, found) == [("Outstanding", "2023", "Red"), ("NotReported", "2024-06-30", "")]


def test_where_nothing_reports_each_pledge_has_one_assessment() -> None:
    graph = with_statements()
    found = found_in(graph, [])
    assert {one.status for one in found} == {Status.NOT_ASSESSED}
    assert len(found) == len(list(graph.commitments))
