"""The command that publishes: site."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from graph.cli.app import StoreOption
from graph.cli.imprinting import ContactOption, PublisherOption, TitleOption, imprint_of
from graph.identifiers import is_web_address
from graph.show.output import note, progress
from graph.store import DEFAULT_STORE, open_store

app = typer.Typer()


@app.command(
    epilog='Example: strategy-links site public --address https://www.example.org/ --publisher "Example Council"'
)
def site(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="The folder to write.", show_default="site")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FOLDER", help="The same.", show_default=False)
    ] = None,
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="URL", help="Where it will be published, for its sitemap and its data."),
    ] = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    contact: ContactOption = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", min=1, help="How many processes write.", show_default="all processors"),
    ] = None,
) -> None:
    """Write a folder of static pages to publish: no server, and no script needed to read them."""
    from graph.publish.site import site as publish

    if folder and output:
        raise typer.BadParameter("the folder is named twice; name it once", param_hint="--output")
    imprint = imprint_of(title, publisher, contact)
    target = folder or output or Path("site")
    with progress() as step:
        pages = publish(
            open_store(store),
            target,
            address=site_address(address),
            imprint=imprint,
            workers=workers or os.cpu_count() or 1,
            step=step,
        )
    note(f"Wrote {pages:,} pages into {target}: open {target / 'index.html'} in a browser, or publish the folder.")
    if address is None:
        note("The addresses in its sitemap are relative: give --address to have them whole, as search engines want.")


def site_address(address: str | None) -> str | None:
    """The address of a site, ending in a slash. Raises BadParameter for what is none."""
    if address is None:
        return None
    parts = urlsplit(address)
    if not is_web_address(address) or parts.query or parts.fragment:
        raise typer.BadParameter(
            f"{address!r} is no address of a site; give https://HOST/PATH/", param_hint="--address"
        )
    return address if address.endswith("/") else address + "/"
