"""Commands that make a store: build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.app import StoreOption
from graph.show.output import note, progress, write
from graph.store import DEFAULT_STORE

app = typer.Typer()


@app.command(epilog="Example: strategy-links build seeds/devon")
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Folders with a strategies.toml, or bare text files.", show_default="Devon"
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    ignore_decisions: Annotated[
        bool, typer.Option("--ignore-decisions", help="Leave out people's decisions: the automatic links alone.")
    ] = False,
) -> None:
    """Read documents and build the store. The store in use is replaced in one step, or not at all."""
    from graph.build import build as build_store
    from graph.show.answers import built_text

    with progress() as step:
        record = build_store(paths or [], store, ignore_decisions=ignore_decisions, step=step)
    for finding in record["findings"]:
        note(f"note: {finding}")
    write(built_text(record, store).encode(), None)
