"""The page in a browser without a network: looked at, searched, filtered, and worked by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from ask.samples import brackwater, publish_graph
from show.samples import NASTY, devon, few, nasty, page_of

from graph.read.markup import plain
from graph.show.graphpage.view import view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
FOSTER = "Carry out targeted recruitment and marketing activity."
WIDTHS = {320: 640, 1280: 900}


class Opened:
    """A page opened from disk, with everything it asked for and complained of."""

    def __init__(self, browser: Browser, path: Path, **context: Any) -> None:
        self.context = browser.new_context(offline=True, reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(4000)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.address = path.as_uri()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.goto(self.address)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    records = {"devon": devon(), "few": few(), "nasty": nasty(), "empty": ([], [])}
    for name, shown in records.items():
        (folder / f"{name}.html").write_text(page_of(shown), encoding="utf-8")
    store = publish_graph(brackwater(), folder / "store")
    (folder / "generations.html").write_text(view(store), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in (*records, "generations")}


@pytest.fixture(scope="module")
def reader(chromium: Browser, files: dict[str, Path]) -> Iterator[Opened]:
    made = Opened(chromium, files["devon"], viewport={"width": 1280, "height": 900})
    yield made
    made.context.close()


@pytest.fixture
def opened(reader: Opened) -> Iterator[Opened]:
    """Devon's page, opened anew in a tab that all the tests share."""
    reader.page.emulate_media(media="screen")
    reader.page.goto("about:blank")
    reader.page.goto(reader.address)
    yield reader
    assert reader.errors == []


@pytest.fixture
def shown(opened: Opened) -> Page:
    return opened.page


@pytest.fixture
def generations(chromium: Browser, files: dict[str, Path]) -> Iterator[Page]:
    """The page of an invented body with columns, pages, two reports and two generations of one strategy."""
    made = Opened(chromium, files["generations"], viewport={"width": 1280, "height": 900})
    yield made.page
    assert made.errors == []
    made.context.close()


def options(page: Page) -> list[str]:
    return page.locator("[role=option]:visible .verbatim").all_text_contents()


def rows(page: Page) -> int:
    return page.locator("tbody tr:visible").count()


@pytest.mark.parametrize("name", ["devon", "nasty", "empty"])
def test_it_opens_from_disk_and_asks_for_nothing_else(chromium: Browser, files: dict[str, Path], name: str) -> None:
    opened = Opened(chromium, files[name])
    opened.page.locator("#viewport canvas").wait_for()
    opened.page.wait_for_timeout(100)
    assert [url for url in opened.requests if not url.startswith("data:")] == [opened.address]
    assert opened.errors == []
    opened.context.close()


def test_the_policy_stops_a_script_that_is_not_of_the_page(opened: Opened) -> None:
    opened.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'}))"
    )
    assert opened.page.evaluate("window.hacked") is None
    assert "Content Security Policy" in opened.errors.pop()


def test_search_narrows_the_list_and_the_table(shown: Page) -> None:
    shown.get_by_label("Search").fill("FOSTER carers")
    assert options(shown)
    assert all("foster" in text.lower() and "carers" in text.lower() for text in options(shown))
    assert 0 < rows(shown) < 57
    assert "of 114 shown" in shown.locator("#shown").inner_text()
    shown.get_by_label("Search").fill("no such words")
    assert options(shown) == []
    assert rows(shown) == 0


def test_filter_by_class(shown: Page) -> None:
    before = options(shown)
    shown.get_by_label("Pledges", exact=False).and_(shown.locator("[name=class]")).uncheck()
    after = options(shown)
    assert len(before) - len(after) == 57
    assert FOSTER not in after
    assert rows(shown) == 57, "the table is of pledges, whichever shapes the graph shows"


def test_filter_by_status_takes_away_what_only_those_pledges_lead_to(shown: Page) -> None:
    for word in ("Achieved", "In progress", "Not reported"):
        shown.get_by_label(word, exact=False).and_(shown.locator("[name=status]")).uncheck()
    assert rows(shown) == 1
    left = options(shown)
    assert "Develop options with IFA providers for disabled children." in left
    assert "Independent fostering agencies" in left
    assert "Steps" not in left


