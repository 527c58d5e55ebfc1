"""Devon's review of its sufficiency strategy, whole: what it says, and how near the rules come to its readers.

The figures are floors, measured against the readers' decisions as this test itself reads them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from link.truth import crossing, f1, found_links, found_status, precision, read_truth, rows

from graph.assemble import assemble
from graph.build import DEVON
from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.manifest import read_folder
from graph.read.text import blocks
from graph.values import Attestation, Relation, Scope

if TYPE_CHECKING:
    from graph.model import Graph, Section
    from graph.read.manifest import Sources

TRUTH = read_truth(DEVON / "decisions.tsv")
REVIEW = "sufficiency-review-2024"
# Headings with how many pledges and progress bullets stand under each, counted by eye.
HEADINGS = {
    ("Building Bridges", "Early Help and Statutory social work services"): (3, 3),
    ("Building Bridges", "Bridges and Protecting children and young people from exploitation"): (4, 2),
    ("Building Bridges", "Understanding risk, contingency planning and assertive outreach"): (6, 4),
    ("Finding a place called home", "Fostering"): (4, 3),
    ("Finding a place called home", "Residential Children’s Homes"): (6, 3),
    ("Promoting stability", "Fostering"): (7, 5),
    (
        "Promoting stability",
        "Providing the right care and support for children and young people with additional needs",
    ): (2, 3),
    ("Stepping forward", "Residential to fostering, Adoptions and Special Guardianship Orders"): (8, 3),
    ("Stepping forward", "Leaving our care as a care leaver"): (4, 2),
    ("Stepping forward", "Staying put"): (4, 1),
    ("Stepping forward", "Reducing the risk of homelessness for young people"): (5, 1),
    ("Stepping forward", "Welfare Secure Children’s Home"): (4, 1),
}


def review() -> Sources:
    """Devon's sources with the review alone; the plan of 2016 has tests of its own."""
    sources = read_folder(DEVON)
    return replace(sources, documents=tuple(one for one in sources.documents if one.iri.endswith(REVIEW)))


@pytest.fixture(scope="module")
def automatic() -> Graph:
    return assemble(review(), ignore_decisions=True)


@pytest.fixture(scope="module")
def decided() -> Graph:
    return assemble(review())


def text_of(graph: Graph) -> str:
    return next(one.text for one in graph.documents if one.iri.endswith(REVIEW))


def under(graph: Graph, *path: str) -> Section:
    (found,) = (section for section in graph.sections if section.theme.path == path)
    return found


# What the review says.


def test_the_review_has_twelve_sections(automatic: Graph) -> None:
    assert [section.theme.path for section in automatic.sections] == list(HEADINGS)


def test_each_section_has_its_pledges_and_its_progress(automatic: Graph) -> None:
    found = sections(blocks(text_of(automatic)), Known.of({}))
    assert {one.heading: (len(one.pledges), len(one.progress)) for one in found} == HEADINGS


def test_there_are_57_pledges_and_31_bullets_of_progress_in_33_statements(automatic: Graph) -> None:
    assert sum(pledges for pledges, _ in HEADINGS.values()) == len(list(automatic.commitments)) == 57
    assert sum(bullets for _, bullets in HEADINGS.values()) == 31
    assert len(list(automatic.statements)) == 33


def test_the_two_bullets_that_say_different_things_are_split(automatic: Graph) -> None:
    home = under(automatic, "Finding a place called home", "Residential Children’s Homes")
    assert [one.quote.text[:36] for one in home.statements[:2]] == [
        "A comprehensive sufficiency improvem",
        "This includes the Steps project, whi",
    ]
    staying_put = under(automatic, "Stepping forward", "Staying put")
    assert [one.quote.text[:21] for one in staying_put.statements] == [
        "All actions have been",
        "IFA’s have as yet bee",
    ]


def test_every_quote_is_the_exact_text_at_its_offsets_and_line(automatic: Graph) -> None:
    text = text_of(automatic)
    quotes = [quote for section in automatic.sections for quote in section.quotes]
    quotes += [outcome.quote for one in automatic.statements for outcome in one.outcomes]
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        assert text.splitlines()[quote.line - 1].find(quote.text.splitlines()[0]) >= 0


def test_pledges_and_statements_do_not_overlap(automatic: Graph) -> None:
    quotes = sorted((one.start, one.end) for section in automatic.sections for one in section.quotes)
    assert all(first[1] <= second[0] for first, second in pairwise(quotes))


@pytest.mark.parametrize(
    "typo",
    [
        "Recruit and training the best staff.",
        "Support the progress the transformation of SEND services.",
        "social acre staff",
        "Devon is activity working with the ICB",
        "meets regularly to she information.",
        "is contained with the ‘A Place Called Home’ Programme.",
        "strengths and risks or our children.",
        "Revisit the business case to develop in in-house emergency crisis assessment\nprovision.",
    ],
)
def test_words_stay_as_they_were_written(automatic: Graph, typo: str) -> None:
    assert sum(typo in quote.text for section in automatic.sections for quote in section.quotes) == 1


