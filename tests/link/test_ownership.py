"""A pledge is owned by what the statement that answers it says holds the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.identifiers import iri
from graph.link.ownership import owned
from graph.values import Relation, Rule, Scope
from link.samples import BASE, NAMES, evidence, pledge, statement

if TYPE_CHECKING:
    from graph.model import Commitment, Link, ProgressStatement

PLEDGE = pledge("Open a hub.")


RARE = {"short": 3.0, "break": 3.0}  # the weights of words that tell


def owners_of(*pairs: tuple[Commitment, ProgressStatement, Scope, float]) -> list[Link]:
    links = [evidence(promised.iri, said.iri, scope, confidence) for promised, said, scope, confidence in pairs]
    statements = {said.iri: said for _, said, _, _ in pairs}
    return owned(links, statements, {promised.iri: promised for promised, _, _, _ in pairs}, NAMES, RARE)


@pytest.mark.parametrize("scope", [Scope.DIRECT, Scope.ALL, Scope.REST, Scope.REMAINING])
def test_an_owner_has_the_scope_the_sureness_and_the_statement_of_its_evidence(scope: Scope) -> None:
    said = statement("The hub is being progressed through the Coast Plan.")
    (link,) = owners_of((PLEDGE, said, scope, 0.8))
    assert (link.subject, link.relation, link.object) == (PLEDGE.iri, Relation.OWNED_BY, BASE + "coast")
    assert (link.scope, link.confidence, link.statement, link.rule) == (scope, 0.8, said.iri, Rule.OWNER)
    assert "Coast Plan" in link.explanation


def test_a_statement_without_an_owner_gives_none() -> None:
    assert owners_of((PLEDGE, statement("The hub is open."), Scope.DIRECT, 0.9)) == []


def test_two_owners_that_do_not_divide_the_pledges_own_each_and_less_surely() -> None:
    said = statement("Work continues as part of the Coast Plan and the Depot Project.")
    links = owners_of((PLEDGE, said, Scope.ALL, 0.95))
    assert [(link.object, link.confidence) for link in links] == [(BASE + "coast", 0.81), (BASE + "depot", 0.81)]


def test_of_two_owners_the_one_that_fits_the_pledge_is_surer() -> None:
    said = statement("Work continues as part of the Coast Plan and the short breaks strategy.")
    links = owners_of((pledge("Review short breaks."), said, Scope.ALL, 0.9))
    sureness = {link.object.removeprefix(BASE): link.confidence for link in links}
    assert sureness["breaks"] > sureness["coast"]


def test_an_owner_that_two_statements_name_is_linked_once_by_the_surest() -> None:
    unsure, sure = (statement(f"The {one} is being progressed through the Coast Plan.") for one in ("pier", "hub"))
    (link,) = owners_of((PLEDGE, unsure, Scope.ALL, 0.6), (PLEDGE, sure, Scope.DIRECT, 0.9))
    assert (link.statement, link.confidence) == (sure.iri, 0.9)


def test_a_board_that_leads_owns() -> None:
    (link,) = owners_of((PLEDGE, statement("The hub is led by the Harbour Board."), Scope.DIRECT, 0.9))
    assert link.object == iri(BASE + "board")
