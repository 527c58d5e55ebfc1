"""A listed name is found where the text means it, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.samples import BASE, NAMES, name, short
from graph.extract.names.mentions import Names
from graph.identifiers import iri


def found(text: str) -> list[tuple[str, str]]:
    return [(one.name.removeprefix(BASE), text[one.start : one.end]) for one in NAMES.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("part of the ‘A Place Called Home’ Programme", [("home", "A Place Called Home")]),
        ("A Place Called Home Programme", [("home", "A Place Called Home Programme")]),
        ("A PLACE CALLED HOME", [("home", "A PLACE CALLED HOME")]),
        ("finding a place called home", []),
        ("Finding a place called home – Fostering", []),
        ("the Steps project", [("steps", "Steps project")]),
        ("we are taking steps", []),
        ("Stepson", []),
        ("footSteps", []),
        ("the bridges service", []),
        ("Bridges and Building Bridges", [("bridges", "Building Bridges")]),
        ("the early help review", [("review", "early help review")]),
        ("Early Help Review", [("review", "Early Help Review")]),
        ("the Harbour\n  Board", [("board", "Harbour\n  Board")]),
        ("the ICB’s plan", [("icb", "ICB")]),
        ("picnics", []),
        ("the Mockingbird model", [("mockingbird", "Mockingbird model")]),
        ("the Coast Plan and the Harbour Plan", [("coast", "Coast Plan"), ("harbour", "Harbour Plan")]),
    ],
)
def test_a_text_names_these(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("apostrophe", "’'‘")
def test_every_kind_of_apostrophe_is_the_same(apostrophe: str) -> None:
    names = Names.of([name("plan", "Children’s Plan")])
    assert names.mentions(f"the Children{apostrophe}s Plan")


def test_the_longest_name_wins() -> None:
    names = Names.of([name("care", "Care Plan"), name("us", "Care Plan For Us")])
    (only,) = names.mentions("the Care Plan For Us")
    assert only.name == BASE + "us"


def test_of_two_names_with_one_label_the_first_by_address_counts() -> None:
    names = Names.of([name("b", "Steps"), name("a", "Steps")])
    assert short(tuple(one.name for one in names.mentions("Steps"))) == ["a"]


def test_without_names_nothing_is_named() -> None:
    assert Names.of([]).mentions("A Place Called Home") == ()


def test_a_name_has_ancestors_the_nearest_first() -> None:
    names = Names.of([name("a", "A"), name("b", "B", part_of="a"), name("c", "C", part_of="b")])
    assert short(names.ancestors(iri(BASE + "c"))) == ["b", "a"]
    assert names.ancestors(iri(BASE + "unknown")) == ()


@given(st.text(min_size=1, max_size=12).filter(lambda text: text.strip().isalnum()))
def test_a_name_is_found_as_it_is_written_and_in_capitals(label: str) -> None:
    names = Names.of([name("it", label)])
    assert [one.name for one in names.mentions(label)] == [BASE + "it"]
    assert {one.name for one in names.mentions(label.upper())} <= {BASE + "it"}


def test_a_letter_whose_capital_is_that_of_another_breaks_nothing() -> None:
    names = Names.of([name("it", "µ-plan")])
    assert {one.name for one in names.mentions("the µ-plan and the Μ-PLAN")} == {BASE + "it"}
    dotless = Names.of([name("it", "Işık Plan")])
    assert {one.name for one in dotless.mentions("the IşıK Plan and the Işık Plan")} == {BASE + "it"}
