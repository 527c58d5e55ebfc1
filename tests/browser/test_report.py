"""The report and the picture of a trace in a real browser, opened from disk with no network: read, printed, checked."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Literal

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from show.test_report_forms import harmful

from browser.watching import Watch
from graph.notebook import trace
from graph.show.report.composing import report
from graph.show.report.page import page as page_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from graph.store import Store

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def addresses(devon: Store, devon_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A report, one whose texts mean harm, and a page with two pictures of one trace."""
    folder = tmp_path_factory.mktemp("report")
    picture = trace("recruit foster carers", store=devon_store)._repr_html_()
    colours = "body { background: Canvas; color: CanvasText; color-scheme: light dark; font-family: sans-serif }"
    twice = f"<main><h1>A notebook</h1>{picture}{picture.replace('Picture of a trace', 'Another')}</main>"
    texts = {
        "report": page_of(report(devon)),
        "harmful": page_of(harmful()),
        "trace": '<!doctype html><html lang="en"><meta charset="utf-8"><title>A notebook</title>'
        f"<style>{colours}</style>{twice}</html>",
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in texts}


@pytest.mark.parametrize("name", ["report", "harmful", "trace"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, addresses: dict[str, str], name: str, scheme: Scheme, width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, bypass_csp=True
    )
    page = context.new_page()
    page.goto(addresses[name])
    found = [one["id"] for one in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    context.close()
    assert (found, wide) == ([], False)


@pytest.mark.parametrize("name", ["report", "harmful"])
def test_nothing_acts_and_nothing_is_asked_for(chromium: Browser, addresses: dict[str, str], name: str) -> None:
    context = chromium.new_context(offline=True)
    watch = Watch(context, addresses[name])
    page = context.new_page()
    page.goto(addresses[name])
    watch.look(page)
    assert watch.wrong == []
    assert page.evaluate("typeof acted === 'undefined' && typeof hacked === 'undefined'")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.pledges')).tableLayout") == "fixed"
    )  # its style works
    context.close()


def test_it_prints_on_a4_with_numbered_pages_and_a_header_on_each_part_of_a_table(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(addresses["report"])
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    context.close()
    texts = [one.get_textpage().get_text_bounded() for one in printed]
    assert {(round(one.get_width()), round(one.get_height())) for one in printed} <= {
        (595, 842),
        (596, 842),
        (596, 843),
    }
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
    with_rows = [text for text in texts if "as of 2024" in text]
    assert len(with_rows) > 1
    assert all("Owner now" in text for text in with_rows)
    assert "What is worth asking" in "".join(texts[:3])


def test_no_row_is_cut_and_no_heading_stands_alone_at_the_foot_of_a_page(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(addresses["report"])
    headings = set(page.locator("h2, h3").all_inner_texts())
    cells = {" ".join(one.split()) for one in page.locator(".pledges tbody td").all_inner_texts()}
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    context.close()
    texts = [" ".join(one.get_textpage().get_text_bounded().split()) for one in printed]
    for cell in cells:  # hyphens at the end of a line are lost in the text of a PDF
        assert any(re.sub(r"\W", "", cell) in re.sub(r"\W", "", text) for text in texts), cell
    for number, text in enumerate(texts, start=1):
        body = text.removesuffix(f"Page {number} of {len(texts)}").strip()
        assert not [one for one in headings if body.endswith(one)]


def test_pledges_that_were_not_assessed_are_a_short_list_and_a_finding_leads_into_it(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(addresses["report"])
    assert page.locator(".unread li").count() == 31
    assert page.locator(".pledges .status[data-status=NotAssessed]").count() == 0
    assert page.locator(".unread", has_text="No owner is named").count() == 0
    page.get_by_role("link", name="88", exact=True).click()
    assert page.locator("li:target").inner_text().startswith("Pledge\xa088")
    context.close()


def test_the_contents_lead_to_a_theme(chromium: Browser, addresses: dict[str, str]) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(addresses["report"])
    nav = page.get_by_role("navigation", name="Contents")
    assert "4 pledges" in nav.inner_text()
    nav.get_by_role("link", name="Finding a place called home – Fostering").click()
    assert page.locator("h3:target").inner_text() == "Finding a place called home – Fostering"
    context.close()


def test_a_finding_leads_to_the_row_of_its_pledge(chromium: Browser, addresses: dict[str, str]) -> None:
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(addresses["report"])
    link = page.get_by_role("link", name="Pledge 45").first
    link.click()
    row = page.locator("tr:target")
    assert row.get_by_role("rowheader").inner_text().startswith("Pledge\xa045")
    assert row.is_visible()
    context.close()


def test_a_picture_has_a_name_and_its_words_can_be_opened_by_keyboard(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(addresses["trace"])
    assert page.get_by_role("img", name="What became of the pledge").count() == 2
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert "Owned by: A Place Called Home" in page.locator("details").first.inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_picture_stand_within_their_boxes(
    chromium: Browser, addresses: dict[str, str], scheme: Scheme
) -> None:
    context = chromium.new_context(offline=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(addresses["trace"])
    beyond = page.evaluate(
        """() => [...document.querySelectorAll("svg g")].filter((one) => {
          const [box, text] = [one.querySelector("rect").getBBox(), one.querySelector("text").getBBox()];
          return text.x + text.width > box.x + box.width || text.y + text.height > box.y + box.height;
        }).map((one) => one.textContent)"""
    )
    context.close()
    assert beyond == []
