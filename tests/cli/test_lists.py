"""`commitments` with its filters, `programmes`, `trace`, `evaluate` and `validate`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran, Run


@pytest.fixture(scope="module")
def everything(ask: Callable[..., Ran]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = ask("commitments", "--format", "json").json
    return records


@pytest.fixture(scope="module")
def programmes(ask: Callable[..., Ran]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = ask("programmes", "--format", "json").json
    return records


def owned_by(name: str) -> Callable[[dict[str, Any]], bool]:
    return lambda one: any(name in (owner["name"], *owner["part_of"]) for owner in one["owners"])


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--status", "Outstanding"], 1),
        (["--status", "not reported"], 12),
        (["--status", "inprogress"], 34),
        (["--status", "NotAssessed"], 31),
        (["--owner", "Steps"], 2),
        (["--owner", "a place called home"], 4),
        (["--owner", "care for me"], 9),
        (["--owner", "Steps project"], 2),
        (["--theme", "Staying put"], 4),
        (["--theme", "fostering"], 19),
        (["--theme", "stepping forward"], 25),
        (["--theme", "Children's homes"], 6),
        (["--strategy", "Sufficiency"], 57),
        (["--strategy", "2024 to 2029"], 0),
        (["--involves", "ICB"], 1),
        (["--involves", "quantum"], 0),
        (["--owner", "SEND Improvement Plan", "--theme", "homelessness", "--status", "InProgress"], 5),
        (["--owner", "Steps", "--status", "Outstanding"], 0),
    ],
    ids=str,
)
def test_filters_leave_the_pledges_that_pass_them_all(ask: Callable[..., Ran], filters: list[str], count: int) -> None:
    answered = ask("commitments", *filters, "--format", "json")
    assert len(answered.json) == count
    assert answered.status == (0 if count else 1)


def test_an_owner_filter_reaches_the_parts_of_a_programme(
    ask: Callable[..., Ran], everything: list[dict[str, Any]]
) -> None:
    found = ask("commitments", "--owner", "A Place Called Home", "--format", "json").json
    assert found == [one for one in everything if owned_by("A Place Called Home")(one)]
    assert {owner["name"] for one in found for owner in one["owners"]} == {"A Place Called Home", "Steps"}


def test_commitments_stand_in_the_order_of_the_document(everything: list[dict[str, Any]]) -> None:
    places = [(one["source"]["document"], one["source"]["start"]) for one in everything]
    for document in {document for document, _ in places}:
        starts = [start for one, start in places if one == document]
        assert starts == sorted(starts)


def test_the_statuses_are_those_that_two_readers_agree_on(everything: list[dict[str, Any]]) -> None:
    counts = Counter(one["status"]["value"] for one in everything)
    assert counts == {"InProgress": 34, "NotAssessed": 31, "NotReported": 12, "Achieved": 10, "Outstanding": 1}


def test_a_programme_inherits_what_its_parts_own(
    everything: list[dict[str, Any]], programmes: list[dict[str, Any]]
) -> None:
    for programme in programmes:
        own = [one for one in everything if any(owner["iri"] == programme["iri"] for owner in one["owners"])]
        assert programme["owns"] == len(own), programme["name"]
        assert programme["inherits"] == len(list(filter(owned_by(programme["name"]), everything))), programme["name"]


def test_programmes_have_the_keys_and_the_order_that_readers_expect(programmes: list[dict[str, Any]]) -> None:
    assert all(list(one) == ["iri", "name", "part_of", "owns", "inherits"] for one in programmes)
    assert [one["inherits"] for one in programmes] == sorted((one["inherits"] for one in programmes), reverse=True)
    steps = next(one for one in programmes if one["name"] == "Steps")
    assert (steps["part_of"], steps["owns"], steps["inherits"]) == (["A Place Called Home"], 2, 2)
    home = next(one for one in programmes if one["name"] == "A Place Called Home")
    assert (home["part_of"], home["owns"], home["inherits"]) == ([], 2, 4)
    assert "Short breaks strategy" in [one["name"] for one in programmes if one["owns"] == 0]


@pytest.mark.parametrize("end", ["", "reduce-the-number-of-children-living-outside", "children living outside Devon"])
def test_a_trace_is_found_by_address_by_its_end_and_by_words(
    ask: Callable[..., Ran], everything: list[dict[str, Any]], end: str
) -> None:
    address = next(one["iri"] for one in everything if one["text"].startswith("Reduce the number of children"))
    traced = ask("trace", end or address)
    assert traced.status == 0
    assert traced.text.startswith("Reduce the number of children living outside Devon.\n└─ stated in: Sufficiency")
    assert "└─ owned by: Steps [direct, 0.65, accepted]\n   └─ part of: A Place Called Home\n" in traced.text
    assert "└─ evidenced by: “This includes the Steps project" in traced.text


def test_a_trace_says_that_its_words_name_a_programme(ask: Callable[..., Ran]) -> None:
    assert "“Steps” is the name of a programme" in ask("trace", "Steps").stderr
    assert "“A Place Called Home” is the name of a programme" in ask("trace", "A Place Called Home").stderr
    assert not ask("trace", "Reduce the number of children living outside Devon.").stderr


def test_a_trace_as_json_is_the_tree_row_by_row(ask: Callable[..., Ran]) -> None:
    rows = ask("trace", "children living outside Devon", "--format", "json").json
    assert [row["depth"] for row in rows] == [0, 1, 1, 1, 2, 2, 1]
    assert set(rows[0]) == {"depth", "relation", "label", "kind", "scope", "confidence", "review", "node"}
    assert [(row["relation"], row["label"]) for row in rows[2:5]] == [
        ("status", "InProgress"),
        ("owned by", "Steps"),
        ("part of", "A Place Called Home"),
    ]


def test_an_address_that_fits_several_pledges_is_not_guessed_at(ask: Callable[..., Ran]) -> None:
    refused = ask("trace", "review-")
    assert refused.status == 2
    assert "fits 10 commitments" in refused.stderr


def test_a_good_store_is_valid(ask: Callable[..., Ran]) -> None:
    assert (ask("validate").status, ask("validate", "--format", "json").json) == (0, [])


def test_a_quote_that_is_not_what_the_document_says_is_found(run: Run, own_store: Path) -> None:
    [texts] = own_store.rglob("texts.sqlite")
    with closing(sqlite3.connect(texts)) as connection, connection:
        connection.execute("UPDATE texts SET text = replace(text, 'homelessness protocol', 'homelessness protocoll')")
    checked = run("validate", "--format", "json", store=own_store)
    assert checked.status == 1
    assert {finding["kind"] for finding in checked.json} == {"quote"}
    assert {tuple(finding) for finding in checked.json} == {("kind", "message", "subject")}


def test_evaluate_measures_each_relation(ask: Callable[..., Ran]) -> None:
    figures = ask("evaluate", "--format", "json").json
    assert set(figures) == {"relations", "judged", "status", "calibration"}
    f1 = {row["relation"]: row["f1"] for row in figures["relations"]}
    assert set(f1) == {"evidencedBy", "ownedBy", "involves", "reports", "continues", "all"}
    assert f1["ownedBy"] >= 0.90
    assert f1["evidencedBy"] >= 0.88
    assert figures["status"]["right"] >= 50
    surest = next(row for row in figures["calibration"] if row["confidence"] == "0.9 and above")
    assert surest["precision"] >= 0.9


def test_evaluate_needs_decisions_to_measure_against(run: Run, automatic_store: Path) -> None:
    refused = run("evaluate", store=automatic_store)
    assert refused.status == 2
    assert "--ignore-decisions" in refused.stderr
