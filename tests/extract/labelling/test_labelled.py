"""A key that says what the labels stand for has no labels of its own."""

from __future__ import annotations

import pytest

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

KNOWN = Known.of({})
RECORDS = (
    ("Light the quay.", "All lamps were lit by May.", "Delivered"),
    ("Count its boats.", "38 boats have been counted.", "Partly"),
    ("Pave the yard.", "No work was done.", "Not delivered"),
)
TEXT = "".join(
    f"Promise: {act}\n\nAnswer: {said}\n\nVerdict: {word}\n\nIn charge: Head of Works\n\n"
    for act, said, word in RECORDS
)
KEYS = (
    "How to read it:   Promise   is the sentence of 2022.   Answer   is ours.   Verdict   is one of two.\n\n",
    "Promise: the sentence of the agenda\n\nAnswer: what we say of it\n\nVerdict: delivered, partly or not\n\n",
    "Promise – what the agenda says. Answer – what we did. Verdict – delivered or not.\n\n",
)


def read(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        (
            [one.span.text for one in section.pledges],
            [one.span.text for one in section.progress],
            [one.status.word for one in section.progress if one.status],
        )
        for section in sections(blocks(text, KNOWN.is_label), KNOWN)
    ]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("where", ["{key}{text}", "{text}Notes\n\n{key}"])
def test_a_key_above_or_below_the_records_is_none_of_them(key: str, where: str) -> None:
    assert read(where.format(key=key, text=TEXT)) == [([act], [said], [word]) for act, said, word in RECORDS]


def test_records_whose_texts_all_start_small_are_read() -> None:
    assert [pledges for pledges, *_ in read(TEXT.lower())] == [[act.lower()] for act, *_ in RECORDS]


def test_one_answer_that_starts_small_stays_an_answer() -> None:
    assert read(TEXT.replace("All lamps were", "all lamps were"))[0][1] == ["all lamps were lit by May."]
