"""What a query is and how it would be sent, without running it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graph.ask.guard import check_local, code_of
from graph.ask.parameters import assignments
from graph.ask.queries import NamedQuery
from graph.ask.run import check_unset, columns_of, query_of, solutions
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import IO

    from graph.ask.parameters import Given

Explained = dict[str, Any]


def explain(source: str, values: Sequence[str], stdin: IO[bytes]) -> Explained:
    """What a person names on the command line, as `explained_named` or `explained_text` tells it; nothing is run.

    Raises QueryError as `graph.ask.run.run` does.
    """
    chosen = query_of(source, stdin)
    if isinstance(chosen, NamedQuery):
        return explained_named(chosen, assignments(values))
    check_unset(values)
    return explained_text(chosen)


def explained_named(query: NamedQuery, values: Mapping[str, Given]) -> Explained:
    """`{"name", "title", "description", "keywords", "parameters", "columns", "sparql"}`.

    A parameter is `{"name", "kind", "choices", "default", "description", "value"}`; its value is what is set, null
    where nothing is. `sparql` runs on any SPARQL 1.1 engine as it stands. Raises QueryError for values that do not fit.
    """
    text = query.with_values(values)
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "keywords": list(query.keywords),
        "parameters": [one.record() | {"value": _value(values.get(one.name))} for one in query.parameters],
        "columns": _columns(text),
        "sparql": text,
    }


def explained_text(text: str) -> Explained:
    """The same for a query that a person brings: without a name, and with the prefixes that it leaves undeclared.

    Raises QueryError for what is no query, or asks another server.
    """
    check_local(text)
    return {
        "name": None,
        "title": None,
        "description": None,
        "keywords": [],
        "parameters": [],
        "columns": _columns(text),
        "sparql": with_prefixes(text),
    }


def with_prefixes(text: str, prefixes: Mapping[str, str] = PREFIXES, end: str = "\n") -> str:
    """A query with the declarations of those prefixes that it may use and does not declare, each followed by `end`.

    >>> with_prefixes("ASK { ?c a sl:Commitment }")
    'PREFIX sl: <https://w3id.org/strategy-links#>\\nASK { ?c a sl:Commitment }'
    """
    code = code_of(text)
    missing = [
        f"PREFIX {prefix}: <{namespace}>{end}"
        for prefix, namespace in prefixes.items()
        if re.search(rf"(?<![\w.-]){prefix}:", code) and not re.search(rf"(?i:prefix)\s+{prefix}:", code)
    ]
    return "".join(missing) + text


class _NothingStored:
    """An engine that holds nothing: what it answers has the columns and no rows."""

    def query(self, query: str, **dataset: Any) -> Any:
        import pyoxigraph

        return pyoxigraph.Store().query(query, prefixes=PREFIXES, **dataset)


def _columns(text: str) -> list[str]:
    return list(columns_of(solutions(_NothingStored(), text)))


def _value(given: Given | None) -> str | list[str] | None:
    """What is set: one value as such, several as a list."""
    if given is None or isinstance(given, str):
        return given
    return given[0] if len(given) == 1 else list(given)
