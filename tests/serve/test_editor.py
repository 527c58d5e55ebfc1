"""The query editor as the server gives it: its page and policy, its files as they came, and the names it completes."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import pytest

from graph import vocabulary as v
from graph.ask.guard import check_local
from graph.ask.queries import named_queries
from graph.serve.editor import ASSETS, new_query, terms

if TYPE_CHECKING:
    import httpx

    from graph.store import Store

YASGUI = ASSETS / "yasgui"
# Only what describes the ontology itself is outside of the project's prefixes.
NOT_COMPLETED = ("http://www.w3.org/2002/07/owl#", "http://purl.org/vocab/vann/", "http://xmlns.com/foaf/0.1/")


@pytest.fixture(scope="module")
def settings(devon_http: httpx.Client) -> dict[str, Any]:
    answer = devon_http.get("/editor/settings.json")
    assert answer.headers["Content-Type"] == "application/json"
    known: dict[str, Any] = answer.json()
    return known


def test_the_page_lets_no_script_run_but_the_servers_and_asks_nobody_else(devon_http: httpx.Client) -> None:
    answer = devon_http.get("/editor")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert not re.findall(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.findall(r"\son\w+=|(?:src|href)=\"(?:https?:)?//", answer.text)


def test_the_page_lists_every_named_query_with_what_it_is_for(devon_http: httpx.Client) -> None:
    page = devon_http.get("/editor").text
    for query in named_queries():
        assert f'data-query="{query.name}"' in page
        assert f'href="/queries/{query.name}"' in page
        assert all(f"<b>{parameter.name}</b>" in page for parameter in query.parameters)
    assert page.count("data-query=") == len(named_queries()) > 10


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("yasgui/yasgui.min.js", "text/javascript; charset=utf-8"),
        ("yasgui/yasgui.min.css", "text/css; charset=utf-8"),
        ("yasgui/LICENSE", "text/plain; charset=utf-8"),
        ("editor/editor.js", "text/javascript; charset=utf-8"),
        ("editor/editor.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type_and_only_once(devon_http: httpx.Client, path: str, media_type: str) -> None:
    answer = devon_http.get(f"/assets/{path}")
    assert answer.status_code == 200
    assert answer.content == (ASSETS / path).read_bytes()
    assert answer.headers["Content-Type"] == media_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = devon_http.get(f"/assets/{path}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "vendor.sh",
        "notices.mjs",
        "editor/../vendor.sh",
        "editor/%2e%2e/vendor.sh",
        "editor/%2e%2e/%2e%2e/editor.py",
        "editor//etc/passwd",
        "editor/none.js",
        "editor/",
        "yasgui/%00",
    ],
)
def test_nothing_else_is_given(devon_http: httpx.Client, path: str) -> None:
    assert devon_http.get(f"/assets/{path}").status_code == 404


def test_the_files_of_yasgui_are_those_that_version_names() -> None:
    told = dict(line.split(": ", 1) for line in (YASGUI / "VERSION").read_text(encoding="utf-8").splitlines())
    assert told["name"] == "@zazuko/yasgui"
    assert told["licence"] == "MIT, see LICENSE"
    for name in ("yasgui.min.js", "yasgui.min.css"):
        assert hashlib.sha256((YASGUI / name).read_bytes()).hexdigest() == told[f"sha256 of {name}"]
    assert sorted(path.name for path in YASGUI.iterdir()) == ["LICENSE", "VERSION", "yasgui.min.css", "yasgui.min.js"]


def test_the_licences_of_all_that_is_bundled_are_kept() -> None:
    licence = (YASGUI / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("@zazuko/yasgui\n")
    for bundled in ("codemirror", "datatables.net", "dompurify", "jquery", "lodash-es", "n3", "sortablejs"):
        assert f"\n{bundled}, bundled\n" in licence
    assert licence.count("Permission is hereby granted") > 10


def test_no_style_fetches_a_font_or_an_image() -> None:
    for path in (*YASGUI.glob("*.css"), *(ASSETS / "editor").glob("*.css")):
        assert not re.findall(r"url\(|@import|@font-face", path.read_text(encoding="utf-8")), path.name


def test_no_script_of_ours_names_another_site_or_makes_markup_of_text() -> None:
    scripts = sorted((ASSETS / "editor").glob("*.js"))
    assert len(scripts) > 4
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"https?://[^\s\"'`]+", text)) <= {v.SL}, path.name
        assert not re.findall(r"innerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function", text), (
            path.name
        )


def test_the_settings_hold_the_prefixes_the_queries_and_where_instances_live(settings: dict[str, Any]) -> None:
    assert settings["prefixes"] == v.PREFIXES
    assert settings["bases"] == ["https://w3id.org/strategy-links/id/"]
    assert [query["name"] for query in settings["queries"]] == [query.name for query in named_queries()]
    assert [query["text"] for query in settings["queries"]] == [query.text for query in named_queries()]
    assert settings["terms"] == list(terms())


def test_a_new_query_declares_every_prefix_and_answers(devon: Store) -> None:
    check_local(new_query())
    for prefix, namespace in v.PREFIXES.items():
        assert f"PREFIX {prefix}: <{namespace}>\n" in new_query()
    assert len(list(devon.select(new_query()))) > 50


def test_every_term_has_a_label_and_a_definition_and_stands_once() -> None:
    found = terms()
    assert len({term["name"] for term in found}) == len(found)
    for term in found:
        assert term["iri"] == v.expand(term["name"]), term
        assert term["kind"] in ("class", "property", "value")
        assert term["label"]
        assert term["definition"].endswith((".", ".”", ".’")), term


def test_the_ontologys_own_words_are_shown() -> None:
    owned = next(term for term in terms() if term["name"] == "sl:ownedBy")
    assert owned["kind"] == "property"
    assert owned["label"] == "owned by"
    assert owned["definition"].startswith("Relates a commitment to the programme or organisation")
    assert {term["kind"] for term in terms() if term["name"] in ("sl:InProgress", "sl:Accepted")} == {"value"}


def test_every_property_and_class_that_the_data_uses_can_be_completed(devon: Store) -> None:
    used = {
        "property": "SELECT DISTINCT ?term { { ?s ?term ?o } UNION { GRAPH ?g { ?s ?term ?o } } }",
        "class": "SELECT DISTINCT ?term { { ?s a ?term } UNION { GRAPH ?g { ?s a ?term } } }",
    }
    for kind, query in used.items():
        known = {term["iri"] for term in terms() if term["kind"] == kind}
        found = {row["term"].value for row in devon.select(query)}
        assert len(found) > 15
        assert {iri for iri in found - known if not iri.startswith(NOT_COMPLETED)} == set()
