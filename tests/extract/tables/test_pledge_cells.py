"""A cell is read for what it holds: nothing, a reference, one pledge, or several."""

from __future__ import annotations

import pytest

from graph.blocks import Span
from graph.extract.tables.pledge_cells import (
    is_as_above,
    is_blank,
    is_code,
    is_rank,
    pledges_in,
    reference_of,
    width_of,
)


def cell(text: str) -> Span:
    return Span(text, 0, len(text), 1)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "N/A", "n/a", "TBC", "tbc.", "None", "To be confirmed", "?", "…"])
def test_a_cell_may_say_nothing(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["Ann", "0%", "None of the above staff", "儿童"])
def test_a_cell_may_say_something(text: str) -> None:
    assert not is_blank(text)


def test_a_cell_may_stand_for_the_one_above() -> None:
    assert [text for text in ("As above", "ditto", '"', "See above.", "Above all") if is_as_above(text)] == [
        "As above",
        "ditto",
        '"',
        "See above.",
    ]


@pytest.mark.parametrize("text", ["1", "1.2", "A4", "EH-03", "Action 7", "R12a", "SK-01", "2.1.3"])
def test_a_cell_may_be_a_code(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", ["Better homes", "Mend roads", "Recommendation 1 Set out a plan.", "Open a hub"])
def test_words_are_no_code(text: str) -> None:
    assert not is_code(text)


def test_a_rank_is_no_theme() -> None:
    assert [text for text in ("High", "medium", "1", "Homes") if is_rank(text)] == ["High", "medium", "1"]


@pytest.mark.parametrize(
    ("text", "reference", "rest"),
    [
        ("Milestone 2.1. By May, publish it", "Milestone 2.1", "By May, publish it"),
        ("Recommendation no. 7: Open a hub", "Recommendation no. 7", "Open a hub"),
        ("3) Open a hub", "3", "Open a hub"),
        ("EH-03 Open a hub", "EH-03", "Open a hub"),
        ("Action 7", "Action 7", ""),
        ("Action to open a hub", "", "Action to open a hub"),
        ("2025 will see a hub", "", "2025 will see a hub"),
        ("12 New homes", "", "12 New homes"),
    ],
)
def test_a_reference_stands_before_its_pledge(text: str, reference: str, rest: str) -> None:
    found, start = reference_of(text)
    assert (found, text[start:]) == (reference, rest)


def test_a_bare_number_counts_where_others_have_one() -> None:
    assert reference_of("12 New homes", numbered=True) == ("12", 3)


@pytest.mark.parametrize(
    ("text", "pledges"),
    [
        ("Open a hub\nTrain the staff", ["Open a hub", "Train the staff"]),
        ("• Open a hub\n• Train the staff", ["• Open a hub", "• Train the staff"]),
        ("1. Open a hub\n2. Train the staff", ["1. Open a hub", "2. Train the staff"]),
        ("We will:\n- plant trees\n- mow less", ["- plant trees", "- mow less"]),
        ("Support the economy by:\na) lending\nb) giving", ["Support the economy by:\na) lending\nb) giving"]),
        ("Open a hub.\nThis will help people.", ["Open a hub."]),
        ("Open a hub.\nThe site has been empty for years.", ["Open a hub."]),
        ("Open a hub.\nThe council will train its staff.", ["Open a hub.", "The council will train its staff."]),
        ("Recommendation 4\nOpen a hub", ["Recommendation 4\nOpen a hub"]),
        ("Open a hub", ["Open a hub"]),
    ],
)
def test_a_cell_may_hold_several_pledges(text: str, pledges: list[str]) -> None:
    assert [one.text for one in pledges_in(cell(text), 0)] == pledges


def test_lines_that_wrap_are_one_pledge() -> None:
    wrapped = cell("Open a hub in the north of the\nCity of Wells and staff it well\nenough. Train wardens.")
    width = width_of([wrapped])
    assert width == 31
    assert [one.text for one in pledges_in(wrapped, width)] == [wrapped.text]


def test_a_column_without_wrapped_lines_has_no_width() -> None:
    assert width_of([cell("Open a hub\nTrain the staff")]) == 0
