"""A report as a Word document, for whoever puts it into the papers of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.report.cells import chart_rows, plain, quoted, reference, row, status_run, unread
from graph.show.report.composing import report_words
from graph.show.report.contents import HEADS, contents
from graph.show.report.dressing import QUIET, STRONG, WIDTH
from graph.show.report.telling import HEADINGS, SHOWN, linked, runs
from graph.show.report.word import Cell, Paragraph, Row, Run, Word
from graph.show.wording import counted, dated
from graph.show.words import symbol_and_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.show.report.model import Entry, Finding, Report, Source, Strategy


def paper(report: Report) -> bytes:
    """The .docx of a report. The same report gives the same bytes."""
    made = Word(report.title)
    made.heading(report.title, 0)
    _happened(made, report)
    _contents(made, report)
    _findings(made, report.findings)
    _holders(made, report)
    for strategy in report.strategies:
        _strategy(made, strategy, is_one_of_several=len(report.strategies) > 1)
    _reading(made, report.reviewed)
    _sources(made, report.sources)
    made.paragraph([Run(report_words()["made"], QUIET)])
    return made.content()


def _happened(made: Word, report: Report) -> None:
    made.heading(HEADS["happened"], 1, "happened")
    for sentence in (*report.lead, report.numbers):
        made.paragraph([Run(sentence)])
    _chart(made, "All pledges by status", report.statuses)
    if len(report.strategies) > 1:
        columns = [value for value, _ in report.statuses]
        heads = ("Strategy", *(words()["statuses"][one]["word"] for one in columns), "All")
        widths = [*[25] * len(columns), 14]
        made.paragraph([Run("Pledges by strategy")], "Caption")
        rows = [_by_strategy(strategy, columns) for strategy in report.strategies]
        made.table("Pledges by strategy", heads, rows, (WIDTH - sum(widths), *widths))


def _chart(made: Word, caption: str, statuses: Sequence[tuple[str, int]]) -> None:
    """A table that is a bar chart too: its bars have no words of their own, and need none."""
    made.paragraph([Run(caption)], "Caption")
    total = f"{sum(count for _, count in statuses):,}"
    rows = [*chart_rows(statuses), Row([plain("All"), plain(total), []])]
    made.table(caption, ("Status", "Pledges", "Share of all"), rows, (36, 24, WIDTH - 60))


def _by_strategy(strategy: Strategy, columns: Sequence[str]) -> Row:
    counts = dict(strategy.statuses)
    figures = [counts.get(value, 0) for value in columns]
    title: Cell = [[Run(strategy.title, to=strategy.anchor)]]
    return Row([title, *(plain(f"{one:,}") for one in (*figures, sum(figures)))])


def _contents(made: Word, report: Report) -> None:
    said = report_words()["contents"]
    entries = [(one.level, [Run(one.text, to=one.anchor), *_counted(one)]) for one in contents(report)]
    made.contents(said["title"], entries)
    made.paragraph([Run(said["update"], QUIET)])


def _counted(entry: Entry) -> Paragraph:
    return [] if entry.count is None else [Run(f", {counted(entry.count, 'pledge')}", QUIET)]


def _findings(made: Word, findings: Sequence[Finding]) -> None:
    made.heading(HEADS["findings"], 1, "findings")
    if not findings:
        made.paragraph([Run(report_words()["nothing"])])
    for finding in findings:
        made.heading(finding.title, 2, finding.anchor)
        made.paragraph([Run(finding.means)])
        made.paragraph([Run("To ask: ", STRONG), Run(finding.ask)])
        for line in finding.lines[:SHOWN]:
            said = [run for one in line.evidence for run in (Run(" "), *quoted(one))]
            made.paragraph(
                [reference(line), Run(f": {line.pledge.text}"), *(said if finding.key == "outstanding" else [])],
                "List Bullet",
            )
        for one in finding.quotations[:SHOWN]:
            made.paragraph(quoted(one), "List Bullet")
        _others(made, finding)


def _others(made: Word, finding: Finding) -> None:
    """The numbers of what there is no room for."""
    if lines := finding.lines[SHOWN:]:
        parted = [Run(f"And {counted(len(lines), 'pledge')} more: ")]
        for run in runs(lines):
            for number in run:
                parted += [Run(f"{number}", to=f"pledge-{number}"), Run(" to ")]
            parted[-1] = Run(", ")
        made.paragraph([*parted[:-1], Run(".")])
    if quotations := finding.quotations[SHOWN:]:
        made.paragraph([Run(f"And {counted(len(quotations), 'statement')} more.")])


def _holders(made: Word, report: Report) -> None:
    if not report.holders:
        return
    said = report_words()["holders"]
    made.heading(said["title"], 1, "holders")
    made.paragraph([Run(said["means"])])
    made.paragraph([Run("To ask: ", STRONG), Run(said["ask"])])
    rows = []
    for one in report.holders:
        name = [Run(one.name), *([Run(f" part of {', '.join(one.part_of)}", QUIET)] if one.part_of else [])]
        told = "; ".join(f"{symbol_and_word(value)}: {count:,}" for value, count in one.statuses)
        rows.append(Row([[name], plain(f"{one.pledges:,}"), plain(f"{one.own:,}"), plain(told)]))
    heads = ("Owner", "Pledges", "Of these its own", "By status")
    made.table("Programmes and organisations by the pledges they hold", heads, rows, (70, 20, 25, 65))


def _strategy(made: Word, strategy: Strategy, *, is_one_of_several: bool) -> None:
    made.heading(strategy.title, 1, strategy.anchor)
    for sentence in filter(None, strategy.lead):
        made.paragraph([Run(sentence)])
    if is_one_of_several and len(strategy.statuses) > 1:
        _chart(made, f"{strategy.title}: pledges by status", strategy.statuses)
    for theme in strategy.themes:
        made.heading(theme.path, 2, theme.anchor)
        if theme.told:
            heads = [HEADINGS[key] for key in ("pledge", "status", "owner", "evidence")]
            made.table(f"Pledges under {theme.path}", heads, list(map(row, theme.told)), (54, 30, 36, 60))
        if theme.told and theme.unread:
            made.paragraph([Run(report_words()["unread"])])
        for line in theme.unread:
            made.paragraph(unread(line), "List Bullet", f"pledge-{line.number}")


def _reading(made: Word, reviewed: Iterable[str]) -> None:
    made.heading(HEADS["reading"], 1, "reading")
    made.heading("Statuses", 2)
    for value, look in words()["statuses"].items():
        made.paragraph([status_run(value), Run(f": {look['means']}")], "List Bullet")
    made.heading("What a sentence is about", 2)
    made.paragraph([Run(report_words()["scopes"])])
    for name, meaning in words()["scopes"].items():
        if name != "direct":
            made.paragraph([Run(meaning)], "List Bullet")
    for one in report_words()["reading"]:
        made.heading(one["title"], 2)
        for text in one["text"]:
            made.paragraph([Run(text)])
    if reviewed:
        made.heading(words()["reviewed"]["title"], 2)
        for text in reviewed:
            made.paragraph([Run(text)])


def _sources(made: Word, sources: Iterable[Source]) -> None:
    made.heading(HEADS["sources"], 1, "sources")
    made.paragraph([Run(report_words()["terms"])])
    rows = []
    for one in sources:
        title: Cell = [[Run(f"{one.number}. {one.title}")], [Run(one.file, QUIET)]]
        if one.origin:
            title.append([Run(one.origin, to=linked(one.origin) or "", style=QUIET)])
        issued = dated(one.issued) if one.issued else "not stated"
        told = (one.publisher or "not stated", issued, one.rights or "not stated")
        rows.append(Row([title, *map(plain, told)], anchor=f"source-{one.number}"))
    made.table("Documents", ("Document", "Publisher", "Date", "Terms of use"), rows, (80, 35, 27, 38))
