"""`from graph import open_store, query`: answers as DataFrames, typed, and the same as the command line's."""

from __future__ import annotations

import contextlib
import datetime
import io
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pandas
import pytest
import rdflib
from IPython.core.interactiveshell import InteractiveShell

import graph
from graph import commitments, open_store, queries, query, trace, where
from graph.ask.queries import named_queries
from graph.errors import QueryError, StoreError, StrategyLinksError, UnknownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

OUTSTANDING = "SELECT ?text WHERE { ?c sl:status sl:Outstanding ; sl:text ?text }"
TYPES = """SELECT ?whole ?part ?yes ?text ?mixed ?none ?huge WHERE {
  VALUES (?whole ?part ?yes ?text ?mixed ?none ?huge) {
    (1 0.5 true "a" 1 UNDEF 1) (UNDEF UNDEF UNDEF UNDEF "a" UNDEF 99999999999999999999999) } }"""


def test_a_named_query_is_a_dataframe_with_its_columns(devon_store: Path) -> None:
    frame = query("pledges-by-owner", store=devon_store, name="steps")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["owner", "pledge", "status", "scope", "confidence", "commitment"]
    assert list(frame["pledge"]) == [
        "Reduce the number of children living outside Devon.",
        "Review all children and young people living in residential settings.",
    ]
    assert frame["confidence"].between(0, 1).all()


@pytest.mark.parametrize("name", [one.name for one in named_queries()])
def test_every_named_query_gives_what_the_command_line_gives(
    devon_store: Path, ask: Callable[..., Ran], name: str
) -> None:
    frame = query(name, store=devon_store)
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert rows == ask("query", name, "--format", "json").json


def test_columns_have_the_types_of_their_values(devon_store: Path) -> None:
    frame = query(TYPES, store=devon_store)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "whole": "Int64",
        "part": "Float64",
        "yes": "boolean",
        "text": "string",
        "mixed": "object",
        "none": "string",
        "huge": "object",
    }


def test_whole_numbers_stay_whole_and_what_is_unbound_is_na(devon_store: Path) -> None:
    frame = query(TYPES, store=devon_store)
    assert frame["whole"].sum() == 1
    assert list(frame["huge"]) == [1, 99999999999999999999999]
    for column in ("whole", "part", "yes", "text", "none"):
        assert frame[column].iloc[1] is pandas.NA
    counted = query("status-by-theme", store=devon_store)
    assert counted["pledges"].dtype == "Int64"


def test_an_empty_answer_keeps_its_columns(devon_store: Path) -> None:
    frame = query("SELECT ?a ?b { FILTER (false) }", store=devon_store)
    assert (list(frame.columns), len(frame)) == (["a", "b"], 0)


def test_every_form_of_query_is_answered(devon_store: Path) -> None:
    assert query("ASK { ?c sl:status sl:Outstanding }", store=devon_store)["answer"].tolist() == [True]
    made = query("CONSTRUCT { ?c sl:text ?t } WHERE { ?c sl:status sl:Outstanding ; sl:text ?t }", store=devon_store)
    assert list(made.columns) == ["subject", "predicate", "object"]


