"""A report in prose is read for what it says was done, and for nothing else."""

from __future__ import annotations

import pytest

from graph.extract.counts import is_count
from graph.extract.items import RawAnswer, RawSection
from graph.extract.known import Known
from graph.extract.layouts.reports import counted, sections
from graph.read.text import blocks

KNOWN = Known.of({})


def read(text: str) -> list[tuple[tuple[str, ...], list[str]]]:
    found = sections(blocks(text, KNOWN.is_label), KNOWN)
    return [(section.heading, [" ".join(one.span.text.split()) for one in section.progress]) for section in found]


def said(text: str) -> list[str]:
    """What a report under one heading says was done."""
    return [statement for _, statements in read(f"# Harbours\n\n{text}\n") for statement in statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "We launched two hubs in May.",
        "The policy has been reviewed by the board.",
        "The centre was opened by the mayor.",
        "Nine schools have joined the scheme.",
        "Waiting times fell to nine days.",
        "Visitor numbers reached 71,300 this year.",
        "The new ward is now open to patients.",
        "The hub now serves nine schools in the district.",
        "Work on the pier is under way.",
        "We are building forty homes at the quay.",
        "Recruitment remains difficult in the islands.",
        "The forum meets every month in the town hall.",
        "92% of calls are answered in time.",
        "We have not been able to agree a rate.",
        "GSA issued guidance to all agencies.",
        "Launched a scholarship for forty students.",
        "We have agreed how the fund will be spent.",
    ],
)
def test_what_was_done_or_is_so_now_is_a_statement(sentence: str) -> None:
    assert said(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "We will open two more hubs next year.",
        "The council plans to recruit five wardens.",
        "The second hub is due to open in May.",
        "Every child should have a safe home to go to.",
        "Once the lease has been signed, we will open the hub.",
        "We will support residents who have lost their homes.",
        "We are looking forward to the year to come.",
        "Yet there remains much more to do.",
        "We are proud of what our teams have done.",
        "I want to thank everyone who has helped us.",
        "This report sets out what has been done.",
        "Our people have always been our greatest strength.",
        "Data is the fuel of the modern economy.",
        "Open now.",
    ],
)
def test_what_is_only_planned_hoped_or_proclaimed_is_none(sentence: str) -> None:
    assert said(sentence) == []


def test_each_sentence_of_a_paragraph_is_a_statement_with_what_carries_it_on() -> None:
    text = (
        "The careers hub opened in May. It now serves nine schools. We recruited 74 advisers. We will recruit more."
        " Fares were frozen; none has risen since."
    )
    assert said(text) == [
        "The careers hub opened in May. It now serves nine schools.",
        "We recruited 74 advisers.",
        "Fares were frozen; none has risen since.",
    ]


def test_a_bullet_is_one_statement_without_what_it_only_plans() -> None:
    text = "- We opened a hub. Nine schools use it. We will open more next year.\n- We plan to recruit five wardens."
    assert said(text) == ["We opened a hub. Nine schools use it."]


def test_bullets_say_what_their_lead_in_says() -> None:
    done = "Over the past year, the Trust has:\n- A new ward for the elderly.\n- Two lifts in the east wing.\n"
    ahead = "Next year we will:\n- A new ward for the elderly.\n- Two lifts in the east wing.\n"
    assert said(done) == ["A new ward for the elderly.", "Two lifts in the east wing."]
    assert said(ahead) == []


def test_a_lead_in_that_reports_is_a_statement_too() -> None:
    text = "We have begun to unlock data in three fields. This includes:\n- The tide tables of the northern ports.\n"
    assert said(text) == [
        "We have begun to unlock data in three fields. This includes:",
        "The tide tables of the northern ports.",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Foreword", "Foreword by the Mayor", "From the Chair", "Contact us", "Glossary", "About this report"],
)
def test_forewords_and_contact_details_are_left_out(heading: str) -> None:
    text = f"{heading}\nWe opened two hubs in the north of the county.\n\nHarbours\nWe mended the pier in May.\n"
    assert read(text) == [(("Harbours",), ["We mended the pier in May."])]


