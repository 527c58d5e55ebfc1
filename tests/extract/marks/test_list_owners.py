"""Lines above a list say who owns its items, and by when; lines below it, and those of reports, do not."""

from __future__ import annotations

from extract.markdown_rows import markdown
from extract.truths import KNOWN
from graph.extract.marks.list_owners import said_above_lists


def said(text: str) -> list[tuple[str, list[str]]]:
    """Each bullet with what is said of it above its list."""
    blocks = markdown(text)
    found = said_above_lists(blocks, KNOWN)
    return [
        (block.text, [one.text for _, one in found.get(place, ())])
        for place, block in enumerate(blocks)
        if block.marker
    ]


def test_a_line_holds_for_the_list_below_it() -> None:
    assert said("## Homes\n\nLead: Estates\n\n- Open a hub\n") == [("Open a hub", ["Estates"])]


def test_a_paragraph_may_stand_above_the_line() -> None:
    assert said("## Homes\n\nRents have risen.\n\nLead: Estates\n\n- Open a hub\n") == [("Open a hub", ["Estates"])]


def test_it_holds_below_narrower_headings_and_not_below_the_next_one() -> None:
    text = "## Homes\n\nLead: Estates\n\n### Milestones\n\n- Open a hub\n\n## Parks\n\n- Mow the lawn\n"
    assert said(text) == [("Open a hub", ["Estates"]), ("Mow the lawn", [])]


def test_a_later_line_takes_the_place_of_an_earlier_one() -> None:
    text = "## Homes\n\nLead: Estates\n\n- Open a hub\n\nLead: Finance\n\n- Sell the hall\n"
    assert said(text) == [("Open a hub", ["Estates"]), ("Sell the hall", ["Finance"])]


def test_a_line_below_a_list_says_nothing_of_the_next_one() -> None:
    text = "## Homes\n\n- Open a hub\n\nLead: Estates\n\n- Sell the hall\n"
    assert said(text) == [("Open a hub", []), ("Sell the hall", [])]


def test_a_line_that_reports_is_no_owner() -> None:
    assert said("## Homes\n\nLead: Estates. Progress: slow.\n\n- Open a hub\n") == [("Open a hub", [])]
    assert said("") == []
