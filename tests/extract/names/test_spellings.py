"""Two spellings fold to one form where they are one name, and keep what tells names apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.names.spellings import is_slip, same_key, slips, without_head, without_years

SAME = [
    ("Coast Plan", "coast plan"),
    ("Coast Plan", "The Coast Plan"),
    ("Children’s Plan", "Children's Plan"),
    ("Children’s Plan", "Childrens Plan"),
    ("Carers’ Plan", "Carer’s Plan"),
    ("People & Places Plan", "People and Places Plan"),
    ("Multi-Agency Hub", "Multi Agency Hub"),
    ("Multi‑Agency Hub", "Multi-agency Hub"),
    ("North-West Plan", "Northwest Plan"),
    ("Housing Authority", "housing authorities"),
    ("Care Home Plan", "Care Homes Plan"),
    ("Department of Transport", "Department for Transport"),
    ("Uplift Program", "Uplift Programme"),
    ("Parks Strategy 2024-29", "Parks Strategy 2024–2029"),
    ("Parks Strategy 2024/29", "Parks Strategy 2024 to 2029"),
    ("Board  of\nTrade", "Board of Trade"),
]
APART = [
    ("Coast Plan", "Coast Strategy"),
    ("Coast Plan 2020", "Coast Plan 2024"),
    ("Phase 1 Plan", "Phase 2 Plan"),
    ("North Board", "South Board"),
    ("Board of Health", "Health Board"),
    ("Bus Plan", "Bu Plan"),
    ("Class Plan", "Clas Plan"),
    ("Adult Plan", "Adults and Children Plan"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_the_same(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_are_not(one: str, other: str) -> None:
    assert same_key(one) != same_key(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789'’&- "))
def test_capitals_never_count(text: str) -> None:
    assert same_key(text) == same_key(text.upper())


@given(st.text())
def test_any_text_folds(text: str) -> None:
    assert " " not in same_key(text)


@pytest.mark.parametrize(
    ("label", "plain", "years"),
    [
        ("Roof Strategy 2025 to 2030", "Roof Strategy", ("2025", "2030")),
        ("Roof Strategy 2025-30", "Roof Strategy", ("2025", "2030")),
        ("Roof Strategy (2025)", "Roof Strategy", ("2025",)),
        ("Resilience Review of 2022", "Resilience Review", ("2022",)),
        ("Roof Strategy", "Roof Strategy", ()),
        ("Vision 2030 Programme", "Vision 2030 Programme", ()),
        ("2030", "2030", ()),
        ("Route 12", "Route 12", ()),
    ],
)
def test_years_at_the_end_are_told_from_the_name(label: str, plain: str, years: tuple[str, ...]) -> None:
    assert without_years(label) == (plain, years)


@pytest.mark.parametrize(
    ("label", "core"),
    [
        ("Better Lets project", "Better Lets"),
        ("Better Lets", "Better Lets"),
        ("Programme", "Programme"),
        ("Harbour Board", "Harbour"),
    ],
)
def test_the_noun_at_the_end_is_told_from_the_name(label: str, core: str) -> None:
    assert without_head(label) == core


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("renewal", "renewel", True),
        ("aquired", "acquired", True),
        ("harbuor", "harbour", True),
        ("renewal", "renewal", False),
        ("coast", "roast", False),
        ("mental", "rental", False),
        ("northern", "southern", False),
    ],
)
def test_a_slip_is_one_letter_of_a_long_word(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


def test_slips_are_found_among_many_names_at_once() -> None:
    names = [("harbour", str(number), "programme", "review") for number in range(3000)]
    found = list(slips([*names, ("harbour", "renewal", "programme"), ("harbour", "renewel", "programme")]))
    assert found == [(("harbour", "renewal", "programme"), ("harbour", "renewel", "programme"))]


def test_numbers_are_never_slips() -> None:
    assert list(slips([("harbour", "renewal", "2024111"), ("harbour", "renewal", "2024112")])) == []
