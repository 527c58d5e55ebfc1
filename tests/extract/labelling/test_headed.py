"""Pledges that are headings, bold lines or quotations, with their replies below and no label between."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.markdown import read

KNOWN = Known.of({})
RECORDS = (
    ("We will open a night shelter", "The shelter opened in May with 22 beds."),
    ("Plant 3,000 street trees", "By March 3,120 trees had been planted."),
    ("Set up a youth council", "It was elected in 2022 and meets each month."),
    ("Publish each contract online", "Contracts were published from 2023 on."),
)
SUBJECTS = ("Housing", "Trees", "Youth", "Contracts")


def told(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (pledge.reference, pledge.span.text, [one.span.text for one in section.progress])
        for section in sections(read(Path("report.md"), text.encode()).blocks, KNOWN)
        for pledge in section.pledges
    ]


def written(record: str) -> str:
    parts = (record.format(number, *said) for number, said in enumerate(RECORDS, start=1))
    return "\n\n".join(["# Did we do it?", "Three years have passed.", *parts, "The next page comes out in June."])


@pytest.mark.parametrize("record", ["## {1}\n\n{2}", "## “{1}.”\n\n{2}", "**{1}**\n\n{2}", "“{1}.”\n\n{2}"])
def test_the_reply_is_what_stands_below(record: str) -> None:
    found = told(written(record))
    assert [(pledge.rstrip("."), done) for _, pledge, done in found] == [(pledge, [done]) for pledge, done in RECORDS]


def test_a_number_before_the_pledge_is_its_reference() -> None:
    assert [reference for reference, _, _ in told(written("## {0}. {1}\n\n{2}"))] == ["1", "2", "3", "4"]


def test_an_owner_below_the_reply_is_no_reply() -> None:
    assert [done for _, _, done in told(written("## {1}\n\n{2}\n\nMinister: Head of Homes"))] == [
        [done] for _, done in RECORDS
    ]


@pytest.mark.parametrize("record", ["## {1}\n\nWe will do so by 2027.", "## {1}\n\nThis matters to all of us."])
def test_a_plan_whose_headings_are_pledges_reports_nothing(record: str) -> None:
    assert told(written(record)) == []


def test_headings_of_subjects_are_no_pledges() -> None:
    text = "\n\n".join(f"## {subject}\n\n{done}" for subject, (_, done) in zip(SUBJECTS, RECORDS, strict=True))
    assert told(text) == []


def test_people_who_are_quoted_pledge_nothing() -> None:
    quotes = ("I phoned three times.", "The staff were kind to us.", "It was better than last year.", "I liked it.")
    text = "\n\n".join(f"“{quote}”\n\n{done}" for quote, (_, done) in zip(quotes, RECORDS, strict=True))
    assert told(text) == []


def test_an_empty_document_has_none() -> None:
    assert told("# Nothing\n") == []
