"""Pledges that a text names by the number that their document gives them: "Recommendation 7", "Actions 3 and 4"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.model import Commitment

_NUMBER = r"\d{1,3}(?:\.\d{1,2})*(?:[a-z](?![a-z]))?"
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_CODE = re.compile(r"(?<![\w.-])[A-Z]{1,4}[ -]?\d{1,3}(?:\.\d{1,2})*(?![\w-])")
_UP_TO = re.compile(r"(\d{1,3})\s*(?:to|–|—|-)\s*(\d{1,3})(?![\d.])")
_MOST_IN_A_RANGE = 30
_PLEDGES = frozenset({"action", "commitment", "deliverable", "pledge", "promise", "recommendation"})


class References:
    """The pledges of a strategy by their numbers; a number that two pledges have names neither."""

    def __init__(self, commitments: Sequence[Commitment]) -> None:
        keys = [(key, place) for place, one in enumerate(commitments) if (key := reference_key(one.reference))]
        times = Counter(key for key, _ in keys)
        self.places: Mapping[tuple[str, str], int] = {key: place for key, place in keys if times[key] == 1}

    def named(self, text: str) -> list[int]:
        """The places of the pledges that a text names, in order."""
        if not self.places:
            return []
        found = (self.places.get(key) for key in _named(text))
        return sorted({place for place in found if place is not None})


def reference_key(reference: str) -> tuple[str, str] | None:
    """What a pledge is called ("recommendation", or nothing) and its number or code; None where there is no number.

    >>> reference_key("Recommendation 7"), reference_key("1.2)"), reference_key("HC 2"), reference_key("")
    (('recommendation', '7'), ('', '1.2'), ('', 'HC2'), None)
    """
    code = _CODE.search(reference)
    if code:
        return "", re.sub(r"[ -]", "", code.group())
    number = _ONE.search(reference)
    unit = _unit().search(reference)
    return (_singular(unit.group()) if unit else "", _plain(number.group())) if number else None


def _named(text: str) -> Iterator[tuple[str, str]]:
    for match in _mention().finditer(text):
        unit = _singular(match["unit"])
        for number in _numbers(match["numbers"]):
            yield unit, number
            if unit in _PLEDGES:
                yield "", number  # a pledge that its own document only numbers
    for code in _CODE.finditer(text):
        yield "", re.sub(r"[ -]", "", code.group())


def _numbers(written: str) -> Iterator[str]:
    for first, last in _UP_TO.findall(written):
        if 0 < int(last) - int(first) <= _MOST_IN_A_RANGE:
            yield from map(str, range(int(first), int(last) + 1))
    yield from map(_plain, _ONE.findall(written))


def _plain(number: str) -> str:
    return ".".join(part.lstrip("0") or "0" for part in number.lower().split("."))


def _singular(unit: str) -> str:
    word = unit.lower()
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('scope')['units'])})\b", re.IGNORECASE)


@cache
def _mention() -> re.Pattern[str]:
    """A word for pledges before numbers, unless they are another's: "Recommendation 7 of the Smith review"."""
    between = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+to\s+|\s*[–—-]\s*)"
    return re.compile(
        rf"\b(?P<unit>{'|'.join(table('scope')['units'])})\s+(?:no\.?\s*|number\s+|#)?"
        rf"(?P<numbers>{_NUMBER}(?:{between}{_NUMBER})*)(?![\w%]|\.\d)"
        r"(?!\s+of\s+(?!(?:the|our|this)\s+(?:\w+\s+){0,3}(?:plan|strategy)\b))",
        re.IGNORECASE,
    )
