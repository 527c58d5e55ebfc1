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
from graph.link.titled import Named, named_plans, names_another, title_lines
from graph.link.words import stems
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.identifiers import Iri
    from graph.model import Document

_READ = 60_000  # characters, enough to know what a document speaks of
_LEAST_NAMES, _FEWEST_NAMES = 0.34, 3  # of the proper names of the one that the other speaks of too
_LEAST_MATTERS = 0.2  # of what the one says more than once, and the other too
_RUNNER_UP = 0.8  # of the likeness of the best plan: another one so near leaves it open
_MOST_FREQUENT = 3
_PROPER = re.compile(r"(?<=[a-z,;]\s)[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s?(?:to|[-–—/])\s?((?:19|20)?\d\d)\b")


def likely_report_of(report: Document, plans: Sequence[Document], body: str = "") -> Iri | None:
    """The document whose pledges another reports on; None where nothing is sure.

    `body` is the name of the one body that published all of them, where that is known: its plan that the title of the
    report names is then the one. Otherwise the two have to be of one body for all that they say.
    """
    own = _Profile.of(report)
    if not own.is_report:
        return None
    title = Named(report)
    known = {plan.iri: (_Profile.of(plan), Named(plan)) for plan in plans}
    known = {iri: one for iri, one in known.items() if not title.is_older_than(one[1])}
    may_be = {iri: one for iri, (profile, one) in known.items() if own.may_report_on(profile)}
    if not body:
        may_be = {iri: one for iri, one in may_be.items() if _are_of_one_body(own, title, known[iri][0], one)}
    named = named_plans(title, may_be, body)
    if len(named) == 1:
        return named[0]
    others = named or [iri for iri, (_, one) in known.items() if not names_another(title, one)]
    ranked = sorted(((own.likeness(known[iri][0]), iri) for iri in others), reverse=True)
    if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[1][0] > _RUNNER_UP * ranked[0][0]):
        return None
    return ranked[0][1]


def _are_of_one_body(own: _Profile, report: Named, profile: _Profile, plan: Named) -> bool:
    """Whether a report and a plan name one body or, where either names none, the same people, places and matters."""
    if report.bodies and plan.bodies:
        return bool(report.bodies & plan.bodies)
    in_titles = {one for title in (*report.titles, *plan.titles) for one in title.matter}
    first, second = (_without(one.names, in_titles) for one in (own, profile))
    shared = (report.words & plan.words) - in_titles - general_words()
    matters = len(shared) / max(1, min(len(report.words), len(plan.words)))
    return (
        bool(_most_frequent(first) & second.keys() and _most_frequent(second) & first.keys())
        and matters >= _LEAST_MATTERS
    )


def _without(names: Counter[str], matter: set[str]) -> Counter[str]:
    return Counter({name: times for name, times in names.items() if matter.isdisjoint(stems(name))})


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
        title = title_lines(document)
        frequent = (word for word, times in Counter(stems(text)).items() if times > 1 and not word.isdigit())
        return cls(
            is_report=any("report title" in meanings("reports", line) for line in title),
            called=frozenset(name for line in title for name in _called(line)),
            periods=tuple(_period(one) for line in title for one in _RANGE.finditer(line)),
            text=_plain(text),
            names=_names(text, title),
            matters=frozenset(frequent) - general_words(),
        )

    def may_report_on(self, plan: _Profile) -> bool:
        """Whether the other is no report itself, and of no other years."""
        years = product(self.periods, plan.periods)
        return not plan.is_report and not (self.periods and plan.periods and not any(map(_overlap, years)))

    def likeness(self, plan: _Profile) -> float:
        """How sure it is that this document reports on a plan: 0 where something speaks against it."""
        if not self.may_report_on(plan) or not any(name in self.text for name in plan.called):
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
