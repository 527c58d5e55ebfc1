"""Finding pledges by other words than their own: stems, synonyms, typos, aliases; and never falling over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.search import FITS, Entry, Hit, find, write_index
from graph.ask.where import where
from graph.identifiers import Iri

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

PLEDGES = {
    "carers": Entry(Iri("x:carers"), "Recruit more foster carers.", "Fostering", "Better Homes", "Forty were found."),
    "roads": Entry(Iri("x:roads"), "Mend the potholes in every village street.", "Roads", "", ""),
    "lights": Entry(Iri("x:lights"), "Replace street lights.", "Roads", "Bright Streets Programme", "All are LED now."),
    "parks": Entry(Iri("x:parks"), "Open a playground for disabled children.", "Parks", "SEN special needs", ""),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    write_index(path, PLEDGES.values())
    return path


def best(index: Path, question: str) -> Hit:
    return find(index, question, 1)[0]


@pytest.mark.parametrize(
    ("question", "pledge"),
    [
        ("Recruit more foster carers.", "carers"),
        ("recruiting a foster carer", "carers"),
        ("hiring foster parents", "carers"),
        ("fostr crers", "carers"),
        ("FOSTERING", "carers"),
        ("what happened to the promise about potholes?", "roads"),
        ("holes in the road: potholes", "roads"),
        ("playground for kids", "parks"),
        ("special needs", "parks"),
        ("bright streets", "lights"),
        ("LED", "lights"),
    ],
)
def test_a_question_finds_the_pledge_it_means(index: Path, question: str, pledge: str) -> None:
    hit = best(index, question)
    assert hit.commitment == PLEDGES[pledge].commitment
    assert hit.score >= FITS


def test_a_pledge_in_its_own_words_scores_one(index: Path) -> None:
    assert best(index, "Replace street lights.").score == 1


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        ("recruit foster carers", "hire foster carers"),
        ("hire foster carers", "hire foster zebras"),
        ("foster carers", "foster crers"),
        ("street lights", "bright"),
        ("bright", "LED"),
    ],
)
def test_own_words_score_more_than_synonyms_typos_names_and_evidence(index: Path, nearer: str, farther: str) -> None:
    assert best(index, nearer).score > best(index, farther).score


@pytest.mark.parametrize("question", ["quantum zebra", "xyzzy"])
def test_what_fits_nothing_scores_below_a_fit(index: Path, question: str) -> None:
    assert all(hit.score < FITS for hit in find(index, question, 5))


@pytest.mark.parametrize(
    "question", ["", " ", "?!", "%", "*", '"', "NEAR(", "a OR", "'; DROP TABLE pledges; --", "\0", "💩"]
)
def test_signs_are_not_commands_to_the_index(index: Path, question: str) -> None:
    assert all(hit.score < FITS for hit in find(index, question, 5))
    assert best(index, "potholes").commitment == "x:roads"


def test_hits_come_best_first_and_equal_ones_by_address(index: Path) -> None:
    hits = find(index, "street", 4)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.commitment))
    assert {hit.commitment for hit in hits} >= {"x:lights", "x:roads"}


def test_an_empty_index_has_no_hits(tmp_path: Path) -> None:
    write_index(tmp_path / "search.sqlite", [])
    assert find(tmp_path / "search.sqlite", "foster carers", 3) == []


@given(question=st.text(max_size=80), limit=st.integers(1, 100))
def test_any_text_is_answered_with_scores_from_nought_to_one(devon: Store, question: str, limit: int) -> None:
    hits = find(devon.search_index, question, limit)
    assert len(hits) <= limit
    assert all(0 <= hit.score <= 1 for hit in hits)
    assert len({hit.commitment for hit in hits}) == len(hits)
    assert hits == find(devon.search_index, question, limit)


@given(
    words=st.lists(
        st.sampled_from(
            ["children", "foster", "carers", "Steps", "support", "SEND", "home", "the", "*", '"', "(", ")", "-"]
        ),
        max_size=9,
    )
)
def test_any_mixture_of_words_and_signs_is_answered(devon: Store, words: list[str]) -> None:
    assert all(0 <= hit.score <= 1 for hit in find(devon.search_index, " ".join(words), 5))


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("recuriting foser carrers", "Ensure we have a consistent approach to recruiting"),
        ("hiring foster parents", "Ensure we have a consistent approach to recruiting"),
        ("sgo POLICY", "Review our SGO Policy"),
        ("special guardianship order policy", "Review our SGO Policy"),
        ("DSR", "Expand the use of the Dynamic Support Register"),
        ("Integrated Care Board", "Work with Health partners"),
        ("mockingbird", "Roll-out the Mockingbird model"),
        ("homelessness protocol", "Review and revise the homelessness protocol"),
        ("what happened to the care leavers protocol?", "Implement the Care Leavers Protocol"),
        ("housing for care leavers", "Work with housing authorities"),
        ("autistic adults", "Alongside Adult Social Care, support young adults with Autism"),
        ("prospective adopters", "Increase the number of prospective adopters"),
        ("bullying", ""),
        ("climate emergency", ""),
    ],
)
def test_devons_pledges_are_found_by_everyday_words(devon: Store, question: str, beginning: str) -> None:
    matches = where(devon, question, 3)["matches"]
    assert bool(matches) == bool(beginning)
    assert not matches or matches[0]["text"].startswith(beginning)
