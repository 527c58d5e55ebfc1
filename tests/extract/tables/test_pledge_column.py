"""Cells tell which column holds the pledges where no heading does, and which tables have none."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.values import Role

KNOWN = Known.of({})


def table(*rows: str) -> str:
    header, *others = rows
    return "\n".join([f"| {header} |", "|---|---|", *(f"| {row} |" for row in others)]) + "\n"


def pledges(text: str) -> list[str]:
    return [pledge.span.text for section in sections(markdown(text), KNOWN) for pledge in section.pledges]


def statuses(text: str) -> list[str]:
    found = (one.status for section in sections(markdown(text), KNOWN) for one in section.progress)
    return [one.word for one in found if one]


def beside(text: str, role: Role) -> list[list[str]]:
    found = (pledge for section in sections(markdown(text), KNOWN) for pledge in section.pledges)
    return [[span.text for one, span in pledge.beside if one is role] for pledge in found]


ACTS = (
    "Fit new locks to all council flats",
    "Train two hundred mental health first aiders",
    "Write a heritage list for the old town",
)


@pytest.mark.parametrize(
    "rows",
    [
        ("What | How far | Whose job", "Done | Housing Manager", "Some way to go | Head of People", "Red | Clerk"),
        ("Strand | Ends | Body", "May 2025 | Harbour Trust", "2026 | Parks Team", "ongoing | Clerk"),
        ("Item of work | Zeit", "May 2025", "June 2026", "spring 2027"),
        ("What comes next | Who", "Harbour Trust", "Parks Team", "Town Clerk"),
    ],
)
def test_a_column_of_acts_holds_the_pledges_whatever_its_heading(rows: tuple[str, ...]) -> None:
    header, *others = rows
    assert pledges(table(header, *(f"{act} | {row}" for act, row in zip(ACTS, others, strict=True)))) == list(ACTS)


def test_words_that_nobody_knows_are_statuses_in_a_column_that_rates() -> None:
    rows = ("Plant trees | Done", "Dig two ponds | Waiting", "Mend the quay | Going well", "Fit all lifts | Done")
    assert statuses(table("Action | State", *rows)) == ["Done", "Waiting", "Going well", "Done"]


def test_points_of_a_manifesto_need_not_be_acts() -> None:
    rows = ("More lighting in the park | Kept", "A night bus on Fridays | Broken", "Free swims for all | In progress")
    assert pledges(table("Point | What became of it", *rows)) == [row.split(" | ")[0] for row in rows]


def test_lists_under_goals_are_pledges_and_what_is_said_before_them_is_none() -> None:
    text = table(
        "Goal | Strategies",
        "1. Safe bridges | This matters to us. We will:    Inspect every bridge.    Replace the ten weakest.",
        "2. Clean rivers | Fish need them. We will:    Monitor forty sites.    Require permits for outfalls.",
    )
    assert pledges(text) == [
        "Inspect every bridge.",
        "Replace the ten weakest.",
        "Monitor forty sites.",
        "Require permits for outfalls.",
    ]


REPLIES = (
    "Doors close too early. | We will open until eight on two evenings. | May",
    "The lift is broken. | A new lift will be fitted. | June",
    "Bring the old room back. | We can’t do this. It was sold. | -",
    "The app logs people out. | We have told the supplier. | -",
    "The computers are slow. | Replace all computers in the branches. | July",
)


def test_replies_that_take_something_on_are_the_pledges() -> None:
    text = table("What you told us | What we are going to do | When", *REPLIES)
    assert pledges(text) == [
        "We will open until eight on two evenings.",
        "A new lift will be fitted.",
        "Replace all computers in the branches.",
    ]
    assert beside(text, Role.TIMESCALE) == [["May"], ["June"], ["July"]]


def test_replies_that_report_leave_the_pledge_with_what_was_asked() -> None:
    text = table(
        "You asked for | Our answer", "Hot meals at night | A trolley was bought.", "Quiet nights | Lamps were dimmed."
    )
    assert pledges(text) == ["Hot meals at night", "Quiet nights"]


def test_targets_of_several_years_are_pledges_due_in_these_years() -> None:
    one = "Build a ramp at the quay.    Repair the crane at the dock."
    text = table(
        "Success measure | Targets for 2024-25 | Targets for 2025-26 and beyond | Method",
        f"Open harbours | {one} | Build ramps at all quays.    Repair all cranes. | Survey",
        f"Safe paths | {one} | Light every path in town.    Replace broken steps. | Count",
    )
    assert pledges(text)[:4] == [
        "Build a ramp at the quay.",
        "Repair the crane at the dock.",
        "Build ramps at all quays.",
        "Repair all cranes.",
    ]
    assert beside(text, Role.TIMESCALE)[1:3] == [["2024-25"], ["2025-26 and beyond"]]
    assert beside(text, Role.MEASURE)[0] == ["Open harbours"]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Name | Duties",
            "Ann Ware | Chair the board and approve the budget",
            "Bo Day | Keep the minutes of the board",
        ),
        ("Step | What you do | When", "1 | Send us the completed form | May", "2 | Pay the fee at a library | June"),
        ("Scheme | Value | Status", "Mill Lane bridge works | £2m | Complete", "North road works | £3m | In progress"),
        (
            "Team | What it does | Lead",
            "Parks | Look after forty parks and gardens | Ann Ware",
            "Roads | Repair roads | Bo",
        ),
        (
            "Grant | Purpose | Award date",
            "Fen Trust | Repair the roof of the hall | May 2025",
            "Mill | Buy boats | June",
        ),
        ("Meeting | Date | Attended by", "Housing Board | May 2025 | Chief Executive", "Audit | June 2025 | Clerk"),
        ("Policy | Status", "Keep personal records safe | Approved", "Use council cars only for work | In review"),
        ("Option | For | Against", "Close the two smallest libraries | 20 | 400", "Cut all opening hours | 50 | 300"),
        ("Date | What happened", "May 2020 | The hub was opened by the mayor", "June 2021 | A second hub was opened"),
    ],
)
def test_tables_that_plan_nothing_hold_no_pledges(rows: tuple[str, ...]) -> None:
    assert pledges(table(*rows, rows[1].replace("the", "a"))) == []
