"""A heading is understood by the cue words in it, a header from all its headings."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.extract.cues import Cue, cues
from graph.extract.known import Known
from graph.extract.tables.columns import Column, header_of, is_header_again, role_of

KNOWN = Known.of({})


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Action/Commitment", Column.PLEDGE),
        ("What we will do", Column.PLEDGE),
        ("Agreed action", Column.PLEDGE),
        ("Lead Officer(s)", Column.OWNER),
        ("Owner (team)", Column.OWNER),
        ("Action owner", Column.OWNER),
        ("Who will do it?", Column.OWNER),
        ("Partners involved", Column.PARTNER),
        ("Other actors involved", Column.PARTNER),
        ("By when?", Column.TIMESCALE),
        ("Delivery timeline", Column.TIMESCALE),
        ("Target date for completion", Column.TIMESCALE),
        ("Planned start date", Column.START),
        ("RAG (Q4)", Column.STATUS),
        ("Status – end of year", Column.STATUS),
        ("Progress RAG", Column.STATUS),
        ("% complete", Column.STATUS),
        ("Completed?", Column.DONE),
        ("Date completed", Column.DONE_ON),
        ("Progress at March 2024", Column.PROGRESS),
        ("What we said we did", Column.PROGRESS),
        ("Actions taken to date", Column.PROGRESS),
        ("Strategies and plans in place", Column.PROGRESS),
        ("How are we doing?", Column.PROGRESS),
        ("Government response", Column.RESPONSE),
        ("Our reply", Column.RESPONSE),
        ("How we will measure success", Column.MEASURE),
        ("Intended outcome", Column.MEASURE),
        ("Rec. no.", Column.REFERENCE),
        ("Strategic objective", Column.THEME),
        ("Key milestone", Column.ITEM),
        ("Outcomes", Column.OUTCOME),
        ("Comments", Column.REMARK),
        ("Q2 2023/24", Column.PERIOD),
        ("Baseline", Column.FIGURE),
        ("Next steps", Column.OTHER),
        ("Previous RAG", Column.OTHER),
        ("Number of actions", Column.OTHER),
        ("Telephone", Column.UNKNOWN),
        ("", Column.UNKNOWN),
        ("x" * 500, Column.UNKNOWN),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, role: Column) -> None:
    assert role_of(heading, KNOWN) is role


@pytest.mark.parametrize("cue", cues("columns"), ids=lambda cue: cue.examples[0])
def test_no_earlier_cue_takes_an_example(cue: Cue) -> None:
    for example in cue.examples:
        assert next(one.means for one in cues("columns") if one.find(example)) == cue.means


def test_every_cue_means_a_column() -> None:
    assert {cue.means for cue in cues("columns")} <= set(Column)


def test_a_body_s_own_heading_counts_first() -> None:
    known = Known.of({"columns": {"theme": ["Action"]}})
    assert role_of("Action", known) is Column.THEME


def test_two_rows_make_one_header() -> None:
    rows = markdown("| Action | Progress | << |\n|---|---|---|\n| ^^ | Q1 2023 | Q4 2022 |\n| Open | a | b |\n")
    header = header_of(rows, KNOWN)
    assert header is not None
    assert header.rows == 2
    assert [(one.text, one.role) for one in header.headings] == [
        ("Action", Column.PLEDGE),
        ("Progress Q1 2023", Column.PROGRESS),
        ("Progress Q4 2022", Column.PROGRESS),
    ]
    assert header.headings[1].period > header.headings[2].period


def test_rows_that_look_like_headings_do_not_outdo_a_marked_one() -> None:
    text = (
        "| Milestone | Measurement | Target date |\n|---|---|---|\n| 1.1 Assess progress | Progress | Due annually |\n"
    )
    header = header_of(markdown(text), KNOWN)
    assert header is not None
    assert [one.text for one in header.headings] == ["Milestone", "Measurement", "Target date"]


def test_a_header_is_known_again() -> None:
    header = header_of(rows := markdown("| Action | Lead |\n|---|---|\n| Action | Lead |\n| Open | Ann |\n"), KNOWN)
    assert header is not None
    assert [is_header_again(row, header) for row in rows] == [True, True, False]


@pytest.mark.parametrize("text", ["| Ann | Bob |\n", "| A long sentence about an action. | And one about a lead. |\n"])
def test_other_rows_head_nothing(text: str) -> None:
    assert header_of(markdown(text), KNOWN) is None
