"""The amounts in a sentence: what a pledge promises to reach, and a report to have reached.

Amounts are numbers, shares and sums of money with what they count. Numbers that only name something ("Year 10",
"Tier 4"), ages and times without a year are neither. The words that tell these apart are in `cues/figures.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.dates import NEXT_WORD, any_of, dates, ends_in, figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_COUNTED = 3  # words of what a number counts
_SPAN = re.compile(r"^(?:to|and|or)\s\d+\s")  # between "16" and "year olds"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, by offsets within its text, with its unit ("£", "%", "x", or "" for a count) and what it counts."""

    text: str
    start: int
    end: int
    value: float
    unit: str
    counted: tuple[str, ...] = ()


def amounts(text: str) -> list[Amount]:
    """The amounts in a text, in order; numbers that are part of a date are none.

    >>> [(one.value, one.unit, one.counted) for one in amounts("Recruit 40 carers in 2024/25 and spend £2 million.")]
    [(40.0, '', ('carers',)), (2000000.0, '£', ())]
    """
    taken = [(one.start, one.end) for one in dates(text)]
    return [
        one
        for match in _number().finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken) and (one := _amount(match))
    ]


def without_figures(text: str) -> str:
    """The text with its dates and amounts blanked out, what the amounts count left in.

    >>> without_figures("Recruit 40 carers by 2030.")
    'Recruit    carers by     .'
    """
    figures = [(one.start, one.end) for one in dates(text)]
    figures += [match.span() for match in _number().finditer(text)]
    for start, end in figures:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@cache
def _number() -> re.Pattern[str]:
    known = figure_words()
    units, tens = [
        [word for word, value in known["numbers"].items() if low <= value <= high] for low, high in ((1, 19), (20, 90))
    ]
    words = rf"(?:{any_of(tens)})(?:[\s-](?:{any_of(units[:9])}))?|{any_of(units)}"
    multipliers = any_of(word for word in known["multipliers"] if len(word) > 2)
    return re.compile(
        rf"""(?<![\w.,/-])(?:
            (?P<currency>[£$€])\s?(?P<sum>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:\s?(?P<of_sum>{any_of(known["multipliers"])})\b)?
          | (?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|(?P<word>{words}))
            (?:\s+(?P<of_count>{multipliers})\b)?
            (?:\s?(?P<percent>%|per\s?cent\b|percent\b)|\s+(?P<pounds>{any_of(known["currencies"])})\b|\s?(?P<times>x\b|times\b|-?fold\b))?
          | (?P<share>{any_of(known["shares"])})\b
        )(?![\w/]|[.,:]\d|-(?!fold))""",
        re.VERBOSE | re.IGNORECASE,
    )


def _amount(match: re.Match[str]) -> Amount | None:
    known, text = figure_words(), match.string
    unit, value = _unit(match), _value(match)
    names = ends_in(text, match.start(), known["named"]) or _is_age(match)
    if not unit and (names or (match["word"] or "").lower() == "one"):
        return None
    end, counted = (match.end(), ()) if unit else _counted(text, match.end())
    if not unit and not counted and ends_in(text, match.start(), ("under", "over", "below", "above")):
        return None  # an age: "apprentices under 19 who live here"
    return Amount(text[match.start() : end], match.start(), end, value, unit, counted)


def _unit(match: re.Match[str]) -> str:
    if match["currency"] or match["pounds"]:
        return match["currency"] or {"d": "$", "e": "€"}.get(match["pounds"][0].lower(), "£")
    if match["percent"] or match["share"]:
        return "%"
    return "x" if match["times"] else ""


def _value(match: re.Match[str]) -> float:
    known = figure_words()
    if match["share"]:
        return float(known["shares"][" ".join(match["share"].lower().split())])
    multiplier = (match["of_sum"] or match["of_count"] or "").lower()
    digits = match["sum"] or match["digits"]
    parts = [] if digits else re.split(r"[\s-]+", match["word"].lower())
    number = float(digits.replace(",", "")) if digits else float(sum(known["numbers"][part] for part in parts))
    return number * (known["multipliers"][multiplier] if multiplier else 1)


def _is_age(match: re.Match[str]) -> bool:
    text = match.string
    following = _SPAN.sub("", " ".join(text[match.end() : match.end() + 30].lower().split()))
    return following.startswith(tuple(figure_words()["ages"])) or ends_in(
        text, match.start(), figure_words()["before_ages"]
    )


def _counted(text: str, position: int) -> tuple[int, tuple[str, ...]]:
    """Where what a number counts ends, and its words: "300 of our council homes" counts council homes."""
    known = figure_words()
    found: list[str] = []
    for word, end in _following(text, position):
        if not found and word in known["passed_over"]:
            continue
        if word in known["ends"] or len(found) == _MOST_COUNTED:
            break
        found.append(word)
        position = end
    return position, tuple(found)


def _following(text: str, position: int) -> Iterator[tuple[str, int]]:
    while match := NEXT_WORD.match(text, position):
        yield match[1].lower(), match.end()
        position = match.end()
