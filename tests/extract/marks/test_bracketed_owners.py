"""Bare brackets at the ends of items name owners where most items have them; elsewhere they explain."""

from __future__ import annotations

import pytest

from graph.blocks import Span
from graph.extract.items import RawPledge, RawSection
from graph.extract.marks.bracketed_owners import with_owners_in_brackets

OTHERS = ("Mend the gate (Clerk)", "Mow the green (Clerk)")


def read(*texts: str) -> list[tuple[str, list[str]]]:
    section = RawSection((), [RawPledge(Span(text, 0, len(text), 1)) for text in texts])
    (found,) = with_owners_in_brackets([section])
    return [(pledge.span.text, [one.text for _, one in pledge.beside]) for pledge in found.pledges]


def test_names_in_brackets_are_owners() -> None:
    assert read("Open a hub (Cllr Dunn)", *OTHERS)[0] == ("Open a hub", ["Cllr Dunn"])


def test_sums_are_left_out_and_times_are_kept() -> None:
    assert read("Open a hub (Estates; £4m; March 2026)", *OTHERS)[0] == ("Open a hub", ["Estates", "March 2026"])


@pytest.mark.parametrize(
    "text",
    ["Open a hub (subject to funding)", "Open a Family Advice Centre (FAC)", "Plant trees (2,000)", "Open a hub"],
)
def test_brackets_that_explain_stay_in_their_pledge(text: str) -> None:
    assert read(text, *OTHERS, "Paint the hall (Clerk)")[0] == (text, [])


def test_a_few_brackets_among_many_pledges_name_nobody() -> None:
    texts = ("Open a hub (Estates)", "Mend the gate", "Mow the green", "Paint the hall")
    assert read(*texts) == [(text, []) for text in texts]
    assert with_owners_in_brackets([]) == []
