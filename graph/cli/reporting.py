"""The command that writes a document for a meeting: report."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.app import OutputOption, StoreOption
from graph.cli.publishing import site_address
from graph.errors import OutputError
from graph.show.output import note, write
from graph.store import DEFAULT_STORE, open_store

if TYPE_CHECKING:
    from graph.publish.links import FolderLinks
    from graph.store import Store

app = typer.Typer()


class ReportFormat(StrEnum):
    """How a report is written."""

    HTML = "html"
    DOCX = "docx"


@app.command(epilog="Example: strategy-links report --output report.docx")
def report(
    store: StoreOption = DEFAULT_STORE,
    strategy: Annotated[
        str | None,
        typer.Option("--strategy", help="Only strategies whose title, or whose body’s name, holds this."),
    ] = None,
    form: Annotated[
        ReportFormat | None,
        typer.Option("--format", help="How it is written.", show_default="html, or what the file’s ending says"),
    ] = None,
    output: OutputOption = None,
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="URL", help="Where the site is published: pledges lead to their pages."),
    ] = None,
) -> None:
    """Write one document to print for a committee: findings first, then every pledge with what says so."""
    chosen = form or _by_ending(output)
    if chosen is ReportFormat.DOCX and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise OutputError("the terminal", "a Word document is not text")
    from graph.show.report.composing import report as composed

    site, opened = site_address(address), open_store(store)
    made = composed(opened, strategy, _links(opened, site) if site else None)
    if chosen is ReportFormat.DOCX:
        from graph.show.report.paper import paper

        write(paper(made), output)
    else:
        from graph.show.report.page import page

        write(page(made).encode(), output)
    if output:
        note(f"Wrote {output}: {_opened_with(chosen)}.")


def _links(store: Store, address: str) -> FolderLinks:
    """The addresses of the pages that `site` writes for a store."""
    from graph.publish.links import HOME, FolderLinks
    from graph.publish.paths import paths

    return FolderLinks(paths(store), HOME, address)


def _by_ending(output: Path | None) -> ReportFormat:
    """The format that a file's ending names; a page where there is none. Raises OutputError for another ending."""
    ending = output.suffix.lower() if output else ""
    if ending in ("", ".html", ".htm"):
        return ReportFormat.HTML
    if output and ending != ".docx":
        raise OutputError(output, "a report is .html or .docx; a browser prints the first as PDF")
    return ReportFormat.DOCX


def _opened_with(form: ReportFormat) -> str:
    return "open it in a browser, and print it from there" if form is ReportFormat.HTML else "open it in Word"
