"""Lists: each thing once, in one order, whichever part of it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ask.samples import AIM, HOME, NAMES, PLEDGES, STATEMENTS, brackwater, publish_graph
from graph.ask import listing
from graph.ask.ledger import OF_PLEDGES
from graph.ask.records import commitment_records
from graph.identifiers import iri
from graph.values import Kind, Relation, Status

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("listing") / "store")


def names(trees: list[dict[str, Any]]) -> list[Any]:
    """Trees as their names, the parts of each in a list behind it."""
    found: list[Any] = []
    for one in trees:
        found += [one["name"], names(one["parts"])] if one["parts"] else [one["name"]]
    return found


def test_pledges_are_listed_as_their_records_stand(devon: Store, council: Store) -> None:
    for store in (devon, council):
        records = commitment_records(store)
        total, rows = listing.pledges(store, None, 0, 1000)
        assert total == len(records)
        for row, record in zip(rows, records, strict=True):
            assert {key: row[key] for key in ("iri", "text", "reference", "theme")} == {
                key: record[key] for key in ("iri", "text", "reference", "theme")
            }
            assert row["status"] == record["status"]["value"]
            assert row["strategy"] == record["strategy"]["iri"]
            assert (row["document"], row["line"]) == (record["source"]["document"], record["source"]["line"])
            assert {one["iri"] for one in row["owners"]} == {one["iri"] for one in record["owners"]}


@pytest.mark.parametrize("which", [None, *Status, *OF_PLEDGES])
def test_the_parts_of_a_list_are_the_whole(devon: Store, which: str | None) -> None:
    total, whole = listing.pledges(devon, which, 0, 1000)
    assert total == len(whole)
    parts = [listing.pledges(devon, which, start, 7) for start in range(0, total, 7)]
    assert [row for _, rows in parts for row in rows] == whole
    assert {count for count, _ in parts} <= {total}
    assert listing.pledges(devon, which, total, 7) == (total, [])


def test_a_status_lists_the_pledges_that_have_it(devon: Store) -> None:
    for status in Status:
        assert {row["status"] for row in listing.pledges(devon, status, 0, 1000)[1]} <= {status}


def test_statements_that_answer_nothing_are_listed_with_their_place(tmp_path: Path) -> None:
    graph = brackwater()
    unlinked = tuple(one for one in graph.links if one.statement != STATEMENTS[4].iri)
    unlinked = tuple(
        one for one in unlinked if one.relation is not Relation.EVIDENCED_BY or one.object != STATEMENTS[4].iri
    )
    store = publish_graph(replace(graph, links=unlinked), tmp_path / "store")
    total, (row,) = listing.unanswering(store, 0, 10)
    assert total == 1
    assert row["text"] == STATEMENTS[4].quote.text
    assert row["theme"] == ["Places", "Harbours"]
    assert (row["document"], row["line"]) == ("report-2024.pdf", STATEMENTS[4].quote.line)
    assert listing.unanswering(store, 1, 10) == (1, [])


def test_a_programme_stands_under_all_that_it_is_part_of(council: Store) -> None:
    trees = listing.programmes(council)
    assert names(trees) == [
        *("Council Plan", ["Coast Programme", ["Ferry Programme"]]),
        *("Green Recovery", ["Ferry Programme"]),
    ]
    assert [one["pledges"] for one in trees] == [1, 1]


def test_programmes_that_are_part_of_each_other_are_listed_once(tmp_path: Path) -> None:
    circle = tuple(
        replace(one, part_of=(iri(HOME + "ferry"),)) if one.iri == HOME + "council-plan" else one for one in NAMES
    )
    trees = listing.programmes(publish_graph(replace(brackwater(), names=circle), tmp_path / "store"))
    assert names(trees)[:2] == ["Green Recovery", ["Ferry Programme", ["Council Plan", ["Coast Programme"]]]]
    assert len(trees) == 1


def test_a_circle_that_nothing_leads_to_is_listed_too(tmp_path: Path) -> None:
    both = [iri(HOME + "a"), iri(HOME + "b")]
    circle = tuple(
        replace(NAMES[0], iri=one, label=one[-1].upper(), part_of=(other,))
        for one, other in zip(both, reversed(both), strict=True)
    )
    store = publish_graph(replace(brackwater(), names=(*NAMES, *circle)), tmp_path / "store")
    assert names(listing.programmes(store))[-2:] == ["A", ["B"]]


def test_organisations_tell_what_they_hold_and_what_involves_them(council: Store) -> None:
    found = {one["name"]: (one["owns"], one["involved"]) for one in listing.organisations(council)}
    assert found["Head of Estates"] == (1, 0)
    assert found["Harbour Trust"] == (0, 1)
    assert {one.label for one in NAMES if one.kind is Kind.ORGANISATION} <= set(found)


def test_an_outcome_says_who_attests_it(council: Store) -> None:
    found = {one["iri"]: one for one in listing.outcomes(council)}
    assert found[AIM.iri]["text"] == AIM.quote.text
    assert found[AIM.iri]["by"] is None


def test_a_pledge_with_two_owners_names_both(council: Store) -> None:
    _, rows = listing.pledges(council, None, 0, 100)
    owners = {row["iri"]: [one["name"] for one in row["owners"]] for row in rows}
    assert owners[PLEDGES[0].iri] == ["Head of Estates", "Legal"]
