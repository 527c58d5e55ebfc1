"""Amounts and dates are told from numbers that only name something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.dates import dates
from graph.extract.figures import amounts, without_figures


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Open it by 2030.", (2030, 12)),
        ("Open it by the end of 2021.", (2021, 12)),
        ("Open it by March 2025.", (2025, 3)),
        ("Open it by 31 March 2025.", (2025, 3)),
        ("Open it by March 31, 2025.", (2025, 3)),
        ("Open it by 31/03/2025.", (2025, 3)),
        ("Open it in spring 2026.", (2026, 5)),
        ("Open it in early 2026.", (2026, 4)),
        ("Open it in 2024/25.", (2025, 3)),
        ("Open it in 2024-25.", (2025, 3)),
        ("Open it in 24/25 FY.", (2025, 3)),
        ("Open it in FY25.", (2025, 3)),
        ("Open it in Q2 2024.", (2024, 6)),
        ("Open it in Q4 2024/25.", (2025, 3)),
        ("The plan for 2020–2023.", (2023, 12)),
        ("Our 2018-22 plan.", (2022, 12)),
    ],
)
def test_a_date_has_passed_by_a_month(text: str, passed: tuple[int, int]) -> None:
    assert [one.passed for one in dates(text)] == [passed]
    assert amounts(text) == []


@pytest.mark.parametrize(
    "text",
    ["Build 2000 homes.", "Open it every March.", "Open it this spring.", "Open until 24/7.", "In 1,995 homes."],
)
def test_what_has_no_year_is_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("Recruit 40 carers.", 40, "", ("carers",)),
        ("Recruit forty more carers by 2030.", 40, "", ("carers",)),
        ("Insulate 300 of our council homes.", 300, "", ("council", "homes")),
        ("Plant 10,000 trees.", 10_000, "", ("trees",)),
        ("Plant 1.2 million trees.", 1_200_000, "", ("trees",)),
        ("Serve all thirty-one schools.", 31, "", ("schools",)),
        ("Build 2000 homes.", 2000, "", ("homes",)),
        ("Cut waste by 40%.", 40, "%", ()),
        ("Cut waste by 12.5 per cent.", 12.5, "%", ()),
        ("Reach two-thirds of tenants.", 66.7, "%", ()),
        ("Cut the bill by a quarter.", 25, "%", ()),
        ("Raise £400,000 a year.", 400_000, "£", ()),
        ("Invest £2.5m.", 2_500_000, "£", ()),
        ("Invest $3 billion.", 3_000_000_000, "$", ()),
        ("Cut the fare to one pound.", 1, "£", ()),
        ("Expand capacity by 20x.", 20, "x", ()),
        ("Visit within six weeks.", 6, "", ("weeks",)),
    ],
)
def test_an_amount_has_a_unit_or_what_it_counts(text: str, value: float, unit: str, counted: tuple[str, ...]) -> None:
    (found,) = amounts(text)
    assert (found.value, found.unit, found.counted) == (value, unit, counted)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "Give every pupil in Year 10 a week of work.",
        "Offer a level 3 course to adults.",
        "Pay the fares of apprentices under 19 who live here.",
        "Make entry free for under-18s.",
        "Help 16 to 18 year olds into work.",
        "Support those aged 65 and over.",
        "Learn from COVID-19.",
        "Roll out 5G.",
        "Resurface the A40.",
        "Follow Recommendation 7.",
        "Open a one-stop shop.",
        "Answer calls 24/7.",
    ],
)
def test_numbers_that_name_something_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_without_figures_offsets_stay_and_what_is_counted_stays() -> None:
    text = "Recruit 40 carers by March 2025 and spend £2 million."
    assert without_figures(text) == "Recruit    carers by            and spend           ."


@given(st.text(alphabet="0123456789 /-–.,%£kmQFYby to in March spring half twenty-one carers", max_size=60))
def test_figures_are_stretches_of_their_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in dates(text))
    assert all(text[one.start : one.end] == one.text for one in amounts(text))
    assert len(without_figures(text)) == len(text)
