"""The page of a document, and lists that lead to it: numbered lines, and marks that lead to what was made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph.ask.records import commitment_records
from graph.identifiers import DEFAULT_BASE
from graph.serve.pages import TASKS, ServerLinks
from graph.show.site import lists
from graph.show.site.document import FEW

if TYPE_CHECKING:
    from graph.store import Store

ROOT = "http://localhost:8000/"


def page_of(store: Store, iri: str) -> Any:
    asked = {"root": ROOT, "path": "/", "rest": iri.removeprefix(DEFAULT_BASE), "page": 1, "form": "html"}
    return LexborHTMLParser(TASKS["resource"](store, asked).body)


def listed(store: Store, name: str) -> Any:
    return LexborHTMLParser(lists.list_page(store, name, 1, ServerLinks(store, ROOT)))


@pytest.fixture(scope="module")
def documents(devon: Store) -> dict[str, Any]:
    """The pages of the documents, by file."""
    found = devon.select("SELECT ?one ?file WHERE { ?one a sl:Document ; sl:fileName ?file }")
    return {row["file"].value: page_of(devon, row["one"].value) for row in found}


def test_the_line_that_is_cited_is_the_line_that_is_numbered(devon: Store, documents: dict[str, Any]) -> None:
    for record in commitment_records(devon):
        for quote in (record["source"], *record["evidence"]):
            html = documents[quote["document"]].css_first(".source").html
            before = html.split(f'id="at-{quote["start"]}"')[0]
            assert before.rpartition('data-line="')[2].split('"')[0] == str(quote["line"])


def test_a_mark_leads_from_a_statement_to_the_pledges_that_it_answers(devon: Store, documents: dict[str, Any]) -> None:
    answered: dict[tuple[str, int], set[str]] = {}
    for record in commitment_records(devon):
        for quote in record["evidence"]:
            answered.setdefault((quote["document"], quote["start"]), set()).add(record["iri"])
    assert {len(pledges) > FEW for pledges in answered.values()} == {True, False}
    for (file, start), pledges in answered.items():
        mark = next(one for one in documents[file].css("mark.ProgressStatement") if one.id == f"at-{start}")
        tags = [one.attributes for one in mark.css("a.ProgressStatement")]
        if len(pledges) > FEW:
            assert tags[1]["data-word"] == f"→ {len(pledges)} pledges"
            assert tags[1]["href"] == f"{tags[0]['href']}#answered"
        else:
            hrefs = {one["href"] for one in tags[1:]}
            assert {f"/id/{iri.removeprefix(DEFAULT_BASE)}" for iri in pledges} <= hrefs
        assert all((one["aria-label"] or "").startswith(one["data-word"] or "-") for one in tags)


@pytest.mark.parametrize("name", ["outcomes", "progress-without-pledge"])
def test_what_a_list_cites_leads_to_the_very_words(devon: Store, documents: dict[str, Any], name: str) -> None:
    places = {one.attributes["id"] for html in documents.values() for one in html.css("[id]")}
    cited = [row.css("td")[-1].css_first("a") for row in listed(devon, name).css("tbody tr")]
    assert cited
    for one in cited:
        assert (one.attributes["href"] or "").partition("#")[2] in places
        assert "line " in one.text()


def test_outcomes_are_marked_as_results_or_as_aims(devon: Store) -> None:
    rows = [[cell.text().strip() for cell in row.css("th, td")] for row in listed(devon, "outcomes").css("tbody tr")]
    assert {row[1] for row in rows} == {"Result", "Aim"}
    aims = {row["text"].value for row in devon.select("SELECT ?text WHERE { ?of sl:aims ?one . ?one sl:text ?text }")}
    assert sum(row[1] == "Aim" for row in rows) == len(aims)


def test_a_theme_counts_the_same_in_the_list_and_on_its_page(devon: Store) -> None:
    for row in listed(devon, "themes").css("tbody tr"):
        iri = DEFAULT_BASE + (row.css_first("th a").attributes["href"] or "").removeprefix("/id/")
        tiles = [int(one.text()) for one in page_of(devon, iri).css(".tile .figure")]
        assert int(row.css("td.number")[0].text()) == sum(tiles)


def test_no_terms_of_use_point_to_a_file_that_is_not_published(devon: Store) -> None:
    for row in devon.select("SELECT ?rights WHERE { ?one a sl:Document ; dcterms:rights ?rights }"):
        assert ".md" not in row["rights"].value
