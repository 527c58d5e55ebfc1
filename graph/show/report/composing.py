"""A report composed of what was gathered: findings first, then each strategy, theme by theme."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.ledger import OF_PLEDGES, OF_STATEMENTS
from graph.show.report.gathering import gather
from graph.show.report.holding import counts, holders
from graph.show.report.lines import line, quotation
from graph.show.report.model import Finding, Report, Source, Strategy, Theme
from graph.show.report.telling import quoted_from, standing, told_of, whose_of
from graph.show.tables import printable
from graph.show.wording import counted, period
from graph.show.words import review_told, shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.show.report.gathering import Gathered
    from graph.show.report.model import Line, Quotation
    from graph.show.site.links import Links
    from graph.store import Store

    Record = Mapping[str, Any]


@cache
def report_words() -> dict[str, Any]:
    """How a report is to be read, in the words that it alone has."""
    read: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return read


def report(store: Store, strategy: str | None = None, links: Links | None = None) -> Report:
    """The report of a store, or of the strategies that `strategy` names; raises as `gather` does.

    `links` are the addresses of a published site, if there is one: each pledge then leads to its page there.
    """
    return composed(gather(store, strategy), links)


def composed(held: Gathered, links: Links | None = None) -> Report:
    """What was gathered, in the order in which it is read."""
    parted = {one["iri"]: _by_theme(held, one["iri"]) for one in held.strategies}
    lines = dict(_lines(held, parted, links))
    records = [record for record in held.records if record["iri"] in lines]
    return Report(
        title=_title(held),
        lead=tuple(told_of(held)),
        statuses=counts(records),
        findings=tuple(_findings(held, lines)),
        holders=tuple(holders(records)),
        strategies=tuple(
            _strategy(n, one, held, parted[one["iri"]], lines) for n, one in enumerate(held.strategies, 1)
        ),
        sources=tuple(_source(number, one) for number, one in enumerate(held.documents, start=1)),
        numbers=_numbers(links),
        reviewed=tuple(review_told(held.sets)),
    )


def _title(held: Gathered) -> str:
    if len(held.strategies) == 1:
        return f"What became of the pledges of the {printable(held.strategies[0]['title'])}"
    return f"What became of the pledges{whose_of(held)}"


def _numbers(links: Links | None) -> str:
    """What the numbers of the pledges are; it is said before the first of them."""
    said = report_words()["numbers"]
    return f"{said['here']} {said['site'].format(address=links.absolute('.')) if links else said['search']}"


def _source(number: int, document: Record) -> Source:
    said = {key: shown(document[key]) if document[key] else None for key in ("publisher", "issued", "rights", "source")}
    return Source(
        number=number,
        title=shown(document["title"]),
        publisher=said["publisher"],
        issued=said["issued"],
        rights=said["rights"],
        origin=said["source"],
        file=printable(document["file"]),
    )


def _lines(
    held: Gathered, parted: Mapping[str, Sequence[tuple[str, list[Record]]]], links: Links | None
) -> Iterator[tuple[str, Line]]:
    """The pledges as lines, numbered in the order of the report, by their addresses."""
    sources = _sources(held)
    records = (record for themes in parted.values() for _, under in themes for record in under)
    for number, record in enumerate(records, start=1):
        yield record["iri"], line(number, record, sources, _page(record["iri"], links))


def _sources(held: Gathered) -> dict[str, int]:
    return {one["iri"]: number for number, one in enumerate(held.documents, start=1)}


def _page(iri: str, links: Links | None) -> str | None:
    path = links.iri(iri) if links else None
    return links.absolute(path) if links and path else None


def _by_theme(held: Gathered, strategy: str) -> list[tuple[str, list[Record]]]:
    found: dict[str, list[Record]] = {}
    for record in held.records:
        if record["strategy"]["iri"] == strategy:
            found.setdefault(" – ".join(map(shown, record["theme"])), []).append(record)
    return list(found.items())


def _strategy(
    number: int,
    strategy: Record,
    held: Gathered,
    parted: Sequence[tuple[str, list[Record]]],
    lines: Mapping[str, Line],
) -> Strategy:
    records = [record for _, under in parted for record in under]
    years = period(strategy["start"], strategy["end"])
    return Strategy(
        title=_named(strategy, held),
        anchor=f"strategy-{number}",
        lead=(
            f"{f'Period: {years}. ' if years else ''}{standing(records)}",
            quoted_from(*(_cited(held, strategy["iri"], role) for role in ("states", "reports"))),
        ),
        statuses=counts(records),
        themes=tuple(
            Theme(path, f"theme-{number}-{place}", tuple(lines[one["iri"]] for one in under))
            for place, (path, under) in enumerate(parted, start=1)
        ),
    )


def _named(strategy: Record, held: Gathered) -> str:
    """The title of a strategy, and what tells it apart: its body, and its years where that has two of one title."""
    several = len({one["body"] for one in held.strategies}) > 1
    alike = [one for one in held.strategies if (one["title"], one["name"]) == (strategy["title"], strategy["name"])]
    years = period(strategy["start"], strategy["end"]) if alike[1:] else ""
    aside = ", ".join(filter(None, (printable(strategy["name"] or "") if several else "", years)))
    return printable(strategy["title"]) + (f" ({aside})" if aside else "")


def _cited(held: Gathered, strategy: str, role: str) -> list[int]:
    return [number for number, one in enumerate(held.documents, start=1) if strategy in one[role]]


def _findings(held: Gathered, lines: Mapping[str, Line]) -> Iterator[Finding]:
    """The findings that hold, each with its pledges in the order of the report."""
    for key in OF_PLEDGES:
        concerned = tuple(one for iri, one in lines.items() if iri in held.found[key])
        if concerned:
            yield _finding(key, lines=concerned)
    sources = _sources(held)
    if said := tuple(quotation(one, sources) for one in held.unanswered):
        yield _finding(OF_STATEMENTS, quotations=said)


def _finding(key: str, lines: Sequence[Line] = (), quotations: Sequence[Quotation] = ()) -> Finding:
    said = words()["findings"][key]
    count = counted(len(lines), "pledge") if lines else counted(len(quotations), "statement")
    title = f"{said['title']}: {count}"
    return Finding(key, f"finding-{key}", title, said["means"], said["ask"], tuple(lines), tuple(quotations))
