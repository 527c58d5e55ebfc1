"""A published folder, opened from a disk in a real browser with the network off."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote, urljoin, urlsplit

import openpyxl
import pyoxigraph
import pytest
from axe_playwright_python.sync_playwright import Axe
from selectolax.lexbor import LexborHTMLParser

from browser.watching import Watch
from graph.ask.records import commitment_records
from graph.publish.paths import paths
from graph.publish.site import site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from graph.store import Store

pytestmark = pytest.mark.browser

THINGS = (
    *("sl:Commitment", "sl:Programme", "org:Organization", "sl:Theme", "sl:Strategy", "sl:Outcome"),
    *("sl:ProgressStatement", "sl:Document"),
)
DATA_TYPES = ("application/ld+json", "application/json", "text/plain")


@pytest.fixture(scope="module")
def folder(devon: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("published") / "site"
    site(devon, made)
    return made


@pytest.fixture(scope="module")
def kinds(devon: Store, folder: Path) -> list[str]:
    """The path of one page of each kind."""
    known = paths(devon)
    things = []
    for kind in THINGS:
        (row,) = devon.select(f"SELECT (MIN(STR(?one)) AS ?iri) WHERE {{ ?one a {kind} }}")
        things.append(known[row["iri"].value])
    top = [path.name for path in sorted(folder.glob("*.html"))]
    return [*top, *sorted(f"lists/{path.name}" for path in (folder / "lists").glob("*.html")), *things]


@pytest.fixture
def context(chromium: Browser, folder: Path) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900}, offline=True, accept_downloads=True)
    watch = Watch(made, folder.as_uri())
    yield made
    made.close()
    assert watch.wrong == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@cache
def parsed(path: Path) -> Any:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(str(one.attributes["id"]) for one in parsed(path).css("[id]"))


def pages_of(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 100
    return found


def leads_nowhere(page: Path, folder: Path, address: str) -> bool:
    """Whether an address on a page names no file of the folder, or no place on it."""
    parts = urlsplit(urljoin(page.as_uri(), address))
    if parts.scheme in ("http", "https", "data", "mailto"):
        return False
    target = Path(unquote(parts.path))
    if not target.is_relative_to(folder) or not target.is_file():
        return True
    fragment = unquote(parts.fragment)
    is_view = target.name in ("graph.html", "search.html") and bool(re.search("[=:]", fragment))  # of scripts
    return bool(fragment) and not is_view and fragment not in anchors(target)


def test_every_link_and_every_anchor_leads_somewhere(folder: Path) -> None:
    dead = []
    for page in pages_of(folder):
        for one in parsed(page).css("[href], [src]"):
            address = one.attributes.get("href") or one.attributes.get("src") or ""
            if one.tag != "use" and leads_nowhere(page, folder, address):
                dead.append((page.relative_to(folder).as_posix(), address))
    assert dead == []


def test_every_id_is_there_once(folder: Path) -> None:
    for page in pages_of(folder):
        assert len(parsed(page).css("[id]")) == len(anchors(page)), page


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_named_from_the_top(folder: Path) -> None:
    for page in pages_of(folder):
        for one in parsed(page).css("[src], link[href]:not([rel=canonical]):not([rel=alternate])"):
            address = one.attributes.get("src") or one.attributes.get("href") or ""
            assert not urlsplit(address).scheme or address.startswith("data:"), (page, address)
        for one in parsed(page).css("a[href]"):
            assert not (one.attributes["href"] or "").startswith(("/", "file:", "javascript:")), page


def test_nothing_runs_that_the_policy_does_not_name(folder: Path) -> None:
    for page in pages_of(folder):
        (meta,) = parsed(page).css("meta[http-equiv='Content-Security-Policy']")
        policy = meta.attributes["content"]
        assert "default-src 'none'" in policy, page
        assert not re.search(r"unsafe|https?:|\*", policy), page
        assert not [name for one in parsed(page).css("*") for name in one.attributes if name.startswith("on")], page
        assert not parsed(page).css("[style]"), page
        for one in parsed(page).css("script, style"):
            named = f"'nonce-{one.attributes['nonce']}'" if one.attributes.get("nonce") else digest(one.text())
            assert one.attributes.get("type") in DATA_TYPES or named in policy, page


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_reader_goes_from_home_to_a_pledge_to_its_words_and_back(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Pledges").click()
    page.locator("main tbody a, main .things a").first.click()
    pledge, words = page.url, page.locator("h1").inner_text().strip("“” ")
    page.locator("main a[href*='#at-']").first.click()
    assert "#at-" in page.url
    assert page.locator(":target").is_visible()
    assert page.locator("h1").inner_text() != words
    page.locator(f"main a[href$='{pledge.rpartition('/')[2]}']").first.click()
    assert page.url == pledge


def test_each_pledge_stands_in_its_document_and_each_leads_to_the_other(devon: Store, folder: Path) -> None:
    known = paths(devon)
    for record in commitment_records(devon):
        pledge = folder / known[record["iri"]]
        hrefs = [
            urljoin(pledge.as_uri(), one.attributes["href"] or "") for one in parsed(pledge).css("a[href*='#at-']")
        ]
        place = f"#at-{record['source']['start']}"
        documents = [Path(unquote(urlsplit(one).path)) for one in hrefs if one.endswith(place)]
        assert documents, record["text"]
        back = [
            urljoin(documents[0].as_uri(), one.attributes["href"] or "") for one in parsed(documents[0]).css("a[href]")
        ]
        assert pledge.as_uri() in {one.partition("#")[0] for one in back}, record["text"]


def test_search_leads_to_a_pledge_by_the_keyboard(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Search").press("Enter")
    page.get_by_role("combobox", name="Look for").focus()
    page.keyboard.type("foster carers")
    page.keyboard.press("Enter")
    page.locator("#results a").first.press("Enter")
    page.wait_for_url("**/id/**")
    assert "foster" in page.locator("h1").inner_text().lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, folder: Path, kinds: list[str], scheme: Literal["light", "dark"], width: int
) -> None:
    viewport: Any = {"width": width, "height": 900}
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, offline=True, bypass_csp=True)
    page = context.new_page()
    found = {}
    for path in kinds:
        page.goto((folder / path).as_uri())
        if path == "graph.html":
            page.locator("html[data-ready]").wait_for(state="attached")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), path
        found[path] = [(one["id"], one["nodes"][0]["html"][:200]) for one in Axe().run(page).response["violations"]]
    context.close()
    assert found == {path: [] for path in kinds}


def test_every_kind_of_page_is_whole_under_its_policy(context: BrowserContext, folder: Path, kinds: list[str]) -> None:
    page = context.new_page()  # the context's watch tells of what the policy stops
    for path in kinds:
        page.goto((folder / path).as_uri())
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none" or path == "graph.html"


def test_all_can_be_read_without_scripts(chromium: Browser, folder: Path, kinds: list[str]) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 800}, offline=True, java_script_enabled=False)
    page = context.new_page()
    for path in kinds:
        page.goto((folder / path).as_uri())
        assert page.locator("h1").is_visible(), path
        assert len(page.locator("main").inner_text()) > 40 or path == "graph.html", path
    context.close()


def test_the_downloads_open(folder: Path) -> None:
    linked = [one.attributes["href"] for one in parsed(folder / "data.html").css("a[href^='data/']")]
    by_ending = {href.rpartition(".")[2]: folder / href for href in map(str, linked)}
    rows = list(csv.reader(io.StringIO(by_ending["csv"].read_text(encoding="utf-8-sig"))))
    assert len(rows) > 50
    assert len({len(row) for row in rows}) == 1
    described = json.loads((folder / "data/strategy-links.csv-metadata.json").read_text(encoding="utf-8"))
    assert described["url"] == "strategy-links.csv"
    sheet = openpyxl.load_workbook(by_ending["xlsx"], read_only=True).active
    assert sheet is not None
    assert sum(1 for _ in sheet.iter_rows()) > 50
    assert sum(1 for _ in pyoxigraph.parse(path=str(by_ending["ttl"]), format=pyoxigraph.RdfFormat.TURTLE)) > 1000
    assert sum(1 for _ in pyoxigraph.parse(path=str(by_ending["jsonld"]), format=pyoxigraph.RdfFormat.JSON_LD)) > 1000


def test_a_page_prints_without_its_navigation(page: Page, folder: Path, kinds: list[str]) -> None:
    page.emulate_media(media="print")
    for path in kinds:
        page.goto((folder / path).as_uri())
        assert page.locator("h1").is_visible(), path
        assert not page.locator("nav[aria-label=Pages]").is_visible(), path
    assert page.pdf()[:5] == b"%PDF-"


def test_the_sitemap_names_every_page(folder: Path) -> None:
    named = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("sitemap*")))
    for page in pages_of(folder):
        assert page.relative_to(folder).as_posix() in unquote(named), page
