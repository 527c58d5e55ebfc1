"""Clients that analysts use, as they use them: SPARQLWrapper, rdflib, pandas, curl and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pandas
import pytest
import rdflib
import SPARQLWrapper
from openpyxl import load_workbook
from rdflib.namespace import FOAF, RDF
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from graph.ask.queries import named_queries
from serve.conftest import DATA, SCHEMA, encoded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import httpx
    from conftest import Ran

    from graph.store import Store
    from serve.conftest import Server

ONE = f"{DATA}one"
NAMES = f"SELECT ?name {{ ?document <{FOAF.name}> ?name }} ORDER BY ?name"
EXPECTED = ["One", "Three", "Two"]
TERMS = f"SELECT ?case ?value {{ ?case <{SCHEMA}value> ?value }}"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """These clients ask the environment for a proxy, which knows nothing of this machine's servers."""
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")


# SPARQLWrapper


@pytest.fixture(params=["get", "form", "direct"])
def wrapped(request: pytest.FixtureRequest, server: Server) -> Any:
    """SPARQLWrapper, in each of the ways in which it sends a query."""
    wrapper = SPARQLWrapper.SPARQLWrapper(server.sparql)
    if request.param != "get":
        wrapper.setMethod(SPARQLWrapper.POST)
    if request.param == "direct":
        wrapper.setRequestMethod(SPARQLWrapper.POSTDIRECTLY)
    return wrapper


def converted(wrapper: Any, query: str, form: str, **settings: Any) -> Any:
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    return wrapper.queryAndConvert(**settings)


def test_sparqlwrapper_reads_rows_as_json(wrapped: Any) -> None:
    answer = converted(wrapped, NAMES, "json")
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == EXPECTED


def test_sparqlwrapper_reads_rows_as_xml(wrapped: Any) -> None:
    document = converted(wrapped, NAMES, "xml")
    assert [one.firstChild.data for one in document.getElementsByTagName("literal")] == EXPECTED


@pytest.mark.parametrize(
    ("form", "end", "header", "quote"), [("csv", b"\r\n", b"name", b""), ("tsv", b"\n", b"?name", b'"')]
)
def test_sparqlwrapper_reads_rows_as_columns(wrapped: Any, form: str, end: bytes, header: bytes, quote: bytes) -> None:
    lines = converted(wrapped, NAMES, form).split(end)
    assert lines == [header, *(quote + name.encode() + quote for name in EXPECTED), b""]


def test_sparqlwrapper_reads_a_truth(wrapped: Any) -> None:
    assert converted(wrapped, "ASK {}", "json")["boolean"] is True
    assert converted(wrapped, "ASK { FILTER (false) }", "json")["boolean"] is False


@pytest.mark.parametrize("form", ["rdf+xml", "xml", "turtle", "n3", "json-ld"])
def test_sparqlwrapper_reads_triples(wrapped: Any, form: str) -> None:
    for query in (f"CONSTRUCT {{ <{ONE}> ?p ?o }} WHERE {{ <{ONE}> ?p ?o }}", f"DESCRIBE <{ONE}>"):
        answer = converted(wrapped, query, form)
        graph = answer if isinstance(answer, rdflib.Graph) else rdflib.Graph().parse(data=answer, format=form)
        assert graph.value(rdflib.URIRef(ONE), FOAF.name) == rdflib.Literal("One")


def test_sparqlwrapper_chooses_a_graph(wrapped: Any) -> None:
    wrapped.addDefaultGraph(ONE)
    assert [row["name"]["value"] for row in converted(wrapped, NAMES, "json")["results"]["bindings"]] == ["One"]


def test_sparqlwrapper_tells_of_a_malformed_query(wrapped: Any) -> None:
    with pytest.raises(QueryBadFormed, match="line 1, column"):
        converted(wrapped, "SELECT ?name { ?s ?p }", "json")


def test_sparqlwrapper_cannot_update(server: Server) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(server.sparql)
    wrapper.setMethod(SPARQLWrapper.POST)
    for request_method in (SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY):
        wrapper.setRequestMethod(request_method)
        wrapper.setQuery("CLEAR ALL")
        with pytest.raises(Exception, match="403"):
            wrapper.query()


# rdflib


