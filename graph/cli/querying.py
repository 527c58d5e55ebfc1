"""Commands for SPARQL: queries, query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.app import FOUND, NOTHING, EndpointOption, FormatOption, OutputOption, StoreOption, opened
from graph.show.output import answer, chosen, width, write
from graph.show.tables import Format
from graph.store import DEFAULT_STORE

app = typer.Typer()


@app.command(epilog="Example: strategy-links queries")
def queries(
    store: StoreOption = DEFAULT_STORE,  # noqa: ARG001 - every command takes it, so that it can be put into an alias
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """List the named queries with what each tells and its parameters. They are the same for every store."""
    form = chosen(form, output)
    from graph.ask.queries import named_queries
    from graph.show.tables import Table

    found = [one.record() for one in named_queries()]
    answer(Table.of(found), form, output, found)


@app.command(epilog='Example: strategy-links query pledges-by-owner --set "name=Steps"')
def query(
    source: Annotated[
        str, typer.Argument(metavar="NAME|FILE|-", help="A named query, a file of SPARQL, or - for standard input.")
    ],
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="Set a parameter of a named query.", show_default=False),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what the query is and the SPARQL of it; run nothing.")
    ] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Run a named query or any SPARQL 1.1 query. One that names no graph sees all but the assessments (GRAPH ?g)."""
    form = chosen(form, output)
    if explain:
        _explain(source, values or [], form, output)
        return
    from graph.ask.run import run
    from graph.show.tables import Table

    columns, rows = run(opened(store, endpoint), source, values or [], sys.stdin.buffer)
    answer(Table(columns, rows), form, output)
    raise typer.Exit(FOUND if rows else NOTHING)


def _explain(source: str, values: list[str], form: Format, output: Path | None) -> None:
    from graph.ask.explain import explain
    from graph.show.explained import explained_rows, explained_text
    from graph.show.tables import Table

    explained = explain(source, values, sys.stdin.buffer)
    if form is Format.TABLE:
        write(explained_text(explained, width()).encode(), output)
    else:
        answer(Table.of(explained_rows(explained)), form, output, explained)
