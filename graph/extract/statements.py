"""From a progress bullet to what it states: one statement, or one per sentence where they say different things."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extract.counts import is_count
from graph.extract.cues import meanings
from graph.extract.owners import owners
from graph.extract.sentences import sentences
from graph.values import Scope, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri

_PROMISES = re.compile(r"\b(?:will|shall|going to|intends?|plans? to|aims? to)\b|['’]ll\b", re.IGNORECASE)
# To agree with what a recommendation finds tells of no work: "We agree that pay has fallen behind."
_AGREES = re.compile(
    r"\s*(?:we|i|the [\w ]{3,40}?) (?:\w+ly )?(?:agree|accept|recogni[sz]e|acknowledge|note)s? (?:that|with)\b", re.I
)
_LEAST_FIRST = (Status.OUTSTANDING, Status.IN_PROGRESS, Status.ACHIEVED, Status.NOT_REPORTED, Status.NOT_ASSESSED)
# The part of a blanket sentence that takes something out of it: "All actions are complete except the depot move."
_CARVED_OUT = re.compile(
    r",?\s*\b(?:except(?:ing)?(?: for| that)?|apart from|aside from|with the exception of|other than)\s+"
    r"(?P<what>[^,;.]+)(?P<said>.*)",
    re.IGNORECASE | re.DOTALL,
)
# The same before the blanket: "Apart from the depot move, all actions are complete."
_CARVED_OUT_FIRST = re.compile(
    r"^(?:except for|apart from|aside from|with the exception of|other than)\s+[^,;.]+,\s+", re.I
)

# The same within the blanket: "All but the depot move are complete." How many are left out does not say which.
_CARVED_OUT_WITHIN = re.compile(
    r"^(?:all|everything) (?:but|bar|except(?: for)?) (?:(?P<count>one|two|three|four|five|\d+|a \w+(?: \w+)?)\b.*?"
    r"|(?P<what>the .+?)) (?P<rest>(?:is|are|was|were|has|have)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of a bullet, by offsets within it, and what its words say.

    `excepted` is what a blanket leaves out; `said_of_excepted` is the status that it reports of that.
    """

    start: int
    end: int
    scope: Scope
    stated: Status | None
    owners: tuple[Iri, ...]
    excepted: str = ""
    said_of_excepted: Status | None = None


def sayings(text: str, names: Names) -> list[Saying]:
    """Split a bullet where its sentences differ in scope, or name different owners, or one denies what one claims."""
    merged: list[Saying] = []
    for start, end in sentences(text):
        saying = _saying(text, start, end, names)
        if merged and _says_the_same(merged[-1], saying) and not _counts_apart(text, merged[-1], saying):
            merged[-1] = _joined(merged[-1], saying)
        else:
            merged.append(saying)
    return merged


def scope_of(sentence: str) -> Scope:
    """How far a sentence reaches, by its opening words.

    >>> scope_of("Most other actions are within the Coast Plan.")
    <Scope.REST: 'rest'>
    """
    return Scope(next(meanings("scope", _CARVED_OUT_FIRST.sub("", sentence)), Scope.DIRECT))


@lru_cache(maxsize=4096)
def status_of(text: str) -> Status | None:
    """The least that a text reports: what is not done weighs more than what is under way, and that more than done.

    >>> status_of("The strategy has been created and is now under review.")
    <Status.IN_PROGRESS: 'InProgress'>
    """
    return least(Status(one) for one in meanings("status", text))


def reported(text: str) -> Status | None:
    """The least that the sentences of a text report, what they only promise left out.

    >>> reported("Agreed. We will publish a plan.") is None
    True
    >>> reported("We agree that pay has fallen behind.") is None
    True
    >>> reported("The times were published in May and will be updated.")
    <Status.ACHIEVED: 'Achieved'>
    """
    plain = (text[start:end] for start, end in sentences(text) if not _AGREES.match(text[start:end]))
    return least(status_of(_PROMISES.split(one, maxsplit=1)[0]) for one in plain)


def _saying(text: str, start: int, end: int, names: Names) -> Saying:
    words = text[start:end]
    scope = scope_of(words)
    within = None if scope is Scope.DIRECT else _CARVED_OUT_WITHIN.match(words)
    if within:
        return Saying(start, end, scope, status_of(within["rest"]), owners(words, names), within["what"] or "")
    carved = None if scope is Scope.DIRECT else _CARVED_OUT.search(words)
    if carved is None:
        return Saying(start, end, scope, status_of(words), owners(words, names))
    first = _CARVED_OUT_FIRST.match(words)
    blanket = words[first.end() :] if first else words[: carved.start()]
    said = None if first else status_of(carved["said"])
    return Saying(start, end, scope, status_of(blanket), owners(blanket, names), carved["what"], said)


def _joined(first: Saying, second: Saying) -> Saying:
    """Two sentences that agree, as one stretch that reports the lesser of what they report."""
    return replace(
        first,
        end=second.end,
        stated=least((first.stated, second.stated)),
        owners=tuple(dict.fromkeys((*first.owners, *second.owners))),
        excepted=first.excepted or second.excepted,
        said_of_excepted=first.said_of_excepted or second.said_of_excepted,
    )


def least(stated: Iterable[Status | None]) -> Status | None:
    """The least of what is reported: not done, then under way, then done; None where nothing is.

    Words that report nothing ("no update", "agreed") count only where no other does.
    """
    found = set(stated)
    return next((one for one in _LEAST_FIRST if one in found), None)


def _counts_apart(text: str, first: Saying, second: Saying) -> bool:
    """Whether one of two counts pledges ("38 of the 50 actions are met"): that is said of the whole strategy."""
    return is_count(text[first.start : first.end]) != is_count(text[second.start : second.end])


def _says_the_same(first: Saying, second: Saying) -> bool:
    if first.scope is not second.scope:
        return False
    denied = (first.stated is Status.OUTSTANDING) != (second.stated is Status.OUTSTANDING)
    same_owners = not second.owners or set(second.owners) <= set(first.owners)
    return same_owners and (not denied or second.stated is None)
