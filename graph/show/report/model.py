"""A report as data: what it says, in order, before it is a page or a Word document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """A document's words, the number of that document in the list of sources, where they stand, and what is to know."""

    text: str
    source: int | None
    place: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a pledge: the name, what it is part of in words, and what is to know."""

    name: str
    chain: str
    notes: tuple[str, ...]
    quotations: tuple[Quotation, ...]  # what names it, where that is not told as evidence anyway


@dataclass(frozen=True, slots=True)
class Line:
    """One pledge, numbered from 1 through the whole report."""

    number: int
    pledge: Quotation
    beside: tuple[tuple[str, str], ...]  # what the document says beside it: a label, and its words
    status: str
    stated: str | None
    notes: tuple[str, ...]
    owners: tuple[Owner, ...]
    evidence: tuple[Quotation, ...]
    is_unread: bool = False  # whether no document was read that reports on its strategy
    page: str | None = None  # the address of its page, where a site was named


@dataclass(frozen=True, slots=True)
class Theme:
    """The pledges under one heading; `path` is that heading after those it stands under."""

    path: str
    anchor: str
    lines: tuple[Line, ...]

    @property
    def told(self) -> tuple[Line, ...]:
        """Those that there is something to tell of."""
        return tuple(one for one in self.lines if not one.is_unread)

    @property
    def unread(self) -> tuple[Line, ...]:
        """Those of which a reader knows no more than that they were promised."""
        return tuple(one for one in self.lines if one.is_unread)


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy, what was read of it, how it stands in one sentence, and its pledges by theme."""

    title: str
    anchor: str
    lead: tuple[str, ...]
    statuses: tuple[tuple[str, int], ...]
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth asking about: the pledges that it is true of, or statements."""

    key: str
    anchor: str
    title: str
    means: str
    ask: str
    lines: tuple[Line, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A programme or organisation, what it is part of, and its pledges by status, with those of its parts."""

    name: str
    part_of: tuple[str, ...]
    own: int
    pledges: int
    statuses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, numbered from 1. None where nothing is said."""

    number: int
    title: str
    publisher: str | None
    issued: str | None
    rights: str | None
    origin: str | None
    file: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a heading, of level 1 or 2, and how many pledges or statements stand under it, if any."""

    level: int
    text: str
    anchor: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole: findings first."""

    title: str
    lead: tuple[str, ...]
    statuses: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    holders: tuple[Holder, ...]
    strategies: tuple[Strategy, ...]
    sources: tuple[Source, ...]
    numbers: str  # what the numbers of the pledges are, and how to find one elsewhere
    reviewed: tuple[str, ...] = ()  # who reviewed the links, and how; empty where nobody did
