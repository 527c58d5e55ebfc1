"""When two spellings are one name: case, hyphens, possessives, plurals, "&", a slip of the pen.

What tells names apart is kept: numbers, years, places, any word that carries meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_APOSTROPHES = str.maketrans("’‘‛`´", "'''''")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_PERIOD = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–—/]|to|until|and)\s*((?:19|20)?\d\d)\b", re.IGNORECASE)
_YEARS_AT_END = re.compile(
    r"[\s,:(–—-]*(?:\bof\s+|\bfor\s+)?\b(?:19|20)\d\d(?:\s*(?:[-–—/]|to|until|and)\s*(?:19|20)?\d\d)?\)?$",
    re.IGNORECASE,
)
_JOINING = frozenset({"the", "a", "an", "of", "for", "and", "in"})  # tell no two names apart
_SHORTEST_FOLDED = 3  # letters of a word that may be a plural
_LONG_WORD, _LONG_NAME = 6, 14  # letters of a word that may hold a slip, and of a name that shows that it is one


def folded(label: str) -> tuple[str, ...]:
    """The words of a name in the form that all its spellings share.

    >>> folded("The Children’s Homes & Care-Leavers Plan")
    ('children', 'home', 'careleaver', 'plan')
    >>> folded("Children's Home and Care Leavers plan") == folded("The Children’s Homes & Care-Leavers Plan")
    False
    """
    plain = unicodedata.normalize("NFKC", label).translate(_APOSTROPHES).casefold()
    plain = _PERIOD.sub(_whole_period, plain).replace("-", "").replace("‑", "").replace("‐", "")
    words = (_singular(word) for word in _WORD.findall(plain))
    return tuple(word for word in words if word not in _JOINING)


def same_key(label: str) -> str:
    """What two spellings have in common that differ in nothing but case, hyphens, spaces, possessives and the like.

    >>> same_key("Tidal North-East") == same_key("tidal northeast") == same_key("Tidal North East’s")
    True
    >>> same_key("Coast Plan 2020-24") == same_key("Coast Plan 2020 to 2024") != same_key("Coast Plan 2024")
    True
    """
    return "".join(folded(label))


def without_years(label: str) -> tuple[str, tuple[str, ...]]:
    """A name without the years at its end, and those years.

    >>> without_years("Roof Strategy 2025 to 2030")
    ('Roof Strategy', ('2025', '2030'))
    """
    found = _YEARS_AT_END.search(label)
    if not found or not label[: found.start()].strip():
        return label, ()
    years = re.findall(r"\d+", _PERIOD.sub(lambda match: " ".join(_both(match)), found.group()))
    return label[: found.start()].rstrip(" ,:–—-("), tuple(years)


def without_head(label: str) -> str:
    """A name without the noun at its end that says what it is; the whole name where nothing else is left.

    >>> without_head("Harbour Lights project"), without_head("Harbour Programme Board")
    ('Harbour Lights', 'Harbour Programme')
    """
    words = label.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].casefold() in _heads() else label


def slips(keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of long names that differ by one letter of one long word, in linear time: in letters, never in digits.

    >>> list(slips([("harbour", "renewal", "programme"), ("harbour", "renewel", "programme")]))
    [(('harbour', 'renewal', 'programme'), ('harbour', 'renewel', 'programme'))]
    >>> list(slips([("north", "harbour", "programme"), ("south", "harbour", "programme")]))
    []
    """
    around: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for key in sorted(set(keys)):
        if sum(map(len, key)) < _LONG_NAME or len(key) < 2:
            continue
        for place, word in enumerate(key):
            if len(word) >= _LONG_WORD - 1 and word.isalpha():
                around[(*key[:place], "", *key[place + 1 :])].append((key, word))
    for alike in around.values():
        for (first, one), (second, other) in pairwise(alike):
            if is_slip(one, other):
                yield first, second


def is_slip(one: str, other: str) -> bool:
    """Whether one word is the other with a letter left out, added, changed or moved by one place.

    >>> is_slip("aquired", "acquired"), is_slip("inward", "onward"), is_slip("north", "south")
    (True, False, False)
    """
    from rapidfuzz.distance import OSA

    if max(len(one), len(other)) < _LONG_WORD or one[:1] != other[:1]:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _whole_period(match: re.Match[str]) -> str:
    return " ".join(_both(match))


def _both(match: re.Match[str]) -> tuple[str, str]:
    start, end = match[1], match[2]
    return start, end if len(end) == len(start) else start[:2] + end


def _singular(word: str) -> str:
    word = re.sub(r"'s?$", "", word).replace("'", "")
    word = _american().get(word, word)
    if len(word) <= _SHORTEST_FOLDED or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


@cache
def _heads() -> frozenset[str]:
    known = table("naming")
    return frozenset((*known["programmes"], *known["organisations"], *known["teams"]))


@cache
def _american() -> dict[str, str]:
    return dict(table("naming")["spelled"])
