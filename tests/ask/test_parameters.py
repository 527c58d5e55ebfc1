"""What a person gives to a query is data: values are bound as terms of their kind, and never become part of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.guard import check_local
from graph.ask.parameters import KINDS, Parameter
from graph.ask.queries import NamedQuery, named_queries
from graph.ask.run import answer_named, run
from graph.errors import QueryError
from graph.values import Status
from graph.vocabulary import SL

if TYPE_CHECKING:
    from graph.store import Store

WITH_TEXT = [one for one in named_queries() if any(parameter.kind == "text" for parameter in one.parameters)]
ECHO = NamedQuery(
    "echo",
    "Echo",
    "Gives back what it is given.",
    (),
    (Parameter("a", "text", "any text"), Parameter("b", "text", "any text"), Parameter("n", "number", "a number")),
    "SELECT ?a ?b ?n WHERE { VALUES ?a { UNDEF } VALUES ?b { UNDEF } VALUES ?n { 1 } }",
)
STATUS = Parameter("s", "choice", "a status", tuple(f"sl:{status}" for status in Status))
PLACE = Parameter("i", "iri", "an address")
CHOOSE = NamedQuery("choose", "", "", (), (STATUS, PLACE), "SELECT ?s ?i { VALUES ?s { UNDEF } VALUES ?i { UNDEF } }")
HARMFUL = (
    '" } #',
    "} UNION { ?s ?p ?o }",
    '"@en',
    "'''",
    '"""',
    "\\",
    '\\"',
    "\\u0022 } #",
    "\n\r\t",
    "{ UNDEF }",
    "}",
    "{",
    "?a",
    "VALUES ?b { 1 }",
    "<x:y>",
    "\\1 \\g<0>",
    "’“é💩",
    "SERVICE <http://localhost:9/> {}",
)


@pytest.mark.parametrize("value", HARMFUL)
@pytest.mark.parametrize("query", WITH_TEXT, ids=lambda one: one.name)
def test_no_value_becomes_part_of_the_query(devon: Store, query: NamedQuery, value: str) -> None:
    name = next(parameter.name for parameter in query.parameters if parameter.kind == "text")
    columns, rows = run(devon, query.name, [f"{name}={value}"], io.BytesIO())
    assert columns == run(devon, query.name, [], io.BytesIO())[0]
    assert rows == ()


@given(a=st.text(), b=st.text())
def test_a_value_comes_back_as_it_was_given(devon: Store, a: str, b: str) -> None:
    [row] = devon.query(ECHO.with_values({"a": a, "b": b, "n": "2"}))
    assert [term.value for term in row] == [a, b, "2"]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")], ids=" then ".join)
@pytest.mark.parametrize("value", ["VALUES ?a { UNDEF }", "VALUES ?b { 1 }", "VALUES ?n { }"])
def test_a_value_that_looks_like_a_parameter_is_left_alone(devon: Store, value: str, order: tuple[str, str]) -> None:
    [row] = devon.query(ECHO.with_values(dict.fromkeys(order, value)))
    assert [term.value for term in row] == [value, value, "1"]


@pytest.mark.parametrize("value", ["0", "12", "-3", "+0.5", "0.75"])
def test_a_number_is_a_number(devon: Store, value: str) -> None:
    [row] = devon.query(ECHO.with_values({"n": value}))
    assert float(row["n"].value) == float(value)


@pytest.mark.parametrize("value", ["", " ", "1 2", "1 } #", "one", "1e", "0x1", "1,5", "٣", "1\n", "NaN", "--1", "."])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(QueryError, match="n is not a number"):
        ECHO.with_values({"n": value})


@pytest.mark.parametrize("value", ["x y:z", "<x:y>", "relative", "x:y> } #", ""])
def test_what_is_no_address_is_refused(value: str) -> None:
    with pytest.raises(QueryError, match="i is not an IRI"):
        CHOOSE.with_values({"i": value})


@pytest.mark.parametrize("value", ["https://example.org/é?a=b#c", "urn:x:y", "https://example.org/(a)'b"])
def test_an_address_is_an_address(devon: Store, value: str) -> None:
    assert answer_named(devon, CHOOSE, {"i": value}).rows == ((None, value),)


@pytest.mark.parametrize(
    "value", ["InProgress", "in progress", "In-Progress", " INPROGRESS ", "sl:InProgress", SL + "InProgress"]
)
def test_a_choice_is_known_however_it_is_written(devon: Store, value: str) -> None:
    assert answer_named(devon, CHOOSE, {"s": value}).rows == ((SL + "InProgress", None),)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "done",
        "Progress",
        "x:InProgress",
        "https://example.org/InProgress",
        "In progress; Achieved",
        "<x:y> } #",
        "’",
    ],
)
def test_what_is_no_choice_is_answered_with_those_that_there_are(value: str) -> None:
    with pytest.raises(QueryError) as refused:
        CHOOSE.with_values({"s": value})
    assert str(refused.value) == (
        f"choose: s is not {value!r}; use one of Achieved, InProgress, Outstanding, NotReported, NotAssessed."
    )


def test_a_choice_and_an_address_take_several_values_each_once(devon: Store) -> None:
    columns, rows = answer_named(devon, CHOOSE, {"s": ["achieved", "Outstanding", "Achieved"], "i": ["x:a", "x:a"]})
    assert columns == ("s", "i")
    assert rows == ((SL + "Achieved", "x:a"), (SL + "Outstanding", "x:a"))


