"""What became of a pledge's figures when it was made again: targets that shrank, dates that moved or vanished."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.extract.dates import When, dates
from graph.extract.figures import Amount, amounts
from graph.link.words import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Change(StrEnum):
    """How a figure of the newer text differs from that of the older."""

    SHRANK = "target shrank"
    GREW = "target grew"
    TARGET_VANISHED = "target vanished"
    TARGET_ADDED = "target added"
    MOVED = "date moved"
    DATE_VANISHED = "date vanished"
    DATE_ADDED = "date added"


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is not what it was, in the words of the two texts; None where one of them says nothing."""

    kind: Change
    before: str | None
    after: str | None


def changes(older: str, newer: str) -> list[Changed]:
    """How the figures of a pledge changed: its targets in the older text's order, then its dates.

    A target shrank where its number did: whether that makes it easier is for the reader to say.

    >>> [(one.kind.value, one.before, one.after) for one in changes("Recruit 40 carers by 2025.", "Recruit 30 carers.")]
    [('target shrank', '40 carers', '30 carers'), ('date vanished', '2025', None)]
    """
    return [*_targets(amounts(older), amounts(newer)), *_dates(dates(older), dates(newer))]


def contradict(first: str, second: str) -> bool:
    """Whether two texts give different figures for the same thing."""
    opposed = (Change.SHRANK, Change.GREW, Change.MOVED)
    return any(one.kind in opposed for one in changes(first, second))


def _targets(older: list[Amount], newer: list[Amount]) -> Iterator[Changed]:
    _drop_pairs(older, newer, lambda first, second: first.value == second.value and _comparable(first, second))
    pairs = _drop_pairs(older, newer, _count_the_same)
    if [one.unit for one in older] == [one.unit for one in newer] == [""]:
        pairs += _drop_pairs(older, newer, _stands_alone)
    for before, after in sorted(pairs, key=lambda pair: pair[0].start):
        yield Changed(Change.SHRANK if after.value < before.value else Change.GREW, before.text, after.text)
    yield from (Changed(Change.TARGET_VANISHED, one.text, None) for one in older)
    yield from (Changed(Change.TARGET_ADDED, None, one.text) for one in newer)


def _comparable(first: Amount, second: Amount) -> bool:
    return first.unit == second.unit and (_count_the_same(first, second) or not (first.counted and second.counted))


def _count_the_same(first: Amount, second: Amount) -> bool:
    """Whether two amounts have a unit in common, or count things with a word in common."""
    if first.unit or second.unit:
        return first.unit == second.unit
    return bool(set(stems(" ".join(first.counted))) & set(stems(" ".join(second.counted))))


def _stands_alone(_before: Amount, _after: Amount) -> bool:
    """What is left of one count on either side is the same count of things under another name."""
    return True


def _drop_pairs(
    older: list[Amount], newer: list[Amount], fit: Callable[[Amount, Amount], bool]
) -> list[tuple[Amount, Amount]]:
    """Take the pairs that fit out of both lists, in order, and give them."""
    pairs = []
    for before in list(older):
        after = next((one for one in newer if fit(before, one)), None)
        if after:
            older.remove(before)
            newer.remove(after)
            pairs.append((before, after))
    return pairs


def _dates(older: list[When], newer: list[When]) -> Iterator[Changed]:
    kept = {one.passed for one in older} & {one.passed for one in newer}
    before = [one for one in older if one.passed not in kept]
    after = [one for one in newer if one.passed not in kept]
    for first, second in zip_longest(before, after):
        if first and second:
            yield Changed(Change.MOVED, first.text, second.text)
        elif first:
            yield Changed(Change.DATE_VANISHED, first.text, None)
        else:
            yield Changed(Change.DATE_ADDED, None, second.text)
