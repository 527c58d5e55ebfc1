"""What pages ask of single things: look-ups, the pledges that a thing holds, the passages of a document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from ask.samples import DOCUMENTS, DREDGE, HOME, NEW, NEW_DOCUMENT, OLD, STATEMENTS, STOP, brackwater, publish_graph
from graph.ask.passages import passages
from graph.ask.pledged import beside, headings_of, held, ledger_of, some_held, some_of, statuses_of
from graph.ask.records import commitment_records
from graph.ask.things import things_of
from graph.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("coast") / "store")


def test_a_thing_is_known_by_its_values_its_name_and_what_points_to_it(coast: Store) -> None:
    things = things_of(coast)
    assert things.values(NEW, "dcterms:replaces") == [OLD]
    assert things.pointing("dcterms:replaces", OLD) == [NEW]
    assert things.value(OLD, "dcterms:replaces") is None
    assert things.name(NEW) == "Coast Plan 2022 to 2025"
    assert things.name(HOME + "no-such-thing") == "no-such-thing"
    assert things.is_a(STOP.iri, "sl:Commitment")
    assert not things.is_a(NEW, "sl:Commitment")


def test_a_quote_is_that_of_the_document_with_its_address(coast: Store) -> None:
    quote = things_of(coast).quote(STATEMENTS[4].iri)
    assert quote is not None
    source = next(one for one in DOCUMENTS if one.iri == quote["source"])
    assert source.text[quote["start"] : quote["end"]] == quote["text"] == STATEMENTS[4].quote.text
    assert (quote["document"], quote["line"], quote["page"]) == (source.file_name, 3, 2)
    assert things_of(coast).quote(NEW) is None


def test_a_programme_may_be_part_of_two_and_each_is_told_of_once(coast: Store) -> None:
    wholes = things_of(coast).wholes(HOME + "ferry")
    assert [whole.removeprefix(HOME) for _, whole in wholes] == ["coast-programme", "green-recovery", "council-plan"]
    assert sorted(
        one.removeprefix(HOME) for one in things_of(coast).below(HOME + "council-plan", "dcterms:isPartOf")
    ) == [
        "coast-programme",
        "ferry",
    ]


def test_what_a_programme_owns_is_kept_apart_from_what_its_parts_own(coast: Store) -> None:
    rows = ledger_of(coast)
    assert held(rows, HOME + "ferry") == ({"InProgress": 1}, {})
    assert held(rows, HOME + "council-plan") == ({}, {"InProgress": 1})
    (row,) = some_held(rows, HOME + "council-plan", 0, 10)
    assert (row["iri"], row["own"]) == (DREDGE.iri, 0)
    assert row["owners"] == [{"iri": HOME + "ferry", "name": "Ferry Programme"}]


def test_pledges_come_in_reading_order_some_at_a_time_and_nothing_else_with_them(coast: Store) -> None:
    every = [record["iri"] for record in commitment_records(coast)]
    asked = [*reversed(every), NEW, HOME + "no-such-thing"]
    rows = ledger_of(coast)
    told = [one["iri"] for start in range(0, len(every), 2) for one in some_of(rows, asked, start, 2)]
    assert told == every
    assert sum(statuses_of(rows, asked).values()) == len(every)
    assert statuses_of(rows, []) == {}


def test_before_and_after_a_pledge_stand_those_of_its_strategy_alone(coast: Store) -> None:
    rows = ledger_of(coast)
    by_strategy: dict[str, list[str]] = {}
    for record in commitment_records(coast):
        by_strategy.setdefault(record["strategy"]["iri"], []).append(record["iri"])
    for pledges in by_strategy.values():
        for number, iri in enumerate(pledges):
            before, after = beside(rows, iri)
            assert (before and before["iri"]) == (pledges[number - 1] if number else None)
            assert (after and after["iri"]) == (pledges[number + 1] if number + 1 < len(pledges) else None)


def test_a_heading_counts_what_stands_under_it_and_under_those_below(coast: Store) -> None:
    wide, narrow = headings_of(ledger_of(coast), NEW)
    assert [(one["name"], one["depth"]) for one in (wide, narrow)] == [("Places", 0), ("Harbours", 1)]
    assert wide["statuses"] == narrow["statuses"]
    assert sum(wide["statuses"].values()) == 4


def test_the_headings_of_all_strategies_come_one_strategy_after_the_other(devon: Store, coast: Store) -> None:
    for store in (devon, coast):
        found = headings_of(ledger_of(store))
        assert sum(one["pledges"] for one in found if not one["depth"]) == len(commitment_records(store))
        assert all(one["pledges"] == sum(one["statuses"].values()) for one in found)
        strategies = [one["strategy"] for one in found]
        assert len(list(groupby(strategies))) == len(set(strategies))
        for strategy in set(strategies):
            assert headings_of(ledger_of(store), strategy) == [one for one in found if one["strategy"] == strategy]
    assert ["Places", "Harbours"] in [one["path"] for one in headings_of(ledger_of(coast))]


def test_the_passages_of_a_document_are_those_that_the_graph_quotes(coast: Store) -> None:
    found = passages(coast, NEW_DOCUMENT.iri)
    assert [one.start for one in found] == sorted(one.start for one in found)
    quoted = {one.iri: NEW_DOCUMENT.text[one.start : one.end] for one in found}
    assert quoted[STOP.iri] == STOP.quote.text
    notes = [one for one in found if one.kind == "Particular"]
    assert {quoted[one.iri] for one in notes if one.about == STOP.iri} == {
        *("Head of Estates; Legal", "Harbour Trust", "March 2024", "200 trips")
    }
    assert next(one for one in found if one.iri == DREDGE.iri).status == "InProgress"
    assert passages(coast, HOME + "no-such-document") == []


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_pledges_asked_for_some_at_a_time_have_the_same_records(
    devon: Store, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    every = commitment_records(devon)
    monkeypatch.setattr(Store, "at_once", at_once)
    assert commitment_records(devon, [one["iri"] for one in every]) == every


def test_a_store_that_an_older_version_built_has_a_ledger_too(devon_store: Path, coast: Store) -> None:
    assert not (coast.build / "answers.sqlite").exists()
    assert (devon_store / "builds").is_dir()
    assert ledger_of(coast).execute("SELECT COUNT(*) FROM pledges").fetchone() == (7,)
