"""The words of the design as frozen dataclasses.

Nothing here reads, links or stores. Every IRI is absolute. Every `Quote` holds the exact characters
of its document at its offsets, counted in Unicode code points of the decoded text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.values import Attestation, Review, Scope, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.blocks import Block
    from graph.identifiers import Iri
    from graph.values import Kind, Relation, Role, Rule, Status


@dataclass(frozen=True, slots=True)
class Body:
    """A public body. `base` ends in a slash; all its IRIs start with it."""

    iri: Iri
    name: str
    base: str


@dataclass(frozen=True, slots=True)
class Strategy:
    """A plan with a period. `start` and `end` are xsd:gYear or xsd:date values, or None where not known."""

    iri: Iri
    title: str
    start: str | None = None
    end: str | None = None
    replaces: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text that states pledges, reports on them, or both, with its whole decoded text."""

    iri: Iri
    file_name: str
    title: str
    text: str
    sha256: str
    publisher: str | None = None
    date: str | None = None
    kind: str = "document"
    source: str | None = None
    terms: str | None = None
    states: Iri | None = None  # the strategy whose pledges it states
    reports_on: Iri | None = None  # the strategy whose pledges it reports on
    blocks: tuple[Block, ...] = ()  # as its format divides it; empty for plain text
    pages: tuple[int, ...] = ()  # where its pages start


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact characters of a document: `document.text[start:end] == text`. Lines count from 1."""

    document: Iri
    text: str
    start: int
    end: int
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of a strategy. `path` runs from the widest heading to this one."""

    iri: Iri
    path: tuple[str, ...]
    strategy: Iri
    broader: Iri | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A programme, organisation, model or place that a text may name, by any of its labels."""

    iri: Iri
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    part_of: tuple[Iri, ...] = ()
    inspects: bool = False  # an organisation whose word on others counts as a third party's


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text, with its offsets within that text."""

    name: Iri
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Particular:
    """What a document says beside a pledge, verbatim: who owns it, who takes part, by when, how it is measured."""

    iri: Iri
    role: Role
    quote: Quote
    names: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """One pledge, verbatim. `reference` is its number or that of its paragraph, as the document writes it."""

    iri: Iri
    quote: Quote
    strategy: Iri
    theme: Theme
    position: int
    reference: str = ""
    strength: Strength = Strength.FIRM
    particulars: tuple[Particular, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result that a statement reports, verbatim."""

    iri: Iri
    quote: Quote
    attestation: Attestation
    attested_by: Iri | None = None


@dataclass(frozen=True, slots=True)
class ProgressStatement:
    """One reported statement about pledges, verbatim, and what its own words say.

    `scope` is what the wording claims; `stated` is the status its words report, None where they report none.
    `owners` are the programmes that it says hold the work; `excepted` are the words by which a blanket statement
    leaves something out, and `said_of_excepted` is the status that it reports of that. `word` is the status in the
    document's own word ("DONE", "Amber"), where it has one; `answers` are the pledges that the layout pairs it with.
    """

    iri: Iri
    quote: Quote
    theme: Theme
    position: int
    scope: Scope
    stated: Status | None
    owners: tuple[Iri, ...] = ()
    excepted: str = ""
    said_of_excepted: Status | None = None
    outcomes: tuple[Outcome, ...] = ()
    attestation: Attestation = Attestation.SELF_REPORTED
    word: str = ""
    answers: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The pledges under one heading and the statements that report on them."""

    theme: Theme
    commitments: tuple[Commitment, ...]
    statements: tuple[ProgressStatement, ...]
    aims: tuple[Outcome, ...] = ()  # what the strategy says it is for

    @property
    def quotes(self) -> Iterator[Quote]:
        """The words of its pledges, then those of its statements."""
        yield from (one.quote for one in self.commitments)
        yield from (one.quote for one in self.statements)


@dataclass(frozen=True, slots=True)
class Link:
    """One claim that joins two things. `statement` is where the text says it, None where only a person does."""

    subject: Iri
    relation: Relation
    object: Iri
    rule: Rule
    confidence: float
    scope: Scope = Scope.DIRECT
    statement: Iri | None = None
    explanation: str = ""
    review: Review = Review.UNREVIEWED
    author: str | None = None
    date: str | None = None
    comment: str = ""  # why a person decided so

    @property
    def key(self) -> tuple[str, str, str]:
        """Subject, relation and object: what the claim says, whoever makes it."""
        return (self.subject, self.relation, self.object)


@dataclass(frozen=True, slots=True)
class DecisionSet:
    """What the file of a body's decisions says of itself: who decided, and how. Empty where it says nothing."""

    title: str = ""
    description: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The status of one commitment as of one document, and the links it rests on."""

    commitment: Iri
    status: Status
    as_of: str
    confidence: float
    document: Iri | None = None
    basis: tuple[Link, ...] = ()
    review: Review = Review.UNREVIEWED
    decided: bool = False  # follows from people's decisions, not from the rules alone
    stated: str = ""  # the status in the document's own word
    author: str | None = None  # of the decision that it follows


@dataclass(frozen=True, slots=True)
class Graph:
    """All that is known of one body: what was read, and what was linked. Findings are sentences for its people."""

    body: Body
    strategies: tuple[Strategy, ...]
    documents: tuple[Document, ...]
    names: tuple[Name, ...]
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    findings: tuple[str, ...] = ()
    completely_read: frozenset[Iri] = frozenset()  # documents whose every link the decisions hold
    decisions: DecisionSet | None = None  # that were applied

    @property
    def commitments(self) -> Iterator[Commitment]:
        """The commitments of all sections, in reading order."""
        return (one for section in self.sections for one in section.commitments)

    @property
    def statements(self) -> Iterator[ProgressStatement]:
        """The progress statements of all sections, in reading order."""
        return (one for section in self.sections for one in section.statements)
