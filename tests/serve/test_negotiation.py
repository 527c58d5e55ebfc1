"""Which media type answers a request (RFC 9110, section 12.5.1), and that each answer is what it says it is."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import XSD
from rdflib.query import Result
from rdflib.util import from_n3

from serve.conftest import DATA, SCHEMA, encoded, sentence

if TYPE_CHECKING:
    import httpx

    from graph.store import Store

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv; charset=utf-8", "text/tab-separated-values; charset=utf-8"
TURTLE, NTRIPLES = "text/turtle; charset=utf-8", "application/n-triples"
JSONLD, RDFXML = "application/ld+json", "application/rdf+xml"
REFUSED = None

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"

ROWS = {
    None: JSON,
    "": JSON,
    "*/*": JSON,
    JSON: JSON,
    XML: XML,
    "text/csv": CSV,
    "text/tab-separated-values": TSV,
    "application/json": "application/json",
    "application/xml": "application/xml",
    "application/*": JSON,
    "text/*": CSV,
    "TEXT/CSV": CSV,
    "text/csv;charset=utf-8": CSV,
    "text/csv; header=present": CSV,
    f"text/csv,{JSON}": JSON,
    f"text/csv;q=1.0,{JSON};q=0.9": CSV,
    f"{JSON};q=0.1,{XML};q=0.2": XML,
    f"{JSON};Q=0.1 , {XML} ; q=0.2": XML,
    "text/csv;q=0.5, text/tab-separated-values": TSV,
    "text/csv;q=0, */*": JSON,
    f"{JSON};q=0, {XML};q=0, application/*;q=0, */*;q=0.1": CSV,
    "text/*;q=0.3, text/csv;q=0.1": TSV,
    "image/png, */*;q=0.1": JSON,
    "text/turtle, text/csv;q=0.001": CSV,
    "text/html, application/xml;q=0.9": "application/xml",
    BROWSER: "application/xml",
    "text/html": REFUSED,
    "image/png": REFUSED,
    "text/turtle": REFUSED,
    "application/pdf, image/*": REFUSED,
    "*/*;q=0": REFUSED,
    f"{JSON};q=0": REFUSED,
    f"{JSON};q=0.0, text/turtle": REFUSED,
}
TRIPLES = {
    None: TURTLE,
    "": TURTLE,
    "*/*": TURTLE,
    "text/turtle": TURTLE,
    "application/n-triples": NTRIPLES,
    "application/ld+json": JSONLD,
    "application/rdf+xml": RDFXML,
    "application/json": "application/json",
    "application/xml": "application/xml",
    "text/*": TURTLE,
    "application/*": NTRIPLES,
    "application/turtle,text/turtle": TURTLE,
    "application/rdf+xml, text/turtle": TURTLE,
    "application/rdf+xml, text/turtle;q=0.9": RDFXML,
    "application/ld+json;q=0.5, application/rdf+xml;q=0.6": RDFXML,
    f"{JSON}, application/ld+json;q=0.1": JSONLD,
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"': JSONLD,
    "text/turtle;q=0, application/*": NTRIPLES,
    BROWSER: "application/xml",
    "text/html": REFUSED,
    JSON: REFUSED,
    "text/csv": REFUSED,
    "*/*;q=0": REFUSED,
}

SELECT = f"SELECT ?case ?value {{ ?case <{SCHEMA}value> ?value }}"
UNBOUND = "SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (1 UNDEF 3) (UNDEF UNDEF UNDEF) ('' UNDEF '') (UNDEF 2 UNDEF) } }"
CONSTRUCT = f"CONSTRUCT {{ ?case <{SCHEMA}is> ?value }} WHERE {{ ?case <{SCHEMA}value> ?value }}"
DESCRIBE = f"DESCRIBE <{DATA}language>"
NOTHING = "WHERE { FILTER (false) }"


def ask(http: httpx.Client, query: str, *accept: str | None) -> httpx.Response:
    """A query with Accept headers as they are given: none, one or several."""
    headers = [("Accept", one) for one in accept if one is not None]
    return http.get(f"/sparql?{encoded(('query', query))}", headers=headers)


def check(answer: httpx.Response, expected: str | None) -> None:
    if expected is REFUSED:
        assert answer.status_code == 406
        assert "text/csv" in sentence(answer) or "text/turtle" in sentence(answer), "what would be accepted is named"
    else:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == expected
    assert "accept" in answer.headers["Vary"].lower(), "caches hold one answer for each Accept"


@pytest.mark.parametrize("accept", ROWS)
@pytest.mark.parametrize("query", ["SELECT (1 AS ?x) {}", "ASK {}"], ids=["select", "ask"])
def test_rows_and_truths_are_answered_in_the_type_that_is_wanted_most(
    http: httpx.Client, query: str, accept: str | None
) -> None:
    check(ask(http, query, accept), ROWS[accept])


@pytest.mark.parametrize("accept", TRIPLES)
@pytest.mark.parametrize("query", [CONSTRUCT, DESCRIBE], ids=["construct", "describe"])
def test_triples_are_answered_in_the_type_that_is_wanted_most(
    http: httpx.Client, query: str, accept: str | None
) -> None:
    check(ask(http, query, accept), TRIPLES[accept])


def test_several_headers_are_one_list(http: httpx.Client) -> None:
    """RFC 9110, section 5.3."""
    check(ask(http, SELECT, "text/csv;q=0.1", XML), XML)
    check(ask(http, SELECT, "image/png", "text/turtle", "text/csv"), CSV)
    check(ask(http, SELECT, "image/png", "text/turtle"), REFUSED)


@pytest.mark.parametrize(
    "accept",
    [",", ";", "/", "text", "text/", "/csv", "text/csv;q=", "text/csv;q=two", "text/csv;q=-1", "text/csv;q=99", "*/csv",
     "text/csv;q=nan", "text/csv;q=inf", "*/*;q=0.5;q=1", ";q=1", "text/csv" * 500, "a/b," * 2000, '";,', "text /csv"],
)  # fmt: skip
def test_a_header_that_makes_no_sense_is_no_failure(http: httpx.Client, accept: str) -> None:
    answer = ask(http, SELECT, accept)
    assert answer.status_code in {200, 400, 406}


@pytest.mark.parametrize("way", ["form", "direct"])
def test_a_posted_query_is_negotiated_as_well(http: httpx.Client, way: str) -> None:
    form = way == "form"
    kind = "application/x-www-form-urlencoded" if form else "application/sparql-query"
    body = encoded(("query", SELECT)) if form else SELECT
    for accept, expected in (("text/csv", CSV), (XML, XML), ("text/turtle", REFUSED)):
        headers = {"Content-Type": kind, "Accept": accept}
        check(http.post("/sparql", content=body.encode(), headers=headers), expected)


# Every answer, read by rdflib, is that of the store

TERMS = {JSON: "json", XML: "xml", "text/tab-separated-values": "tsv"}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


def term(engine_term: Any) -> Any:
    """A term of the engine as one of rdflib's, by way of N-Triples."""
    return from_n3(str(engine_term))


