"""Tables give pledges with what stands beside them: owners, partners, dates, measures, progress and statuses."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from extract.truths import KNOWN, expected, found, reading_of, slugs
from graph.extract.items import OVERTAKEN
from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.values import Role, Status

Answers = list[tuple[str, str]]


def read(text: str, known: Known = KNOWN) -> list[tuple[str, Answers]]:
    """Each pledge of a Markdown text with its answers: what they say, and the status word of each."""
    return [
        (
            pledge.span.text,
            [
                (one.span.text, one.status.word if one.status else "")
                for one in section.progress
                if number in one.answers
            ],
        )
        for section in sections(markdown(text), known)
        for number, pledge in enumerate(section.pledges)
    ]


def pledges(text: str) -> list[str]:
    return [pledge for pledge, _ in read(text)]


def table(header: str, *rows: str) -> str:
    """A Markdown table from cells that are divided by bars."""
    return "\n".join([f"| {header} |", "|---|---|", *(f"| {row} |" for row in rows)]) + "\n"


def beside(text: str, role: Role) -> list[list[str]]:
    return [
        [span.text for one, span in pledge.beside if one is role]
        for section in sections(markdown(text), KNOWN)
        for pledge in section.pledges
    ]


def test_there_are_documents_to_measure_with() -> None:
    assert len(slugs("tables")) >= 5


@pytest.mark.parametrize("slug", slugs("tables"))
def test_a_document_gives_its_pledges_and_all_that_stands_beside_them(slug: str) -> None:
    assert found(slug, sections) == expected(slug)


@pytest.mark.parametrize("slug", slugs("tables"))
def test_what_is_found_stands_in_the_document(slug: str) -> None:
    reading = reading_of(slug)
    spans = [
        span
        for section in sections(reading.blocks, KNOWN)
        for pledge in section.pledges
        for span in (pledge.span, *(one for _, one in pledge.beside), *(one.span for one in section.progress))
    ]
    assert spans
    for span in spans:
        assert len(span.text) == span.end - span.start
        assert span.text.split()[0] in reading.text[span.start : span.end]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Action/Commitment | Lead Officer(s)", "Open a hub in town | Estates"),
        ("What we will do | By when?", "Open a hub in town | May"),
        ("Therefore, in 2021 we will… | In 2020 we learned…", "Open a hub in town | Hubs are liked"),
        ("Recommendation | Response | Delivery timeline", "Open a hub in town | Agree. | May"),
        ("You said | We did", "Open a hub in town | It is open."),
        ("Committed | Strategies and plans in place", "Open a hub in town | The hub strategy."),
        ("Feedback | Our reply", "Open a hub in town | It is open."),
        ("Commitment | Progress", "Open a hub in town | It is open."),
        ("What we said we would do | What we have achieved", "Open a hub in town | It is open."),
        ("Milestone | Target date | Responsible party", "Open a hub in town | May | Estates"),
        ("What | Who | When", "Open a hub in town | Estates | May"),
        ("Task | Assigned to | Status", "Open a hub in town | Estates | Done"),
        ("Ref | Description | Deadline", "A1 | Open a hub in town | May"),
        ("Strategic objective | Lead | Update", "Open a hub in town | Estates | It is open."),
    ],
)
def test_the_column_of_pledges_is_known_by_the_whole_header(header: str, row: str) -> None:
    assert pledges(table(header, row)) == ["Open a hub in town"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Term | Meaning", "Hub | A place where people meet"),
        ("Name | Role | Email", "Ann Ware | Head of Estates | ann@example.org"),
        ("Scheme | 2022/23 | 2023/24", "Hub in the north | 20 | 30"),
        ("Indicator | Baseline | Target | Actual | RAG", "Visits to the north hub | 20 | 40 | 30 | Amber"),
        ("Performance measure | Target | Q1 | Q2 | RAG", "Calls answered in time | 90% | 85% | 91% | Green"),
        ("Target | Baseline | 2022 | 2023", "Visits to the north hub | 20 | 30 | 40"),
        ("Risk | Likelihood | Impact | Mitigating action | Owner", "Flood on site | 3 | 4 | Build a wall there | Ann"),
        ("Recommendation | Page", "Open a hub in town | 4"),
        ("RAG | Number of actions", "Green | 14"),
        ("Theme | Actions | Complete", "Homes | 14 | 10"),
        ("Question | Answer", "Where is the hub in town? | In Ferry Street."),
        ("Programme | Department | Description | Status", "Hubs | Estates | Replace the old hubs | Delivery"),
        ("Objective | Notes", "Open a hub in town | A long task"),
    ],
)
def test_other_tables_hold_no_pledges(header: str, row: str) -> None:
    assert read(table(header, row, row.replace("town", "the south"))) == []


def test_an_action_is_the_pledge_and_its_objective_the_theme() -> None:
    text = table(
        "Objective | Action | Lead", "Better homes | Repair roofs | Ann", " | Fit lifts | Bob", "Roads | Mend | Cy"
    )
    found = sections(markdown(text), KNOWN)
    assert [(section.heading, [one.span.text for one in section.pledges]) for section in found] == [
        (("Better homes",), ["Repair roofs", "Fit lifts"]),
        (("Roads",), ["Mend"]),
    ]


def test_a_rank_is_no_theme() -> None:
    text = table("Priority | Action | Lead", "High | Repair roofs | Ann", "Low | Fit lifts | Bob")
    assert [section.heading for section in sections(markdown(text), KNOWN)] == [()]


def test_what_was_advised_gives_way_to_what_will_be_done() -> None:
    text = table("Recommendation | Agreed action | Owner", "Roofs should be sound | Repair all roofs | Ann")
    assert pledges(text) == ["Repair all roofs"]


def test_a_commitment_stays_the_pledge_beside_its_action() -> None:
    text = table("Commitment | Actions taken | Status", "Repair all roofs | 40 roofs were repaired | Done")
    assert read(text) == [("Repair all roofs", [("40 roofs were repaired", "Done")])]


@pytest.mark.parametrize(
    ("cell", "reference", "text"),
    [
        ("Recommendation 4 Establish a hub", "Recommendation 4", "Establish a hub"),
        ("1.2 Open a hub", "1.2", "Open a hub"),
        ("Action 3: Open a hub", "Action 3", "Open a hub"),
        ("A14. Open a hub", "A14", "Open a hub"),
        ("(b) Open a hub", "b", "Open a hub"),
        ("100 new homes by 2025", "", "100 new homes by 2025"),
        ("CO2 emissions to be halved", "", "CO2 emissions to be halved"),
    ],
)
def test_a_number_before_a_pledge_is_its_reference(cell: str, reference: str, text: str) -> None:
    (section,) = sections(markdown(table("Action | Lead", f"{cell} | Ann")), KNOWN)
    assert [(one.reference, one.span.text) for one in section.pledges] == [(reference, text)]


def test_a_column_of_numbers_gives_references_whatever_its_heading() -> None:
    (section,) = sections(markdown(table(" | Action | Lead", "1 | Open a hub | Ann", "2 | Fit lifts | Bob")), KNOWN)
    assert [one.reference for one in section.pledges] == ["1", "2"]


def test_a_number_that_a_page_parts_from_its_pledge_belongs_to_it() -> None:
    text = table(
        "Recommendation | Response | Timeline",
        "Recommendation 8 | Agree. See above. | Details by",
        "Shape what is collected | | Summer",
    )
    (section,) = sections(markdown(text), KNOWN)
    (pledge,) = section.pledges
    assert (pledge.reference, pledge.span.text) == ("Recommendation 8", "Shape what is collected")
    assert [span.text for _, span in pledge.beside] == ["Details by", "Summer"]
    assert [one.span.text for one in section.progress] == ["Agree. See above."]


def test_cells_that_say_nothing_give_nothing() -> None:
    text = table("Action | Lead | Partners | Timescale", "Open a hub | TBC | - | N/A", "Fit lifts | | None | 2025")
    assert beside(text, Role.OWNER) == beside(text, Role.PARTNER) == [[], []]
    assert beside(text, Role.TIMESCALE) == [[], ["2025"]]


def test_as_above_names_the_owner_of_the_row_above() -> None:
    assert beside(table("Action | Lead", "Open a hub | Ann", "Fit lifts | As above"), Role.OWNER) == [["Ann"], ["Ann"]]


def test_several_columns_may_name_owners() -> None:
    text = table("Action | Executive lead | Operational lead", "Open a hub | Ann | Bob")
    assert beside(text, Role.OWNER) == [["Ann", "Bob"]]


def test_blank_progress_and_blank_status_are_no_answer() -> None:
    assert read(table("Action | Progress | Status", "Open a hub | | ", "Fit lifts | - | n/a")) == [
        ("Open a hub", []),
        ("Fit lifts", []),
    ]


def test_a_status_alone_is_the_answer() -> None:
    assert read(table("Action | Status", "Open a hub | 60% complete")) == [
        ("Open a hub", [("60% complete", "60% complete")])
    ]


def test_agreeing_is_not_delivering() -> None:
    text = table(
        "Recommendation | Response",
        "Open a hub | Agree. The board will open one.",
        "Fit lifts | Agreed and implemented.",
        "Mend roofs | Completed in May.",
        "Light lanes | We will consider this.",
    )
    words = [one.status for section in sections(markdown(text), KNOWN) for one in section.progress]
    assert [word.status for word in words if word] == [
        Status.NOT_ASSESSED,
        Status.ACHIEVED,
        Status.ACHIEVED,
        Status.NOT_ASSESSED,
    ]


@pytest.mark.parametrize(
    "header",
    ["Progress 2023 | Progress 2024", "Q1 update | Q2 update", "Progress at May 2023 | Progress at June 2023"],
)
def test_the_latest_progress_holds_the_status(header: str) -> None:
    text = table(
        f"Action | {header} | Status", "Open a hub | Site bought. | It is open. | Done", "Fit | Begun. | | Amber"
    )
    assert read(text) == [
        ("Open a hub", [("Site bought.", ""), ("It is open.", "Done")]),
        ("Fit", [("Begun.", "Amber")]),
    ]


def test_the_latest_progress_may_stand_first() -> None:
    text = table("Action | Update March 2024 | Update May 2023", "Open a hub | It is open. | Site bought.")
    (section,) = sections(markdown(text), KNOWN)
    assert [(one.span.text, one.status) for one in section.progress] == [
        ("Site bought.", OVERTAKEN),
        ("It is open.", None),
    ]


def test_the_latest_of_several_statuses_counts() -> None:
    text = table("Action | Owner | Q1 | Q2 | Q3", "Open a hub | Ann | R | A | ", "Fit lifts | Bob | G | G | R")
    assert read(text) == [("Open a hub", [("A", "A")]), ("Fit lifts", [("R", "R")])]


def test_a_header_may_have_two_rows() -> None:
    text = (
        "| Action | Lead | Progress | << | Timescale |\n|---|---|---|---|---|\n"
        "| ^^ | ^^ | Commentary | RAG | ^^ |\n| Open a hub | Ann | It is open. | G | May |\n"
    )
    assert read(text) == [("Open a hub", [("It is open.", "G")])]
    assert beside(text, Role.TIMESCALE) == [["May"]]


def test_empty_cells_go_on_with_the_heading_of_their_group() -> None:
    text = table("Action | Progress | | Status", " | Q1 | Q2 | ", "Open a hub | Begun. | It is open. | Done")
    assert read(text) == [("Open a hub", [("Begun.", ""), ("It is open.", "Done")])]


def test_a_header_need_not_be_marked_nor_come_first() -> None:
    text = "| Table 3: homes | << | << |\n| Action | By whom | Progress |\n| Open a hub | Ann | It is open. |\n"
    assert read(text) == [("Open a hub", [("It is open.", "")])]


def test_a_header_that_is_repeated_is_no_pledge() -> None:
    text = table("Action | Progress", "Open a hub | It is open.", "Action | Progress", "Fit lifts | ")
    assert pledges(text) == ["Open a hub", "Fit lifts"]


def test_a_table_goes_on_after_the_end_of_a_page() -> None:
    first = table("Action | Progress", "Open a hub | It is open.")
    assert pledges(first + "\nPage 4 of 9\n\n| Fit all lifts | Two are fitted. |\n") == ["Open a hub", "Fit all lifts"]


def test_a_table_under_another_heading_does_not_go_on() -> None:
    first = table("Action | Progress", "Open a hub | It is open.")
    assert pledges(first + "\n## Terms\n\n| Hub | A place where people meet |\n") == ["Open a hub"]


@pytest.mark.parametrize("heading", ["Homes | << | <<", "**Homes** | | ", "HOMES | | ", "Theme 1: Homes | | "])
def test_a_row_across_the_table_heads_those_below(heading: str) -> None:
    text = table("Action | Lead | Progress", heading, "Open a hub | Ann | It is open.")
    (section,) = sections(markdown(text), KNOWN)
    assert [title.lower() for title in section.heading] == ["homes"]
    assert [one.span.text for one in section.pledges] == ["Open a hub"]


def test_a_row_above_the_header_heads_the_first_ones_where_such_rows_head_the_others() -> None:
    text = (
        "| Objective 1: Safer homes | << |\n| Actions | Progress |\n| Fit alarms | All fitted. |\n"
        "| Objective 2: Warmer homes | << |\n| Actions | Progress |\n| Lag lofts | Begun. |\n"
    )
    assert [section.heading for section in sections(markdown(text), KNOWN)] == [("Safer homes",), ("Warmer homes",)]


def test_each_year_may_have_its_pledges() -> None:
    text = table(
        "Theme | Year 1 actions | Year 2 actions | Lead",
        "A | Survey homes | Repair homes | Ann",
        "B | Count cars | | Bob",
    )
    assert pledges(text) == ["Survey homes", "Repair homes", "Count cars"]
    assert beside(text, Role.OWNER) == [["Ann"], ["Ann"], ["Bob"]]


def test_an_outcome_that_came_about_is_progress_and_one_that_is_aimed_at_a_measure() -> None:
    assert read(table("Action | Lead | Outcome", "Open a hub | Ann | It was opened in May.")) == [
        ("Open a hub", [("It was opened in May.", "")])
    ]
    assert beside(table("Action | Lead | Outcome", "Open a hub | Ann | People feel safe"), Role.MEASURE) == [
        ["People feel safe"]
    ]


def test_a_pledge_that_nothing_is_said_of_is_no_heading() -> None:
    text = table("Commitment | Progress", "Open a hub | It is open.", "Fix lifts | ", "Mend roofs | Begun.")
    assert pledges(text) == ["Open a hub", "Fix lifts", "Mend roofs"]


def test_a_pledge_over_several_rows_is_one_with_several_answers() -> None:
    text = table(
        "Commitment | Lead | Progress",
        "Open a hub | Ann | Site bought.",
        "^^ | Bob | Staff hired.",
        " | Cy | It is open.",
    )
    assert read(text) == [("Open a hub", [("Site bought.", ""), ("Staff hired.", ""), ("It is open.", "")])]
    assert beside(text, Role.OWNER) == [["Ann", "Bob", "Cy"]]


def test_the_same_words_under_two_numbers_are_two_pledges() -> None:
    text = table("Ref | Action | Lead", "1.1 | Open a hub | Ann", "1.2 | Open a hub | Bob")
    assert pledges(text) == ["Open a hub", "Open a hub"]


def test_an_answer_over_several_rows_answers_each_pledge() -> None:
    (section,) = sections(markdown(table("Action | Progress", "Open a hub | Both are done.", "Fit lifts | ^^")), KNOWN)
    assert [one.answers for one in section.progress] == [(0, 1)]


def test_a_mark_may_stand_in_the_column_of_its_status() -> None:
    text = table(
        "Commitment | Not started | Limited | Completed", "Open a hub | | | ✔", "Fit lifts | | X | ", "Mend | | | "
    )
    assert read(text) == [("Open a hub", [("✔", "Completed")]), ("Fit lifts", [("X", "Limited")]), ("Mend", [])]


@pytest.mark.parametrize(("said", "word"), [("Yes", "Yes"), ("N", "N"), ("✓", "✓"), ("Partially", "Partially")])
def test_a_column_may_ask_whether_it_is_done(said: str, word: str) -> None:
    assert read(table("Action | Completed?", f"Open a hub | {said}")) == [("Open a hub", [(said, word)])]


def test_a_date_of_completion_says_that_it_is_done() -> None:
    text = table("Action | Due date | Date completed", "Open a hub | May | 12/06/2023", "Fit lifts | June | ")
    assert read(text) == [("Open a hub", [("12/06/2023", "12/06/2023")]), ("Fit lifts", [])]


def test_remarks_are_progress_only_beside_a_status() -> None:
    row = "Open a hub | Subject to funding."
    assert read(table("Action | Comments | Lead", f"{row} | Ann")) == [("Open a hub", [])]
    assert read(table("Action | Comments | Status", f"{row} | Amber")) == [
        ("Open a hub", [("Subject to funding.", "Amber")])
    ]


def test_a_status_that_nobody_knows_is_kept() -> None:
    (section,) = sections(markdown(table("Action | Status", "Open a hub | Lilac")), KNOWN)
    (answer,) = section.progress
    assert answer.status is not None
    assert (answer.status.word, answer.status.status) == ("Lilac", None)


def test_the_document_s_own_key_counts() -> None:
    text = "Key: Blue = complete, Green = on track.\n\n" + table(
        "Action | RAG", "Open a hub | Green", "Fit lifts | Blue"
    )
    statuses = [
        one.status.status for section in sections(markdown(text), KNOWN) for one in section.progress if one.status
    ]
    assert statuses == [Status.IN_PROGRESS, Status.ACHIEVED]


def test_a_body_may_have_headings_of_its_own() -> None:
    text = table("Zusage | Stand", "Open a hub | It is open.")
    assert read(text) == []
    known = Known.of({"columns": {"pledges": ["Zusage"], "progress": ["Stand"]}})
    assert read(text, known) == [("Open a hub", [("It is open.", "")])]


def test_a_table_may_stand_on_its_side() -> None:
    text = (
        "| Action 1 | Open a hub |\n|---|---|\n| Lead | Ann |\n| Deadline | May |\n| Progress | It is open. |\n"
        "| Action 2 | Fit lifts |\n| Lead | Bob |\n| Deadline | June |\n| Progress | |\n"
    )
    assert read(text) == [("Open a hub", [("It is open.", "")]), ("Fit lifts", [])]
    assert beside(text, Role.OWNER) == [["Ann"], ["Bob"]]


def test_each_action_may_have_a_column_of_its_own() -> None:
    text = table(" | First | Second", "Action | Open a hub | Fit lifts", "Owner | Ann | Bob", "Due date | May | June")
    assert pledges(text) == ["Open a hub", "Fit lifts"]
    assert beside(text, Role.OWNER) == [["Ann"], ["Bob"]]


def test_names_and_values_may_go_by_turns() -> None:
    text = (
        "| Action | Open a hub | Owner | Ann |\n| Due date | May | Status | Complete |\n| Progress | It is open. |||\n"
    )
    assert read(text) == [("Open a hub", [("It is open.", "Complete")])]


@pytest.mark.parametrize("above", ["", "### Action 4: Open a hub\n\n"])
def test_a_numbered_title_may_hold_the_pledge(above: str) -> None:
    title = "" if above else "| Action 4: Open a hub | << |\n"
    text = f"{above}{title}| Owner | Ann |\n| Due date | May |\n| Status | Complete |\n"
    assert read(text) == [("Open a hub", [("Complete", "Complete")])]


@pytest.mark.parametrize("text", ["", "No table.", "| |\n", "| Action |\n", "| Action | Lead |\n|---|---|\n"])
def test_without_a_table_of_pledges_there_is_no_section(text: str) -> None:
    assert sections(markdown(text), KNOWN) == []


def test_rows_of_uneven_length_are_read_as_far_as_they_go() -> None:
    text = (
        "| Action | Lead | Progress |\n|---|---|---|\n| Open a hub |\n| Fit lifts | Ann | Begun. | More | Yet more |\n"
    )
    assert read(text) == [("Open a hub", []), ("Fit lifts", [("Begun.", "Begun")])]


WORK = (
    "Open a hub in the north | Head of Estates | May 2025 | Done",
    "Train forty volunteers to lead walks | Harbour Trust | 2026 | Stalled",
    "Publish a yearly report on noise | Clerk | ongoing | In progress",
)


@pytest.mark.parametrize(
    "header",
    [
        "Measure we committed to | Who | By | State",
        "What the Harbour Trust will do | Accountable | When | Where it stands",
        "Deliverable | Lead | Target | RAG",
        "Activity | Owner | Due by | Stage",
        "Milestone | Lead | Finish | Position",
        "Objective | Led by | Target date | Completion",
        "Focus | Owner | Target | Position now",
        "What we promised | Team | Completion | How it stands",
        "Measure | Owner | Timing | Judgement",
    ],
)
def test_cells_tell_what_headings_leave_open(header: str) -> None:
    text = table(header, *WORK)
    assert read(text) == [
        ("Open a hub in the north", [("Done", "Done")]),
        ("Train forty volunteers to lead walks", [("Stalled", "Stalled")]),
        ("Publish a yearly report on noise", [("In progress", "In progress")]),
    ]
    assert beside(text, Role.OWNER) == [["Head of Estates"], ["Harbour Trust"], ["Clerk"]]
    assert beside(text, Role.TIMESCALE) == [["May 2025"], ["2026"], ["ongoing"]]


@pytest.mark.parametrize(
    "rows",
    [
        ("Risk | Owner | Mitigation | Rating", "Flood in the north | Ann | Build a wall along the quay | Red"),
        (
            "State | Governor | Population | Party",
            "Tamarack | Ann Lee | 4000 | Green",
            "Columba | Bo Day | 3000 | Blue",
        ),
        ("Date | Event | Lead", "May 2025 | Open day at the hub | Ann", "June 2025 | Walk for all families | Bo"),
        ("Training course | Lead | Date", "Lead with care | Ann | May 2025", "Manage your time | Bo | May 2026"),
        ("Indicator | Baseline | Target | Owner", "Reduce noise by half | 30 | 15 | Ann", "Cut waits | 20 | 10 | Bo"),
        ("Policy | Owner | Review date", "Keep records safe | Ann | May 2026", "Use of cars | Bo | May 2026"),
    ],
)
def test_tables_of_risks_places_events_and_courses_hold_no_pledges(rows: tuple[str, ...]) -> None:
    assert pledges(table(*rows)) == []


def test_whom_a_column_headed_by_names_is_an_owner() -> None:
    text = table("Action | By | Status", "Open a hub | Head of Estates | Done", "Fit lifts | Clerk | Late")
    assert beside(text, Role.OWNER) == [["Head of Estates"], ["Clerk"]]
    assert beside(text, Role.TIMESCALE) == [[], []]


def test_a_status_in_words_counts_before_a_share() -> None:
    rows = (
        "Open a hub | 100 | Closed - complete",
        "Fit lifts | 20 | Cancelled",
        "Mend roofs | 45 | ",
        "Dig ponds | | ",
    )
    assert read(table("Action | % complete | State", *rows)) == [
        ("Open a hub", [("Closed - complete", "Closed - complete")]),
        ("Fit lifts", [("Cancelled", "Cancelled")]),
        ("Mend roofs", [("45", "45")]),
        ("Dig ponds", []),
    ]


@pytest.mark.parametrize(
    ("word", "share", "status"),
    [
        ("Overdue", "70", Status.IN_PROGRESS),
        ("Overdue", "0", Status.OUTSTANDING),
        ("Cancelled", "70", Status.OUTSTANDING),
        ("", "70", Status.IN_PROGRESS),
        ("", "0", Status.OUTSTANDING),
        ("", "100", Status.ACHIEVED),
    ],
)
def test_what_is_late_goes_on_where_a_part_of_it_is_done(word: str, share: str, status: Status) -> None:
    rows = table("Action | State | % complete", f"Open a hub | {word} | {share}", "Fit lifts | Done | 100")
    (section,) = sections(markdown(rows), KNOWN)
    assert section.progress[0].status is not None
    assert section.progress[0].status.status is status


@pytest.mark.parametrize(
    "total", ["Total | 13 | |", "**Total** | 13 | 4 | 6", "Grand total | | 13 | 5", " | Total | 13 | "]
)
def test_a_row_that_counts_is_no_pledge(total: str) -> None:
    rows = table("No. | Action | Lead | Status", "1 | Open a hub | Ann | Done", "2 | Fit lifts | Bo | Late", total)
    assert pledges(rows) == ["Open a hub", "Fit lifts"]


def test_a_pledge_may_begin_with_the_word_total() -> None:
    assert pledges(table("Action | Status", "Total ban on fires | Done", "Fit lifts | Late")) == [
        "Total ban on fires",
        "Fit lifts",
    ]


def test_brackets_that_say_who_and_by_when_leave_the_pledge() -> None:
    text = table("Action | Status", "Open a hub (Lead: Harbour Trust; by June 2025) | Done", "Fit lifts (2025) | Done")
    assert pledges(text) == ["Open a hub", "Fit lifts (2025)"]
    assert beside(text, Role.OWNER) == [["Harbour Trust"], []]
    assert beside(text, Role.TIMESCALE) == [["June 2025"], []]


def test_letters_of_the_parts_of_a_pledge_are_no_references() -> None:
    text = table("No. | Action | Status", "3 | (a) Write a guide, and (b) teach it. | Amber", "4 | Fit lifts | Done")
    assert pledges(text) == ["(a) Write a guide, and (b) teach it.", "Fit lifts"]
