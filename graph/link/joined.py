"""The same pledge in two documents: a report that states again what the plan has stated.

The first document that states a pledge keeps it. What a later one sets beside its own wording of that pledge (answers,
owner, timescale) is then said of the pledge as first stated; a pledge that only the later one has stays one of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.figures import without_figures
from graph.extract.known import key
from graph.extract.names.mentions import Names
from graph.identifiers import Iri
from graph.link.assignment import best_assignment
from graph.link.changes import contradict
from graph.link.likeness import Measure, Terms, alike, terms, weights_of
from graph.link.references import reference_key
from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.model import Commitment, Document, Particular, ProgressStatement, Section

_SAME_NUMBER = 1.0  # added where two pledges have it: surer than any likeness, which is at most 1
_LEAST_LIKE_BESIDE_NUMBER = 0.35
_LEAST_LIKE = 0.6
_MOST_OPPOSED = 0.15  # of the weight shared, for words that each text has in place of the other's
_EVEN = Measure(0.5, 0.5)
_NEAR_SPELLING = 0.8  # "organisation" and "organization", and slips of the pen


def join(
    by_document: Mapping[Iri, tuple[Section, ...]], documents: Sequence[Document]
) -> dict[Iri, tuple[Section, ...]]:
    """The same sections, in which a pledge that an earlier document has stated is that document's commitment.

    It then stands in sections of both documents: in the later one, so that what stands there under the same heading
    answers it. `stated_once` gives each pledge once.
    """
    kept: dict[Iri, list[Commitment]] = {}
    same: dict[tuple[Iri, Iri], Commitment] = {}
    for document in _in_order(documents):
        commitments = [one for section in by_document.get(document.iri, ()) for one in section.commitments]
        for strategy in dict.fromkeys(one.strategy for one in commitments):
            earlier = kept.setdefault(strategy, [])
            own = [one for one in commitments if one.strategy == strategy]
            pairs = _restated(earlier, own)
            same.update({(document.iri, own[later].iri): earlier[first] for first, later in pairs})
            restated = {later for _, later in pairs}
            earlier.extend(one for place, one in enumerate(own) if place not in restated)
    merged = _merged(by_document, same)
    return {
        document: tuple(_rewritten(section, document, same, merged) for section in sections)
        for document, sections in by_document.items()
    }


def stated_once(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each pledge only in the first that has it."""
    seen: set[Iri] = set()
    for section in sections:
        new = tuple(one for one in section.commitments if one.iri not in seen)
        seen.update(one.iri for one in new)
        yield section if len(new) == len(section.commitments) else replace(section, commitments=new)


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """Plans before reviews that state the pledges too, those before reports, the older first; else as listed."""
    return sorted(documents, key=lambda one: (one.states is None, one.reports_on is not None, one.date or ""))


