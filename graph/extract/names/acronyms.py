"""Acronyms and what they stand for: "Integrated Transport Board (ITB)", "ITB (Integrated Transport Board)".

The rule is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003),
kept to letters that begin words: https://psb.stanford.edu/psb-online/proceedings/psb03/schwartz.pdf
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = r"[A-Z][A-Za-z0-9&/-]{1,9}"
_AFTER = re.compile(rf"\(\s*[“‘\"']?(?:the\s+)?({_SHORT}?)s?[”’\"']?\s*\)")
_BEFORE = re.compile(rf"(?<![\w&-])({_SHORT})\s+\(([A-Z][^()\n]{{5,100}})\)")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_JOINING = frozenset({"and", "the", "of", "for", "in", "to", "on", "with", "a", "by"})
_LONGEST = 110  # characters before the parenthesis in which the words are looked for


@dataclass(frozen=True, slots=True)
class Pair:
    """An acronym with its words, and where the words stand in the text."""

    short: str
    words: str
    start: int
    end: int


def pairs(text: str) -> Iterator[Pair]:
    """Each acronym that a text explains, in order.

    >>> [(one.short, one.words) for one in pairs("The work of the Integrated Transport Board (ITB) goes on.")]
    [('ITB', 'Integrated Transport Board')]
    """
    for match in _AFTER.finditer(text):
        start = _start_of(match[1], text, match.start()) if is_acronym(match[1]) else None
        if start is not None:
            words = text[start : match.start()].rstrip()
            yield Pair(match[1], " ".join(words.split()), start, start + len(words))
    for match in _BEFORE.finditer(text):
        words = match[2].strip()
        if is_acronym(match[1]) and stands_for(match[1], words):
            yield Pair(match[1], " ".join(words.split()), match.start(2), match.start(2) + len(words))


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: two capitals at least, and no longer run of small letters.

    >>> is_acronym("DfT"), is_acronym("R&D"), is_acronym("Plan"), is_acronym("McBride")
    (True, True, False, False)
    """
    capitals = sum(character.isupper() for character in word)
    return capitals >= 2 and len(word) <= 10 and sum(character.islower() for character in word) <= capitals


def initials(words: str) -> str:
    """The letters that an acronym of some words is made of; a word in capitals gives all of its letters.

    >>> initials("UK Harbour Safety Agency"), initials("Department for Transport")
    ('UKHSA', 'DT')
    """
    found = (word for word in _WORDS.findall(words) if word.lower() not in _JOINING)
    return "".join(word if word.isupper() else word[0].upper() for word in found)


def stands_for(short: str, words: str) -> bool:
    """Whether an acronym can be made of all the words of a name: small words may lend a letter or none.

    >>> stands_for("DfT", "Department for Transport"), stands_for("HMRC", "HM Revenue & Customs")
    (True, True)
    >>> stands_for("ITB", "Integrated Care Board")
    False
    """
    return _matches(_letters(short), _WORDS.findall(words))


def _letters(short: str) -> str:
    return re.sub(r"[^a-z0-9]", "", short.lower())


def _matches(letters: str, words: list[str]) -> bool:
    """Whether the letters are the beginnings of the words, in order, with none of the important words left out."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    small = word.lower() in _JOINING
    if small and _matches(letters, rest):
        return True
    if word.isupper() and len(word) > 1 and letters.startswith(word.lower()):
        return _matches(letters[len(word) :], rest)
    return letters[:1] == word[0].lower() and _matches(letters[1:], rest)


def _start_of(short: str, text: str, end: int) -> int | None:
    """Where the words of an acronym start that ends before a parenthesis; the fewest words that make it."""
    before = text[max(0, end - _LONGEST) : end]
    found = list(_WORDS.finditer(before))
    letters = _letters(short)
    for number in range(len(found) - 1, max(-1, len(found) - 2 * len(letters) - 3), -1):
        words = [one.group() for one in found[number:]]
        if words[0].lower() not in _JOINING and _matches(letters, words):
            return max(0, end - _LONGEST) + found[number].start()
    return None
