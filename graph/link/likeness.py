"""How like two short texts are, found among thousands without comparing each with each.

A text is its content words and the pairs of words that stand next to each other in it. Only texts that share a rare
word or pair are compared. Words that are used of anything (`cues/general.toml`) make no two texts alike by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.extract.dates import without_dates
from graph.identifiers import Iri
from graph.link.words import postings, rarity, spelled, stems, words
from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extract.names.mentions import Names

Terms = frozenset[str]

_NEXT_TO_EACH_OTHER = 0.5  # of the rarity of a pair of words: its words count by themselves too
_MOST_HOLDING = 40  # texts that may hold a word by which others are looked for
_MOST_COMPARED = 24  # texts with which one is compared
_LONE_WORD = 0.15  # of a text's words by weight that a single word of its topic has to be to join it to another

_SHORTEST_OPENING = 3  # words that tell something
_HALF = 0.5  # of a text's words by weight that general words have to be to join it to another


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their places in two lists, how like they are, and what they share, the rarest first."""

    first: int
    second: int
    value: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What words found on one side only take off: those of the first text, and those of the second.

    One half of both makes the measure of Dice; less for the second lets a long text answer a short one.
    Tversky, "Features of similarity", Psychological Review 84, 1977.
    """

    first: float = 0.5
    second: float = 0.5


def terms(text: str, names: Names) -> Terms:
    """The words that tell what a text is about, dates left out, and the pairs of them that stand next to each other."""
    text, by_chance = without_dates(plain(text)), _shared_by_chance()
    found = [one for one in stems(text) if one not in by_chance]
    return (words(text, names) - by_chance).union(f"{one} {other}" for one, other in pairwise(found))


def opening(text: str) -> str:
    """What a sentence says first, and what it is about as a rule: up to the first turn after a few words of its own.

    >>> opening("We have published our ferry strategy, which sets out the ports that will be served.")
    'We have published our ferry strategy'
    """
    ends = next(cue.pattern for cue in cues("reports") if cue.means == "opening ends")
    places = (match.start() for match in ends.finditer(text))
    return next((text[:place] for place in places if len(stems(text[:place])) >= _SHORTEST_OPENING), text)


def weights_of(texts: Iterable[Terms]) -> Mapping[str, float]:
    """How much each term tells, by its rarity among the texts."""
    return {term: weight * (_NEXT_TO_EACH_OTHER if _is_pair(term) else 1) for term, weight in rarity(texts).items()}


def alike(
    first: Sequence[Terms], second: Sequence[Terms], weights: Mapping[str, float], measure: Measure
) -> Iterator[Alike]:
    """The pairs of texts that share words of their topic, for each of the second texts in turn."""
    holding = {term: places for term, places in postings(first).items() if len(places) <= _MOST_HOLDING}
    totals = [_sum(filter(_is_word, one), weights) for one in first]
    for place, one in enumerate(second):
        total = _sum(filter(_is_word, one), weights)
        for other in _candidates(one, holding, weights):
            shared = first[other] & one
            if _is_topical(shared, weights, totals[other]):
                yield Alike(
                    other, place, _value(shared, weights, totals[other], total, measure), _rarest(shared, weights)
                )


def readable(shared: Iterable[str], text: str, names: Names) -> list[str]:
    """The words shared, as one of the texts spells them, and names by their labels."""
    spelling = spelled(text)
    return [
        names.by_iri[Iri(word)].label if word in names.by_iri else spelling.get(word, word)
        for word in shared
        if _is_word(word)
    ]


def _candidates(one: Terms, holding: Mapping[str, Sequence[int]], weights: Mapping[str, float]) -> list[int]:
    """The places of the texts that share most with one by their rare terms."""
    shared: dict[int, float] = defaultdict(float)
    for term in sorted(one):
        for place in holding.get(term, ()):
            shared[place] += weights[term]
    best = sorted(shared, key=lambda place: (-shared[place], place))
    return sorted(best[:_MOST_COMPARED])


def _value(
    shared: Terms, weights: Mapping[str, float], total_of_first: float, total_of_second: float, measure: Measure
) -> float:
    """Tversky's index. A pair of words counts where it is shared and nowhere else."""
    both = _sum(shared, weights)
    words_of_both = _sum(filter(_is_word, shared), weights)
    alone = measure.first * (total_of_first - words_of_both) + measure.second * (total_of_second - words_of_both)
    return both / (both + alone)


def _is_topical(shared: Terms, weights: Mapping[str, float], total: float) -> bool:
    """Whether what two texts share says that they are about one thing; `total` weighs the first one's words."""
    own = [one for one in shared if _is_word(one) and one not in general_words()]
    pairs = sum(map(_is_pair, shared))
    if not own:
        return pairs > 0 and _sum(filter(_is_word, shared), weights) >= _HALF * total
    return len(own) > 1 or pairs > 0 or weights[own[0]] >= _LONE_WORD * total


def _rarest(shared: Terms, weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(shared, key=lambda one: (-weights[one], one)))


def _sum(chosen: Iterable[str], weights: Mapping[str, float]) -> float:
    """Added in sorted order: the sum of floats must not hang on the order of a set."""
    return sum(weights[one] for one in sorted(chosen))


def _is_pair(term: str) -> bool:
    return " " in term


def _is_word(term: str) -> bool:
    return " " not in term


@cache
def general_words() -> Terms:
    """The stems of words that are used of anything."""
    return frozenset(stems(" ".join(table("general")["general"])))


@cache
def _shared_by_chance() -> Terms:
    """Small numbers and the names of months: any two texts may have them in common."""
    figures = table("figures")
    return frozenset(stems(" ".join((*figures["numbers"], *figures["months"])))) | frozenset((*"0123456789", "000"))
