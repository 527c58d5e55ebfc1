"""Which pledges of a strategy the statements of a report in another document answer.

A report names a pledge by its number, or sets its words over what it says; else the words of a statement must be more
like those of the pledge than like any other's. Whatever is sure comes first, and answers by wording are only given
where the two texts share words of their own topic. A blanket reaches the pledges of the theme that its heading names,
and no further.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.link.blankets import by_blanket, exceptions
from graph.link.counts import about_the_whole, counts_pledges
from graph.link.evidence import by_wording as by_wording_of_section
from graph.link.headings import Headings
from graph.link.involvement import partners
from graph.link.likeness import Alike, Measure, alike, opening, readable, terms, weights_of
from graph.link.ownership import owned
from graph.link.references import References
from graph.link.words import rarity, words
from graph.model import Link
from graph.read.markup import plain
from graph.values import Relation, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Commitment, ProgressStatement, Section

# Measured on invented plans and reports, and read by eye on published ones: docs/accuracy.md.
_ANSWER = Measure(first=0.5, second=0.3)  # a report says more of a pledge than the pledge does
_LEAST_LIKENESS = 0.28
_OF_BEST_FOR_STATEMENT = 0.8  # of the likeness of its best pledge, for another that a statement answers too
_OF_BEST_FOR_PLEDGE = 0.5
_HEADING = 0.5  # added where the headings of pledge and statement are the same, and in part where they are like
_RESTATED = Measure(first=0.5, second=0.5)
_OPENING = 0.65  # of the likeness of what two texts say first: in long sentences little else is like
_LEAST_RESTATED = 0.6  # of a heading that says what a pledge says
_NAMED, _UNDER_ITS_WORDS = 0.95, 0.85


def link_across(stated: Sequence[Section], reported: Sequence[Section], names: Names) -> list[Link]:
    """Links from the pledges of a strategy to what a report says of them, with the owners and partners that follow.

    `stated` are sections with pledges, `reported` sections of the same strategy with statements and no pledges.
    """
    if not reported:
        return []
    report = _Report(stated, reported, names)
    direct = report.direct()
    blankets, whole = report.blankets(direct)
    evidence = [*direct, *blankets]
    statements = {one.iri: one for one in report.statements}
    commitments = {one.iri: one for one in report.commitments}
    weights = _rarity(report.commitments, report.statements, names)
    return [
        *evidence,
        *about_the_whole(reported[0].theme.strategy, whole),
        *owned(evidence, statements, commitments, names, weights),
        *partners((), evidence, statements, names),
    ]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A statement that answers a pledge, how surely and why."""

    commitment: Commitment
    statement: ProgressStatement
    confidence: float
    why: str

    def link(self) -> Link:
        return Link(
            subject=self.commitment.iri,
            relation=Relation.EVIDENCED_BY,
            object=self.statement.iri,
            rule=Rule.WORDING,
            confidence=self.confidence,
            statement=self.statement.iri,
            explanation=self.why,
        )


