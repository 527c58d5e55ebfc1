"""`where`: which pledges answer a question, in what words, and the JSON of DESIGN section 6."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, Ran, Run

    from graph.store import Store

QUOTE = {"text": str, "document": str, "start": int, "end": int, "line": int, "page": (int, type(None))}
TEXT_OR_NOTHING = (str, type(None))
COMMITMENT = {
    "iri": str,
    "text": str,
    "strategy": dict,
    "theme": list,
    "status": dict,
    "owners": list,
    "evidence": list,
    "partners": list,
    "outcomes": list,
    "lineage": list,
    "source": dict,
    "reference": TEXT_OR_NOTHING,
    "strength": TEXT_OR_NOTHING,
    "timescale": TEXT_OR_NOTHING,
    "measure": TEXT_OR_NOTHING,
    "history": list,
}
STRATEGY = {"iri": str, "title": str, "start": TEXT_OR_NOTHING, "end": TEXT_OR_NOTHING}
STATUS = {"value": str, "as_of": TEXT_OR_NOTHING, "stated": TEXT_OR_NOTHING, "confidence": float}
OWNER = {
    "iri": str,
    "name": str,
    "part_of": list,
    "scope": str,
    "confidence": float,
    "justification": str,
    "review": str,
    "evidence": list,
    "kind": str,
    "chain": list,
    "reviewed_by": list,
}
STEP = {"part": str, "whole": str, "name": str, "kind": str}
PAST = {
    "status": str,
    "as_of": TEXT_OR_NOTHING,
    "stated": TEXT_OR_NOTHING,
    "document": TEXT_OR_NOTHING,
    "confidence": float,
    "review": str,
    "reviewed_by": list,
}
RELATIVE = {"relation": str, "iri": str, "text": str, "strategy": str, "confidence": float}
EVIDENCE = {**QUOTE, "scope": str, "confidence": float, "review": str, "attestation": str, "reviewed_by": list}
PARTNER = {"iri": str, "name": str}
OUTCOME = {"iri": str, "text": str, "attested_by": TEXT_OR_NOTHING}


JUSTIFICATIONS = ("semapv:LexicalMatching", "semapv:StructuralMatching", "semapv:ManualMappingCuration")


def check_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    """The keys are these in this order, each of its type."""
    assert list(value) == list(shape)
    wrong = {key: value[key] for key, kind in shape.items() if not isinstance(value[key], kind)}
    assert wrong == {}


def check_commitment(record: dict[str, Any]) -> None:
    """A record is what DESIGN section 6 says, down to the words that may stand in it."""
    check_shape(record, COMMITMENT)
    check_shape(record["strategy"], STRATEGY)
    check_shape(record["status"], STATUS)
    check_shape(record["source"], QUOTE)
    assert all(isinstance(heading, str) for heading in record["theme"])
    assert record["status"]["value"] in ("Achieved", "InProgress", "Outstanding", "NotReported", "NotAssessed")
    for owner in record["owners"]:
        check_shape(owner, OWNER)
        assert all(isinstance(parent, str) for parent in owner["part_of"])
        assert owner["justification"] in JUSTIFICATIONS
        assert owner["kind"] in ("Programme", "Organization")
        for step in owner["chain"]:
            check_shape(step, STEP)
        for quote in owner["evidence"]:
            check_shape(quote, QUOTE)
    for quote in record["evidence"]:
        check_shape(quote, EVIDENCE)
        assert quote["attestation"] in ("SelfReported", "ThirdParty")
    for link in (*record["owners"], *record["evidence"]):
        assert 0 <= link["confidence"] <= 1
        assert link["scope"] in ("direct", "all", "rest", "remaining", "exception")
        assert link["review"] in ("unreviewed", "accepted")
    for partner in record["partners"]:
        check_shape(partner, PARTNER)
    for relative in record["lineage"]:
        check_shape(relative, RELATIVE)
        assert relative["relation"] in ("continues", "continuedBy")
    assert record["history"]
    for past in record["history"]:
        check_shape(past, PAST)
    assert record["strength"] in ("Firm", "Intention", "Priority")
    for outcome in record["outcomes"]:
        check_shape(outcome, OUTCOME)


@pytest.fixture(scope="module")
def foster_carers(ask: Callable[..., Ran]) -> Any:
    return ask("where", "recruit foster carers", "--format", "json").json


def test_the_json_of_where_is_the_contract(foster_carers: Any) -> None:
    assert foster_carers["query"] == "recruit foster carers"
    assert foster_carers["nearest"] == []
    assert set(foster_carers) == {"query", "matches", "nearest"}
    assert foster_carers["matches"]
    for match in foster_carers["matches"]:
        score = match.pop("score")
        assert isinstance(score, float)
        assert 0 < score <= 1
        check_commitment(match)


def test_the_keys_of_the_first_version_come_first_and_keep_their_order(foster_carers: Any) -> None:
    first = [
        "iri",
        "text",
        "strategy",
        "theme",
        "status",
        "owners",
        "evidence",
        "partners",
        "outcomes",
        "lineage",
        "source",
    ]
    assert all(list(match)[: len(first)] == first for match in foster_carers["matches"])


def test_what_is_published_of_any_body_is_the_contract(call: Call, tmp_path: Path) -> None:
    publish_graph(brackwater(), tmp_path / "store")
    answered = call("commitments", "--format", "json", store=tmp_path / "store")
    for record in answered.json:
        check_commitment(record)
    said = call("where", "ferry stop at Low Quay", "--limit", "2", store=tmp_path / "store").folded
    assert "1.1 Open a ferry stop at Low Quay. status Achieved (“DONE”), as of 2024-06-30" in said


def test_the_json_of_commitments_is_the_contract(ask: Callable[..., Ran], devon: Store) -> None:
    answered = ask("commitments", "--format", "json")
    assert answered.status == 0
    assert len(answered.json) == devon.record["counts"]["commitments"]
    for record in answered.json:
        check_commitment(record)


@pytest.mark.parametrize(
    ("question", "pledge"),
    [
        ("recruit foster carers", "Ensure we have a consistent approach to recruiting and supporting foster carers."),
        ("hiring foster parents", "Ensure we have a consistent approach to recruiting and supporting foster carers."),
        ("fostr carers", "Ensure we have a consistent approach to recruiting and supporting foster carers."),
        ("kids placed outside the county", "Reduce the number of children living outside Devon."),
        ("SGO allowances", "Review our SGO Policy, including the allowances we offer Special Guardians."),
    ],
)
def test_the_best_match_is_the_pledge_that_was_meant(run: Run, devon_store: Path, question: str, pledge: str) -> None:
    answered = run("where", question, "--format", "json", store=devon_store)
    assert answered.status == 0
    assert answered.json["matches"][0]["text"] == pledge


def test_an_answer_tells_status_owner_chain_and_the_sentence(ask: Callable[..., Ran]) -> None:
    said = ask("where", "kids placed outside the county", "--limit", "1").folded
    assert said.startswith("Reduce the number of children living outside Devon. status In progress, as of 2024")
    assert "owner Steps, part of A Place Called Home (accepted in review)" in said
    assert "“This includes the Steps project, which has a focus on activity to return children to Devon.”" in said
    assert "(000_9e05c1aa252afd86.txt, line 52; about this pledge; accepted in review)" in said


def test_an_answer_tells_who_attests_an_outcome_and_who_is_involved(ask: Callable[..., Ran]) -> None:
    said = ask("where", "support for neurodevelopmental needs", "--limit", "1").folded
    assert "partners Health partners, ICB" in said
    said = ask("where", "re-commission the framework agreement for a new contract", "--limit", "1").folded
    assert "outcome “is working well.” (the body says so itself)" in said


@pytest.mark.parametrize("limit", [1, 5])
def test_there_are_no_more_matches_than_asked_for(ask: Callable[..., Ran], limit: int) -> None:
    assert len(ask("where", "children", "--limit", str(limit), "--format", "json").json["matches"]) == limit


@pytest.mark.parametrize("question", ["quantum zebra crossings", "", "💩"])
def test_where_nothing_fits_it_says_so(ask: Callable[..., Ran], question: str) -> None:
    answered = ask("where", question)
    assert answered.status == 1
    assert answered.stdout == b""
    assert answered.stderr.startswith(f"No pledge fits “{question}”.")


def test_where_nothing_fits_the_nearest_are_offered(ask: Callable[..., Ran]) -> None:
    answered = ask("where", "quantum zebra crossings", "--format", "json")
    assert answered.status == 1
    assert answered.json["matches"] == []
    nearest = answered.json["nearest"]
    assert nearest
    assert all(one["score"] < 0.5 for one in nearest)
    assert f"The nearest: “{nearest[0]['text']}”" in answered.stderr


def test_a_question_may_be_given_in_bytes_that_are_no_text(run: Run, devon_store: Path) -> None:
    for form in ("table", "json"):
        answered = run(
            "where", b"\xff\xfe carers zzz".decode("utf-8", "surrogateescape"), "--format", form, store=devon_store
        )
        assert answered.status in (0, 1)
        assert "Traceback" not in answered.stderr
