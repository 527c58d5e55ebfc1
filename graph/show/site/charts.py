"""Counts by status as bars: what `charts.html.j2` draws, and the same figures for the table beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.site.cells import number_cell, thing_cell
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.show.site.links import Links

Record = dict[str, Any]


def chart(title: str, what: str, counted: Iterable[Mapping[str, Any]], links: Links) -> Record:
    """Bars of `{"iri", "text", "statuses"}`, perhaps with a `note`; `what` is what its rows are called.

    The longest bar is as long as there is room; the others are in proportion.
    """
    rows = list(counted)
    most = max((sum(one["statuses"].values()) for one in rows), default=1)
    known = [status for status in words()["statuses"] if any(one["statuses"].get(status) for one in rows)]
    return {
        "title": title,
        "what": what,
        "statuses": known,
        "rows": [
            thing_cell(one["iri"], one["text"], links)
            | {
                "note": one.get("note"),
                "total": sum(one["statuses"].values()),
                "parts": parts(one["statuses"], most),
            }
            for one in rows
        ],
        "table": [
            [
                thing_cell(one["iri"], one["text"], links),
                number_cell(sum(one["statuses"].values())),
                *(number_cell(one["statuses"].get(status, 0)) for status in known),
            ]
            for one in rows
        ],
    }


def parts(statuses: Mapping[str, int], most: int) -> list[Record]:
    """`{"status", "count", "start", "width"}` of each part of a bar, in hundredths of the longest bar.

    >>> parts({"Achieved": 1, "NotReported": 2}, 4)[1]
    {'status': 'NotReported', 'count': 2, 'start': '25.00', 'width': '50.00'}
    """
    found: list[Record] = []
    before = 0
    for status, count in statuses.items():
        start, width = 100 * before / most, 100 * count / most
        found.append({"status": status, "count": count, "start": f"{start:.2f}", "width": f"{width:.2f}"})
        before += count
    return found
