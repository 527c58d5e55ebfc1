"""Two strategies side by side, in words and as rows for spreadsheets."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from graph.show.tables import Table, visible
from graph.show.words import shown, status_words, sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    Record = dict[str, Any]

_INDENT, _HANGING = "    ", 14
_COLUMNS = (
    "change",
    "pledge",
    "status",
    "older_pledge",
    "older_status",
    "figures",
    "confidence",
    "theme",
    "document",
    "line",
    "commitment",
    "older_commitment",
)


def comparison_table(compared: Record) -> Table:
    """One row for each pledge: those continued, then those reworded, dropped and new."""
    rows = [_pair_row(kind, pair) for kind in ("continued", "reworded") for pair in compared[kind]]
    rows += [_older_row(one) for one in compared["dropped"]]
    rows += [_newer_row("new", one) for one in compared["new"]]
    return Table.of(rows, _COLUMNS)


def comparison_text(compared: Record, width: int) -> str:
    """What became of each pledge, in words."""
    older, newer = compared["older"], compared["newer"]
    counts = ", ".join(f"{len(compared[kind])} {kind}" for kind in ("continued", "reworded", "dropped", "new"))
    head = f"{_title(older)}  →  {_title(newer)}"
    return "\n".join([textwrap.fill(head, width), counts, *_groups(compared, width)]) + "\n"


def _groups(compared: Record, width: int) -> Iterator[str]:
    for kind in ("continued", "reworded"):
        if compared[kind]:
            yield f"\n{kind.capitalize()}"
            for pair in compared[kind]:
                yield from _pair_lines(pair, width)
    for kind in ("dropped", "new"):
        if compared[kind]:
            yield f"\n{kind.capitalize()}"
            for one in compared[kind]:
                yield _wrapped("", f"{shown(one['text'])} ({_status(one)})", width)


def _pair_lines(pair: Record, width: int) -> Iterator[str]:
    newer, older = pair["newer"], pair["older"]
    yield _wrapped("", f"{shown(newer['text'])} ({_status(newer)})", width)
    sure = sureness(pair)
    if shown(older["text"]) == shown(newer["text"]):
        yield _wrapped("before", f"the same words ({_status(older)}; {sure})", width)
    else:
        yield _wrapped("before", f"{shown(older['text'])} ({_status(older)}; {sure})", width)
    for change in pair["changes"]:
        yield _wrapped("changed", _change(change), width)


def _change(change: Record) -> str:
    """ "target shrank: 40 carers → 30 carers"; what is said once only has no arrow."""
    said = [shown(change[side]) for side in ("from", "to") if change[side]]
    return f"{change['kind']}: {' → '.join(said)}"


def _wrapped(label: str, text: str, width: int) -> str:
    first = f"{_INDENT}{label:<10}" if label else "  "
    rest = " " * _HANGING if label else _INDENT
    return textwrap.fill(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _title(strategy: Record) -> str:
    years = "–".join(year[:4] for year in (strategy["start"], strategy["end"]) if year)
    title = shown(strategy["title"])
    return title if not years or all(year in title for year in years.split("–")) else f"{title} ({years})"


def _status(pledge: Record) -> str:
    return status_words(pledge["status"], None)


def _pair_row(kind: str, pair: Record) -> Record:
    older = pair["older"]
    return _newer_row(kind, pair["newer"]) | {
        "older_pledge": shown(older["text"]),
        "older_status": older["status"],
        "figures": [_change(change) for change in pair["changes"]],
        "confidence": pair["confidence"],
        "older_commitment": older["iri"],
    }


def _newer_row(kind: str, pledge: Record) -> Record:
    return {
        "change": kind,
        "pledge": shown(pledge["text"]),
        "status": pledge["status"],
        "theme": pledge["theme"],
        "document": pledge["document"],
        "line": pledge["line"],
        "commitment": pledge["iri"],
    }


def _older_row(pledge: Record) -> Record:
    return {
        "change": "dropped",
        "older_pledge": shown(pledge["text"]),
        "older_status": pledge["status"],
        "theme": pledge["theme"],
        "document": pledge["document"],
        "line": pledge["line"],
        "older_commitment": pledge["iri"],
    }
