"""Words of a document with the places where they stand: `sl:text`, and Web Annotation selectors.

The selectors are those of https://www.w3.org/TR/annotation-model/#selectors, with addresses instead of blank nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph import vocabulary as v
from graph.terms import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from graph.identifiers import Iri
    from graph.model import Quote


def quoted(subject: Iri, quote: Quote) -> Iterator[Quad]:
    """What a document says in these words, in the graph of that document."""
    home = quote.document
    separator = "-" if "#" in subject else "#"
    position, exact = f"{subject}{separator}position", f"{subject}{separator}quote"
    yield from tell(
        home,
        subject,
        ("sl:text", Literal(quote.text)),
        ("sl:line", Literal(quote.line)),
        ("sl:page", None if quote.page is None else Literal(quote.page)),
        ("oa:hasSource", NamedNode(home)),
        ("oa:hasSelector", NamedNode(position)),
        ("oa:hasSelector", NamedNode(exact)),
    )
    yield from tell(
        home,
        position,
        ("rdf:type", NamedNode(v.OA + "TextPositionSelector")),
        ("oa:start", Literal(quote.start)),
        ("oa:end", Literal(quote.end)),
    )
    yield from tell(
        home,
        exact,
        ("rdf:type", NamedNode(v.OA + "TextQuoteSelector")),
        ("oa:exact", Literal(quote.text)),
    )
