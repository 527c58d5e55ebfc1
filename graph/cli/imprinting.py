"""The options that say who publishes the pages, for the commands that make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.show.site.imprint import Imprint

TitleOption = Annotated[
    str | None,
    typer.Option("--title", metavar="TEXT", help="What the pages are called.", show_default="Strategy Links"),
]
PublisherOption = Annotated[
    str | None, typer.Option("--publisher", metavar="TEXT", help="Who publishes them.", show_default=False)
]
ContactOption = Annotated[
    str | None,
    typer.Option(
        "--contact",
        metavar="TEXT",
        help="Whom to ask: a mail address, a telephone number or an https address.",
        show_default=False,
    ),
]


def imprint_of(title: str | None, publisher: str | None, contact: str | None) -> Imprint:
    """What the options say. Raises BadParameter where a contact leads nowhere."""
    from graph.show.site.imprint import Imprint

    try:
        return Imprint.of({"title": title, "publisher": publisher, "contact": contact})
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--contact") from None
