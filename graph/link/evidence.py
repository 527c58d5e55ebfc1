"""Which statement answers which pledge of its section, by the words they share.

Two texts are as like as the rarity-weighted share of their words that they have in common (Dice), raised
where they stand at the same place in their lists: writers answer in the order of the pledges as a rule.
The best assignment of statements to pledges comes first (maximum weight matching); after that a pledge
or a statement left over may join its best partner, since one answer can serve two pledges.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.identifiers import Iri
from graph.link.assignment import best_assignment
from graph.link.words import postings, spelled, words
from graph.model import Link
from graph.values import Relation, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.model import Commitment, ProgressStatement

# Measured on Devon's review and on invented reviews of other bodies: docs/accuracy.md.
_LEAST_LIKENESS = 0.15
_LONE_WORD_RARITY = 2.0  # one shared word joins two texts only if under a seventh of the texts hold it
_LEFT_OVER = 0.4  # of the best likeness the partner has elsewhere, for a text that is left over
_ALMOST_AS_GOOD = 0.8  # of the best likeness on either side, for a second partner


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a pledge and a statement are, and the words they share."""

    pledge: int
    statement: int
    value: float
    shared: tuple[str, ...]


def by_wording(
    commitments: Sequence[Commitment],
    statements: Sequence[ProgressStatement],
    weights: Mapping[str, float],
    names: Names,
) -> list[Link]:
    """Links from the pledges of one section to the statements whose words answer them.

    A blanket answers by its wording only the pledge that it leaves out; what it covers is left to `blankets`.
    """
    found = list(_likenesses(commitments, statements, weights, names))
    ranked = _ranked(found)
    return [
        Link(
            subject=commitments[one.pledge].iri,
            relation=Relation.EVIDENCED_BY,
            object=statements[one.statement].iri,
            rule=Rule.WORDING,
            confidence=_confidence(one, ranked),
            scope=Scope.EXCEPTION if statements[one.statement].excepted else Scope.DIRECT,
            statement=statements[one.statement].iri,
            explanation=_explanation(one.shared, commitments[one.pledge].quote.text, names),
        )
        for one in sorted(_choose(found), key=lambda one: (one.pledge, one.statement))
    ]


def _likenesses(
    commitments: Sequence[Commitment],
    statements: Sequence[ProgressStatement],
    weights: Mapping[str, float],
    names: Names,
) -> Iterator[Likeness]:
    pledges = [words(one.quote.text, names) for one in commitments]
    totals = [_sum(one, weights) for one in pledges]
    holding = postings(pledges)
    for number, statement in enumerate(statements):
        own_words = statement.quote.text if statement.scope is Scope.DIRECT else statement.excepted
        of_statement = words(own_words, names)
        total = _sum(of_statement, weights)
        for pledge in sorted({pledge for word in of_statement for pledge in holding.get(word, ())}):
            shared = pledges[pledge] & of_statement
            if _is_enough(shared, weights, lone_word=bool(statement.excepted)):
                nearness = _nearness(pledge, len(commitments), number, len(statements))
                value = 2 * _sum(shared, weights) / (totals[pledge] + total) * (1 + nearness)
                if value >= _LEAST_LIKENESS:
                    yield Likeness(pledge, number, value, _rarest_first(shared, weights))


def _is_enough(shared: frozenset[str], weights: Mapping[str, float], *, lone_word: bool) -> bool:
    """Whether the words shared join two texts. `lone_word` says that one word will do, however common."""
    return len(shared) > 1 or lone_word or max(weights[word] for word in shared) >= _LONE_WORD_RARITY


def _rarest_first(shared: frozenset[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(shared, key=lambda word: (-weights[word], word)))


def _sum(chosen: frozenset[str], weights: Mapping[str, float]) -> float:
    """Added in sorted order: the sum of floats must not hang on the order of a set."""
    return sum(weights[word] for word in sorted(chosen))


def _nearness(pledge: int, pledges: int, statement: int, statements: int) -> float:
    """1 where both stand at the same place in their lists, 0 where one is first and the other last."""
    return 1 - abs(pledge / max(1, pledges - 1) - statement / max(1, statements - 1))


def _choose(found: Sequence[Likeness]) -> set[Likeness]:
    matched = _matched(found)
    pledges = {one.pledge for one in matched}
    statements = {one.statement for one in matched}
    best_of_pledge = _best(found, "pledge")
    best_of_statement = _best(found, "statement")

    def joins(one: Likeness) -> bool:
        of_pledge, of_statement = best_of_pledge[one.pledge], best_of_statement[one.statement]
        if one.pledge not in pledges and one.value == of_pledge:
            return one.value >= _LEFT_OVER * of_statement
        if one.statement not in statements and one.value == of_statement:
            return one.value >= _LEFT_OVER * of_pledge
        return one.value >= _ALMOST_AS_GOOD * max(of_pledge, of_statement)

    return matched | {one for one in found if joins(one)}


def _matched(found: Sequence[Likeness]) -> set[Likeness]:
    by_pair = {(one.pledge, one.statement): one for one in found}
    return {by_pair[pair] for pair in best_assignment({pair: one.value for pair, one in by_pair.items()})}


def _best(found: Sequence[Likeness], side: str) -> dict[int, float]:
    best: dict[int, float] = {}
    for one in found:
        index = getattr(one, side)
        best[index] = max(best.get(index, 0.0), one.value)
    return best


def _confidence(one: Likeness, rivals: Mapping[tuple[str, int], list[float]]) -> float:
    """How sure a link by wording is: more shared words, and no rival near, make it surer. Figures: docs/accuracy.md."""
    nearest = max(_next_best(rivals["pledge", one.pledge]), _next_best(rivals["statement", one.statement]))
    best = one.value >= max(rivals["pledge", one.pledge][0], rivals["statement", one.statement][0])
    clear = best and one.value >= 1.5 * nearest
    if one.value >= 0.6 and clear and len(one.shared) > 1:
        return 0.9
    if one.value >= 0.4 and clear:
        return 0.8
    return 0.65 if one.value >= 0.3 else 0.5


def _next_best(values: Sequence[float]) -> float:
    return values[1] if len(values) > 1 else 0.0


def _ranked(found: Sequence[Likeness]) -> Mapping[tuple[str, int], list[float]]:
    """The likenesses of each pledge and of each statement, the best first."""
    values: dict[tuple[str, int], list[float]] = defaultdict(list)
    for one in found:
        values["pledge", one.pledge].append(one.value)
        values["statement", one.statement].append(one.value)
    return {side: sorted(of_side, reverse=True) for side, of_side in values.items()}


def _explanation(shared: Sequence[str], pledge: str, names: Names) -> str:
    spelling = spelled(pledge)
    readable = (names.by_iri[Iri(word)].label if word in names.by_iri else spelling.get(word, word) for word in shared)
    return "shared words: " + ", ".join(readable)
