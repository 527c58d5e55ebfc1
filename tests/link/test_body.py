"""All the links of a body with several documents, compared with what the writer of its texts meant."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.assemble import assemble
from graph.link.body import link_body
from graph.link.joined import join, stated_once
from graph.read.manifest import read_folder
from graph.values import Relation, Rule, Status
from link.samples import NAMES, REVIEW, section
from link.truth import Truth, found_links, precision, read_truth

if TYPE_CHECKING:
    from graph.model import Graph

BODIES = Path(__file__).resolve().parents[1] / "fixtures" / "bodies"
# How many pledges the writer counts, and how much of what is right has to be found.
PLEDGES = {"saltmarsh-skills": 25, "fenwick-climate": 42, "orrin-museums": 35}
EVIDENCE = {"saltmarsh-skills": 0.9, "fenwick-climate": 0.9, "orrin-museums": 0.55}
LINEAGE = {"fenwick-climate": 0.9, "orrin-museums": 0.9}


@cache
def automatic(name: str) -> Graph:
    return assemble(read_folder(BODIES / name), ignore_decisions=True)


@cache
def truth(name: str) -> Truth:
    return read_truth(BODIES / name / "decisions.tsv")


@pytest.mark.parametrize(("name", "count"), PLEDGES.items())
def test_each_pledge_is_counted_once_whatever_documents_state_it(name: str, count: int) -> None:
    commitments = [one.iri for one in automatic(name).commitments]
    assert len(commitments) == len(set(commitments)) == count
    assert truth(name).pledges == set(commitments)


@pytest.mark.parametrize(("name", "least"), EVIDENCE.items())
def test_reports_answer_the_plans_pledges(name: str, least: float) -> None:
    found, right = found_links(automatic(name), Relation.EVIDENCED_BY), truth(name).links["sl:evidencedBy"]
    assert precision(found, right) >= 0.95
    assert len(found & right) / len(right) >= least


@pytest.mark.parametrize(("name", "least"), LINEAGE.items())
def test_pledges_continue_those_of_the_older_strategy(name: str, least: float) -> None:
    found, right = found_links(automatic(name), Relation.CONTINUES), truth(name).links["sl:continues"]
    assert precision(found, right) >= 0.9
    assert len(found & right) / len(right) >= least


@pytest.mark.parametrize("name", PLEDGES)
def test_counts_of_pledges_are_about_the_strategy(name: str) -> None:
    graph = automatic(name)
    strategies = {one.iri for one in graph.strategies}
    assert {link.subject in strategies for link in graph.links if link.rule is Rule.COUNT} <= {True}
    assert {link.rule for link in graph.links if link.subject in strategies} <= {Rule.COUNT}


@pytest.mark.parametrize("name", PLEDGES)
def test_every_quote_is_the_exact_text_of_its_document(name: str) -> None:
    graph = automatic(name)
    texts = {one.iri: one.text for one in graph.documents}
    quotes = [quote for own in graph.sections for quote in own.quotes]
    assert [texts[one.document][one.start : one.end] for one in quotes] == [one.text for one in quotes]


def test_a_plan_without_a_report_is_not_assessed_and_has_no_evidence() -> None:
    graph = automatic("orrin-museums")
    newer = {one.iri for one in graph.commitments if one.strategy.endswith("forward-2024")}
    assert {one.status for one in graph.assessments if one.commitment in newer} == {Status.NOT_ASSESSED}
    assert not [one for one in graph.links if one.relation is Relation.EVIDENCED_BY and one.subject in newer]


def test_a_claim_that_two_documents_make_on_the_same_ground_is_made_once() -> None:
    own = section(["Mend the pier with the Harbour Board."], ["The pier was mended."])
    sections = {REVIEW.iri: (own, own)}
    links = list(link_body(sections, [REVIEW], [], NAMES))
    grounds = [(link.key, link.statement, link.rule) for link in links]
    assert len(grounds) == len(set(grounds)) == 2


def test_nothing_is_linked_where_there_is_nothing() -> None:
    assert list(link_body({}, [], [], NAMES)) == []
    assert join({REVIEW.iri: ()}, [REVIEW]) == {REVIEW.iri: ()}
    assert list(stated_once([])) == []
