"""Keeping the answers of the named queries beside a graph that was built (`graph.ask.kept` reads them), and the ledger
of its pledges (`graph.ask.ledger`).
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from graph.ask.bookkeeping import write_ledger
from graph.ask.kept import UNBOUND, key_column, pickings, quoted, table_of, unlimited
from graph.ask.queries import named_queries
from graph.ask.run import cell
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import pyoxigraph

    from graph.ask.queries import NamedQuery


def write_answers(path: Path, graph: pyoxigraph.Store, queries: Iterable[NamedQuery] | None = None) -> None:
    """Write a new file into the folder of a build, with the ledger and the answer of each query.

    Raises sqlite3.Error where the disk does not take it.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # a build that is not whole is thrown away
        connection.execute("PRAGMA synchronous = OFF")  # publishing brings its files to the disk
        with connection:
            connection.execute("CREATE TABLE kept (query TEXT PRIMARY KEY, text TEXT, columns TEXT) WITHOUT ROWID")
            connection.execute(
                "CREATE TABLE terms (query TEXT, name TEXT, number INTEGER, term TEXT, lowered TEXT,"
                " PRIMARY KEY (query, name, number)) WITHOUT ROWID"
            )
            for query in named_queries() if queries is None else queries:
                _keep(connection, graph, query)
        write_ledger(connection, graph, path.parent)
        connection.commit()


def _keep(connection: sqlite3.Connection, graph: pyoxigraph.Store, query: NamedQuery) -> None:
    how = pickings(query)
    if how is None:
        return
    columns = _columns(query)
    try:
        answer: Any = graph.query(unlimited(query, how), prefixes=PREFIXES)
    except SyntaxError:  # a column cannot be added to what is grouped
        return
    compared = list(dict.fromkeys(one.column for one in how))
    if not columns or not {*columns, *compared} <= {variable.value for variable in answer.variables}:
        return
    table = quoted(table_of(query))
    names = [*columns, *map(key_column, compared)]
    connection.execute(f"CREATE TABLE {table} ({', '.join(map(quoted, names))})")
    numbers: dict[str, dict[str, int]] = {column: {} for column in compared}
    places = ", ".join("?" * len(names))
    try:
        insert = f"INSERT INTO {table} VALUES ({places})"  # noqa: S608 - a name, quoted
        connection.executemany(insert, _rows(answer, columns, numbers))
    except _NoPlaceForItError:
        connection.execute(f"DROP TABLE {table}")
        return
    sought = {one.column for one in how if one.is_search}
    for column, known in numbers.items():
        lowered = _lowered(known) if column in sought else {}
        rows = ((query.name, column, number, term, lowered.get(number)) for term, number in known.items())
        connection.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO kept VALUES (?, ?, ?)", (query.name, query.text, json.dumps(columns)))


def _lowered(known: dict[str, int]) -> dict[int, str]:
    """The terms of a column in lower case by their number, as the engine's LCASE makes them; it makes none of IRIs."""
    import pyoxigraph

    listed = " ".join(f"({number} {term})" for term, number in known.items())
    text = f"SELECT ?number (LCASE(?term) AS ?lowered) WHERE {{ VALUES (?number ?term) {{ {listed} }} }}"
    solutions: Any = pyoxigraph.Store().query(text)
    return {int(one[0].value): one[1].value for one in solutions if one[1] is not None}


def _columns(query: NamedQuery) -> list[str]:
    """What a SELECT shows, told by an engine that holds nothing; nothing for another kind of query."""
    import pyoxigraph

    answer = pyoxigraph.Store().query(query.text, prefixes=PREFIXES)
    return [variable.value for variable in answer.variables] if isinstance(answer, pyoxigraph.QuerySolutions) else []


class _NoPlaceForItError(Exception):
    """SQLite would give a cell back as something else: it has no truth values."""


def _rows(answer: Any, columns: Sequence[str], numbers: dict[str, dict[str, int]]) -> Iterator[tuple[Any, ...]]:
    """The cells of each row, and then the number of each term that a parameter is compared with."""
    for solution in answer:
        cells = [cell(solution[name]) for name in columns]
        if any(isinstance(one, bool) for one in cells):
            raise _NoPlaceForItError
        terms = (UNBOUND if solution[name] is None else str(solution[name]) for name in numbers)
        keys = (known.setdefault(term, len(known)) for known, term in zip(numbers.values(), terms, strict=True))
        yield (*cells, *keys)
