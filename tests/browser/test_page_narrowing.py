"""Searching, filtering, folding: what a reader does to see less of the graph page, and what the page then says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.graph_page import FOSTER, Opened, filters, option_beginning, options, rows, search, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


def test_enter_narrows_to_what_the_search_fits(shown: Page) -> None:
    search(shown, "FOSTER carers")
    shown.get_by_text("words like").wait_for()
    assert 0 < rows(shown) < 57
    assert FOSTER in options(shown), "the statement about it holds both words"
    search(shown, "zzzz qqqq")
    shown.locator("#nothing", has_text="zzzz").wait_for()
    assert options(shown) == []
    assert rows(shown) == 0
    assert "Shown: none of 57 pledges." in told(shown)
    assert "try fewer or other words" in told(shown)
    assert not shown.locator("#viewport").is_visible(), "words, and no empty boxes"
    assert not shown.locator("#list").is_visible()
    shown.get_by_role("button", name="Show everything").click()
    assert rows(shown) == 57
    assert told(shown).strip() == "Shown: all 57 pledges and 57 other things."


def test_a_misspelt_search_narrows_to_what_is_nearly_the_same(shown: Page) -> None:
    search(shown, "recruitmnet")
    shown.get_by_text("words like").wait_for()
    assert FOSTER in options(shown)


def test_filter_by_class(shown: Page) -> None:
    before = options(shown)
    filters(shown, "classes", "Commitment").uncheck()
    after = options(shown)
    assert len(before) - len(after) == 57
    assert FOSTER not in after
    assert "without pledges" in told(shown)
    assert rows(shown) == 57, "the table is of pledges, whichever shapes the graph shows"


def test_filter_by_status_takes_away_what_only_those_pledges_lead_to(shown: Page) -> None:
    for value in ("Achieved", "InProgress", "NotReported"):
        filters(shown, "statuses", value).uncheck()
    assert rows(shown) == 1
    assert "Shown: 1 of 57 pledges and 3 other things." in told(shown)
    assert "status outstanding" in told(shown)
    left = options(shown)
    assert "Develop options with IFA providers for disabled children." in left
    assert "Independent fostering agencies" in left
    assert "Steps" not in left


def test_each_filter_says_how_many_and_does_what_it_says(shown: Page) -> None:
    for select in ("theme", "owner", "scope", "least", "finding"):
        choices = shown.locator(f"#{select} option").all()
        for choice in choices[1:4]:
            text, value = choice.text_content() or "", choice.get_attribute("value")
            promised = int(text.rsplit("(", 1)[1].rstrip(")"))
            shown.locator(f"#{select}").select_option(value)
            assert rows(shown) == promised, text
            assert "Filtered by" in told(shown)
            shown.get_by_role("button", name="Show everything").click()
    assert rows(shown) == 57


def test_filters_work_together_and_the_counts_follow(shown: Page) -> None:
    none = option_beginning(shown, "owner", "No owner is named")
    shown.locator("#owner").select_option(none)
    unowned = rows(shown)
    filters(shown, "statuses", "NotReported").uncheck()
    assert 0 < rows(shown) < unowned
    count = shown.locator("label", has=filters(shown, "statuses", "NotReported")).locator(".count").inner_text()
    assert rows(shown) + int(count) == unowned


def test_a_scope_takes_away_links_of_other_scopes(shown: Page) -> None:
    shown.locator("#scope").select_option("blanket")
    assert "only in a sentence about several pledges" in told(shown)
    assert 0 < rows(shown) < 57
    shown.locator("#scope").select_option("direct")
    shown.get_by_role("option", name=FOSTER).wait_for()


def test_a_tile_and_an_owner_narrow_the_page(shown: Page) -> None:
    shown.locator(".tiles").get_by_role("link", name="Outstanding").click()
    shown.get_by_text("Shown: 1 of 57").wait_for()
    shown.locator(".owners").get_by_role("link", name="Steps").click()
    shown.get_by_text("owned now by “Steps”").wait_for()
    assert rows(shown) == 2
    shown.locator(".asking").get_by_role("link", name="No owner named").click()
    shown.get_by_text("Filtered by: “No owner named”").wait_for()
    shown.go_back()
    shown.get_by_text("owned now by “Steps”").wait_for()


def test_all_themes_fold_and_one_opens(shown: Page) -> None:
    everything = options(shown)
    shown.get_by_role("button", name="Collapse all").click()
    assert "All 12 themes are closed" in told(shown)
    assert options(shown) == everything, "the list holds what is folded too"
    shown.locator("#list").get_by_role("option", name="Finding a place called home › Fostering").click()
    assert "11 of 12 themes are closed" in told(shown)
    shown.get_by_role("button", name="Fold it up").click()
    assert "All 12 themes are closed" in told(shown)
    shown.get_by_role("button", name="Open it").click()
    shown.get_by_role("button", name="Expand all").click()
    assert "closed" not in told(shown)


def test_what_is_chosen_opens_its_theme(shown: Page) -> None:
    shown.get_by_role("button", name="Collapse all").click()
    shown.get_by_role("option", name=FOSTER).click()
    assert "11 of 12 themes are closed" in told(shown)


@pytest.mark.parametrize(("extent", "many"), [("1", 4), ("path", 4)])
def test_a_neighbourhood_is_shown_alone(shown: Page, extent: str, many: int) -> None:
    shown.get_by_role("option", name=FOSTER).click()
    shown.get_by_label("How much to show round it").select_option(extent)
    assert len(options(shown)) == many, "the pledge, its theme, its statement and its owner"
    shown.get_by_role("button", name="Close").click()
    assert len(options(shown)) == 114


def test_two_steps_are_more_than_one_and_less_than_all(shown: Page) -> None:
    shown.get_by_role("option", name=FOSTER).click()
    shown.get_by_label("How much to show round it").select_option("2")
    assert 4 < len(options(shown)) < 60


def test_what_the_filters_leave_out_can_still_be_read_and_shown(shown: Page) -> None:
    filters(shown, "statuses", "InProgress").uncheck()
    shown.locator("#search").focus()
    shown.keyboard.type("targeted recr")
    shown.locator("#hints [role=option]").first.click()
    assert "The filters leave this out." in shown.locator("#panel").inner_text()
    shown.get_by_role("button", name="Show it", exact=True).click()
    assert FOSTER in options(shown)


def test_a_large_page_opens_folded_and_is_narrowed(large: Opened) -> None:
    page = large.page
    assert page.evaluate("document.querySelector('script[data-encoding=gzip]') === null"), "unpacked and taken away"
    assert "Shown: all 2,508 pledges and" in told(page)
    assert "themes are closed" in told(page)
    assert rows(page) == 100
    page.get_by_role("button", name="Show 100 more").click()
    assert rows(page) == 200
    page.locator("#owner").select_option(option_beginning(page, "owner", "Steps"))
    assert "Shown: 2 of 2,508 pledges and" in told(page)
    assert rows(page) == 2
    search(page, "targeted recruitment")
    page.get_by_text("words like").wait_for()
    assert rows(page) <= 2
    page.get_by_role("button", name="Show everything").click()
    page.get_by_role("button", name="Expand all").click()
    assert "closed" not in told(page)
