"""Commands that make a store, and what it is made from: init, build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.app import BAD_INPUT, FOUND, OutputOption, StoreOption
from graph.show.output import note, progress, write
from graph.store import DEFAULT_STORE

app = typer.Typer()


@app.command(epilog="Example: strategy-links build seeds/devon")
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Folders, with a strategies.toml or without, or bare files.", show_default="Devon"
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    ignore_decisions: Annotated[
        bool, typer.Option("--ignore-decisions", help="Leave out decisions.tsv: the automatic links alone.")
    ] = False,
) -> None:
    """Read documents and build the store. The store in use is replaced in one step, or not at all."""
    from graph.build import build as build_store
    from graph.show.answers import built_text

    with progress() as step:
        record = build_store(paths or [], store, ignore_decisions=ignore_decisions, step=step)
    for finding in record["findings"]:
        note(f"note: {finding}")
    for error in record["left_out"]:
        note(f"strategy-links: {error}")
    write(built_text(record, store).encode(), None)
    raise typer.Exit(BAD_INPUT if record["left_out"] else FOUND)


@app.command(epilog="Example: strategy-links init seeds/harbour")
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that holds your documents.")],
) -> None:
    """Draft a strategies.toml for the documents of a folder, for you to correct. Nothing is overwritten."""
    from graph.draft import draft
    from graph.read.manifest import MANIFEST

    text = draft(folder, lambda error: note(f"note: {error}"))
    write(text.encode(), folder / MANIFEST)
    note(f"Wrote {folder / MANIFEST}: check what it says, then run strategy-links build {folder}")


@app.command(epilog="Example: strategy-links names seeds/harbour >> seeds/harbour/names.ttl")
def names(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with a strategies.toml, or a bare file.")],
    output: OutputOption = None,
) -> None:
    """Offer the programmes and organisations that the documents name and names.ttl does not list, for you to keep."""
    from graph.errors import DocumentError, OutputError
    from graph.gather import gather
    from graph.offer import offer

    if output is not None and output.is_file():  # a person's corrections may stand in it
        raise OutputError(output, "is there already: name another file, and copy from it what you keep")

    left_out: list[DocumentError] = []
    for sources in gather([folder], left_out.append):
        write(offer(sources).encode(), output)
    for error in left_out:
        note(f"strategy-links: {error}")
    raise typer.Exit(BAD_INPUT if left_out else FOUND)
