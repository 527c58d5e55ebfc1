"""Running a query that a person names or brings, as rows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from graph.ask.queries import assignments, check_local, named_query
from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Store

Row = tuple[str | int | float | bool | None, ...]

_INTEGERS = frozenset({"integer", "int", "long", "nonNegativeInteger"})
_DECIMALS = frozenset({"decimal", "double", "float"})


def run(store: Store, source: str, values: Sequence[str], stdin: IO[bytes]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Columns and rows of the answer; ASK gives one cell, CONSTRUCT and DESCRIBE give triples.

    `source` is a query's name, a file, or `-` for `stdin`. Raises QueryError for what is no query, or fetches.
    """
    text = _text(source, values, stdin)
    try:
        answer = store.query(text)
    except SyntaxError as error:
        raise QueryError(f"The query is not SPARQL 1.1: {_place(error)}; mend it there.") from error
    with store.watched():
        return _rows(answer)


def _text(source: str, values: Sequence[str], stdin: IO[bytes]) -> str:
    if source != "-" and not _is_file(source):
        return named_query(source).with_values(assignments(values))
    if values:
        raise QueryError("--set is for named queries; write the values into your own query.")
    try:
        text = (stdin.read() if source == "-" else Path(source).read_bytes()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{source}: the query cannot be read ({error}); give text in UTF-8.") from error
    check_local(text)
    return text


def _rows(answer: Any) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    import pyoxigraph

    if isinstance(answer, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        return columns, tuple(tuple(_value(term) for term in solution) for solution in answer)
    if isinstance(answer, pyoxigraph.QueryTriples):
        rows = sorted((_value(one.subject), _value(one.predicate), _value(one.object)) for one in answer)
        return ("subject", "predicate", "object"), tuple(rows)
    return ("answer",), ((bool(answer),),)


def _value(term: Any) -> str | int | float | bool | None:
    if term is None:
        return None
    kind = getattr(getattr(term, "datatype", None), "value", "").rsplit("#", 1)[-1]
    if kind in _INTEGERS:
        return int(term.value)
    if kind in _DECIMALS:
        return float(term.value)
    if kind == "boolean":
        return bool(term.value == "true")
    return str(getattr(term, "value", term))


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
