"""What is uncertain: the graph page says of every pledge exactly what the pages of the site say."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import hostile
import pytest
from show.samples import owner, page_of, pledge, quote

from browser.graph_page import Opened
from graph.ask.records import commitment_records
from graph.build import build
from graph.show.graphpage.view import view
from graph.show.site.uncertain import uncertainties
from graph.show.tables import inert
from graph.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from graph.store import Store

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser


def said_by_the_page(chromium: Browser, store: Store, folder: Path) -> dict[str, str]:
    """What the file of rows says of each pledge, by its address."""
    return said_of(chromium, view(store), folder / "view.html")


def said_of(chromium: Browser, html: str, file: Path) -> dict[str, str]:
    file.write_text(html, encoding="utf-8")
    opened = Opened(chromium, file)
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the rows").click()
    rows = csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig")))
    told = {row["Address"]: row["What is uncertain"] for row in rows}
    assert opened.errors == []
    opened.context.close()
    return told


def said_by_the_site(store: Store) -> dict[str, str]:
    return {one["iri"]: inert("; ".join(uncertainties(one))) for one in commitment_records(store)}


def test_page_and_site_say_the_same_of_every_pledge(chromium: Browser, devon: Store, tmp_path: Path) -> None:
    told = said_by_the_page(chromium, devon, tmp_path)
    assert told == said_by_the_site(devon)
    assert sum(map(bool, told.values())) > 80


def test_they_say_the_same_where_every_text_means_harm(chromium: Browser, tmp_path: Path) -> None:
    build([hostile.write(tmp_path / "harm")], tmp_path / "store")
    store = open_store(tmp_path / "store")
    assert said_by_the_page(chromium, store, tmp_path) == said_by_the_site(store)


def test_two_owners_of_one_name_are_not_told_apart(chromium: Browser, tmp_path: Path) -> None:
    said = quote("The Hub Board, the Hub Board and the Care Board take this forward.", 90, 4)
    made = pledge("Open a hub", ["Hubs"], quote("Open a hub", 0, 1), "InProgress")
    made["owners"] = [owner(name, "all", said) for name in ("Hub Board", "Hub Board", "Care Board")]
    made["owners"][1]["iri"] += "-of-another-place"
    twin = pledge("Close a hub", ["Hubs"], quote("Close a hub", 200, 9), "InProgress")
    twin["owners"] = [one | {"evidence": [said]} for one in made["owners"][:2]]
    told = said_of(chromium, page_of(([made, twin], [])), tmp_path / "view.html")
    assert told == {one["iri"]: inert("; ".join(uncertainties(one))) for one in (made, twin)}
    assert "One sentence names Hub Board and Care Board together" in told[made["iri"]]
    assert "together" not in told[twin["iri"]]
