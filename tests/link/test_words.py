"""Texts are compared by the stems of their content words; a listed name is one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.link.words import rarity, spelled, stems, words
from link.samples import BASE, NAMES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("recommission", "re-commissioned"),
        ("re-commissioning", "re- commission"),
        ("pre-proceedings", "pre- proceedings"),
        ("multi-agency", "multiagency"),
        ("strategies", "strategy"),
        ("recruiting", "recruitment"),
        ("adoption", "adopted"),
        ("IFA’s", "IFAs"),
        ("child’s", "child"),
        ("Fostering", "fostering"),
        ("re\u2011commission", "re-commission"),
    ],
)
def test_spellings_of_one_word_have_one_stem(first: str, second: str) -> None:
    assert stems(first) == stems(second) != []


@pytest.mark.parametrize(
    ("first", "second"), [("commission", "recommission"), ("home", "homeless"), ("care", "career")]
)
def test_words_that_differ_have_stems_that_differ(first: str, second: str) -> None:
    assert stems(first) != stems(second)


@pytest.mark.parametrize("text", ["", "we have made some of it", "all actions were completed", "– … ‘’"])
def test_words_that_say_nothing_are_left_out(text: str) -> None:
    assert stems(text) == []


def test_a_stem_is_spelled_as_the_text_spells_it_first() -> None:
    assert spelled("Recruiting and recruitment of carers") == {"recruit": "recruiting", "carer": "carers"}


def test_a_proper_name_counts_for_itself_alone() -> None:
    assert words("the Depot Project", NAMES) == {BASE + "depot"}


def test_a_name_counts_for_what_it_is_part_of_too() -> None:
    assert words("the Ferry Programme", NAMES) == {BASE + "ferry", BASE + "coast"}


def test_a_name_that_only_describes_counts_for_its_words_too() -> None:
    assert words("our short breaks strategy", NAMES) == {BASE + "breaks", *stems("short breaks strategy")}


@pytest.mark.parametrize("alias", ["the Harbour Board", "HB", "the HB’s"])
def test_aliases_are_one_word(alias: str) -> None:
    assert BASE + "board" in words(alias, NAMES)


@given(st.lists(st.frozensets(st.sampled_from("abcdef")), max_size=8))
def test_the_rarer_a_word_is_the_more_it_weighs(texts: list[frozenset[str]]) -> None:
    weighed = rarity(texts)
    counts = {word: sum(word in text for text in texts) for word in weighed}
    assert set(weighed) == frozenset().union(*texts)
    assert all(weight > 0 for weight in weighed.values())
    assert all((weighed[one] > weighed[other]) == (counts[one] < counts[other]) for one in weighed for other in weighed)
