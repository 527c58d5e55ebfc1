"""What `where` says of pledges with columns, several reports and two generations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import DREDGE, OLD_STOP, PAINT, STOP, TRAIN, WALL, brackwater, publish_graph

from graph.ask.records import commitment_records
from graph.show.answers import brief, flat, where_text

if TYPE_CHECKING:
    from graph.model import Commitment

Record = dict[str, Any]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    store = publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")
    return {record["iri"]: record for record in commitment_records(store)}


@pytest.fixture(scope="module")
def told(records: dict[str, Record]) -> dict[str, list[str]]:
    """The lines of each answer, in a terminal so wide that none is broken."""
    return {iri: where_text([record], 1000).splitlines() for iri, record in records.items()}


def lines(told: dict[str, list[str]], commitment: Commitment, label: str) -> list[str]:
    return [line[12:] for line in told[commitment.iri] if line.startswith(f"  {label:<10}")]


def test_the_number_stands_before_the_pledge_and_the_markup_is_gone(told: dict[str, list[str]]) -> None:
    assert told[STOP.iri][0] == "1.1 Open a ferry stop at Low Quay."
    assert told[OLD_STOP.iri][0] == "Open a ferry stop at Low Quay."


def test_the_documents_own_word_stands_beside_the_status(told: dict[str, list[str]]) -> None:
    sure = "high confidence 0.88, not yet reviewed"
    assert lines(told, STOP, "status") == [f"Achieved (“DONE”), as of 2024-06-30 ({sure})"]
    assert lines(told, WALL, "status") == ["Not assessed: no review of its strategy has been read"]


def test_a_pledge_that_is_only_agreed_to_is_not_said_to_be_unread(records: dict[str, Record]) -> None:
    agreed = records[TRAIN.iri] | {"history": records[TRAIN.iri]["history"][:1]}
    agreed["status"] = {"value": "NotAssessed", "as_of": "2023", "stated": "Accepted", "confidence": 0.88}
    told = where_text([agreed], 1000)
    assert "Not assessed (“Accepted”): what was read reports no progress on it, as of 2023\n" in told


def test_a_pledge_with_several_assessments_has_a_history(told: dict[str, list[str]]) -> None:
    assert lines(told, DREDGE, "history") == [
        "2023: Outstanding (“Red”) (tracker-2023.pdf)",
        "2024-06-30: In progress (“Amber”) (report-2024.pdf)",
    ]
    assert lines(told, TRAIN, "history")[0] == "2023: Not assessed (“Accepted”) (tracker-2023.pdf)"
    assert lines(told, WALL, "history") == []


def test_the_cell_that_names_an_owner_is_shown_with_its_place(told: dict[str, list[str]]) -> None:
    cell = "high confidence 0.98, not yet reviewed; “Head of Estates; Legal”, new-plan.pdf, p. 1, line 3"
    assert lines(told, STOP, "owner") == [f"Head of Estates ({cell})", f"Legal ({cell})"]


def test_a_statement_that_is_shown_as_evidence_is_not_repeated_with_the_owner(told: dict[str, list[str]]) -> None:
    [owner] = lines(told, DREDGE, "owner")
    assert "Dredging began" not in owner
    assert any("Dredging began" in line for line in lines(told, DREDGE, "evidence"))


def test_a_programme_with_two_parents_is_part_of_both(told: dict[str, list[str]]) -> None:
    [owner] = lines(told, DREDGE, "owner")
    chain = "Ferry Programme, part of Coast Programme, part of Council Plan; also part of Green Recovery ("
    assert owner.startswith(chain)


def test_lineage_is_told_both_ways(told: dict[str, list[str]]) -> None:
    older = "continues “Open a ferry stop at Low Quay.” (Coast Plan 2016 to 2021; fair confidence 0.80)"
    assert lines(told, STOP, "lineage") == [older]
    newer = "continued by “Open a ferry stop at Low Quay.” (Coast Plan 2022 to 2025; fair confidence 0.80)"
    assert lines(told, OLD_STOP, "lineage") == [newer]


def test_timescale_measure_and_strength_are_told_where_there_are_any(told: dict[str, list[str]]) -> None:
    assert lines(told, STOP, "timescale") == ["“March 2024”"]
    assert lines(told, STOP, "measure") == ["“200 trips”"]
    assert lines(told, PAINT, "timescale") == []
    assert lines(told, PAINT, "pledged") == ["Coast Plan 2022 to 2025 (new-plan.pdf, p. 2, line 5; an intention)"]


def test_a_spreadsheet_has_the_new_columns_last(records: dict[str, Record]) -> None:
    table = flat([records[STOP.iri], records[WALL.iri]])
    assert table.columns[-3:] == ("reference", "timescale", "stated")
    assert [row[-3:] for row in table.rows] == [("1.1", "March 2024", "DONE"), (None, None, None)]
    assert table.rows[0][0] == "Open a ferry stop at Low Quay."


def test_a_table_has_the_number_before_the_pledge(records: dict[str, Record]) -> None:
    assert brief([records[STOP.iri]]).rows[0][0] == "1.1 Open a ferry stop at Low Quay."
