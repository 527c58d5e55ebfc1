"""The site as a folder: complete, the same however it is made, and readable from any place."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

import pytest
import rdflib
from selectolax.lexbor import LexborHTMLParser

from graph.errors import OutputError
from graph.publish import site as publishing
from graph.publish.paths import paths
from graph.publish.site import site

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Call

    from graph.store import Store

SCHEMA = "https://schema.org/"
ADDRESS = "https://www.example.org/promises/"


def files(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.fixture(scope="module")
def published(devon: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    site(devon, folder, address=ADDRESS)
    return folder


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_thing_has_its_page(published: Path, devon: Store) -> None:
    known = paths(devon)
    assert len(known) > 150
    assert all((published / path).is_file() for path in known.values())


def test_every_link_leads_to_a_file_of_the_folder_and_to_a_place_in_it(published: Path) -> None:
    trees = {page.resolve(): LexborHTMLParser(page.read_bytes()) for page in pages(published)}
    places = {page: {one.attributes["id"] for one in tree.css("[id]")} for page, tree in trees.items()}
    broken = []
    for page, tree in trees.items():
        for node in tree.css("a[href], link[href], script[src]"):
            href = node.attributes.get("href") or node.attributes.get("src") or ""
            if href.startswith(("https:", "http:", "data:", "mailto:")):
                continue
            address, place = urldefrag(href)
            target = (page.parent / unquote(address)).resolve() if address else page
            known = target.is_file() and (not place or page.name == "graph.html" or unquote(place) in places[target])
            broken += [] if known else [(page.name, href)]
    assert broken == []


def test_no_page_loads_anything_from_elsewhere(published: Path) -> None:
    for page in pages(published):
        tree = LexborHTMLParser(page.read_bytes())
        loaded = [
            one.attributes.get("href") or one.attributes.get("src")
            for one in tree.css("link[rel=stylesheet], script[src], img")
        ]
        assert not [one for one in loaded if one and "://" in one]


def test_the_sitemap_lists_every_page_and_nothing_else(published: Path) -> None:
    listed = {line.split("<")[0] for line in (published / "sitemap.xml").read_text().split("<loc>")[1:]}
    assert listed == {f"{ADDRESS}{page.relative_to(published).as_posix()}" for page in pages(published)}


def test_each_page_of_a_thing_says_what_it_is_in_json_ld(published: Path, devon: Store) -> None:
    for iri, path in paths(devon).items():
        [script] = LexborHTMLParser((published / path).read_bytes()).css('script[type="application/ld+json"]')
        graph = rdflib.Graph().parse(data=script.text(), format="json-ld")
        told = set(graph.objects(rdflib.URIRef(iri), rdflib.URIRef(SCHEMA + "url")))
        assert told == {rdflib.URIRef(f"{ADDRESS}{path}")}


def test_the_data_can_be_downloaded_in_four_formats(published: Path, devon: Store) -> None:
    data = published / "data"
    rows = list(csv.DictReader(io.StringIO((data / "strategy-links.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == devon.record["counts"]["commitments"]
    described = json.loads((data / "strategy-links.csv-metadata.json").read_bytes())
    assert described["url"] == "strategy-links.csv"
    turtle = rdflib.Graph().parse(data / "strategy-links.ttl")
    assert len(rdflib.Dataset(default_union=True).parse(data / "strategy-links.jsonld", format="json-ld")) == len(
        turtle
    )
    assert (data / "strategy-links.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("workers", [1, 3])
def test_however_many_write_it_has_the_same_bytes(
    devon: Store, published: Path, tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "ALONE", 0)
    monkeypatch.setattr(publishing, "AT_ONCE", 40)
    site(devon, tmp_path / "again", address=ADDRESS, workers=workers)
    assert files(tmp_path / "again") == files(published)


def test_what_fails_half_way_leaves_the_site_that_was_there(
    devon: Store, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(published)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "sitemaps", full)
    with pytest.raises(OutputError, match="No space left on device"):
        site(devon, published)
    assert files(published) == before


def test_the_command_says_what_it_wrote_and_how_to_open_it(call: Call, devon_store: Path, tmp_path: Path) -> None:
    ran = call("site", tmp_path / "out", store=devon_store)
    assert ran.status == 0
    assert ran.stdout == b""
    assert "open " in ran.stderr
    assert "index.html" in ran.stderr
    assert "--address" in ran.stderr
    assert (tmp_path / "out" / "index.html").is_file()


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://", "https://example.org/?a=b"])
def test_an_address_that_is_none_is_refused(call: Call, devon_store: Path, tmp_path: Path, address: str) -> None:
    ran = call("site", tmp_path / "out", "--address", address, store=devon_store)
    assert ran.status == 2
    assert "https://HOST/PATH/" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_of_somebody_else_is_refused_in_one_sentence(call: Call, devon_store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ran = call("site", tmp_path, store=devon_store)
    assert ran.status == 2
    assert "holds something else" in ran.stderr
    assert (tmp_path / "mine.txt").read_text() == "mine"
