"""The pages of a body whose addresses go on after a hash mark: as whole as those of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph.ask.records import commitment_records
from graph.build import build
from graph.publish.site import site
from graph.read.manifest import MANIFEST
from graph.serve.addresses import Addresses
from graph.serve.pages import TASKS
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

    from graph.store import Store

BASE = "https://data.example.org/plans#"


@pytest.fixture
def roads(make_body: MakeBody, tmp_path: Path) -> Store:
    body = make_body()
    manifest = (body / MANIFEST).read_text(encoding="utf-8")
    (body / MANIFEST).write_text(manifest.replace("[body]\n", f'[body]\nbase = "{BASE}"\n', 1), encoding="utf-8")
    build([body], tmp_path / "store")
    return open_store(tmp_path / "store")


def test_every_link_of_the_folder_leads_to_a_file_and_to_a_place_in_it(roads: Store, tmp_path: Path) -> None:
    site(roads, tmp_path / "site")
    trees = {one.resolve(): LexborHTMLParser(one.read_bytes()) for one in (tmp_path / "site").rglob("*.html")}
    places = {page: {one.attributes["id"] for one in tree.css("[id]")} for page, tree in trees.items()}
    for page, tree in trees.items():
        for href in (one.attributes["href"] or "" for one in tree.css("a[href]")):
            address, place = urldefrag(href)
            if not href.startswith(("https:", "http:")) and page.name != "graph.html":
                target = (page.parent / unquote(address)).resolve() if address else page
                assert target.is_file(), href
                assert target.name == "graph.html" or not place or unquote(place) in places[target], href


def test_a_pledge_leads_to_its_statements_and_they_lead_back(roads: Store, tmp_path: Path) -> None:
    site(roads, tmp_path / "site")
    answered = [one for one in commitment_records(roads) if one["evidence"]]
    assert answered
    for record in answered:
        pledge = tmp_path / "site" / "id" / (record["iri"].removeprefix(BASE) + ".html")
        about = [one for one in LexborHTMLParser(pledge.read_bytes()).css("a") if one.text() == "About this statement"]
        assert len(about) >= len(record["evidence"])
        for one in about:
            statement = (pledge.parent / unquote(one.attributes["href"] or "")).resolve()
            back = [link.attributes["href"] or "" for link in LexborHTMLParser(statement.read_bytes()).css("main a")]
            assert pledge.resolve() in {(statement.parent / unquote(href)).resolve() for href in back}


def test_the_server_has_a_page_of_each_thing_and_of_its_parts(roads: Store) -> None:
    for record in commitment_records(roads):
        assert record["iri"].startswith(BASE)
        rest = (Addresses(roads).path(record["iri"]) or "").removeprefix("/id/")
        html = page_of(roads, rest)
        assert "About this statement" in html.html or not record["evidence"]
        parts = [one.attributes["id"] for one in html.css("section.part")]
        assert sorted(parts) == ["position", "quote"]


def page_of(store: Store, rest: str) -> Any:
    asked = {"root": "http://localhost:8000/", "path": "/", "rest": rest, "page": 1, "form": "html"}
    answered = TASKS["resource"](store, asked)
    assert answered.status == 200
    return LexborHTMLParser(answered.body)
