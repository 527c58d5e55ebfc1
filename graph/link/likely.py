"""Whether one document reports on another, where nobody has said so.

The one must be called a report, name the other's strategy, speak of the same people and places, and of the same
matters. It has to be clearly nearer to that plan than to any other: two councils with a climate plan each are not to be
mixed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from graph.extract.cues import cues, meanings, table
from graph.link.likeness import general_words
from graph.link.words import stems
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.identifiers import Iri
    from graph.model import Document

_LINES = 6  # of the title of a document, at its top
_LONGEST_LINE = 120  # characters
_READ = 60_000  # characters, enough to know what a document speaks of
_LEAST_NAMES, _FEWEST_NAMES = 0.34, 3  # of the proper names of the one that the other speaks of too
_LEAST_MATTERS = 0.2  # of what the one says more than once, and the other too
_RUNNER_UP = 0.8  # of the likeness of the best plan: another one so near leaves it open
_MOST_FREQUENT = 3
_PROPER = re.compile(r"(?<=[a-z,;]\s)[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s?(?:to|[-–—/])\s?((?:19|20)?\d\d)\b")


def likely_report_of(report: Document, plans: Sequence[Document]) -> Iri | None:
    """The document whose pledges another reports on; None where nothing is sure."""
    own = _Profile.of(report)
    if not own.is_report:
        return None
    ranked = sorted(((own.likeness(_Profile.of(plan)), plan.iri) for plan in plans), reverse=True)
    if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[1][0] > _RUNNER_UP * ranked[0][0]):
        return None
    return ranked[0][1]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a document is called, whom and what it speaks of."""

    is_report: bool
    called: frozenset[str]  # the names of strategies in its title
    periods: tuple[tuple[int, int], ...]  # the years from and to in its title
    text: str
    names: Counter[str]
    matters: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> _Profile:
        text = masked(document.text[:_READ])
        top = [line.strip(" #*") for line in text.splitlines() if line.strip(" #*")][:_LINES]
        title = [document.title, *(line for line in top if len(line) <= _LONGEST_LINE)]
        frequent = (word for word, times in Counter(stems(text)).items() if times > 1 and not word.isdigit())
        return cls(
            is_report=any("report title" in meanings("reports", line) for line in title),
            called=frozenset(name for line in title for name in _called(line)),
            periods=tuple(_period(one) for line in title for one in _RANGE.finditer(line)),
            text=_plain(text),
            names=_names(text, title),
            matters=frozenset(frequent) - general_words(),
        )

    def likeness(self, plan: _Profile) -> float:
        """How sure it is that this document reports on a plan: 0 where something speaks against it."""
        if plan.is_report or not any(name in self.text for name in plan.called):
            return 0.0
        if self.periods and plan.periods and not any(map(_overlap, product(self.periods, plan.periods))):
            return 0.0
        shared = self.names.keys() & plan.names.keys()
        names = len(shared) / max(1, min(len(self.names), len(plan.names)))
        matters = len(self.matters & plan.matters) / max(1, min(len(self.matters), len(plan.matters)))
        known = _most_frequent(plan.names) & self.names.keys() and _most_frequent(self.names) & plan.names.keys()
        if not known or len(shared) < _FEWEST_NAMES or names < _LEAST_NAMES or matters < _LEAST_MATTERS:
            return 0.0
        return names + matters


def _period(years: re.Match[str]) -> tuple[int, int]:
    first, last = years.groups()
    return int(first), int(last if len(last) == 4 else first[:2] + last)


def _overlap(periods: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    (first, last), (other_first, other_last) = periods
    return first <= other_last and other_first <= last


def _called(line: str) -> list[str]:
    """The names of strategies in a line of a title."""
    found = [cue.pattern.findall(line) for cue in cues("reports") if cue.means == "strategy name"]
    named = [_plain(name).removeprefix("the ") for names in found for name in names]
    return [name for name in named if name.partition(" ")[0] not in ("a", "an", "our", "this")]


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _names(text: str, title: Sequence[str]) -> Counter[str]:
    """The capitalised words of a text that do not begin a sentence, and those of its title."""
    found = [*_PROPER.findall(text), *(word for line in title for word in _CAPITAL.findall(line))]
    counted = Counter(word.lower().removesuffix("’s").removesuffix("'s") for word in found)
    return Counter({word: times for word, times in counted.items() if _tells(word)})


def _tells(word: str) -> bool:
    return bool(set(stems(word)) - general_words() - _months())


@cache
def _months() -> frozenset[str]:
    return frozenset(stems(" ".join((*table("figures")["months"], *table("figures")["seasons"]))))


def _most_frequent(names: Counter[str]) -> set[str]:
    ranked = sorted(names, key=lambda name: (-names[name], name))
    return set(ranked[:_MOST_FREQUENT])
