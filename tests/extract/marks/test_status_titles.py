"""Titles that carry a status, with their reports below them."""

from __future__ import annotations

import pytest

from extract.truths import KNOWN
from graph.extract.marks.status_titles import titles_with_status
from graph.extract.marks.status_words import NO_LEGEND
from graph.read.text import blocks

POINTS = (
    ("Gym", "NOT MET", "It was too dear."),
    ("Night bus", "DONE", "It runs."),
    ("Coach", "Partly met", "One came."),
)


def told(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Each pledge: its number, its words, its status word, its reports."""
    return [
        (
            entry.reference,
            entry.pledge.text,
            " ".join(field.span.text for field in entry.fields),
            [one.text for one in entry.reports],
        )
        for entry in titles_with_status(blocks(text), KNOWN, NO_LEGEND)
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{title} – {word}\n\n{said}\n\n",
        "{title}: {word}\n\n{said}\n\n",
        "{title} ({word})\n\n{said}\n\n",
        "{title} [{word}]\n\n{said}\n\n",
        "{title} –&nbsp; {word}\n\n{said}\n\n",
        "{title}\n\n{word}\n\n{said}\n\n",
    ],
)
def test_a_title_and_its_status_stand_on_one_line_or_on_two(form: str) -> None:
    text = "".join(form.format(title=title, word=word, said=said) for title, word, said in POINTS)
    assert told(text) == [("", title, word, [said]) for title, word, said in POINTS]


def test_numbers_are_references_and_several_paragraphs_report() -> None:
    text = "".join(
        f"{number}.{title} – {word}\n\n{said}\n\nMore was said of it at the hall.\n\n"
        for number, (title, word, said) in enumerate(POINTS, start=1)
    )
    assert told(text)[1] == ("2", "Night bus", "DONE", ["It runs.", "More was said of it at the hall."])


def test_numbered_points_below_a_title_are_pledges_with_their_own_reports() -> None:
    text = (
        "1. Parks – DONE\n\nThey are open.\n\n2. Halls – PARTLY DONE\n\n"
        "i) Loops: Loops have been fitted in two.\n\nii) Covered walks: These will be built next year.\n\n"
        "3. Roads – NOT DONE\n\nNo money was found.\n"
    )
    assert (
        told(text)[1:4]
        == [
            ("2", "Halls", "PARTLY DONE", []),
            ("i", "Loops", "", ["Loops have been fitted in two."]),
            ("ii", "Covered walks", "", ["These will be built next year."]),
        ]
        or told(text)[3][2] == "PARTLY DONE"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gym: Done\n\nIt opened.\n",
        "Status: Done\n\nIt opened.\n\nStatus: Done\n\nIt runs.\n\nStatus: Late\n\nIt waits.\n",
        "Open: Monday\n\nWe close at five.\n\nHall: Blue door\n\nRing twice.\n\nBus: Number 4\n\nIt stops here.\n",
        "Completed\n\n- A hub\n- A lane\n\nIn progress\n\n- A map\n\nNot started\n\n- A wall\n",
    ],
)
def test_other_lines_are_no_such_titles(text: str) -> None:
    assert told(text) == []
