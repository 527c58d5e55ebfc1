"""Whether a statement reports less than its pledge promised: 268 homes insulated, where 400 were to be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.cues import pattern, table
from graph.extract.figures import Amount, amounts
from graph.link.words import stems
from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_TEN = re.compile(r" (?:[a-z-]+ ){0,2}(?:in|out of) (?:every )?(?:ten|10)\b", re.IGNORECASE)
_DONE = re.compile(r"\w{2,}ed|built|bought|done|held|laid|made|met|open|put|sent|set|sold|taken|won|written|up")
_OPENING = 12  # characters before a number with which a report begins
_BEFORE = 40  # characters before a number that may make it a limit


def falls_short(pledge: str, statement: str) -> bool:
    """Whether all that a statement counts of what a pledge promised comes to less.

    Counts are compared where they count the same, sums of money and shares where each text has one. What is to be kept
    below a limit ("within ten days") has no target to reach.

    >>> falls_short("Insulate 400 council homes.", "268 council homes have been insulated.")
    True
    >>> falls_short("Mend all 27 playgrounds.", "Nineteen are finished.")
    True
    >>> falls_short("Cut the backlog to 200.", "The backlog stands at 312, down from 540.")
    True
    >>> falls_short("Answer nine calls in ten within a minute.", "We answered 74% of calls.")
    True
    >>> falls_short("Answer within 10 days.", "Letters were answered in 8 days.")
    False
    """
    pledge, statement = plain(pledge), plain(statement)
    promised = [_in_ten(pledge, one) for one in amounts(pledge) if not _is_limit(pledge, one)]
    reported = amounts(statement)
    if any(_is_missed(one, promised, reported) for one in promised) or _is_still_above(pledge, statement):
        return True
    counts = [one for one in promised if one.counted and not one.unit]
    return len(counts) == 1 == len(promised) and any(
        _is_bare(one) and one.value < counts[0].value for one in reported[:1]
    )


def _is_missed(target: Amount, promised: Sequence[Amount], reported: Sequence[Amount]) -> bool:
    if target.unit:
        found = [one for one in reported if one.unit == target.unit]
        alone = len(found) == 1 == sum(one.unit == target.unit for one in promised)
        return alone and found[0].value < target.value
    of_the_same = [one for one in reported if not one.unit and _stems(one) & _stems(target)]
    return bool(of_the_same) and sum(one.value for one in of_the_same) < target.value


def _is_still_above(pledge: str, statement: str) -> bool:
    """Whether what was to be cut to a number stands at a higher one: "down to 312", where 200 was promised."""
    down, stands = (pattern(table("figures")[name]) for name in ("brings_down", "stands_at"))
    targets = [one for one in amounts(pledge) if down.search(pledge[: one.start])]
    now = [one for one in amounts(statement) if stands.search(statement[: one.start])]
    return len(targets) == 1 and bool(now) and now[0].unit == targets[0].unit and now[0].value > targets[0].value


def _in_ten(pledge: str, amount: Amount) -> Amount:
    """An amount as a share where it is one: "nine calls in ten"."""
    of_ten = _OF_TEN.match(pledge, amount.start + len(amount.text.split()[0]))
    return replace(amount, value=amount.value * 10, unit="%") if of_ten and amount.value < len("1234567890") else amount


def _is_bare(amount: Amount) -> bool:
    """Whether a number with which a report begins counts what the pledge does: "64 replaced"."""
    done = not amount.counted or bool(_DONE.fullmatch(amount.counted[0]))
    return done and not amount.unit and amount.start <= _OPENING


def _stems(amount: Amount) -> set[str]:
    return set(stems(" ".join(amount.counted)))


def _is_limit(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - _BEFORE) : amount.start]
    return bool(pattern(table("figures")["limits"]).search(before))
