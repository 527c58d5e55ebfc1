"""Triples that the server says of itself and of its data, made from prefixed names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Literal

    Term = NamedNode | Literal

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
FOAF = "http://xmlns.com/foaf/0.1/"
SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
PREFIXES = v.PREFIXES | {"void": VOID, "dcat": DCAT, "foaf": FOAF, "sd": SD}


class Saying:
    """Triples about things of one document, made from prefixed names."""

    def __init__(self, document: str) -> None:
        self.document = document

    def iri(self, part: str) -> NamedNode:
        """The hash IRI of a part of the document."""
        return NamedNode(f"{self.document}#{part}")

    def say(self, subject: NamedNode, *pairs: tuple[str, Term | None]) -> Iterator[Triple]:
        """Triples of one subject; what is None is not said."""
        for name, value in pairs:
            if value is not None:
                yield Triple(subject, NamedNode(v.expand(name, PREFIXES)), value)
