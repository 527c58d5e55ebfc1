"""The command line of Strategy Links. Its commands: graph/cli/. The reference: docs/commands.md."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from graph.cli import asking, checking, making, publishing, pushing, querying, reporting, serving, writing
from graph.cli.app import FOUND, app
from graph.errors import StrategyLinksError
from graph.show.output import note

if TYPE_CHECKING:
    from collections.abc import Sequence

IN_ORDER = (making, asking, querying, checking, writing, reporting, publishing, serving, pushing)  # of the help

for commands in IN_ORDER:
    app.add_typer(commands.app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every expected failure is one sentence on standard error."""
    try:
        app(args=arguments, prog_name="strategy-links")
    except StrategyLinksError as error:
        note(f"strategy-links: {error}")
        sys.exit(error.exit_status)
    except BrokenPipeError:  # the reader of a pipe has had enough
        sys.stderr.close()
        sys.exit(FOUND)


if __name__ == "__main__":
    main()
