"""A pledge is named by its number, where the number is its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.link.references import References, reference_key
from link.samples import pledge


def references(*numbers: str) -> References:
    return References([replace(pledge(f"Pledge {number}"), reference=number) for number in numbers])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Recommendation 3 has been met.", [2]),
        ("Recommendations 1 and 3 are complete.", [0, 2]),
        ("Recommendations 1, 2 and 3 are complete.", [0, 1, 2]),
        ("Recommendations 1 to 3 are complete.", [0, 1, 2]),
        ("Recommendations 2–3 are complete.", [1, 2]),
        ("RECOMMENDATION 02: done.", [1]),
        ("Recommendation 7 has been met.", []),
        ("Action 3 has been met.", []),
        ("Recommendation 3 of the Marsh review has been met.", []),
        ("Recommendation 3 of the plan has been met.", [2]),
        ("Recommendation 3.5 has been met.", []),
        ("We made 3 recommendations.", []),
        ("In 2023 we met 1 and 2.", []),
    ],
)
def test_a_text_names_pledges_by_word_and_number(text: str, places: list[int]) -> None:
    assert references("Recommendation 1", "Recommendation 2", "Recommendation 3").named(text) == places


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1.2", "Action 1.2 is done."),
        ("1.2)", "Commitment 1.2 is done."),
        ("7", "Under pledge 7 we opened a hub."),
        ("HC2", "HC2: the hub is open."),
        ("HC 2", "We have met HC2."),
        ("Action 02", "Action 2 is done."),
    ],
)
def test_a_number_without_a_word_is_named_with_one_and_a_code_by_itself(number: str, text: str) -> None:
    assert references(number).named(text) == [0]


@pytest.mark.parametrize("text", ["Priority 7 is housing.", "The 7 wards.", "Objective 7", "Section 7 is open."])
def test_the_number_of_something_else_names_no_pledge(text: str) -> None:
    assert references("7").named(text) == []


def test_a_number_that_two_pledges_have_names_neither() -> None:
    assert references("Action 1", "Action 1", "Action 2").named("Actions 1 and 2 are complete.") == [2]


def test_pledges_without_numbers_are_never_named() -> None:
    assert references("", "").named("Action 1 is complete.") == []
    assert reference_key("Foreword") is None
