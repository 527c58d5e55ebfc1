"""The SPARQL 1.1 protocol, by the list of the W3C's tests and section by section: how a query is sent, and refused.

The tests that docstrings name are those of the working group's suite `data-sparql11/protocol`; the sections are those
of https://www.w3.org/TR/sparql11-protocol/. The endpoint is read only, which section 4.1 allows, so that every test of
the update operation becomes one of its refusal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
import rdflib
from rdflib.namespace import RDF

from serve.conftest import DATA, PATIENCE, encoded, sentence

if TYPE_CHECKING:
    from graph.store import Store
    from serve.conftest import Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}

ONE, TWO, THREE = f"{DATA}one", f"{DATA}two", f"{DATA}three"
ABSENT = f"{DATA}absent"
BOTH = f"ASK {{ <{ONE}> a ?kind . <{TWO}> a ?kind }}"
NAMED = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
NAMES = "SELECT ?name { ?document <http://xmlns.com/foaf/0.1/name> ?name }"


def get(http: httpx.Client, *pairs: tuple[str, str], accept: str | None = None) -> httpx.Response:
    """The query operation by GET: section 2.1.1."""
    return http.get(f"/sparql?{encoded(*pairs)}", headers={"Accept": accept} if accept else {})


def post_form(http: httpx.Client, *pairs: tuple[str, str]) -> httpx.Response:
    """The query operation by POST with a form: section 2.1.2."""
    return http.post("/sparql", content=encoded(*pairs), headers=FORM)


def post_direct(http: httpx.Client, query: str, *pairs: tuple[str, str]) -> httpx.Response:
    """The query operation by POST of the query itself: section 2.1.3."""
    return http.post(f"/sparql?{encoded(*pairs)}", content=query.encode(), headers=QUERY)


WAYS = {
    "get": lambda http, query, *pairs: get(http, ("query", query), *pairs),
    "form": lambda http, query, *pairs: post_form(http, ("query", query), *pairs),
    "direct": post_direct,
}


@pytest.fixture(params=WAYS)
def send(request: pytest.FixtureRequest, http: httpx.Client) -> Any:
    """Sends a query and parameters in each of the three ways of section 2.1."""
    way = WAYS[request.param]
    return lambda query, *pairs: way(http, query, *pairs)


def from_named(graph: str) -> str:
    """The query that lists graphs, asked of one."""
    return NAMED.replace("{", f"FROM NAMED <{graph}> {{", 1)


def truth(answer: httpx.Response) -> bool:
    """What an ASK was answered."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("application/sparql-results+json")
    return bool(answer.json()["boolean"])


def values(answer: httpx.Response, name: str) -> list[str]:
    """What a variable of a SELECT was bound to, in order of the alphabet."""
    assert answer.status_code == 200, answer.text
    return sorted(row[name]["value"] for row in answer.json()["results"]["bindings"])


# The query operation


def test_a_query_is_answered_in_each_of_the_three_ways(send: Any) -> None:
    """query_get, query_post_form, query_post_direct."""
    assert truth(send("ASK {}"))


def test_default_graphs_of_the_request_make_the_default_graph(send: Any) -> None:
    """query_dataset_default_graphs_get and _post."""
    assert truth(send(BOTH, ("default-graph-uri", ONE), ("default-graph-uri", TWO)))
    assert not truth(send(BOTH, ("default-graph-uri", ONE)))
    assert not truth(send(BOTH, ("default-graph-uri", TWO), ("default-graph-uri", THREE)))


def test_named_graphs_of_the_request_are_all_that_are_named(send: Any) -> None:
    """query_dataset_named_graphs_get and _post."""
    both = [("named-graph-uri", ONE), ("named-graph-uri", TWO)]
    assert truth(send("ASK { GRAPH ?g { ?s ?p ?o } }", *both))
    assert values(send(NAMED, *both), "g") == [ONE, TWO]


def test_a_request_may_describe_the_whole_dataset(send: Any) -> None:
    """query_dataset_full."""
    query = "SELECT ?g ?x ?s { ?x ?y ?o  GRAPH ?g { ?s ?p ?o } }"
    named = [("named-graph-uri", ONE), ("named-graph-uri", TWO)]
    answer = send(query, ("default-graph-uri", THREE), *named)
    assert set(values(answer, "x")) == {THREE}
    assert set(values(answer, "g")) == {ONE, TWO}
    assert set(values(answer, "s")) == {ONE, TWO}
    assert len(answer.json()["results"]["bindings"]) == 2, "both sides share ?o"


