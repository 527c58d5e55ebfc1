"""Sections made by hand: pledges and statements from their words alone."""

from __future__ import annotations

from graph.extract.names.mentions import Names
from graph.extract.statements import sayings
from graph.identifiers import Iri, fingerprint, iri
from graph.link.words import rarity, words
from graph.model import Commitment, Document, Link, Name, ProgressStatement, Quote, Section, Theme
from graph.values import Kind, Relation, Rule, Scope, Status

BASE = "https://example.org/coast/"
STRATEGY = iri(BASE + "plan")
REVIEW = Document(
    iri=iri(BASE + "review"),
    file_name="review.txt",
    title="The Review",
    text="",
    sha256="",
    date="2024",
    states=STRATEGY,
    reports_on=STRATEGY,
)


def name(identifier: str, label: str, *aliases: str, kind: Kind = Kind.PROGRAMME, part_of: str = "") -> Name:
    parents = (iri(BASE + part_of),) if part_of else ()
    return Name(iri(BASE + identifier), kind, label, aliases, parents, inspects="Inspectorate" in label)


NAMES = Names.of(
    [
        name("coast", "Coast Plan"),
        name("ferry", "Ferry Programme", part_of="coast"),
        name("depot", "Depot Project"),
        name("board", "Harbour Board", "HB", kind=Kind.ORGANISATION),
        name("inspectorate", "Care Inspectorate", kind=Kind.ORGANISATION),
        name("breaks", "Short breaks strategy", "short breaks strategy"),
        name("mockingbird", "Mockingbird", "Mockingbird model", kind=Kind.MODEL),
    ]
)


def pledge(text: str, theme: str = "homes") -> Commitment:
    return Commitment(_address("commitment", theme, text), _quote(text), STRATEGY, _theme(theme), 1)


def statement(text: str, theme: str = "homes") -> ProgressStatement:
    """What the first stretch of a bullet says, as the extraction reads it."""
    said = sayings(text, NAMES)[0]
    return ProgressStatement(
        iri=_address("statement", theme, text),
        quote=_quote(text),
        theme=_theme(theme),
        position=1,
        scope=said.scope,
        stated=said.stated,
        owners=said.owners,
        excepted=said.excepted,
        said_of_excepted=said.said_of_excepted,
    )


def plain(identifier: str, scope: Scope, stated: Status | None = None, excepted: str = "") -> ProgressStatement:
    """A statement whose words do not matter."""
    quote = _quote(identifier)
    return ProgressStatement(iri(BASE + identifier), quote, _theme("homes"), 1, scope, stated, excepted=excepted)


def section(pledges: list[str], statements: list[str], theme: str = "homes") -> Section:
    return Section(
        _theme(theme),
        tuple(pledge(text, theme) for text in pledges),
        tuple(statement(text, theme) for text in statements),
    )


def evidence(subject: Iri, target: Iri, scope: Scope = Scope.DIRECT, confidence: float = 0.9) -> Link:
    return Link(subject, Relation.EVIDENCED_BY, target, Rule.WORDING, confidence, scope, target)


def weights(*texts: str) -> dict[str, float]:
    return dict(rarity(words(text, NAMES) for text in texts))


def _theme(identifier: str) -> Theme:
    return Theme(iri(f"{STRATEGY}/theme/{identifier}"), (identifier,), STRATEGY)


def _address(kind: str, theme: str, text: str) -> Iri:
    return iri(f"{BASE}{kind}/{fingerprint(theme, text)}")


def _quote(text: str) -> Quote:
    return Quote(REVIEW.iri, text, 0, len(text), 1)
