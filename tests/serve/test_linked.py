"""Every IRI of a store answers at the server: for people in HTML, for machines in four formats of the same triples."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS

from graph.ask.description import INCOMING, describe
from graph.ask.index import entries
from graph.ask.search import write_index
from graph.identifiers import DEFAULT_BASE
from graph.resources import VOCABULARY_FILES
from graph.serve.addresses import Addresses
from graph.serve.formats import FORMATS, MEDIA_TYPES
from graph.serve.pages import HYDRA, TASKS
from graph.store import SEARCH_INDEX, TEXTS, open_store, publish
from graph.vocabulary import SL, expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import httpx
    import pyoxigraph

    from graph.serve.answers import Answered
    from graph.store import Store

ROOT = "http://localhost:8000/"
BODY = "/id/devon"
PLEDGE = "SELECT (MIN(STR(?one)) AS ?iri) WHERE { ?one a sl:Commitment ; sl:ownedBy ?owner }"
RDF_FORMS = ("ttl", "jsonld", "nt", "rdf")
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


def do(store: Store, task: str, **asked: Any) -> Answered:
    return TASKS[task](store, {"root": ROOT, "path": "/", "page": 1, **asked})


def resource(store: Store, rest: str, form: str | None, page: int = 1) -> Answered:
    return do(store, "resource", rest=rest, form=form, page=page, path=f"/id/{rest}")


def triples(body: bytes, form: str) -> set[Any]:
    return set(rdflib.Graph().parse(data=body, format=PARSERS[form]))


def first(store: Store, query: str) -> str:
    """The rest of the address that a query finds, below the base."""
    (row,) = store.select(query)
    return str(row["iri"].value).removeprefix(DEFAULT_BASE)


class TestNegotiation:
    @pytest.mark.parametrize(
        ("accept", "answer"),
        [
            (BROWSER, "text/html; charset=utf-8"),
            ("text/html", "text/html; charset=utf-8"),
            ("*/*", "text/turtle; charset=utf-8"),  # curl
            ("", "text/turtle; charset=utf-8"),
            ("text/turtle", "text/turtle; charset=utf-8"),
            ("text/*", "text/turtle; charset=utf-8"),
            ("text/html, text/turtle", "text/turtle; charset=utf-8"),  # who can read RDF gets it
            ("text/html;q=0.9, text/turtle;q=0.8", "text/html; charset=utf-8"),
            ("text/turtle;q=0, */*", "application/ld+json"),
            ("application/ld+json", "application/ld+json"),
            ("application/json", "application/ld+json"),
            ("application/n-triples", "application/n-triples"),
            ("application/rdf+xml", "application/rdf+xml"),
            ("APPLICATION/RDF+XML; q=0.5, image/png", "application/rdf+xml"),
            ("image/png, application/n-triples;q=0.1", "application/n-triples"),
        ],
    )
    @pytest.mark.parametrize("address", [BODY, "/ontology", "/void"])
    def test_the_type_wanted_most_is_given(
        self, devon_http: httpx.Client, address: str, accept: str, answer: str
    ) -> None:
        got = devon_http.get(address, headers={"Accept": accept} if accept else {})
        assert got.status_code == 200
        assert got.headers["Content-Type"] == answer
        assert got.headers["Vary"] == "Accept"
        ending = FORMATS[answer.partition(";")[0]]
        assert got.headers["Content-Location"] == f"{address}.{ending}"

    @pytest.mark.parametrize("address", [BODY, "/ontology", "/void"])
    @pytest.mark.parametrize("ending", MEDIA_TYPES)
    def test_an_ending_decides_whatever_is_accepted(self, devon_http: httpx.Client, address: str, ending: str) -> None:
        got = devon_http.get(f"{address}.{ending}", headers={"Accept": "image/png"})
        assert got.status_code == 200
        assert got.headers["Content-Type"].partition(";")[0] == MEDIA_TYPES[ending]

    @pytest.mark.parametrize("address", [BODY, "/ontology", "/void", "/sparql"])
    def test_who_accepts_no_type_is_told_which_there_are(self, devon_http: httpx.Client, address: str) -> None:
        got = devon_http.get(address, headers={"Accept": "image/png"})
        assert got.status_code == 406
        assert got.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert "text/turtle" in got.text

    def test_the_header_link_leads_to_the_formats_and_tells_the_iri(self, devon_http: httpx.Client) -> None:
        links = devon_http.head(BODY).headers["Link"]
        assert f'<{DEFAULT_BASE}devon>; rel="canonical"' in links
        assert f'<{BODY}.ttl>; rel="describedby"; type="text/turtle"' in links
        for media_type, ending in FORMATS.items():
            assert f'<{BODY}.{ending}>; rel="alternate"; type="{media_type}"' in links

    @pytest.mark.parametrize("form", RDF_FORMS)
    def test_what_is_not_known_is_not_found_in_the_type_asked_for(self, devon_http: httpx.Client, form: str) -> None:
        by_ending = devon_http.get(f"/id/nobody/nothing.{form}")
        by_header = devon_http.get("/id/nobody/nothing", headers={"Accept": MEDIA_TYPES[form]})
        for got in (by_ending, by_header):
            assert got.status_code == 404
            assert got.headers["Content-Type"].partition(";")[0] == MEDIA_TYPES[form]
            ((_, predicate, sentence),) = triples(got.content, form)
            assert predicate == RDFS.comment
            assert "nobody/nothing" in sentence

    def test_people_are_told_so_on_a_page(self, devon_http: httpx.Client) -> None:
        got = devon_http.get("/id/nobody", headers={"Accept": BROWSER})
        assert got.status_code == 404
        assert "<h1>There is no such page</h1>" in got.text

    @pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "٣", "9999999"])
    def test_a_page_is_a_number_from_one(self, devon_http: httpx.Client, page: str) -> None:
        assert devon_http.get(BODY, params={"page": page}).status_code == 400

    def test_the_well_known_address_leads_to_the_description(self, devon_http: httpx.Client) -> None:
        got = devon_http.get("/.well-known/void")
        assert (got.status_code, got.headers["Location"]) == (303, "/void")

    def test_pages_run_no_script_and_load_nothing_from_elsewhere(self, devon_http: httpx.Client) -> None:
        for address in ("/", "/queries", "/queries/outstanding", BODY, "/ontology", "/void"):
            got = devon_http.get(address, headers={"Accept": BROWSER})
            assert got.status_code == 200
            assert "default-src 'none'" in got.headers["Content-Security-Policy"]
            assert "unsafe" not in got.headers["Content-Security-Policy"]
            assert "style=" not in got.text
            assert got.text.count("<script") == got.text.count('<script type="application/ld+json">')
        assert devon_http.get("/assets/site.css").headers["Content-Type"] == "text/css; charset=utf-8"


class TestDescription:
    def test_every_iri_below_the_base_answers(self, devon: Store) -> None:
        terms = {term.value for quad in devon.graph for term in quad if isinstance(term, NamedNode)}
        ours = sorted(iri for iri in terms if iri.startswith(DEFAULT_BASE))
        assert len(ours) > 500
        for iri in ours:
            answered = resource(devon, iri.removeprefix(DEFAULT_BASE), "nt")
            assert answered.status == 200, iri
            assert f"<{iri}> ".encode() in answered.body, iri

    def test_each_format_holds_the_same_triples(self, devon: Store) -> None:
        for rest in (first(devon, PLEDGE), "devon", "vocabulary", "devon/decisions", "devon/sufficiency-review-2024"):
            told = {form: triples(resource(devon, rest, form).body, form) for form in RDF_FORMS}
            assert told["ttl"]
            assert all(one == told["ttl"] for one in told.values()), rest

    def test_the_same_question_gives_the_same_bytes(self, devon: Store) -> None:
        for form in MEDIA_TYPES:
            assert resource(devon, first(devon, PLEDGE), form) == resource(devon, first(devon, PLEDGE), form)

    def test_there_are_no_blank_nodes(self, devon: Store) -> None:
        for body in (do(devon, "dataset", form="nt").body, do(devon, "service", form="nt").body):
            assert b"_:" not in body

    def test_a_pledge_tells_its_triples_those_of_its_quote_and_the_labels_of_what_it_names(self, devon: Store) -> None:
        rest = first(devon, PLEDGE)
        graph = rdflib.Graph().parse(data=resource(devon, rest, "ttl").body, format="turtle")
        pledge = rdflib.URIRef(DEFAULT_BASE + rest)
        text = graph.value(pledge, rdflib.URIRef(SL + "text"))
        assert (rdflib.URIRef(f"{pledge}#quote"), rdflib.URIRef(expand("oa:exact")), text) in graph
        for owner in graph.objects(pledge, rdflib.URIRef(SL + "ownedBy")):
            assert graph.value(owner, SKOS.prefLabel)
        strategy = graph.value(pledge, rdflib.URIRef(SL + "statedIn"))
        assert graph.value(strategy, DCTERMS.title)

    def test_what_only_a_named_graph_holds_is_told_too(self, devon: Store) -> None:
        rest = first(devon, "SELECT (MIN(STR(?one)) AS ?iri) WHERE { GRAPH ?graph { ?one a sl:Assessment } }")
        said = triples(resource(devon, rest, "nt").body, "nt")
        assert (rdflib.URIRef(DEFAULT_BASE + rest), RDF.type, rdflib.URIRef(SL + "Assessment")) in said
        pledge = next(o for s, p, o in said if p == rdflib.URIRef(SL + "assesses"))
        pointing = triples(resource(devon, str(pledge).removeprefix(DEFAULT_BASE), "nt").body, "nt")
        assert (rdflib.URIRef(DEFAULT_BASE + rest), rdflib.URIRef(SL + "assesses"), pledge) in pointing

    def test_a_graph_that_nothing_is_said_of_tells_how_much_it_holds(self, devon: Store) -> None:
        name = NamedNode(DEFAULT_BASE + "vocabulary")
        count = sum(1 for _ in devon.graph.quads_for_pattern(None, None, None, name))
        said = triples(resource(devon, "vocabulary", "ttl").body, "ttl")
        assert rdflib.Literal(count) in {o for _, _, o in said}

    def test_the_graph_of_the_decisions_says_who_decided(self, devon: Store) -> None:
        said = triples(resource(devon, "devon/decisions", "ttl").body, "ttl")
        decisions = rdflib.URIRef(DEFAULT_BASE + "devon/decisions")
        assert (decisions, RDF.type, rdflib.URIRef("https://w3id.org/sssom/MappingSet")) in said
        [how] = [str(o) for s, p, o in said if (s, p) == (decisions, rdflib.DCTERMS.description)]
        assert "language models" in how


def little(folder: Path, quads: Sequence[Quad], bases: Sequence[str] = (DEFAULT_BASE,)) -> Store:
    """A store of a few quads."""

    def companions(loaded: pyoxigraph.Store, build: Path) -> None:
        write_index(build / SEARCH_INDEX, entries(loaded))
        with closing(sqlite3.connect(build / TEXTS)) as connection, connection:
            connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL)")

    publish(folder, quads, {"bases": list(bases)}, companions)
    return open_store(folder)


def said(subject: str, predicate: str, value: str | Literal) -> Iterator[Quad]:
    term = value if isinstance(value, Literal) else NamedNode(value)
    yield Quad(NamedNode(subject), NamedNode(expand(predicate)), term, DefaultGraph())


COUNT = 2 * INCOMING + 50
HUB = DEFAULT_BASE + "body/hub"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with a thing that many others point to."""
    quads = [*said(HUB, "dcterms:title", Literal("Hub"))]
    for number in range(COUNT):
        quads += said(f"{DEFAULT_BASE}body/pledge-{number:04}", "sl:statedIn", HUB)
    return little(tmp_path_factory.mktemp("hub") / "store", quads)


