"""Sentences end at full stops that end sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.sentences import sentences, whole_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All is done. More follows.", ["All is done.", "More follows."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("The hub is open; the pier is not.", ["The hub is open;", "the pier is not."]),
        ("We offer help, e.g. Advice. It is free.", ["We offer help, e.g. Advice.", "It is free."]),
        ("Dr. Smith and Ms. Jones came. They left.", ["Dr. Smith and Ms. Jones came.", "They left."]),
        ("We chose plan b. All is done.", ["We chose plan b.", "All is done."]),
        ("We met tenants, owners etc. All else is done.", ["We met tenants, owners etc.", "All else is done."]),
        ("The answer was no. We went on.", ["The answer was no.", "We went on."]),
        ("We held meeting no. 12.", ["We held meeting no. 12."]),
        ("The U.S. Team came.", ["The U.S. Team came."]),
        ("It rose by 3.5 per cent. 40 homes were built.", ["It rose by 3.5 per cent.", "40 homes were built."]),
        ("It is ‘good.’ “Very good.” So.", ["It is ‘good.’", "“Very good.”", "So."]),
        ("It costs money. £12 million is set aside.", ["It costs money.", "£12 million is set aside."]),
        ("Costs rose (see p. 4). We paid.", ["Costs rose (see p. 4).", "We paid."]),
        ("Wrapped\nover. Lines\n", ["Wrapped\nover.", "Lines"]),
        ("no full stop", ["no full stop"]),
        ("See www.example.org for more.", ["See www.example.org for more."]),
        (" ", []),
    ],
)
def test_a_text_has_these_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet="aB. ;?!\n”", max_size=40))
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We will build homes; and flats; we will plant trees. All is well.",
            ["We will build homes; and flats;", "we will plant trees.", "All is well."],
        ),
        (
            "Schools are free to choose; we will pay. All is well.",
            ["Schools are free to choose; we will pay.", "All is well."],
        ),
    ],
)
def test_a_semicolon_parts_only_what_stands_alone(text: str, expected: list[str]) -> None:
    found = [text[start:end] for start, end in whole_sentences(text, lambda piece: "we will" in piece.lower())]
    assert found == expected
