"""A report is joined to its plan where it is surely on that plan, and to none where anything speaks against it."""

from __future__ import annotations

import pytest

from graph.identifiers import iri
from graph.link.likely import likely_report_of
from graph.model import Document

PLAN = """Saltwick Borough Council
Climate Strategy 2020 to 2024

Homes
We will insulate the homes of tenants in Saltwick and Brinehaven.
We will fit heat pumps in the tower blocks of Brinehaven with the Estuary Housing Trust.
Travel
Buses in Saltwick will be electric, and the Estuary Bus Company will run them.
Insulation of homes and heat pumps come first; buses come after homes.
"""
REPORT = """Saltwick Borough Council
Climate Strategy: annual report 2022

Homes
We insulated the homes of tenants in Saltwick, and the Estuary Housing Trust fitted heat pumps in Brinehaven.
Heat pumps are now in four of the tower blocks of Brinehaven.
Travel
Six buses in Saltwick are electric. The Estuary Bus Company has ordered more buses.
"""


def document(name: str, text: str) -> Document:
    return Document(iri(f"https://example.org/{name}"), f"{name}.txt", name, text, "")


def found(report: str, *plans: str) -> str | None:
    documents = [document(f"plan-{place}", text) for place, text in enumerate(plans)]
    joined = likely_report_of(document("later", report), documents)
    return joined and joined.rsplit("/", 1)[-1]


def elsewhere(text: str) -> str:
    """The same document as another council would have written it."""
    changes = {"Saltwick": "Hexley", "Brinehaven": "Moorside", "Estuary": "Fellside"}
    for name, other in changes.items():
        text = text.replace(name, other)
    return text


def test_a_report_finds_the_plan_of_its_council() -> None:
    assert found(REPORT, PLAN) == "plan-0"
    assert found(REPORT, elsewhere(PLAN), PLAN) == "plan-1"


def test_another_councils_plan_is_not_its_plan() -> None:
    assert found(REPORT, elsewhere(PLAN)) is None
    assert found(elsewhere(REPORT), PLAN) is None


def test_a_plan_is_no_report_and_a_report_no_plan() -> None:
    assert found(PLAN, REPORT) is None
    assert found(REPORT, REPORT) is None
    assert found(PLAN, PLAN) is None


def test_between_two_plans_that_fit_nothing_is_sure() -> None:
    assert found(REPORT, PLAN, PLAN + "\nMore will be said of it.") is None


def test_the_plan_of_another_period_is_not_its_plan() -> None:
    older = PLAN.replace("2020 to 2024", "2010 to 2014")
    newer = REPORT.replace("annual report 2022", "review of 2020 to 2024")
    assert found(newer, older) is None
    assert found(newer, older, PLAN) == "plan-1"


def test_another_strategy_of_the_same_council_is_not_its_plan() -> None:
    assert found(REPORT, PLAN.replace("Climate Strategy", "Ageing Well Plan")) is None


@pytest.mark.parametrize("text", ["", "Annual report", "# ", "Climate Strategy: annual report\n" * 3])
def test_texts_that_say_next_to_nothing_are_joined_to_nothing(text: str) -> None:
    assert found(text, PLAN) is None
    assert found(REPORT, text) is None
    assert found(text) is None
