"""One pledge as a line of a report: its words, its status, who holds it, and what says so.

Records come without markup (`graph.show.readable`); their texts are never read as markup once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.readable import numbered, part_of
from graph.show.report.model import Line, Owner, Quotation
from graph.show.tables import printable
from graph.show.wording import dated
from graph.show.words import confidence_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Record = Mapping[str, Any]

_BESIDE = {"timescale": "By when", "measure": "How it is measured"}


def line(number: int, record: Record, sources: Mapping[str, int], page: str | None = None) -> Line:
    """The line of a record. `sources` are the numbers of the documents by their addresses, `page` its own address."""
    status = record["status"]
    told = {(quote["source"], quote["start"]) for quote in record["evidence"]}
    pledge = quotation(record["source"] | {"text": numbered(record)}, sources)
    return Line(
        number=number,
        pledge=pledge,
        beside=tuple((label, printable(record[key])) for key, label in _BESIDE.items() if record[key]),
        status=status["value"],
        stated=printable(status["stated"]) if status["stated"] else None,
        notes=tuple(_status_notes(record)),
        owners=tuple(_owner(owner, told, sources) for owner in record["owners"]),
        evidence=tuple(quotation(quote, sources, _evidence_notes(quote)) for quote in record["evidence"]),
        is_unread=status["value"] == "NotAssessed" and not _is_read(record) and not record["evidence"],
        page=page,
    )


def _is_read(record: Record) -> bool:
    """Whether a document was read that reports on the strategy of a pledge."""
    return bool(record["history"] and record["history"][-1]["document"])


def quotation(quote: Record, sources: Mapping[str, int], notes: Iterable[str] = ()) -> Quotation:
    """A QUOTE (docs/records.md) as a report cites it."""
    numbers = [
        f"{unit}\N{NO-BREAK SPACE}{quote[key]}" for key, unit in (("page", "page"), ("line", "line")) if quote.get(key)
    ]
    return Quotation(printable(quote["text"]), sources.get(quote["source"]), ", ".join(numbers), tuple(notes))


def sureness(claim: Record) -> str | None:
    """How sure a link or a status is, in words, where a reader should know: it is accepted, or it is not sure."""
    if claim.get("review") == "accepted":
        return None
    surest, *_ = words()["confidence"]
    return None if claim["confidence"] >= surest["from"] else confidence_words(claim["confidence"])


def _status_notes(record: Record) -> Iterable[str]:
    status, look = record["status"], words()["statuses"][record["status"]["value"]]
    if status["value"] == "NotAssessed":
        yield str(look["though_read"] if _is_read(record) else look["aside"])
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
    cells = [quote for quote in owner["evidence"] if (quote["source"], quote["start"]) not in told]
    notes = [words()["scopes"][owner["scope"]]] if owner["scope"] != "direct" else []
    unsure = sureness(owner)
    return Owner(
        name=printable(owner["name"]),
        chain=printable("".join(lead + name for lead, name in part_of(owner)).lstrip(", ")),
        notes=(*notes, *([unsure] if unsure else [])),
        quotations=tuple(quotation(quote, sources) for quote in cells),
    )
