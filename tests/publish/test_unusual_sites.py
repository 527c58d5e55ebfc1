"""Sites of unusual stores: without pledges, of two bodies with files of one name, of a base that ends in a hash."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from ask.samples import brackwater, publish_graph
from selectolax.lexbor import LexborHTMLParser

from graph import vocabulary as v
from graph.ask.things import things_of
from graph.build import build
from graph.publish import links as at
from graph.publish.paths import paths
from graph.publish.site import site
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

    from graph.store import Store


TABLE = """# Wharf plan 2021 to 2024

| Action | Lead | When | Status |
| --- | --- | --- | --- |
| Mend the north crane. | Wharf Works Programme | March 2022 | Completed |
| Paint the sheds. | Wharf Works Programme | June 2022 | In progress |
| Open a yard for small boats. | Harbour Office | 2023 | Not started |
"""


def published(store: Store, folder: Path) -> dict[str, LexborHTMLParser]:
    site(store, folder)
    return {page.relative_to(folder).as_posix(): LexborHTMLParser(page.read_bytes()) for page in folder.rglob("*.html")}


def dead_links(folder: Path, trees: dict[str, LexborHTMLParser]) -> list[tuple[str, str]]:
    """Links to files that are not there, and to places that their page has not; the graph page makes its places."""
    found = []
    places = {page: {one.attributes["id"] for one in tree.css("[id]")} for page, tree in trees.items()}
    for page, tree in trees.items():
        for node in tree.css("a[href], link[href], script[src]"):
            href = node.attributes.get("href") or node.attributes.get("src") or ""
            address, place = urldefrag(href)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address))) if address else page
            if place and page != at.GRAPH and target in places and target != at.GRAPH:
                found += [] if unquote(place) in places[target] else [(page, href)]
            if address and "://" not in address and not address.startswith(("data:", "mailto:")):
                found += [] if (folder / page).parent.joinpath(unquote(address)).is_file() else [(page, href)]
    return found


def built(folder: Path, *bodies: Path) -> Store:
    build(list(bodies), folder)
    return open_store(folder)


def test_without_pledges_there_is_no_graph_and_the_first_page_says_so(tmp_path: Path) -> None:
    store = publish_graph(replace(brackwater(), sections=(), links=(), assessments=()), tmp_path / "store")
    trees = published(store, tmp_path / "site")
    assert at.GRAPH not in trees
    assert dead_links(tmp_path / "site", trees) == []
    [main] = trees[at.HOME].css("main")
    assert "No pledge was found" in main.text()


def test_what_stands_beside_a_pledge_has_a_place_of_its_own(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text(TABLE, encoding="utf-8")
    store = built(tmp_path / "store", plan)
    trees = published(store, tmp_path / "site")
    assert sum(1 for tree in trees.values() if tree.css("[id='owner-position']")) == 3
    assert dead_links(tmp_path / "site", trees) == []


def test_two_bodies_with_files_of_one_name_have_their_own_pages(make_body: MakeBody, tmp_path: Path) -> None:
    body = make_body().rename(tmp_path / "first")
    other = make_body()
    manifest = other / "strategies.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("anyshire", "othershire").replace("Anyshire", "Othershire"), encoding="utf-8")
    store = built(tmp_path / "store", body, other)
    trees = published(store, tmp_path / "site")
    assert dead_links(tmp_path / "site", trees) == []
    known = paths(store)
    documents = things_of(store).pointing("rdf:type", v.SL + "Document")
    assert [things_of(store).value(one, "sl:fileName") for one in documents] == ["review.txt", "review.txt"]
    assert len({known[one] for one in documents}) == 2
    pledges = things_of(store).pointing("rdf:type", v.SL + "Commitment")
    for pledge in pledges:
        place = trees[known[pledge]].css("a[href*='#at-']")[0].attributes["href"]
        assert ("othershire" in pledge) == ("othershire" in str(place))


def test_a_base_that_ends_in_a_hash_gives_a_page_for_each_thing(make_body: MakeBody, tmp_path: Path) -> None:
    body = make_body()
    manifest = body / "strategies.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[body]", '[body]\nbase = "https://example.org/data#"'), encoding="utf-8")
    store = built(tmp_path / "store", body)
    known = paths(store)
    assert known
    assert all(iri.startswith("https://example.org/data#") for iri in known)
    assert any("/commitment/" in iri for iri in known)
    trees = published(store, tmp_path / "site")
    assert set(known.values()) <= set(trees)
    assert dead_links(tmp_path / "site", trees) == []