def test_the_dataset_of_the_request_goes_before_that_of_the_query(send: Any) -> None:
    """query_multiple_dataset."""
    assert not truth(send(f"ASK FROM <{ONE}> {{ <{ONE}> ?p ?o }}", ("default-graph-uri", TWO)))
    assert values(send(from_named(ONE), ("named-graph-uri", TWO)), "g") == [TWO]


def test_a_dataset_of_the_request_has_nothing_that_the_request_does_not_name(send: Any) -> None:
    """Section 13.2 of the query language: a default graph alone has no named graphs beside it, and the other way."""
    assert values(send(NAMED, ("default-graph-uri", ONE)), "g") == []
    assert values(send(NAMES, ("named-graph-uri", ONE)), "name") == []
    assert values(send(NAMED.replace("{", f"FROM <{ONE}> {{", 1)), "g") == []


def test_the_query_may_describe_the_dataset(send: Any) -> None:
    """Section 2.1.4, FROM and FROM NAMED; example 3.1.7."""
    assert values(send(NAMES.replace("{", f"FROM <{ONE}> FROM <{THREE}> {{", 1)), "name") == ["One", "Three"]
    assert values(send(from_named(TWO)), "g") == [TWO]


def test_without_a_dataset_a_query_sees_every_graph_and_all_that_they_say(send: Any) -> None:
    """Section 2.1.4, "an implementation-defined default RDF dataset"."""
    assert values(send(NAMES), "name") == ["One", "Three", "Two"]
    assert values(send(NAMED), "g") == sorted([ONE, TWO, THREE, f"{DATA}terms"])


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_does_not_exist_is_empty(send: Any, name: str) -> None:
    assert (
        values(send(f"SELECT ?s {{ {{ ?s ?p ?o }} UNION {{ GRAPH <{ABSENT}> {{ ?s ?p ?o }} }} }}", (name, ABSENT)), "s")
        == []
    )


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("value", ["", "one two", "<x:y>", "not-absolute", "x:y> } #", "http://[", "x:\ny"])
def test_a_graph_that_can_have_no_such_name_is_refused(send: Any, name: str, value: str) -> None:
    refused = send("ASK {}", (name, value))
    assert refused.status_code == 400
    assert name in sentence(refused)


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT (1 AS ?value) {}", {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"}),
        ("ASK {}", {"application/sparql-results+json", "application/sparql-results+xml"}),
        ("DESCRIBE <http://example.org/>", {"text/turtle", "application/rdf+xml", "application/n-triples"}),
        ("CONSTRUCT { <s> <p> 1 } WHERE {}", {"text/turtle", "application/rdf+xml", "application/n-triples"}),
    ],
    ids=["select", "ask", "describe", "construct"],
)
def test_each_kind_of_query_answers_in_a_type_of_its_kind(send: Any, query: str, types: set[str]) -> None:
    """query_content_type_select, _ask, _describe and _construct."""
    answer = send(query)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].split(";")[0] in types


def test_a_relative_address_is_one_below_the_endpoint(http: httpx.Client) -> None:
    """Section 2.3: the base, where the query has none, is the service's own."""
    graph = rdflib.Graph().parse(data=post_direct(http, "CONSTRUCT { <s> <p> 1 } WHERE {}").text, format="turtle")
    [(subject, predicate, value)] = graph
    assert (str(subject), str(predicate)) == (f"{http.base_url}/s", f"{http.base_url}/p")
    assert value == rdflib.Literal(1)


def test_the_address_may_end_with_a_slash(http: httpx.Client) -> None:
    """The suite asks `/sparql/`, and takes a redirection for an answer."""
    with httpx.Client(base_url=http.base_url, follow_redirects=True, timeout=PATIENCE, trust_env=False) as following:
        assert truth(following.post("/sparql/", content=b"ASK {}", headers=QUERY))
        assert truth(following.get("/sparql/?query=ASK%7B%7D"))


def test_parameters_come_in_any_order(http: httpx.Client) -> None:
    """Sections 2.1.1 and 2.1.2."""
    pairs = [("default-graph-uri", ONE), ("query", BOTH), ("default-graph-uri", TWO)]
    assert truth(get(http, *pairs))
    assert truth(post_form(http, *pairs))


