"""The headings of open data and shortened ones are read as the words they stand for."""

from __future__ import annotations

import pytest

from graph.extract.known import Known
from graph.extract.tables.columns import Column, role_of
from graph.extract.tables.heading_words import in_words

KNOWN = Known.of({})


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("action_title", "action title"),
        ("LEAD_DEPT", "LEAD department"),
        ("dueDate", "due Date"),
        ("ActionOwner", "Action Owner"),
        ("Lead\n dept.", "Lead department"),
        ("DfT", "DfT"),
        ("Lead officer", "Lead officer"),
        ("", ""),
    ],
)
def test_names_of_fields_are_put_in_words(heading: str, words: str) -> None:
    assert in_words(heading) == words


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("action_title", Column.PLEDGE),
        ("pledge_text", Column.PLEDGE),
        ("lead_dept", Column.OWNER),
        ("supporting_orgs", Column.PARTNER),
        ("target_completion", Column.TIMESCALE),
        ("percent_complete", Column.STATUS),
        ("latest_update", Column.PROGRESS),
        ("action_id", Column.REFERENCE),
        ("last_edited", Column.OTHER),
        ("cost_band", Column.OTHER),
    ],
)
def test_fields_of_open_data_are_understood(heading: str, role: Column) -> None:
    assert role_of(heading, KNOWN) is role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Who leads", Column.OWNER),
        ("Looked after by", Column.OWNER),
        ("Implementing agency", Column.OWNER),
        ("Sign of success", Column.MEASURE),
        ("How we'll know", Column.MEASURE),
        ("Ready by", Column.TIMESCALE),
        ("Where it stands", Column.STATUS),
        ("What the force has done since", Column.PROGRESS),
        ("What we're doing about it", Column.PLEDGE),
        ("Manifesto point", Column.PLEDGE),
        ("Telephone", Column.UNKNOWN),
    ],
)
def test_headings_in_plain_speech_are_understood(heading: str, role: Column) -> None:
    assert role_of(heading, KNOWN) is role
