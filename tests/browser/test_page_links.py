"""Links to a view of the graph page: they restore all of it in another window, and nonsense does no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from show.samples import devon

from browser.graph_page import FOSTER, Opened, choose, filters, option_beginning, options, rows, search, told

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser

# Everything that a reader can see of the view.
VIEW = """() => ({
  look: document.querySelector("[name=look]:checked").value,
  search: document.getElementById("search").value,
  choices: [...document.querySelectorAll("#filters select")].map((select) => select.value),
  boxes: [...document.querySelectorAll("#filters input")].map((box) => box.checked),
  told: document.querySelector(".state").innerText,
  options: [...document.querySelectorAll("#list [role=option]")].map((option) => option.textContent),
  chosen: document.querySelector("#panel h3")?.textContent,
  extent: document.getElementById("extent")?.value,
  world: [document.getElementById("world").clientWidth, document.getElementById("world").clientHeight],
  at: ["scrollLeft", "scrollTop"].map((side) => Math.round(document.getElementById("viewport")[side] / 4)),
})"""


def seen(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(VIEW)
    return found


def link(page: Page) -> str:
    page.get_by_role("button", name="Copy a link to this view").click()
    return page.get_by_label("Link to this view").input_value()


@pytest.mark.parametrize("look", ["Where did they go", "Explore freely"])
def test_a_link_restores_exactly_this_view_in_another_window(
    chromium: Browser, opened: Opened, page_files: dict[str, Path], look: str
) -> None:
    page = opened.page
    page.get_by_label(look).check()
    search(page, "carers")
    page.get_by_text("words like").wait_for()
    filters(page, "statuses", "NotReported").uncheck()
    filters(page, "classes", "Outcome").uncheck()
    page.locator("#least").select_option("0.6")
    page.get_by_role("button", name="Collapse all").click()
    page.get_by_role("option", name=FOSTER).click()
    page.get_by_label("How much to show round it").select_option("path")
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Larger").click()
    page.locator("#viewport").evaluate("(viewport) => viewport.scrollTo({left: 60, top: 40, behavior: 'instant'})")
    page.wait_for_timeout(50)
    before, address = seen(page), link(page)
    assert address.startswith(opened.address + "#")
    other = Opened(chromium, page_files["devon"], "#" + address.split("#")[1], viewport={"width": 1280, "height": 900})
    assert seen(other.page) == before
    assert other.errors == []
    other.context.close()


def test_a_link_restores_theme_owner_scope_and_a_few_folded(
    chromium: Browser, opened: Opened, page_files: dict[str, Path]
) -> None:
    page = opened.page
    page.locator("#theme").select_option(option_beginning(page, "theme", "Finding a place called home › Fostering"))
    page.locator("#scope").select_option("direct")
    page.locator("#owner").select_option(option_beginning(page, "owner", "A Place Called Home"))
    page.locator("#list").get_by_role("option", name="Finding a place called home › Fostering").click()
    page.get_by_role("button", name="Fold it up").click()
    before, address = seen(page), link(page)
    assert "1 of 1 theme is closed" in told(page)
    other = Opened(chromium, page_files["devon"], "#" + address.split("#")[1], viewport={"width": 1280, "height": 900})
    assert seen(other.page) == before
    other.context.close()


def test_the_address_itself_restores_all_but_the_place(opened: Opened) -> None:
    page = opened.page
    filters(page, "statuses", "InProgress").uncheck()
    page.locator("#list [role=option]").nth(2).click()
    fragment, before = page.evaluate("location.hash"), seen(page)
    opened.go(fragment)
    after = seen(page)
    for key in ("boxes", "told", "options", "chosen"):
        assert after[key] == before[key]


def test_the_address_of_a_pledge_chooses_it_as_it_always_did(opened: Opened) -> None:
    iri = next(c["iri"] for c in devon()[0] if c["text"] == FOSTER)
    opened.go("#" + quote(iri, safe=""))
    assert opened.page.locator("#panel h3").inner_text() == FOSTER
    assert opened.page.locator("#list [aria-selected=true]").count() == 1
    opened.go("#" + iri)
    assert opened.page.locator("#panel h3").inner_text() == FOSTER


def test_back_goes_back_to_what_was_chosen_before(shown: Page) -> None:
    choose(shown, FOSTER)
    choose(shown, "Steps")
    shown.go_back()
    shown.locator("#panel").get_by_role("heading", name=FOSTER).wait_for()
    shown.go_back()
    shown.get_by_text("Choose anything").wait_for()


@pytest.mark.parametrize(
    "fragment",
    [
        "#%E0%A4%A",
        "#nothing",
        "#__proto__",
        "#%",
        "#look=sideways&statuses=Nonsense&theme=__proto__&owner=%00&scope=constructor&least=NaN&chosen=toString",
        "#folded=%3Cscript%3E all all&at=Infinity 1 2&alone=99",
        "#at=-1 nan 7&search=" + "x" * 5000,
        "#=&=&&&==",
    ],
)
def test_an_address_that_means_nothing_does_no_harm(opened: Opened, fragment: str) -> None:
    opened.go(fragment)
    assert "Choose anything" in opened.page.locator("#panel").inner_text()
    clear = opened.page.get_by_role("button", name="Show everything")
    if clear.is_visible():
        clear.click()
    assert len(options(opened.page)) == 114


def test_what_a_link_asks_for_in_vain_is_said_and_the_rest_is_shown(opened: Opened) -> None:
    opened.go("#theme=nonsense&statuses=Achieved&colour=blue")
    assert "was left out: the theme “nonsense”, colour “blue”." in told(opened.page)
    assert "Filtered by: status achieved." in told(opened.page)
    assert opened.page.evaluate("location.hash") == "#statuses=Achieved", "the address says what is shown"
    opened.go("#theme=nonsense")
    assert len(options(opened.page)) == 114
    opened.page.locator("#list [role=option]").first.click()
    assert "nonsense" not in told(opened.page)


def test_a_part_of_the_page_takes_no_filter_out_of_the_address(opened: Opened) -> None:
    page = opened.page
    filters(page, "statuses", "InProgress").uncheck()
    address, before = page.url, seen(page)
    page.get_by_role("link", name="Skip to the table").press("Enter")
    assert page.evaluate("document.activeElement.id") == "everything"
    assert page.url == address
    page.evaluate("location.hash = 'unanswered'")
    page.wait_for_function("location.hash.includes('statuses')")
    assert seen(page) == before


def test_each_finding_of_the_summary_shows_what_it_counts(opened: Opened) -> None:
    page = opened.page
    for finding in page.locator(".asking li").all():
        number, of = finding.locator(".count").inner_text().split()
        finding.get_by_role("link").click()
        title = finding.get_by_role("link").inner_text()
        page.locator("#filtered", has_text=title).wait_for()
        found = rows(page) if of.startswith("pledge") else len(options(page))
        assert found >= int(number) if of.startswith("statement") else found == int(number), title
        shared, before = page.evaluate("location.hash"), seen(page)
        opened.go(shared)
        assert seen(page)["options"] == before["options"]


def test_on_a_disk_a_copied_link_says_how_to_use_it(shown: Page) -> None:
    link(shown)
    shown.locator("#said", has_text="send the file too").wait_for()


def test_without_scripts_nothing_pretends_to_work(chromium: Browser, page_files: dict[str, Path]) -> None:
    context = chromium.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(page_files["devon"].as_uri())
    assert page.locator("noscript .notice").is_visible()
    assert not page.locator(".workspace").is_visible()
    assert [one.inner_text() for one in page.get_by_role("link").all()] == ["Skip to the table"]
    assert page.locator("tbody tr").count() == 57
    context.close()
