"""The search page in a real browser, opened from a disk: no server, no network, and the policy in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.watching import Watch
from graph.publish.links import SEARCH, STYLE, FolderLinks
from graph.publish.paths import paths
from graph.show.site import search
from graph.show.site.rendering import style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from graph.store import Store

pytestmark = pytest.mark.browser


def written(store: Store, folder: Path) -> str:
    """The address of a search page that is written into a folder with all that it loads."""
    links = FolderLinks(paths(store), SEARCH, None)
    files = {f"assets/{name}": content for name, content in search.scripts().items()}
    files |= {f"assets/{search.INDEX}": search.index(store, links), STYLE: style().encode()}
    for path, content in (files | {SEARCH: search.search_page(links)}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return (folder / SEARCH).as_uri()


@pytest.fixture(scope="module")
def address(devon: Store, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(devon, tmp_path_factory.mktemp("search"))


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    watch = Watch(context, address.rpartition("/")[0])
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()
    assert watch.wrong == []


def ask(page: Page, text: str) -> str:
    """Ask by the keyboard, and give what the page says of the results."""
    page.get_by_role("combobox", name="Look for").fill(text)
    page.keyboard.press("Enter")
    return told(page, text)


def told(page: Page, text: str) -> str:
    """What the live region says once a question is answered."""
    page.locator("#found", has_text=f"“{text}”").wait_for()
    return page.locator("#found[role=status]").inner_text()


def results(page: Page) -> list[str]:
    return page.locator("#results li").all_inner_texts()


def test_a_reader_finds_a_pledge_and_sees_why(page: Page) -> None:
    assert "results for" in ask(page, "foster carers")
    first = page.locator("#results li").first
    assert [one.lower() for one in first.locator("a mark").all_inner_texts()] == ["foster", "carers"]
    assert "Pledge" in first.inner_text()
    assert first.locator(".status").count() == 1
    assert "›" in first.inner_text()  # the theme, below its strategy


def test_a_suggestion_is_a_thing_and_leads_to_its_page(page: Page) -> None:
    field = page.get_by_role("combobox", name="Look for")
    field.focus()
    page.keyboard.type("thera")
    page.get_by_role("option").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option").first
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert chosen.get_attribute("aria-selected") == "true"
    assert "therap" in chosen.locator("mark").first.inner_text().lower()
    assert chosen.locator(".what").inner_text()  # what kind of thing it is
    with page.expect_request("**/id/**"):  # which is not written here
        page.keyboard.press("Enter")


def test_enter_asks_what_was_typed_while_no_suggestion_is_chosen(page: Page) -> None:
    field = page.get_by_role("combobox", name="Look for")
    field.focus()
    page.keyboard.type("thera")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    assert told(page, "thera")
    assert field.get_attribute("aria-expanded") == "false"
    assert len(results(page)) > 0


def test_words_that_say_nothing_count_only_where_there_are_no_others(page: Page) -> None:
    ask(page, "foster carers")
    without = results(page)
    ask(page, "the foster carers of")
    assert results(page) == without
    assert "result" in ask(page, "the")


def test_the_way_back_to_a_page_that_asks_nothing_empties_it(page: Page) -> None:
    ask(page, "foster carers")
    page.go_back()
    page.locator("#results:empty").wait_for(state="attached")
    assert page.locator("#found").inner_text() == ""
    assert page.get_by_role("combobox", name="Look for").input_value() == ""
    page.go_forward()
    assert told(page, "foster carers")


def test_a_keyboard_comes_to_the_search_at_once(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the search"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "q"


def test_escape_closes_the_suggestions_and_leaves_the_words(page: Page) -> None:
    field = page.get_by_role("combobox", name="Look for")
    field.focus()
    page.keyboard.type("thera")
    page.get_by_role("listbox", name="Suggestions").wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox", name="Suggestions").count() == 0
    assert field.input_value() == "thera"


def test_kind_and_status_narrow_what_was_found(page: Page) -> None:
    ask(page, "care")
    everything = len(results(page))
    page.get_by_label("Kind").select_option("Programme")
    page.locator("#found", has_text=" of ").wait_for()
    assert 0 < len(results(page)) < everything
    assert all("Programme" in one for one in results(page))
    page.get_by_label("Kind").select_option("Pledge")
    page.get_by_label("Status of the pledge").select_option("Achieved")
    page.locator("#results .status[data-status=Achieved]").first.wait_for()
    assert all("Achieved" in one for one in results(page))


def test_the_address_holds_the_question_and_restores_it(page: Page, address: str) -> None:
    ask(page, "foster carers")
    page.get_by_label("Kind").select_option("Pledge")
    page.locator("#found", has_text=" of ").wait_for()
    before, shared = results(page), page.url
    ask(page, "education")
    page.go_back()
    told(page, "foster carers")
    assert results(page) == before
    page.goto("about:blank")
    page.goto(shared)
    told(page, "foster carers")
    assert results(page) == before
    assert page.get_by_label("Kind").input_value() == "Pledge"
    page.goto(f"{address}?q=education")  # as a form on another page sends it
    assert told(page, "education")


@pytest.mark.parametrize("nonsense", ["#", "#q=%", "#q=&kind=Nothing", "#status=x&q=care&kind=%00", "#main", "?q"])
def test_an_address_with_nonsense_does_no_harm(page: Page, address: str, nonsense: str) -> None:
    page.goto("about:blank")
    page.goto(address + nonsense)
    page.locator("html[data-ready]").wait_for(state="attached")
    assert "result" in ask(page, "foster carers")


def test_a_slip_of_the_pen_finds_the_word_and_an_odd_word_finds_nothing(page: Page) -> None:
    assert "result" in ask(page, "theraputic")
    assert "Nothing is found" in ask(page, "xylophonistically")
    assert results(page) == []


def test_words_that_nothing_has_together_are_said_to_be_apart(page: Page) -> None:
    assert "these have some" in ask(page, "therapeutic xylophonistically")


def test_more_results_come_twenty_at_a_time_and_take_the_focus_along(page: Page) -> None:
    ask(page, "children")
    assert len(results(page)) == 20
    page.get_by_role("button", name="more of").press("Enter")
    assert len(results(page)) > 20
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#results li')[20]")


def test_a_packed_index_is_searched_as_well(
    chromium: Browser, devon: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "LARGE", 1000)
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(written(devon, tmp_path) + "#q=foster+carers")
    assert "results" in told(page, "foster carers")
    context.close()


def test_a_missing_index_is_said_and_the_lists_stay(chromium: Browser, devon: Store, tmp_path: Path) -> None:
    address = written(devon, tmp_path)
    (tmp_path / "assets" / search.INDEX).unlink()
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(address + "#q=care")
    page.locator("#found", has_text="missing or damaged").wait_for()
    assert page.get_by_role("link", name="Pledges").last.is_visible()
    context.close()


def test_without_scripts_it_leads_to_the_lists(chromium: Browser, address: str) -> None:
    context = chromium.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.get_by_text("needs JavaScript").is_visible()
    assert not page.locator("#q").is_visible()
    assert page.get_by_role("link", name="Organisations").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(chromium: Browser, address: str, scheme: Literal["light", "dark"], width: int) -> None:
    viewport: Any = {"width": width, "height": 900}
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, offline=True, bypass_csp=True)
    page = context.new_page()
    page.goto(address + "#q=foster+carers")
    told(page, "foster carers")
    page.get_by_role("combobox", name="Look for").fill("thera")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    found = [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]
    small = "(all) => all.filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 24).length"
    assert page.locator("main a, main button, main input, main select, [role=option]").evaluate_all(small) == 0
    context.close()
    assert found == []
