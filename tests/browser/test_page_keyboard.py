"""The graph page by keyboard: the focus never gets lost, and a screen reader hears what the arrow keys choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.graph_page import FOSTER, choose, filters, options, search, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """The id of what has the focus, or else its words."""
    found: str = page.evaluate("document.activeElement.id || document.activeElement.textContent")
    return found


def press(page: Page, role: str, name: str, inside: str = "body") -> None:
    """Press something by keyboard."""
    page.locator(inside).get_by_role(role, name=name, exact=True).first.press("Enter")  # type: ignore[arg-type]


def test_the_first_stop_leads_to_the_search(shown: Page) -> None:
    shown.keyboard.press("Tab")
    assert focused(shown) == "Skip to the search"
    shown.keyboard.press("Enter")
    assert focused(shown) == "search"
    shown.keyboard.type("carers")
    shown.keyboard.press("Enter")
    shown.get_by_text("words like").wait_for()
    assert "search=carers" in shown.url


def test_a_button_of_the_panel_keeps_the_focus_though_the_panel_is_drawn_anew(shown: Page) -> None:
    choose(shown, "Finding a place called home › Fostering")
    press(shown, "button", "Fold it up", "#panel")
    assert focused(shown) == "Open it"
    shown.keyboard.press("Enter")
    assert focused(shown) == "Fold it up"
    press(shown, "button", "Only this theme", "#panel")
    assert focused(shown) == "Only this theme"
    assert shown.locator("#panel [aria-pressed=true]").count() == 1
    shown.locator("#extent").focus()
    shown.keyboard.press("ArrowDown")
    assert focused(shown) == "extent"
    assert "Shown alone: “Finding a place called home › Fostering” with what is one step away." in told(shown)


def test_a_button_says_what_it_does_in_its_label_or_in_its_state_and_never_in_both(shown: Page) -> None:
    choose(shown, "Finding a place called home › Fostering")
    assert shown.get_by_role("button", name="Fold it up").get_attribute("aria-expanded") is None
    shown.get_by_label("Explore freely").check()
    assert shown.get_by_role("button", name="Let it move").get_attribute("aria-pressed") is None


def test_where_the_pressed_button_goes_away_the_panel_has_the_focus(shown: Page) -> None:
    choose(shown, FOSTER)
    filters(shown, "statuses", "InProgress").uncheck()
    press(shown, "button", "Show it", "#panel")
    assert focused(shown) == "panel"
    assert FOSTER in options(shown)


def test_taking_all_filters_away_leads_to_the_words_that_say_so(shown: Page) -> None:
    filters(shown, "statuses", "InProgress").uncheck()
    press(shown, "button", "Show everything")
    assert focused(shown) == "state"
    assert "Shown: all 57 pledges" in told(shown)


@pytest.mark.parametrize(
    ("inside", "name"), [(".tiles", "◐ In progress"), (".owners", "Steps"), (".asking", "Not reported on")]
)
def test_a_link_of_the_summary_takes_the_focus_to_what_it_shows(shown: Page, inside: str, name: str) -> None:
    shown.locator(inside).get_by_role("link", name=name.split(" ", 1)[-1] if "◐" in name else name).press("Enter")
    shown.locator("#filtered", has_text="Filtered by").wait_for()
    assert focused(shown) == "state"
    assert shown.locator("#state").evaluate("(one) => one.getBoundingClientRect().top < innerHeight")


def test_a_link_of_the_table_and_one_of_the_panel_take_the_focus_to_the_panel(shown: Page) -> None:
    shown.locator("tbody").get_by_role("link", name=FOSTER).press("Enter")
    shown.locator("#panel h3", has_text=FOSTER).wait_for()
    assert focused(shown) == "panel"
    shown.locator("#panel").get_by_role("link", name="A Place Called Home").first.press("Enter")
    shown.locator("#panel h3", has_text="A Place Called Home").wait_for()
    assert focused(shown) == "panel"


def test_arrow_keys_in_the_graph_are_heard_and_leave_one_way_back(shown: Page) -> None:
    choose(shown, FOSTER)
    before = shown.evaluate("history.length")
    shown.locator("#viewport").focus()
    for _ in range(2):
        shown.keyboard.press("ArrowRight")
    shown.locator("#heard", has_text="Programme: ").wait_for(state="attached")
    shown.keyboard.press("ArrowLeft")
    shown.keyboard.press("ArrowLeft")
    shown.locator("#heard", has_text="Pledge: ").wait_for(state="attached")
    assert shown.locator("#heard").get_attribute("role") == "status"
    assert shown.evaluate("history.length") == before
    assert "chosen=" in shown.url


def test_letters_lead_to_what_begins_with_them(shown: Page) -> None:
    shown.locator("#list").focus()
    current = shown.locator("#list .current .verbatim")
    shown.keyboard.type("carry out t")
    assert current.text_content() == FOSTER
    shown.wait_for_timeout(900)
    shown.keyboard.press("s")
    first = current.text_content() or ""
    shown.wait_for_timeout(900)
    shown.keyboard.press("s")
    second = current.text_content() or ""
    assert first[0].lower() == second[0].lower() == "s"
    assert first != second


def test_field_and_filter_agree_after_a_suggestion_is_taken(shown: Page) -> None:
    search(shown, "carers")
    shown.get_by_text("words like").wait_for()
    shown.locator("#search").fill("targeted recr")
    shown.locator("#hints [role=option]").first.wait_for()
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")
    shown.locator("#panel h3", has_text=FOSTER).wait_for()
    assert shown.locator("#search").input_value() == "carers"
    assert "words like “carers”" in told(shown)
    press(shown, "button", "Show everything")
    assert shown.locator("#search").input_value() == ""


def test_escape_outside_of_graph_list_and_panel_leaves_the_choice_alone(shown: Page) -> None:
    choose(shown, FOSTER)
    shown.locator("#theme").focus()
    shown.keyboard.press("Escape")
    assert shown.locator("#panel h3").inner_text() == FOSTER
    assert focused(shown) == "theme"
