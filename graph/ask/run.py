"""Running a query that a person names or brings, as rows."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Protocol

from graph.ask.guard import check_local, place_in
from graph.ask.kept import kept_rows
from graph.ask.parameters import assignments
from graph.ask.queries import NamedQuery, named_query
from graph.errors import QueryError
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.ask.parameters import Given
    from graph.store import Queryable

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

_INTEGERS = frozenset({"integer", "int", "long", "short", "byte"}) | {
    f"{sign}Integer" for sign in ("nonNegative", "positive", "nonPositive", "negative")
}
_DECIMALS = frozenset({"decimal", "double", "float"})
_READABLE = 10_000  # characters that rdflib reads in some tens of milliseconds


class Rows(NamedTuple):
    """An answer: the names of its columns and, for each row, a cell under each; None where nothing is bound."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Engine(Protocol):
    """What evaluates SPARQL: a store, a server, or a library."""

    def query(self, query: str, **dataset: Any) -> Any:
        """Solutions, triples or a boolean. Raises SyntaxError."""


def answer_named(store: Queryable, query: NamedQuery, values: Mapping[str, Given]) -> Rows:
    """The answer of a named query with its parameters set, as the build kept it where it did.

    Raises QueryError for values that do not fit.
    """
    text = query.with_values(values)
    kept = kept_rows(store, query, values) if isinstance(store, Store) else None
    return Rows(*kept) if kept else _answer(store, text)


def answer_text(store: Queryable, text: str) -> Rows:
    """The answer of any SPARQL 1.1 query; ASK gives one cell, CONSTRUCT and DESCRIBE give triples.

    Raises QueryError for what is no query, with line and column, or asks another server.
    """
    check_local(text)
    return _answer(store, text)


def run(store: Queryable, source: str, values: Sequence[str], stdin: IO[bytes]) -> Rows:
    """The answer to what a person names on the command line: a query's name, a file, or `-` for `stdin`.

    `values` are as `--set` takes them. Raises QueryError for what is no query, or fetches.
    """
    chosen = query_of(source, stdin)
    if isinstance(chosen, NamedQuery):
        return answer_named(store, chosen, assignments(values))
    check_unset(values)
    return answer_text(store, chosen)


def query_of(source: str, stdin: IO[bytes]) -> NamedQuery | str:
    """The named query, or the text of a file or of `stdin`, that is meant by `source`. Raises QueryError."""
    if source != "-" and not _is_file(source):
        return named_query(source, ", and no such file")
    try:
        return (stdin.read() if source == "-" else Path(source).read_bytes()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{source}: the query cannot be read ({error}); give text in UTF-8.") from error


def check_unset(values: object) -> None:
    """Refuse values where there is no named query to take them. Raises QueryError."""
    if values:
        raise QueryError("--set is for named queries; write the values into your own query.")


def solutions(store: Engine, text: str, **dataset: Any) -> Any:
    """What the engine answers, unread. Raises QueryError with line and column where the text is no SPARQL query."""
    try:
        return store.query(text, **dataset)
    except SyntaxError as error:
        raise QueryError(f"The query is not SPARQL 1.1: {said_where(text, error)}; mend it there.") from error


def said_where(text: str, error: SyntaxError) -> str:
    """Where a query is wrong, in words, given what the engine said of it."""
    found = place_in(text) if len(text) <= _READABLE else None
    return f"line {found[0]}, column {found[1]}" if found else _place(error)


def _answer(store: Queryable, text: str) -> Rows:
    answer = solutions(store, text)
    with store.watched():
        return _rows(answer)


def columns_of(answer: Any) -> tuple[str, ...]:
    """The names of the columns of what a store answers; nothing of it is read."""
    import pyoxigraph

    if isinstance(answer, pyoxigraph.QuerySolutions):
        return tuple(variable.value for variable in answer.variables)
    return ("answer",) if isinstance(answer, bool | pyoxigraph.QueryBoolean) else ("subject", "predicate", "object")


def _rows(answer: Any) -> Rows:
    import pyoxigraph

    columns = columns_of(answer)
    if isinstance(answer, pyoxigraph.QuerySolutions):
        return Rows(columns, tuple(tuple(cell(term) for term in solution) for solution in answer))
    if isinstance(answer, bool | pyoxigraph.QueryBoolean):
        return Rows(columns, ((bool(answer),),))
    triples = ((cell(one.subject), cell(one.predicate), cell(one.object)) for one in answer)
    return Rows(columns, tuple(sorted(triples, key=lambda row: tuple(map(str, row)))))


def cell(term: Any) -> Cell:
    """A term as a cell: numbers and truth values as such, where the literal is one; any other term as its text."""
    if term is None:
        return None
    text = str(getattr(term, "value", term))
    kind = getattr(getattr(term, "datatype", None), "value", "").rsplit("#", 1)[-1]
    try:
        if kind in _INTEGERS:
            return int(text)
        if kind in _DECIMALS:
            return float(text) if math.isfinite(float(text)) else text
    except ValueError:  # ill-typed, or too long
        return text
    return text in ("true", "1") if kind == "boolean" else text


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except (OSError, ValueError):  # no file can have such a name
        return False


def _place(error: SyntaxError) -> str:
    """Where Oxigraph gave up: its message starts with `error at LINE:COLUMN`, and goes on about tokens."""
    found = re.match(r"error at (\d+):(\d+): (?:expected one of )?(Prefix not found)?", str(error))
    if not found:
        return " ".join(str(error).split())
    why = " (a prefix is not declared)" if found[3] else ""
    return f"line {found[1]}, column {found[2]}{why}"
