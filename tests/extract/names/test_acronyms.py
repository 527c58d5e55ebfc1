"""An acronym is known by the words that explain it, in the text's own parentheses."""

from __future__ import annotations

import pytest

from graph.extract.names.acronyms import initials, is_acronym, pairs, stands_for

EXPLAINED = {
    "words first": ("The Integrated Transport Board (ITB) met.", [("ITB", "Integrated Transport Board")]),
    "the acronym first": ("The ITB (Integrated Transport Board) met.", [("ITB", "Integrated Transport Board")]),
    "small words": ("The Department for Transport (DfT) met.", [("DfT", "Department for Transport")]),
    "small words left out": (
        "The Office of the Harbour Commissioner (OHC) met.",
        [("OHC", "Office of the Harbour Commissioner")],
    ),
    "a word in capitals": ("The UK Harbour Safety Agency (UKHSA) met.", [("UKHSA", "UK Harbour Safety Agency")]),
    "an ampersand": ("It is Research & Development (R&D) work.", [("R&D", "Research & Development")]),
    "a plural": ("The Independent Transport Boards (ITBs) met.", [("ITB", "Independent Transport Boards")]),
    "quotation marks": ("The Integrated Transport Board (“the ITB”) met.", [("ITB", "Integrated Transport Board")]),
    "broken over a line": ("The Integrated\nTransport Board (ITB) met.", [("ITB", "Integrated Transport Board")]),
    "small letters": ("The integrated transport board (ITB) met.", [("ITB", "integrated transport board")]),
    "no more words than needed": (
        "Our new Integrated Transport Board (ITB) met.",
        [("ITB", "Integrated Transport Board")],
    ),
}
NOT_EXPLAINED = {
    "other letters": "The Integrated Care Board (ITB) met.",
    "a year": "The Integrated Transport Board (2024) met.",
    "a remark": "The Integrated Transport Board (which met) agreed.",
    "one letter": "Plan (P) is open.",
    "nothing before": "(ITB) met.",
    "a word": "The Harbour Plan (Draft) is open.",
}


@pytest.mark.parametrize(("text", "expected"), EXPLAINED.values(), ids=EXPLAINED)
def test_an_acronym_is_explained(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.short, one.words) for one in pairs(text)] == expected
    for one in pairs(text):
        assert " ".join(text[one.start : one.end].split()) == one.words


@pytest.mark.parametrize("text", NOT_EXPLAINED.values(), ids=NOT_EXPLAINED)
def test_nothing_is_explained(text: str) -> None:
    assert list(pairs(text)) == []


@pytest.mark.parametrize("word", ["ITB", "DfT", "R&D", "HMRC", "NHS", "UKHSA"])
def test_these_are_acronyms(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["", "A", "Plan", "McBride", "Harbour Trust", "plan", "2024", "INTERNATIONALISATION"])
def test_these_are_not(word: str) -> None:
    assert not is_acronym(word)


def test_initials_skip_small_words() -> None:
    assert initials("Office of the Harbour Commissioner") == "OHC"
    assert initials("") == ""


def test_no_important_word_may_be_left_out() -> None:
    assert stands_for("HC", "Harbour Commissioner")
    assert not stands_for("HC", "Harbour Safety Commissioner")


def test_many_small_words_are_no_trouble() -> None:
    words = "and of the for " * 40 + "Board"
    assert list(pairs(f"The {words} (ITB) met.")) == []
