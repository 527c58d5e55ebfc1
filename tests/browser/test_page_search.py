"""The search of the graph page finds what the other searches of the project find: forms, synonyms, slips of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.graph_page import Opened, options, rows, search, told
from graph.show.graphpage.view import view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from graph.store import Store

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def whole(chromium: Browser, devon: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of Devon's whole store."""
    file: Path = tmp_path_factory.mktemp("whole") / "view.html"
    file.write_text(view(devon), encoding="utf-8")
    opened = Opened(chromium, file, viewport={"width": 1280, "height": 900})
    yield opened.page
    assert opened.errors == []
    opened.context.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kids placed outside the county", "Reduce the number of children living outside"),
        ("fostering carers", "Ensure we have a consistent approach to recruiting and supporting foster carers."),
        ("recruiting", "Carry out targeted recruitment and marketing activity."),
        ("CHILDRENS' Homes", "Residential Children’s Homes"),
        ("recruitmnet", "Carry out targeted recruitment and marketing activity."),
        ("therapists", "therapeutic support available"),
    ],
)
def test_words_that_need_not_be_its_own_find_it(whole: Page, asked: str, found: str) -> None:
    search(whole, asked)
    whole.locator("#filtered", has_text=asked).wait_for()
    assert any(found in option for option in options(whole)), options(whole)
    assert rows(whole) < 60


def test_where_nothing_has_all_of_the_words_that_is_said(whole: Page) -> None:
    search(whole, "therapeutic xylophonistically")
    whole.locator("#filtered", has_text="xylophonistically").wait_for()
    assert "nothing has all of them; these have the most" in told(whole)
    assert 0 < rows(whole) < 60


def test_words_that_say_nothing_count_only_where_there_is_no_other(whole: Page) -> None:
    search(whole, "the carers of the")
    whole.locator("#filtered", has_text="the carers of the").wait_for()
    narrowed = options(whole)
    search(whole, "carers")
    whole.locator("#filtered", has_text="“carers”").wait_for()
    assert options(whole) == narrowed


def test_suggestions_are_things_and_say_what_they_are(whole: Page) -> None:
    whole.locator("#search").fill("foster")
    first = whole.locator("#hints [role=option]").first
    first.wait_for()
    kinds = whole.locator("#hints .notes").all_text_contents()
    assert {kind.strip() for kind in kinds} <= {"Pledge", "Theme", "Statement", "Programme", "Organisation", "Outcome"}
    assert first.locator("mark").count() > 0
    assert "suggestion" in (whole.locator("#hinted").text_content() or "")
    whole.keyboard.press("Escape")


def test_an_index_of_thousands_is_made_while_the_page_goes_on(large: Opened) -> None:
    page = large.page
    page.locator("#search").focus()
    page.keyboard.type("targeted recruitment")
    page.locator("#hints [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("words like").wait_for()
    assert rows(page) > 0