@pytest.fixture(params=["GET", "POST", "POST_FORM"])
def method(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(params=["xml", "json", "csv", "tsv"])
def remote(request: pytest.FixtureRequest, method: Any, server: Server) -> rdflib.Graph:
    """The server as a graph of rdflib's, in each of the formats that rdflib asks for."""
    return rdflib.Graph(store=SPARQLStore(server.sparql, method=method, returnFormat=request.param))


def test_rdflib_reads_rows(remote: rdflib.Graph) -> None:
    rows = remote.query(NAMES)
    assert [str(row[0]) for row in rows] == EXPECTED  # type: ignore[index]


def test_rdflib_binds_what_it_is_given(remote: rdflib.Graph) -> None:
    rows = remote.query("SELECT ?p ?o { ?s ?p ?o }", initBindings={"s": rdflib.URIRef(ONE), "p": FOAF.name})
    assert [str(row[1]) for row in rows] == ["One"]  # type: ignore[index]


def test_rdflib_matches_triples(method: Any, server: Server, graphs: Store) -> None:
    graph = rdflib.Graph(store=SPARQLStore(server.sparql, method=method))
    one = rdflib.URIRef(ONE)
    assert set(graph.triples((one, None, None))) == {
        (one, RDF.type, FOAF.Document),
        (one, FOAF.name, rdflib.Literal("One")),
    }
    assert sorted(map(str, graph.objects(None, FOAF.name))) == EXPECTED
    assert graph.value(one, FOAF.name) == rdflib.Literal("One")
    assert (one, RDF.type, FOAF.Document) in graph
    assert (one, RDF.type, FOAF.Person) not in graph
    assert len(graph) == len(list(graphs.select("SELECT ?s { ?s ?p ?o }")))


def test_rdflib_constructs_and_describes(method: Any, server: Server) -> None:
    graph = rdflib.Graph(store=SPARQLStore(server.sparql, method=method))
    for query in (f"CONSTRUCT WHERE {{ <{ONE}> ?p ?o }}", f"DESCRIBE <{ONE}>"):
        answer = graph.query(query).graph
        assert answer is not None
        assert len(answer) == 2


def test_rdflib_reads_each_graph_of_a_dataset(method: Any, server: Server) -> None:
    dataset = rdflib.Dataset(store=SPARQLStore(server.sparql, method=method))
    assert [str(name) for name in dataset.get_context(ONE).objects(None, FOAF.name)] == ["One"]
    assert len(dataset.get_context(ONE)) == 2
    assert len(dataset.get_context(f"{DATA}absent")) == 0
    names = {str(getattr(one, "identifier", one)) for one in dataset.store.contexts()}
    assert names == {f"{DATA}{name}" for name in ("one", "two", "three", "terms")}


def test_rdflib_reads_every_kind_of_term(server: Server, graphs: Store) -> None:
    graph = rdflib.Graph(store=SPARQLStore(server.sparql, returnFormat="json"))
    read = sorted((str(row[0]), str(row[1])) for row in graph.query(TERMS))  # type: ignore[index]
    stored = sorted((row["case"].value, row["value"].value) for row in graphs.select(TERMS))
    assert [case for case, _ in read] == [case for case, _ in stored]
    assert {value for case, value in read if not case.endswith(("double", "decimal"))} <= {value for _, value in stored}


# pandas


def test_pandas_reads_an_answer_from_an_address(server: Server, graphs: Store) -> None:
    address = f"{server.sparql}?{encoded(('query', TERMS))}"
    frame = pandas.read_csv(address, storage_options={"Accept": "text/csv"}, keep_default_na=False)
    stored = sorted((row["case"].value, row["value"].value) for row in graphs.select(TERMS))
    assert list(frame.columns) == ["case", "value"]
    assert sorted(zip(frame["case"], frame["value"], strict=True)) == stored


def test_pandas_reads_numbers_and_what_is_missing(server: Server) -> None:
    query = "SELECT ?name ?count { VALUES (?name ?count) { ('a' 1) ('b' UNDEF) ('c' 2.5) } } ORDER BY ?name"
    frame = pandas.read_csv(f"{server.sparql}?{encoded(('query', query))}", storage_options={"Accept": "text/csv"})
    assert list(frame["name"]) == ["a", "b", "c"]
    assert frame["count"].dtype == "float64"
    assert frame["count"].isna().tolist() == [False, True, False]
    assert frame["count"].sum() == 3.5


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_pandas_reads_each_named_query(devon_server: Server, ask: Callable[..., Ran], name: str) -> None:
    frame = pandas.read_csv(f"{devon_server.address}/queries/{name}.csv", dtype=str, keep_default_na=False)
    printed = ask("query", name, "--format", "csv").rows()
    assert list(frame.columns) == list(printed[0]) if printed else True
    assert frame.to_dict("records") == printed


# Spreadsheets


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_each_named_query_is_a_workbook(devon_http: httpx.Client, ask: Callable[..., Ran], name: str) -> None:
    answer = devon_http.get(f"/queries/{name}.xlsx")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert rows_of(answer.content) == rows_of(ask("query", name, "--format", "xlsx").stdout)


def rows_of(workbook: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(io.BytesIO(workbook)).worksheets[0].iter_rows(values_only=True))


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_each_named_query_is_json_and_tsv(devon_http: httpx.Client, ask: Callable[..., Ran], name: str) -> None:
    in_json, in_tsv = (devon_http.get(f"/queries/{name}.{form}") for form in ("json", "tsv"))
    assert in_json.headers["Content-Type"].split(";")[0] == "application/json"
    assert in_tsv.headers["Content-Type"] == "text/tab-separated-values; charset=utf-8"
    assert in_json.json() == ask("query", name, "--format", "json").json
    assert in_tsv.content == ask("query", name, "--format", "tsv").stdout


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xlsx"])
def test_an_address_takes_the_parameters_of_its_query(
    devon_http: httpx.Client, ask: Callable[..., Ran], form: str
) -> None:
    every = devon_http.get(f"/queries/pledges-by-owner.{form}")
    some = devon_http.get(f"/queries/pledges-by-owner.{form}?name=Steps")
    assert some.content == ask("query", "pledges-by-owner", "--set", "name=Steps", "--format", form).stdout
    assert some.content != every.content


def test_an_address_gives_the_text_of_its_query(devon_http: httpx.Client) -> None:
    [query] = [one for one in named_queries() if one.name == "pledges-by-owner"]
    answer = devon_http.get("/queries/pledges-by-owner.rq")
    assert answer.headers["Content-Type"].split(";")[0] == "application/sparql-query"
    assert answer.text == query.text


# curl


@pytest.fixture
def curl(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs curl without anybody's configuration."""
    program = shutil.which("curl")
    if program is None:
        reason = "curl is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    def run_curl(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [program, "-q", "--silent", "--show-error", "--noproxy", "*", "--max-time", "60", *arguments],
            capture_output=True,
            cwd=tmp_path,
            check=False,
        )

    return run_curl


def test_curl_asks_in_each_way(curl: Callable[..., Any], server: Server, tmp_path: Path) -> None:
    (tmp_path / "names.rq").write_text(NAMES, encoding="utf-8")
    accept = ("-H", "Accept: text/csv")
    direct = ("-H", "Content-Type: application/sparql-query", "--data-binary", "@names.rq")
    expected = ["name", *EXPECTED]
    for arguments in (
        ("--get", "--data-urlencode", f"query={NAMES}"),
        ("--get", "--data-urlencode", "query@names.rq"),
        ("--data-urlencode", f"query={NAMES}"),
        direct,
        (*direct, "-H", "Expect: 100-continue"),
        (*direct, "-H", "Transfer-Encoding: chunked"),
        (*direct, "--http1.0"),
        (*direct, "--http2"),
    ):
        ran = curl("--fail", *accept, *arguments, server.sparql)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.decode().split("\r\n")[:-1] == expected


def test_curl_sees_a_failure_and_why(curl: Callable[..., Any], server: Server) -> None:
    ran = curl("--fail-with-body", "--get", "--data-urlencode", "query=SELECT", server.sparql)
    assert ran.returncode == 22
    assert b"line 1" in ran.stdout


def test_curl_reads_the_headers(curl: Callable[..., Any], server: Server) -> None:
    ran = curl("--head", f"{server.sparql}?query=ASK%7B%7D")
    head = ran.stdout.decode().lower()
    assert head.startswith("http/1.1 200 ok")
    assert "content-type: application/sparql-results+json" in head
    assert "vary: accept" in head


def test_curl_saves_a_spreadsheet(curl: Callable[..., Any], devon_server: Server, tmp_path: Path) -> None:
    ran = curl("--fail", "--remote-name", "--remote-header-name", f"{devon_server.address}/queries/status-by-theme.csv")
    assert ran.returncode == 0, ran.stderr
    rows = list(csv.DictReader((tmp_path / "status-by-theme.csv").open(encoding="utf-8", newline="")))
    assert rows


def test_curl_and_json_work_in_a_pipe(curl: Callable[..., Any], devon_server: Server) -> None:
    ran = curl("--fail", f"{devon_server.address}/queries/outstanding.json")
    assert json.loads(ran.stdout)
