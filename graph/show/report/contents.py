"""The contents of a report: its headings, and how many pledges or statements stand under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.report.composing import report_words
from graph.show.report.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.show.report.model import Report

#: The headings of every report by their anchors; that of the holders is in words.json.
HEADS = {
    "happened": "What happened to the pledges",
    "findings": "What is worth asking",
    "reading": "How to read this report",
    "sources": "Documents it is made from",
}
_MOST = 120  # lines beyond which the contents leave out the themes


def contents(report: Report) -> list[Entry]:
    """The headings after the contents, in their order; where they are too many, those of the first level alone."""
    found = list(_entries(report))
    return found if len(found) <= _MOST else [one for one in found if one.level == 1]


def _entries(report: Report) -> Iterator[Entry]:
    yield Entry(1, HEADS["findings"], "findings")
    for finding in report.findings:
        yield Entry(2, finding.title, finding.anchor)  # its title says how many
    if report.holders:
        yield Entry(1, report_words()["holders"]["title"], "holders")
    for strategy in report.strategies:
        yield Entry(1, strategy.title, strategy.anchor, sum(count for _, count in strategy.statuses))
        for theme in strategy.themes:
            yield Entry(2, theme.path, theme.anchor, len(theme.lines))
    for anchor in ("reading", "sources"):
        yield Entry(1, HEADS[anchor], anchor)