def key(one: Any) -> tuple[str, ...]:
    """A term to compare by: numbers by what they are worth, for rdflib writes some of them anew."""
    if one is None:
        return ()
    if isinstance(one, rdflib.Literal):
        numeric = one.datatype in (XSD.integer, XSD.decimal, XSD.double)
        return ("literal", str(float(one)) if numeric else str(one), str(one.datatype), one.language or "")
    return (type(one).__name__, str(one))


def stored_rows(graphs: Store, query: str) -> list[list[tuple[str, ...]]]:
    """The same answer without the server, in order."""
    solutions = graphs.query(query)
    names = [variable.value for variable in solutions.variables]
    return sorted([key(None if row[name] is None else term(row[name])) for name in names] for row in solutions)


@pytest.mark.parametrize("query", [SELECT, UNBOUND, f"SELECT ?a ?b {NOTHING}"], ids=["terms", "unbound", "nothing"])
@pytest.mark.parametrize("accept", TERMS)
def test_rows_are_those_of_the_store(http: httpx.Client, graphs: Store, accept: str, query: str) -> None:
    answer = ask(http, query, accept)
    parsed = Result.parse(io.BytesIO(answer.content), format=TERMS[accept])
    names = [str(variable) for variable in parsed.vars or ()]
    assert names == [variable.value for variable in graphs.query(query).variables]
    rows = [[key(row.get(rdflib.Variable(name))) for name in names] for row in parsed.bindings]
    assert sorted(rows) == stored_rows(graphs, query)


