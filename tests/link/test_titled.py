"""A report is on the plan that its title names: the body's name and the years may differ, another word may not."""

from __future__ import annotations

import pytest

from graph.identifiers import iri
from graph.link.likely import likely_report_of
from graph.model import Document

BODY = "Anytown Council"
LETTERHEAD = f"{BODY}\n\n"


def document(name: str, title: str, text: str, date: str | None = None) -> Document:
    return Document(iri(f"https://example.org/{name}"), f"{name}.md", title, f"# {title}\n\n{text}", "", date=date)


def plan(
    title: str, date: str | None = None, said: str = "- Resurface 40 miles of road\n- Mend the bridge\n"
) -> Document:
    return document(title.replace(" ", "-"), title, LETTERHEAD + said, date)


def on(
    title: str, *plans: Document, body: str = BODY, said: str = "We have resurfaced 31 miles of road."
) -> str | None:
    """The title of the plan that a report of this title is joined to."""
    found = likely_report_of(document("report", title, said), plans, body)
    return next((one.title for one in plans if one.iri == found), None)


@pytest.mark.parametrize(
    ("report", "of"),
    [
        ("Progress report on the Roads strategy", "Anytown Roads strategy 2020"),
        ("Progress report on the Anytown Roads strategy", "Roads strategy 2020 to 2025"),
        ("Progress report 2023 on the Roads Strategy", "Roads Strategy"),
        ("Roads Strategy: annual report 2023", "Anytown Council Roads Strategy 2020-25"),
        ("Roads strategy – one year on", "Roads strategy 2020: getting about safely"),
        ("Report to Cabinet: progress update on the Road Strategy", "Roads strategy"),
        ("Mid-term review of the Roads and Pavements Plan", "Anytown's Roads and Pavements Plan 2022"),
    ],
)
def test_a_report_is_on_the_plan_that_its_title_names(report: str, of: str) -> None:
    assert on(report, plan(of), plan("Libraries strategy 2020")) == of


@pytest.mark.parametrize(
    ("report", "of"),
    [
        ("Progress report on the Housing strategy", "Housing and homelessness strategy 2020"),
        ("Progress report on the Housing and homelessness strategy", "Homelessness strategy 2020"),
        ("Progress report on the Housing and Homelessness Strategy", "Homelessness Strategy 2020"),
        ("Progress report on the Housing strategy", "Housing delivery plan 2020"),
        ("Progress report on the Housing strategy", "Warm homes plan 2020"),
        ("Progress report on the Strategy", "Housing strategy 2020"),
        ("Housing strategy 2020", "Housing strategy 2015"),
        ("Annual report 2018 on the Corporate Plan", "Anytown Corporate Plan 2023 to 2027"),
        ("Progress report on the Roads strategy 2019 to 2023", "Roads strategy 2023 to 2027"),
        ("Progress report on the Local Plan Part 2", "Local Plan Part 1"),
        ("Progress report 2015 on the Housing strategy", "Housing strategy 2020"),
    ],
)
def test_another_plan_is_not_its_plan(report: str, of: str) -> None:
    said = "- Build homes\n- End homelessness in the town\n"
    assert on(report, plan(of, said=said), said="We have built homes to end homelessness.") is None


def test_between_titles_that_hold_each_other_the_very_title_counts() -> None:
    both = (plan("Housing strategy 2020"), plan("Housing and homelessness strategy 2020"))
    assert on("Progress report on the Housing strategy", *both) == "Housing strategy 2020"
    assert on("Progress report on the Housing and homelessness strategy", *both) == both[1].title


def test_of_two_editions_the_one_that_had_begun_counts() -> None:
    editions = (plan("Roads strategy 2015 to 2020"), plan("Roads strategy 2020 to 2025"))
    assert on("Progress report 2018 on the Roads strategy", *editions) == editions[0].title
    assert on("Progress report 2023 on the Roads strategy", *editions) == editions[1].title
    assert on("Review of the Roads strategy 2015 to 2020", *editions) == editions[0].title


def test_where_a_report_may_be_on_two_editions_nothing_is_sure() -> None:
    editions = (plan("Roads strategy 2015"), plan("Roads strategy 2020"))
    assert on("Progress report on the Roads strategy", *editions) is None
    assert on("Progress report 2020 on the Roads strategy", *editions) is None


def test_without_knowing_the_body_two_documents_have_to_say_that_they_are_of_one() -> None:
    its = plan("Anytown Roads strategy 2020")
    report = "Progress report on the Roads strategy"
    assert on(report, its, body="", said=f"{LETTERHEAD}We have resurfaced 31 miles.") == its.title
    assert on(report, its, body="", said="Otherton Council\n\nWe have resurfaced 31 miles of road.") is None
    assert on(report, its, body="", said="We have resurfaced 31 miles.") is None


def test_a_very_short_plan_is_found_by_its_title() -> None:
    short = plan("Parks Strategy", said="- Plant ten trees\n")
    said = f"{LETTERHEAD}Ten trees have been planted, and much else was done in the parks and gardens of the town."
    assert on("Progress report 2023 on the Parks Strategy", short, said=said) == short.title
    assert on("Progress report 2023 on the Parks Strategy", short, body="", said=said) == short.title
