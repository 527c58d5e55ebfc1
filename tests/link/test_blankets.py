"""A blanket reaches the pledges of its own section: all, the rest, or what remains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from graph.link.blankets import by_blanket, exceptions
from graph.link.sections import link_sections
from graph.values import Relation, Rule, Scope, Status
from link.samples import NAMES, evidence, plain, pledge, section
from link.truth import crossing

if TYPE_CHECKING:
    from graph.model import Commitment, Link, ProgressStatement

ANY_SCOPE = st.sampled_from([Scope.DIRECT, Scope.ALL, Scope.REST, Scope.REMAINING])
ANY_STATUS = st.sampled_from([None, Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING])


@dataclass(frozen=True)
class Mix:
    """A section, and which of its statements answer which of its pledges by their words."""

    commitments: list[Commitment]
    statements: list[ProgressStatement]
    direct: list[Link]


@st.composite
def mixes(draw: st.DrawFn) -> Mix:
    commitments = [pledge(f"pledge {number}") for number in range(draw(st.integers(1, 6)))]
    kinds = draw(st.lists(st.tuples(ANY_SCOPE, ANY_STATUS, st.booleans()), max_size=6))
    statements = [
        plain(f"statement-{number}", scope, stated, "the pier" if carved and scope is not Scope.DIRECT else "")
        for number, (scope, stated, carved) in enumerate(kinds)
    ]
    answering = [one for one in statements if one.scope is Scope.DIRECT or one.excepted]
    pairs = [(commitment, one) for commitment in commitments for one in answering]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    direct = [
        evidence(commitment.iri, one.iri, Scope.EXCEPTION if one.excepted else Scope.DIRECT)
        for commitment, one in chosen
    ]
    return Mix(commitments, statements, exceptions(statements, direct))


def reached(mix: Mix, blanket: ProgressStatement) -> set[str]:
    links = by_blanket(mix.commitments, mix.statements, mix.direct)
    return {link.subject for link in links if link.object == blanket.iri}


def of_scope(mix: Mix, scope: Scope) -> list[ProgressStatement]:
    return [one for one in mix.statements if one.scope is scope]


@given(mixes())
def test_all_reaches_every_pledge_but_the_excepted(mix: Mix) -> None:
    excepted = {link.subject for link in mix.direct if link.scope is Scope.EXCEPTION}
    for blanket in of_scope(mix, Scope.ALL):
        assert reached(mix, blanket) == {one.iri for one in mix.commitments} - excepted


@given(mixes())
def test_the_rest_is_what_no_other_statement_answers(mix: Mix) -> None:
    answered = {link.subject for link in mix.direct}
    for blanket in of_scope(mix, Scope.REST):
        assert reached(mix, blanket) == {one.iri for one in mix.commitments} - answered


@given(mixes())
def test_what_remains_is_neither_excepted_nor_done(mix: Mix) -> None:
    done = {one.iri for one in mix.statements if one.stated in (Status.ACHIEVED, None)}  # a plain fact is done too
    gone = {link.subject for link in mix.direct if link.scope is Scope.EXCEPTION or link.object in done}
    for blanket in of_scope(mix, Scope.REMAINING):
        assert reached(mix, blanket) == {one.iri for one in mix.commitments} - gone


@given(mixes())
def test_a_direct_statement_is_no_blanket(mix: Mix) -> None:
    assert all(reached(mix, one) == set() for one in of_scope(mix, Scope.DIRECT))


@given(mixes())
def test_beside_a_blanket_what_is_not_done_or_left_out_is_an_exception(mix: Mix) -> None:
    statements = {one.iri: one for one in mix.statements}
    blanket = bool(of_scope(mix, Scope.ALL) or of_scope(mix, Scope.REST))
    for link in mix.direct:
        said = statements[link.object]
        denied = bool(said.excepted) or (blanket and said.stated is Status.OUTSTANDING)
        assert (link.scope is Scope.EXCEPTION) == denied


@given(mixes())
def test_a_link_by_a_blanket_has_its_scope_and_its_rule(mix: Mix) -> None:
    scopes = {one.iri: one.scope for one in mix.statements}
    for link in by_blanket(mix.commitments, mix.statements, mix.direct):
        assert (link.relation, link.rule) == (Relation.EVIDENCED_BY, Rule.BLANKET)
        assert link.scope is scopes[link.object]


WORDS = st.sampled_from(["hub", "pier", "ferry", "depot", "lane", "school"])
PLEDGES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5, unique=True)
STATEMENTS = st.lists(
    st.sampled_from(
        [
            "All actions have been progressed.",
            "All actions are complete except the pier.",
            "Most other actions are within the Coast Plan.",
            "More work is needed and is being progressed through the Depot Project.",
            "The hub has been opened.",
            "The ferry has not been started.",
            "A school is led by the Harbour Board.",
        ]
    ),
    max_size=5,
    unique=True,
)


@given(st.lists(st.tuples(PLEDGES, STATEMENTS), min_size=2, max_size=3))
def test_no_link_leaves_its_section(contents: list[tuple[list[str], list[str]]]) -> None:
    sections = [section(*one, theme=f"theme-{number}") for number, one in enumerate(contents)]
    assert crossing(link_sections(sections, NAMES), sections) == []


@given(PLEDGES, STATEMENTS)
def test_a_section_is_linked_alike_whatever_stands_beside_it(pledges: list[str], statements: list[str]) -> None:
    """Rarity is counted over all sections; which pledges a blanket reaches depends on one alone."""
    own = section(pledges, statements)
    empty = section([], [], theme="empty")
    assert link_sections([own], NAMES) == link_sections([own, empty], NAMES) == link_sections([empty, own], NAMES)
