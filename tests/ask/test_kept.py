"""Answers that a build keeps: the very rows that the engine gives, in its order, whatever the parameters are."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ask.samples import brackwater, publish_graph
from graph.ask.keeping import write_answers
from graph.ask.kept import kept_rows, pickings, unlimited
from graph.ask.parameters import Parameter
from graph.ask.queries import NamedQuery, named_queries, named_query
from graph.ask.run import Rows, answer_named, run
from graph.errors import StoreError
from graph.store import ANSWERS, Store, open_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graph.ask.parameters import Given

QUERIES = named_queries()
WITH_PARAMETERS = [one for one in QUERIES if one.parameters]
WORDS = ("Open", "sea wall", "coast plan 2022", "FERRY", "harbour", "the", "e", "İ", "ß", '"', "\\", "{", "\n", "’")
NUMBERS = ("0", "0.6", "0.60", "0.7", "0.8", "+0.98", "1", "-1", "0.9799999999999999", "0.98000000000000001", "12")


def name_of(query: NamedQuery) -> str:
    return query.name


def made_up(text: str, *parameters: Parameter) -> NamedQuery:
    return NamedQuery("made-up", "Made up", "Made up.", (), parameters, text)


def of_the_engine(store: Store, query: NamedQuery, values: Mapping[str, Given]) -> tuple[object, ...]:
    """The answer of a store that keeps none."""
    kept, aside = store.build / ANSWERS, store.build / "aside"
    kept.rename(aside)
    try:
        return tuple(answer_named(store, query, values))
    finally:
        aside.rename(kept)


def keep(store: Store, *queries: NamedQuery) -> None:
    (store.build / ANSWERS).unlink(missing_ok=True)
    write_answers(store.build / ANSWERS, store.graph, queries)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An invented council whose build keeps its answers."""
    store = publish_graph(brackwater(), tmp_path_factory.mktemp("kept") / "store")
    keep(store, *QUERIES)
    return store


@pytest.fixture(scope="module")
def own_devon(devon_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A copy of Devon's store, as `build` made it."""
    return open_store(shutil.copytree(devon_store, tmp_path_factory.mktemp("devon") / "store"))


@pytest.fixture
def own(tmp_path: Path) -> Store:
    return publish_graph(brackwater(), tmp_path / "store")


@pytest.mark.parametrize("query", QUERIES, ids=name_of)
def test_every_named_query_is_kept_and_is_the_answer_of_the_engine(
    own_devon: Store, council: Store, query: NamedQuery
) -> None:
    for store in (own_devon, council):
        kept = kept_rows(store, query, {})
        assert kept is not None
        assert repr(kept) == repr(of_the_engine(store, query, {}))  # 1 and 1.0 would be equal


@settings(max_examples=60)
@given(data=st.data())
@pytest.mark.parametrize("query", WITH_PARAMETERS, ids=name_of)
def test_whatever_is_set_the_rows_are_those_of_the_engine(
    council: Store, query: NamedQuery, data: st.DataObject
) -> None:
    given_values = {
        "text": st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), min_size=1, max_size=1),
        "number": st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=1),
    }
    values: dict[str, Given] = {}
    for one in query.parameters:
        several = st.lists(st.sampled_from(one.choices or ("x:y",)), min_size=1, max_size=3)
        value = data.draw(st.none() | given_values.get(one.kind, several), label=one.name)
        if value is not None:
            values[one.name] = value
    assert kept_rows(council, query, values) == of_the_engine(council, query, values)


def test_an_answer_that_is_asked_for_comes_from_what_was_kept(own: Store) -> None:
    query = named_query("not-reported")
    asked = answer_named(own, query, {})
    keep(own, query)
    with closing(sqlite3.connect(own.build / ANSWERS)) as connection, connection:
        connection.execute('DELETE FROM "answer of not-reported" WHERE rowid = 1')
    assert answer_named(own, query, {}) == Rows(asked.columns, asked.rows[1:])
    assert run(own, "not-reported", [], io.BytesIO()) == Rows(asked.columns, asked.rows[1:])


def test_a_query_that_has_changed_since_is_asked_anew(own: Store) -> None:
    query = made_up("SELECT ?pledge WHERE { ?c sl:status ?s ; sl:text ?pledge . } ORDER BY ?pledge")
    keep(own, query)
    assert kept_rows(own, query, {}) is not None
    changed = made_up(query.text + "# changed")
    assert kept_rows(own, changed, {}) is None
    assert answer_named(own, changed, {}) == answer_named(own, query, {})


