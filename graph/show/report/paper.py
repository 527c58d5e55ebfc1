"""A report as a Word document, for whoever puts it into the papers of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.report.composing import report_words
from graph.show.report.telling import HEADINGS, SHOWN, linked
from graph.show.report.word import QUIET, STRONG, Cell, Paragraph, Row, Run, Word
from graph.show.site.rendering import counted, dated
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.show.report.model import Finding, Line, Owner, Quotation, Report, Source, Strategy


def paper(report: Report) -> bytes:
    """The .docx of a report. The same report gives the same bytes."""
    made = Word(report.title)
    for value, look in words()["statuses"].items():
        made.status_style(value, look["light"])
    made.heading(report.title, 0)
    _happened(made, report)
    _findings(made, report.findings)
    _holders(made, report)
    for number, strategy in enumerate(report.strategies, start=1):
        _strategy(made, strategy, f"strategy_{number}")
    _reading(made)
    _sources(made, report.sources)
    return made.content()


def _happened(made: Word, report: Report) -> None:
    made.heading("What happened to the pledges", 1)
    for sentence in report.lead:
        made.paragraph([Run(sentence)])
    statuses = words()["statuses"]
    rows = [
        Row([_status(value), _plain(f"{count:,}"), _plain(statuses[value]["means"])])
        for value, count in report.statuses
    ]
    total = sum(count for _, count in report.statuses)
    rows.append(Row([_plain("All"), _plain(f"{total:,}"), []]))
    made.paragraph([Run("All pledges by status")], "Caption")
    made.table("All pledges by status", ("Status", "Pledges", "What it means"), rows, (36, 24, 120))
    if len(report.strategies) > 1:
        columns = [value for value, _ in report.statuses]
        heads = ("Strategy", *(statuses[value]["word"] for value in columns), "All")
        rows = [
            _by_strategy(strategy, columns, f"strategy_{number}")
            for number, strategy in enumerate(report.strategies, start=1)
        ]
        each = 22
        made.paragraph([Run("Pledges by strategy")], "Caption")
        made.table("Pledges by strategy", heads, rows, (180 - each * (len(heads) - 1), *[each] * (len(heads) - 1)))


def _by_strategy(strategy: Strategy, columns: Sequence[str], anchor: str) -> Row:
    counts = dict(strategy.statuses)
    figures = [counts.get(value, 0) for value in columns]
    title: Cell = [[Run(strategy.title, to=anchor)]]
    return Row([title, *(_plain(f"{one:,}") for one in (*figures, sum(figures)))])


def _findings(made: Word, findings: Sequence[Finding]) -> None:
    made.heading("What is worth asking", 1)
    if not findings:
        made.paragraph([Run(report_words()["nothing"])])
    for finding in findings:
        made.heading(finding.title, 2)
        made.paragraph([Run(finding.means)])
        made.paragraph([Run("To ask: ", STRONG), Run(finding.ask)])
        for line in finding.lines[:SHOWN]:
            said = [run for one in line.evidence for run in (Run(" "), *_quoted(one))]
            made.paragraph(
                [_reference(line), Run(f": {line.pledge.text}"), *(said if finding.key == "outstanding" else [])],
                "List Bullet",
            )
        for one in finding.quotations[:SHOWN]:
            made.paragraph(_quoted(one), "List Bullet")
        _others(made, finding)


def _others(made: Word, finding: Finding) -> None:
    """The numbers of what there is no room for."""
    if lines := finding.lines[SHOWN:]:
        parted = [Run(f"And {counted(len(lines), 'pledge')} more: ")]
        for line in lines:
            parted += [Run(f"{line.number}", to=f"pledge_{line.number}"), Run(", ")]
        made.paragraph([*parted[:-1], Run(".")])
    if quotations := finding.quotations[SHOWN:]:
        made.paragraph([Run(f"And {counted(len(quotations), 'statement')} more.")])


def _reference(line: Line) -> Run:
    return Run(f"Pledge\N{NO-BREAK SPACE}{line.number}", to=f"pledge_{line.number}")


def _holders(made: Word, report: Report) -> None:
    if not report.holders:
        return
    said, statuses = report_words()["holders"], words()["statuses"]
    made.heading(said["title"], 1)
    made.paragraph([Run(said["means"])])
    made.paragraph([Run("To ask: ", STRONG), Run(said["ask"])])
    rows = []
    for one in report.holders:
        name = [Run(one.name), *([Run(f" part of {', '.join(one.part_of)}", QUIET)] if one.part_of else [])]
        told = "; ".join(f"{statuses[value]['word']}: {count:,}" for value, count in one.statuses)
        rows.append(Row([[name], _plain(f"{one.pledges:,}"), _plain(f"{one.own:,}"), _plain(told)]))
    heads = ("Owner", "Pledges", "Of these its own", "By status")
    made.table("Programmes and organisations by the pledges they hold", heads, rows, (70, 20, 25, 65))


def _strategy(made: Word, strategy: Strategy, anchor: str) -> None:
    made.heading(strategy.title, 1, anchor)
    for sentence in filter(None, strategy.lead):
        made.paragraph([Run(sentence)])
    for theme in strategy.themes:
        made.heading(theme.path, 2)
        heads = [HEADINGS[key] for key in ("pledge", "status", "owner", "evidence")]
        made.table(f"Pledges under {theme.path}", heads, list(map(_row, theme.lines)), (56, 28, 36, 60))


def _row(line: Line) -> Row:
    pledge: Cell = [[Run(f"Pledge {line.number}", QUIET)]]
    pledge.append([Run(line.pledge.text + " "), *_cited(line.pledge)])
    pledge += [[Run(f"{label}: “{text}”")] for label, text in line.beside]
    status: Cell = [[Run(words()["statuses"][line.status]["word"], line.status)]]
    if line.stated:
        status[0].append(Run(f" (“{line.stated}”)"))
    status += [[Run(note, QUIET)] for note in line.notes]
    owners: Cell = [paragraph for one in line.owners for paragraph in _owner(one)]
    evidence: Cell = list(map(_quoted, line.evidence))
    return Row(
        [pledge, status, owners or _none("no_owner"), evidence or _none("no_evidence")],
        anchor=f"pledge_{line.number}",
    )


def _owner(owner: Owner) -> Iterator[Paragraph]:
    chain = [Run(f", {owner.chain}")] if owner.chain else []
    notes = [Run(f" {'; '.join(owner.notes)}", QUIET)] if owner.notes else []
    yield [Run(owner.name, STRONG), *chain, *notes]
    yield from map(_quoted, owner.quotations)


def _quoted(quotation: Quotation) -> Paragraph:
    notes = "".join(f"; {note}" for note in quotation.notes)
    return [Run(f"“{quotation.text}” "), *_cited(quotation), *([Run(notes, QUIET)] if notes else [])]


def _cited(quotation: Quotation) -> Paragraph:
    place = Run((", " if quotation.source else "") + quotation.place, QUIET)
    source = f"source_{quotation.source}"
    return [*([Run(f"document\N{NO-BREAK SPACE}{quotation.source}", to=source)] if quotation.source else []), place]


def _status(value: str) -> Cell:
    return [[Run(words()["statuses"][value]["word"], value)]]


def _plain(text: str) -> Cell:
    return [[Run(text)]]


def _none(key: str) -> Cell:
    return [[Run(HEADINGS[key], QUIET)]]


def _reading(made: Word) -> None:
    made.heading("How to read this report", 1)
    made.heading("Statuses", 2)
    for value, look in words()["statuses"].items():
        made.paragraph([Run(look["word"], value), Run(f": {look['means']}")], "List Bullet")
    made.heading("What a sentence is about", 2)
    made.paragraph([Run(report_words()["scopes"])])
    for name, meaning in words()["scopes"].items():
        if name != "direct":
            made.paragraph([Run(meaning)], "List Bullet")
    for one in report_words()["reading"]:
        made.heading(one["title"], 2)
        for text in one["text"]:
            made.paragraph([Run(text)])


def _sources(made: Word, sources: Iterable[Source]) -> None:
    made.heading("Documents it is made from", 1)
    made.paragraph([Run(report_words()["terms"])])
    rows = []
    for one in sources:
        title: Cell = [[Run(f"{one.number}. {one.title}")], [Run(one.file, QUIET)]]
        if one.origin:
            title.append([Run(one.origin, to=linked(one.origin) or "", style=QUIET)])
        issued = dated(one.issued) if one.issued else "not stated"
        told = (one.publisher or "not stated", issued, one.rights or "not stated")
        rows.append(Row([title, *map(_plain, told)], anchor=f"source_{one.number}"))
    made.table("Documents", ("Document", "Publisher", "Date", "Terms of use"), rows, (80, 35, 27, 38))
