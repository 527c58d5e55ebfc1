"""Plans that mark one or two of their pledges in brackets."""

from __future__ import annotations

import pytest

from extract.truths import KNOWN
from graph.blocks import Span
from graph.extract.items import RawAnswer, RawPledge, RawSection
from graph.extract.marks.few_marks import with_marks


def told(*texts: str) -> list[tuple[str, str]]:
    """Each pledge with what brackets within it say of it."""
    pledges = [RawPledge(Span(text, 100 * place, 100 * place + len(text), 1)) for place, text in enumerate(texts)]
    (section,) = with_marks([RawSection((), pledges)], KNOWN)
    words = {number: one.status for one in section.progress for number in one.answers}
    return [
        (pledge.span.text, f"{word.word}: {word.status}" if (word := words.get(number)) else "")
        for number, pledge in enumerate(section.pledges)
    ]


def test_brackets_at_the_end_leave_the_pledge() -> None:
    assert told("Install batteries [Achieved in May 2022]", "Plant trees") == [
        ("Install batteries", "Achieved in May 2022: Achieved"),
        ("Plant trees", ""),
    ]


def test_brackets_within_a_pledge_stay_in_it() -> None:
    text = "Publish a roadmap (completed May 2022), which suppliers follow"
    assert told(text) == [(text, "completed May 2022: Achieved")]


def test_a_part_that_is_done_is_not_all() -> None:
    assert told("Teach skills (phase one completed March 2022)")[0][1].endswith("InProgress")


@pytest.mark.parametrize(
    "said", ["ongoing", "from 2025", "new", "green", "subject to funding", "the hub", "published in Welsh by the trust"]
)
def test_other_brackets_say_no_status(said: str) -> None:
    text = f"Visit schools ({said}) each year"
    assert told(text) == [(text, "")]


def test_a_plan_that_reports_elsewhere_is_left_as_it_is() -> None:
    pledge = RawPledge(Span("Open a hub (done)", 0, 17, 1))
    section = RawSection((), [pledge], [RawAnswer(pledge.span, (0,))])
    assert with_marks([section], KNOWN) == [section]


def test_nothing_gives_nothing() -> None:
    assert with_marks([], KNOWN) == []
