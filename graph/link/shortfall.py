"""Whether a statement reports less than its pledge promised: 268 homes insulated, where 400 were to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.cues import pattern, table
from graph.extract.figures import Amount, amounts
from graph.link.words import stems
from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = 40  # characters before a number that may make it a limit


def falls_short(pledge: str, statement: str) -> bool:
    """Whether all that a statement counts of what a pledge promised comes to less.

    Counts are compared where they count the same, sums of money and shares where each text has one. What is to be kept
    below a limit ("within ten days") has no target to reach.

    >>> falls_short("Insulate 400 council homes.", "268 council homes have been insulated.")
    True
    >>> falls_short("Answer within 10 days.", "Letters were answered in 8 days.")
    False
    """
    pledge, statement = plain(pledge), plain(statement)
    promised = [one for one in amounts(pledge) if not _is_limit(pledge, one)]
    reported = amounts(statement)
    return any(_is_missed(one, promised, reported) for one in promised)


def _is_missed(target: Amount, promised: Sequence[Amount], reported: Sequence[Amount]) -> bool:
    if target.unit:
        found = [one for one in reported if one.unit == target.unit]
        alone = len(found) == 1 == sum(one.unit == target.unit for one in promised)
        return alone and found[0].value < target.value
    of_the_same = [one for one in reported if not one.unit and _stems(one) & _stems(target)]
    return bool(of_the_same) and sum(one.value for one in of_the_same) < target.value


def _stems(amount: Amount) -> set[str]:
    return set(stems(" ".join(amount.counted)))


def _is_limit(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - _BEFORE) : amount.start]
    return bool(pattern(table("figures")["limits"]).search(before))
