"""The records of all pledges: the same however they are asked for, and true to the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ask.samples import (
    COUNTED,
    DEEPEN,
    DREDGE,
    HOME,
    NEW,
    OLD_STOP,
    PAINT,
    STATEMENTS,
    STOP,
    WALL,
    brackwater,
    publish_graph,
)
from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.where import commitments, where
from graph.identifiers import Iri
from graph.model import Link
from graph.values import Relation, Rule

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def every(devon: Store) -> list[dict[str, Any]]:
    return commitment_records(devon)


@pytest.fixture(scope="module")
def records(every: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the strategy that a review reports on."""
    return [record for record in every if record["strategy"]["iri"].endswith("/sufficiency-2022-2024")]


def test_there_are_57_pledges_under_12_headings(records: list[dict[str, Any]]) -> None:
    assert len(records) == len({record["iri"] for record in records}) == 57
    assert len({tuple(record["theme"]) for record in records}) == 12


def test_commitments_without_a_filter_are_all_records(devon: Store, every: list[dict[str, Any]]) -> None:
    assert commitments(devon) == every


def test_every_pledge_is_its_own_best_match_with_the_same_record(devon: Store, every: list[dict[str, Any]]) -> None:
    for record in every:
        best = where(devon, record["text"], 1)["matches"][0]
        assert {key: value for key, value in best.items() if key != "score"} == record
        assert best["score"] > 0.9


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


# An invented body with columns, two reports and two generations.


@pytest.fixture(scope="module")
def brackwater_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


@pytest.fixture(scope="module")
def by_iri(brackwater_store: Store) -> dict[str, dict[str, Any]]:
    return {record["iri"]: record for record in commitment_records(brackwater_store)}


def test_what_stands_beside_a_pledge_is_told_verbatim(by_iri: dict[str, dict[str, Any]]) -> None:
    stop, paint = by_iri[STOP.iri], by_iri[PAINT.iri]
    keys = ("reference", "strength", "timescale", "measure")
    assert [stop[key] for key in keys] == ["1.1", "Firm", "March 2024", "200 trips"]
    assert [paint[key] for key in keys] == ["1.3", "Intention", None, None]
    assert stop["text"] == STOP.quote.text
    assert stop["source"]["page"] == 1


def test_an_owner_in_a_column_is_evidenced_by_its_cell(by_iri: dict[str, dict[str, Any]]) -> None:
    for owner in by_iri[STOP.iri]["owners"]:
        assert [quote["text"] for quote in owner["evidence"]] == ["Head of Estates; Legal"]
        assert owner["evidence"][0]["document"] == "new-plan.pdf"
        assert owner["kind"] == "Organization"


def test_an_owner_that_two_documents_name_is_told_once_with_both_sentences(by_iri: dict[str, dict[str, Any]]) -> None:
    [ferry] = by_iri[DREDGE.iri]["owners"]
    assert ferry["confidence"] == 0.98
    assert [quote["document"] for quote in ferry["evidence"]] == ["new-plan.pdf", "report-2024.pdf"]
    assert ferry["kind"] == "Programme"


def test_a_programme_with_two_parents_has_a_way_up_to_each(by_iri: dict[str, dict[str, Any]]) -> None:
    [ferry] = by_iri[DREDGE.iri]["owners"]
    steps = [(step["part"].removeprefix(HOME), step["name"], step["kind"]) for step in ferry["chain"]]
    assert steps == [
        ("ferry", "Coast Programme", "Programme"),
        ("coast-programme", "Council Plan", "Programme"),
        ("ferry", "Green Recovery", "Programme"),
    ]
    assert ferry["part_of"] == ["Coast Programme", "Green Recovery", "Council Plan"]


def test_the_status_has_the_documents_own_word(by_iri: dict[str, dict[str, Any]]) -> None:
    assert by_iri[STOP.iri]["status"] == {
        "value": "Achieved",
        "as_of": "2024-06-30",
        "stated": "**DONE**",
        "confidence": 0.88,
    }
    assert by_iri[PAINT.iri]["status"]["stated"] is None


def test_the_history_holds_every_assessment_and_ends_in_the_status(by_iri: dict[str, dict[str, Any]]) -> None:
    history = by_iri[DREDGE.iri]["history"]
    assert [(one["status"], one["as_of"], one["stated"], one["document"]) for one in history] == [
        ("Outstanding", "2023", "Red", "tracker-2023.pdf"),
        ("InProgress", "2024-06-30", "Amber", "report-2024.pdf"),
    ]
    for record in by_iri.values():
        last, status = record["history"][-1], record["status"]
        assert (last["status"], last["as_of"], last["stated"]) == (status["value"], status["as_of"], status["stated"])


def test_a_pledge_that_no_document_reports_on_was_assessed_by_none(by_iri: dict[str, dict[str, Any]]) -> None:
    assert by_iri[OLD_STOP.iri]["history"] == [
        {
            "status": "NotAssessed",
            "as_of": None,
            "stated": None,
            "document": None,
            "confidence": 1.0,
            "review": "unreviewed",
            "reviewed_by": [],
        }
    ]


def test_lineage_is_told_both_ways_and_what_was_rejected_is_not(by_iri: dict[str, dict[str, Any]]) -> None:
    [older] = by_iri[STOP.iri]["lineage"]
    assert older == {
        "relation": "continues",
        "iri": OLD_STOP.iri,
        "text": OLD_STOP.quote.text,
        "strategy": "Coast Plan 2016 to 2021",
        "confidence": 0.8,
    }
    [newer] = by_iri[OLD_STOP.iri]["lineage"]
    assert (newer["relation"], newer["iri"], newer["strategy"]) == ("continuedBy", STOP.iri, "Coast Plan 2022 to 2025")
    assert [older["iri"] for older in by_iri[DREDGE.iri]["lineage"]] == [DEEPEN.iri]
    assert by_iri[WALL.iri]["lineage"] == []


def test_a_statement_that_counts_for_the_strategy_answers_no_pledge(tmp_path: Path) -> None:
    graph = brackwater()
    lonely = replace(STATEMENTS[0], iri=Iri(HOME + "report-2024/statement/9"), quote=COUNTED, answers=())
    count = Link(NEW, Relation.EVIDENCED_BY, lonely.iri, Rule.COUNT, 0.9, statement=lonely.iri)
    old, new = graph.sections
    sections = (old, replace(new, statements=(*new.statements, lonely)))
    store = publish_graph(replace(graph, sections=sections, links=(*graph.links, count)), tmp_path / "store")
    assert [one["quote"]["text"] for one in unanswered_statements(store)] == [COUNTED.text]
    assert all(COUNTED.start not in [quote["start"] for quote in one["evidence"]] for one in commitment_records(store))


def test_a_record_is_the_same_alone_and_among_all(brackwater_store: Store, by_iri: dict[str, dict[str, Any]]) -> None:
    for iri, record in by_iri.items():
        assert commitment_records(brackwater_store, [iri]) == [record]


def test_the_history_of_devon_is_one_review(records: list[dict[str, Any]]) -> None:
    assert {len(record["history"]) for record in records} == {1}
    assert {record["history"][0]["document"] for record in records} == {"000_9e05c1aa252afd86.txt"}