@pytest.mark.parametrize("heading", ["Next steps", "Looking ahead", "What’s next?", "Priorities for 2026/27"])
def test_what_lies_ahead_is_left_out_but_for_what_was_done_already(heading: str) -> None:
    text = (
        f"{heading}\nThree new hubs in the north of the county.\nThe lease has been signed.\nWe will mend the pier.\n"
    )
    assert read(text) == [((heading,), ["The lease has been signed."])]


def test_under_a_heading_of_achievements_every_line_is_one() -> None:
    assert read("# Key achievements\n\n- A new ward for the elderly.\n- We will open more.\n") == [
        (("Key achievements",), ["A new ward for the elderly."])
    ]


def test_a_count_of_pledges_is_a_statement_of_its_own_even_in_a_foreword() -> None:
    text = "# Foreword\n\nWe have listened to you all. We have met 38 of the 50 actions. We opened two hubs.\n"
    assert read(text) == [(("Foreword",), ["We have met 38 of the 50 actions."])]
    bullet = "- The hub was opened. We have met 38 of the 50 actions. The pier was mended."
    assert said(bullet) == ["The hub was opened.", "We have met 38 of the 50 actions.", "The pier was mended."]


def test_lines_at_the_head_of_every_page_and_tables_of_contents_are_no_statements() -> None:
    text = (
        "Contents\nHarbours have been mended 4\nSchools were opened ____ 7\n\n"
        "Skills report has been made\nWe mended the pier.\n"
        "Skills report has been made\nWe opened two hubs.\n"
        "Skills report has been made\n"
    )
    assert [one for _, statements in read(text) for one in statements] == ["We mended the pier.", "We opened two hubs."]


def test_a_paragraph_broken_after_a_long_line_is_one() -> None:
    text = (
        "Harbours\n\n"
        "In the course of the year the harbour was dredged with the help of the Royal\n"
        "Engineers, and the light on the mole was mended.\n"
    )
    assert [statements for _, statements in read(text)] == [
        [
            "In the course of the year the harbour was dredged with the help of the Royal Engineers, and the light on"
            " the mole was mended."
        ]
    ]


def test_spans_are_stretches_of_the_text() -> None:
    text = (
        "# Harbours\n\nWe mended **the pier**. It is [open](https://example.org) now.\n\n- Nine boats were\n  bought.\n"
    )
    found = sections(blocks(text, KNOWN.is_label), KNOWN)
    for one in (answer.span for section in found for answer in section.progress):
        assert len(text[one.start : one.end]) == len(one.text)
        assert text[one.start : one.end].startswith(one.text[:9])
        assert text.count("\n", 0, one.start) + 1 == one.line


@pytest.mark.parametrize("text", ["", "\n\n", "# Heading\n", "- \n", "1. \n", "::::", "\u2028" * 5])
def test_empty_and_strange_texts_say_nothing(text: str) -> None:
    assert read(text) == []


def test_counts_are_found_beside_what_another_layout_holds() -> None:
    text = "# Foreword\n\nWe have met 38 of the 50 actions.\n\n# Homes\n\nWe have met 3 of the 4 actions.\n"
    read_blocks = blocks(text, KNOWN.is_label)
    every = counted(read_blocks, KNOWN, [])
    assert [one.span.text for section in every for one in section.progress] == [
        "We have met 38 of the 50 actions.",
        "We have met 3 of the 4 actions.",
    ]
    held = [RawSection(("Homes",), progress=[RawAnswer(every[1].progress[0].span)])]
    assert [section.heading for section in counted(read_blocks, KNOWN, held)] == [("Foreword",)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three in four commitments have been delivered.", False),
        ("Three in four of our commitments have been delivered.", True),
        ("38/50 actions complete", True),
        ("In 2024/25 actions were taken.", False),
        ("Six targets for waiting times were met.", False),
        ("Half of the measures taken were medical.", False),
    ],
)
def test_what_counts_pledges(sentence: str, *, expected: bool) -> None:
    assert is_count(sentence) is expected