def test_a_pledge_is_chosen_by_keyboard_and_read(shown: Page) -> None:
    shown.get_by_label("Search").focus()
    shown.keyboard.type("targeted recruitment")
    while shown.evaluate("document.activeElement.id") != "list":
        shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "panel"
    panel = shown.locator("#panel").inner_text()
    for part in (
        FOSTER,
        "In progress",
        "as of 2024",
        "A Place Called Home",
        "about this pledge; high confidence (90%)",
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


def test_arrow_keys_walk_the_list(shown: Page) -> None:
    shown.locator("#list").focus()
    current = shown.locator("[role=option].current .verbatim")
    names = options(shown)
    for key, at in (("ArrowDown", 1), ("End", len(names) - 1), ("ArrowUp", len(names) - 2), ("Home", 0)):
        shown.keyboard.press(key)
        assert current.text_content() == names[at]
    active = shown.locator("#list").get_attribute("aria-activedescendant")
    assert shown.locator(f"#{active} .verbatim").text_content() == names[0]


def test_a_pledge_with_columns_tells_all_that_stands_beside_it(generations: Page) -> None:
    generations.get_by_role("option", name="1.1 Open a ferry stop").click()
    panel = generations.locator("#panel")
    panel.get_by_role("heading", name="1.1 Open a ferry stop at Low Quay.").wait_for()
    told = " ".join(panel.inner_text().split())
    for part in (
        "Achieved (“DONE”) as of 2024-06-30",
        "What it was over time 2023: ◐ In progress (“Amber”) tracker-2023.pdf",
        "By when: March 2024",
        "How it is measured: 200 trips",
        "Head of Estates; Legal",
        "new-plan.pdf, p. 1, line 3",
        "about this pledge; high confidence (98%); set beside it in the document",
        "continues",
        "Coast Plan 2016 to 2021; fair confidence (80%)",
    ):
        assert part in told


def test_a_reader_goes_from_a_pledge_to_the_older_one_and_back(generations: Page) -> None:
    generations.get_by_role("option", name="1.2 Dredge").click()
    panel = generations.locator("#panel")
    panel.get_by_role("link", name="Deepen the inner harbour.").click()
    panel.get_by_role("heading", name="Deepen the inner harbour.").wait_for()
    assert "continued by" in panel.inner_text()
    panel.get_by_role("link", name="1.2 Dredge").click()
    panel.get_by_role("heading", name="1.2 Dredge").wait_for()


def test_shown_alone_a_pledge_keeps_its_generations_and_not_what_these_lead_to(generations: Page) -> None:
    generations.get_by_role("option", name="Deepen the inner harbour.").click()
    generations.get_by_role("button", name="Show it alone").click()
    left = set(options(generations))
    assert {"Deepen the inner harbour.", "1.2 Dredge the inner harbour."} <= left
    assert "Ferry Programme" not in left
    assert "Repair the sea wall." not in left


def test_a_filter_takes_an_older_pledge_away_though_a_newer_one_continues_it(generations: Page) -> None:
    generations.get_by_label("Not assessed", exact=False).and_(generations.locator("[name=status]")).uncheck()
    assert "Deepen the inner harbour." not in options(generations)
    assert "1.2 Dredge the inner harbour." in options(generations)
    generations.get_by_label("Not assessed", exact=False).and_(generations.locator("[name=status]")).check()
    generations.get_by_label("In progress", exact=False).and_(generations.locator("[name=status]")).uncheck()
    assert "Deepen the inner harbour." in options(generations)
    assert "Ferry Programme" not in options(generations)


def test_the_legend_tells_of_lines_that_are_drawn_alone(generations: Page, shown: Page) -> None:
    assert "continues" in generations.locator(".lines").inner_text()
    assert "continues" not in shown.locator(".lines").inner_text()


def test_silence_is_said(shown: Page) -> None:
    shown.get_by_label("Search").fill("statement of purpose")
    shown.locator("[role=option]:visible").first.click()
    panel = shown.locator("#panel").inner_text()
    assert "Not reported" in panel
    assert "No owner is named." in panel
    assert "No statement answers this pledge." in panel


def test_a_programme_shows_its_parent_and_its_pledges(shown: Page) -> None:
    shown.locator("header").get_by_role("link", name="Steps").click()
    panel = shown.locator("#panel")
    assert "Part of" in panel.inner_text()
    panel.get_by_role("link", name="A Place Called Home").click()
    panel.get_by_text("Its parts").wait_for()
    assert panel.get_by_role("link", name="Carry out targeted recruitment").is_visible()
    shown.go_back()
    panel.get_by_role("heading", name="Steps").wait_for()


def test_the_address_restores_what_was_chosen(opened: Opened, files: dict[str, Path]) -> None:
    opened.page.get_by_role("option", name=FOSTER).click()
    opened.page.locator("#panel h3").wait_for()
    fragment = opened.page.evaluate("location.hash")
    assert unquote(fragment[1:]) == next(c["iri"] for c in devon()[0] if c["text"] == FOSTER)
    opened.page.goto("about:blank")
    opened.page.goto(files["devon"].as_uri() + fragment)
    assert opened.page.locator("#panel h3").inner_text() == FOSTER
    assert opened.page.locator("[aria-selected=true]").count() == 1


def test_an_address_that_names_nothing_does_no_harm(opened: Opened) -> None:
    opened.page.goto("about:blank")
    opened.page.goto(opened.address + "#%E0%A4%A")
    for fragment in ("#nothing", "#__proto__", "#%"):
        opened.page.evaluate("(fragment) => { location.hash = fragment }", fragment)
        assert "Choose anything" in opened.page.locator("#panel").inner_text()


def test_a_card_in_the_graph_can_be_clicked(shown: Page) -> None:
    shown.locator("#viewport").evaluate("(viewport) => viewport.scrollIntoView()")
    box = shown.locator("#viewport").bounding_box()
    assert box is not None
    scale = max(0.85, min(1.15, shown.evaluate("document.getElementById('viewport').clientWidth") / 860))
    shown.mouse.click(box["x"] + 200 * scale, box["y"] + 85 * scale)
    assert shown.locator("#panel h3").inner_text() == "Review and strengthen our Early Help system."


def test_only_what_it_touches(shown: Page) -> None:
    shown.get_by_role("option", name=FOSTER).click()
    shown.get_by_role("button", name="Show it alone").click()
    assert len(options(shown)) == 4, "the pledge, its theme, its statement and its owner"
    shown.get_by_role("button", name="Close").click()
    assert len(options(shown)) == 114


def test_what_is_shown_of_nasty_texts_is_the_text(chromium: Browser, files: dict[str, Path]) -> None:
    opened = Opened(chromium, files["nasty"], viewport={"width": 1280, "height": 900})
    page = opened.page
    assert options(page)[: 2 * len(NASTY) : 2] == list(map(plain, NASTY.values()))
    ids = page.locator("[role=option]").evaluate_all("found => found.map((option) => option.dataset.id)")
    for identity in ids[: 2 * len(NASTY) : 2] + ids[2 * len(NASTY) :: 3]:
        page.evaluate("(id) => { location.hash = '#' + encodeURIComponent(id) }", identity)
        page.wait_for_timeout(5)
    page.mouse.move(600, 600)
    page.wait_for_timeout(500)
    assert page.locator("#panel script, #panel img, #panel a:not([href^='#']), #list img").count() == 0
    assert page.evaluate("window.hacked") is None
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("data:", opened.address))] == []
    opened.context.close()


