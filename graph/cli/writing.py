"""Commands that write files: export, view."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.app import EndpointOption, OutputOption, StoreOption, opened
from graph.show.output import note, write
from graph.store import DEFAULT_STORE, open_store

app = typer.Typer()


@app.command(epilog="Example: strategy-links export turtle --output devon.ttl")
def export(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="turtle, trig, nquads, jsonld, graphml, gexf, csv or xlsx.")
    ],
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = None,
) -> None:
    """Write the whole graph in another format. CSV to a file comes with its CSVW description beside it."""
    from graph.export import ExportFormat, csvw_metadata
    from graph.export import export as whole

    known = [one.value for one in ExportFormat]
    if form not in known:
        raise typer.BadParameter(f"{form!r} is not a format; use one of {', '.join(known)}", param_hint="FORMAT")
    write(whole(open_store(store), ExportFormat(form)), output)
    if form == "csv" and output:
        write(csvw_metadata(output), output.with_name(output.name + "-metadata.json"))


@app.command(epilog="Example: strategy-links view --output devon.html")
def view(
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            help="Only what lies around this commitment, programme, organisation or theme, by name or address.",
        ),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option("--depth", min=1, max=6, help="How many steps around the focus.", show_default="2"),
    ] = None,
    strategy: Annotated[
        str | None, typer.Option("--strategy", help="Only strategies whose title or address holds this.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="The page to write.")] = Path(
        "strategy-links.html"
    ),
) -> None:
    """Write one interactive HTML page with the graph and a table of the same content. It needs no network."""
    if depth is not None and focus is None:
        raise typer.BadParameter("there is nothing to count steps from; say with --focus what", param_hint="--depth")
    from graph.show.graphpage.view import view as draw

    write(draw(opened(store, endpoint), focus=focus, depth=depth or 2, strategy=strategy).encode(), output)
    note(f"Wrote {output}: open it in a browser.")
