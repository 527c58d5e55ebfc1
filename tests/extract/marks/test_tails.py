"""Brackets at the end of a pledge that say who and by when, and those that belong to it."""

from __future__ import annotations

import pytest

from graph.blocks import Span
from graph.extract.marks.tails import is_time, tail
from graph.values import Role

OWNER, PARTNER, TIMESCALE, MEASURE = Role.OWNER, Role.PARTNER, Role.TIMESCALE, Role.MEASURE


def read(text: str) -> tuple[str, list[tuple[Role, str]]]:
    """What a text says: its pledge, and what its brackets say."""
    pledge, beside = tail(Span(text, 100, 100 + len(text), 7))
    assert all(text[span.start - 100 : span.end - 100] == span.text for span in (pledge, *(one for _, one in beside)))
    return pledge.text, [(role, span.text) for role, span in beside]


@pytest.mark.parametrize(
    ("brackets", "beside"),
    [
        ("(Lead: Harbour Trust; by June 2025)", [(OWNER, "Harbour Trust"), (TIMESCALE, "June 2025")]),
        ("(Owner: Head of Estates, by June 2024)", [(OWNER, "Head of Estates"), (TIMESCALE, "June 2024")]),
        ("(Lead: Harbour Trust; each November)", [(OWNER, "Harbour Trust"), (TIMESCALE, "each November")]),
        ("(Lead: Harbour Trust; by end of 2026)", [(OWNER, "Harbour Trust"), (TIMESCALE, "end of 2026")]),
        ("(Lead – Harbour Trust; from 2024).", [(OWNER, "Harbour Trust"), (TIMESCALE, "from 2024")]),
        ("(Lead: Ports and Coast Board)", [(OWNER, "Ports and Coast Board")]),
        (
            "(Lead: Housing, Planning and Roads; yearly)",
            [(OWNER, "Housing, Planning and Roads"), (TIMESCALE, "yearly")],
        ),
        ("(Lead: Director (Estates); by 2029)", [(OWNER, "Director (Estates)"), (TIMESCALE, "2029")]),
        ("(led by the Harbour Board)", [(OWNER, "Harbour Board")]),
        ("(Responsible: Clerk; deadline: 31/03/2026)", [(OWNER, "Clerk"), (TIMESCALE, "31/03/2026")]),
        ("(Lead: Clerk; Partners: Rotary Club)", [(OWNER, "Clerk"), (PARTNER, "Rotary Club")]),
        ("(Lead: Clerk) (by spring 2026)", [(OWNER, "Clerk"), (TIMESCALE, "spring 2026")]),
        (
            "(Harbour Trust, with the Coast Board, by May 2025)",
            [(OWNER, "Harbour Trust"), (PARTNER, "Coast Board"), (TIMESCALE, "May 2025")],
        ),
        ("(Head of Estates, March 2025)", [(OWNER, "Head of Estates"), (TIMESCALE, "March 2025")]),
        ("[Estates – March 2025]", [(OWNER, "Estates"), (TIMESCALE, "March 2025")]),
        ("[March 2025]", [(TIMESCALE, "March 2025")]),
        ("(by March 2025)", [(TIMESCALE, "March 2025")]),
        ("(annually)", [(TIMESCALE, "annually")]),
        ("(Action: Head of Place, Q3 2025)", [(OWNER, "Head of Place"), (TIMESCALE, "Q3 2025")]),
        ("(Lead: J. Smith. When: May 2025)", [(OWNER, "J. Smith"), (TIMESCALE, "May 2025")]),
        ("(Lead: TBC; by 2025)", [(TIMESCALE, "2025")]),
        ("(Target: 200 homes)", [(MEASURE, "200 homes")]),
    ],
)
def test_brackets_that_say_who_and_by_when_leave_the_pledge(brackets: str, beside: list[tuple[Role, str]]) -> None:
    assert read(f"Open a hub {brackets}") == ("Open a hub", beside)


@pytest.mark.parametrize(
    "text",
    [
        "Adopt the Harbour Plan (2018–2024)",
        "Act on the peer review (March 2023)",
        "Publish the Harbour Strategy (2025).",
        "Open a hub (Northside, by the river)",
        "Open a hub (the clerk said no)",
        "Open hubs in three towns (Eastport, Westport and Norham)",
        "Keep to the Act [2021]",
        "Open a hub (see page 4)",
        "Build homes (150 by 2025; 300 by 2027)",
        "Build homes (20 by 2025)",
        "Open hubs (in Eastport by May 2025, in Westport by June 2026)",
        "Cut fares (from £3 to £2)",
        "Open a hub (with the Harbour Trust)",
        "Open a hub (note: the lease ends in 2025)",
        "Mend the roads (potholes: within 24 hours)",
        "Cut emissions (scope 1 and 2)",
        "Work with the Harbour Safety Agency (HSA)",
        "(Lead: Harbour Trust; by June 2025)",
        "Open a hub",
        "Open a hub (",
        "",
    ],
)
def test_other_brackets_stay_in_the_pledge(text: str) -> None:
    assert read(text) == (text, [])


@pytest.mark.parametrize(
    "group", ["Warmer Homes team", "Roads and Bridges Unit", "Estates Directorate", "Adult Services"]
)
def test_a_team_alone_in_brackets_owns_the_pledge(group: str) -> None:
    assert read(f"Replace 900 boilers ({group})") == ("Replace 900 boilers", [(OWNER, group)])


@pytest.mark.parametrize(
    "text",
    [
        "Support the YOT (Youth Offending Team)",
        "Open a new service for carers (Harbour Rest Service)",
        "Move two squads (the whole team)",
        "Publish the data (Unit)",
    ],
)
def test_brackets_that_say_which_team_is_meant_stay_in_the_pledge(text: str) -> None:
    assert read(text) == (text, [])


def test_a_full_stop_before_the_brackets_belongs_to_the_pledge() -> None:
    assert read("Open a hub. (Lead: Clerk)") == ("Open a hub.", [(OWNER, "Clerk")])


@pytest.mark.parametrize(
    "text",
    [
        "Sept 2023",
        "2019",
        "31/07/2024",
        "2023/24",
        "Q2 2025",
        "Monthly",
        "ongoing",
        "Jan 25",
        "Summer 2024",
        "Year 2",
        "within 6 months",
    ],
)
def test_times_are_known(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text", ["", "-", "13", "Open a hub in May", "Head of Place", "85%", "to be agreed", "in place"]
)
def test_other_texts_are_no_times(text: str) -> None:
    assert not is_time(text)
