"""Which plan the title of a report names: titles compared by their matter.

What is left of a title without its years, without what is said of any report, and without the words for a plan, is its
matter: "Progress report 2023 on the Roads strategy" is about roads. The name of the body may stand in one title alone
("Anytown roads strategy"). Any other word too many makes it another plan: a housing strategy is no housing and
homelessness strategy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.extract.dates import without_dates
from graph.extract.titles import date_of, period_of, without_period
from graph.link.words import stems
from graph.read.markup import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.identifiers import Iri
    from graph.model import Document

_READ = 60_000  # characters, enough to know which words are names
_LETTERHEAD = 3_000  # characters, among which a body says its name
_LINES = 6  # at the top of a document, among which its title is
_YEAR = 4  # digits; shorter numbers tell parts and phases apart
_LONGEST_LINE = 120  # characters
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PARTS = re.compile(r":\s|\s[–—-]\s|\s?\(")  # end the name of a plan, and begin what is added to it


def title_lines(document: Document) -> list[str]:
    """The title of a document, and the lines at its top that may say it in full."""
    top = [line.strip(" #*") for line in masked(document.text[:_READ]).splitlines() if line.strip(" #*")][:_LINES]
    return [document.title, *(line for line in top if len(line) <= _LONGEST_LINE)]


@dataclass(frozen=True, slots=True)
class Title:
    """The matter of a title, as stems of its words, and the words for a plan that it has; `whole` with its subtitle."""

    matter: frozenset[str]
    kinds: frozenset[str]
    numbers: frozenset[str]
    whole: bool

    @classmethod
    def all_of(cls, line: str) -> Iterator[Title]:
        """The title that a line is, and the one before its subtitle; none where it names no plan, or no matter."""
        if not line.endswith((".", ";", ",")):
            yield from (one for part in dict.fromkeys((line, _PARTS.split(line)[0])) if (one := cls._of(part, line)))

    @classmethod
    def _of(cls, part: str, line: str) -> Title | None:
        of_plan = next(cue.pattern for cue in cues("titles") if cue.means == "plan")
        kinds = frozenset(found.lower() for found in of_plan.findall(part))
        said = frozenset(stems(of_plan.sub(" ", _without_phrases(without_dates(without_period(part))))))
        numbers = frozenset(one for one in said if one.isdigit() and len(one) < _YEAR)
        matter = frozenset(one for one in said if not one.isdigit())
        return cls(matter, kinds, numbers, part == line) if kinds and matter else None


def _without_phrases(line: str) -> str:
    return next(cue.pattern for cue in cues("reports") if cue.means == "any title").sub(" ", line)


class Named:
    """A document with the titles that it bears, the words that are names in it, and its body's name."""

    def __init__(self, document: Document) -> None:
        lines = title_lines(document)
        self.titles = [one for line in lines for one in Title.all_of(line)]
        self.title = document.title
        text = masked(document.text[:_READ])
        self.words = frozenset(stems(text)) | frozenset(stems(" ".join(lines)))
        self.in_lower_case = frozenset(stems(" ".join(word for word in _WORD.findall(text) if word.islower())))
        self.bodies = _bodies((*lines, *text[:_LETTERHEAD].splitlines()))
        self.date = document.date

    @property
    def start(self) -> str:
        """The year from which its title says that it holds, or that of its date; empty where nothing says so."""
        return (period_of(self.title)[0] or self.date or "")[:4]

    def is_older_than(self, plan: Named) -> bool:
        """Whether this report was written before a plan began, and so cannot be on it."""
        first, last = period_of(self.title)
        if first and last:
            return bool(plan.start) and plan.start >= last[:4]
        return bool(plan.start and self.year and plan.start > self.year)

    @property
    def year(self) -> str | None:
        """The year that its title or its date gives."""
        return (date_of(iter((self.title,))) or self.date or "")[:4] or None


def _bodies(lines: Iterable[str]) -> frozenset[str]:
    """The stems of the words by which bodies that lines name are known: not "Borough", but "Anytown"."""
    name = next(cue.pattern for cue in cues("reports") if cue.means == "body name")
    found = (one for line in lines for words in name.findall(line) for one in stems(words))
    return frozenset(found) - frozenset(stems(" ".join(table("titles")["kinds_of_bodies"])))


def named_plans(report: Named, plans: Mapping[Iri, Named], body: str = "") -> list[Iri]:
    """Of some plans by their addresses, those that the title of a report names, and no plan less well named.

    `body` is the name of the one body that all are of, where that is known; empty where they may be of several. Of two
    editions that bear one title, the last one that had begun by the report's year is the one.
    """
    of_all = frozenset(stems(body)).union(*(one.bodies for one in (report, *plans.values()))) if body else None
    ranks = {iri: _rank(report, plan, of_all or report.bodies & plan.bodies) for iri, plan in plans.items()}
    best = max(ranks.values(), default=0)
    return _edition(report, {iri: plans[iri] for iri, rank in ranks.items() if rank == best}) if best else []


def bear_one_title(one: Document, other: Document, body: str) -> bool:
    """Whether two plans of one body are called alike, as two editions are."""
    named = Named(one)
    return bool(named_plans(named, {other.iri: Named(other)}, body))


def names_another(report: Named, plan: Named) -> bool:
    """Whether the title of a report names a plan whose name holds that of this plan and goes on otherwise."""
    if not report.titles or not plan.titles or _rank(report, plan, report.bodies | plan.bodies):
        return False
    return any(
        of_plan.matter < of_report.matter and not _are_names(of_report.matter - of_plan.matter, report, plan)
        for of_report in report.titles[:1]
        for of_plan in plan.titles
    )


def _rank(report: Named, plan: Named, body: frozenset[str]) -> int:
    """How well the title of a report names a plan: 3 or 4 but for the name of its body, less else, 0 not at all."""
    return max(
        (_alike(one, other, report, plan, body) for one in report.titles for other in plan.titles),
        default=0,
    )


def _alike(one: Title, other: Title, report: Named, plan: Named, body: frozenset[str]) -> int:
    more = one.matter ^ other.matter
    within = one.matter <= other.matter or other.matter <= one.matter
    if not within or not one.kinds & other.kinds or (one.numbers and other.numbers and one.numbers != other.numbers):
        return 0
    if not more <= body and not _are_names(more, report, plan):
        return 0
    exact = more <= body and one.whole and other.whole
    return (3 if exact else 1) + (one.kinds == other.kinds)


def _are_names(words: Iterable[str], report: Named, plan: Named) -> bool:
    """Whether words are names: both documents know them, and neither ever writes them small."""
    return all(
        word in report.words & plan.words and word not in report.in_lower_case | plan.in_lower_case for word in words
    )


def _edition(report: Named, plans: Mapping[Iri, Named]) -> list[Iri]:
    """Of plans that bear one title, the edition with the report's period, or the last that began before its year."""
    starts = {iri: plan.start for iri, plan in plans.items()}
    start, end = period_of(report.title)
    wanted = start if end else max((one for one in starts.values() if one and one <= (report.year or "")), default=None)
    settled = wanted in starts.values() and (end or wanted != report.year or len(plans) == 1)
    return [iri for iri, one in starts.items() if one == wanted] if settled else list(plans)
