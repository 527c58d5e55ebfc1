"""The graph page in a browser without a network: it opens, asks for nothing, and is worked by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from show.samples import NASTY

from browser.graph_page import FOSTER, Opened, options, rows
from graph.show import words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["devon", "nasty", "empty", "large"])
def test_it_opens_from_disk_and_asks_for_nothing_else(
    chromium: Browser, page_files: dict[str, Path], name: str
) -> None:
    opened = Opened(chromium, page_files[name])
    opened.page.locator("#viewport canvas").wait_for(state="attached")
    opened.page.wait_for_timeout(100)
    asked = [url for url in opened.requests if not url.startswith(("data:", "about:"))]
    assert asked == [opened.address]
    assert opened.errors == []
    opened.context.close()


def test_the_policy_stops_a_script_that_is_not_of_the_page(opened: Opened) -> None:
    opened.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'}))"
    )
    assert opened.page.evaluate("window.hacked") is None
    assert "Content Security Policy" in opened.errors.pop()


def test_a_suggestion_is_taken_by_keyboard_and_read(shown: Page) -> None:
    shown.locator("#search").focus()
    shown.keyboard.type("targeted recr")
    shown.locator("#hints [role=option]").first.wait_for()
    shown.keyboard.press("ArrowDown")
    active = shown.locator("#search").get_attribute("aria-activedescendant")
    assert FOSTER in (shown.locator(f"#{active}").text_content() or "")
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "panel"
    panel = shown.locator("#panel").inner_text()
    for part in (
        FOSTER,
        "In progress",
        "as of 2024",
        "A Place Called Home",
        "about this pledge; high confidence 0.90",
        "linked by its wording; not yet reviewed",
        "A programme of activity to improve the recruitment and retention of internal foster carers",
        "the body says so itself",
        "sufficiency-review.txt, line ",
        "Finding a place called home › Fostering",
    ):
        assert part in panel
    shown.keyboard.press("Escape")
    assert shown.evaluate("document.activeElement.id") == "list"
    assert "#" not in shown.url
    assert "Choose anything" in shown.locator("#panel").inner_text()


def test_suggestions_forgive_a_misspelling_and_go_away(shown: Page) -> None:
    shown.locator("#search").focus()
    shown.keyboard.type("recruitmnet")
    shown.locator("#hints [role=option]").first.wait_for()
    assert "suggestion" in (shown.locator("#hinted").text_content() or "")
    shown.keyboard.press("Escape")
    assert not shown.locator("#hints").is_visible()
    assert shown.locator("#search").get_attribute("aria-expanded") == "false"


def test_arrow_keys_walk_the_list(shown: Page) -> None:
    shown.locator("#list").focus()
    current = shown.locator("#list .current .verbatim")
    names = options(shown)
    for key, at in (("ArrowDown", 1), ("End", len(names) - 1), ("ArrowUp", len(names) - 2), ("Home", 0)):
        shown.keyboard.press(key)
        assert current.text_content() == names[at]
    active = shown.locator("#list").get_attribute("aria-activedescendant")
    assert shown.locator(f"#{active} .verbatim").text_content() == names[0]
    shown.keyboard.press("Enter")
    assert shown.locator("#panel h3").inner_text() == names[0]


def test_arrow_keys_go_from_node_to_node_in_the_graph(shown: Page) -> None:
    shown.get_by_role("option", name=FOSTER).click()
    shown.locator("#viewport").focus()
    shown.keyboard.press("ArrowRight")
    assert shown.locator("#panel .class").inner_text() == "Statement"
    shown.keyboard.press("ArrowRight")
    assert shown.locator("#panel .class").inner_text() == "Programme"
    shown.keyboard.press("ArrowLeft")
    assert shown.locator("#panel .class").inner_text() in {"Statement", "Pledge"}
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "panel"


def test_zoom_works_by_buttons_and_keys(shown: Page) -> None:
    size = "document.getElementById('world').getBoundingClientRect().height"
    before = shown.evaluate(size)
    shown.get_by_role("button", name="Larger").click()
    larger = shown.evaluate(size)
    assert larger > before
    shown.locator("#viewport").focus()
    shown.keyboard.press("-")
    assert shown.evaluate(size) < larger


def test_a_card_in_the_graph_can_be_clicked(shown: Page) -> None:
    shown.locator("#viewport").evaluate("(viewport) => viewport.scrollIntoView()")
    box = shown.locator("#viewport").bounding_box()
    assert box is not None
    scale = max(0.85, min(1.15, shown.evaluate("document.getElementById('viewport').clientWidth") / 860))
    shown.mouse.click(box["x"] + 200 * scale, box["y"] + 105 * scale)
    assert shown.locator("#panel h3").inner_text() == "Review and strengthen our Early Help system."


def test_what_is_shown_of_nasty_texts_is_the_text(chromium: Browser, page_files: dict[str, Path]) -> None:
    opened = Opened(chromium, page_files["nasty"], viewport={"width": 1280, "height": 900})
    page = opened.page
    assert set(map(words.shown, NASTY.values())) <= set(options(page))
    for look in ("Explore freely", "Where did they go"):
        page.get_by_label(look).check()
        for number in range(0, len(options(page)), 3):
            page.locator("#list [role=option]").nth(number).click()
    for text in NASTY.values():
        page.locator("#search").fill(text[:40])
        page.wait_for_timeout(20)
        page.keyboard.press("Enter")
    page.mouse.move(600, 600)
    page.wait_for_timeout(200)
    assert page.locator("#panel script, #panel img, #panel a:not([href^='#']), #list img, #hints img").count() == 0
    assert page.evaluate("window.hacked") is None
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("data:", "about:", opened.address))] == []
    opened.context.close()


def test_the_tables_are_printed_and_the_graph_is_not(shown: Page) -> None:
    shown.emulate_media(media="print")
    assert not shown.locator("#viewport").is_visible()
    assert rows(shown) == 57
