"""A clause that reports a result is an outcome, and says whose word it is."""

from __future__ import annotations

import pytest

from extract.samples import BASE, NAMES
from graph.extract.outcomes import results
from graph.values import Attestation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hub was opened.", []),
        ("The contract is working well.", ["The contract is working well."]),
        ("A hub was built and many families are using it.", ["many families are using it."]),
        (
            "The home has been rated good and support for it has been renewed",
            ["The home has been rated good"],
        ),
        ("Waiting times have fallen by 12%, but staff left.", ["Waiting times have fallen by 12%"]),
        ("The hub was opened. It has been successful.", ["It has been successful."]),
        ("The team is led by a manager.", []),
    ],
)
def test_the_clauses_that_report_results_are_outcomes(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in results(text, NAMES)] == expected


@pytest.mark.parametrize(
    "text",
    ["The home has been Care Inspectorate rated good", "The Care Inspectorate judged the home to be outstanding."],
)
def test_a_result_that_an_inspector_gives_is_a_third_party_s_word(text: str) -> None:
    (only,) = results(text, NAMES)
    assert (only.attestation, only.attested_by) == (Attestation.THIRD_PARTY, BASE + "inspectorate")


@pytest.mark.parametrize(
    "text",
    [
        "The home is working well.",
        "The Harbour Board praised the home.",
        "Fewer children are waiting. The Care Inspectorate has its office there.",
        "We told the Care Inspectorate that fewer children are waiting.",
    ],
)
def test_any_other_result_is_the_body_s_own_word(text: str) -> None:
    assert [(one.attestation, one.attested_by) for one in results(text, NAMES)] == [(Attestation.SELF_REPORTED, None)]


def test_each_clause_has_its_own_attestation() -> None:
    text = "The Care Inspectorate rated the home good. Numbers rose by 10 per cent."
    assert [one.attestation for one in results(text, NAMES)] == [Attestation.THIRD_PARTY, Attestation.SELF_REPORTED]
