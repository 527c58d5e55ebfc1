"""A comparison in words and as rows."""

from __future__ import annotations

import csv
import io
from typing import Any

from graph.show.comparison import comparison_table, comparison_text
from graph.show.tables import Format, render


def pledge(text: str, status: str = "InProgress") -> dict[str, Any]:
    iri = f"https://example.org/{len(text)}"
    return {"iri": iri, "text": text, "theme": "Homes", "status": status, "document": "plan.txt", "line": 4}


def pair(
    older: str, newer: str, *changes: tuple[str, str | None, str | None], review: str = "unreviewed"
) -> dict[str, Any]:
    return {
        "older": pledge(older, "Achieved"),
        "newer": pledge(newer),
        "confidence": 0.85,
        "review": review,
        "explanation": "shared words: homes",
        "changes": [{"kind": kind, "from": before, "to": after} for kind, before, after in changes],
    }


COMPARED = {
    "older": {"iri": "https://example.org/a", "title": "Homes Plan", "start": "2018", "end": "2021-03-31"},
    "newer": {"iri": "https://example.org/b", "title": "Homes Plan 2022", "start": "2022", "end": None},
    "continued": [
        pair("Build 40 homes.", "Build 30 homes.", ("target shrank", "40 homes", "30 homes")),
        pair("Mend **the** pier.", "Mend the pier.", review="accepted"),
    ],
    "reworded": [pair("Open a hub by 2020.", "=Open hubs", ("date vanished", "2020", None))],
    "dropped": [pledge("Dredge the harbour.\x1b[31m", "Outstanding")],
    "new": [pledge("Plant trees.", "NotAssessed")],
}


def test_the_text_tells_what_became_of_each_pledge() -> None:
    text = comparison_text(COMPARED, 100)
    assert text.splitlines()[0] == "Homes Plan (2018–2021)  →  Homes Plan 2022"
    assert text.splitlines()[1] == "2 continued, 1 reworded, 1 dropped, 1 new"
    assert "target shrank: 40 homes → 30 homes" in text
    assert "date vanished: 2020" in text
    assert "the same words (Achieved; accepted in review)" in text
    assert "Build 40 homes. (Achieved; high confidence 0.85, not yet reviewed)" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_headings_without_pledges_are_left_out() -> None:
    nothing = COMPARED | {"continued": [], "reworded": [], "dropped": [], "new": []}
    assert comparison_text(nothing, 80).splitlines() == [
        "Homes Plan (2018–2021)  →  Homes Plan 2022",
        "0 continued, 0 reworded, 0 dropped, 0 new",
    ]


def test_rows_hold_each_pledge_once_and_nothing_that_a_spreadsheet_runs() -> None:
    written = render(comparison_table(COMPARED), Format.CSV).decode()
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [row["change"] for row in rows] == ["continued", "continued", "reworded", "dropped", "new"]
    assert rows[0]["figures"] == "target shrank: 40 homes → 30 homes"
    assert rows[2]["pledge"] == "'=Open hubs"
    assert (rows[3]["pledge"], rows[3]["older_status"]) == ("", "Outstanding")
    assert (rows[4]["older_pledge"], rows[4]["status"]) == ("", "NotAssessed")
