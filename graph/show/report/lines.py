"""One pledge as a line of a report: its words, its status, who holds it, and what says so.

Records come without markup (`graph.show.readable`); their texts are never read as markup once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.readable import part_of
from graph.show.report.model import Line, Owner, Quotation
from graph.show.site.rendering import dated
from graph.show.tables import printable
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Record = Mapping[str, Any]

_BESIDE = {"timescale": "By when", "measure": "How it is measured"}


def line(number: int, record: Record, sources: Mapping[str, int]) -> Line:
    """The line of a record. `sources` are the numbers of the documents, by their file names."""
    status = record["status"]
    told = {(quote["document"], quote["start"]) for quote in record["evidence"]}
    reference = f"{record['reference']} " if record["reference"] else ""
    pledge = quotation(record["source"] | {"text": reference + record["text"]}, sources)
    return Line(
        number=number,
        pledge=pledge,
        beside=tuple((label, printable(record[key])) for key, label in _BESIDE.items() if record[key]),
        status=status["value"],
        stated=printable(status["stated"]) if status["stated"] else None,
        notes=tuple(_status_notes(record)),
        owners=tuple(_owner(owner, told, sources) for owner in record["owners"]),
        evidence=tuple(quotation(quote, sources, _evidence_notes(quote)) for quote in record["evidence"]),
    )


def quotation(quote: Record, sources: Mapping[str, int], notes: Iterable[str] = ()) -> Quotation:
    """A QUOTE (docs/records.md) as a report cites it."""
    numbers = [
        f"{unit}\N{NO-BREAK SPACE}{quote[key]}" for key, unit in (("page", "page"), ("line", "line")) if quote.get(key)
    ]
    return Quotation(printable(quote["text"]), sources.get(quote["document"]), ", ".join(numbers), tuple(notes))


def sureness(claim: Record) -> str | None:
    """How sure a link or a status is, in words, where a reader should know: it is accepted, or it is not sure."""
    if claim.get("review") == "accepted":
        return None
    highest, *others = words()["confidence"]
    if claim["confidence"] >= highest["from"]:
        return None
    return str(next(level["word"] for level in others if claim["confidence"] >= level["from"]))


def _status_notes(record: Record) -> Iterable[str]:
    status, look = record["status"], words()["statuses"][record["status"]["value"]]
    read = record["history"][-1]["document"] if record["history"] else None
    if status["value"] == "NotAssessed":
        yield str(look["though_read"] if read else look["aside"])
        return
    if status["as_of"]:
        yield f"as of {dated(status['as_of'])}"
    past: Record = next((one for one in reversed(record["history"]) if one["status"] == status["value"]), {})
    if unsure := sureness({"review": past.get("review"), **status}):
        yield unsure
    earlier = [one for one in record["history"][:-1] if one["status"] != status["value"]]
    for one in earlier:
        when = dated(one["as_of"]) if one["as_of"] else "undated"
        yield f"{when}: {words()['statuses'][one['status']]['word'].lower()}"


def _evidence_notes(quote: Record) -> Iterable[str]:
    if quote["scope"] != "direct":
        yield words()["scopes"][quote["scope"]]
    if quote["attestation"] == "ThirdParty":
        yield words()["attestations"]["ThirdParty"]
    if unsure := sureness(quote):
        yield unsure


def _owner(owner: Record, told: set[tuple[str, int]], sources: Mapping[str, int]) -> Owner:
    """An owner, and the words that name it where no evidence does."""
    cells = [quote for quote in owner["evidence"] if (quote["document"], quote["start"]) not in told]
    notes = [words()["scopes"][owner["scope"]]] if owner["scope"] != "direct" else []
    unsure = sureness(owner)
    return Owner(
        name=printable(owner["name"]),
        chain=printable("".join(lead + name for lead, name in part_of(owner)).lstrip(", ")),
        notes=(*notes, *([unsure] if unsure else [])),
        quotations=tuple(quotation(quote, sources) for quote in cells),
    )
