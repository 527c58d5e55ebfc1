"""A statement answers the pledge whose words it shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.link.evidence import by_wording
from graph.values import Relation, Rule, Scope
from link.samples import NAMES, pledge, statement, weights

MANY_OTHERS = [
    "Build a lido.", "Plant some elms.", "Repair chapel roofs.", "Buy gritting lorries.", "Publish minutes.",
    "Count otters.", "Fence playgrounds.", "Paint crossings.", "Lend bicycles.", "Fund choirs.",
]  # fmt: skip


def answers(pledges: list[str], statements: list[str]) -> list[tuple[int, int]]:
    """Which pledge is answered by which statement, by their numbers."""
    promised, said = [pledge(text) for text in pledges], [statement(text) for text in statements]
    links = by_wording(promised, said, weights(*pledges, *statements, *MANY_OTHERS), NAMES)
    numbers = {one.iri: number for number, one in enumerate(promised)}
    numbers |= {one.iri: number for number, one in enumerate(said)}
    return [(numbers[link.subject], numbers[link.object]) for link in links]


def test_each_statement_answers_the_pledge_it_shares_words_with() -> None:
    pledges = ["Recruit foster carers.", "Open a family hub.", "Review the housing protocol."]
    statements = ["The housing protocol was reviewed.", "Foster carers were recruited.", "A family hub has opened."]
    assert answers(pledges, statements) == [(0, 1), (1, 2), (2, 0)]


def test_the_best_assignment_wins_over_the_best_single_answer() -> None:
    pledges = ["Review the staying put policy.", "Employ a staying put worker."]
    statements = ["A staying put policy and a staying put worker exist.", "The policy was reviewed in May."]
    assert {(0, 1), (1, 0)} <= set(answers(pledges, statements))


def test_one_statement_answers_two_pledges() -> None:
    pledges = ["Increase the number of prospective adopters.", "Assess prospective adopters in time."]
    assert answers(pledges, ["There are more prospective adopters, and they are assessed in time."]) == [(0, 0), (1, 0)]


def test_two_statements_answer_one_pledge() -> None:
    statements = ["Foster carers in the north were recruited.", "Foster carers in the south were recruited."]
    assert answers(["Recruit foster carers."], statements) == [(0, 0), (0, 1)]


def test_where_words_tie_the_order_decides() -> None:
    pledges = ["Mend the pier.", "Mend the pier."]
    statements = ["The pier was mended.", "The pier was mended."]
    promised = [pledge(text, theme) for text, theme in zip(pledges, "ab", strict=True)]
    said = [statement(text, theme) for text, theme in zip(statements, "ab", strict=True)]
    links = by_wording(promised, said, weights(*pledges, *statements, *MANY_OTHERS), NAMES)
    assert {(promised[0].iri, said[0].iri), (promised[1].iri, said[1].iri)} <= {
        (link.subject, link.object) for link in links
    }


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        ("Recruit foster carers.", "The lido has opened."),
        ("Recruit foster carers.", "All work on this was completed."),
        ("Complete all actions.", "All of this was made complete."),
    ],
)
def test_where_nothing_is_shared_nothing_is_linked(promised: str, said: str) -> None:
    assert answers([promised], [said]) == []


def test_one_common_word_does_not_join_two_texts() -> None:
    texts = [f"Care {other}" for other in MANY_OTHERS]
    promised, said = pledge("Care for otters."), statement("Care homes were painted.")
    assert by_wording([promised], [said], weights(*texts, "Care for otters.", "Care homes were painted."), NAMES) == []


def test_a_blanket_answers_by_its_words_only_what_it_leaves_out() -> None:
    pledges = ["Move the depot.", "Complete the ferry terminal."]
    blanket = "All actions on the ferry terminal are complete except the depot move."
    (link,) = by_wording(
        [pledge(text) for text in pledges], [statement(blanket)], weights(*pledges, blanket, *MANY_OTHERS), NAMES
    )
    assert (link.subject, link.scope) == (pledge("Move the depot.").iri, Scope.EXCEPTION)


def test_a_link_says_which_words_are_shared() -> None:
    promised, said = pledge("Offer carers the Mockingbird model."), statement("Carers use the Mockingbird model.")
    (link,) = by_wording([promised], [said], weights(promised.quote.text, said.quote.text, *MANY_OTHERS), NAMES)
    assert (link.relation, link.rule, link.statement) == (Relation.EVIDENCED_BY, Rule.WORDING, said.iri)
    assert link.explanation == "shared words: carers, Mockingbird"


def test_hundreds_of_pledges_in_one_section_are_answered_each_by_its_own() -> None:
    pledges = [f"Mend bridge B{number} over the Ouse{number}." for number in range(300)]
    statements = [f"The bridge B{number} over the Ouse{number} was mended." for number in reversed(range(300))]
    assert answers(pledges, statements) == [(number, 299 - number) for number in range(300)]


TOPICS = st.sampled_from(["hub", "pier", "ferry", "depot", "lane", "school", "tree", "boat"])
SENTENCES = st.lists(st.lists(TOPICS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=6, unique=True)


@given(SENTENCES, SENTENCES)
def test_only_what_shares_a_word_is_linked_and_surely_enough(pledges: list[str], statements: list[str]) -> None:
    promised, said = [pledge(text) for text in pledges], [statement(text) for text in statements]
    links = by_wording(promised, said, weights(*pledges, *statements, *MANY_OTHERS), NAMES)
    of_pledge = {one.iri: set(one.quote.text.split()) for one in promised}
    of_statement = {one.iri: set(one.quote.text.split()) for one in said}
    assert all(of_pledge[link.subject] & of_statement[link.object] for link in links)
    assert all(0.5 <= link.confidence <= 0.9 for link in links)
    assert len({link.key for link in links}) == len(links)