def test_a_build_of_an_older_version_keeps_nothing(own: Store) -> None:
    assert not (own.build / ANSWERS).exists()
    assert kept_rows(own, QUERIES[0], {}) is None
    assert answer_named(own, named_query("not-reported"), {}).rows


def test_a_damaged_file_is_told_of(own: Store) -> None:
    (own.build / ANSWERS).write_bytes(b"not SQLite" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        answer_named(open_store(own.folder), QUERIES[0], {})


TEXT, STATE = Parameter("p", "text", "a text"), Parameter("s", "iri", "a status")
OF_TEXT = "  VALUES ?p { UNDEF }\n"


@pytest.mark.parametrize(
    "text",
    [
        # in what is optional, in a union or in an inner query, a limit is not one on the answer
        f"SELECT ?t WHERE {{\n{OF_TEXT}  ?c a sl:Commitment .\n  OPTIONAL {{\n  ?c sl:text ?t .\n"
        "  FILTER (CONTAINS(?t, ?p))\n  }\n}\nORDER BY ?t",
        f"SELECT ?t WHERE {{\n{OF_TEXT}  {{ SELECT ?t WHERE {{ ?c sl:text ?t . ?c sl:reference ?p . }} }}\n}}",
        # where it reads two columns, is used twice, or comes before a limit on the number of rows
        f"SELECT ?t ?r WHERE {{\n{OF_TEXT}  ?c sl:text ?t ; sl:reference ?r .\n  FILTER (?p IN (?t, ?r))\n}}",
        f"SELECT ?t WHERE {{\n{OF_TEXT}  ?c sl:text ?t .\n  FILTER (CONTAINS(?t, ?p))\n  BIND (?p AS ?q)\n}}",
        f"SELECT ?t WHERE {{\n{OF_TEXT}  ?c sl:text ?t .\n  FILTER (CONTAINS(?t, ?p))\n}}\nORDER BY ?t\nLIMIT 2",
        f"SELECT ?t WHERE {{\n  ?c sl:text ?t .\n  {{\n{OF_TEXT}  FILTER (CONTAINS(?t, ?p))\n  }}\n}}",
    ],
)
def test_a_query_whose_parameter_does_more_than_pick_rows_is_not_kept(own: Store, text: str) -> None:
    query = made_up(text, TEXT)
    assert pickings(query) is None
    keep(own, query)
    assert kept_rows(own, query, {}) is None


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?c a sl:Commitment }",
        "CONSTRUCT { ?c a sl:Commitment } WHERE { ?c a sl:Commitment }",
        "SELECT (true AS ?yes) WHERE { }",  # SQLite has no truth values
        # what limits it is neither shown nor can be: it is grouped away
        "SELECT (COUNT(?c) AS ?n) WHERE {\n  VALUES ?s { UNDEF }\n  ?c sl:status ?s .\n}",
        "SELECT (COUNT(?c) AS ?n) WHERE {\n  VALUES ?s { UNDEF }\n  ?c sl:status ?t .\n  FILTER (?s = ?t)\n}",
    ],
)
def test_an_answer_that_has_no_such_rows_is_not_kept(own: Store, text: str) -> None:
    query = made_up(text, *([STATE] if "?s" in text else []))
    keep(own, query)
    assert kept_rows(own, query, {}) is None
    assert answer_named(own, query, {}).rows


def test_rows_that_only_a_parameter_tells_apart_are_one_row_where_it_is_not_set(own: Store) -> None:
    query = made_up(
        "SELECT DISTINCT ?x WHERE {\n  VALUES ?s { UNDEF }\n  ?c sl:status ?s .\n  BIND (1 AS ?x)\n}", STATE
    )
    keep(own, query)
    achieved, reported = (f"https://w3id.org/strategy-links#{one}" for one in ("Achieved", "NotReported"))
    for values in ({}, {"s": achieved}, {"s": [achieved, reported]}, {"s": "x:y"}):
        assert kept_rows(own, query, values) == of_the_engine(own, query, values)


def test_a_comment_that_names_a_parameter_is_no_use_of_it() -> None:
    head = "# parameter: p | text | a text\nSELECT ?t WHERE {\n  VALUES ?p { UNDEF }\n  # ?p { is a text\n"
    query = made_up(head + "  ?c sl:text ?t .\n  FILTER (CONTAINS(?t, ?p))\n}", TEXT)
    assert [one.column for one in pickings(query) or ()] == ["t"]
    assert "FILTER" not in unlimited(query, pickings(query) or ())
