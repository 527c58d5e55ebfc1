"""Public bodies to measure with, made of the model's own parts: what they promise and report is invented.

A body has an older and a newer strategy, a review of the older one, two reports on the newer one, programmes in
programmes, partners, outcomes, and pledges that continue older ones. The same number makes the same body.
"""

from __future__ import annotations

import dataclasses
import random
from itertools import count
from typing import TYPE_CHECKING

from benchmarks.invented import Writing
from graph.assessments import assessments
from graph.identifiers import Iri, fingerprint, iri, mint_from_text
from graph.model import (
    Body,
    Commitment,
    Document,
    Graph,
    Link,
    Name,
    Outcome,
    ProgressStatement,
    Quote,
    Section,
    Strategy,
    Theme,
)
from graph.values import Attestation, Kind, Relation, Review, Rule, Scope, Status, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BASE = "https://example.org/id/"
_WIDER, _NARROWER = ("Homes", "Learning", "Places"), ("Prevention", "Support", "Quality", "Partners")
_OLD_PLEDGES, _NEW_PLEDGES = 6, 8  # under each heading
_BLANKETS = (Scope.ALL, Scope.REST, Scope.REMAINING)
_STATED = (Status.ACHIEVED, Status.IN_PROGRESS, Status.IN_PROGRESS, Status.OUTSTANDING, None)
_REVIEWS = (Review.UNREVIEWED,) * 7 + (Review.ACCEPTED,) * 2 + (Review.REJECTED,)
_KINDS_OF_WORK = ("Programme", "Project", "Improvement Plan", "Board", "Review")


def bodies() -> Iterator[Graph]:
    """One body after the other, without end."""
    return (_Invention(number).graph() for number in count(1))


