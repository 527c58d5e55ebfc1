"""Statements in the drawing: those that answer pledges, those that answer none, and the outcomes they report."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph.read.markup import plain
from graph.show.graphpage.sources import document_of
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.show.graphpage.drawing import Drawing


class Statements:
    """Adds statements to a drawing, and knows which theme each passage of a document belongs to."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._passages: dict[str, dict[int, int]] = defaultdict(dict)  # document -> offset -> theme
        self._texts: dict[int, str] = {}  # statement -> its words, with the document's markup
        self._starts: dict[str, list[int]] = {}  # document -> its offsets in order, when all passages are known

    def passage(self, quote: Mapping[str, Any], theme: int) -> None:
        """Say that a quote belongs to a theme."""
        self._passages[document_of(quote)][quote["start"]] = theme

    def add(self, quote: Mapping[str, Any], attestation: str, theme: int | None, note: str = "") -> int:
        """The node of a quote, one for each document and offset, in the band where it is first met."""
        drawing = self.drawing
        identity = statement_id(quote)
        found = drawing.number(identity)
        if found is not None:
            return found
        note = note or ("A third party says so" if attestation == "ThirdParty" else "")
        place = drawing.place(quote)
        found = drawing.node(
            identity, "ProgressStatement", plain(quote["text"]), note=note, attestation=attestation, band=theme, **place
        )
        self._texts[found] = quote["text"]
        drawing.bands[theme].append(found)
        if theme is not None:
            self.passage(quote, theme)
        return found

    def add_unanswering(self, record: Mapping[str, Any]) -> None:
        """Add a statement that answers no pledge, in the band of the passage it follows in its document."""
        theme = self.theme_before(record["quote"])
        statement = self.add(record["quote"], record["attestation"], theme, "Answers no pledge")
        for outcome in record["outcomes"]:
            self.outcome(statement, outcome)

    def theme_before(self, quote: Mapping[str, Any]) -> int | None:
        """The theme of the last passage before a quote that is known by now."""
        document = document_of(quote)
        if document not in self._starts:
            self._starts[document] = sorted(self._passages.get(document, ()))
        before = bisect_right(self._starts[document], quote["start"])
        return self._passages[document][self._starts[document][before - 1]] if before else None

    def outcome(self, source: int, outcome: Mapping[str, Any]) -> None:
        """Add an outcome beside what reports it."""
        by = outcome.get("attested_by")
        note = f"Says {by}" if by else "The body says so itself"
        result = self.drawing.node(
            outcome["iri"], "Outcome", plain(outcome["text"]), note=note, by=by and printable(by)
        )
        self.drawing.beside(source, result, "reports")

    def drawn(self, quote: Mapping[str, Any]) -> int | dict[str, int]:
        """A quote as an edge names it: the number of its statement, or {"quote": number} where it is none."""
        found = self.drawing.number(statement_id(quote))
        if found is not None and self._texts[found] == quote["text"]:
            return found
        return {"quote": self.drawing.quote(quote)}


def statement_id(quote: Mapping[str, Any]) -> str:
    """The id of a statement's node: its IRI, or its document and its offset there."""
    return str(quote.get("iri") or f"statement:{document_of(quote)}:{quote['start']}")
