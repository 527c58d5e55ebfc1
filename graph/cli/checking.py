"""Commands that check: validate, evaluate."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.app import FOUND, NOTHING, FormatOption, OutputOption, StoreOption
from graph.show.output import answer, chosen, note, width, write
from graph.show.tables import Format
from graph.store import DEFAULT_STORE, open_store

app = typer.Typer()


@app.command(epilog="Example: strategy-links validate")
def validate(
    store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE, output: OutputOption = None
) -> None:
    """Check the store against the SHACL shapes, and every quote against its document."""
    form = chosen(form, output)
    from dataclasses import asdict

    from graph.show.tables import Table
    from graph.validate import validate as check

    found = [asdict(finding) for finding in check(store)]
    if found or form is not Format.TABLE:
        answer(Table.of(found, ("kind", "message", "subject")), form, output, found)
    else:
        write(b"Nothing is wrong: all shapes conform and all quotes stand in their documents.\n", output)
    raise typer.Exit(NOTHING if found else FOUND)


@app.command(epilog="Example: strategy-links evaluate")
def evaluate(
    store: StoreOption = DEFAULT_STORE,
    without_names: Annotated[
        bool,
        typer.Option("--without-names", help="Read the documents once more as if there were no names.ttl."),
    ] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Measure the automatic links against decisions.tsv: precision, recall and F1 per relation."""
    form = chosen(form, output)
    from graph.evaluate import evaluate as measure
    from graph.evaluate import evaluate_without_names
    from graph.show.answers import accuracy_text
    from graph.show.tables import Table

    figures = (evaluate_without_names if without_names else measure)(open_store(store))
    if not figures["judged"]:
        note("There are no decisions yet to measure against: put some into decisions.tsv beside strategies.toml.")
        raise typer.Exit(NOTHING)
    if without_names:
        note("Measured without lists of names: owners and partners are those that the documents show by themselves.")
    if form is Format.TABLE:
        write(accuracy_text(figures, width()), output)
    else:
        answer(Table.of(figures["relations"]), form, output, figures)
