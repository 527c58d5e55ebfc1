"""Labels that run into their text, as the bold words of a PDF do once their weight is lost."""

from __future__ import annotations

import pytest

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

KNOWN = Known.of({})
RECORDS = (
    ("We will open a night shelter.", "The shelter opened in May with 22 beds.", "Housing Manager"),
    ("Plant 3,000 street trees.", "By March 3,120 trees had been planted.", "Parks Superintendent"),
    ("Every ward is to have a nurse.", "Nine of eleven wards have one.", "Chief Nurse"),
    ("Publish each contract online.", "Contracts were published from 2023.", "Head of Procurement"),
)
Found = list[tuple[str, list[str], list[str]]]


def told(record: str) -> Found:
    text = "How the charter ended\n\n" + "\n\n".join(
        record.format(number, *said).replace(" / ", "\n\n") for number, said in enumerate(RECORDS, start=1)
    )
    return [
        (pledge.span.text, [span.text for _, span in pledge.beside], [one.span.text for one in section.progress])
        for section in sections(blocks(text), KNOWN)
        for pledge in section.pledges
    ]


@pytest.mark.parametrize(
    "record",
    [
        "Electoral vow {1} / How it ended {2} / In charge: {3}",
        "Charter vow A{0} {1} / How it ended {2} / In charge: {3}",
        "Vow: {1} / Cabinet’s word on it — {2} / Held by: {3}. Set for: 2027.",
        "The Court asks. {1} / The Board answers. {2} / Unit. {3}",
        "Point on the agenda {0} / Found in session {2} / Programme text {1} / Rapporteur {3}",
    ],
)
def test_labels_with_nothing_between_them_and_their_text_are_found(record: str) -> None:
    found = [(pledge, [owners[0].rstrip(".")], done) for pledge, owners, done in told(record)]
    assert found == [(pledge, [owner], [done]) for pledge, done, owner in RECORDS]


def test_the_pledges_may_be_bold_lines_with_one_such_label_below() -> None:
    found = told("**{1}** / Answer of the college. {2}")
    assert found == [(pledge, [], [done]) for pledge, done, _ in RECORDS]


@pytest.mark.parametrize(
    "record",
    [
        "Councillor Smith {2} / Councillor Jones {2}",  # a title before names
        "In May {2} / In June {2}",
        "Strand A. {1} / Agreed. {2}",
    ],
)
def test_names_and_openings_of_sentences_are_no_labels(record: str) -> None:
    assert told(record) == []
