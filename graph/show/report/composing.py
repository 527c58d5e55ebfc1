"""A report composed of what was gathered: findings first, then each strategy, theme by theme."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.ledger import OF_STATEMENTS
from graph.show.report.gathering import FINDINGS, gather
from graph.show.report.lines import line, quotation
from graph.show.report.model import Finding, Holder, Report, Source, Strategy, Theme
from graph.show.report.telling import period, quoted_from, standing, told_of
from graph.show.tables import printable
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.show.report.gathering import Gathered
    from graph.show.report.model import Line
    from graph.store import Store

    Record = Mapping[str, Any]


@cache
def report_words() -> dict[str, Any]:
    """What findings mean and what to ask, and how a report is to be read."""
    read: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return read


def report(store: Store, strategy: str | None = None) -> Report:
    """The report of a store, or of the strategies that `strategy` names; raises as `gather` does."""
    return composed(gather(store, strategy))


def composed(held: Gathered) -> Report:
    """What was gathered, in the order in which it is read."""
    sources = tuple(_source(number, one) for number, one in enumerate(held.documents, start=1))
    lines = dict(_lines(held))
    records = [record for record in held.records if record["iri"] in lines]
    return Report(
        title=_title(held),
        lead=tuple(told_of(held)),
        statuses=counts(records),
        findings=tuple(_findings(held, lines)),
        holders=tuple(_holders(records)),
        strategies=tuple(_strategy(one, held, lines) for one in held.strategies),
        sources=sources,
    )


def counts(records: Iterable[Record]) -> tuple[tuple[str, int], ...]:
    """How many pledges have each status, in the order of words.json; statuses that none has are left out."""
    found = Counter(record["status"]["value"] for record in records)
    return tuple((value, found[value]) for value in words()["statuses"] if found[value])


def _title(held: Gathered) -> str:
    bodies = list(dict.fromkeys(one["name"] for one in held.strategies if one["name"]))
    if len(held.strategies) == 1:
        return f"What became of the pledges of the {printable(held.strategies[0]['title'])}"
    if len(bodies) == 1:
        return f"What became of the pledges of {printable(bodies[0])}"
    return f"What became of the pledges of {len(bodies)} bodies" if bodies else "What became of the pledges"


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


def _lines(held: Gathered) -> Iterator[tuple[str, Line]]:
    """The pledges as lines, numbered in the order of the report, by their addresses."""
    number = 0
    for strategy in held.strategies:
        files = _files(held, strategy["iri"])
        for _, records in _by_theme(held, strategy["iri"]):
            for record in records:
                number += 1
                yield record["iri"], line(number, record, files)


def _files(held: Gathered, strategy: str) -> dict[str, int]:
    """The numbers of the documents by file name. Two bodies may have files of one name: the strategy's own count."""
    numbered = [*enumerate(held.documents, start=1)]
    others = {one["file"]: number for number, one in reversed(numbered)}
    own = {one["file"]: number for number, one in reversed(numbered) if strategy in one["states"] | one["reports"]}
    return others | own


def _by_theme(held: Gathered, strategy: str) -> list[tuple[str, list[Record]]]:
    found: dict[str, list[Record]] = {}
    for record in held.records:
        if record["strategy"]["iri"] == strategy:
            found.setdefault(" – ".join(map(shown, record["theme"])), []).append(record)
    return list(found.items())


def _strategy(strategy: Record, held: Gathered, lines: Mapping[str, Line]) -> Strategy:
    parted = _by_theme(held, strategy["iri"])
    records = [record for _, under in parted for record in under]
    several = len({one["name"] for one in held.strategies}) > 1
    body = f" ({printable(strategy['name'])})" if several and strategy["name"] else ""
    return Strategy(
        title=printable(strategy["title"]) + body,
        lead=(
            f"{period(strategy)}{standing(records)}",
            quoted_from(*(_numbers(held, strategy["iri"], role) for role in ("states", "reports"))),
        ),
        statuses=counts(records),
        themes=tuple(Theme(path, tuple(lines[one["iri"]] for one in under)) for path, under in parted),
    )


def _numbers(held: Gathered, strategy: str, role: str) -> list[int]:
    return [number for number, one in enumerate(held.documents, start=1) if strategy in one[role]]


def _findings(held: Gathered, lines: Mapping[str, Line]) -> Iterator[Finding]:
    """The findings that hold, each with its pledges in the order of the report."""
    for key in FINDINGS:
        concerned = tuple(one for iri, one in lines.items() if iri in held.found[key])
        if concerned:
            yield _finding(key, lines=concerned)
    sources = {one["iri"]: number for number, one in enumerate(held.documents, start=1)}
    if said := tuple(quotation(one, sources) for one in held.unanswered):
        yield _finding(OF_STATEMENTS, quotations=said)


def _finding(key: str, lines: Sequence[Line] = (), quotations: Sequence[Any] = ()) -> Finding:
    said, count = report_words()["findings"][key], len(lines) + len(quotations)
    title = said["one" if count == 1 else "many"].format(count=f"{count:,}")
    return Finding(key, title, said["means"], said["ask"], tuple(lines), tuple(quotations))


def _holders(records: Sequence[Record]) -> list[Holder]:
    """Who holds pledges, those with the most first; each pledge counts once for an owner and all that it is part of."""
    names: dict[str, str] = {}
    above: dict[str, dict[str, None]] = {}
    held: dict[str, list[Record]] = {}
    own: Counter[str] = Counter()
    for record in records:
        reached: dict[str, None] = {}
        for owner in record["owners"]:
            own[owner["iri"]] += 1
            names[owner["iri"]] = owner["name"]
            reached[owner["iri"]] = None
            for step in owner["chain"]:
                names[step["whole"]] = step["name"]
                above.setdefault(step["part"], {})[step["whole"]] = None
                reached[step["whole"]] = None
        for iri in reached:
            held.setdefault(iri, []).append(record)
    made = [
        Holder(
            name=printable(names[iri]),
            part_of=tuple(printable(names[one]) for one in above.get(iri, ())),
            own=own[iri],
            pledges=len(pledges),
            statuses=counts(pledges),
        )
        for iri, pledges in held.items()
    ]
    return sorted(made, key=lambda one: (-one.pledges, -one.own, one.name))
