"""The ledger is that of its build, and of what makes it now; any other is made anew, once for all who share it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from graph.ask import ledger as ledgers
from graph.ask.bookkeeping import OF_PLEDGES, made_by
from graph.ask.findings import by_status
from graph.ask.ledger import has_ledger, ledger, share
from graph.ask.queries import named_query
from graph.ask.run import answer_named
from graph.build import build
from graph.store import ANSWERS, Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {
    "a table of another kind": "DROP TABLE made; DROP TABLE pledges; CREATE TABLE pledges (number INTEGER)",
    "a ledger without its origin": "DROP TABLE made",
    "one of another build": "UPDATE made SET build = 'build-000099'",
    "one that other queries made": "UPDATE made SET by = 'others'",
    "one that says it otherwise": "DROP TABLE made; CREATE TABLE made (when_it_was TEXT)",
}


@pytest.fixture
def own(devon_store: Path, tmp_path: Path) -> Store:
    return open_store(shutil.copytree(devon_store, tmp_path / "own"))


def written(store: Store, sql: str) -> None:
    with closing(sqlite3.connect(store.build / ANSWERS)) as connection:
        connection.executescript(sql)


def pledges(store: Store) -> list[Any]:
    with ledger(store) as rows:
        return rows.execute("SELECT * FROM pledges ORDER BY number").fetchall()


def test_a_build_keeps_its_own_and_says_of_what_it_is(devon: Store) -> None:
    assert has_ledger(devon.build / ANSWERS, devon.build)
    with ledger(devon) as rows:
        assert rows.execute("SELECT * FROM made").fetchall() == [(devon.build.name, made_by())]


@pytest.fixture(scope="module")
def unreviewed(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The worked example as the rules alone have it: most of its links are sure enough, and nobody has reviewed any."""
    store = tmp_path_factory.mktemp("unreviewed") / "store"
    build([], store, ignore_decisions=True)
    return open_store(store)


@pytest.mark.parametrize("name", OF_PLEDGES)
def test_each_finding_is_the_answer_of_its_query_with_nothing_set(unreviewed: Store, name: str) -> None:
    answer = answer_named(unreviewed, named_query(name), {})
    asked = {row[answer.columns.index("commitment")] for row in answer.rows}
    with ledger(unreviewed) as rows:
        known = "SELECT iri FROM pledges JOIN found ON found.pledge = pledges.number WHERE finding = ?"
        assert {iri for (iri,) in rows.execute(known, (name,))} == asked
        [[count]] = rows.execute("SELECT count(*) FROM pledges")
    assert len(asked) < count


@pytest.mark.parametrize("sql", OTHERS.values(), ids=OTHERS)
def test_what_is_not_its_own_is_not_believed_and_is_made_anew(own: Store, devon: Store, sql: str) -> None:
    written(own, sql)
    if "pledges" not in sql:
        written(own, "UPDATE pledges SET number = -number")
    assert not has_ledger(own.build / ANSWERS, own.build)
    assert pledges(own) == pledges(devon)
    assert sum(by_status(own).values()) == devon.record["counts"]["commitments"]


def test_who_shares_one_makes_it_once_and_all_read_it(
    own: Store, devon: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own.build / ANSWERS).unlink()
    file = tmp_path / "ledger.sqlite"
    share(own, file)
    assert has_ledger(file, own.build)

    def again(_: Store) -> bytes:
        raise AssertionError

    monkeypatch.setattr(ledgers, "made", again)
    monkeypatch.setattr(ledgers, "_kept", again)
    share(own, file)
    assert pledges(own) == pledges(devon)


def test_a_build_with_its_own_needs_none_to_share(devon: Store, tmp_path: Path) -> None:
    share(devon, tmp_path / "ledger.sqlite")
    assert [*tmp_path.iterdir()] == []
