"""What became of the pledges, counted: the figures are those of the records, and the findings those of the queries."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ask.samples import DREDGE, HOME, NAMES, NEW, OLD, STATEMENTS, brackwater, publish_graph, unsure
from graph.ask.findings import by_body, by_owner, by_status, by_strategy, by_theme, findings, links_made
from graph.ask.ledger import OF_PLEDGES, ledger
from graph.ask.queries import named_query
from graph.ask.records import commitment_records
from graph.ask.run import answer_named
from graph.errors import StoreError
from graph.identifiers import iri
from graph.store import ANSWERS, open_store
from graph.values import Relation, Review, Status

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two generations of one strategy, with reports on the newer."""
    return publish_graph(brackwater(), tmp_path_factory.mktemp("findings") / "store")


@pytest.fixture(scope="module")
def stores(devon: Store, council: Store) -> list[Store]:
    return [devon, council]


def in_order(counts: Counter[str]) -> list[tuple[str, int]]:
    return [(status, counts[status]) for status in Status if counts[status]]


def of_records(records: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return in_order(Counter(one["status"]["value"] for one in records))


def test_statuses_are_those_of_the_records_in_the_order_of_the_scale(stores: list[Store]) -> None:
    for store in stores:
        records = commitment_records(store)
        assert list(by_status(store).items()) == of_records(records)
        for strategy in {one["strategy"]["iri"] for one in records}:
            own = [one for one in records if one["strategy"]["iri"] == strategy]
            assert list(by_status(store, strategy).items()) == of_records(own)
    assert by_status(stores[0], "https://example.org/no-strategy") == {}


def test_each_strategy_and_each_theme_has_its_own(stores: list[Store]) -> None:
    for store in stores:
        records = commitment_records(store)
        for one in by_strategy(store):
            own = [record for record in records if record["strategy"]["iri"] == one["iri"]]
            assert (one["pledges"], list(one["statuses"].items())) == (len(own), of_records(own))
        themes = by_theme(store)
        assert sum(one["pledges"] for one in themes) == len(records)
        for one in themes:
            own = [
                record
                for record in records
                if record["theme"] == one["path"] and record["strategy"]["iri"] == one["strategy"]
            ]
            assert list(one["statuses"].items()) == of_records(own)
        assert themes == [one for strategy in by_strategy(store) for one in by_theme(store, strategy["iri"])]


def test_themes_come_in_reading_order_the_newest_strategy_first(council: Store) -> None:
    assert [one["strategy"] for one in by_theme(council)] == [NEW, OLD]


def test_a_body_has_the_pledges_of_all_its_strategies(council: Store) -> None:
    (body,) = by_body(by_strategy(council))
    assert (body["name"], body["strategies"], body["pledges"]) == ("Brackwater Council", 2, 7)
    assert body["statuses"] == by_status(council)


def test_an_owner_counts_what_its_parts_hold_each_pledge_once(stores: list[Store]) -> None:
    for store in stores:
        held: dict[str, list[Any]] = {}
        own: Counter[str] = Counter()
        for record in commitment_records(store):
            owners = {one["iri"] for one in record["owners"]}
            own.update(owners)
            for holder in owners | {step["whole"] for one in record["owners"] for step in one["chain"]}:
                held.setdefault(holder, []).append(record)
        found = by_owner(store)
        assert {one["iri"]: (one["owns"], list(one["statuses"].items())) for one in found} == {
            holder: (own[holder], of_records(records)) for holder, records in held.items()
        }
        counts = [one["pledges"] for one in found]
        assert counts == sorted(counts, reverse=True)
        assert by_owner(store, most=2) == found[:2]


def test_a_whole_that_is_reached_by_two_ways_holds_a_pledge_once(council: Store) -> None:
    owners = {one["name"]: one for one in by_owner(council)}
    assert owners["Ferry Programme"]["pledges"] == owners["Council Plan"]["pledges"] == 1
    assert owners["Council Plan"]["owns"] == 0
    assert owners["Council Plan"]["wholes"] == []
    assert len(owners["Ferry Programme"]["wholes"]) == 2
    assert by_owner(council, OLD) == []


def asked(store: Store, name: str) -> set[str]:
    columns, rows = answer_named(store, named_query(name), {})
    key = "commitment" if "commitment" in columns else "iri"
    return {str(row[columns.index(key)]) for row in rows}


def test_the_findings_are_those_of_the_named_queries(stores: list[Store]) -> None:
    for store in stores:
        for one in findings(store):
            assert one["count"] == len(asked(store, one["name"])), one
        with ledger(store) as rows:
            for name in OF_PLEDGES:
                found = rows.execute(
                    "SELECT iri FROM pledges JOIN found ON pledge = number WHERE finding = ?", (name,)
                ).fetchall()
                assert {address for (address,) in found} == asked(store, name)


def test_the_findings_of_all_strategies_are_those_of_each_together(stores: list[Store]) -> None:
    for store in stores:
        parts = [findings(store, one["iri"]) for one in by_strategy(store)]
        for number, whole in enumerate(findings(store)):
            assert whole["count"] == sum(part[number]["count"] for part in parts), whole


def test_a_pledge_without_an_owner_is_one_of_whose_record_none_is_told(stores: list[Store]) -> None:
    for store in stores:
        assert asked(store, "no-owner") == {one["iri"] for one in commitment_records(store) if not one["owners"]}


@pytest.mark.parametrize(
    ("review", "confidence", "found"),
    [
        (Review.UNREVIEWED, 0.59, {DREDGE.iri}),
        (Review.UNREVIEWED, 0.6, set()),
        (Review.ACCEPTED, 0.3, set()),
        (Review.REJECTED, 0.3, set()),
    ],
)
def test_what_is_to_be_checked_first_rests_on_a_link_that_is_unsure_and_unseen(
    tmp_path: Path, review: Review, confidence: float, found: set[str]
) -> None:
    store = publish_graph(unsure(review, confidence), tmp_path / "store")
    assert asked(store, "low-confidence") == found
    assert {one["name"]: one["count"] for one in findings(store)}["low-confidence"] == len(found)


def test_an_owner_that_two_links_name_is_as_sure_as_the_surer_of_them(tmp_path: Path) -> None:
    graph = unsure(Review.UNREVIEWED, 0.3)
    doubtful = [one for one in graph.links if one.subject == DREDGE.iri and one.relation is Relation.OWNED_BY]
    surer = [replace(one, confidence=0.9, statement=STATEMENTS[1].iri) for one in doubtful]
    store = publish_graph(replace(graph, links=(*graph.links, *surer)), tmp_path / "store")
    assert asked(store, "low-confidence") == set()
    assert {one["name"]: one["count"] for one in findings(store)}["low-confidence"] == 0


def test_links_are_counted_by_all_that_is_said_of_them(devon: Store) -> None:
    made = links_made(devon)
    assert sum(one["count"] for one in made) == devon.record["counts"]["links"]
    assert all(0 <= one["confidence"] <= 1 for one in made)
    assert {one["review"] for one in made} <= {one.value for one in Review}


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with ledger(store) as rows:
        names = ("pledges", "holders", "found", "unanswered", "names", "themes", "links")
        return {name: rows.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608 - our names


def test_a_store_of_an_older_version_gives_the_same_figures(devon_store: Path, tmp_path: Path) -> None:
    kept = open_store(devon_store)
    older = open_store(shutil.copytree(devon_store, tmp_path / "older"))
    (older.build / ANSWERS).unlink()
    assert tables(older) == tables(kept)
    assert tables(older) == tables(kept)  # asked again, it is not made again


def test_a_damaged_file_is_told_of(own_store: Path) -> None:
    store = open_store(own_store)
    (store.build / ANSWERS).write_bytes(b"not SQLite" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        findings(store)


def test_programmes_that_are_part_of_each_other_hold_what_either_owns(tmp_path: Path) -> None:
    circle = tuple(
        replace(one, part_of=(iri(HOME + "ferry"),)) if one.iri == HOME + "council-plan" else one for one in NAMES
    )
    store = publish_graph(replace(brackwater(), names=circle), tmp_path / "store")
    counts = {one["name"]: one["pledges"] for one in by_owner(store)}
    assert counts["Ferry Programme"] == counts["Council Plan"] == counts["Coast Programme"] == 1