def test_a_query_may_be_text_or_a_file(devon_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("\ufeff" + OUTSTANDING, encoding="utf-8")
    assert query(file, store=devon_store).equals(query(OUTSTANDING, store=devon_store))


def test_a_store_may_be_named_by_text_and_is_in_the_working_folder_unless_said_otherwise(
    devon_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = query(OUTSTANDING, store=str(devon_store))
    monkeypatch.chdir(devon_store.parent)
    devon_store.with_name(".strategy-links").symlink_to(devon_store)
    try:
        assert query(OUTSTANDING).equals(expected)
        assert len(open_store().default_graph) > 1000
    finally:
        devon_store.with_name(".strategy-links").unlink()


@pytest.mark.parametrize(
    ("below", "same"), [(0.55, "0.55"), (1, "1"), (Decimal("0.55"), "0.55"), (1e-5, "0.00001"), (" 0.7", None)]
)
def test_numbers_are_given_as_numbers(devon_store: Path, below: Any, same: str | None) -> None:
    if same is None:
        with pytest.raises(QueryError, match="below is not a number"):
            query("links-below-confidence", store=devon_store, below=below)
    else:
        found = query("links-below-confidence", store=devon_store, below=below)
        assert found.equals(query("links-below-confidence", store=devon_store, below=same))


@pytest.mark.parametrize(
    "below", [float("nan"), float("inf"), True, datetime.date(2024, 1, 1), Fraction(1, 2), [0.1, 0.2], [], {"a": 1}]
)
def test_what_is_no_number_is_refused_in_a_sentence(devon_store: Path, below: Any) -> None:
    with pytest.raises(QueryError, match="links-below-confidence: below "):
        query("links-below-confidence", store=devon_store, below=below)


def test_a_parameter_that_is_none_is_left_unset(devon_store: Path) -> None:
    assert query("pledges-by-owner", store=devon_store, name=None).equals(query("pledges-by-owner", store=devon_store))


@pytest.mark.parametrize("states", [["achieved", "InProgress"], ("InProgress", "Achieved"), {"Achieved", "InProgress"}])
def test_a_choice_takes_several_values(devon_store: Path, states: Any) -> None:
    found = query("pledges-by-owner", store=devon_store, state=states)
    assert set(found["status"]) == {"Achieved", "In progress"}


@pytest.mark.parametrize(
    ("source", "parameters", "said"),
    [
        ("pledges-by-ownr", {}, "There is no query named 'pledges-by-ownr'; did you mean pledges-by-owner?"),
        ("pledges by owner", {}, "There is no query named 'pledges by owner'; did you mean pledges-by-owner?"),
        ("qqq", {}, "There is no query named 'qqq'; strategy-links queries lists them."),
        ("pledges-by-owner", {"nme": "x"}, "pledges-by-owner: there is no parameter 'nme'; did you mean name?"),
        ("SELECT * {", {}, "The query is not SPARQL 1.1: line 1, column 11; mend it there."),
        ("SELECT * { SERVICE <x:y> {} }", {}, "The query asks another server"),
        ("LOAD <http://example.org/>", {}, "The query is not SPARQL 1.1: line 1, column 1; mend it there."),
        (OUTSTANDING, {"name": "x"}, "--set is for named queries"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    devon_store: Path, source: str, parameters: dict[str, str], said: str
) -> None:
    with pytest.raises(QueryError) as refused:
        query(source, store=devon_store, **parameters)
    assert str(refused.value).startswith(said)


def test_a_store_or_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, devon_store: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here; run strategy-links build first"):
        query(OUTSTANDING, store=tmp_path)
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(tmp_path)
    with pytest.raises(QueryError, match="the query cannot be read"):
        query(tmp_path / "none.rq", store=devon_store)


def test_a_store_opens_as_an_rdflib_dataset(devon_store: Path) -> None:
    opened = open_store(devon_store)
    assert isinstance(opened, rdflib.Dataset)
    assert len(list(opened.query(OUTSTANDING))) == 1


def test_a_pledge_is_followed_by_its_words(devon_store: Path) -> None:
    frame = where("recruit foster carers", store=devon_store, limit=2)
    assert len(frame) == 2
    assert frame["score"].is_monotonic_decreasing
    assert frame["owners"].iloc[0] == "A Place Called Home"
    assert len(where("zzzz qqqq", store=devon_store)) == 0


def test_a_trace_is_a_picture_in_a_notebook_and_a_tree_elsewhere(devon_store: Path, ask: Callable[..., Ran]) -> None:
    shown = trace("recruit foster carers", store=devon_store)
    assert "<svg" in shown._repr_html_()
    told = ask("trace", "recruit foster carers").folded
    assert " ".join(repr(shown).split()) == f"{' '.join(shown.note.split())} {told}"
    assert shown.commitment in shown.graph


def test_a_pledge_that_is_not_there_cannot_be_traced(devon_store: Path) -> None:
    with pytest.raises(UnknownError, match="There is no commitment 'zzzz qqqq'"):
        trace("zzzz qqqq", store=devon_store)


def test_a_trace_says_what_the_words_were_taken_for(devon_store: Path) -> None:
    found = trace("recruit foster carers", store=devon_store)
    pledge = found.graph.nodes[found.commitment]["label"]
    assert found.note == f"The pledge that fits “recruit foster carers” best: “{pledge}”"
    for own in (pledge, found.commitment, found.commitment.rsplit("/", 1)[-1]):
        assert trace(own, store=devon_store).note == ""


@pytest.mark.parametrize("name", ["Steps", "A Place Called Home", "a place called home"])
def test_the_name_of_a_programme_is_said_to_be_none_of_a_pledge(devon_store: Path, name: str) -> None:
    found = trace(name, store=devon_store)
    assert found.note.startswith(f"“{name}” is the name of a programme, and a trace starts from a pledge")
    assert f'query("pledges-by-owner", name="{name}")' in found.note
    assert len(query("pledges-by-owner", store=devon_store, name=name))


def test_a_miss_in_a_notebook_is_one_sentence_and_no_traceback(devon_store: Path, tmp_path: Path) -> None:
    shell: Any = InteractiveShell.instance()
    for asked in (f"trace('zzzz qqqq', store={str(devon_store)!r})", f"trace('roads', store={str(tmp_path)!r})"):
        with contextlib.redirect_stdout(io.StringIO()) as told, contextlib.redirect_stderr(io.StringIO()) as more:
            ran = shell.run_cell(f"from graph import trace\n{asked}")
        said = (told.getvalue() + more.getvalue()).strip()
        assert isinstance(ran.error_in_exec, StrategyLinksError)
        assert said == str(ran.error_in_exec)
        assert "\n" not in said


def test_commitments_pass_filters(devon_store: Path, ask: Callable[..., Ran]) -> None:
    assert len(commitments(store=devon_store)) == len(ask("commitments", "--format", "json").json)
    found = commitments(store=devon_store, status="not reported")
    assert set(found["status"]) == {"NotReported"}
    assert len(found) == len(query("not-reported", store=devon_store))


def test_the_named_queries_are_listed() -> None:
    frame = queries()
    assert list(frame["name"]) == [one.name for one in named_queries()]
    assert {"name", "title", "description", "parameters"} == set(frame.columns)


def test_without_pandas_an_answer_is_a_list_of_rows(devon_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert query(TYPES, store=devon_store)[1]["whole"] is None
    [row] = query(OUTSTANDING, store=devon_store)
    assert row == {"text": "Develop options with IFA providers for disabled children."}
    assert query("SELECT ?a { FILTER (false) }", store=devon_store) == []
    assert where("recruit foster carers", store=devon_store, limit=1)[0]["status"] == "InProgress"


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = "import sys, graph; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pandas", "numpy", "rdflib", "pyoxigraph", "graph.notebook", "graph.store", "sqlite3"}
    assert not heavy & set(loaded)


def test_the_package_says_what_it_has() -> None:
    assert set(graph.__all__) == {"__version__", "commitments", "open_store", "queries", "query", "trace", "where"}
    assert all(getattr(graph, name).__doc__ for name in graph.__all__ if name != "__version__")
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = graph.nothing
