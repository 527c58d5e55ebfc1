"""A document's own key is found wherever it stands, and only where it is one."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.extract.known import Known
from graph.extract.marks.legend import legend_of
from graph.values import Status

KNOWN = Known.of({})
BLUE_DONE = {"blue": "Achieved", "green": "InProgress", "amber": "InProgress", "red": "Outstanding"}


def colours(text: str) -> dict[str, str]:
    """The colours that a text explains, letters left out."""
    words = legend_of(markdown(text), KNOWN).words
    return {word: str(status) for word, status in words.items() if len(word) > 1 and word not in ("ar", "ag")}


@pytest.mark.parametrize(
    "text",
    [
        "Key: Blue = complete, Green = on track, Amber = at risk, Red = not started",
        "Blue – completed; Green – on track; Amber – some slippage, still in progress; Red – overdue.",
        "Key\n\n- Blue: complete\n- Green: on track\n- Amber: minor delays\n- Red: off track\n",
        "B = complete, G = on track, A = delayed, R = not started",
        "RAG key: complete (blue), on track (green), at risk (amber), overdue (red)",
        "🔵 = complete 🟢 = on track 🟠 = under way 🔴 = not begun",
        "| Rating | Meaning |\n|---|---|\n| Blue | Action completed |\n| Green | Action is on track |\n"
        "| Amber | Minor delays |\n| Red | Action has not been started |\n",
        "| Blue | Complete | Green | On track | Amber | At risk | Red | Overdue |\n",
        "Blue means that the action has been completed.\n\nActions rated green are on track.\n\n"
        "Amber: in progress.\n\nRed: not started.\n",
    ],
)
def test_keys_of_several_kinds_are_found(text: str) -> None:
    assert colours(text) == BLUE_DONE


def test_letters_follow_their_colours() -> None:
    assert legend_of(markdown("Key: Green = on track, Blue = complete"), KNOWN).words["g"] is Status.IN_PROGRESS


@pytest.mark.parametrize(
    "text",
    [
        "Green spaces are important. The red line is ready.",
        "The amber light is broken.",
        "- Green: open a hub in town\n- Red: paint the doors\n",
        "| Action | RAG |\n|---|---|\n| Open a hub | Green |\n",
        "| Green | Open a hub in the north of the town |\n",
        "",
    ],
)
def test_other_texts_explain_nothing(text: str) -> None:
    assert colours(text) == {}


def test_words_that_explain_nothing_leave_a_colour_as_it_is() -> None:
    assert colours("Key: Green = see the note, Red = not started") == {"red": "Outstanding"}


@pytest.mark.parametrize(
    "used", ["| Blue |\n| Green |\n", "- Open a hub – Blue\n- Fit lifts – Green\n", "| B |\n| G |\n"]
)
def test_beside_blue_green_is_not_yet_done(used: str) -> None:
    assert colours(used) == {"green": "InProgress"}


def test_a_key_counts_before_that_rule() -> None:
    text = "Key: Blue = started, Green = complete\n\n| Blue |\n| Green |\n"
    assert colours(text) == {"blue": "InProgress", "green": "Achieved"}


@pytest.mark.parametrize(
    ("text", "mark", "status"),
    [
        ("† denotes partially complete", "†", Status.IN_PROGRESS),
        ("* denotes partially complete", "*", Status.IN_PROGRESS),
        ("¹ Delivered after the period ended", "¹", Status.ACHIEVED),
        ("‡ = not started", "‡", Status.OUTSTANDING),
    ],
)
def test_footnotes_say_what_their_marks_mean(text: str, mark: str, status: Status) -> None:
    assert legend_of(markdown(text), KNOWN).marks == {mark: status}


def test_a_footnote_about_something_else_is_none() -> None:
    assert legend_of(markdown("† The number of agencies that told us."), KNOWN).marks == {}


def test_what_explains_is_no_pledge() -> None:
    blocks = markdown("Key\n\n- Green – on track\n- Red – not started\n\nOpen a hub – Green\n")
    legend = legend_of(blocks, KNOWN)
    assert [block.text for block in blocks if block.start not in legend.explains] == ["Open a hub – Green"]


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n|---|---|\n| Amber | Blue |\n",
        "| A | Open a hub |\n|---|---|\n| B | Completed in May |\n| C | Not started |\n",
        "| R | A | G |\n|---|---|---|\n| 1 | 2 | 3 |\n",
    ],
)
def test_letters_that_stand_for_no_colours_are_no_key(text: str) -> None:
    assert legend_of(markdown(text), KNOWN).words == {}


def test_letters_of_all_colours_are_a_key() -> None:
    text = "| R | Not started |\n|---|---|\n| A | Under way |\n| G | On track |\n| B | Complete |\n"
    assert colours(text) == BLUE_DONE


def test_a_key_gives_signs_a_meaning_in_words() -> None:
    words = legend_of(markdown("**Key:** ✅ done  🔄 in hand  ❌ dropped or refused  ⏳ waiting to begin"), KNOWN).words
    assert {word: str(status) for word, status in words.items()} == {
        "✅": "Achieved",
        "🔄": "InProgress",
        "❌": "Outstanding",
        "⏳": "Outstanding",
    }