class TestManyThingsPointing:
    def test_they_come_in_pages_in_their_order(self, hub: Store) -> None:
        told = [describe(hub, HUB, page) for page in (1, 2, 3)]
        subjects = [one.subject.value for page in told for one in page.incoming]
        assert subjects == sorted(subjects)
        assert len(set(subjects)) == COUNT
        assert [len(page.incoming) for page in told] == [INCOMING, INCOMING, 50]
        assert all(page.total == COUNT and page.pages == 3 for page in told)

    @pytest.mark.parametrize(
        ("page", "others"), [(1, {"next": 2}), (2, {"previous": 1, "next": 3}), (3, {"previous": 2})]
    )
    def test_each_page_says_where_the_others_are(self, hub: Store, page: int, others: dict[str, int]) -> None:
        answered = resource(hub, "body/hub", "ttl", page)
        address = f"{ROOT}id/body/hub?page="
        for name, number in others.items():
            assert f'<{address}{number}>; rel="{name.replace("previous", "prev")}"' in answered.headers["Link"]
        graph = rdflib.Graph().parse(data=answered.body, format="turtle")
        view = rdflib.URIRef(f"{address}{page}")
        assert {
            p: o for p, o in graph.predicate_objects(view) if o != rdflib.URIRef(HYDRA + "PartialCollectionView")
        } == {
            **{rdflib.URIRef(HYDRA + name): rdflib.URIRef(f"{address}{number}") for name, number in others.items()},
            rdflib.URIRef(HYDRA + "totalItems"): rdflib.Literal(COUNT),
            FOAF.primaryTopic: rdflib.URIRef(HUB),
        }

    def test_people_see_the_count_and_the_way_on(self, hub: Store) -> None:
        text = resource(hub, "body/hub", "html", 2).body.decode()
        assert f"{COUNT} things point to it. This is page 2 of 3." in text
        assert 'href="/id/body/hub?page=3#pointing"' in text
        assert "/editor#query=" in text

    def test_a_page_past_the_last_is_not_found(self, hub: Store) -> None:
        assert resource(hub, "body/hub", "ttl", 4).status == 404

    def test_a_thing_that_little_points_to_has_no_other_pages(self, devon: Store) -> None:
        answered = resource(devon, "devon", "ttl")
        assert b"hydra" not in answered.body
        assert 'rel="next"' not in answered.headers["Link"]


