"""A section as a whole: what its words come to, by every rule together."""

from __future__ import annotations

import pytest

from graph.link.sections import link_sections
from graph.link.status import assess
from graph.values import Relation, Status
from link.samples import NAMES, REVIEW, section

DONE, GOING, NOT, SILENT = Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING, Status.NOT_REPORTED
PLEDGES = ["Move the depot to the quay.", "Open a family hub.", "Plant willow trees."]


def statuses(*statements: str) -> list[Status]:
    """What became of each of the pledges."""
    own = section(PLEDGES, list(statements))
    links = link_sections([own], NAMES)
    said = {one.iri: one for one in own.statements}
    return [
        assess(one, [link for link in links if link.subject == one.iri], said, REVIEW).status for one in own.commitments
    ]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["The depot has moved to the quay."], [DONE, SILENT, SILENT]),
        (["All actions are complete."], [DONE, DONE, DONE]),
        (["All actions have been progressed.", "The family hub has opened."], [GOING, DONE, GOING]),
        (["All actions are complete.", "It has not been possible to move the depot."], [NOT, DONE, DONE]),
        (["All actions are complete except the depot move."], [NOT, DONE, DONE]),
        (
            ["All actions are complete, apart from the depot, where we have been unable to find a site."],
            [NOT, DONE, DONE],
        ),
        (["All actions are complete except the depot move, which is under way."], [GOING, DONE, DONE]),
        (["The depot was moved to the quay.", "Most other actions are under way."], [DONE, GOING, GOING]),
        (["The depot was moved to the quay.", "The rest are complete."], [DONE, DONE, DONE]),
        (["Landlords had a difficult year."], [SILENT, SILENT, SILENT]),
        ([], [SILENT, SILENT, SILENT]),
    ],
)
def test_a_section_says_what_became_of_its_pledges(statements: list[str], expected: list[Status]) -> None:
    assert statuses(*statements) == expected


def test_what_remains_is_owned_where_it_goes_on() -> None:
    own = section(
        PLEDGES,
        [
            "All actions have been progressed.",
            "The family hub has been opened.",
            "More work is needed and is being progressed through the Coast Plan.",
        ],
    )
    numbers = {one.iri: number for number, one in enumerate(own.commitments)}
    owned = [link for link in link_sections([own], NAMES) if link.relation is Relation.OWNED_BY]
    assert [numbers[link.subject] for link in owned] == [0, 2]


def test_an_exception_does_not_get_the_owner_of_the_blanket() -> None:
    own = section(
        PLEDGES,
        ["All actions are progressing through the Coast Plan.", "It has not been possible to move the depot."],
    )
    numbers = {one.iri: number for number, one in enumerate(own.commitments)}
    owned = [link for link in link_sections([own], NAMES) if link.relation is Relation.OWNED_BY]
    assert [numbers[link.subject] for link in owned] == [1, 2]


def test_an_exception_inside_a_blanket_does_not_get_its_owner() -> None:
    own = section(PLEDGES, ["All actions are progressing through the Coast Plan except the depot move."])
    numbers = {one.iri: number for number, one in enumerate(own.commitments)}
    owned = [link for link in link_sections([own], NAMES) if link.relation is Relation.OWNED_BY]
    assert [numbers[link.subject] for link in owned] == [1, 2]
