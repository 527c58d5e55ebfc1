"""A report in another document answers the plan's pledges where it is surely about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.extract.names.mentions import Names
from graph.identifiers import slug
from graph.link.across import link_across
from graph.model import Link, Section
from graph.values import Relation, Rule, Scope
from link.samples import BASE, NAMES, STRATEGY, pledge, section, statement

PLAN = [
    "Recruit 120 enterprise advisers from local firms to work with schools.",
    "Build a marine engineering workshop at the college.",
    "Open learning cafés in five market towns.",
    "Lend a laptop to any learner who cannot afford one.",
    "Improve support for people.",
]


def under(heading: str, pledges: list[str], said: list[str]) -> Section:
    """A section under a heading of several words."""
    own = section(pledges, said, slug(heading) or "none")
    theme = replace(own.theme, path=(heading,))
    return Section(
        theme,
        tuple(replace(one, theme=theme) for one in own.commitments),
        tuple(replace(one, theme=theme) for one in own.statements),
    )


def report(*headed: tuple[str, list[str]]) -> list[Section]:
    return [under(heading, [], said) for heading, said in headed]


def links(reported: list[Section], plan: list[str] = PLAN, theme: str = "skills") -> list[Link]:
    return link_across([section(plan, [], theme)], reported, NAMES)


def evidence(*said: str, heading: str = "Our year", plan: list[str] = PLAN) -> list[tuple[int, int]]:
    """Which pledge is answered by which statement, by their numbers."""
    reported = report((heading, list(said)))
    pledges = [one.iri for one in section(plan, [], "skills").commitments]
    statements = [one.iri for one in reported[0].statements]
    found = [one for one in links(reported, plan) if one.relation is Relation.EVIDENCED_BY and one.subject in pledges]
    return [(pledges.index(one.subject), statements.index(one.object)) for one in found]


def test_each_statement_answers_the_pledge_that_it_is_about() -> None:
    said = [
        "The marine engineering workshop was handed over in June.",
        "So far 74 enterprise advisers have been recruited from local firms.",
        "More than 1,300 laptops have been lent to learners who could not afford their own.",
    ]
    assert evidence(*said) == [(1, 0), (0, 1), (3, 2)]


@pytest.mark.parametrize(
    "said",
    [
        "The bus shelters were painted.",
        "Local people were given support to improve their homes.",
        "The college opened a new library.",
        "In five years we have built 120 homes.",
        "The price of diesel has fallen by a fifth.",
    ],
)
def test_what_shares_only_general_words_or_figures_answers_nothing(said: str) -> None:
    assert evidence(said) == []


def test_one_statement_answers_two_pledges_and_two_answer_one() -> None:
    both = "Learning cafés in market towns lend laptops to learners who cannot afford one."
    assert evidence(both) == [(2, 0), (3, 0)]
    assert evidence("Three learning cafés are open.", "Learning cafés in two market towns were let.") == [
        (2, 0),
        (2, 1),
    ]


def test_long_sentences_answer_by_what_they_say_first() -> None:
    plan = [*PLAN, "Publish a ferry strategy that lets the islands gain from new vessels and from cheaper freight."]
    said = (
        "We have published our ferry strategy, which sets out how we see the coming decade, and have held talks with"
        " unions, pilots, harbour masters and the insurers of the fleet."
    )
    assert evidence(said, plan=plan) == [(5, 0)]


def test_a_heading_like_the_theme_is_a_hint() -> None:
    said = ["Two cafés have been let in the market hall next to the tannery, which the owners had long wanted to sell."]
    here = link_across([under("Second chances", PLAN, [])], report(("Second chances", said)), NAMES)
    elsewhere = link_across([under("Second chances", PLAN, [])], report(("Harbours", said)), NAMES)
    assert len(here) == 1
    assert len(elsewhere) <= len(here)
    assert all(one.confidence <= here[0].confidence for one in elsewhere)


def with_numbers(plan: list[str]) -> Section:
    own = section(plan, [], "skills")
    numbered = (replace(one, reference=f"Action {place}") for place, one in enumerate(own.commitments, start=1))
    return replace(own, commitments=tuple(numbered))


@pytest.mark.parametrize(
    ("heading", "said", "places"),
    [
        ("Our year", "Action 5 has been dealt with.", [4]),
        ("Our year", "Actions 2 and 3 have been dealt with.", [1, 2]),
        ("Action 4: laptops", "The first round is over.", [3]),
        ("Actions 4 and 5", "The first round is over.", []),
        ("Action 4: laptops", "Action 1 has been dealt with too.", [0]),
        ("Our year", "Action 9 has been dealt with.", []),
    ],
)
def test_a_pledge_is_answered_by_its_number(heading: str, said: str, places: list[int]) -> None:
    plan = with_numbers(PLAN)
    found = link_across([plan], report((heading, [said])), NAMES)
    assert [one.subject for one in found] == [plan.commitments[place].iri for place in places]
    assert all(one.confidence == 0.95 and one.rule is Rule.WORDING for one in found)


def test_a_pledge_is_answered_under_its_own_words() -> None:
    found = links(report(("Lend laptops to learners who cannot afford one", ["The first round is over."])))
    assert [(one.subject, one.confidence) for one in found] == [(pledge(PLAN[3], "skills").iri, 0.85)]


def test_a_count_of_pledges_is_about_the_strategy_alone() -> None:
    assert links(report(("Foreword", ["We have met 38 of the 50 actions."]))) == []  # that link is the section's own


def test_a_blanket_reaches_the_pledges_of_the_theme_that_its_heading_names() -> None:
    reported = report(("Skills", ["All actions are complete except the marine workshop."]))
    plan = [under("Skills", PLAN[:3], []), under("Homes", PLAN[3:], [])]
    found = link_across(plan, reported, NAMES)
    assert {(one.subject, one.scope) for one in found} == {
        (plan[0].commitments[0].iri, Scope.ALL),
        (plan[0].commitments[1].iri, Scope.EXCEPTION),
        (plan[0].commitments[2].iri, Scope.ALL),
    }


def test_a_blanket_under_another_heading_is_about_the_strategy() -> None:
    (link,) = links(report(("Our year", ["All actions are complete."])))
    assert (link.subject, link.rule, link.scope) == (STRATEGY, Rule.COUNT, Scope.ALL)


def test_what_remains_under_another_heading_reaches_nothing() -> None:
    assert links(report(("Our year", ["The rest is under way.", "More work is needed."]))) == []


def test_owners_and_partners_follow_from_what_answers() -> None:
    said = "Learning cafés are being opened in market towns as part of the Coast Plan with the Harbour Board."
    found = {(one.relation, one.object) for one in links(report(("Our year", [said])))}
    assert found == {
        (Relation.EVIDENCED_BY, statement(said, "our-year").iri),
        (Relation.OWNED_BY, BASE + "coast"),
        (Relation.INVOLVES, BASE + "board"),
    }


def test_nothing_comes_of_nothing() -> None:
    assert link_across([], [], NAMES) == []
    assert link_across([], report(("Our year", ["The hub was opened."])), NAMES) == []
    assert link_across([section(PLAN, [])], report(("", [])), Names.of([])) == []


def test_a_thousand_statements_find_their_pledges() -> None:
    plan = [f"Mend bridge B{number} over the river Ouse{number}." for number in range(1000)]
    said = [f"The bridge B{number} over the Ouse{number} was mended." for number in range(1000)]
    found = evidence(*said, plan=plan)
    assert found == [(number, number) for number in range(1000)]