class TestAddresses:
    def test_an_iri_that_ends_like_a_format_is_itself(self, tmp_path: Path) -> None:
        plan, html = DEFAULT_BASE + "body/plan", DEFAULT_BASE + "body/plan.html"
        store = little(
            tmp_path / "store", [*said(plan, "rdfs:label", Literal("Plan")), *said(html, "rdfs:label", Literal("Page"))]
        )
        addresses = Addresses(store)
        assert addresses.named("body/plan.html") == (html, "")
        assert addresses.named("body/plan.html.ttl") == (html, "ttl")
        assert addresses.named("body/plan.ttl") == (plan, "ttl")

    @pytest.mark.parametrize("end", ["café", "儿童", "a%20b", "a'b", "a,b;c=d", "tilde~", "a&b", "a?b"])
    def test_any_iri_has_an_address_that_leads_back(self, tmp_path: Path, end: str) -> None:
        iri = f"{DEFAULT_BASE}body/{end}"
        store = little(tmp_path / "store", [*said(iri, "rdfs:label", Literal("One"))])
        path = Addresses(store).path(iri)
        assert path is not None
        assert path.isascii()
        assert Addresses(store).named(unquote(urlsplit(path).path).removeprefix("/id/")) == (iri, "")

    def test_each_of_several_bases_answers(self, tmp_path: Path) -> None:
        bases = ("https://a.example/id/", "https://b.example/id/", "https://c.example/things#")
        same, other, hashed = bases[1] + "x", bases[1] + "y", bases[2] + "z"
        quads = [
            quad for iri in (bases[0] + "x", same, other, hashed) for quad in said(iri, "rdfs:label", Literal(iri))
        ]
        addresses = Addresses(little(tmp_path / "store", quads, bases))
        paths = {iri: addresses.path(iri) for iri in (bases[0] + "x", same, other, hashed)}
        assert paths[bases[0] + "x"] == "/id/x"
        assert paths[other] == "/id/y"
        assert paths[hashed] == "/id/z"
        assert paths[same] == "/id/https://b.example/id/x"  # the first base has this rest already
        for iri, path in paths.items():
            assert path is not None
            assert addresses.named(path.removeprefix("/id/")) == (iri, "")

    def test_only_iris_below_a_base_answer(self, devon: Store) -> None:
        assert Addresses(devon).named("http://www.w3.org/2004/02/skos/core#Concept") is None

    def test_a_part_is_at_its_things_address_and_a_term_at_the_ontology(self, devon: Store) -> None:
        addresses = Addresses(devon)
        assert addresses.path(DEFAULT_BASE + "devon/x#quote") == "/id/devon/x#quote"
        assert addresses.path(SL + "ownedBy") == "/ontology#ownedBy"
        assert addresses.path("https://example.org/elsewhere") is None

    @pytest.mark.parametrize("rest", ["", "a b", "<x>", '"', "a\nb", "\0", "..", "%", "é" * 5000])
    def test_what_is_no_iri_is_not_known(self, devon: Store, rest: str) -> None:
        assert resource(devon, rest, "html").status == 404
        assert resource(devon, rest, "ttl").status == 404


