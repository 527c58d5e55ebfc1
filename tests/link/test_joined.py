"""A report that states the plan's pledges again speaks of the plan's pledges."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.identifiers import Iri, iri
from graph.link.joined import join, stated_once
from graph.model import Commitment, Document, Particular, Quote, Section
from graph.values import Role
from link.samples import BASE, STRATEGY, pledge, section

PLAN, REPORT = iri(BASE + "the-plan"), iri(BASE + "the-report")


def document(address: Iri, **more: Any) -> Document:
    return Document(address, "a.txt", "A", "", "", **more)


DOCUMENTS = [
    document(REPORT, reports_on=STRATEGY, date="2024"),
    document(PLAN, states=STRATEGY, date="2022"),
]


def in_document(own: Section, address: Iri, **more: Any) -> Section:
    """The section as it stands in a document, its pledges with addresses of that document."""
    return replace(
        own,
        commitments=tuple(
            replace(one, iri=Iri(f"{one.iri}/{address[-6:]}"), quote=replace(one.quote, document=address), **more)
            for one in own.commitments
        ),
    )


def joined(plan: list[str], report: list[str]) -> list[tuple[str, str]]:
    """The report's pledges: their words, and those of the pledge that they have become."""
    sections = {
        REPORT: (in_document(section(report, [], "b"), REPORT),),
        PLAN: (in_document(section(plan, [], "a"), PLAN),),
    }
    result = join(sections, DOCUMENTS)
    found = [one.quote.text for one in result[REPORT][0].commitments]
    assert [one.quote.text for one in result[PLAN][0].commitments] == plan
    return list(zip(report, found, strict=True))


def is_joined(first: str, second: str) -> bool:
    others = ["Plant willow trees.", "Mend the pier.", "Open a lido on the quay."]
    ((_, found),) = joined([first, *others], [second])
    assert found in (first, second)
    return found == first


@pytest.mark.parametrize(
    ("stated", "restated"),
    [
        ("Open a hub in the north of the city.", "OPEN A HUB  in the north of the city"),
        ("Ban single-use plastic from council buildings.", "Ban single-use plastic from all council buildings"),
        ("Stop using glyphosate on verges.", "Stop the use of glyphosate on verges."),
        ("Cut the fare to one pound for children.", "Cut the fare to £1 for children."),
        ("Create an organisation for harbour pilots.", "Create an organization for harbour pilots."),
        ("Recruit foster carers in the district.", "Recruit foster carers in the district by 2025."),
        ("**Open** a [hub](https://example.org) in Wick.", "Open a hub in Wick."),
    ],
)
def test_the_same_pledge_in_nearly_the_same_words_is_one(stated: str, restated: str) -> None:
    assert is_joined(stated, restated)


@pytest.mark.parametrize(
    ("stated", "other"),
    [
        ("Open a hub in the north of the city.", "Open a hub in the south of the city."),
        ("Recruit 40 foster carers.", "Recruit 60 foster carers."),
        ("Open the family hub by 2024.", "Open the family hub by 2027."),
        ("Review the housing protocol.", "Review the licensing policy."),
        ("Train social workers in trauma.", "Train teachers in trauma and grief."),
        ("Do it.", "Do that."),
    ],
)
def test_another_place_figure_or_matter_is_another_pledge(stated: str, other: str) -> None:
    assert not is_joined(stated, other)


def test_the_same_number_joins_pledges_whose_figures_differ() -> None:
    plan = in_document(section(["Recruit 40 foster carers."], [], "a"), PLAN, reference="Action 3")
    report = in_document(section(["Recruit 60 foster carers."], [], "b"), REPORT, reference="3.")
    result = join({PLAN: (plan,), REPORT: (report,)}, DOCUMENTS)
    assert result[REPORT][0].commitments == plan.commitments


def test_the_same_number_does_not_join_pledges_about_different_things() -> None:
    plan = in_document(section(["Recruit foster carers."], [], "a"), PLAN, reference="3")
    report = in_document(section(["Dredge the inner harbour."], [], "b"), REPORT, reference="3")
    result = join({PLAN: (plan,), REPORT: (report,)}, DOCUMENTS)
    assert result[REPORT][0].commitments == report.commitments


