"""A pledge involves the organisations that it, or a statement about it alone, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.link.involvement import partners
from graph.values import Relation, Scope
from link.samples import BASE, NAMES, evidence, pledge, statement

if TYPE_CHECKING:
    from graph.model import Link

BOARD = BASE + "board"


def involved(promised: str, said: str, scope: Scope = Scope.DIRECT) -> list[Link]:
    one, other = pledge(promised), statement(said)
    return partners([one], [evidence(one.iri, other.iri, scope, 0.8)], {other.iri: other}, NAMES)


def test_a_pledge_names_its_partner() -> None:
    (link,) = involved("Open a hub with the Harbour Board.", "The hub is open.")
    assert (link.relation, link.object, link.statement, link.confidence) == (Relation.INVOLVES, BOARD, None, 0.95)


@pytest.mark.parametrize("scope", [Scope.DIRECT, Scope.EXCEPTION])
def test_an_answer_names_a_partner_as_surely_as_it_answers(scope: Scope) -> None:
    (link,) = involved("Open a hub.", "The hub was opened with the HB.", scope)
    assert (link.object, link.statement, link.confidence) == (
        BOARD,
        statement("The hub was opened with the HB.").iri,
        0.8,
    )


def test_a_partner_that_both_name_is_linked_once_and_by_the_pledge() -> None:
    (link,) = involved("Open a hub with the Harbour Board.", "The HB helped to open the hub.")
    assert link.statement is None


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.REST, Scope.REMAINING])
def test_a_blanket_names_no_partner(scope: Scope) -> None:
    assert involved("Open a hub.", "All actions have been progressed with the HB.", scope) == []


@pytest.mark.parametrize(
    "said",
    [
        "The Care Inspectorate rated the hub good.",
        "The hub is led by the Harbour Board.",
        "The hub is part of the Coast Plan.",
        "The hub uses the Mockingbird model.",
        "The harbour board of the lido helped.",
    ],
    ids=["an inspector", "an owner", "a programme", "a model", "a look-alike"],
)
def test_this_is_no_partner(said: str) -> None:
    assert involved("Open a hub.", said) == []