@pytest.mark.parametrize(("name", "values"), [("a", ["x", "y"]), ("n", ["1", "2"])])
def test_a_text_and_a_number_take_one_value(name: str, values: list[str]) -> None:
    with pytest.raises(QueryError, match=f"echo: {name} takes one value and is given 2; ask once for each"):
        ECHO.with_values({name: values})


def test_the_same_value_given_twice_counts_once() -> None:
    assert ECHO.with_values({"a": ["x", "x"]}) == ECHO.with_values({"a": "x"})


def test_no_values_at_all_are_refused() -> None:
    with pytest.raises(QueryError, match="s is given no value; leave it out"):
        CHOOSE.with_values({"s": []})


def test_several_statuses_are_given_by_setting_it_again(devon: Store) -> None:
    def pledges(*values: str) -> set[object]:
        _, rows = run(devon, "pledges-by-owner", [f"state={value}" for value in values], io.BytesIO())
        return {row[1] for row in rows}

    achieved, going = pledges("achieved"), pledges("in progress")
    assert achieved
    assert going
    assert not achieved & going
    assert pledges("achieved", "in progress") == achieved | going


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("nam", "did you mean name?"),
        ("Name", "did you mean name?"),
        ("status", "use name or state."),
        ("qqq", "use name or state."),
        ("x" * 500, "use name or state."),
        ("", "use name or state."),
    ],
)
def test_a_parameter_that_does_not_exist_is_answered_with_the_nearest(given: str, hint: str) -> None:
    [query] = [one for one in named_queries() if one.name == "pledges-by-owner"]
    with pytest.raises(QueryError) as refused:
        query.with_values({given: "x"})
    assert str(refused.value).startswith("pledges-by-owner: there is no parameter '")
    assert str(refused.value).endswith(hint)
    assert len(str(refused.value)) < 150


def test_a_query_without_parameters_says_so() -> None:
    query = NamedQuery("plain", "", "", (), (), "ASK {}")
    with pytest.raises(QueryError, match="use this query without any"):
        query.with_values({"a": "x"})


@pytest.mark.parametrize("query", named_queries(), ids=lambda one: one.name)
def test_every_parameter_is_of_a_known_kind_and_stands_in_the_query_once(query: NamedQuery) -> None:
    for parameter in query.parameters:
        assert parameter.kind in KINDS
        assert (parameter.kind == "choice") == bool(parameter.choices)
        assert all(choice.startswith("sl:") for choice in parameter.choices)
        assert parameter.name not in ("store", "endpoint", "output", "format")  # what commands and functions take too
        assert query.text.count(f"VALUES ?{parameter.name} {{") == 1


def test_the_default_is_what_stands_in_the_query() -> None:
    found = {(query.name, one.name): one.default for query in named_queries() for one in query.parameters}
    assert found["links-below-confidence", "below"] == "0.7"
    assert found["pledges-by-owner", "name"] is None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p ?o OPTIONAL { SERVICE ?o { ?a ?b ?c } } }",
        "SELECT * WHERE { { SELECT * WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } } } }",
        "SELECT * WHERE { { ?s ?p ?o } UNION { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o MINUS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o BIND (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } AS ?x) }",
        "SELECT * WHERE { GRAPH ?g { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
        "SELECT (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } AS ?x) WHERE {}",
        "SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } })",
        "SELECT ?s WHERE { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } })",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "DESCRIBE ?s WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "PREFIX SERVICE: <x:> SELECT * WHERE { SERVICE SERVICE:a { ?s ?p ?o } }",
    ],
)
def test_a_query_that_asks_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|not SPARQL"):
        check_local(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { S\\u0045RVICE <http://localhost:9/> { ?s ?p ?o } }",
        'SELECT * WHERE { BIND("x\\u0022 # " AS ?b) SERVICE SILENT <x:y> { ?s ?p ?o } BIND("x"\nAS ?a) }',
        "SELECT * WHERE { BIND('x\\U00000027 # ' AS ?b) SERVICE <http://localhost:9/> { ?s ?p ?o } BIND('x'\nAS ?a) }",
        'SELECT * WHERE { ?s ?p "\\ud800" }',
    ],
)
def test_a_query_that_could_hide_what_it_asks_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="escape"):
        check_local(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * WHERE { ?s ?p "SERVICE <x:y> { }" } # SERVICE',
        "PREFIX SERVICE: <x:> SELECT * WHERE { ?s SERVICE:SERVICE ?SERVICE }",
        "SELECT * WHERE { ?s a sl:Link }",
    ],
)
def test_a_query_may_hold_the_word_service(query: str) -> None:
    check_local(query)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * WHERE {\n\n  ?s ?p ?o .\n  FILTER ?o }\n", "line 4"),
        ("SELEC * WHERE { ?s ?p ?o }", "line 1"),
        ("LOAD <http://example.org/>", "line 1"),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "line 1"),
        ("SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", ""),
        ("SELECT * WHERE { BIND (1 AS ?a) BIND (2 AS ?a) }", ""),
        ("SELECT * WHERE " + "{ " * 3000 + "}" * 3000, ""),
    ],
)
def test_what_is_no_query_is_refused_with_its_place(devon: Store, query: str, place: str) -> None:
    with pytest.raises(QueryError, match=r"^The query is not SPARQL 1\.1.*" + place) as refused:
        run(devon, "-", [], io.BytesIO(query.encode()))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("pair", ["name", "=Steps", ""])
def test_a_setting_needs_a_name_and_an_equals_sign(devon: Store, pair: str) -> None:
    with pytest.raises(QueryError, match="is not name=value"):
        run(devon, "pledges-by-owner", [pair], io.BytesIO())
