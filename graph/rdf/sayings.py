"""What documents say: pledges with what stands beside them, statements of progress, results and aims.

Each stands in the graph of the document that says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph import vocabulary as v
from graph.rdf.quotes import quoted
from graph.terms import node, tell, text
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from graph.identifiers import Iri
    from graph.model import Commitment, Outcome, Particular, ProgressStatement

# What of a particular is a plain fact about the pledge. Owners and partners are claims: links say them.
_SHORT = {Role.TIMESCALE: "sl:timescale", Role.MEASURE: "sl:measure"}
STATED_AIM = "StatedAim"


def commitment_quads(commitment: Commitment) -> Iterator[Quad]:
    """A pledge, its number and strength, and what the document says beside it."""
    home = commitment.quote.document
    yield from tell(
        home,
        commitment.iri,
        ("rdf:type", NamedNode(v.SL + "Commitment")),
        ("sl:statedIn", NamedNode(commitment.strategy)),
        ("sl:theme", NamedNode(commitment.theme.iri)),
        ("sl:position", Literal(commitment.position)),
        ("sl:reference", text(commitment.reference)),
        ("sl:strength", NamedNode(v.SL + commitment.strength)),
    )
    yield from quoted(commitment.iri, commitment.quote)
    for particular in commitment.particulars:
        yield from particular_quads(commitment.iri, particular)


def particular_quads(commitment: Iri, particular: Particular) -> Iterator[Quad]:
    """What stands beside a pledge, verbatim; a timescale or a measure also in short, on the pledge itself."""
    home = particular.quote.document
    yield from tell(
        home,
        particular.iri,
        ("rdf:type", NamedNode(v.SL + "Particular")),
        ("sl:role", NamedNode(v.SL + particular.role)),
    )
    yield from quoted(particular.iri, particular.quote)
    yield from tell(home, commitment, ("sl:particular", NamedNode(particular.iri)))
    if particular.role in _SHORT:
        yield from tell(home, commitment, (_SHORT[particular.role], Literal(particular.quote.text)))


def statement_quads(statement: ProgressStatement) -> Iterator[Quad]:
    """A statement of progress, with the document's own word for the status, and the results that it reports."""
    yield from tell(
        statement.quote.document,
        statement.iri,
        ("rdf:type", NamedNode(v.SL + "ProgressStatement")),
        ("sl:theme", NamedNode(statement.theme.iri)),
        ("sl:position", Literal(statement.position)),
        ("sl:attestation", NamedNode(v.SL + statement.attestation)),
        ("sl:statedStatus", text(statement.word)),
    )
    yield from quoted(statement.iri, statement.quote)
    for outcome in statement.outcomes:
        yield from _outcome(outcome, outcome.attestation)


def aim_quads(strategy: Iri, aim: Outcome) -> Iterator[Quad]:
    """An aim that a strategy states. Whatever attests results, nobody attests an aim."""
    yield from _outcome(aim, STATED_AIM)
    yield from tell(aim.quote.document, strategy, ("sl:aims", NamedNode(aim.iri)))


def _outcome(outcome: Outcome, attestation: str) -> Iterator[Quad]:
    yield from tell(
        outcome.quote.document,
        outcome.iri,
        ("rdf:type", NamedNode(v.SL + "Outcome")),
        ("sl:attestation", NamedNode(v.SL + attestation)),
        ("sl:attestedBy", node(outcome.attested_by)),
    )
    yield from quoted(outcome.iri, outcome.quote)
