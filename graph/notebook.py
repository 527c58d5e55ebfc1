"""The face for notebooks and scripts: `from graph import open_store, query`.

A store is named by its folder, as with `--store`; `endpoint` names a SPARQL server to ask instead, as `--endpoint`
does. Answers are pandas DataFrames where pandas is installed, with columns of the types that the data has: whole
numbers stay whole, and what is not bound is `pandas.NA`. Without pandas they are lists of dictionaries, one for each
row, with None for what is not bound.
"""

from __future__ import annotations

import datetime
import json
import re
import warnings
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import store as stores
from graph.ask.queries import named_queries, named_query
from graph.ask.run import answer_named, answer_text, check_unset
from graph.errors import QueryError
from graph.remote.opening import opened
from graph.store import DEFAULT_STORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import rdflib

    from graph.ask.parameters import Given
    from graph.ask.run import Cell
    from graph.show.tracing import Trace
    from graph.store import Queryable

#: A DataFrame where pandas is installed, else a list of rows by the names of the columns; no type can say which.
Answer = Any

_SPARQL = re.compile(r"[{<:?]")  # no query does without all of these, and no name holds one
_INTEGER_RANGE = range(-(2**63), 2**63)


def open_store(path: Path | str = DEFAULT_STORE) -> rdflib.Dataset:
    """A store as an rdflib Dataset, read only; its default graph holds everything but the assessments.

    Queries go to the store's own engine; `FROM` names a graph of the store, and none is ever fetched.
    Raises StoreError where there is no store. A query raises QueryError where it is none, or asks another server.
    """
    opened = stores.open_store(Path(path))
    from graph.ask.dataset import dataset

    return dataset(opened.graph)


def query(
    source: str | Path, /, *, store: Path | str = DEFAULT_STORE, endpoint: str | None = None, **parameters: Any
) -> Answer:
    """The answer of a named query, of a query in SPARQL, or of a file that holds one.

    Parameters are those that `queries()` lists, as text, numbers, or lists of them for those that take several; None
    leaves one unset. ASK gives one cell, CONSTRUCT and DESCRIBE give triples. Raises QueryError for a name or a
    parameter that does not exist, for a value that does not fit, and for what is no query or asks another server.

        query("pledges-by-owner", name="Steps")
        query("SELECT ?text WHERE { ?commitment sl:status sl:Outstanding ; sl:text ?text }")
    """
    given = {name: _given(value) for name, value in parameters.items() if value is not None}
    if isinstance(source, str) and not _SPARQL.search(source):
        chosen = named_query(source)
        return _frame(*answer_named(_opened(store, endpoint), chosen, given))
    check_unset(given)
    return _frame(*answer_text(_opened(store, endpoint), _text(source)))


def queries() -> Answer:
    """The named queries: name, title, description and parameters."""
    return _of_records([one.record() for one in named_queries()])


def where(text: str, /, *, limit: int = 3, store: Path | str = DEFAULT_STORE, endpoint: str | None = None) -> Answer:
    """Where a pledge went: one row for each of the best matches, with how well it fits."""
    from graph.ask.where import where as ask
    from graph.show.answers import flat

    found = ask(_opened(store, endpoint), text, limit)["matches"]
    table = flat(found)
    rows = [(*row, one["score"]) for row, one in zip(table.rows, found, strict=True)]
    return _frame((*table.columns, "score"), rows)


def trace(text: str, /, *, store: Path | str = DEFAULT_STORE, endpoint: str | None = None) -> Trace:
    """Every path from a pledge to what it is linked to: a small picture in a notebook, a tree elsewhere.

    The pledge is named by its words, its address or the end of that, as in `strategy-links trace`. `graph` of what is
    given is a networkx.DiGraph, `svg()` the picture alone, `note` what the words were taken for, where they are not the
    pledge's own. Raises UnknownError where nothing fits; a notebook shows its sentence and no traceback.
    """
    from graph.ask.trace import resolve
    from graph.ask.trace import trace as follow
    from graph.show.taken import is_its_own, taken_for
    from graph.show.tracing import Trace
    from graph.show.words import shown

    source = _opened(store, endpoint)
    commitment = resolve(source, text)
    graph = follow(source, commitment)
    pledge = graph.nodes[commitment]["label"]
    note = taken_for(source, text, commitment, pledge, _of_an_owner)
    if not note and not is_its_own(shown(text), commitment, pledge):
        note = f"The pledge that fits “{shown(text)}” best: “{shown(pledge)}”"
    return Trace(graph, commitment, note)


def commitments(*, store: Path | str = DEFAULT_STORE, endpoint: str | None = None, **filters: Any) -> Answer:
    """All commitments, or those that pass the filters `status`, `owner`, `strategy`, `theme` and `involves`."""
    from graph.ask.where import commitments as ask
    from graph.show.answers import flat

    table = flat(ask(_opened(store, endpoint), **filters))
    return _frame(table.columns, table.rows)


def _of_an_owner(name: str) -> str:
    return f'query("pledges-by-owner", name={json.dumps(name, ensure_ascii=False)})'


def _opened(store: Path | str, endpoint: str | None) -> Queryable:
    return opened(Path(store), endpoint, lambda told: warnings.warn(told, stacklevel=3))


def _text(source: str | Path) -> str:
    if isinstance(source, str):
        return source
    try:
        return source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{source}: the query cannot be read ({error}); give text in UTF-8.") from error


def _given(value: Any) -> Given:
    """What a person gives in Python, as `--set` takes it."""
    if isinstance(value, list | tuple | set | frozenset):
        return sorted(map(_one, value)) if isinstance(value, set | frozenset) else [_one(one) for one in value]
    return _one(value)


def _one(value: Any) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return format(Decimal(str(value)), "f")  # 1e-05 is 0.00001
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _of_records(records: Sequence[Mapping[str, Any]]) -> Answer:
    from graph.show.tables import Table

    table = Table.of(records)
    return _frame(table.columns, table.rows)


def _frame(columns: tuple[str, ...], rows: Iterable[Sequence[Cell]]) -> Answer:
    rows = list(rows)
    try:
        import pandas
    except ImportError:
        return [dict(zip(columns, row, strict=True)) for row in rows]
    series = [
        pandas.Series([pandas.NA if cell is None else cell for cell in cells], dtype=_dtype(cells), name=name)
        for name, cells in zip(columns, zip(*rows, strict=True) if rows else [()] * len(columns), strict=True)
    ]
    return pandas.concat(series, axis=1) if series else pandas.DataFrame()


def _dtype(cells: Sequence[Cell]) -> str:
    """The type of pandas, of those that know NA, that holds all cells of a column."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds <= {str}:
        return "string"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "Int64" if all(cell in _INTEGER_RANGE for cell in cells if cell is not None) else "object"
    return "Float64" if kinds <= {int, float} else "object"
