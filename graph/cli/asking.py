"""Commands that ask about pledges: where, commitments, programmes, trace, compare."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from graph.cli.app import FOUND, NOTHING, EndpointOption, FormatOption, OutputOption, StoreOption, opened
from graph.show.output import answer, chosen, note, width, write
from graph.show.tables import Format
from graph.store import DEFAULT_STORE

app = typer.Typer()


def _of_an_owner(name: str) -> str:
    return f"strategy-links query pledges-by-owner --set {shlex.quote(f'name={name}')}"


@app.command(epilog='Example: strategy-links where "recruit foster carers"')
def where(
    words: Annotated[list[str], typer.Argument(metavar="TEXT", help="The pledge, in its own words or in yours.")],
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many matches at the most.")] = 3,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Tell where a commitment went: its status, who owns it now, and the sentences that say so."""
    form = chosen(form, output)
    from graph.ask.reviewing import decision_sets
    from graph.ask.where import where as ask
    from graph.show.answers import flat, where_text
    from graph.show.words import shown

    text = " ".join(words)
    source = opened(store, endpoint)
    found = ask(source, text, limit)
    if not found["matches"]:
        nearest = "; ".join(f"“{shown(one['text'])}”" for one in found["nearest"])
        note(f"No pledge fits “{text}”." + (f" The nearest: {nearest}" if nearest else ""))
    if form is Format.TABLE:
        write(where_text(found["matches"], width(), decision_sets(source)).encode(), output)
    else:
        answer(flat(found["matches"]), form, output, found)
    raise typer.Exit(FOUND if found["matches"] else NOTHING)


@app.command(epilog="Example: strategy-links commitments --status NotReported --format csv")
def commitments(
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
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

    found = ask(opened(store, endpoint), status=status, owner=owner, strategy=strategy, theme=theme, involves=involves)
    if not found:
        note("No commitment passes these filters.")
    answer(brief(found) if form is Format.TABLE else flat(found), form, output, found)
    raise typer.Exit(FOUND if found else NOTHING)


@app.command(epilog="Example: strategy-links programmes")
def programmes(
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """List programmes with their parents and how many commitments each now owns."""
    form = chosen(form, output)
    from graph.ask.programmes import programmes as ask
    from graph.show.tables import Table

    found = ask(opened(store, endpoint))
    answer(Table.of(found, ("name", "part_of", "owns", "inherits")), form, output, found)
    raise typer.Exit(FOUND if found else NOTHING)


@app.command(epilog='Example: strategy-links trace "SGO policy"')
def trace(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A commitment's address, its end, or its words.")],
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Draw every path from a commitment to what it is linked to, as a tree."""
    form = chosen(form, output)
    from graph.ask.trace import resolve
    from graph.ask.trace import trace as follow
    from graph.show.answers import tree, tree_records
    from graph.show.tables import Table
    from graph.show.taken import taken_for

    source = opened(store, endpoint)
    commitment = resolve(source, identifier)
    graph = follow(source, commitment)
    if told := taken_for(source, identifier, commitment, graph.nodes[commitment]["label"], _of_an_owner):
        note(told)
    if form is Format.TABLE:
        write(tree(graph, commitment, width()).encode(), output)
    else:
        records = tree_records(graph, commitment)
        answer(Table.of(records), form, output, records)


@app.command(epilog="Example: strategy-links compare 2018 2022")
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="A strategy, by a part of its title or its address.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another strategy of the same body.")],
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Set two strategies side by side: what was continued, reworded or dropped, and what is new."""
    form = chosen(form, output)
    from graph.ask.compare import compare as ask
    from graph.show.comparison import comparison_table, comparison_text

    found = ask(opened(store, endpoint), first, second)
    if form is Format.TABLE:
        write(comparison_text(found, width()).encode(), output)
    else:
        answer(comparison_table(found), form, output, found)
