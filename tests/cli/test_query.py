"""`queries` and `query`: named queries with parameters, and any SPARQL a person brings, but nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran, Run

OUTSTANDING = "SELECT ?text WHERE { ?c a sl:Commitment ; sl:status sl:Outstanding ; sl:text ?text }"
PLEDGE = "Develop options with IFA providers for disabled children."


def test_the_list_of_queries_tells_what_each_is_for(run: Run) -> None:
    found = {one["name"]: one for one in run("queries", "--format", "json").json}
    assert set(found) >= {"where-a-pledge-went", "pledges-by-owner", "not-reported", "outstanding", "exceptions"}
    assert all(set(one) == {"name", "title", "description", "parameters"} for one in found.values())
    assert found["pledges-by-owner"]["parameters"] == [
        "name (text): Part of the owner's name, in any case; every owner when left out",
        "state (one of Achieved, InProgress, Outstanding, NotReported, NotAssessed): "
        "The status that the pledge has now; any status when left out",
    ]
    [below] = found["links-below-confidence"]["parameters"]
    assert below.startswith("below (number; 0.7 by default): Links with a confidence below this")


def test_a_named_query_takes_values(ask: Callable[..., Ran]) -> None:
    rows = ask("query", "pledges-by-owner", "--set", "name=steps", "--format", "json").json
    assert [row["pledge"] for row in rows] == [
        "Reduce the number of children living outside Devon.",
        "Review all children and young people living in residential settings.",
    ]
    assert list(rows[0]) == ["owner", "pledge", "status", "scope", "confidence", "commitment"]


def test_a_value_may_hold_an_equals_sign(ask: Callable[..., Ran]) -> None:
    assert ask("query", "pledges-by-owner", "--set", "name=a=b").status == 1


def test_a_query_may_come_from_a_file(ask: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(OUTSTANDING, encoding="utf-8")
    assert ask("query", file, "--format", "json").json == [{"text": PLEDGE}]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_a_query_may_come_from_standard_input(ask: Callable[..., Ran], mark: bytes) -> None:
    assert ask("query", "-", "--format", "json", stdin=mark + OUTSTANDING.encode()).json == [{"text": PLEDGE}]


@pytest.mark.parametrize(
    "locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_query_is_read_as_utf_8_whatever_the_locale(run: Run, devon_store: Path, locale: dict[str, str]) -> None:
    query = 'SELECT ?c WHERE { ?c a sl:Commitment ; sl:text ?t FILTER CONTAINS(?t, "children’s home ") }'
    answered = run("query", "-", store=devon_store, stdin=query.encode(), environment=locale)
    assert (answered.status, answered.stderr) == (0, "")


@pytest.mark.parametrize(
    ("query", "rows", "status"),
    [
        ("ASK { ?c sl:status sl:Outstanding }", [{"answer": True}], 0),
        ("ASK { ?c sl:status sl:Planned }", [{"answer": False}], 0),
        ("SELECT * WHERE { ?c sl:status sl:Planned }", [], 1),
        (
            "SELECT (1 AS ?one) (2.5 AS ?more) (true AS ?yes) ?no {}",
            [{"one": 1, "more": 2.5, "yes": True, "no": None}],
            0,
        ),
        (
            "CONSTRUCT { ?c sl:text ?t } WHERE { ?c sl:status sl:Outstanding ; sl:text ?t }",
            [
                {
                    "subject": "https://w3id.org/strategy-links/id/devon/sufficiency-2022-2024/commitment/"
                    "develop-options-with-ifa-providers-for-disabled-children-a13134e7",
                    "predicate": "https://w3id.org/strategy-links#text",
                    "object": PLEDGE,
                }
            ],
            0,
        ),
        ("PREFIX sl: <https://w3id.org/strategy-links#> " + OUTSTANDING, [{"text": PLEDGE}], 0),
    ],
)
def test_every_form_of_query_is_answered_in_rows(
    ask: Callable[..., Ran], query: str, rows: list[dict[str, object]], status: int
) -> None:
    answered = ask("query", "-", "--format", "json", stdin=query.encode())
    assert (answered.json, answered.status) == (rows, status)


def test_columns_stay_where_they_are_when_a_variable_is_unbound(ask: Callable[..., Ran]) -> None:
    query = "SELECT ?a ?b ?c WHERE { VALUES (?a ?b ?c) { (1 UNDEF 3) (UNDEF 2 UNDEF) } } ORDER BY ?c"
    answered = ask("query", "-", "--format", "csv", stdin=query.encode())
    assert answered.text == "a,b,c\r\n,2,\r\n1,,3\r\n"


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * WHERE {\n  ?s ?p }\n", "line 2"),
        ("SELECT * WHERE { ?s nope:p ?o }", "line 1"),
        ("", "line 1"),
        ("DELETE WHERE { ?s ?p ?o }", "line 1"),
    ],
)
def test_what_is_no_query_is_refused_in_one_sentence_that_says_where(
    ask: Callable[..., Ran], query: str, place: str
) -> None:
    refused = ask("query", "-", stdin=query.encode())
    assert refused.status == 2
    assert refused.stdout == b""
    assert refused.stderr.startswith("strategy-links: The query is not SPARQL 1.1")
    assert refused.stderr.count("\n") == 1
    assert place in refused.stderr


def test_no_query_asks_another_server(ask: Callable[..., Ran]) -> None:
    refused = ask("query", "-", stdin=b"SELECT * WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    assert refused.status == 2
    assert refused.stderr == (
        "strategy-links: The query asks another server (SERVICE), which is never done here; remove that part.\n"
    )


def test_a_query_may_speak_of_a_service(ask: Callable[..., Ran]) -> None:
    query = 'SELECT ?t WHERE { ?c a sl:Commitment ; sl:text ?t FILTER CONTAINS(?t, "SERVICE { } service") } # SERVICE'
    assert ask("query", "-", stdin=query.encode()).status == 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("outstandin", "did you mean outstanding?"),
        ("pledges_by_owner", "did you mean pledges-by-owner?"),
        ("qqq", "strategy-links queries lists them; SPARQL comes from a file or from -."),
        ("../queries/outstanding", ""),
    ],
)
def test_an_unknown_name_is_answered_with_a_hint(ask: Callable[..., Ran], name: str, hint: str) -> None:
    refused = ask("query", name)
    assert refused.status == 2
    assert refused.stderr.startswith(f"strategy-links: There is no query named {name!r}, and no such file;")
    assert hint in refused.stderr


def test_a_query_typed_where_its_name_belongs_is_one_sentence(ask: Callable[..., Ran]) -> None:
    refused = ask("query", OUTSTANDING + "  # " + "a long comment " * 30)
    assert refused.status == 2
    assert refused.stderr.startswith("strategy-links: ")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("content", [b"ASK { ?s ?p '\xff' }", b"\x00"], ids=repr)
@pytest.mark.parametrize("from_file", [True, False], ids=["file", "standard input"])
def test_a_query_that_is_no_text_is_one_sentence(
    run: Run, devon_store: Path, tmp_path: Path, content: bytes, from_file: bool
) -> None:
    file = tmp_path / "mine.rq"
    file.write_bytes(content)
    source = file if from_file else "-"
    refused = run("query", source, store=devon_store, stdin=content)
    assert refused.status == 2
    assert refused.stderr.startswith("strategy-links: ")
    assert refused.stderr.count("\n") == 1


def test_values_are_for_named_queries_alone(ask: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(OUTSTANDING, encoding="utf-8")
    refused = ask("query", file, "--set", "name=Steps")
    assert refused.status == 2
    assert "--set is for named queries" in refused.stderr


def test_explaining_a_named_query_runs_nothing_and_needs_no_store(run: Run, tmp_path: Path) -> None:
    told = run("query", "pledges-by-owner", "--set", "name=Steps", "--explain", store=tmp_path / "none")
    assert (told.status, told.stderr) == (0, "")
    assert told.text.startswith("Pledges by owner (pledges-by-owner)\nWhich pledges each programme owns now")
    assert "parameter name: text, no default, set to “Steps”. Part of the owner's name" in told.folded
    assert "columns: owner, pledge, status, scope, confidence, commitment" in told.folded
    assert 'VALUES ?name { "Steps" }' in told.text


def test_what_is_explained_can_be_pasted_and_gives_the_same_answer(ask: Callable[..., Ran]) -> None:
    told = ask("query", "pledges-by-owner", "--set", "name=Steps", "--explain").text
    sparql = told[told.index("# title:") :]
    pasted = ask("query", "-", "--format", "csv", stdin=sparql.encode())
    assert pasted.text == ask("query", "pledges-by-owner", "--set", "name=Steps", "--format", "csv").text


def test_an_explanation_is_json_too(ask: Callable[..., Ran]) -> None:
    told = ask("query", "links-below-confidence", "--explain", "--format", "json").json
    assert list(told) == ["name", "title", "description", "keywords", "parameters", "columns", "sparql"]
    assert [(one["name"], one["kind"], one["default"], one["value"]) for one in told["parameters"]] == [
        ("below", "number", "0.7", None)
    ]


def test_an_explanation_is_rows_for_a_spreadsheet(ask: Callable[..., Ran]) -> None:
    told = ask("query", "links-below-confidence", "--explain", "--format", "csv").rows()
    assert [row["what"] for row in told] == ["name", "title", "description", "parameter below", "columns"]


def test_a_query_of_ones_own_is_explained_with_its_prefixes(ask: Callable[..., Ran]) -> None:
    told = ask("query", "-", "--explain", stdin=OUTSTANDING.encode())
    assert told.text == f"columns: text\n\nPREFIX sl: <https://w3id.org/strategy-links#>\n{OUTSTANDING}\n"


def test_nothing_in_what_is_explained_steers_the_terminal(ask: Callable[..., Ran]) -> None:
    told = ask("query", "-", "--explain", stdin=b'SELECT ?a { ?a ?b "\x1b[31m" }').text
    assert "\x1b" not in told
    assert "\x1b" not in ask("query", "pledges-by-owner", "--set", "name=\x1b[31m", "--explain").text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["nme=Steps"], "pledges-by-owner: there is no parameter 'nme'; did you mean name?"),
        (["state=done"], "pledges-by-owner: state is not 'done'; use one of Achieved, InProgress, Outstanding,"),
        (["name=a", "name=b"], "pledges-by-owner: name takes one value and is given 2; ask once for each."),
    ],
)
@pytest.mark.parametrize("explain", [[], ["--explain"]], ids=["run", "explained"])
def test_values_that_do_not_fit_are_one_sentence(
    ask: Callable[..., Ran], values: list[str], said: str, explain: list[str]
) -> None:
    refused = ask("query", "pledges-by-owner", *(word for one in values for word in ("--set", one)), *explain)
    assert refused.status == 2
    assert refused.stderr.startswith(f"strategy-links: {said}")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "cells"),
    [
        ('SELECT ("abc"^^xsd:integer AS ?a) ("x"^^xsd:double AS ?b) {}', ["abc", "x"]),
        ('SELECT ("1"^^xsd:boolean AS ?a) ("-3"^^xsd:negativeInteger AS ?b) {}', [True, -3]),
        ('SELECT ("NaN"^^xsd:double AS ?a) ("INF"^^xsd:double AS ?b) {}', ["NaN", "INF"]),
    ],
)
def test_a_value_that_is_no_number_stays_text(ask: Callable[..., Ran], query: str, cells: list[object]) -> None:
    [row] = ask("query", "-", "--format", "json", stdin=query.encode()).json
    assert list(row.values()) == cells


def test_triples_of_texts_and_numbers_have_an_order(ask: Callable[..., Ran]) -> None:
    query = 'CONSTRUCT { <x:a> <x:b> 10, 9, "a", true, <x:c> } WHERE {}'
    rows = ask("query", "-", "--format", "json", stdin=query.encode()).json
    assert [row["object"] for row in rows] == [10, 9, True, "a", "x:c"]
