"""The pages of a server in a real browser: nothing that axe finds wrong, narrow or wide, light or dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from graph.identifiers import DEFAULT_BASE
from graph.serve.app import HEADERS
from graph.serve.tasks import TASKS
from graph.show.site.listings import LISTS as KNOWN
from graph.show.site.rendering import style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route

    from graph.store import Store

pytestmark = pytest.mark.browser

ROOT = "http://localhost:8000/"
POLICY = next(value.decode() for name, value in HEADERS if name == b"content-security-policy")
KINDS = ("sl:Commitment", "sl:Programme", "sl:Strategy", "sl:Document", "sl:Link", "sl:Theme")
PAGES = {
    "/": "home",
    "/queries": "queries",
    "/ontology": "ontology",
    "/void": "dataset",
    "/method": "method",
    "/accessibility": "accessibility",
}
# Of the lists of pledges, which are made alike, a long one, one of a finding, one that is empty, and the odd one.
LISTS = (
    *("pledges", "not-reported", "low-confidence", "progress-without-pledge"),
    *(name for name, listed in KNOWN.items() if not listed.is_of_pledges),
)


class Pages:
    """Answers a browser with what the tasks of a server make of one store; all else has no way out."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.elsewhere: list[str] = []

    def __call__(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if not route.request.url.startswith(ROOT):
            self.elsewhere.append(route.request.url)
            route.abort()
        elif address.path == "/assets/site.css":
            route.fulfill(body=style(), content_type="text/css")
        else:
            answered = TASKS[self.task(address.path)["task"]](self.store, self.task(address.path, address.query))
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
            route.fulfill(status=answered.status, body=answered.body, headers=headers)

    @staticmethod
    def task(path: str, query: str = "") -> dict[str, Any]:
        asked: dict[str, Any] = {"root": ROOT, "path": path, "form": "html", "page": 1}
        if path.startswith("/id/"):
            return asked | {"task": "resource", "rest": path.removeprefix("/id/")}
        if path.startswith("/lists/"):
            return asked | {"task": "listing", "name": path.removeprefix("/lists/")}
        if path.startswith("/queries/"):
            return asked | {"task": "query", "name": path.removeprefix("/queries/"), "values": parse_qsl(query)}
        return asked | {"task": PAGES[path]}


@pytest.fixture(scope="module")
def pages(devon: Store) -> Pages:
    return Pages(devon)


@pytest.fixture(scope="module")
def paths(devon: Store) -> list[str]:
    things = []
    for kind in KINDS:
        (row,) = devon.select(f"SELECT (MIN(STR(?one)) AS ?iri) WHERE {{ ?one a {kind} }}")
        things.append("/id/" + row["iri"].value.removeprefix(DEFAULT_BASE))
    queries = ["/queries/pledges-by-owner?name=e", "/queries/links-below-confidence?below=much"]
    listed = [f"/lists/{name}" for name in (*LISTS, "nothing")]
    return [*PAGES, *listed, *queries, *things, "/id/vocabulary", "/id/nothing"]


@pytest.fixture
def context(chromium: Browser, pages: Pages) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    made.route("**/*", pages)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(
    chromium: Browser, pages: Pages, paths: list[str], scheme: Literal["light", "dark"], width: int
) -> None:
    viewport = {"width": width, "height": 900}
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    context.route("**/*", pages)
    found = {}
    page = context.new_page()
    for path in paths:
        page.goto(ROOT.rstrip("/") + path)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), path
        found[path] = [one["id"] for one in Axe().run(page).response["violations"]]
    context.close()
    assert found == {path: [] for path in paths}


def test_the_policy_stops_nothing_that_a_page_needs(page: Page, pages: Pages, paths: list[str]) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in paths:
        page.goto(ROOT.rstrip("/") + path)
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # the style sheet is in use
    assert [one for one in said if "status of 40" not in one] == []
    assert pages.elsewhere == []


def test_the_first_key_leads_past_the_navigation(page: Page) -> None:
    page.goto(ROOT)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_has_the_focus_shows_it(page: Page) -> None:
    page.goto(ROOT)
    for _ in range(4):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert float(width.removesuffix("px")) >= 2


def test_a_reader_goes_from_home_to_a_pledge_and_its_owner(page: Page) -> None:
    page.goto(ROOT)
    page.get_by_role("link", name=re.compile("2022 to 2024")).first.click()
    page.get_by_role("link", name="Fostering").first.click()
    page.get_by_role("row").filter(has_text="Achieved").get_by_role("link").first.click()
    assert page.locator(".kind").inner_text() == "Pledge"
    assert "Achieved" in page.locator(".answer").inner_text()


def test_a_councillor_goes_from_a_figure_to_the_pledges_behind_it(page: Page) -> None:
    page.goto(ROOT)
    page.get_by_role("link", name="Covered only by a blanket claim").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Pledges: covered only by a blanket claim"
    page.get_by_role("rowheader").first.get_by_role("link").click()
    assert page.locator(".kind").inner_text() == "Pledge"


def test_a_whole_tile_can_be_pressed_and_shows_that_it_has_the_focus(page: Page) -> None:
    page.goto(ROOT)
    tile = page.locator('.tile[data-status="NotReported"]')
    tile.locator("a").focus()
    outline = "getComputedStyle(document.activeElement, '::after').outlineWidth"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert float(page.evaluate(outline).removesuffix("px")) >= 2
    tile.click()  # wherever it is pressed
    assert page.url == ROOT + "lists/not-reported"


def test_a_chart_opens_its_table_by_keyboard(page: Page) -> None:
    page.goto(ROOT)
    page.locator("figure.chart summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("figure.chart table").first.is_visible()


def test_each_part_of_a_bar_has_its_colour(page: Page) -> None:
    page.goto(ROOT)
    fills = page.locator("svg.whole rect").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert len(set(fills)) == len(fills) > 1


@pytest.mark.parametrize("width", [320, 1280])
def test_a_list_of_pledges_is_a_table_to_a_screen_reader_on_any_screen(
    chromium: Browser, pages: Pages, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.route("**/*", pages)
    page = context.new_page()
    page.goto(ROOT + "lists/pledges")
    assert page.get_by_role("columnheader").all_inner_texts()
    row = page.get_by_role("row").nth(1)
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").count() == 3
    context.close()


def test_targets_are_large_enough(page: Page, paths: list[str]) -> None:
    targets = "nav a, .tile a, .bars a, .lists a, .tree a, .pledges th a, summary, button"
    small = """targets => [...document.querySelectorAll(targets)]
        .filter(one => one.checkVisibility()).map(one => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.height < 23.5 || box.width < 23.5).map(([text]) => text)"""
    for path in paths:
        page.goto(ROOT.rstrip("/") + path)
        assert page.evaluate(small, targets) == [], path


def test_a_query_is_asked_with_its_form(page: Page) -> None:
    page.goto(ROOT + "queries/pledges-by-owner")
    page.get_by_label("Name").fill("steps")
    page.get_by_role("button", name="Show").click()
    assert "name=steps" in page.url
    assert page.get_by_label("Name").input_value() == "steps"
    assert page.locator("tbody tr").count() >= 1