@pytest.mark.parametrize("query", [SELECT, UNBOUND, f"SELECT ?a ?b {NOTHING}"], ids=["terms", "unbound", "nothing"])
def test_rows_in_csv_are_the_texts_of_the_store(http: httpx.Client, graphs: Store, query: str) -> None:
    """Section 3.2 of the format: "the string corresponding to the RDF term value"."""
    header, *rows = csv.reader(io.StringIO(ask(http, query, "text/csv").content.decode("utf-8"), newline=""))
    solutions = graphs.query(query)
    assert header == [variable.value for variable in solutions.variables]
    texts = [["" if row[name] is None else row[name].value for name in header] for row in solutions]
    assert sorted(rows) == sorted(texts)


@pytest.mark.parametrize("accept", [JSON, XML, "application/json", "application/xml"])
@pytest.mark.parametrize("query", ["ASK {}", "ASK { FILTER (false) }"])
def test_a_truth_is_that_of_the_store(http: httpx.Client, graphs: Store, query: str, accept: str) -> None:
    form = "json" if accept.endswith("json") else "xml"
    parsed = Result.parse(io.BytesIO(ask(http, query, accept).content), format=form)
    assert parsed.type == "ASK"
    assert parsed.askAnswer is bool(graphs.query(query))


@pytest.mark.parametrize("accept", ["text/csv", "text/tab-separated-values"])
@pytest.mark.parametrize(("query", "truth"), [("ASK {}", "true"), ("ASK { FILTER (false) }", "false")])
def test_a_truth_is_one_word_where_there_are_only_columns(
    http: httpx.Client, query: str, truth: str, accept: str
) -> None:
    """The formats say nothing of ASK; this is what other servers send, and no column of letters."""
    assert ask(http, query, accept).text.strip() == truth


@pytest.mark.parametrize(
    "query", [CONSTRUCT, DESCRIBE, f"CONSTRUCT {{ ?s ?p ?o }} {NOTHING}"], ids=["construct", "describe", "nothing"]
)
@pytest.mark.parametrize("accept", GRAPHS)
def test_triples_are_those_of_the_store(http: httpx.Client, graphs: Store, accept: str, query: str) -> None:
    answer = ask(http, query, accept)
    parsed = rdflib.Graph().parse(data=answer.content, format=GRAPHS[accept])
    stored = rdflib.Graph()
    for one in graphs.query(query):
        stored.add((term(one.subject), term(one.predicate), term(one.object)))
    assert isomorphic(parsed, stored)


def test_blank_nodes_are_joined_in_one_answer(http: httpx.Client) -> None:
    graph = rdflib.Graph().parse(
        data=ask(http, "CONSTRUCT { _:a <x:p> _:b . _:b <x:p> 1 } WHERE {}", "text/turtle").content, format="turtle"
    )
    assert len(set(graph.subjects()) | {one for one in graph.objects() if isinstance(one, rdflib.BNode)}) == 2


# The formats of columns, by https://www.w3.org/TR/sparql11-results-csv-tsv/


def select_values(*terms: str, name: str = "v") -> str:
    return f"SELECT ?{name} {{ VALUES ?{name} {{ {' '.join(terms)} }} }}"


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        ("'String'", "String"),
        ("'String-with-dquote\"'", '"String-with-dquote"""'),
        ("'one, two'", '"one, two"'),
        ("'first\\nsecond'", '"first\nsecond"'),
        ("'first\\r\\nsecond'", '"first\r\nsecond"'),
        ("'first\\rsecond'", '"first\rsecond"'),
        ("'String-with-lang'@en", "String-with-lang"),
        ("<http://example.org/x>", "http://example.org/x"),
        ("123", "123"),
        ("1.5", "1.5"),
        ("true", "true"),
        ("'2024-02-29'^^xsd:date", "2024-02-29"),
        ("'any'^^<x:kind>", "any"),
        ("'Ελλάδα 💩'", "Ελλάδα 💩"),
        ("'=1+1'", "=1+1"),
        ("''", ""),
    ],
)
def test_csv_holds_the_text_of_a_term(http: httpx.Client, term: str, cell: str) -> None:
    """Sections 2, 3.1 and 3.2: a header without question marks, lines that end in CR LF, quotes as in RFC 4180."""
    assert ask(http, select_values(term), "text/csv").content.decode("utf-8") == f"v\r\n{cell}\r\n"


