"""The graph page for everyone: axe, narrow screens, targets, contrast of light and dark, motion only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.graph_page import FOSTER, WIDTHS, Opened, choose

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser

LOOKS = {"flow": "Where did they go", "free": "Explore freely"}
SMALL = """() => [...document.querySelectorAll(
    'button, input, select, summary, .choice, [role=option], #panel a, header a')]
    .filter((one) => one.checkVisibility() && !one.closest('.choice input') && !one.closest('.tile, .skip'))
    .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.height && (box.height < 24 || box.width < 24)).map(([name]) => name)"""


def check(page: Page, width: int) -> None:
    """Nothing for axe to find, nothing wider than the window, nothing too small to hit."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [name for name in page.evaluate(SMALL) if name] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["few", "generations"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, page_files: dict[str, Path], scheme: str, width: int, name: str
) -> None:
    opened = Opened(chromium, page_files[name], viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme)
    page = opened.page
    page.locator("details.filters").evaluate("(details) => { details.open = true }")
    for look in LOOKS.values():
        page.get_by_label(look).check()
        check(page, width)
        page.get_by_role("button", name="Collapse all").click()
        choose(page, FOSTER if name == "few" else "1.1 Open a ferry stop at Low Quay.")
        check(page, width)
        page.locator("#panel").get_by_role("button", name="Close").click()
        page.get_by_role("button", name="Expand all").click()
    page.locator("#search").fill("re")
    page.locator("#hints [role=option]").first.wait_for()
    check(page, width)
    page.get_by_role("button", name="Copy a link to this view").click()
    check(page, width)
    assert opened.errors == []
    opened.context.close()


@pytest.mark.parametrize("name", ["nasty", "empty", "large"])
def test_nothing_sticks_out_of_other_pages(chromium: Browser, page_files: dict[str, Path], name: str) -> None:
    opened = Opened(chromium, page_files[name], viewport={"width": 320, "height": 640})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320
    opened.context.close()


@pytest.mark.parametrize("look", LOOKS.values())
def test_the_canvas_follows_light_and_dark(chromium: Browser, page_files: dict[str, Path], look: str) -> None:
    opened = Opened(chromium, page_files["few"], color_scheme="light")
    opened.page.get_by_label(look).check()
    canvas = opened.page.locator("#viewport canvas")
    light = canvas.evaluate("(canvas) => canvas.toDataURL()")
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(150)
    assert canvas.evaluate("(canvas) => canvas.toDataURL()") != light
    opened.context.close()


def test_nothing_moves_before_it_is_asked_to_and_it_stops_when_told(
    chromium: Browser, page_files: dict[str, Path]
) -> None:
    opened = Opened(chromium, page_files["few"], reduced_motion="no-preference")
    page = opened.page
    picture = "document.querySelector('#viewport canvas').toDataURL()"
    assert not page.get_by_role("button", name="Let it move").is_visible(), "the flow never moves"
    page.get_by_label(LOOKS["free"]).check()
    page.wait_for_timeout(300)
    still = page.evaluate(picture)
    page.wait_for_timeout(300)
    assert page.evaluate(picture) == still
    page.get_by_role("button", name="Let it move").click()
    page.wait_for_timeout(600)
    assert page.evaluate(picture) != still
    page.get_by_role("button", name="Stop moving").click()
    page.wait_for_timeout(150)
    stopped = page.evaluate(picture)
    page.wait_for_timeout(300)
    assert page.evaluate(picture) == stopped
    choose(page, FOSTER)
    page.locator("#panel").get_by_role("button", name="Close").click()
    page.wait_for_timeout(150)
    assert page.evaluate(picture) == stopped, "what has moved stays where it is until it is put back"
    page.get_by_role("button", name="Put it back").click()
    page.wait_for_timeout(150)
    assert page.get_by_role("button", name="Let it move").get_attribute("aria-pressed") is None, "its label says it"
    assert not page.get_by_role("button", name="Put it back").is_visible()
    assert opened.errors == []
    opened.context.close()


def test_what_a_search_leaves_and_what_is_saved_is_said_to_a_screen_reader(shown: Page) -> None:
    for region in ("#shown", "#said", "#hinted"):
        assert shown.locator(region).get_attribute("role") == "status"
    shown.locator("#search").fill("carers")
    shown.keyboard.press("Enter")
    shown.get_by_text("words like").wait_for()
    assert "of 57 pledges" in (shown.locator("#said").text_content() or "")


def test_no_drag_is_needed_to_see_the_whole_graph(shown: Page) -> None:
    shown.locator("#viewport").focus()
    shown.get_by_role("button", name="Larger").click()
    shown.locator("#viewport").focus()
    place = "document.getElementById('viewport').scrollTop"
    before = shown.evaluate(place)
    shown.keyboard.press("PageDown")
    shown.wait_for_timeout(500)
    assert shown.evaluate(place) > before