def _restated(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> list[tuple[int, int]]:
    """Which of the later pledges are earlier ones, each at most once: the same words first, then like ones."""
    pairs = _of_the_same_words(earlier, later)
    taken = [{pair[side] for pair in pairs} for side in (0, 1)]
    left = [
        [place for place in range(len(side)) if place not in taken[number]]
        for number, side in enumerate((earlier, later))
    ]
    near = _near([earlier[place] for place in left[0]], [later[place] for place in left[1]])
    return sorted(pairs + [(left[0][first], left[1][second]) for first, second in near])


def _of_the_same_words(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> list[tuple[int, int]]:
    """Pledges that are the same but for case, punctuation and white space; those under the same heading first."""
    waiting: dict[str, list[int]] = {}
    for place, one in enumerate(earlier):
        waiting.setdefault(_plain(one.quote.text), []).append(place)
    pairs = []
    for place, one in enumerate(later):
        places = waiting.get(_plain(one.quote.text))
        if places:
            first = next((other for other in places if earlier[other].theme.path == one.theme.path), places[0])
            places.remove(first)
            pairs.append((first, place))
    return pairs


def _near(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> list[tuple[int, int]]:
    """Pledges with the same number and like words, or nearly the same words and no other figures."""
    names = Names.of([])
    numbers = [[reference_key(one.reference) for one in side] for side in (earlier, later)]
    texts = [[terms(without_figures(plain(one.quote.text)), names) for one in side] for side in (earlier, later)]
    weights = weights_of([*texts[0], *texts[1]])
    found: dict[tuple[int, int], float] = {}
    for pair in alike(texts[0], texts[1], weights, _EVEN):
        first, second = pair.first, pair.second
        number, other = numbers[0][first], numbers[1][second]
        if number and other and number[1] == other[1]:
            if pair.value >= _LEAST_LIKE_BESIDE_NUMBER:
                found[first, second] = _SAME_NUMBER + pair.value
        elif (
            pair.value >= _LEAST_LIKE
            and not _is_opposed(texts[0][first], texts[1][second], weights)
            and not contradict(plain(earlier[first].quote.text), plain(later[second].quote.text))
        ):
            found[first, second] = pair.value
    return sorted(best_assignment(found))


def _plain(text: str) -> str:
    """A text without case, punctuation and white space."""
    return re.sub(r"[\W_]+", "", plain(text).casefold())


def _is_opposed(first: Terms, second: Terms, weights: Mapping[str, float]) -> bool:
    """Whether one text has words of some weight in place of words of the other: "north" where that says "south"."""
    words = [{one for one in text if " " not in one} for text in (first, second)]
    alone = [sorted(words[0] - words[1]), sorted(words[1] - words[0])]
    left = [[one for one in alone[side] if not _is_spelled_like_any(one, alone[1 - side])] for side in (0, 1)]
    lighter = min(sum(weights[one] for one in side) for side in left)
    return lighter > _MOST_OPPOSED * sum(weights[one] for one in sorted(words[0] & words[1]))


def _is_spelled_like_any(word: str, others: Iterable[str]) -> bool:
    from rapidfuzz.distance import Levenshtein

    return any(Levenshtein.normalized_similarity(word, other) >= _NEAR_SPELLING for other in others)


def _merged(
    by_document: Mapping[Iri, tuple[Section, ...]], same: Mapping[tuple[Iri, Iri], Commitment]
) -> dict[Iri, Commitment]:
    """The pledges as first stated, with what later documents say beside them that is new."""
    merged = {one.iri: one for one in same.values()}
    for document, sections in by_document.items():
        for later in (one for section in sections for one in section.commitments):
            first = same.get((document, later.iri))
            if first:
                merged[first.iri] = _with_particulars(merged[first.iri], later.particulars)
    return merged


def _with_particulars(commitment: Commitment, particulars: Iterable[Particular]) -> Commitment:
    known = {(one.role, key(one.quote.text)) for one in commitment.particulars}
    numbers = Counter(one.role for one in commitment.particulars)
    added = []
    for one in particulars:
        if (one.role, key(one.quote.text)) not in known:
            numbers[one.role] += 1
            number = f"-{numbers[one.role]}" if numbers[one.role] > 1 else ""
            added.append(replace(one, iri=Iri(f"{commitment.iri}#{one.role.lower()}{number}")))
    return replace(commitment, particulars=(*commitment.particulars, *added))


def _rewritten(
    section: Section,
    document: Iri,
    same: Mapping[tuple[Iri, Iri], Commitment],
    merged: Mapping[Iri, Commitment],
) -> Section:
    """A section with pledges as first stated, and answers that point to them."""

    def first(iri: Iri) -> Iri:
        return same[document, iri].iri if (document, iri) in same else iri

    def answering(statement: ProgressStatement) -> ProgressStatement:
        return replace(statement, answers=tuple(map(first, statement.answers))) if statement.answers else statement

    return replace(
        section,
        commitments=tuple(merged.get(first(one.iri), one) for one in section.commitments),
        statements=tuple(map(answering, section.statements)),
    )
