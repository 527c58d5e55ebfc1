"""Quads and their terms, from the model's plain values. A value that is None says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATATYPE_BY_LENGTH = {4: v.XSD + "gYear", 7: v.XSD + "gYearMonth", 10: v.XSD + "date"}


def say(graph: str, subject: str, *pairs: tuple[str, NamedNode | Literal | None]) -> Iterator[Quad]:
    """Quads of one subject in one graph, from prefixed predicates and their objects."""
    name, start = NamedNode(graph), NamedNode(subject)
    for predicate, value in pairs:
        if value is not None:
            yield Quad(start, NamedNode(v.expand(predicate)), value, name)


def tell(graph: str, subject: str, *pairs: tuple[str, NamedNode | Literal | None]) -> Iterator[Quad]:
    """The same, said in the default graph too, for those who name no graph."""
    for quad in say(graph, subject, *pairs):
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())


def node(iri: str | None) -> NamedNode | None:
    """An IRI."""
    return NamedNode(iri) if iri else None


def text(value: str | None) -> Literal | None:
    """A plain string; an empty one says nothing."""
    return Literal(value) if value else None


def date(value: str | None) -> Literal | None:
    """A year, a month or a day, by the length of its ISO 8601 form."""
    if not value:
        return None
    return Literal(value, datatype=NamedNode(_DATATYPE_BY_LENGTH[len(value)]))


def decimal(value: float) -> Literal:
    """An xsd:decimal of two digits at the most."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=NamedNode(v.XSD + "decimal"))