def test_csv_leaves_a_field_empty_where_nothing_is_bound(http: httpx.Client) -> None:
    """Section 3.1: "if a variable is not bound, an empty field is used"."""
    answer = ask(http, UNBOUND, "text/csv").content
    assert sorted(answer.split(b"\r\n")) == sorted([b"a,b,c", b"1,,3", b",,", b",,", b",2,", b""])


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        ("'String'", '"String"'),
        ("'String-with-dquote\"'", '"String-with-dquote\\""'),
        ("'first\\nsecond'", '"first\\nsecond"'),
        ("'first\\rsecond'", '"first\\rsecond"'),
        ("'left\\tright'", '"left\\tright"'),
        ("'back\\\\slash'", '"back\\\\slash"'),
        ("'String-with-lang'@en", '"String-with-lang"@en'),
        ("<http://example.org/x>", "<http://example.org/x>"),
        ("123", "123"),
        ("-1.5", "-1.5"),
        ("'2024-02-29'^^xsd:date", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("'any'^^<x:kind>", '"any"^^<x:kind>'),
        ("'Ελλάδα 💩'", '"Ελλάδα 💩"'),
        ("''", '""'),
    ],
)
def test_tsv_holds_the_term_as_sparql_writes_it(http: httpx.Client, term: str, cell: str) -> None:
    """Sections 2, 4.1 and 4.2: a header with question marks, lines that end in LF, no long quotes, plain numbers."""
    assert ask(http, select_values(term), "text/tab-separated-values").content.decode("utf-8") == f"?v\n{cell}\n"


def test_tsv_tells_an_empty_text_from_nothing(http: httpx.Client) -> None:
    """Section 4.1."""
    lines = ask(http, UNBOUND, "text/tab-separated-values").text.split("\n")
    assert lines[0] == "?a\t?b\t?c"
    assert lines[-1] == ""
    assert sorted(lines[1:-1]) == sorted(["1\t\t3", "\t\t", '""\t\t""', "\t2\t"])


def test_blank_nodes_have_labels_in_columns(http: httpx.Client) -> None:
    """Sections 3.2 and 4.2: `_:label`, the same for the same node."""
    query = "SELECT ?a ?b { BIND (BNODE() AS ?a) BIND (?a AS ?b) }"
    for accept, delimiter in (("text/csv", ","), ("text/tab-separated-values", "\t")):
        first, second = ask(http, query, accept).text.splitlines()[1].split(delimiter)
        assert first == second
        assert first.startswith("_:")


def test_json_leaves_out_what_is_not_bound(http: httpx.Client) -> None:
    """Section 3.2.2 of https://www.w3.org/TR/sparql11-results-json/."""
    answer = json.loads(ask(http, UNBOUND, JSON).content)
    assert answer["head"]["vars"] == ["a", "b", "c"]
    assert sorted(sorted(row) for row in answer["results"]["bindings"]) == [[], ["a", "c"], ["a", "c"], ["b"]]


def test_json_tells_kind_language_and_datatype(http: httpx.Client) -> None:
    """Section 3.2.3 of the same."""
    query = select_values("'a'@en", "'b'^^<x:kind>", "'c'", "<x:d>", "5")
    rows = {row["v"]["value"]: row["v"] for row in json.loads(ask(http, query, JSON).content)["results"]["bindings"]}
    assert rows["a"] == {"type": "literal", "value": "a", "xml:lang": "en"}
    assert rows["b"] == {"type": "literal", "value": "b", "datatype": "x:kind"}
    assert rows["c"] == {"type": "literal", "value": "c"}
    assert rows["x:d"] == {"type": "uri", "value": "x:d"}
    assert rows["5"] == {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
