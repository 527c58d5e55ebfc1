"""What a worker can do: `TASKS[name](store, asked)`, where `asked` is what the server was asked, as plain data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.guard import check_local
from graph.ask.holdings import SPREADSHEET
from graph.ask.run import solutions
from graph.errors import QueryError, UnknownError
from graph.serve import downloads, editor, fronts, pages, searching, wholes
from graph.serve.answers import Answered, Sink
from graph.serve.negotiation import GRAPHS, RESULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.store import Store

# What a named query can be had as.
TABLES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "xlsx": SPREADSHEET,
    "rq": "application/sparql-query",
}


class NotAcceptableError(QueryError):
    """The kind of query answers in none of the types that were asked for."""

    http_status = 406


def sparql(store: Store, asked: Mapping[str, Any]) -> Answered:
    """A query of the SPARQL protocol.

    `asked` holds `query`, `default_graphs` and `named_graphs` (lists of IRIs, or None for the store's own), and
    `results` and `graphs`: the media types for rows and for triples, None where none is accepted.
    """
    import pyoxigraph

    check_local(asked["query"])
    answer = solutions(
        store, asked["query"], base_iri=asked["base"], **_dataset(asked["default_graphs"], asked["named_graphs"])
    )
    triples = isinstance(answer, pyoxigraph.QueryTriples)
    media_type = asked["graphs" if triples else "results"]
    if media_type is None:
        wanted, offered = ("triples", GRAPHS) if triples else ("rows", RESULTS)
        raise NotAcceptableError(f"This query answers in {wanted}; accept one of {', '.join(offered)}.")
    forms: Any = pyoxigraph.RdfFormat if triples else pyoxigraph.QueryResultsFormat
    known = (GRAPHS if triples else RESULTS)[media_type]
    sink = Sink(Path(asked["file"]), asked["most"], is_xml=media_type.endswith("xml"))
    try:
        answer.serialize(sink, getattr(forms, known))
    except Exception as error:  # the engine wraps what the sink raises
        if sink.refusal:
            raise sink.refusal from error
        raise
    return sink.answered(media_type)


def _dataset(default_graphs: Sequence[str] | None, named_graphs: Sequence[str] | None) -> dict[str, Any]:
    """The dataset that a request describes: https://www.w3.org/TR/sparql11-protocol/#dataset."""
    if default_graphs is None and named_graphs is None:
        return {}
    import pyoxigraph

    return {
        "default_graph": [pyoxigraph.NamedNode(one) for one in default_graphs or ()],
        "named_graphs": [pyoxigraph.NamedNode(one) for one in named_graphs or ()],
    }


def named(store: Store, asked: Mapping[str, Any]) -> Answered:
    """A named query as a table for spreadsheets, or with the form `rq` its SPARQL.

    `asked` holds `name`, `form` and `values`, which are pairs of name and value. Raises UnknownError where there is no
    such query or form, QueryError for values that do not fit.
    """
    from graph.ask.parameters import filled, nearest, shortened
    from graph.ask.queries import named_queries
    from graph.ask.run import answer_named
    from graph.show.tables import Format, Table, render

    name, form = asked["name"], asked["form"]
    known = {one.name: one for one in named_queries()}
    query = known.get(name)
    if query is None or form not in TABLES:
        like = nearest(name, known)
        hint = f"did you mean {like}?" if like and form in TABLES else "/queries lists them and their forms."
        raise UnknownError(f"There is no query {shortened(name)} as {shortened(form)}; {hint}")
    values = filled(asked["values"])
    sink = Sink(Path(asked["file"]), asked["most"])
    if form == "rq":
        sink.write(query.with_values(values).encode())
    else:
        sink.write(render(Table(*answer_named(store, query, values)), Format(form)))
    return replace(sink.answered(TABLES[form]), headers={"Content-Disposition": f'inline; filename="{name}.{form}"'})


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {
    "sparql": sparql,
    "named": named,
    **downloads.TASKS,
    **editor.TASKS,
    **pages.TASKS,
    **fronts.TASKS,
    **searching.TASKS,
    **wholes.TASKS,
}