def test_the_tables_are_printed_and_the_canvas_is_not(shown: Page) -> None:
    shown.emulate_media(media="print")
    assert not shown.locator("#viewport").is_visible()
    assert rows(shown) == 57


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "pledge"), [("few", FOSTER), ("generations", "1.1 Open a ferry stop at Low Quay.")])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, files: dict[str, Path], scheme: str, width: int, name: str, pledge: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = Opened(chromium, files[name], viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme)
    opened.page.get_by_role("option", name=pledge).click()
    opened.page.locator("#panel h3").wait_for()
    found = axe.run(opened.page)
    assert found.violations_count == 0, found.generate_report()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    small = opened.page.evaluate("""[...document.querySelectorAll('button, input, .choice, [role=option]')]
        .filter((e) => e.checkVisibility() && !e.closest('.choice input'))
        .map((e) => [e.id || e.textContent, e.getBoundingClientRect()])
        .filter(([, box]) => box.height && (box.height < 24 || box.width < 24)).map(([name]) => name)""")
    assert [name for name in small if name] == []
    opened.context.close()


def test_the_canvas_follows_light_and_dark(chromium: Browser, files: dict[str, Path]) -> None:
    opened = Opened(chromium, files["few"], color_scheme="light")
    canvas = opened.page.locator("#viewport canvas")
    light = canvas.evaluate("(canvas) => canvas.toDataURL()")
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(150)
    assert canvas.evaluate("(canvas) => canvas.toDataURL()") != light
    opened.context.close()
