"""Which pledges of a strategy continue those of an older one: the same aim, with other figures or in other words.

Figures are left out of the comparison, since a pledge to recruit thirty where forty were promised is the same pledge.
The best pairing as a whole comes first; a pledge that was split or merged may have a second partner almost as like.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.extract.figures import without_figures
from graph.link.assignment import best_assignment
from graph.link.likeness import Alike, Measure, alike, general_words, readable, terms, weights_of
from graph.model import Link
from graph.read.markup import plain
from graph.values import Relation, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Commitment, Section, Strategy

# Measured on invented strategies and their successors: docs/accuracy.md.
_EVEN = Measure(0.5, 0.5)
_LEAST_LIKENESS, _LEAST_LIKENESS_OF_OTHERS = 0.3, 0.45
_SECOND_PARTNER = 0.85  # of the best likeness on either side
_LEAST_FOR_SECOND = 0.5
_SAME = 0.9  # the words are the same but for their endings
_ENOUGH_TOPICS = 2  # for a link to be sure


def continues(newer: Sequence[Section], older: Sequence[Section], names: Names, *, replaces: bool = True) -> list[Link]:
    """Links from the pledges of a newer strategy to those of an older one that they continue, in the newer's order.

    Where nobody says that the one `replaces` the other they have to be more like.
    """
    least = _LEAST_LIKENESS if replaces else _LEAST_LIKENESS_OF_OTHERS
    after = [one for section in newer for one in section.commitments]
    before = [one for section in older for one in section.commitments]
    texts = [[terms(without_figures(plain(one.quote.text)), names) for one in side] for side in (after, before)]
    found = [one for one in alike(texts[0], texts[1], weights_of([*texts[0], *texts[1]]), _EVEN) if one.value >= least]
    chosen = sorted(_chosen(found), key=lambda one: (one.first, one.second))
    return [_link(after[one.first], before[one.second], one, names) for one in chosen]


def generations(strategies: Sequence[Strategy]) -> list[tuple[Iri, Iri, bool]]:
    """Newer and older strategies to compare, the nearest generation first, and whether the one replaces the other.

    A strategy is compared with those that it replaces; where nobody says what it replaces, with all that start earlier.
    """
    by_iri = {one.iri: one for one in strategies}
    pairs = []
    for newer in strategies:
        replaced = [by_iri[iri] for iri in newer.replaces if iri in by_iri]
        older = replaced or [one for one in strategies if _starts_before(one, newer)]
        older.sort(key=lambda one: (one.start or "", one.iri), reverse=True)
        pairs += [(newer.iri, one.iri, bool(replaced)) for one in older]
    return pairs


def _starts_before(one: Strategy, other: Strategy) -> bool:
    """Years, months and days compare as texts: 2018 comes before 2018-04."""
    return bool(one.start and other.start and one.start < other.start)


def direct_only(links: Iterable[Link]) -> list[Link]:
    """The links without those to a pledge that is reached through another: the older one is that one's own forebear."""
    kept = list(links)
    parents: Mapping[Iri, set[Iri]] = defaultdict(set)
    for link in kept:
        parents[link.subject].add(link.object)

    def is_reached_otherwise(link: Link) -> bool:
        waiting, seen = list(parents[link.subject] - {link.object}), set()
        while waiting:
            one = waiting.pop()
            if one == link.object:
                return True
            if one not in seen:
                seen.add(one)
                waiting.extend(parents[one])
        return False

    return [link for link in kept if not is_reached_otherwise(link)]


def _chosen(found: Sequence[Alike]) -> set[Alike]:
    paired = best_assignment({(one.first, one.second): one.value for one in found})
    of_newer: dict[int, float] = defaultdict(float)
    of_older: dict[int, float] = defaultdict(float)
    for one in found:
        of_newer[one.first] = max(of_newer[one.first], one.value)
        of_older[one.second] = max(of_older[one.second], one.value)

    def is_second_partner(one: Alike) -> bool:
        best = max(of_newer[one.first], of_older[one.second])
        return one.value >= max(_LEAST_FOR_SECOND, _SECOND_PARTNER * best)

    return {one for one in found if (one.first, one.second) in paired or is_second_partner(one)}


def _link(newer: Commitment, older: Commitment, one: Alike, names: Names) -> Link:
    return Link(
        subject=newer.iri,
        relation=Relation.CONTINUES,
        object=older.iri,
        rule=Rule.CONTINUED,
        confidence=_confidence(one),
        explanation="shared words: " + ", ".join(readable(one.shared, newer.quote.text, names)),
    )


def _confidence(one: Alike) -> float:
    """How sure a link is, in steps as measured (docs/accuracy.md): less where one word of the topic is all there is."""
    if one.value < _SAME and len(_topics(one)) < _ENOUGH_TOPICS:
        return 0.5
    if one.value >= 0.75:
        return 0.95
    return 0.85 if one.value >= 0.5 else 0.6


def _topics(one: Alike) -> list[str]:
    """What two pledges share that is of their own topic: words, and pairs of general words ("early help")."""
    general = general_words()
    return [term for term in one.shared if (" " in term) == general.issuperset(term.split())]
