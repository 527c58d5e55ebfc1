"""From the outline of a document to its sections: commitments and progress statements, with their addresses."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from graph.extract.names.holders import holders
from graph.extract.outcomes import results
from graph.extract.owners import owners
from graph.extract.statements import Saying, reported, sayings
from graph.identifiers import Iri, mint, mint_from_text, whole_slug
from graph.model import Commitment, Outcome, Particular, ProgressStatement, Quote, Section, Theme
from graph.read.lines import Lines
from graph.read.markup import masked, plain
from graph.values import Attestation, Role, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.items import RawAnswer, RawPledge, RawSection
    from graph.extract.names.mentions import Names
    from graph.model import Document


def extract(document: Document, outline: Sequence[RawSection], names: Names) -> tuple[Section, ...]:
    """The sections of a document that states a strategy's pledges or reports on them, given its outline."""
    strategy = document.states or document.reports_on
    return tuple(_Extraction(document, strategy, names).sections(outline)) if strategy else ()


class _Extraction:
    """One document being read: counts positions, and tells equal texts under one heading apart."""

    def __init__(self, document: Document, strategy: Iri, names: Names) -> None:
        self.document = document
        self.strategy = strategy
        self.names = names
        self.seen = masked(document.text)
        self.lines = Lines(document.text)
        self.positions: Counter[str] = Counter()
        self.minted: Counter[Iri] = Counter()

    def sections(self, outline: Sequence[RawSection]) -> Iterator[Section]:
        for raw in outline:
            theme = self.theme(raw)
            commitments = tuple(self.commitment(pledge, theme) for pledge in raw.pledges)
            answers = (statement for one in raw.progress for statement in self.statements(one, theme, commitments))
            yield Section(theme, commitments, tuple(answers), tuple(self.aim(span, theme) for span in raw.aims))

    def theme(self, raw: RawSection) -> Theme:
        path = tuple(filter(None, map(plain, raw.heading))) or (self.document.title,)

        def address(length: int) -> Iri:
            return mint(self.strategy + "/theme/", "/".join(map(whole_slug, path[:length])))

        return Theme(address(len(path)), path, self.strategy, address(len(path) - 1) if len(path) > 1 else None)

    def commitment(self, pledge: RawPledge, theme: Theme) -> Commitment:
        iri = self.address(self.strategy + "/commitment/", pledge.span.text, theme)
        return Commitment(
            iri=iri,
            quote=self.quote(pledge.span.start, pledge.span.end),
            strategy=self.strategy,
            theme=theme,
            position=self.position("commitment"),
            reference=pledge.reference,
            strength=pledge.strength,
            particulars=tuple(self.particulars(iri, pledge)),
        )

    def particulars(self, commitment: Iri, pledge: RawPledge) -> Iterator[Particular]:
        seen: Counter[Role] = Counter()
        for role, span in pledge.beside:
            seen[role] += 1
            named = holders(span.text, self.names) if role in (Role.OWNER, Role.PARTNER) else ()
            number = f"-{seen[role]}" if seen[role] > 1 else ""
            address = Iri(f"{commitment}#{role.lower()}{number}")
            yield Particular(address, role, self.quote(span.start, span.end), named)

    def statements(
        self, answer: RawAnswer, theme: Theme, commitments: Sequence[Commitment]
    ) -> Iterator[ProgressStatement]:
        answered = tuple(commitments[number] for number in answer.answers)
        for saying in self.sayings(answer):
            yield self.statement(answer, saying, theme, answered)

    def sayings(self, answer: RawAnswer) -> list[Saying]:
        """What an answer says: all of it at once where the document gives it a status word."""
        text = answer.span.text
        if answer.status is None:
            return sayings(text, self.names)
        status = answer.status.status
        if status is Status.NOT_ASSESSED:  # agreeing is not delivering, but what follows may report something
            status = reported(text.removeprefix(answer.status.word)) or status
        return [Saying(0, len(text), Scope.DIRECT, status, owners(text, self.names))]

    def statement(
        self, answer: RawAnswer, saying: Saying, theme: Theme, answered: Sequence[Commitment]
    ) -> ProgressStatement:
        start, end = answer.span.start + saying.start, answer.span.start + saying.end
        promised = saying.stated is Status.NOT_ASSESSED  # a reply that only agrees has no results
        outcomes = () if promised else tuple(self.outcomes(start, end, theme))
        third_party = any(one.attestation is Attestation.THIRD_PARTY for one in outcomes)
        beside = tuple(
            one.quote.text for one in answered[:1]
        )  # tells "Done" beside one pledge from "Done" beside another
        return ProgressStatement(
            iri=self.address(self.document.iri + "/statement/", self.seen[start:end], theme, *beside),
            quote=self.quote(start, end),
            theme=theme,
            position=self.position("statement"),
            scope=Scope.DIRECT if answered else saying.scope,
            stated=saying.stated,
            owners=saying.owners,
            excepted=saying.excepted,
            said_of_excepted=saying.said_of_excepted,
            outcomes=outcomes,
            attestation=Attestation.THIRD_PARTY if third_party else Attestation.SELF_REPORTED,
            word=answer.status.word if answer.status else "",
            answers=tuple(one.iri for one in answered),
        )

    def outcomes(self, start: int, end: int, theme: Theme) -> Iterator[Outcome]:
        for result in results(self.seen[start:end], self.names):
            quote = self.quote(start + result.start, start + result.end)
            address = self.address(self.document.iri + "/outcome/", quote.text, theme)
            yield Outcome(address, quote, result.attestation, result.attested_by)

    def aim(self, span: Span, theme: Theme) -> Outcome:
        address = self.address(self.strategy + "/aim/", span.text, theme)
        return Outcome(address, self.quote(span.start, span.end), Attestation.SELF_REPORTED)

    def quote(self, start: int, end: int) -> Quote:
        text, pages = self.document.text, self.document.pages
        page = bisect_right(pages, start) if pages else None
        return Quote(self.document.iri, text[start:end], start, end, self.lines.number(start), page)

    def position(self, kind: str) -> int:
        self.positions[kind] += 1
        return self.positions[kind]

    def address(self, below: str, text: str, theme: Theme, *beside: str) -> Iri:
        """The same words twice under one heading are told apart by their order, which nothing else depends on."""
        address = mint_from_text(below, text, *theme.path, *beside)
        self.minted[address] += 1
        return address if self.minted[address] == 1 else mint(address + "-", str(self.minted[address]))
