"""The words of a text that carry its meaning, and how rare each is among the texts it stands with.

Words are stemmed (Snowball English). A listed name counts as one word, under any of its aliases.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.extract.names.mentions import Names

_HYPHENS = {ord(one): "-" for one in "‐‑"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def words(text: str, names: Names) -> frozenset[str]:
    """The stems of a text's content words, and the IRIs of the names in it and of what they are part of.

    A proper name ("A Place Called Home") counts for itself alone; one that only describes
    ("short breaks strategy") counts for its words too.
    """
    found: set[str] = set()
    plain, position = [], 0
    for mention in names.mentions(text):
        found.update((mention.name, *names.ancestors(mention.name)))
        if _is_proper(text[mention.start : mention.end]):
            plain.append(text[position : mention.start])
            position = mention.end
    plain.append(text[position:])
    found.update(stems(" ".join(plain)))
    return frozenset(found)


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order.

    >>> stems("We have re-commissioned the framework")
    ['recommiss', 'framework']
    """
    return [stem for stem, _ in _stemmed(text)]


def spelled(text: str) -> dict[str, str]:
    """How a text spells each of its stems, the first time.

    >>> spelled("We have re-commissioned the framework")
    {'recommiss': 'recommissioned', 'framework': 'framework'}
    """
    found: dict[str, str] = {}
    for stem, word in _stemmed(text):
        found.setdefault(stem, word)
    return found


def _stemmed(text: str) -> list[tuple[str, str]]:
    joined = _prefixed().sub(r"\1", text.lower().translate(_HYPHENS))
    plain = (_possessor(word) for word in _WORD.findall(joined))
    return [(_stem(word), word) for word in plain if word not in _stop()]


def rarity(texts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """The weight of each word: the logarithm of how few of the texts hold it, always above 0."""
    sets = list(texts)
    counts = Counter(word for one in sets for word in one)
    return {word: math.log((len(sets) + 1) / count) for word, count in counts.items()}


def postings(texts: Iterable[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """Which texts hold each word, by their places."""
    found: dict[str, list[int]] = {}
    for place, one in enumerate(texts):
        for word in one:
            found.setdefault(word, []).append(place)
    return found


@cache
def _stop() -> frozenset[str]:
    known = table("words")
    return frozenset(known["stop"]) | frozenset(known["reporting"])


@cache
def _prefixed() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(table('words')['prefixes'])})-\s?(?=\w)")


def _is_proper(name: str) -> bool:
    return any(character.isupper() for character in name)


def _possessor(word: str) -> str:
    return re.sub(r"['’]s?$", "", word) if word.endswith(("'s", "’s", "'", "’")) else word.replace("’", "'")


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
