"""What became of a pledge, told in words, with the quotes that say so: the answer of `where`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from graph.show.readable import numbered, part_of
from graph.show.tables import visible
from graph.show.words import attested, confidence_words, place, review_told, shown, status_words, sureness, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Record = dict[str, Any]

_LABEL = 10  # the width of the first column


def where_text(matches: Sequence[Record], width: int, sets: Sequence[Record] = ()) -> str:
    """What became of each match, in words, with the quotes that say so.

    `sets` are the files of decisions (`graph.ask.reviewing`): where a match was reviewed, they say at the end by whom.
    """
    told = "\n".join(_one_match(record, width) for record in matches)
    reviewed = sets and any(is_reviewed(record) for record in matches)
    return told + ("\n" + "\n".join(_wrapped(one, "", width) for one in review_told(sets)) + "\n" if reviewed else "")


def is_reviewed(record: Record) -> bool:
    """Whether a claim of a record or its status was accepted in review."""
    return any(one["review"] == "accepted" for one in (*record["owners"], *record["evidence"], *record["history"]))


def _one_match(record: Record, width: int) -> str:
    lines = [_wrapped(shown(numbered(record)), "", width)]
    lines += [_wrapped(f"{label:<{_LABEL}}{said}", "  ", width) for label, said in _told(record)]
    return "\n".join(lines) + "\n"


def _told(record: Record) -> Iterator[tuple[str, str]]:
    yield "status", _status(record)
    if len(record["history"]) > 1:
        for past in record["history"]:
            yield "history", _past(past)
    for owner in record["owners"]:
        yield "owner", _owner(owner, record["evidence"])
    for key in ("timescale", "measure"):
        if record[key]:
            yield key, f"“{shown(record[key])}”"
    for quote in record["evidence"]:
        how = f"{place(quote)}; {words()['scopes'][quote['scope']]}; {sureness(quote)}"
        yield "evidence", f"“{shown(quote['text'])}” ({how})"
    if record["partners"]:
        yield "partners", ", ".join(one["name"] for one in record["partners"])
    for outcome in record["outcomes"]:
        yield "outcome", f"“{shown(outcome['text'])}” ({attested(outcome['attested_by'])})"
    for other in record["lineage"]:
        relation = words()["lineage"][other["relation"]]
        how = f"{other['strategy']}; {confidence_words(other['confidence'])}"
        yield "lineage", f"{relation} “{shown(other['text'])}” ({how})"
    strength = words()["strengths"].get(record["strength"] or "")
    yield "pledged", f"{record['strategy']['title']} ({place(record['source'])}{'; ' if strength else ''}{strength})"
    yield "theme", " – ".join(record["theme"])


def _status(record: Record) -> str:
    status, look = record["status"], words()["statuses"][record["status"]["value"]]
    read = record["history"][-1]["document"] if record["history"] else None
    aside = (look.get("though_read") if read else None) or look.get("aside")
    as_of = f", as of {status['as_of']}" if status["as_of"] else ""
    sure = status_sureness(record)
    told = status_words(status["value"], status["stated"]) + (f": {aside}" if aside else "") + as_of
    return told + (f" ({sure})" if sure else "")


def status_sureness(record: Record) -> str:
    """How sure the status of a pledge is, and whether it was reviewed; empty where nothing was read to tell it from."""
    status = record["status"]
    reviews = [past["review"] for past in record["history"] if past["status"] == status["value"]]
    return sureness({**status, "review": reviews[-1]}) if status["value"] != "NotAssessed" else ""


def _past(past: Record) -> str:
    source = f" ({past['document']})" if past["document"] else ""
    return f"{past['as_of'] or 'undated'}: {status_words(past['status'], past['stated'])}{source}"


def _owner(owner: Record, evidence: Sequence[Record]) -> str:
    """An owner, and the cell that names it where no statement does that is told of as evidence anyway."""
    told = {(quote["document"], quote["start"]) for quote in evidence}
    cells = [quote for quote in owner["evidence"] if (quote["document"], quote["start"]) not in told]
    beside = "".join(f"; “{shown(quote['text'])}”, {place(quote)}" for quote in cells)
    chain = "".join(lead + name for lead, name in part_of(owner))
    return f"{owner['name']}{chain} ({sureness(owner)}{beside})"


def _wrapped(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent + " " * _LABEL if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
