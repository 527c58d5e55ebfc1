"""The command that sends a store to a server: push."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.app import StoreOption
from graph.show.output import write
from graph.store import DEFAULT_STORE, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.remote.push import Step

app = typer.Typer()


@app.command(
    epilog="Example: strategy-links push --endpoint http://127.0.0.1:7879/query"
    " --graph-store http://127.0.0.1:7879/store"
)
def push(
    endpoint: Annotated[
        str, typer.Option("--endpoint", metavar="URL", help="Where the server answers SPARQL queries.")
    ],
    graph_store: Annotated[
        str | None,
        typer.Option("--graph-store", metavar="URL", help="Where it takes graphs by the Graph Store HTTP Protocol."),
    ] = None,
    update_endpoint: Annotated[
        str | None,
        typer.Option("--update-endpoint", metavar="URL", help="Where it takes SPARQL updates, if that is all."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Send the store to a SPARQL 1.1 server. Run again after a break: it goes on where it was, and checks everything.

    Credentials: STRATEGY_LINKS_USER and STRATEGY_LINKS_PASSWORD, or STRATEGY_LINKS_TOKEN, or a netrc file.
    """
    if not (graph_store or update_endpoint):
        raise typer.BadParameter("name where to send it, with --graph-store or --update-endpoint", param_hint="push")
    opened = open_store(store)
    from graph.remote.push import push as send

    with _bar() as step:
        done = send(opened, endpoint, graph_store=graph_store, update=update_endpoint, step=step)
    dropped = f" {done.dropped} that the store no longer has were dropped." if done.dropped else ""
    text = (
        f"The server holds {done.graphs} graphs with {done.triples:,} triples, each checked; {done.sent:,} were sent."
    )
    write(f"{text}{dropped}\n".encode(), None)


@contextmanager
def _bar() -> Iterator[Step]:
    """A bar on standard error where that is a terminal; elsewhere nothing is said."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    from graph.show.tables import printable

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("starting", total=None)
        yield lambda text, done, total: shown.update(task, description=printable(text), completed=done, total=total)
