"""How the graph page looks: what steps back can still be read, names have room, and paper gets what is worth it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from show.bodies import publish_two

from browser.graph_page import FOSTER, Opened, choose, ready
from graph.publish.site import site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser

# Keeps the colours that words and outlines are painted in, and where words stand, in pixels of the screen.
WATCH = """(() => {
  window.painted = { words: new Set(), marks: new Set(), names: [], alpha: new Set() };
  const of = CanvasRenderingContext2D.prototype;
  const [fillText, stroke] = [of.fillText, of.stroke];
  of.fillText = function (text, x, y, room) {
    painted.words.add(this.fillStyle);
    painted.alpha.add(this.globalAlpha);
    const by = this.getTransform().a / devicePixelRatio;
    painted.names.push([text, parseFloat(/[\\d.]+(?=px)/.exec(this.font)[0]) * by]);
    return fillText.call(this, text, x, y, ...(room === undefined ? [] : [room]));
  };
  of.stroke = function (...given) {
    painted.marks.add(this.strokeStyle);
    return stroke.apply(this, given);
  };
})()"""
FRESH = """() => {
  for (const kept of [painted.words, painted.marks, painted.alpha]) kept.clear();
  painted.names = [];
  document.getElementById("larger").click();
  document.getElementById("smaller").click();
  return new Promise((done) => setTimeout(() => done({
    words: [...painted.words], marks: [...painted.marks], alpha: [...painted.alpha], names: painted.names,
  }), 300));
}"""
GROUNDS = """() => ["--card", "--band"].map((name) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim())"""

SIZE = "(world) => [world.clientWidth, world.clientHeight]"


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, of #rgb or #rrggbb."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def watched(chromium: Browser, path: Path, **context: Any) -> Opened:
    made = Opened(chromium, path, **{"viewport": {"width": 1280, "height": 900}, **context})
    made.page.add_init_script(WATCH)
    made.go()
    return made


def painted(page: Page) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = page.evaluate(FRESH)
    return found


def look(page: Page, way: str) -> None:
    page.get_by_label(way).check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["Where did they go", "Explore freely"])
def test_what_steps_back_can_still_be_read(
    chromium: Browser, page_files: dict[str, Path], way: str, scheme: Any
) -> None:
    opened = watched(chromium, page_files["devon"], color_scheme=scheme)
    look(opened.page, way)
    choose(opened.page, FOSTER)
    seen = painted(opened.page)
    grounds = opened.page.evaluate(GROUNDS)
    assert seen["alpha"] == [1]
    assert seen["words"]
    for colour in seen["words"]:
        assert min(contrast(colour, ground) for ground in grounds) >= 4.5, colour
    for colour in {mark for mark in seen["marks"] if luminance(mark) not in map(luminance, grounds)}:
        assert min(contrast(colour, ground) for ground in grounds) >= 3, colour
    opened.context.close()


def test_shown_alone_nothing_steps_back(chromium: Browser, page_files: dict[str, Path]) -> None:
    opened = watched(chromium, page_files["devon"])
    choose(opened.page, FOSTER)
    control = opened.page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--control').trim()"
    )
    assert control in painted(opened.page)["marks"]
    opened.page.get_by_label("How much to show round it").select_option("2")
    assert control not in painted(opened.page)["marks"]
    opened.context.close()


def test_in_a_picture_to_keep_nothing_steps_back(chromium: Browser, page_files: dict[str, Path]) -> None:
    opened = watched(chromium, page_files["devon"])
    choose(opened.page, FOSTER)
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name="Save the picture (SVG)").click()
    written = download.value.path().read_text(encoding="utf-8")
    control = opened.page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--control').trim()"
    )
    assert FOSTER[:20] in written
    assert control not in written
    opened.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_names_of_discs_are_large_enough_and_most_have_room(
    chromium: Browser, page_files: dict[str, Path], width: int
) -> None:
    opened = watched(chromium, page_files["devon"], viewport={"width": width, "height": 800})
    look(opened.page, "Explore freely")
    names = painted(opened.page)["names"]
    assert min(size for _, size in names) >= 10.99
    themes = {"Residential", "Fostering", "Staying", "Welfare", "Early", "Providing", "Leaving", "Understanding"}
    told = " ".join(text for text, _ in names)
    assert len([word for word in themes if word in told]) >= (4 if width == 320 else 6)
    opened.context.close()


def test_letting_it_move_stops_by_itself_and_keeps_what_belongs_to_a_theme_there(
    chromium: Browser, page_files: dict[str, Path]
) -> None:
    opened = Opened(chromium, page_files["devon"], viewport={"width": 1280, "height": 900})
    page = opened.page
    look(page, "Explore freely")
    before = page.locator("#world").evaluate(SIZE)
    page.get_by_role("button", name="Let it move").click()
    page.get_by_role("button", name="Put it back").wait_for(timeout=20_000)
    assert page.locator("#world").evaluate(SIZE) == pytest.approx(before, abs=4), "the discs are where they were"
    opened.context.close()


def test_what_a_bundle_of_lines_stands_for_is_said(chromium: Browser, page_files: dict[str, Path]) -> None:
    opened = watched(chromium, page_files["devon"])
    opened.page.get_by_role("button", name="Collapse all").click()
    told = [text for text, _ in painted(opened.page)["names"]]
    assert [text for text in told if re.fullmatch(r"\d+ pledges", text)]
    assert not [text for text in told if re.fullmatch(r"\d+", text)]
    opened.context.close()


def test_a_picture_that_cannot_be_made_is_told(shown: Page) -> None:
    shown.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); }")
    shown.get_by_role("button", name="Save the picture (PNG)").click()
    assert "too large for this browser" in shown.locator("#said").inner_text()


def test_on_paper_stand_the_summary_the_picture_and_the_rows(shown: Page) -> None:
    shown.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    shown.emulate_media(media="print")
    assert shown.locator(".paper svg text").count()
    assert shown.locator("figure.paper").is_visible()
    assert shown.locator("tbody tr:visible").count() == 57
    assert not shown.locator(".workspace").is_visible()


def test_too_many_rows_are_not_printed_and_that_is_said(large: Opened) -> None:
    large.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    large.page.emulate_media(media="print")
    assert not large.page.locator("table:visible").count()
    assert "2,508 pledges shown are too many to print" in large.page.locator("p.paper").inner_text()


def test_in_a_site_the_panel_leads_to_the_pages_of_things(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site")
    site(publish_two(folder), folder / "public")
    opened = Opened(chromium, folder / "public" / "graph.html", viewport={"width": 1280, "height": 900})
    page = opened.page
    choose(page, "Open a hub.")
    page.locator("#panel").get_by_role("link", name="Its page").click()
    page.locator("h1", has_text="Open a hub.").wait_for()
    page.go_back()
    ready(page)
    page.locator("#panel").get_by_role("link", name="Where the document says it").click()
    page.wait_for_url(re.compile(r"#at-\d+$"))
    assert page.locator(":target").count() == 1
    page.go_back()
    ready(page)
    page.get_by_role("link", name="All pages").click()
    page.wait_for_url(re.compile(r"index\.html$"))
    opened.context.close()