class _Paper:
    """A document that is written line by line."""

    def __init__(self, strategy: Iri, identifier: str, date: str, *, states: bool) -> None:
        self.iri = iri(f"{strategy}/{identifier}")
        self.title = identifier.replace("-", " ").capitalize()
        self.strategy, self.date, self.states = strategy, date, states
        self.lines: list[str] = []
        self.length = 0

    def quote(self, text: str) -> Quote:
        """A line of its own, quoted."""
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return Quote(self.iri, text, start, start + len(text), len(self.lines), 1 + len(self.lines) // 40)

    def document(self, body: Body) -> Document:
        text = "\n".join(self.lines) + "\n"
        stated, reported = (self.strategy, None) if self.states else (None, self.strategy)
        name = f"{self.iri.removeprefix(BASE).replace('/', '-')}.txt"
        return Document(
            self.iri, name, self.title, text, fingerprint(text, digits=64), body.name, self.date,
            states=stated, reports_on=reported,
        )  # fmt: skip


class _Invention:
    """Invents one body."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(number)  # noqa: S311
        self.writing = Writing(number)
        self.body = Body(iri(f"{BASE}body-{number}"), f"Council {number}", BASE)
        self.names = self.made_names(number)
        self.programmes = [one for one in self.names if one.kind is Kind.PROGRAMME]
        self.organisations = [one for one in self.names if one.kind is Kind.ORGANISATION]
        self.links: list[Link] = []
        self.sections: list[Section] = []

    def graph(self) -> Graph:
        """The whole body."""
        older, newer = (iri(f"{self.body.iri}/strategy-{year}") for year in ("2018", "2022"))
        number = self.body.name.rpartition(" ")[2]
        strategies = (
            Strategy(older, f"Plan of council {number} 2018 to 2021", "2018", "2021"),
            Strategy(newer, f"Plan of council {number} 2022 to 2025", "2022", "2025", (older,)),
        )
        papers = [
            *self.strategy(older, _OLD_PLEDGES, "2018-04", ("2021-09-30",)),
            *self.strategy(newer, _NEW_PLEDGES, "2022-04", ("2023-06-30", "2024-06-30")),
        ]
        self.continue_pledges(older, newer)
        documents = tuple(one.document(self.body) for one in papers)
        graph = Graph(self.body, strategies, documents, self.names, tuple(self.sections), tuple(self.links))
        found = tuple(assessments(graph, self.links, self.links, ()))
        return dataclasses.replace(graph, assessments=found)

    def made_names(self, number: int) -> tuple[Name, ...]:
        """Programmes in programmes, three deep, and organisations, one of which inspects."""
        found: list[Name] = []
        for place in range(14):
            label = f"{self.writing.random.choice(('Safer', 'Greener', 'Better'))} {self.thing()} {number}-{place}"
            part_of = (found[place // 3 - 1].iri,) if place > 2 else ()
            aliases = (f"{label} {self.random.choice(_KINDS_OF_WORK)}",)
            found.append(Name(iri(f"{self.body.iri}/programme/{place}"), Kind.PROGRAMME, label, aliases, part_of))
        for place in range(12):
            label = f"{self.thing().capitalize()} Trust {number}-{place}"
            address = iri(f"{self.body.iri}/organisation/{place}")
            found.append(Name(address, Kind.ORGANISATION, label, inspects=place == 0))
        return tuple(found)

    def thing(self) -> str:
        return self.writing.sentence().split()[1]

    def strategy(self, address: Iri, pledges: int, date: str, reports: Sequence[str]) -> list[_Paper]:
        """The sections of one strategy, and the papers that they were written into."""
        plan = _Paper(address, "plan", date, states=True)
        papers = [_Paper(address, f"report-{one}", one, states=False) for one in reports]
        for wider in _WIDER:
            broader = iri(f"{address}/theme/{wider.lower()}")
            for heading in _NARROWER:
                theme = Theme(iri(f"{broader}/{heading.lower()}"), (wider, heading), address, broader)
                promised = tuple(self.pledge(plan, theme, place) for place in range(pledges))
                said = tuple(one for paper in papers for one in self.report(paper, theme, promised))
                self.sections.append(Section(theme, promised, said))
        return [plan, *papers]

    def pledge(self, plan: _Paper, theme: Theme, place: int) -> Commitment:
        quote = plan.quote(self.writing.pledge())
        strength = self.random.choice((Strength.FIRM, Strength.FIRM, Strength.INTENTION))
        address = mint_from_text(f"{theme.strategy}/commitment/", quote.text, theme.iri, str(place))
        found = Commitment(address, quote, theme.strategy, theme, place, f"{theme.path[1]} {place + 1}", strength)
        if self.random.random() < 0.1:  # a partner that the pledge itself names
            self.link(found.iri, Relation.INVOLVES, self.random.choice(self.organisations).iri, Rule.PARTNER, 0.8)
        return found

    def report(self, paper: _Paper, theme: Theme, promised: Sequence[Commitment]) -> Iterator[ProgressStatement]:
        """What one report says under one heading: on some pledges one by one, at times a blanket and an exception."""
        answered = self.random.sample(promised, len(promised) // 4)
        for place, pledge in enumerate(answered):
            rule, sure = self.random.choice(((Rule.WORDING, 0.55), (Rule.WORDING, 0.75), (Rule.LAYOUT, 0.98)))
            said = self.statement(paper, theme, place, Scope.DIRECT)
            self.link(pledge.iri, Relation.EVIDENCED_BY, said.iri, rule, sure, said)
            yield from self.with_results(said)
        left = [one for one in promised if one not in answered]
        if self.random.random() < 0.15:
            yield self.blanket(paper, theme, len(answered), left)
        elif self.random.random() < 0.1:
            said = self.statement(paper, theme, len(answered), Scope.EXCEPTION)
            self.link(left[0].iri, Relation.EVIDENCED_BY, said.iri, Rule.EXCEPTION, 0.85, said, Scope.EXCEPTION)
            yield said
        if self.random.random() < 0.3:  # it answers no pledge
            yield self.statement(paper, theme, len(promised), Scope.DIRECT)

    def blanket(self, paper: _Paper, theme: Theme, place: int, left: Sequence[Commitment]) -> ProgressStatement:
        scope = self.random.choice(_BLANKETS)
        said = self.statement(paper, theme, place, scope)
        for pledge in left:
            self.link(pledge.iri, Relation.EVIDENCED_BY, said.iri, Rule.BLANKET, 0.9, said, scope)
            for owner in said.owners:
                self.link(pledge.iri, Relation.OWNED_BY, owner, Rule.OWNER, 0.8, said, scope)
        return said

    def statement(self, paper: _Paper, theme: Theme, place: int, scope: Scope) -> ProgressStatement:
        quote = paper.quote(self.writing.sentence("We opened the"))
        address = mint_from_text(f"{paper.iri}/statement/", quote.text, theme.iri, str(place))
        stated = self.random.choice(_STATED)
        owners = (self.random.choice(self.programmes).iri,) if self.random.random() < 0.5 else ()
        word = "Amber" if stated is Status.IN_PROGRESS and self.random.random() < 0.4 else ""
        return ProgressStatement(address, quote, theme, place, scope, stated, owners, word=word)

    def with_results(self, said: ProgressStatement) -> Iterator[ProgressStatement]:
        """A statement about one pledge, with the owners, partners and results that it names."""
        answered = self.links[-1].subject
        for owner in said.owners:
            self.link(answered, Relation.OWNED_BY, owner, Rule.OWNER, 0.9, said)
        if self.random.random() < 0.2:
            partner = self.random.choice(self.organisations).iri
            self.link(answered, Relation.INVOLVES, partner, Rule.PARTNER, 0.8, said)
        if self.random.random() < 0.2:
            inspector = self.organisations[0].iri if self.random.random() < 0.3 else None
            attestation = Attestation.THIRD_PARTY if inspector else Attestation.SELF_REPORTED
            half = len(said.quote.text) // 2
            words = dataclasses.replace(said.quote, text=said.quote.text[:half], end=said.quote.start + half)
            result = Outcome(iri(f"{said.iri}/outcome"), words, attestation, inspector)
            self.link(said.iri, Relation.REPORTS, result.iri, Rule.OUTCOME, 0.7, said)
            said = dataclasses.replace(said, outcomes=(result,))
        yield said

    def continue_pledges(self, older: Iri, newer: Iri) -> None:
        """A third of the older pledges are made again."""
        by_strategy = {
            one: [pledge for section in self.sections for pledge in section.commitments if pledge.strategy == one]
            for one in (older, newer)
        }
        kept = self.random.sample(by_strategy[older], len(by_strategy[older]) // 3)
        made_again = self.random.sample(by_strategy[newer], len(kept))
        for new, old in zip(made_again, kept, strict=True):
            sure = self.random.choice((0.5, 0.6, 0.8, 0.9))
            self.link(new.iri, Relation.CONTINUES, old.iri, Rule.CONTINUED, sure)

    def link(
        self, subject: Iri, relation: Relation, object_: Iri, rule: Rule, confidence: float,
        said: ProgressStatement | None = None, scope: Scope = Scope.DIRECT,
    ) -> None:  # fmt: skip
        review = self.random.choice(_REVIEWS)
        author, date = ("A reviewer", "2024-09-01") if review is not Review.UNREVIEWED else (None, None)
        self.links.append(
            Link(
                subject, relation, object_, rule, confidence, scope, said.iri if said else None,
                "its words are like those of the other", review, author, date,
            )
        )  # fmt: skip
