"""The figures at the head of the page: what became of the pledges, who holds most, and what is worth asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph

from graph.ask.findings import findings as findings_of_store
from graph.ask.records import commitment_records, unanswered_statements
from graph.show.graphpage.network import drawn
from graph.show.graphpage.summary import findings, summary
from graph.show.words import words
from show.samples import Record, devon, owner, pledge, quote

if TYPE_CHECKING:
    from pathlib import Path


def summed(commitments: list[Record], unanswered: list[Record]) -> dict[str, Any]:
    return summary(commitments, unanswered, drawn(commitments, unanswered).nodes)


def said(scope: str = "direct", **more: Any) -> Record:
    claim = {"scope": scope, "confidence": 0.9, "review": "unreviewed", "attestation": "SelfReported"}
    return {**quote("Carers are paid", 50, 3), **claim, **more}


def paying(*evidence: Record, status: str = "InProgress", **more: Any) -> Record:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1), status)
    return {**made, "evidence": list(evidence), **more}


def test_pledges_are_counted_by_status_and_by_owner() -> None:
    commitments, unanswered = devon()
    counted = summed(commitments, unanswered)
    assert counted["pledges"] == sum(count for _, count in counted["statuses"]) == 57
    assert [value for value, _ in counted["statuses"]] == [one for one in words()["statuses"] if one != "NotAssessed"]
    owners = {name: count for name, _, count in counted["owners"]}
    assert owners["Steps"] == 2
    assert owners["A Place Called Home"] == 2 + owners["Steps"], "a programme's pledges include its parts'"
    assert counted["unowned"] == sum(not record["owners"] for record in commitments)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([], 0),
        ([said("all")], 1),
        ([said("rest"), said("remaining")], 1),
        ([said("all"), said("direct")], 0),
        ([said("all"), said("exception")], 0),
        ([said("all"), said("direct", review="rejected")], 1),
    ],
)
def test_a_pledge_is_covered_by_a_blanket_alone_where_nothing_else_answers_it(
    evidence: list[Record], expected: int
) -> None:
    found = {one["name"]: one["count"] for one in summed([paying(*evidence)], [])["findings"]}
    assert found["blanket-only"] == expected


def test_what_a_person_accepted_is_not_to_be_checked_first() -> None:
    def to_check(review: str, confidence: float) -> int:
        steps = {**owner("Steps", "direct", said()), "review": review, "confidence": confidence}
        counts: dict[str, int] = {one["name"]: one["count"] for one in findings([paying(owners=[steps])], [])}
        return counts["low-confidence"]

    assert [to_check("unreviewed", 0.5), to_check("unreviewed", 0.6), to_check("accepted", 0.5)] == [1, 0, 0]


def test_the_findings_of_a_whole_store_are_those_of_its_named_queries(tmp_path: Path) -> None:
    store = publish_graph(brackwater(), tmp_path / "store")
    told = findings(commitment_records(store), unanswered_statements(store))
    counted = [{key: one[key] for key in ("name", "count", "of")} for one in told]
    assert {one["name"]: one for one in counted} == {one["name"]: one for one in findings_of_store(store)}
    assert all(len(one["found"]) == one["count"] for one in told if one["of"] == "pledges")
    assert {one["name"] for one in told} == set(words()["findings"])