def test_parameters_that_the_protocol_does_not_know_are_let_be(http: httpx.Client) -> None:
    """Common clients send the format that they want in several."""
    assert truth(get(http, ("query", "ASK {}"), ("format", "json"), ("output", "json"), ("results", "json")))


LETTERS = "SELECT ?x { VALUES ?x { 'a+b c&d=e%41;f' 'é' 'こんにちは' '💩' } }"


def test_letters_arrive_as_they_were_sent(send: Any) -> None:
    """Example 3.1.13: plus signs, percent signs, ampersands and letters of any language."""
    assert set(values(send(LETTERS), "x")) == {"a+b c&d=e%41;f", "é", "こんにちは", "💩"}


@pytest.mark.parametrize("written", ["ASK+%7B%7D", "ASK%20%7b%7d", "ASK%0A%7B%09%7D%0D%0A", "%41%53%4B%7B%7D"])
def test_a_space_is_a_plus_or_an_escape(http: httpx.Client, written: str) -> None:
    assert truth(http.get(f"/sparql?query={written}"))
    assert truth(http.post("/sparql", content=f"query={written}", headers=FORM))


@pytest.mark.parametrize(
    "content_type",
    [
        "application/sparql-query; charset=utf-8",
        'application/sparql-query; charset="UTF-8"',
        "application/sparql-query;charset=Utf8",
        "Application/SPARQL-Query",
        "application/sparql-query ; charset=UTF-8",
    ],
)
def test_a_direct_query_may_say_that_it_is_utf_8(http: httpx.Client, content_type: str) -> None:
    """Section 2.1.3: "UTF-8 is the only valid charset here"."""
    query = "ASK { FILTER (STRLEN('é') = 1) }".encode()
    assert truth(http.post("/sparql", content=query, headers={"Content-Type": content_type}))


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8", "utf8"])
def test_a_form_may_say_that_it_is_utf_8(http: httpx.Client, charset: str) -> None:
    headers = {"Content-Type": f"application/x-www-form-urlencoded; charset={charset}"}
    assert truth(http.post("/sparql", content=encoded(("query", "ASK {}")), headers=headers))


def test_a_byte_order_mark_is_no_part_of_a_query(http: httpx.Client) -> None:
    """Editors of Windows put one before a text in UTF-8."""
    assert truth(post_direct(http, "\ufeffASK {}"))


def test_the_project_s_prefixes_need_not_be_declared(send: Any) -> None:
    assert truth(send("ASK { FILTER (STR(sl:Commitment) = 'https://w3id.org/strategy-links#Commitment') }"))


def test_a_query_may_declare_a_prefix_of_the_project_otherwise(send: Any) -> None:
    assert truth(send("PREFIX sl: <http://example.org/> ASK { FILTER (STR(sl:x) = 'http://example.org/x') }"))


def test_an_answer_is_that_of_the_store(send: Any, graphs: Store) -> None:
    expected = sorted(row["s"].value for row in graphs.select("SELECT ?s { ?s ?p ?o }"))
    assert values(send("SELECT ?s { ?s ?p ?o }"), "s") == expected


def test_a_head_request_has_the_headers_of_the_answer_and_no_body(http: httpx.Client) -> None:
    """RFC 9110, section 9.3.2."""
    address = f"/sparql?{encoded(('query', NAMES))}"
    headed, got = http.head(address), http.get(address)
    assert (headed.status_code, headed.content) == (200, b"")
    for name in ("Content-Type", "Vary"):
        assert headed.headers[name] == got.headers[name]
    assert http.get(address).content == got.content, "the connection is still in step"


def test_the_endpoint_describes_itself_where_it_is_asked_nothing(http: httpx.Client, server: Server) -> None:
    """Section 2 of https://www.w3.org/TR/sparql11-service-description/."""
    answer = http.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/turtle")
    graph = rdflib.Graph().parse(data=answer.content, format="turtle", publicID=server.sparql)
    description = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    [service] = graph.subjects(RDF.type, description.Service)
    assert [str(one) for one in graph.objects(service, description.endpoint)] == [server.sparql]
    assert description.SPARQL11Query in set(graph.objects(service, description.supportedLanguage))
    assert description.SPARQL11Update not in set(graph.objects(service, description.supportedLanguage))