class TestOddWords:
    TEXT = '<script>alert(1)</script> & "quotes" \x01\x0b ]]> \u202eevil =1+1 <!-- </main>'

    @pytest.fixture
    def odd(self, tmp_path: Path) -> Store:
        iri = DEFAULT_BASE + "body/odd"
        return little(
            tmp_path / "store",
            [*said(iri, "rdf:type", SL + "Programme"), *said(iri, "skos:prefLabel", Literal(self.TEXT))],
        )

    @pytest.mark.parametrize("form", ["ttl", "nt", "jsonld"])
    def test_machines_get_every_character(self, odd: Store, form: str) -> None:
        assert rdflib.Literal(self.TEXT) in {o for _, _, o in triples(resource(odd, "body/odd", form).body, form)}

    def test_rdf_xml_marks_what_xml_cannot_hold(self, odd: Store) -> None:
        said = {str(o) for _, _, o in triples(resource(odd, "body/odd", "rdf").body, "rdf")}
        assert self.TEXT.replace("\x01", "\ufffd").replace("\x0b", "\ufffd") in said

    def test_people_see_text(self, odd: Store) -> None:
        text = resource(odd, "body/odd", "html").body.decode()
        assert "<script>alert" not in text
        assert "</main>" in text.replace("&lt;/main&gt;", "")
        assert text.count("</main>") == 1
        assert "\x01" not in text
        assert "\u202e" not in text.partition("<body>")[2]


class TestOntology:
    def test_each_term_has_its_anchor_with_its_definition(self, devon: Store) -> None:
        page = do(devon, "ontology", form="html").body.decode()
        graph = rdflib.Graph()
        for path in VOCABULARY_FILES:
            graph.parse(path)
        terms = {str(one) for one in graph.subjects(SKOS.definition) if str(one).startswith(SL)}
        assert len(terms) > 50
        for term in terms:
            assert f'id="{term.removeprefix(SL)}"' in page, term

    def test_each_format_holds_the_files(self, devon: Store) -> None:
        graph = rdflib.Graph()
        for path in VOCABULARY_FILES:
            graph.parse(path)
        for form in RDF_FORMS:
            assert triples(do(devon, "ontology", form=form).body, form) == set(graph)
