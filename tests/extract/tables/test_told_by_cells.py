"""What columns hold is told by their cells where the headings leave it open or say something else."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.values import Role, Status

KNOWN = Known.of({})
Answers = list[tuple[str, str]]


def table(*rows: str) -> str:
    header, *others = rows
    return "\n".join([f"| {header} |", "|---|---|", *(f"| {row} |" for row in others)]) + "\n"


def answers(*rows: str) -> list[Answers]:
    """What answers each pledge, and the status word of each answer."""
    return [
        [(one.span.text, one.status.word if one.status else "") for one in section.progress if number in one.answers]
        for section in sections(markdown(table(*rows)), KNOWN)
        for number, _ in enumerate(section.pledges)
    ]


def beside(role: Role, *rows: str) -> list[list[str]]:
    found = (pledge for section in sections(markdown(table(*rows)), KNOWN) for pledge in section.pledges)
    return [[span.text for one, span in pledge.beside if one is role] for pledge in found]


def meanings(*rows: str) -> list[Status | None]:
    found = (one.status for section in sections(markdown(table(*rows)), KNOWN) for one in section.progress)
    return [one.status if one else None for one in found]


def test_a_column_of_outcomes_that_holds_status_words_is_one_of_statuses() -> None:
    found = answers(
        "Action | Outcome", "Mend the pier | Done", "Paint the kiosk | Partly done", "Dig a pond | Not done"
    )
    assert found == [[("Done", "Done")], [("Partly done", "Partly done")], [("Not done", "Not done")]]


def test_a_column_of_outcomes_in_sentences_is_none() -> None:
    rows = ("Action | Outcome | Status", "Mend the pier | Boats can land again | Done")
    assert beside(Role.MEASURE, *rows) == [["Boats can land again"]]


def test_a_few_words_that_recur_beside_a_report_rate_it() -> None:
    found = answers(
        "Action | Action taken | Position now",
        "Mend the pier | The deck was relaid in May. | Fulsome",
        "Paint the kiosk | The front was painted in June. | Wanting",
        "Dig a pond | A hole was dug behind the hall. | Wanting",
        "Plant a hedge | Whips were planted along the lane. | Fulsome",
    )
    assert [[word for _, word in one] for one in found] == [["Fulsome"], ["Wanting"], ["Wanting"], ["Fulsome"]]


def test_the_plainly_headed_status_counts_before_one_of_something_else() -> None:
    found = answers("Promise | Status | Planning status", "Mend the pier | In progress | Approved and done")
    assert found == [[("In progress", "In progress")]]


@pytest.mark.parametrize("heading", ["Refreshed on", "Last updated", "Date of update", "Update date", "Last checked"])
def test_the_day_of_a_report_is_none(heading: str) -> None:
    found = answers(f"Action | Status | Progress | {heading}", "Mend the pier | Done | Deck relaid | 3 May 2024")
    assert found == [[("Deck relaid", "Done")]]


@pytest.mark.parametrize("cell", ["3 May 2024", "2024-05-03", "17", "TRUE", "£4,000"])
def test_days_and_bare_numbers_answer_nothing(cell: str) -> None:
    rows = ("Action | Status | Progress", f"Mend the pier | Done | {cell}", "Dig a pond | Done | Dug in May")
    assert answers(*rows)[0] == [("Done", "Done")]


def test_a_share_may_be_the_status() -> None:
    found = answers("Action | Owner | Progress", "Mend the pier | Ann Ware | 45%", "Dig a pond | Bo Teal | 100%")
    assert found == [[("45%", "45%")], [("100%", "100%")]]
    assert meanings("Action | Owner | %", "Mend the pier | Ann Ware | 45", "Dig a pond | Bo Teal | 0") == [
        Status.IN_PROGRESS,
        Status.OUTSTANDING,
    ]


def test_what_explains_a_status_needs_no_known_heading() -> None:
    found = answers("Action | Status | The long and short of it", "Mend the pier | Late | Timber came in June")
    assert found == [[("Timber came in June", "Late")]]


def test_what_comes_next_explains_no_status() -> None:
    found = answers("Action | Status | And then", "Mend the pier | Late | Replace the timber of the deck")
    assert found == [[("Late", "Late")]]


def test_months_that_go_over_the_end_of_a_year_stand_in_order() -> None:
    rows = (
        "Action | Oct | Jan | Mar",
        "Mend the pier | Not started | Behind | Done",
        "Dig a pond | Late | Done | Done",
    )
    assert [word for one in answers(*rows) for _, word in one] == ["Done", "Done"]


def test_an_original_date_counts_only_where_no_new_one_is_known() -> None:
    rows = ("Action | Original date | New date", "Mend the pier | May 2024 | June 2025", "Dig a pond | May 2024 | TBC")
    assert beside(Role.TIMESCALE, *rows) == [["June 2025"], ["May 2024"]]


def test_filled_and_empty_signs_rate_where_both_stand() -> None:
    rated = meanings("Action | Owner | Level", "Mend the pier | Ann | ●", "Dig a pond | Bo | ◐", "Cut reeds | Bo | ○")
    assert rated == [Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING]
    assert meanings("Action | Owner | Marine", "Mend the pier | Ann | ●", "Dig a pond | Bo | ") == []


def test_acts_beside_their_aim_are_the_pledges() -> None:
    rows = (
        "Goal | Strategy | Lead | Due",
        "Better piers for all | Fit a new deck to the pier | Ann Ware | May 2024",
        " | Write a guide to the kiosk | Bo Teal | June 2024",
    )
    found = [pledge.span.text for section in sections(markdown(table(*rows)), KNOWN) for pledge in section.pledges]
    assert found == ["Fit a new deck to the pier", "Write a guide to the kiosk"]


def test_figures_beside_acts_with_owners_and_reports_spoil_nothing() -> None:
    rows = (
        "Intervention | Responsible | Baseline 2020 | Achievement to date",
        "Build 40 wells in dry villages | Water Office | 112 | 31 wells dug",
        "Train 120 committees of users | Water Office | 40 | 120 trained",
    )
    assert [len(one) for one in answers(*rows)] == [1, 1]


def test_indicators_with_owners_and_statuses_are_no_pledges() -> None:
    rows = (
        "Indicator | Owner | Baseline | Actual | Status",
        "Calls answered in a minute | Contact Centre | 71% | 88% | Achieved",
        "Bins missed in a week | Waste Manager | 64 | 61 | Not achieved",
        "Homes let in three weeks | Housing Manager | 50% | 66% | In progress",
    )
    assert answers(*rows) == []


@pytest.mark.parametrize(
    ("cell", "owner", "partner"),
    [
        ("Estates, with Harbour Trust", "Estates", "Harbour Trust"),
        ("Estates (supported by the Harbour Trust)", "Estates", "Harbour Trust"),
        ("Parks Team in partnership with Friends of the Pond", "Parks Team", "Friends of the Pond"),
    ],
)
def test_an_owner_cell_may_name_the_partner(cell: str, owner: str, partner: str) -> None:
    rows = ("Action | Owner", f"Mend the pier | {cell}")
    assert beside(Role.OWNER, *rows) == [[owner]]
    assert [one.removeprefix("the ") for (one,) in beside(Role.PARTNER, *rows)] == [partner]


@pytest.mark.parametrize("cell", ["Services for People with Disabilities", "Jointly with Estates", "With all partners"])
def test_with_may_belong_to_a_name(cell: str) -> None:
    assert beside(Role.OWNER, "Action | Owner", f"Mend the pier | {cell}") == [[cell]]


def test_actions_that_are_reported_beside_what_was_promised_are_progress() -> None:
    found = answers(
        "No. | Assurance given | Action reported by Ministry | Position",
        "4 | A hostel will be built at Tarnipur | The hostel was opened in May | Met",
        "7 | Arrears of milk growers will be paid within the year | Half of the arrears have been paid | Partly met",
        "9 | The canal will be lined up to the weir | Lining has not begun | Pending",
    )
    assert found == [
        [("The hostel was opened in May", "Met")],
        [("Half of the arrears have been paid", "Partly met")],
        [("Lining has not begun", "Pending")],
    ]


def test_actions_that_tell_what_came_about_beside_advice_are_progress() -> None:
    found = answers(
        "Recommendation | Committee's actions | Position",
        "The board should publish its leases | The leases were published in May | Closed",
        "The board should train its clerks | Training has not begun | Open",
        "The board should audit its keys | The audit was completed in July | Closed",
    )
    assert [[text for text, _ in one] for one in found] == [
        ["The leases were published in May"],
        ["Training has not begun"],
        ["The audit was completed in July"],
    ]


def test_actions_in_nouns_beside_what_people_want_stay_the_pledges() -> None:
    rows = (
        "What people want changed | Actions | Status",
        "The path should be lit at night | New lighting on the path behind the school | In progress",
        "Buses should run on Sundays | A Sunday service on route four from June | Done",
    )
    found = [one.span.text for section in sections(markdown(table(*rows)), KNOWN) for one in section.pledges]
    assert found == ["New lighting on the path behind the school", "A Sunday service on route four from June"]


def test_what_led_to_the_actions_of_a_meeting_does_not_answer_them() -> None:
    found = answers(
        "Discussion | Action | Owner",
        "Parking was discussed, and signs were found missing. | Move the signs | Head of Estates",
        "The roof leaked again in May and was patched. | Get a quote for the roof | Head of Works",
    )
    assert found == [[], []]


def test_what_management_did_is_no_owner() -> None:
    rows = (
        "Resolution | Action by management | Date",
        "The board shall fix the lift at the depot | The lift was mended by a new firm | May 2023",
        "The board shall train its guards | The guards have been trained in May | June 2023",
    )
    assert beside(Role.OWNER, *rows) == [[], []]
    assert answers(*rows)[0] == [("The lift was mended by a new firm", "")]


@pytest.mark.parametrize("heading", ["Implemented", "Closed", "Kept", "Delivered", "Achieved"])
def test_yes_and_no_under_a_word_for_what_is_done_answer_it(heading: str) -> None:
    rows = (f"Action | Lead | {heading}", "Buy a safe for the keys | Estates | Yes", "Keep a log | Estates | No")
    assert meanings(*rows) == [Status.ACHIEVED, Status.OUTSTANDING]


def test_yes_and_no_under_other_words_answer_nothing() -> None:
    rows = ("Action | Lead | Funded", "Buy a safe for the keys | Estates | Yes", "Keep a log | Estates | No")
    assert meanings(*rows) == []
