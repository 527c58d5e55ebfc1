"""No query takes the process down: what nests or chains too much is refused, and what is allowed is survived."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from graph.ask.guard import DEEPEST, LONGEST, check_local, code_of
from graph.ask.queries import named_queries
from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.ask.queries import NamedQuery

# Each ended the process where no limit held it: how a query looks that nests, or chains, something so many times.
NESTED: dict[str, Callable[[int], str]] = {
    "groups": lambda n: "SELECT * WHERE " + "{" * n + "}" * n,
    "groups that never close": lambda n: "SELECT * WHERE " + "{ " * n,
    "brackets": lambda n: "SELECT (" + "(" * (n - 1) + "1" + ")" * (n - 1) + " AS ?x) {}",
    "brackets of a path": lambda n: "SELECT * { ?s " + "(" * (n - 1) + "a" + ")" * (n - 1) + " ?o }",
    "calls": lambda n: "SELECT (" + "STR(" * (n - 1) + "1" + ")" * (n - 1) + " AS ?x) {}",
    "choices": lambda n: "SELECT (" + "IF(1,1," * (n - 1) + "1" + ")" * (n - 1) + " AS ?x) {}",
    "tests": lambda n: "SELECT * {" + "FILTER EXISTS {" * (n - 1) + "}" * (n - 1) + "}",
    "optional parts": lambda n: "SELECT * {" + "OPTIONAL {" * (n - 1) + "}" * (n - 1) + "}",
    "queries": lambda n: "SELECT * " + "{ { SELECT * " * (n // 2 - 1) + "{}" + "} }" * (n // 2 - 1),
    "quoted triples": lambda n: "SELECT * {" + "<<( ?s ?p " * (n - 1) + "?o" + " )>>" * (n - 1) + " ?a ?b }",
}
CHAINED: dict[str, Callable[[int], str]] = {
    "not": lambda n: "SELECT (" + "!" * n + "true AS ?x) {}",
    "or": lambda n: "SELECT (" + "?a||" * n + "1 AS ?x) {}",
    "and": lambda n: "SELECT (" + "?a && " * n + "1 AS ?x) {}",
    "plus": lambda n: "SELECT (" + "1+" * n + "1 AS ?x) {}",
    "minus without spaces": lambda n: "SELECT (1" + "-1" * n + " AS ?x) {}",
    "times": lambda n: "SELECT (" + "?a*" * n + "1 AS ?x) {}",
    "alternative paths": lambda n: "SELECT * { ?s " + "a|" * n + "a ?o }",
    "unions": lambda n: "SELECT * {" + "{}UNION" * n + "{} }",
    "optional parts": lambda n: "SELECT * {" + "OPTIONAL{?s a ?o}" * n + " }",
    "what is taken away": lambda n: "SELECT * {" + "MINUS{?s a ?o}" * n + " }",
    "names": lambda n: "SELECT * {" + "".join(f"BIND(1 AS ?v{i})" for i in range(n)) + " }",
    "columns": lambda n: "SELECT " + "".join(f"(1 AS ?v{i})" for i in range(n)) + " {}",
    "tests": lambda n: "SELECT * {" + "FILTER(?a)" * n + " }",
    "things described": lambda n: "DESCRIBE " + "<https://example.org/a>" * n,
    "names described": lambda n: "DESCRIBE " + "sl:Commitment " * n,
    "variables described": lambda n: "DESCRIBE " + "?a" * n + " {}",
}
LIMITS = [pytest.param(make, DEEPEST, id=f"nested {name}") for name, make in NESTED.items()]
LIMITS += [pytest.param(make, LONGEST, id=f"chained {name}") for name, make in CHAINED.items()]


@pytest.mark.parametrize(("make", "most"), LIMITS)
@pytest.mark.parametrize("times", [1.05, 30, 1000])
def test_a_query_that_nests_or_chains_too_much_is_refused(make: Callable[[int], str], most: int, times: float) -> None:
    with pytest.raises(QueryError, match=r"^The query is not SPARQL 1\.1 that can be read here: line 1, column \d+: "):
        check_local(make(int(most * times)))


@pytest.mark.parametrize("makes", [NESTED, CHAINED], ids=["nested", "chained"])
def test_what_is_allowed_does_not_end_the_process(makes: dict[str, Callable[[int], str]]) -> None:
    allowed = [make(60 if makes is NESTED else 200) for make in makes.values()]
    for query in allowed:
        check_local(query)
    program = (
        "import pyoxigraph, sys\n"
        "for query in sys.stdin.read().split(chr(0)):\n"
        "    try: list(pyoxigraph.Store().query(query, prefixes={'sl': 'https://w3id.org/strategy-links#'}))\n"
        "    except (SyntaxError, TypeError): pass\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], input="\0".join(allowed).encode(), check=False, timeout=100)
    assert ended.returncode == 0


@pytest.mark.parametrize(
    "hidden",
    [
        "SELECT * { FILTER(1<%s2%s>3) }",
        "SELECT * { FILTER(1<x:y#>\n%s1%s) }",
        "PREFIX x: <y:> SELECT * { FILTER(1<x:'a>'||%s1%s||'') }",
        "SELECT * { ?s sl:a\\#b ?o FILTER %s1%s }",
        "SELECT * { ?s sl:a\\'b ?o FILTER(%s1%s || ?o = '') }",
        "SELECT * { ?s ?p '' FILTER %s1%s FILTER('' = ?s) }",
        "SELECT * { ?s ?p '\\'' FILTER(%s1%s) FILTER('' = ?s) }",
        "SELECT * { ?s ?p '''a'' ''' FILTER(%s1%s) FILTER('''''' = ?s) }",
        "SELECT * { # '\n FILTER(%s1%s) # '\n }",
        'SELECT * { # """\r FILTER(%s1%s) # """\n }',
        "SELECT * { FILTER(?a < 1 && %s1%s > 2) }",
        "SELECT * { ')))' ?p ?o FILTER(%s1%s) }",
        "BASE <https://example.org/#> SELECT * { FILTER(%s1%s) }",
    ],
)
def test_nesting_cannot_be_hidden(hidden: str) -> None:
    with pytest.raises(QueryError, match="nest more than 100 deep"):
        check_local(hidden % ("(" * 5000, ")" * 5000))


