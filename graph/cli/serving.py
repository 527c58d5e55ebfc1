"""The command that serves: serve."""

from __future__ import annotations

import math
from typing import Annotated

import typer

from graph.cli.app import StoreOption
from graph.cli.imprinting import ContactOption, PublisherOption, TitleOption, imprint_of
from graph.show.output import note
from graph.store import DEFAULT_STORE

app = typer.Typer()


@app.command(epilog="Example: strategy-links serve --port 8000")
def serve(
    store: StoreOption = DEFAULT_STORE,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = 7878,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    contact: ContactOption = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="How long one query may take.")
    ] = 30.0,
    max_answer: Annotated[
        int, typer.Option("--max-answer", metavar="MB", min=1, help="How large one answer may be.")
    ] = 100,
    memory: Annotated[
        int | None,
        typer.Option(
            "--memory",
            metavar="MB",
            min=256,
            help="How much memory each query may need.",
            show_default="an eighth of this machine's, 2048 at the most",
        ),
    ] = None,
) -> None:
    """Serve SPARQL 1.1, a query editor, addresses for spreadsheets and pages on 127.0.0.1. It only reads."""
    from graph.serve.limits import MEMORY, Limits
    from graph.serve.server import serve as run
    from graph.store import open_store

    if not math.isfinite(timeout):
        raise typer.BadParameter(f"{timeout} is no number of seconds", param_hint="--timeout")
    imprint = imprint_of(title, publisher, contact)
    open_store(store)
    limits = Limits(seconds=timeout, answer=max_answer * 2**20, memory=memory * 2**20 if memory else MEMORY)
    run(
        store,
        port,
        limits,
        lambda address: note(f"Serving {address} (SPARQL at {address}sparql); stop with Ctrl-C."),
        imprint,
    )