def test_the_two_headings_that_end_in_fostering_are_apart(automatic: Graph) -> None:
    finding = under(automatic, "Finding a place called home", "Fostering")
    promoting = under(automatic, "Promoting stability", "Fostering")
    assert finding.theme.iri != promoting.theme.iri
    assert finding.theme.broader != promoting.theme.broader
    assert not {one.iri for one in finding.commitments} & {one.iri for one in promoting.commitments}


def test_every_theme_has_an_address_of_its_own(automatic: Graph) -> None:
    assert len({section.theme.iri for section in automatic.sections}) == 12


def test_ofsted_alone_attests(automatic: Graph) -> None:
    (attested,) = (one for one in automatic.statements if one.attestation is Attestation.THIRD_PARTY)
    assert attested.quote.text.startswith("The Atkinson Unit has been Ofsted rated outstanding")
    assert {one.attested_by for one in attested.outcomes} == {automatic.body.iri + "/organisation/ofsted"}


# What the rules make of it, with nobody's help.


def test_the_readers_judged_every_pledge(automatic: Graph) -> None:
    assert {one.iri for one in automatic.commitments} == TRUTH.pledges


def test_the_status_is_right_for_50_of_57(automatic: Graph) -> None:
    found = found_status(automatic)
    assert sum(found[pledge] == status for pledge, status in TRUTH.status.items()) >= 50


@pytest.mark.parametrize(
    ("relation", "least"),
    [
        (Relation.OWNED_BY, 0.90),
        (Relation.EVIDENCED_BY, 0.88),
        (Relation.INVOLVES, 0.80),
        (Relation.REPORTS, 0.80),
    ],
)
def test_the_links_are_near_the_readers(automatic: Graph, relation: Relation, least: float) -> None:
    assert f1(found_links(automatic, relation), TRUTH.links[relation.value]) >= least


def test_of_the_links_the_rules_are_sure_of_nine_in_ten_are_right(automatic: Graph) -> None:
    sure = {relation: found_links(automatic, relation, at_least=0.9) for relation in Relation}
    right = set().union(*TRUTH.links.values())
    claimed = [pair for pairs in sure.values() for pair in pairs]
    assert len(claimed) >= 30
    assert precision(claimed, right) >= 0.9


def test_no_link_leaves_its_section(automatic: Graph) -> None:
    assert crossing(automatic.links, automatic.sections) == []


@pytest.mark.parametrize(
    ("path", "scopes"),
    [
        (("Stepping forward", "Staying put"), {"exception": 1, "all": 3}),
        (("Stepping forward", "Reducing the risk of homelessness for young people"), {"all": 5}),
        (("Stepping forward", "Leaving our care as a care leaver"), {"all": 4, "remaining": 4}),
    ],
)
def test_blankets_reach_as_far_as_they_say(automatic: Graph, path: tuple[str, ...], scopes: dict[str, int]) -> None:
    pledges = {one.iri for one in under(automatic, *path).commitments}
    evidence = [one for one in automatic.links if one.relation is Relation.EVIDENCED_BY and one.subject in pledges]
    assert Counter(one.scope.value for one in evidence) == scopes


def test_the_exception_stands_outstanding_and_alone(automatic: Graph) -> None:
    (exception,) = (
        one for one in automatic.links if one.scope is Scope.EXCEPTION and one.relation is Relation.EVIDENCED_BY
    )
    assert exception.subject.rsplit("/", 1)[1].startswith("develop-options-with-ifa-providers")
    assert found_status(automatic)[exception.subject] == "Outstanding"


# What is true once people have decided.


def test_after_the_decisions_every_status_is_the_decided_one(decided: Graph) -> None:
    assert found_status(decided) == TRUTH.status


@pytest.mark.parametrize("relation", list(TRUTH.links))
def test_after_the_decisions_every_link_that_is_right_stands(decided: Graph, relation: str) -> None:
    assert TRUTH.links[relation] <= found_links(decided, Relation(relation))


def test_no_link_that_the_readers_rejected_stands(decided: Graph) -> None:
    base = decided.body.base
    rejected = {
        (row["predicate_id"], row["subject_id"].replace("id:", base), row["object_id"].replace("id:", base))
        for row in rows(DEVON / "decisions.tsv")
        if row["predicate_modifier"] == "Not"
    }
    assert rejected
    assert not any(
        (relation.value, *pair) in rejected for relation in Relation for pair in found_links(decided, relation)
    )


def test_no_decision_is_lost(decided: Graph, automatic: Graph) -> None:
    assert decided.findings == automatic.findings


def test_the_same_files_give_the_same_graph(decided: Graph) -> None:
    assert assemble(review()) == decided