class _Report:
    """One report's statements beside the pledges of its strategy."""

    def __init__(self, stated: Sequence[Section], reported: Sequence[Section], names: Names) -> None:
        self.names = names
        self.commitments = [one for section in stated for one in section.commitments]
        self.sections = reported
        self.statements = [one for section in reported for one in section.statements if not counts_pledges(one)]
        self.references = References(self.commitments)
        self.by_theme = _themes(self.commitments)

    def direct(self) -> list[Link]:
        """The answers to single pledges, in the order of the statements."""
        sure = [answer for section in self.sections for answer in self.named(section)]
        sure += self.under_its_words({one.statement.iri for one in sure})
        answered = {one.statement.iri for one in sure}
        free = [one for one in self.statements if one.scope is Scope.DIRECT and one.iri not in answered]
        place = {one.iri: number for number, one in enumerate(self.statements)}
        found = [*sure, *self.by_wording(free)]
        return [one.link() for one in sorted(found, key=lambda one: place[one.statement.iri])]

    def named(self, section: Section) -> Iterator[_Answer]:
        """Answers to pledges whose numbers the statement names, or the heading where it names one alone."""
        above = next((places for one in reversed(section.theme.path) if (places := self.references.named(one))), [])
        for statement in section.statements:
            places = self.references.named(statement.quote.text) or (above if len(above) == 1 else [])
            for commitment in (self.commitments[place] for place in places):
                if not counts_pledges(statement) and statement.scope is Scope.DIRECT:
                    yield _Answer(commitment, statement, _NAMED, f"the report names {commitment.reference}")

    def under_its_words(self, answered: set[Iri]) -> list[_Answer]:
        """Answers to pledges whose words stand over the statement as its heading."""
        pledges = [terms(one.quote.text, self.names) for one in self.commitments]
        headings = [terms(section.theme.path[-1], self.names) for section in self.sections]
        pledge_of: dict[int, Alike] = {}
        for one in alike(pledges, headings, weights_of([*pledges, *headings]), _RESTATED):
            if one.value >= max(_LEAST_RESTATED, pledge_of[one.second].value if one.second in pledge_of else 0):
                pledge_of[one.second] = one
        return [
            _Answer(self.commitments[one.first], statement, _UNDER_ITS_WORDS, "stands under the pledge's own words")
            for place, one in sorted(pledge_of.items())
            for statement in self.sections[place].statements
            if statement.iri not in answered and statement.scope is Scope.DIRECT and not counts_pledges(statement)
        ]

    def by_wording(self, statements: Sequence[ProgressStatement]) -> Iterator[_Answer]:
        """Answers by the words shared: of each statement the best pledge, and others that are almost as like."""
        hint = Headings([one.theme.path for one in self.commitments], [one.theme.path for one in statements])
        found = [
            (one, one.value * share * (1 + _HEADING * hint.likeness(one.first, one.second)))
            for one, share in self.alike(statements)
        ]
        of_pledge: dict[int, float] = defaultdict(float)
        of_statement: dict[int, float] = defaultdict(float)
        for one, value in found:
            of_pledge[one.first] = max(of_pledge[one.first], value)
            of_statement[one.second] = max(of_statement[one.second], value)
        surest: dict[tuple[int, int], tuple[float, Alike]] = {}
        for one, value in found:
            least = max(_OF_BEST_FOR_STATEMENT * of_statement[one.second], _OF_BEST_FOR_PLEDGE * of_pledge[one.first])
            pair = (one.first, one.second)
            if value >= max(_LEAST_LIKENESS, least) and value > surest.get(pair, (0.0,))[0]:
                surest[pair] = value, one
        for value, one in surest.values():
            commitment = self.commitments[one.first]
            yield _Answer(commitment, statements[one.second], _confidence(value), self.explanation(one, commitment))

    def alike(self, statements: Sequence[ProgressStatement]) -> Iterator[tuple[Alike, float]]:
        """Pledges and statements that are like as a whole, or in what they say first, and how much that counts."""
        whole = [[terms(one.quote.text, self.names) for one in side] for side in (self.commitments, statements)]
        first = [
            [terms(opening(plain(one.quote.text)), self.names) for one in side]
            for side in (self.commitments, statements)
        ]
        weights = weights_of([*whole[0], *whole[1]])
        yield from ((one, 1.0) for one in alike(whole[0], whole[1], weights, _ANSWER))
        yield from ((one, _OPENING) for one in alike(first[0], first[1], weights, _RESTATED))

    def explanation(self, one: Alike, commitment: Commitment) -> str:
        return "shared words: " + ", ".join(readable(one.shared, commitment.quote.text, self.names))

    def blankets(self, direct: Sequence[Link]) -> tuple[list[Link], list[ProgressStatement]]:
        """Links to blankets under the heading of a theme, and the blankets about all that stand under none."""
        links: list[Link] = []
        whole: list[ProgressStatement] = []
        for section in self.sections:
            said = [one for one in section.statements if one.scope is not Scope.DIRECT]
            pledges = self.by_theme.get(key(section.theme.path[-1]), []) if said else []
            if pledges:
                links += self.of_theme(pledges, section, direct)
            else:
                whole += [one for one in said if one.scope is Scope.ALL]
        return links, whole

    def of_theme(self, pledges: Sequence[Commitment], section: Section, direct: Sequence[Link]) -> list[Link]:
        """The links of the pledges of a theme to the blankets of the section that has its heading."""
        weights = _rarity(pledges, section.statements, self.names)
        leaving_out = [one for one in section.statements if one.excepted]
        own = {one.iri for one in section.statements}
        told = [link for link in direct if link.object in own and link.subject in {one.iri for one in pledges}]
        left_out = exceptions(leaving_out, by_wording_of_section(pledges, leaving_out, weights, self.names))
        return [*left_out, *by_blanket(pledges, section.statements, [*told, *left_out])]


def _rarity(
    pledges: Sequence[Commitment], statements: Sequence[ProgressStatement], names: Names
) -> Mapping[str, float]:
    texts = [*(one.quote.text for one in pledges), *(one.quote.text for one in statements)]
    return rarity(words(text, names) for text in texts)


def _themes(commitments: Iterable[Commitment]) -> Mapping[str, list[Commitment]]:
    """The pledges under each heading that stands for one theme alone."""
    by_heading: dict[str, list[Commitment]] = defaultdict(list)
    themes: dict[str, set[Iri]] = defaultdict(set)
    for one in commitments:
        heading = key(one.theme.path[-1])
        by_heading[heading].append(one)
        themes[heading].add(one.theme.iri)
    return {heading: found for heading, found in by_heading.items() if len(themes[heading]) == 1}


def _confidence(likeness: float) -> float:
    """How sure an answer by wording is, in steps as measured: docs/accuracy.md."""
    if likeness >= 0.6:
        return 0.85
    return 0.75 if likeness >= 0.4 else 0.6
