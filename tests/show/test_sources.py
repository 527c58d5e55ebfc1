"""The documents of a graph page: two bodies may name their files alike, and each has a title and perhaps a page."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph
from markupsafe import escape

from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.rows import located
from graph.publish.links import GRAPH, FolderLinks
from graph.publish.paths import paths
from graph.show.graphpage.leading import by_rule, ruled
from graph.show.graphpage.network import drawn
from graph.show.graphpage.sources import Sources
from graph.show.graphpage.view import view
from show.bodies import publish_two

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_two(tmp_path_factory.mktemp("two"))


def data(html: str) -> Any:
    return json.loads(re.findall(r'id="data">(.*?)</script>', html, re.DOTALL)[0])


def drawing_of(store: Store) -> Any:
    records = commitment_records(store, quoted=located)
    return drawn(records, unanswered_statements(store, located), Sources.of(store))


def test_statements_of_two_bodies_at_one_place_of_files_of_one_name_are_two(two_bodies: Store) -> None:
    drawing = drawing_of(two_bodies)
    said = [node for node in drawing.nodes if node["group"] == "ProgressStatement"]
    assert {node["text"] for node in said} == {"The north hub is open.", "The south hub is open."}
    assert [one["title"] for one in drawing.documents.values()] == ["Review of north", "Review of south"]
    for node in said:
        pledges = [edge["from"] for edge in drawing.edges if edge["to"] == drawing.number(node["id"])]
        assert {drawing.nodes[one]["document"] for one in pledges} == {node["document"]}


def test_around_one_of_them_stands_nothing_of_the_other(two_bodies: Store) -> None:
    [pledge, _] = sorted(record["iri"] for record in commitment_records(two_bodies))
    shown = data(view(two_bodies, focus=pledge, depth=4))
    assert [node["id"] for node in shown["nodes"] if node["group"] == "Commitment"] == [pledge]


def test_a_history_names_the_document_of_its_own_body() -> None:
    known = {f"https://a.example/id/{body}/review": {"file": "review.md"} for body in ("north", "south")}
    sources = Sources(known)
    assert sources.called("review.md", "https://a.example/id/south/homes") == "https://a.example/id/south/review"
    assert sources.called("other.md", "https://a.example/id/south/homes") == "other.md"


def test_a_document_is_called_by_its_title_and_then_by_its_file(two_bodies: Store) -> None:
    html = view(two_bodies)
    assert 'Review of north, line 5 <span class="file">(review.md)</span>' in html
    assert {"file": "review.md", "title": "Review of north"} in data(html)["documents"]


def address(shown: Mapping[str, Any], iri: str) -> str | None:
    """The address of a thing's page, as the scripts of the page make it."""
    others: dict[str, str | None] = shown["pages"]["others"]
    return others[iri] if iri in others else by_rule(shown["pages"]["rules"], iri)


def test_in_a_site_each_thing_leads_to_its_page_and_each_quote_to_its_words(two_bodies: Store) -> None:
    known = paths(two_bodies)
    shown = data(view(two_bodies, links=FolderLinks(known, GRAPH, None)))
    assert {node["id"]: address(shown, node["id"]) for node in shown["nodes"]} == {
        node["id"]: known[node["id"]] for node in shown["nodes"]
    }
    assert len(shown["pages"]["rules"]) == 1
    assert not shown["pages"]["others"]
    assert [one["page"] for one in shown["strategies"]] == [known[one["iri"]] for one in shown["strategies"]]
    for node in shown["nodes"]:
        if node["group"] in ("Commitment", "ProgressStatement"):
            place = shown["documents"][node["document"]]["passage"] + str(node["start"])
            assert place == f"{shown['documents'][node['document']]['page']}#at-{node['start']}"


def test_a_page_by_itself_leads_nowhere(two_bodies: Store) -> None:
    html = view(two_bodies)
    assert data(html)["pages"] is None
    assert not [node for node in data(html)["nodes"] if "start" in node]
    assert 'class="home"' not in html


def test_the_way_home_is_called_what_the_site_is(tmp_path: Path) -> None:
    store = publish_graph(brackwater(), tmp_path / "store")
    links = FolderLinks(paths(store), GRAPH, None)
    assert '<a href="index.html"><bdi>All pages</bdi></a>' in view(store, links=links)
    links.imprint = type(links.imprint)(title="Promises <kept>")
    assert f'<a href="index.html"><bdi>{escape("Promises <kept>")}</bdi></a>' in view(store, links=links)


def test_what_breaks_the_rule_is_named_with_its_address() -> None:
    base = "https://a.example/id/"
    known = {base + "plan-of-homes": "id/plan-of-homes.html", base + "Plan": "id/plan-a4994dd0.html", "urn:x": None}
    rules, others = ruled([*known, base + "gone"], SimpleNamespace(iri=known.get))
    assert rules == [["https://a.example/", "", ".html"]]
    assert others == {base + "Plan": "id/plan-a4994dd0.html", base + "gone": None}
