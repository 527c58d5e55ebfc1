"""Graph pages opened from disk in a browser without a network: what the tests of the page share."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph
from show.samples import devon, few, nasty, page_of

from graph.show.graphpage.view import view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FOSTER = "Carry out targeted recruitment and marketing activity."
WIDTHS = {320: 640, 1280: 900}
BODIES = 44  # of 57 pledges each: 2,508 pledges and 5,000 nodes, and data that is packed


class Opened:
    """A page opened from disk, with everything it asked for and complained of."""

    def __init__(self, browser: Browser, path: Path, fragment: str = "", **context: Any) -> None:
        self.context = browser.new_context(offline=True, **{"reduced_motion": "reduce", **context})
        self.page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.address = path.as_uri()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.go(fragment)

    def go(self, fragment: str = "") -> None:
        """Open the page anew and wait until a reader can use it."""
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        ready(self.page)


def ready(page: Page) -> None:
    page.locator("html[data-ready=true]").wait_for(state="attached", timeout=60_000)


def options(page: Page) -> list[str]:
    return page.locator("#list [role=option]:visible .verbatim").all_text_contents()


def rows(page: Page) -> int:
    return page.locator("tbody tr:visible").count()


def told(page: Page) -> str:
    """What the page says it shows and what is filtered."""
    return page.locator(".state").inner_text()


def choose(page: Page, beginning: str) -> None:
    """Choose in the list what begins with these words."""
    words = page.get_by_text(re.compile(f"^{re.escape(beginning)}"))
    page.locator("#list [role=option]", has=words).first.click()
    page.locator("#panel h3", has_text=beginning).wait_for()


def filters(page: Page, kind: str, value: str) -> Any:
    """The box of one status or one class."""
    return page.locator(f"[name={kind}][value={value}]")


def option_beginning(page: Page, select: str, text: str) -> str:
    """The value of the option of a list of choices that begins with `text`."""
    found: str = page.locator(f"#{select} option", has_text=text).first.get_attribute("value") or ""
    return found


def search(page: Page, words: str) -> None:
    page.locator("#search").fill(words)
    page.keyboard.press("Enter")


def many_bodies() -> tuple[list[Any], list[Any]]:
    """Devon's pledges once for each of BODIES invented bodies, all of their addresses apart."""
    commitments: list[Any] = []
    unanswered: list[Any] = []
    written = json.dumps(devon())
    for number in range(BODIES):
        own = written.replace("id/devon/", f"id/body-{number}/").replace("sufficiency-review", f"review-{number}")
        made, left = json.loads(own)
        for commitment in made:
            commitment["strategy"]["title"] = f"Strategy of body {number}"
        commitments += made
        unanswered += left
    return commitments, unanswered


@pytest.fixture(scope="session")
def page_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    records = {"devon": devon(), "few": few(), "nasty": nasty(), "empty": ([], []), "large": many_bodies()}
    for name, shown in records.items():
        (folder / f"{name}.html").write_text(page_of(shown), encoding="utf-8")
    store = publish_graph(brackwater(), folder / "store")
    (folder / "generations.html").write_text(view(store), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in (*records, "generations")}


@pytest.fixture(scope="module")
def devon_reader(chromium: Browser, page_files: dict[str, Path]) -> Iterator[Opened]:
    made = Opened(chromium, page_files["devon"], viewport={"width": 1280, "height": 900})
    yield made
    made.context.close()


@pytest.fixture
def opened(devon_reader: Opened) -> Iterator[Opened]:
    """Devon's page, opened anew in a tab that all the tests of a module share."""
    devon_reader.page.emulate_media(media="screen")
    devon_reader.go()
    yield devon_reader
    assert devon_reader.errors == []


@pytest.fixture
def shown(opened: Opened) -> Page:
    return opened.page


@pytest.fixture
def generations(chromium: Browser, page_files: dict[str, Path]) -> Iterator[Page]:
    """The page of an invented body with columns, pages, two reports and two generations of one strategy."""
    made = Opened(chromium, page_files["generations"], viewport={"width": 1280, "height": 900})
    yield made.page
    assert made.errors == []
    made.context.close()


@pytest.fixture
def large(chromium: Browser, page_files: dict[str, Path]) -> Iterator[Opened]:
    """A page of 2,508 pledges, whose data is packed."""
    made = Opened(chromium, page_files["large"], viewport={"width": 1280, "height": 900})
    yield made
    assert made.errors == []
    made.context.close()
