"""A body whose every text means harm, seen in a real browser: on the served pages, on the search page, in the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

import docx
import hostile
import pytest

from browser.test_site import ROOT, Pages
from browser.watching import Watch
from graph.ask.records import commitment_records
from graph.build import build
from graph.identifiers import DEFAULT_BASE
from graph.publish.site import site
from graph.serve.searching import TASKS as SEARCHING
from graph.show.site import search
from graph.show.words import shown
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Call
    from playwright.sync_api import Browser, BrowserContext, Route

    from graph.store import Store

pytestmark = pytest.mark.browser

KINDS = {
    "sl:Commitment": 1,
    "sl:ProgressStatement": 1,
    "sl:Programme": 1,
    "org:Organization": 1,
    "sl:Theme": 1,
    "sl:Strategy": 1,
    "sl:Document": 1,
    "sl:Outcome": 1,
    "sl:Link": 17,  # every how many are looked at
    "sl:Particular": 7,
}


class Served(Pages):
    """The pages of a server, and its search."""

    def __init__(self, store: Store, folder: Path) -> None:
        super().__init__(store)
        self.folder = folder

    def __call__(self, route: Route) -> None:
        name = urlsplit(route.request.url).path.removeprefix("/assets/")
        asked = {"root": ROOT, "has": "", "file": str(self.folder / "spooled"), "most": 10**8}
        if name == "/search":
            route.fulfill(body=SEARCHING["search"](self.store, asked).body, content_type="text/html; charset=utf-8")
        elif name == search.INDEX:
            route.fulfill(body=SEARCHING["search-index"](self.store, asked).body, content_type="text/javascript")
        elif name in search.scripts():
            route.fulfill(body=search.scripts()[name], content_type="text/javascript")
        else:
            super().__call__(route)

    @staticmethod
    def task(path: str, query: str = "") -> dict[str, Any]:
        return Pages.task(unquote(path), query)


@pytest.fixture(scope="module")
def harm_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harm")
    build([hostile.write(folder / "harm")], folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def harm(harm_store: Path) -> Store:
    return open_store(harm_store)


@pytest.fixture
def context(chromium: Browser, harm: Store, tmp_path: Path) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 320, "height": 800})
    made.route("**/*", Served(harm, tmp_path))
    yield made
    made.close()


def things(store: Store, kind: str) -> list[str]:
    rows = store.select(f"SELECT DISTINCT ?one WHERE {{ ?one a {kind} }} ORDER BY ?one")
    return [str(row["one"].value) for row in rows]


def test_the_body_is_read_with_all_that_means_harm(harm: Store) -> None:
    texts = " ".join(record["text"] for record in commitment_records(harm))
    for sign in (
        "<script>",
        "onerror=",
        "</script></style>",
        "<!--",
        "javascript:",
        "=HYPERLINK",
        "\u202e",
        "\x1b[31m",
    ):
        assert sign in texts
    assert {kind for kind in KINDS if not things(harm, kind)} == set()


def test_no_page_of_a_thing_lets_a_text_act(context: BrowserContext, harm: Store) -> None:
    watch = Watch(context, ROOT)
    page = context.new_page()
    for kind, step in KINDS.items():
        for iri in things(harm, kind)[::step]:
            rest = quote(iri.removeprefix(DEFAULT_BASE), safe="/:@!$'()*+,;=~-._#")
            answer = page.goto(f"{ROOT}id/{rest}")
            if not answer or answer.status != 200:
                watch.wrong.append(f"no page of {iri}")
            watch.look(page)
    assert watch.wrong == []


def test_no_page_that_leads_to_them_does(context: BrowserContext) -> None:
    watch = Watch(context, ROOT)
    page = context.new_page()
    for path in ("", "queries", "queries/pledges-by-owner", "queries/status-history", "void"):
        page.goto(ROOT + path)
        watch.look(page)
    assert watch.wrong == []


def test_the_words_of_a_pledge_stand_on_its_page_as_text(context: BrowserContext, harm: Store) -> None:
    page = context.new_page()
    for record in commitment_records(harm):
        page.goto(f"{ROOT}id/{record['iri'].removeprefix(DEFAULT_BASE)}")
        heading = page.locator("h1").text_content() or ""
        assert words_of(shown(record["text"])) in words_of(heading)


@pytest.mark.parametrize(
    "asked", ["script", "onerror alert", "javascript", "Unbreakable", "HYPERLINK", "اليمين", "road"]
)
def test_what_is_found_is_text(context: BrowserContext, asked: str) -> None:
    watch = Watch(context, ROOT)
    page = context.new_page()
    page.goto(f"{ROOT}search#q={quote(asked)}")
    page.locator("#found:not(:empty)").wait_for()
    page.locator("#results li").first.wait_for()
    watch.look(page)
    hrefs: Any = page.locator("#results a").evaluate_all("(all) => all.map((one) => one.href)")
    assert all(one.startswith(ROOT + "id/") for one in hrefs)
    assert watch.wrong == []


def test_a_question_that_means_harm_is_text_as_well(context: BrowserContext) -> None:
    watch = Watch(context, ROOT)
    page = context.new_page()
    for text in hostile.ALL:
        page.goto(f"{ROOT}search?q={quote(text)}")
        page.locator("#found:not(:empty)").wait_for()
        watch.look(page)
    assert watch.wrong == []


def test_the_graph_page_shows_it_all_as_text(
    chromium: Browser, call: Call, harm_store: Path, harm: Store, tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    assert call("view", "--output", path, store=harm_store).status == 0
    context = chromium.new_context(viewport={"width": 320, "height": 800}, offline=True)
    watch = Watch(context, path.as_uri())
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator("html[data-ready]").wait_for(state="attached")
    watch.look(page)
    texts = words_of(page.locator("body").text_content() or "")
    for record in commitment_records(harm)[::5]:
        assert words_of(shown(record["text"])) in texts
    context.close()
    assert watch.wrong == []


def test_no_page_of_a_published_folder_lets_a_text_act(chromium: Browser, harm: Store, tmp_path: Path) -> None:
    site(harm, tmp_path / "site")
    context = chromium.new_context(viewport={"width": 320, "height": 800}, offline=True)
    watch = Watch(context, (tmp_path / "site").as_uri())
    page = context.new_page()
    for path in sorted((tmp_path / "site").rglob("*.html")):
        page.goto(path.as_uri())
        watch.look(page)
    context.close()
    assert watch.wrong == []


def test_the_report_shows_it_all_as_text(
    chromium: Browser, call: Call, harm_store: Path, harm: Store, tmp_path: Path
) -> None:
    path, paper = tmp_path / "report.html", tmp_path / "report.docx"
    assert call("report", "--output", path, store=harm_store).status == 0
    assert call("report", "--output", paper, store=harm_store).status == 0
    context = chromium.new_context(viewport={"width": 320, "height": 800}, offline=True)
    watch = Watch(context, path.as_uri())
    page = context.new_page()
    page.goto(path.as_uri())
    watch.look(page)
    seen = words_of(page.locator("body").text_content() or "")
    context.close()
    assert watch.wrong == []
    opened = docx.Document(str(paper))
    written = words_of(" ".join(cell.text for table in opened.tables for row in table.rows for cell in row.cells))
    for record in commitment_records(harm):
        assert words_of(shown(record["text"])) in seen
        assert words_of(shown(record["text"])) in written


def words_of(text: str) -> str:
    return " ".join(text.split())
