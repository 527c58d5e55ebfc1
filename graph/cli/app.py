"""The application that all commands belong to, and the options that they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph import __version__
from graph.remote import opening
from graph.show.output import note
from graph.show.tables import Format

if TYPE_CHECKING:
    from graph.store import Queryable

app = typer.Typer(
    name="strategy-links",
    help="What public bodies promised, and where each promise went.",
    epilog="Exit status: 0 answered, 1 nothing found or a check failed, 2 wrong use or bad input.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoreOption = Annotated[Path, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
EndpointOption = Annotated[
    str | None,
    typer.Option("--endpoint", metavar="URL", help="Ask this SPARQL server instead of the store.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How the answer is written.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write the answer to a file.", show_default="standard output"),
]
FOUND, NOTHING, BAD_INPUT = 0, 1, 2


def opened(store: Path, endpoint: str | None) -> Queryable:
    """What to ask, as the options say; a note on a server goes to standard error."""
    return opening.opened(store, endpoint, note)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"strategy-links {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass
