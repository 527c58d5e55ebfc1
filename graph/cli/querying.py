"""Commands for SPARQL: queries, query."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from graph.cli.app import FOUND, NOTHING, FormatOption, OutputOption, StoreOption
from graph.show.output import answer, chosen
from graph.show.tables import Format
from graph.store import DEFAULT_STORE, open_store

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
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="Set a parameter of a named query.", show_default=False),
    ] = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Run a named query or any SPARQL 1.1 query. A query that names no graph sees all of them."""
    form = chosen(form, output)
    from graph.ask.run import run
    from graph.show.tables import Table

    columns, rows = run(open_store(store), source, values or [], sys.stdin.buffer)
    answer(Table(columns, rows), form, output)
    raise typer.Exit(FOUND if rows else NOTHING)
