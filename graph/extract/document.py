"""A whole document: from its text to sections of commitments and progress statements, with their addresses."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from graph.extract.layout import RawSection, is_label, known_labels, sections
from graph.extract.outcomes import results
from graph.extract.statements import Saying, sayings
from graph.identifiers import Iri, mint, mint_from_text, whole_slug
from graph.model import Commitment, Outcome, ProgressStatement, Quote, Section, Theme
from graph.read.blocks import Block, blocks
from graph.read.lines import Lines
from graph.values import Attestation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extract.mentions import Names
    from graph.model import Document


def extract(document: Document, names: Names, labels: Mapping[str, Sequence[str]]) -> tuple[Section, ...]:
    """The sections of a document that states a strategy's pledges; empty where no known layout is found."""
    if document.states is None:
        return ()
    return tuple(_Extraction(document, document.states, names).sections(labels))


class _Extraction:
    """One document being read: counts positions, and tells equal texts under one heading apart."""

    def __init__(self, document: Document, strategy: Iri, names: Names) -> None:
        self.document = document
        self.strategy = strategy
        self.names = names
        self.lines = Lines(document.text)
        self.positions: Counter[str] = Counter()
        self.minted: Counter[Iri] = Counter()

    def sections(self, labels: Mapping[str, Sequence[str]]) -> Iterator[Section]:
        known = known_labels(labels)
        for raw in sections(blocks(self.document.text, partial(is_label, known)), known):
            theme = self.theme(raw)
            yield Section(
                theme,
                tuple(self.commitment(block, theme) for block in raw.pledges),
                tuple(statement for block in raw.progress for statement in self.statements(block, theme)),
            )

    def theme(self, raw: RawSection) -> Theme:
        path = raw.heading or (self.document.title,)

        def address(length: int) -> Iri:
            return mint(self.strategy + "/theme/", "/".join(map(whole_slug, path[:length])))

        return Theme(address(len(path)), path, self.strategy, address(len(path) - 1) if len(path) > 1 else None)

    def commitment(self, block: Block, theme: Theme) -> Commitment:
        return Commitment(
            iri=self.address(self.strategy + "/commitment/", block.text, theme),
            quote=self.quote(block.start, block.end),
            strategy=self.strategy,
            theme=theme,
            position=self.position("commitment"),
        )

    def statements(self, block: Block, theme: Theme) -> Iterator[ProgressStatement]:
        for saying in sayings(block.text, self.names):
            yield self.statement(block, saying, theme)

    def statement(self, block: Block, saying: Saying, theme: Theme) -> ProgressStatement:
        start, end = block.start + saying.start, block.start + saying.end
        outcomes = tuple(self.outcomes(start, end, theme))
        third_party = any(one.attestation is Attestation.THIRD_PARTY for one in outcomes)
        return ProgressStatement(
            iri=self.address(self.document.iri + "/statement/", self.document.text[start:end], theme),
            quote=self.quote(start, end),
            theme=theme,
            position=self.position("statement"),
            scope=saying.scope,
            stated=saying.stated,
            owners=saying.owners,
            excepted=saying.excepted,
            said_of_excepted=saying.said_of_excepted,
            outcomes=outcomes,
            attestation=Attestation.THIRD_PARTY if third_party else Attestation.SELF_REPORTED,
        )

    def outcomes(self, start: int, end: int, theme: Theme) -> Iterator[Outcome]:
        for result in results(self.document.text[start:end], self.names):
            quote = self.quote(start + result.start, start + result.end)
            address = self.address(self.document.iri + "/outcome/", quote.text, theme)
            yield Outcome(address, quote, result.attestation, result.attested_by)

    def quote(self, start: int, end: int) -> Quote:
        text = self.document.text
        return Quote(self.document.iri, text[start:end], start, end, self.lines.number(start))

    def position(self, kind: str) -> int:
        self.positions[kind] += 1
        return self.positions[kind]

    def address(self, below: str, text: str, theme: Theme) -> Iri:
        """The same words twice under one heading are told apart by their order, which nothing else depends on."""
        address = mint_from_text(below, text, *theme.path)
        self.minted[address] += 1
        return address if self.minted[address] == 1 else mint(address + "-", str(self.minted[address]))