def test_closing_what_was_never_opened_makes_no_room() -> None:
    with pytest.raises(QueryError, match="nest more than 100 deep"):
        check_local("SELECT * { " + ")" * 5000 + "(" * 5000)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { VALUES (?a ?b) { " + "(<https://example.org/a-b/c(d)#e> 'a || (b) { c') " * 5000 + "} }",
        "SELECT * { VALUES ?a { " + "sl:a-name-of-many-parts " * 5000 + "} }",
        "SELECT * { VALUES ?a { " + "'a'^^xsd:string 'b'@en-GB " * 5000 + "} }",
        "SELECT * { FILTER(?a IN (" + "1, " * 5000 + "1)) }",
        "SELECT * { FILTER(?a != '" + "((((!!!!||||" * 500 + "') }",
        "#" + "(" * 5000 + "\nSELECT * {}",
        "SELECT * { ?as ?filter ?exists FILTER(?a != 1 && ?b != 2) }",
        "SELECT (" + "(" * 50 + "1" + ")" * 50 + " AS ?x) { <urn:a#b> ?p ?o }",
    ],
    ids=[
        "rows",
        "names",
        "types and languages",
        "a list",
        "a text",
        "a comment",
        "variables",
        "an IRI without slashes",
    ],
)
def test_a_long_query_is_no_deep_one(query: str) -> None:
    check_local(query)


@pytest.mark.parametrize("query", named_queries(), ids=lambda one: one.name)
def test_the_named_queries_keep_far_from_the_limits(query: NamedQuery) -> None:
    check_local(query.text)
    code = code_of(query.text)
    assert sum(code.count(one) for one in "([{") < DEEPEST


def test_the_place_of_what_is_too_much_is_told() -> None:
    with pytest.raises(QueryError, match="line 2, column 102: brackets nest more than 100 deep; nest fewer"):
        check_local("ASK\n {" + "(" * 120)
    with pytest.raises(QueryError, match=r"line 3, column 2: it holds more than 500 patterns and operators; use IN or"):
        check_local("SELECT * { FILTER (\n" + "!" * 496 + "\n!! ?a) }")


@pytest.mark.parametrize(
    "text", ['"', "'", "'''a", '"""', "<", "<a:", "a", "a.", "a.b:", "@a-", "\\", "(", "<http://a", "'''"]
)
def test_no_text_takes_long_to_look_through(text: str) -> None:
    with suppress(QueryError):  # a search that goes back over what it has read would take hours
        check_local(text * (300_000 // len(text)))