def test_each_pledge_is_joined_once() -> None:
    found = joined(["Mend the pier.", "Mend the pier."], ["Mend the pier.", "Mend the pier.", "Mend the pier."])
    assert len(found) == 3
    sections = join(
        {
            PLAN: (in_document(section(["Mend the pier."], [], "a"), PLAN),),
            REPORT: (in_document(section(["Mend the pier.", "Mend the lido."], [], "b"), REPORT),),
        },
        DOCUMENTS,
    )
    texts = [one.quote.text for own in stated_once([*sections[PLAN], *sections[REPORT]]) for one in own.commitments]
    assert texts == ["Mend the pier.", "Mend the lido."]


def test_a_pledge_of_the_report_alone_stays_where_it_is_stated() -> None:
    ((_, found),) = joined(["Mend the pier."], ["Lend electric bicycles to staff."])
    assert found == "Lend electric bicycles to staff."


def test_answers_point_to_the_pledge_as_first_stated() -> None:
    plan = in_document(section(["Mend the pier."], [], "a"), PLAN)
    report = in_document(section(["Mend the pier"], ["Done."], "b"), REPORT)
    answering = tuple(replace(one, answers=(report.commitments[0].iri,)) for one in report.statements)
    result = join({PLAN: (plan,), REPORT: (replace(report, statements=answering),)}, DOCUMENTS)
    assert result[REPORT][0].statements[0].answers == (plan.commitments[0].iri,)


def beside(one: Commitment, role: Role, text: str, document: Iri) -> Particular:
    return Particular(Iri(f"{one.iri}#{role.lower()}"), role, Quote(document, text, 0, len(text), 1))


def test_what_the_report_says_beside_a_pledge_joins_it_where_it_is_new() -> None:
    plan = in_document(section(["Mend the pier."], [], "a"), PLAN)
    report = in_document(section(["Mend the pier"], [], "b"), REPORT)
    first, later = plan.commitments[0], report.commitments[0]
    first = replace(first, particulars=(beside(first, Role.OWNER, "Harbour Board", PLAN),))
    later = replace(
        later,
        particulars=(
            beside(later, Role.OWNER, "harbour board", REPORT),
            beside(later, Role.TIMESCALE, "May 2025", REPORT),
        ),
    )
    result = join(
        {PLAN: (replace(plan, commitments=(first,)),), REPORT: (replace(report, commitments=(later,)),)}, DOCUMENTS
    )
    (kept,) = result[PLAN][0].commitments
    assert result[REPORT][0].commitments == (kept,)
    assert [(one.role, one.quote.text) for one in kept.particulars] == [
        (Role.OWNER, "Harbour Board"),
        (Role.TIMESCALE, "May 2025"),
    ]
    assert kept.particulars[1].iri == f"{kept.iri}#timescale"
    assert kept.particulars[1].quote.document == REPORT


def test_another_owner_in_the_report_has_an_address_of_its_own() -> None:
    plan = in_document(section(["Mend the pier."], [], "a"), PLAN)
    one = plan.commitments[0]
    plan = replace(plan, commitments=(replace(one, particulars=(beside(one, Role.OWNER, "Harbour Board", PLAN),)),))
    other = replace(one, particulars=(beside(one, Role.OWNER, "Pier Trust", REPORT),))
    result = join({PLAN: (plan,), REPORT: (replace(plan, commitments=(other,)),)}, DOCUMENTS)
    addresses = [each.iri for each in result[PLAN][0].commitments[0].particulars]
    assert addresses == [f"{one.iri}#owner", f"{one.iri}#owner-2"]


def test_pledges_of_two_strategies_are_never_one() -> None:
    other = iri(BASE + "another")
    plan = in_document(section(["Mend the pier."], [], "a"), PLAN)
    report = in_document(section(["Mend the pier."], [], "b"), REPORT, strategy=other)
    result = join({PLAN: (plan,), REPORT: (report,)}, DOCUMENTS)
    assert result[REPORT][0].commitments == report.commitments


def test_one_document_alone_is_left_as_it_is() -> None:
    own = section(["Mend the pier.", "Mend the pier."], ["The pier was mended."])
    assert join({PLAN: (own,)}, DOCUMENTS) == {PLAN: (own,)}
    assert join({}, []) == {}
    assert pledge("Mend the pier.").iri == own.commitments[0].iri
