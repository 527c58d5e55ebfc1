"""Pledges, quotes and figures as the runs and cells of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.report.dressing import QUIET, STRONG, colour_of
from graph.show.report.telling import HEADINGS
from graph.show.report.word import Bar, Cell, Paragraph, Row, Run
from graph.show.words import symbol_and_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.show.report.model import Line, Owner, Quotation


def row(line: Line) -> Row:
    """A pledge, its status, who owns it, and what was reported."""
    pledge: Cell = [[numbered(line)], [Run(line.pledge.text + " "), *_cited(line.pledge)]]
    pledge += [[one] for one in beside(line)]
    status: Cell = [[status_run(line.status), *([Run(f" (“{line.stated}”)")] if line.stated else [])]]
    status += [[Run(note, QUIET)] for note in line.notes]
    owners: Cell = [paragraph for one in line.owners for paragraph in owner(one)]
    evidence: Cell = list(map(quoted, line.evidence))
    return Row(
        [pledge, status, owners or _none("no_owner"), evidence or _none("no_evidence")], anchor=f"pledge-{line.number}"
    )


def unread(line: Line) -> Paragraph:
    """A pledge of which no more is known, on as few lines as it takes."""
    owners = [run for one in line.owners for paragraph in owner(one) for run in (Run(" "), *paragraph)]
    more = [run for one in beside(line) for run in (Run(" "), one)]
    return [numbered(line), Run(f" {line.pledge.text} "), *_cited(line.pledge), *more, *owners]


def numbered(line: Line) -> Run:
    """The number of a pledge, which leads to its page on the site, if there is one."""
    name = f"Pledge\N{NO-BREAK SPACE}{line.number}"
    return Run(f"{name} on the site", to=line.page) if line.page else Run(name, QUIET)


def reference(line: Line) -> Run:
    """The number of a pledge, which leads to its row."""
    return Run(f"Pledge\N{NO-BREAK SPACE}{line.number}", to=f"pledge-{line.number}")


def beside(line: Line) -> list[Run]:
    """What the document says beside a pledge."""
    return [Run(f"{label}: “{text}”") for label, text in line.beside]


def owner(one: Owner) -> Iterator[Paragraph]:
    """Who owns a pledge, and the words that say so."""
    chain = [Run(f", {one.chain}")] if one.chain else []
    notes = [Run(f" {'; '.join(one.notes)}", QUIET)] if one.notes else []
    yield [Run(one.name, STRONG), *chain, *notes]
    yield from map(quoted, one.quotations)


def quoted(quotation: Quotation) -> Paragraph:
    """The words of a document, and where they stand."""
    notes = "".join(f"; {note}" for note in quotation.notes)
    return [Run(f"“{quotation.text}” "), *_cited(quotation), *([Run(notes, QUIET)] if notes else [])]


def _cited(quotation: Quotation) -> Paragraph:
    place = Run((", " if quotation.source else "") + quotation.place, QUIET)
    source = f"source-{quotation.source}"
    return [*([Run(f"document\N{NO-BREAK SPACE}{quotation.source}", to=source)] if quotation.source else []), place]


def status_run(value: str) -> Run:
    """A status by its symbol, its word and its colour."""
    return Run(symbol_and_word(value), value)


def chart_rows(statuses: Iterable[tuple[str, int]]) -> Iterator[Row]:
    """Rows of a bar chart: a status, how many pledges have it, and which share of all as a percentage over a bar."""
    parts = list(statuses)
    total = sum(count for _, count in parts)
    for value, count in parts:
        share: Cell = [[Run(f"{count / total:.0%}")], Bar(colour_of(value), count / total)]
        yield Row([[[status_run(value)]], plain(f"{count:,}"), share])


def plain(text: str) -> Cell:
    """Words without a style."""
    return [[Run(text)]]


def _none(key: str) -> Cell:
    return [[Run(HEADINGS[key], QUIET)]]
