"""Words by which a document rates its items and that no list knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.truths import KNOWN
from graph.extract.marks.own_marks import with_own_marks
from graph.extract.marks.status_words import NO_LEGEND
from graph.read.files import read_document
from graph.read.text import blocks

if TYPE_CHECKING:
    from pathlib import Path

ITEMS = ("Open a hub", "Mend the wall", "Train staff", "Light the lanes", "Plant oaks", "Fit lifts")


def words(form: str, *marks: str) -> dict[str, str]:
    text = "".join(form.format(item, mark) for item, mark in zip(ITEMS, marks, strict=False))
    return {word: str(status) for word, status in with_own_marks(blocks(text), KNOWN, NO_LEGEND).words.items()}


@pytest.mark.parametrize("form", ["- {0} – {1}\n", "- {0} ({1})\n", "- [{1}] {0}\n", "- {1}: {0}\n"])
def test_a_word_that_comes_back_where_others_are_statuses_is_one(form: str) -> None:
    assert words(form, "Done", "Humming along", "Done", "Humming along", "Stuck fast", "Stuck fast") == {
        "humming along": "InProgress",
        "stuck fast": "Outstanding",
    }


def test_what_has_not_been_rated_is_not_reported() -> None:
    assert words("- {} – {}\n", "Done", "Not rated", "Done", "Not rated", "Delayed") == {"not rated": "NotReported"}


@pytest.mark.parametrize(
    "marks",
    [
        ("Homes", "Roads", "Homes", "Roads", "Parks", "Parks"),  # themes: none is a status
        ("Done", "Ann", "Delayed", "Bo", "Done", "Cy"),  # each but once
        ("Lead", "Done", "Lead", "Done", "Lead", "Done"),  # a label
    ],
)
def test_other_words_that_come_back_are_no_statuses(marks: tuple[str, ...]) -> None:
    assert words("- {} – {}\n", *marks) == {}


def test_definitions_say_what_the_words_mean(tmp_path: Path) -> None:
    path = tmp_path / "promises.html"
    terms = "".join(
        f"<dt>{term}</dt><dd>{means}</dd>"
        for term, means in (
            ("In the bag", "all of it has happened"),
            ("Afloat", "it is happening, and in time"),
            ("Aground", "nothing is happening at present"),
            ("No soundings", "the clerk has not looked at it"),
            ("Delayed", "it is late"),
        )
    )
    marks = ("In the bag", "Afloat", "Aground", "No soundings", "Delayed", "In the bag", "Afloat", "Delayed", "Aground")
    items = "".join(f"<li>{item} <span>{mark}</span></li>" for item, mark in zip(ITEMS * 2, marks, strict=False))
    path.write_text(f"<h1>Promises</h1><dl>{terms}</dl><ul>{items.replace(' <span>', ' – <span>')}</ul>", "utf-8")
    read = list(read_document(path).blocks)
    legend = with_own_marks(read, KNOWN, NO_LEGEND)
    assert {word: str(legend.words[word]) for word in ("in the bag", "afloat", "aground", "no soundings")} == {
        "in the bag": "Achieved",
        "afloat": "InProgress",
        "aground": "Outstanding",
        "no soundings": "NotReported",
    }
    assert legend.explains
