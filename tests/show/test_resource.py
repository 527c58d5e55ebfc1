"""The pages that people see of the things in a store, and what search engines read in them."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from rdflib.namespace import RDF
from selectolax.lexbor import LexborHTMLParser

from graph.ask.queries import named_queries
from graph.ask.records import commitment_records
from graph.identifiers import DEFAULT_BASE
from graph.serve.pages import TASKS
from graph.show.site.terms import class_word, property_words
from graph.show.words import shown, words
from graph.vocabulary import SL

if TYPE_CHECKING:
    from graph.store import Store

SCHEMA = rdflib.Namespace("https://schema.org/")
ROOT = "http://localhost:8000/"

# One thing of each kind, and the type by which search engines know it.
KINDS = {
    "sl:Commitment": "Quotation",
    "sl:ProgressStatement": "Quotation",
    "sl:Outcome": "Quotation",
    "sl:Strategy": "CreativeWork",
    "sl:Document": "DigitalDocument",
    "sl:Programme": "Project",
    "org:Organization": "Organization",
    "sl:Theme": "DefinedTerm",
    "sl:Model": "DefinedTerm",
    "schema:Place": "Place",
    "sl:Link": "Claim",
}


def page(store: Store, task: str, **asked: Any) -> Any:
    answered = TASKS[task](store, {"root": ROOT, "path": "/", "page": 1, "form": "html", **asked})
    return LexborHTMLParser(answered.body.decode())


def page_of(store: Store, iri: str, number: int = 1) -> Any:
    return page(store, "resource", rest=iri.removeprefix(DEFAULT_BASE), page=number)


def first(store: Store, kind: str) -> str:
    (row,) = store.select(f"SELECT (MIN(STR(?one)) AS ?iri) WHERE {{ ?one a {kind} }}")
    return str(row["iri"].value)


def text(html: Any, selector: str = "main") -> str:
    return " ".join(" ".join(one.text() for one in html.css(selector)).split())


def embedded(html: Any) -> rdflib.Graph:
    """The JSON-LD of a page, as triples; nothing is fetched for it."""
    (block,) = html.css('script[type="application/ld+json"]')
    raw = block.text()
    assert not re.search("[<>&]", raw)
    assert isinstance(json.loads(raw)["@context"], dict)  # an address would be fetched
    return rdflib.Graph().parse(data=raw, format="json-ld")


def every_page(store: Store) -> dict[str, Any]:
    pages = {kind: page_of(store, first(store, kind)) for kind in KINDS}
    pages |= {task: page(store, task) for task in ("home", "queries", "ontology", "dataset")}
    pages["query"] = page(store, "query", name="pledges-by-owner", values=[["name", "e"]])
    pages["problem"] = page(store, "problem", status=404, sentence="There is nothing here.")
    pages["vocabulary"] = page_of(store, DEFAULT_BASE + "vocabulary")
    return pages


def test_each_page_is_made_for_everyone(devon: Store) -> None:
    for name, html in every_page(devon).items():
        (root,) = html.css("html")
        assert root.attributes["lang"] == "en-GB", name
        assert len(html.css("h1")) == 1, name
        assert text(html, "title").endswith(" – Strategy Links")
        for landmark in ("header", "nav[aria-label]", "main#main", "footer"):
            assert html.css_first(landmark), (name, landmark)
        assert html.css_first("a.skip").attributes["href"] == "#main"
        ids = [one.attributes["id"] for one in html.css("[id]")]
        assert len(ids) == len(set(ids)), name
        assert not html.css("[style], style, script:not([type='application/ld+json']), [onclick]"), name
        fetched = [one.attributes.get("src") or one.attributes.get("href") for one in html.css("[src], link[href]")]
        assert all(one and one.startswith(("/", "data:,")) for one in fetched), name
        levels = [int(one.tag[1]) for one in html.css("h1, h2, h3")]
        assert all(below - above <= 1 for above, below in pairwise(levels)), name


def test_every_link_of_a_page_leads_somewhere(devon: Store) -> None:
    known = {query.name for query in named_queries()}
    for name, html in every_page(devon).items():
        anchors = {one.attributes["id"] for one in html.css("[id]")}
        for link in html.css("a[href]"):
            href = link.attributes["href"] or ""
            if href.startswith("#"):
                assert href[1:] in anchors, (name, href)
            if href.startswith("/id/"):
                rest = href.removeprefix("/id/").partition("#")[0].partition("?")[0]
                assert (
                    TASKS["resource"](devon, {"root": ROOT, "path": href, "rest": rest, "page": 1, "form": "nt"}).status
                    == 200
                ), (name, href)
            if href.startswith("/queries/"):
                assert re.split(r"[.?]", href.removeprefix("/queries/"))[0] in known


def test_the_page_of_a_pledge_tells_what_became_of_it(devon: Store) -> None:
    for record in commitment_records(devon):
        html = page_of(devon, record["iri"])
        told = text(html)
        assert text(html, "h1") == shown(record["text"])
        assert words()["statuses"][record["status"]["value"]]["word"] in text(html, ".answer")
        for owner in record["owners"]:
            assert owner["name"] in told
            assert all(parent in told for parent in owner["part_of"])
        quotes = {" ".join(one.text().split()) for one in html.css("blockquote")}
        for said in record["evidence"]:
            assert shown(said["text"]) in quotes
            assert f"line {said['line']}" in told
        assert record["iri"] == text(html, "code.address")


def test_a_pledge_that_nobody_owns_says_so(devon: Store) -> None:
    record = next(one for one in commitment_records(devon) if not one["owners"] and not one["evidence"])
    told = text(page_of(devon, record["iri"]))
    assert "No owner is named." in told
    assert "No statement that was read answers this pledge." in told


def test_a_pledge_says_how_sure_its_status_is_where_a_review_was_read(devon: Store) -> None:
    records = {one["status"]["value"]: one for one in commitment_records(devon)}
    assert "(accepted in review)" in text(page_of(devon, records["InProgress"]["iri"]), ".verdict")
    assert "(" not in text(page_of(devon, records["NotAssessed"]["iri"]), ".verdict")


def test_the_page_of_a_strategy_counts_its_pledges_by_status(devon: Store) -> None:
    records = commitment_records(devon)
    strategy = records[0]["strategy"]["iri"]
    counted: dict[str, int] = {}
    for record in (one for one in records if one["strategy"]["iri"] == strategy):
        counted[record["status"]["value"]] = counted.get(record["status"]["value"], 0) + 1
    tiles = page_of(devon, strategy).css(".tile")
    assert {one.attributes["data-status"]: int(one.css_first(".figure").text()) for one in tiles} == counted


def test_a_link_and_an_assessment_are_called_by_what_they_say(devon: Store) -> None:
    (row,) = devon.select("SELECT (MIN(STR(?one)) AS ?iri) WHERE { ?one sl:relation sl:ownedBy }")
    assert re.fullmatch("“.+” – owned now by – “.+”", text(page_of(devon, row["iri"].value), "h1"))
    (row,) = devon.select("SELECT (MIN(STR(?one)) AS ?iri) WHERE { GRAPH ?graph { ?one sl:asOf ?date } }")
    assert re.fullmatch("Status of “.+”, as of .*[0-9]{4}", text(page_of(devon, row["iri"].value), "h1"))


def test_home_lists_strategies_documents_queries_and_downloads(devon: Store) -> None:
    html = page(devon, "home")
    told, record = text(html), devon.record
    assert f"What became of {record['counts']['commitments']} pledges" in told
    assert sum(int(one.text()) for one in html.css(".figure")) == record["counts"]["commitments"]
    for document in record["documents"]:
        assert document["title"] in told
    links = {one.attributes["href"] for one in html.css("a")}
    assert {f"/queries/{query.name}" for query in named_queries()} <= links
    assert {f"/data/strategy-links.{one}" for one in ("ttl", "trig", "nq", "jsonld", "csv", "xlsx")} <= links


def test_the_page_of_a_query_has_a_form_rows_and_files_that_keep_its_values(devon: Store) -> None:
    html = page(devon, "query", name="pledges-by-owner", values=[["name", "St&ps"]])
    assert html.css_first("form").attributes["method"] == "get"
    field = html.css_first("input[name=name]")
    assert field.attributes["value"] == "St&ps"
    assert html.css_first(f"label[for={field.attributes['id']}]")
    assert "/queries/pledges-by-owner.csv?name=St%26ps" in {one.attributes["href"] for one in html.css("a")}
    assert "Nothing in the data answers this with these values." in text(html)
    rows = page(devon, "query", name="pledges-by-owner", values=[["name", ""]]).css("tbody tr")
    assert len(rows) > 10
    assert all(row.css_first("th[scope=row]") for row in rows)


def test_a_field_is_of_the_kind_of_its_parameter(devon: Store) -> None:
    number = page(devon, "query", name="links-below-confidence", values=[]).css_first("input[name=below]")
    assert number.attributes["inputmode"] == "decimal"
    words = page(devon, "query", name="where-a-pledge-went", values=[]).css_first("form input")
    assert words.attributes["type"] == "text"


def test_a_value_of_the_wrong_kind_is_told_of_beside_the_form(devon: Store) -> None:
    asked = {"root": ROOT, "path": "/", "name": "links-below-confidence", "values": [["below", "<b>much</b>"]]}
    answered = TASKS["query"](devon, asked)
    assert answered.status == 400
    assert b"<b>much" not in answered.body
    html: Any = LexborHTMLParser(answered.body.decode())
    assert "below is not a number" in text(html, "[role=alert]")
    assert html.css_first("input[name=below]").attributes["value"] == "<b>much</b>"


def test_a_query_that_does_not_exist_has_a_page_that_says_so(devon: Store) -> None:
    answered = TASKS["query"](devon, {"root": ROOT, "path": "/", "name": "no-such", "values": []})
    assert (answered.status, answered.media_type) == (404, "text/html")


@pytest.mark.parametrize("kind", KINDS)
def test_search_engines_read_the_kind_of_thing_and_its_address(devon: Store, kind: str) -> None:
    iri = first(devon, kind)
    graph = embedded(page_of(devon, iri))
    thing = rdflib.URIRef(iri)
    types = set(graph.objects(thing, RDF.type))
    assert types <= {SCHEMA[KINDS[kind]], SCHEMA.Report}
    assert types
    assert graph.value(thing, SCHEMA.url) == rdflib.URIRef(ROOT + "id/" + iri.removeprefix(DEFAULT_BASE))
    assert graph.value(thing, SCHEMA.text if KINDS[kind] == "Quotation" else SCHEMA.name)


def test_an_action_has_a_status_only_where_a_document_tells_one(devon: Store) -> None:
    expected = {"Achieved": SCHEMA.CompletedActionStatus, "InProgress": SCHEMA.ActiveActionStatus}
    by_status = {record["status"]["value"]: record for record in commitment_records(devon)}
    assert len(by_status) == 5
    for status, record in by_status.items():
        graph = embedded(page_of(devon, record["iri"]))
        action = graph.value(rdflib.URIRef(record["iri"]), SCHEMA.about)
        assert (action, RDF.type, SCHEMA.Action) in graph
        assert graph.value(action, SCHEMA.actionStatus) == expected.get(status)
        assert set(graph.objects(action, SCHEMA.agent)) == {rdflib.URIRef(one["iri"]) for one in record["owners"]}


def test_a_document_that_reports_is_a_report(devon: Store) -> None:
    (row,) = devon.select("SELECT ?one WHERE { ?one sl:reportsOn ?strategy }")
    iri = rdflib.URIRef(row["one"].value)
    graph = embedded(page_of(devon, str(iri)))
    assert graph.value(iri, RDF.type) == SCHEMA.Report
    assert graph.value(iri, SCHEMA.copyrightNotice)


def test_home_is_a_dataset_with_its_downloads(devon: Store) -> None:
    graph = embedded(page(devon, "home"))
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)
    downloads = list(graph.objects(dataset, SCHEMA.distribution))
    assert len(downloads) == 6
    for one in downloads:
        assert str(graph.value(one, SCHEMA.contentUrl)).startswith(ROOT + "data/")
        assert graph.value(one, SCHEMA.encodingFormat)
    assert len(list(graph.objects(dataset, SCHEMA.isBasedOn))) == len(devon.record["documents"])


def test_words_come_from_the_table_then_from_the_ontology_then_from_the_address() -> None:
    assert class_word(SL + "Commitment", "commitment") == "Pledge"
    assert class_word(SL + "Rule", "rule") == "Rule"
    assert property_words(SL + "ownedBy")["in"] == "Pledges it owns now"
    assert property_words("https://example.org/someThing") == {
        "out": "Some thing",
        "in": "Some thing: what names this",
    }
