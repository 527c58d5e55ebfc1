"""Answers of the named queries that a build keeps beside the graph, for stores where asking again takes seconds.

What is kept of a query is its answer with no parameter limiting anything (`graph.ask.keeping` writes it). A parameter
then picks rows, by the query's own condition: the engine is asked which values of the column it lets through.
So nothing here says once more what a query means, and a kept answer is the answer: the same rows in the same order.

The file is SQLite: `kept` has the text of each query, `terms` the values that a parameter is compared with, and each
answer is a table of its own, one row for each row. A query that has changed since the build is asked anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graph.store import ANSWERS, opened_for_reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from graph.ask.parameters import Given, Parameter
    from graph.ask.queries import NamedQuery
    from graph.store import Store

UNBOUND = "UNDEF"


class Engine(Protocol):
    """What a condition is put to; it need hold nothing."""

    def query(self, query: str, /) -> Any:
        """The solutions of a SELECT."""


_CONDITION = re.compile(r"^ *FILTER \((?P<condition>.*)\)\n", re.MULTILINE)
_SEARCH = "!BOUND(?{parameter}) || CONTAINS(LCASE(?{column}), LCASE(?{parameter}))"
_SELECT = re.compile(r"^SELECT (?P<distinct>DISTINCT )?", re.MULTILINE)
_VARIABLE = re.compile(r"\?(\w+)")
_LIMITED = re.compile(r"\b(?:LIMIT|OFFSET)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picking:
    """How a parameter picks rows: by a condition on a column, or by being the column itself, which need not be shown.

    `lines` are what of the query's text limits it to the parameter.
    """

    parameter: Parameter
    column: str
    condition: str
    lines: tuple[str, ...]

    @property
    def is_search(self) -> bool:
        """Whether it looks for a text in the column, in any case: the one condition with a faster way than asking.

        Of a hundred thousand values in lower case, as the engine made them, SQLite finds those that hold a text in
        some hundredths of a second; to have the engine read them as VALUES takes half a second.
        """
        return self.condition == _SEARCH.format(parameter=self.parameter.name, column=self.column)


def pickings(query: NamedQuery) -> tuple[Picking, ...] | None:
    """How each parameter of a query picks rows of its whole answer; None where one of them does something else.

    What limits a column alone may as well come last, as long as it stands in the outermost group: a filter is that of
    its whole group, and joins may change places (SPARQL 1.1, 18.2.2.2 and 18.6).
    """
    found = [_picking(query.text, parameter) for parameter in query.parameters]
    known = tuple(one for one in found if one)
    return known if len(known) == len(found) and not _LIMITED.search(_body(query.text)) else None


def unlimited(query: NamedQuery, how: tuple[Picking, ...]) -> str:
    """The query's text without what its parameters limit, where a parameter that is a variable of it is shown."""
    text = query.text
    for one in how:
        for line in one.lines:
            text = text.replace(line, "", 1)
        if one.column == one.parameter.name:
            text = _SELECT.sub(rf"\g<0>?{one.column} ", text, count=1)
    return text


def kept_rows(
    store: Store, query: NamedQuery, values: Mapping[str, Given]
) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]] | None:
    """Columns and rows of a query's answer as the build kept it; None where it did not keep this query.

    The values are those that `NamedQuery.with_values` takes. Raises StoreError where the file is damaged.
    """
    if pickings(query) is None or not (store.build / ANSWERS).is_file():
        return None
    with store.watched(), opened_for_reading(store.build / ANSWERS) as connection:
        kept = connection.execute("SELECT columns FROM kept WHERE query = ? AND text = ?", (query.name, query.text))
        found = kept.fetchone()
        if found is None:
            return None
        columns: tuple[str, ...] = tuple(json.loads(found[0]))
        return columns, tuple(picked(store, connection, query, values, columns))


def picked(
    engine: Engine,
    connection: sqlite3.Connection,
    query: NamedQuery,
    values: Mapping[str, Given],
    columns: Sequence[str],
) -> list[tuple[Any, ...]]:
    """Columns of the rows of a kept answer that the query's parameters, or their defaults, let through, in order."""
    how = pickings(query) or ()
    limits = {
        key_column(one.column): _let_through(engine, connection, query, one, terms)
        for one in how
        if (terms := _terms(one.parameter, values))
    }
    return connection.execute(_selection(query, columns, how, limits), [*map(json.dumps, limits.values())]).fetchall()


