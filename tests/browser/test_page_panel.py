"""The panel of the graph page: what is told of a pledge and of what it leads to, and what is uncertain about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from show.samples import owner, page_of, pledge, quote

from browser.graph_page import FOSTER, Opened, choose, filters, options, search

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


def read(page: Page, name: str) -> str:
    """Choose something in the list, and read the panel as one line."""
    choose(page, name)
    page.locator("#panel h3").wait_for()
    return " ".join(page.locator("#panel").inner_text().split())


def test_a_pledge_with_columns_tells_all_that_stands_beside_it(generations: Page) -> None:
    panel = read(generations, "1.1 Open a ferry stop")
    for part in (
        "1.1 Open a ferry stop at Low Quay.",
        "Achieved (“DONE”) as of 30 June 2024",
        "What it was over time 2023: ◐ In progress (“Amber”) Progress in 2023",
        "By when: March 2024",
        "How it is measured: 200 trips",
        "Head of Estates; Legal",
        "Coast Plan 2022 to 2025, p. 1, line 3 (new-plan.pdf)",
        "about this pledge; high confidence 0.98; set beside it in the document",
        "continues",
        "Coast Plan 2016 to 2021; fair confidence 0.80",
    ):
        assert part in panel


def test_a_reader_goes_from_a_pledge_to_the_older_one_and_back(generations: Page) -> None:
    read(generations, "1.2 Dredge")
    panel = generations.locator("#panel")
    panel.get_by_role("link", name="Deepen the inner harbour.").click()
    panel.get_by_role("heading", name="Deepen the inner harbour.").wait_for()
    assert "continued by" in panel.inner_text()
    panel.get_by_role("link", name="1.2 Dredge").click()
    panel.get_by_role("heading", name="1.2 Dredge").wait_for()


def test_shown_alone_a_pledge_keeps_its_generations_and_not_what_these_lead_to(generations: Page) -> None:
    read(generations, "Deepen the inner harbour.")
    generations.get_by_label("How much to show round it").select_option("path")
    left = set(options(generations))
    assert {"Deepen the inner harbour.", "1.2 Dredge the inner harbour."} <= left
    assert "Ferry Programme" not in left
    assert "Repair the sea wall." not in left


def test_a_filter_takes_an_older_pledge_away_though_a_newer_one_continues_it(generations: Page) -> None:
    filters(generations, "statuses", "NotAssessed").uncheck()
    assert "Deepen the inner harbour." not in options(generations)
    assert "1.2 Dredge the inner harbour." in options(generations)
    filters(generations, "statuses", "NotAssessed").check()
    filters(generations, "statuses", "InProgress").uncheck()
    assert "Deepen the inner harbour." in options(generations)
    assert "Ferry Programme" not in options(generations)


def test_the_legend_tells_of_lines_that_are_drawn_alone(generations: Page, shown: Page) -> None:
    assert "continues" in generations.locator(".lines").inner_text()
    assert "continues" not in shown.locator(".lines").inner_text()


def test_silence_is_said(shown: Page) -> None:
    search(shown, "statement of purpose")
    shown.get_by_text("words like").wait_for()
    shown.locator("#list [role=option]:visible").first.click()
    panel = shown.locator("#panel").inner_text()
    assert "Not reported" in panel
    assert "No owner is named." in panel
    assert "No statement answers this pledge." in panel
    assert "That does not tell whether anything was done." in panel


def test_a_programme_shows_its_parent_and_its_pledges(shown: Page) -> None:
    panel = shown.locator("#panel")
    assert "Part of" in read(shown, "Steps")
    panel.get_by_role("link", name="A Place Called Home").first.click()
    panel.get_by_text("Its parts").wait_for()
    assert panel.get_by_role("link", name="Carry out targeted recruitment").is_visible()
    panel.get_by_role("button", name="Only its pledges").click()
    assert "owned now by “A Place Called Home”" in shown.locator("#filtered").inner_text()
    shown.go_back()
    panel.get_by_role("heading", name="Steps").wait_for()


@pytest.fixture
def doubtful(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """One pledge with everything about it uncertain, and one that an inspector vouches for."""
    text = "All actions are being taken forward by the Hub Board and the Care Board."
    said = quote(text, 90, 4)
    weak = pledge("Open a hub", ["Hubs"], quote("Open a hub", 0, 1), "InProgress")
    weak["status"]["confidence"] = 0.4
    weak["strength"] = "Intention"
    weak["owners"] = [owner("Hub Board", "all", said), owner("Care Board", "all", said)]
    weak["evidence"] = [claim(said, "all", 0.5, "unreviewed", "SelfReported")]
    sure = pledge("Close the old hall", ["Hubs"], quote("Close the old hall", 20, 2), "Achieved")
    vouched = quote("Inspectors found the old hall closed.", 300, 9)
    sure["evidence"] = [claim(vouched, "direct", 0.95, "accepted", "ThirdParty")]
    file = tmp_path / "doubtful.html"
    file.write_text(page_of(([weak, sure], [])), encoding="utf-8")
    made = Opened(chromium, file, viewport={"width": 1280, "height": 900})
    yield made.page
    assert made.errors == []
    made.context.close()


def claim(said: Any, scope: str, confidence: float, review: str, attestation: str) -> dict[str, Any]:
    return {**said, "scope": scope, "confidence": confidence, "review": review, "attestation": attestation}


def test_what_is_uncertain_is_said_in_whole_sentences(doubtful: Page) -> None:
    panel = read(doubtful, "Open a hub")
    for part in (
        "What is uncertain",
        "no sentence is about this pledge alone",
        "The status rests on weak evidence",
        "One link has low confidence",
        "Only the body itself says so",
        "One sentence names Hub Board and Care Board together and does not say which of them holds this pledge.",
        "The document states an intention, not a firm promise.",
        "nobody has checked them yet",
    ):
        assert part in panel


def test_nothing_is_uncertain_where_an_inspector_says_so_and_a_person_has_looked(doubtful: Page) -> None:
    assert "What is uncertain" not in read(doubtful, "Close the old hall")


def test_a_chosen_statement_tells_where_it_stands_and_what_it_answers(shown: Page) -> None:
    read(shown, FOSTER)
    shown.locator("#viewport").focus()
    shown.keyboard.press("ArrowRight")
    panel = shown.locator("#panel").inner_text()
    assert "Pledges it answers" in panel
    assert "sufficiency-review.txt, line " in panel
