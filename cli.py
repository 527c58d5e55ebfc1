"""The command line of Strategy Links: parses, calls, prints. The reference: docs/commands.md."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph import __version__
from graph.errors import StrategyLinksError
from graph.show.output import answer, chosen, note, progress, width, write
from graph.show.tables import Format
from graph.store import DEFAULT_STORE, open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

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
FormatOption = Annotated[Format, typer.Option("--format", help="How the answer is written.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write the answer to a file.", show_default="standard output"),
]
FOUND, NOTHING = 0, 1


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


@app.command(epilog='Example: strategy-links where "recruit foster carers"')
def where(
    words: Annotated[list[str], typer.Argument(metavar="TEXT", help="The pledge, in its own words or in yours.")],
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many matches at the most.")] = 3,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Tell where a commitment went: its status, who owns it now, and the sentences that say so."""
    form = chosen(form, output)
    from graph.ask.where import where as ask
    from graph.show.answers import flat, where_text

    text = " ".join(words)
    found = ask(open_store(store), text, limit)
    if not found["matches"]:
        nearest = "; ".join(f"“{one['text']}”" for one in found["nearest"])
        note(f"No pledge fits “{text}”." + (f" The nearest: {nearest}" if nearest else ""))
    if form is Format.TABLE:
        write(where_text(found["matches"], width()).encode(), output)
    else:
        answer(flat(found["matches"]), form, output, found)
    raise typer.Exit(FOUND if found["matches"] else NOTHING)


@app.command(epilog="Example: strategy-links commitments --status NotReported --format csv")
def commitments(
    store: StoreOption = DEFAULT_STORE,
    status: Annotated[str | None, typer.Option("--status", help="Only with this status, such as InProgress.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Only owned by a programme so named, or by its parts.")
    ] = None,
    strategy: Annotated[
        str | None, typer.Option("--strategy", help="Only of a strategy whose title holds this.")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Only under a heading that holds this.")] = None,
    involves: Annotated[
        str | None, typer.Option("--involves", help="Only with a partner whose name holds this.")
    ] = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """List all commitments as a flat table."""
    form = chosen(form, output)
    from graph.ask.where import commitments as ask
    from graph.show.answers import brief, flat

    found = ask(open_store(store), status=status, owner=owner, strategy=strategy, theme=theme, involves=involves)
    if not found:
        note("No commitment passes these filters.")
    answer(brief(found) if form is Format.TABLE else flat(found), form, output, found)
    raise typer.Exit(FOUND if found else NOTHING)


@app.command(epilog="Example: strategy-links programmes")
def programmes(
    store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE, output: OutputOption = None
) -> None:
    """List programmes with their parents and how many commitments each now owns."""
    form = chosen(form, output)
    from graph.ask.programmes import programmes as ask
    from graph.show.tables import Table

    found = ask(open_store(store))
    answer(Table.of(found, ("name", "part_of", "owns", "inherits")), form, output, found)
    raise typer.Exit(FOUND if found else NOTHING)


@app.command(epilog='Example: strategy-links trace "SGO policy"')
def trace(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A commitment's address, its end, or its words.")],
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Draw every path from a commitment to what it is linked to, as a tree."""
    form = chosen(form, output)
    from graph.ask.trace import resolve
    from graph.ask.trace import trace as follow
    from graph.show.answers import tree, tree_records
    from graph.show.tables import Table

    opened = open_store(store)
    commitment = resolve(opened, identifier)
    graph = follow(opened, commitment)
    if form is Format.TABLE:
        write(tree(graph, commitment, width()).encode(), output)
    else:
        records = tree_records(graph, commitment)
        answer(Table.of(records), form, output, records)


@app.command(epilog="Example: strategy-links queries")
def queries(
    store: StoreOption = DEFAULT_STORE,  # noqa: ARG001 - every command takes it, so that it can be put into an alias
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """List the named queries with what each tells and its parameters. They are the same for every store."""
    form = chosen(form, output)
    from graph.ask.queries import named_queries
    from graph.show.tables import Table

    found = [one.record() for one in named_queries()]
    answer(Table.of(found), form, output, found)


@app.command(epilog='Example: strategy-links query pledges-by-owner --set "name=Steps"')
def query(
    source: Annotated[
        str, typer.Argument(metavar="NAME|FILE|-", help="A named query, a file of SPARQL, or - for standard input.")
    ],
    store: StoreOption = DEFAULT_STORE,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="Set a parameter of a named query.", show_default=False),
    ] = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Run a named query or any SPARQL 1.1 query. A query that names no graph sees all of them."""
    form = chosen(form, output)
    from graph.ask.run import run
    from graph.show.tables import Table

    columns, rows = run(open_store(store), source, values or [], sys.stdin.buffer)
    answer(Table(columns, rows), form, output)
    raise typer.Exit(FOUND if rows else NOTHING)


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
    store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE, output: OutputOption = None
) -> None:
    """Measure the automatic links against people's decisions: precision, recall and F1 per relation."""
    form = chosen(form, output)
    from graph.evaluate import evaluate as measure
    from graph.show.answers import accuracy_text
    from graph.show.tables import Table

    figures = measure(open_store(store))
    if form is Format.TABLE:
        write(accuracy_text(figures, width()), output)
    else:
        answer(Table.of(figures["relations"]), form, output, figures)
    raise typer.Exit(FOUND if figures["judged"] else NOTHING)


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
    focus: Annotated[
        str | None,
        typer.Option("--focus", help="Only what lies around this commitment or programme, by name or address."),
    ] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, max=6, help="How many steps around the focus.")] = 2,
    strategy: Annotated[str | None, typer.Option("--strategy", help="Only a strategy whose title holds this.")] = None,
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="The page to write.")] = Path(
        "strategy-links.html"
    ),
) -> None:
    """Write one interactive HTML page with the graph and a table of the same content. It needs no network."""
    from graph.show.view import view as draw

    write(draw(open_store(store), focus=focus, depth=depth, strategy=strategy).encode(), output)
    note(f"Wrote {output}: open it in a browser.")


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
