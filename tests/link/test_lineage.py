"""A pledge made again is linked to the older one, whatever became of its figures."""

from __future__ import annotations

import pytest

from graph.extract.names.mentions import Names
from graph.identifiers import iri
from graph.link.lineage import continues, direct_only, generations
from graph.model import Strategy
from graph.values import Relation, Review, Rule
from link.samples import BASE, NAMES, pledge, section

OLDER = [
    "Recruit 40 foster carers by 2020.",
    "Open a repair shop where residents can mend tools.",
    "Plant willow trees along the canal.",
    "Review the housing protocol.",
    "Publish our carbon footprint once a year.",
]


def continued(newer: list[str], older: list[str] = OLDER, *, replaces: bool = True) -> list[tuple[str, str]]:
    """Which newer pledge continues which older one, by their words."""
    after, before = section(newer, [], "newer"), section(older, [], "older")
    texts = {one.iri: one.quote.text for one in (*after.commitments, *before.commitments)}
    links = continues([after], [before], NAMES, replaces=replaces)
    return [(texts[link.subject], texts[link.object]) for link in links]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Recruit 30 foster carers by 2026.", OLDER[0]),
        ("Recruit foster carers.", OLDER[0]),
        ("We will open two repair shops, where residents can borrow tools.", OLDER[1]),
        ("Finish planting willow trees along the canal.", OLDER[2]),
        ("Publish our carbon footprint each year.", OLDER[4]),
    ],
)
def test_a_pledge_in_other_figures_or_words_continues_the_older_one(newer: str, older: str) -> None:
    assert continued([newer]) == [(newer, older)]


@pytest.mark.parametrize(
    "newer",
    [
        "Build a lido.",
        "Publish a report each year.",
        "Open a new community centre for residents.",
        "Recruit 40 officers by 2020.",
        "Review the strategy twice a year.",
    ],
)
def test_general_words_and_figures_alone_continue_nothing(newer: str) -> None:
    assert continued([newer]) == []


def test_each_pledge_continues_its_own_forebear() -> None:
    newer = ["Review the allotment protocol.", "Review the housing protocol again."]
    older = ["Review the housing protocol.", "Review the allotment rules and the allotment protocol."]
    assert continued(newer, older) == [(newer[0], older[1]), (newer[1], older[0])]


def test_a_pledge_that_was_split_is_continued_by_both_parts() -> None:
    newer = ["Plant willow trees along the canal.", "Plant willow trees along the river and the canal."]
    assert continued(newer) == [(newer[0], OLDER[2]), (newer[1], OLDER[2])]


def test_strategies_that_nobody_says_replace_each_other_must_be_more_like() -> None:
    newer, older = ["Care for willow trees in all of our cemeteries."], ["Plant willow trees."]
    assert continued(newer, older)
    assert continued(newer, older, replaces=False) == []


def test_a_link_says_what_it_is_and_why() -> None:
    after, before = section(["Open a repair shop for tools."], [], "newer"), section(OLDER, [], "older")
    (link,) = continues([after], [before], NAMES)
    assert (link.relation, link.rule, link.review) == (Relation.CONTINUES, Rule.CONTINUED, Review.UNREVIEWED)
    assert link.statement is None
    assert link.explanation == "shared words: open, repair, shop, tools"


def test_the_same_words_are_surer_than_some_of_them() -> None:
    before = section(OLDER, [], "older")
    same, some = (
        continues([section([text], [], "newer")], [before], NAMES)[0].confidence
        for text in (OLDER[3], "Review and update the housing register and the lettings protocol.")
    )
    assert same > some >= 0.5


def test_pledges_without_words_and_strategies_without_pledges_are_no_trouble() -> None:
    assert continued(["40.", "Of the."]) == []
    assert continues([], [], Names.of([])) == []


def strategy(name: str, start: str | None = None, *replaces: str) -> Strategy:
    return Strategy(iri(BASE + name), name, start, None, tuple(iri(BASE + one) for one in replaces))


def named(pairs: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    return [(newer.removeprefix(BASE), older.removeprefix(BASE), replaces) for newer, older, replaces in pairs]


def test_a_strategy_is_compared_with_what_it_replaces() -> None:
    three = [strategy("a", "2016"), strategy("b", "2020", "a"), strategy("c", "2024", "b")]
    assert named(list(generations(three))) == [("b", "a", True), ("c", "b", True)]


def test_where_nobody_says_what_is_replaced_a_strategy_is_compared_with_all_that_start_earlier() -> None:
    three = [strategy("c", "2024"), strategy("a", "2016"), strategy("b", "2020-04"), strategy("d")]
    assert named(list(generations(three))) == [("c", "b", False), ("c", "a", False), ("b", "a", False)]


def test_strategies_of_one_year_are_not_compared() -> None:
    assert generations([strategy("a", "2020"), strategy("b", "2020"), strategy("c", None, "elsewhere")]) == []


def test_of_three_generations_only_the_steps_are_kept() -> None:
    first, second, third = (section([OLDER[2]], [], theme) for theme in ("first", "second", "third"))
    links = [
        *continues([second], [first], NAMES),
        *continues([third], [second], NAMES),
        *continues([third], [first], NAMES),
    ]
    kept = [(link.subject, link.object) for link in direct_only(links)]
    addresses = [pledge(OLDER[2], theme).iri for theme in ("first", "second", "third")]
    assert kept == [(addresses[1], addresses[0]), (addresses[2], addresses[1])]