def _selection(query: NamedQuery, columns: Sequence[str], how: tuple[Picking, ...], limits: Iterable[str]) -> str:
    """The SQL that reads an answer, with one place for the numbers of the values that each limit lets through."""
    shown = ", ".join(map(quoted, columns))
    among = "IN (SELECT value FROM json_each(?))"
    where = " AND ".join(f"{quoted(key)} {among}" for key in limits)
    selected = f"SELECT {shown} FROM {quoted(table_of(query))} WHERE {where or 'true'}"  # noqa: S608 - quoted names
    head = _SELECT.search(query.text)
    is_wider = any(one.column not in columns for one in how)
    if is_wider and head and head["distinct"]:  # what is not shown may tell rows apart that look the same
        return f"{selected} GROUP BY {shown} ORDER BY min(rowid)"
    return f"{selected} ORDER BY rowid"


def table_of(query: NamedQuery) -> str:
    """The name of the table that holds a query's answer."""
    return f"answer of {query.name}"


def key_column(column: str) -> str:
    """The name of the column that holds the number, in `terms`, of each row's value in a column of the answer."""
    return f"{column} in terms"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _picking(text: str, parameter: Parameter) -> Picking | None:
    name = f"?{parameter.name}"
    place = re.search(rf"(?m)^ *VALUES \?{parameter.name} \{{[^{{}}]*\}}\n", text)
    if place is None or not _is_outermost(text, place):
        return None
    left = text.replace(place[0], "", 1)
    naming = [one for one in _CONDITION.finditer(left) if name in _variables(one["condition"])]
    if not naming:
        uses = list(re.finditer(rf"\{name}\b", _body(left)))
        joined = bool(uses) and all(_is_outermost(_body(left), use) for use in uses)
        return Picking(parameter, parameter.name, "true", (place[0],)) if joined else None
    others = _variables(naming[0]["condition"]) - {name}
    elsewhere = _variables(_body(left.replace(naming[0][0], "", 1)))
    if name in elsewhere or len(others) != 1 or not _is_outermost(left, naming[0]):
        return None
    return Picking(parameter, others.pop()[1:], naming[0]["condition"], (place[0], naming[0][0]))


def _variables(text: str) -> set[str]:
    return {f"?{name}" for name in _VARIABLE.findall(text)}


def _body(text: str) -> str:
    """The query without its comments."""
    return re.sub(r"(?m)^ *#.*$", "", text)


def _is_outermost(text: str, found: re.Match[str]) -> bool:
    before = _body(text[: found.start()])
    return before.count("{") - before.count("}") == 1


def _terms(parameter: Parameter, values: Mapping[str, Given]) -> str | None:
    """What a parameter is set to, as SPARQL writes it; None where it limits nothing."""
    return parameter.terms(values[parameter.name]) if parameter.name in values else parameter.default


def _let_through(
    engine: Engine, connection: sqlite3.Connection, query: NamedQuery, how: Picking, terms: str
) -> list[int]:
    """The numbers of the values that fulfil the condition."""
    of_column = (query.name, how.column)
    if how.is_search:
        [[sought]] = engine.query(f"SELECT (LCASE({terms}) AS ?sought) WHERE {{ }}")
        found = connection.execute(
            "SELECT number FROM terms WHERE query = ? AND name = ? AND instr(lowered, ?)", (*of_column, sought.value)
        )
        return [number for (number,) in found]
    known = connection.execute("SELECT number, term FROM terms WHERE query = ? AND name = ?", of_column)
    listed = " ".join(f"({number} {term})" for number, term in known)
    text = (
        f"SELECT ?number WHERE {{ VALUES (?number ?{how.column}) {{ {listed} }} "
        f"VALUES ?{how.parameter.name} {{ {terms} }} FILTER ({how.condition}) }}"
    )
    return [int(solution[0].value) for solution in engine.query(text)]