# What is no query operation


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "QUERY", "PROPFIND"])
def test_other_methods_are_refused_with_those_that_are_not(http: httpx.Client, method: str) -> None:
    """bad_query_method; RFC 9110, section 15.5.6."""
    refused = http.request(method, f"/sparql?{encoded(('query', 'ASK {}'))}")
    assert refused.status_code == 405
    allowed = {one.strip() for one in refused.headers["Allow"].split(",")}
    assert {"GET", "HEAD", "POST"} <= allowed
    assert method not in allowed


def test_the_methods_can_be_asked_for(http: httpx.Client) -> None:
    """RFC 9110, section 9.3.7."""
    told = http.options("/sparql")
    assert told.status_code in {200, 204, 405}
    assert {"GET", "HEAD", "POST"} <= {one.strip() for one in told.headers["Allow"].split(",")}


def test_one_request_is_one_query(http: httpx.Client) -> None:
    """bad_multiple_queries."""
    pairs = [("query", "ASK {}"), ("query", "SELECT * {}")]
    for refused in (
        get(http, *pairs),
        post_form(http, *pairs),
        post_direct(http, "ASK {}", ("query", "SELECT * {}")),
        http.post(f"/sparql?{encoded(pairs[0])}", content=encoded(pairs[1]), headers=FORM),
    ):
        assert refused.status_code == 400
        assert "query" in sentence(refused)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain", "ASK {}"),
        (None, "query=ASK%20%7B%7D"),
        (None, "ASK {}"),
        ("application/json", '{"query": "ASK {}"}'),
        (
            "multipart/form-data; boundary=x",
            '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\nASK {}\r\n--x--\r\n',
        ),
        ("application/sparql-query-language", "ASK {}"),
        ("text/html", "<p>"),
        ("", "ASK {}"),
        ("nonsense", "ASK {}"),
    ],
)
def test_a_body_of_another_type_is_refused(http: httpx.Client, content_type: str | None, body: str) -> None:
    """bad_query_wrong_media_type, bad_query_missing_form_type, bad_query_missing_direct_type; RFC 9110, 15.5.16."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    refused = http.post("/sparql", content=body.encode(), headers=headers)
    assert refused.status_code == 415
    assert "application/sparql-query" in sentence(refused)


@pytest.mark.parametrize("charset", ["UTF-16", "iso-8859-1", "windows-1252", "no-such-charset"])
def test_a_direct_query_in_another_charset_is_refused(http: httpx.Client, charset: str) -> None:
    """bad_query_non_utf8."""
    body = "ASK {}".encode("utf-16") if charset == "UTF-16" else b"ASK {}"
    refused = http.post(
        "/sparql", content=body, headers={"Content-Type": f"application/sparql-query; charset={charset}"}
    )
    assert refused.status_code in {400, 415}
    assert "UTF-8" in sentence(refused)


def test_a_query_that_is_no_utf_8_is_refused(http: httpx.Client) -> None:
    latin = "ASK { FILTER ('é' = 'é') }".encode("latin-1")
    for refused in (
        http.post("/sparql", content=latin, headers=QUERY),
        http.post("/sparql", content=b"query=ASK%20%7B%20FILTER%20('%E9'%20%3D%20'')%7D", headers=FORM),
        http.get("/sparql?query=ASK%20%7B%20FILTER%20('%E9'%20%3D%20'')%7D"),
    ):
        assert refused.status_code == 400
        assert "UTF-8" in sentence(refused)


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("ASK {", 1, 6),
        ("SELEC * { ?s ?p ?o }", 1, 1),
        ("SELECT *\nWHERE {\n  ?s ?p ?o .\n  FILTER ?o }\n", 4, None),
        ("ASK { ?s unknown:p ?o }", 1, None),
        ("SELECT * { ?s ?p ?o } LIMIT many", 1, None),
        ("ASK {} ASK {}", 1, None),
    ],
)
def test_what_is_no_query_is_refused_with_its_place(send: Any, query: str, line: int, column: int | None) -> None:
    """bad_query_syntax; section 2.1.7 and example 3.1.9."""
    refused = send(query)
    assert refused.status_code == 400
    said = sentence(refused)
    assert f"line {line}, column {column}" in said if column else f"line {line}, column " in said


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT * { BIND (1 AS ?a) BIND (2 AS ?a) }",
        "ASK { ?s ?p '\\ud800' }",
    ],
)
def test_what_breaks_a_rule_beyond_the_grammar_is_refused(send: Any, query: str) -> None:
    refused = send(query)
    assert refused.status_code == 400
    sentence(refused)


@pytest.mark.parametrize("query", ["", " ", "\n", "# nothing"])
def test_nothing_is_no_query(send: Any, query: str) -> None:
    refused = send(query)
    assert refused.status_code == 400
    sentence(refused)


def test_a_form_without_a_query_is_refused(http: httpx.Client) -> None:
    for refused in (
        post_form(http),
        post_form(http, ("default-graph-uri", ONE)),
        get(http, ("default-graph-uri", ONE)),
    ):
        assert refused.status_code == 400
        assert "query" in sentence(refused)


def test_no_address_below_or_beside_the_endpoint_is_one(http: httpx.Client) -> None:
    for path in ("/sparql/data", "/query", "/update", "/sparql/update", "/store", "/data"):
        missing = http.get(f"{path}?{encoded(('query', 'ASK {}'))}")
        assert missing.status_code == 404
        sentence(missing)


# The update operation, which is refused in every form

# The suite's name of an update, the update, and the parameter that describes its dataset.
UPDATES = {
    "update_dataset_default_graph": ("INSERT { GRAPH <x:y> { ?s ?p 1 } } WHERE { ?s ?p ?o }", "using-graph-uri"),
    "update_dataset_named_graphs": ("INSERT { ?s ?p 1 } WHERE { GRAPH ?g { ?s ?p ?o } }", "using-named-graph-uri"),
    "update_post": ("CLEAR ALL", None),
    "update_base_uri": ("INSERT DATA { GRAPH <x:y> { <x:s> <x:p> <test> } }", None),
    "bad_multiple_updates": ("CLEAR NAMED", None),
    "bad_update_syntax": ("CLEAR XYZ", None),
    "bad_update_dataset_conflict": ("WITH <x:y> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", "using-named-graph-uri"),
    "load": (f"LOAD <{DATA}one>", None),
    "drop": ("DROP SILENT ALL", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_in_a_form_and_directly(http: httpx.Client, name: str) -> None:
    """Section 4.1: "implementations may choose not to implement the update operation"."""
    update, using = UPDATES[name]
    graph = [(using, ONE)] if using else []
    for refused in (
        post_form(http, ("update", update), *graph),
        post_form(http, ("update", update), ("update", "CLEAR DEFAULT"), *graph),
        post_form(http, ("query", "ASK {}"), ("update", update)),
        http.post(f"/sparql?{encoded(*graph)}", content=update.encode(), headers=UPDATE),
    ):
        assert refused.status_code == 403
        assert "read" in sentence(refused)
    assert sorted(values(get(http, ("query", NAMES)), "name")) == ["One", "Three", "Two"]


def test_an_update_in_an_address_is_refused(http: httpx.Client) -> None:
    """bad_update_get."""
    for refused in (get(http, ("update", "CLEAR ALL")), get(http, ("update", "CLEAR ALL"), ("query", "ASK {}"))):
        assert refused.status_code == 403
        sentence(refused)


def test_an_update_of_another_type_or_charset_is_refused(http: httpx.Client) -> None:
    """bad_update_wrong_media_type, bad_update_missing_form_type, bad_update_non_utf8."""
    plain = http.post("/sparql", content=b"CLEAR NAMED", headers={"Content-Type": "text/plain"})
    untyped = http.post("/sparql", content=b"update=CLEAR%20NAMED")
    wide = {"Content-Type": "application/sparql-update; charset=UTF-16"}
    other = http.post("/sparql", content="CLEAR NAMED".encode("utf-16"), headers=wide)
    assert [plain.status_code, untyped.status_code] == [415, 415]
    assert other.status_code in {403, 415}


@pytest.mark.parametrize(
    "update", ["CLEAR ALL", f"LOAD <{DATA}one>", "INSERT DATA { <x:a> <x:b> 1 }", "DELETE WHERE { ?s ?p ?o }"]
)
def test_an_update_in_place_of_a_query_is_none(send: Any, update: str, http: httpx.Client) -> None:
    refused = send(update)
    assert refused.status_code == 400
    assert "line 1" in sentence(refused)
    assert values(get(http, ("query", NAMES)), "name") == ["One", "Three", "Two"]
