"""A count of pledges speaks of the strategy: it never says which pledges were met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.link.sections import link_sections
from graph.values import Relation, Rule, Scope
from link.samples import NAMES, STRATEGY, section, statement

if TYPE_CHECKING:
    from graph.model import Link

PLEDGES = ["Move the depot to the quay.", "Open a family hub.", "Plant willow trees.", "Meet our actions on otters."]


def evidence(said: str) -> list[Link]:
    links = link_sections([section(PLEDGES, [said])], NAMES)
    return [link for link in links if link.relation is Relation.EVIDENCED_BY]


@pytest.mark.parametrize(
    "said",
    [
        "We have so far kept 31 of the 44 actions.",
        "Three quarters of the commitments have been delivered.",
        "12 of our 20 pledges are complete.",
        "We have kept our commitments on 31 of the 44 actions.",
        "In total 38 actions have been completed.",
        "Of the 50 actions, 38 have been met.",
        "76% of actions are on track.",
    ],
)
def test_a_count_is_linked_to_the_strategy_and_to_no_pledge(said: str) -> None:
    (link,) = evidence(said)
    assert (link.subject, link.object) == (STRATEGY, statement(said).iri)
    assert (link.rule, link.scope) == (Rule.COUNT, Scope.ALL)


@pytest.mark.parametrize(
    "said", ["All four actions are complete.", "All actions have been completed.", "Most actions are complete."]
)
def test_what_speaks_of_all_pledges_of_the_section_stays_a_blanket(said: str) -> None:
    links = evidence(said)
    assert {link.subject for link in links} == {one.iri for one in section(PLEDGES, []).commitments}
    assert {link.rule for link in links} == {Rule.BLANKET}


@pytest.mark.parametrize(
    "said",
    ["38 of the 50 willow trees have been planted.", "Two of the three doors of the family hub are open."],
)
def test_a_count_of_other_things_answers_a_pledge_as_any_statement_does(said: str) -> None:
    (link,) = evidence(said)
    assert link.rule is Rule.WORDING
    assert link.subject != STRATEGY


def test_a_statement_that_says_more_than_a_count_answers_by_its_words() -> None:
    (link,) = evidence("The depot has moved to the quay; two of the three actions are complete.")
    assert link.rule is Rule.WORDING
