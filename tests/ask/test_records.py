"""The records of all 57 pledges: the same however they are asked for, and true to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.where import commitments, where

if TYPE_CHECKING:
    from graph.store import Store


@pytest.fixture(scope="module")
def records(devon: Store) -> list[dict[str, Any]]:
    return commitment_records(devon)


def test_there_are_57_pledges_under_12_headings(records: list[dict[str, Any]]) -> None:
    assert len(records) == len({record["iri"] for record in records}) == 57
    assert len({tuple(record["theme"]) for record in records}) == 12


def test_commitments_without_a_filter_are_all_records(devon: Store, records: list[dict[str, Any]]) -> None:
    assert commitments(devon) == records


def test_every_pledge_is_its_own_best_match_with_the_same_record(devon: Store, records: list[dict[str, Any]]) -> None:
    for record in records:
        best = where(devon, record["text"], 1)["matches"][0]
        assert {key: value for key, value in best.items() if key != "score"} == record
        assert best["score"] == 1


def test_records_come_in_the_order_they_are_asked_for(devon: Store, records: list[dict[str, Any]]) -> None:
    wanted = [records[number]["iri"] for number in (40, 3, 17)]
    assert [record["iri"] for record in commitment_records(devon, wanted)] == wanted
    assert commitment_records(devon, []) == []


def test_a_status_follows_from_what_is_said(records: list[dict[str, Any]]) -> None:
    for record in records:
        assert (record["status"]["value"] == "NotReported") == (record["evidence"] == []), record["text"]
        scopes = {quote["scope"] for quote in record["evidence"]}
        assert (record["status"]["value"] == "Outstanding") == ("exception" in scopes), record["text"]


def test_an_owner_is_named_in_the_sentence_that_says_so(records: list[dict[str, Any]]) -> None:
    owned = [
        (owner["name"], quote["text"]) for one in records for owner in one["owners"] for quote in owner["evidence"]
    ]
    assert owned
    assert [(name, text) for name, text in owned if name.lower() not in text.lower()] == []


def test_no_owner_is_claimed_without_a_sentence(records: list[dict[str, Any]]) -> None:
    bare = [(one["text"], owner["name"]) for one in records for owner in one["owners"] if not owner["evidence"]]
    assert bare == []


def test_a_blanket_reaches_its_own_section_alone(records: list[dict[str, Any]]) -> None:
    homes: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    for record in records:
        for quote in record["evidence"]:
            if quote["scope"] in ("all", "rest", "remaining"):
                homes.setdefault((quote["document"], quote["start"]), set()).add(tuple(record["theme"]))
    assert len(homes) == 6
    assert all(len(themes) == 1 for themes in homes.values())


def test_what_answers_no_pledge_is_kept(devon: Store, records: list[dict[str, Any]]) -> None:
    unanswered = unanswered_statements(devon)
    answering = {quote["start"] for record in records for quote in record["evidence"]}
    assert unanswered
    assert answering.isdisjoint(one["quote"]["start"] for one in unanswered)
    starts = [one["quote"]["start"] for one in unanswered]
    assert starts == sorted(starts)
    inspected = [outcome for one in unanswered for outcome in one["outcomes"] if outcome["attested_by"]]
    assert [outcome["attested_by"] for outcome in inspected] == ["Ofsted"]
