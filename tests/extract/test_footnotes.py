"""Footnotes are no part of the text, and a sentence that they interrupt goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.footnotes import GAP, pieces, without_footnotes
from graph.read.text import blocks


def read(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in without_footnotes(blocks(text))]


@pytest.mark.parametrize(
    "note",
    [
        "¹ Budget of 2019",
        "12 Budget of 2019, page 4",
        "[^1]: Budget of 2019",
        "[3] Budget of 2019",
        "¹ One\n\n² Another",
    ],
)
def test_a_sentence_goes_on_after_the_notes_that_break_it(note: str) -> None:
    text = f"Many know the county for its coast;\n\n{note}\n\nparts of it are poor. We will act.\n"
    assert read(text) == ["Many know the county for its coast; parts of it are poor. We will act."]


def test_a_note_between_whole_paragraphs_is_left_out() -> None:
    assert read("All is well.\n\n¹ Budget of 2019\n\nWe will act.\n") == ["All is well.", "We will act."]


@pytest.mark.parametrize(
    "text",
    [
        "All is well.\n\n12 homes were built.\n\nWe will act.\n",
        "There are\n\n12 Homes for all\n\nWe will act.\n",
        "- one bullet\n\nparts of it are poor\n",
    ],
)
def test_what_breaks_no_sentence_stays(text: str) -> None:
    assert read(text) == [" ".join(block.text.split()) for block in blocks(text)]


def test_the_line_of_what_follows_a_note_is_kept() -> None:
    (block,) = without_footnotes(blocks("We will open a hub in the\n\n¹ Note\n\nnorth of the city.\n"))
    assert block.text[: block.text.index("north")].count("\n") == 4


def test_a_stretch_is_parted_at_the_gap() -> None:
    text = "We will open a hub in the\n\n¹ Note\n\nnorth of the city."
    (block,) = without_footnotes(blocks(text))
    found = [text[start:end] for start, end in pieces(block.text, 0, len(block.text))]
    assert found == ["We will open a hub in the", "north of the city."]


def test_a_stretch_without_a_gap_is_whole() -> None:
    assert list(pieces("  All is well. ", 0, 15)) == [(2, 14)]
    assert list(pieces(f" {GAP} ", 0, 3)) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["We will", "¹ Note", "open", "\n\n", "1 Note", "hubs.", "\n", "[^1]: Note", "- "]), max_size=20
    )
)
def test_blocks_stay_as_long_as_what_they_were_read_from(words: list[str]) -> None:
    for block in without_footnotes(blocks(" ".join(words))):
        assert len(block.text) == block.end - block.start
