"""One table of words for all answers, and it says what the ontology says."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from graph.show.words import place, shown, status_words, words
from graph.values import Attestation, Kind, Review, Scope, Status, Strength
from graph.vocabulary import SL

TOP = Path(__file__).resolve().parents[2]


def test_a_status_has_the_word_of_the_ontology() -> None:
    scale = Graph().parse(TOP / "ontology" / "status.ttl")
    labels = {status.value: str(scale.value(URIRef(SL + status), SKOS.prefLabel)) for status in Status}
    assert {value: look["word"] for value, look in words()["statuses"].items()} == labels


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("statuses", set(Status)),
        ("scopes", set(Scope)),
        ("reviews", {one.lower() for one in Review}),
        ("attestations", {*Attestation, "StatedAim"}),
        ("strengths", set(Strength)),
    ],
)
def test_every_value_has_words(table: str, values: set[str]) -> None:
    assert set(words()[table]) == {str(one) for one in values}


def test_every_class_and_relation_of_a_record_has_words() -> None:
    assert {Kind.PROGRAMME.value, "Organisation", "Commitment", "ProgressStatement"} <= set(words()["classes"])
    assert {"evidencedBy", "ownedBy", "partOf", "involves", "reports", "continues"} <= set(words()["relations"])
    assert set(words()["lineage"]) == {"continues", "continuedBy"}


def test_the_documents_own_word_stands_beside_the_status() -> None:
    assert status_words("Achieved", "DONE") == "Achieved (“DONE”)"
    assert status_words("InProgress", None) == "In progress"


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ({"document": "plan.pdf", "page": 4, "line": 12}, "plan.pdf, p. 4, line 12"),
        ({"document": "plan.md", "page": None, "line": 12}, "plan.md, line 12"),
        ({"document": "a\x1b[31m.txt", "page": None, "line": None}, "a�[31m.txt"),
    ],
)
def test_a_place_tells_the_page_where_there_is_one(quote: dict[str, object], words: str) -> None:
    assert place(quote) == words


def test_what_is_shown_has_no_markup_and_steers_no_terminal() -> None:
    assert shown("**Open** [a hub](https://example.org)¹\n\x1b[31msoon") == "Open a hub �[31msoon"
