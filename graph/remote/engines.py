"""What SPARQL engines do in ways of their own, and what is done about it: the one place that knows them apart.

Oxigraph answers as the specifications say. Virtuoso 7 was seen, by the tests in tests/servers/, to

- make its default graph of all graphs, of whomever: so the default graph is pushed to a graph with a name, and every
  query says by `default-graph-uri` that it means that one (graph/remote/dataset.py; on every engine alike);
- answer ASK with a row or no row under `__ASK_RETVAL`, write `typed-literal`, and write true as 1;
- write decimals without zeros at the end, and languages in small letters: as Oxigraph, and so the embedded store, does;
- order texts of more than a few words by their numbers in its tables;
- take seconds for a query of a thousand VALUES or of a thousand `named-graph-uri`, and none of several thousand;
- take no INSERT DATA of more than 5,000 triples;
- leave out rows beyond its `ResultSetMaxRows`, and rows that it has not found in time, with status 200;
- follow `property+` only from a start that another pattern binds: the product's own queries bind it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.vocabulary import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.remote.client import Response

_ASKED = "__ASK_RETVAL"
_BOOLEAN = XSD + "boolean"
_TRUTH = {"1": "true", "0": "false"}
_ORDERED = re.compile(
    r"\bORDER\s+BY(?P<keys>(?:\s*(?:\?\w+|(?:ASC|DESC)\s*\(\s*\?\w+\s*\)))+)\s*\Z", re.IGNORECASE
)  # by nothing but variables, and all rows


@dataclass(frozen=True, slots=True)
class Engine:
    """What one make of server needs. The values are those of an engine that does as the specifications say."""

    name: str = "a SPARQL 1.1 server"
    at_once: int = 1000  # things that one query may name in VALUES
    named_graphs: int = 5000  # that one query may choose; beyond that it chooses among all that the server has
    inserted: int = 5000  # triples that one INSERT DATA may hold
    page: int | None = None  # rows that are asked for at once where a whole graph is read; None where there is no limit
    orders_texts: bool = True
    sees_all_graphs: bool = False  # also where a request names a default graph and no named one

    def limit(self, response: Response) -> str | None:
        """What a server says of an answer with status 200 that is not whole; None where it is."""
        if "x-sql-state" in response.headers:  # Virtuoso's Anytime queries
            return "gave what it had found when its time was up"
        if rows := response.headers.get("x-sparql-maxrows"):
            return f"gave no more than {rows} rows"
        return None

    def results(self, body: bytes) -> bytes:
        """An answer in https://www.w3.org/TR/sparql11-results-json/, written as that says."""
        if _ASKED.encode() not in body[:200] and _BOOLEAN.encode() not in body:
            return body
        answer = json.loads(body)
        rows = answer.get("results", {}).get("bindings", [])
        if answer.get("head", {}).get("vars") == [_ASKED]:
            return json.dumps({"head": {}, "boolean": any(row[_ASKED]["value"] != "0" for row in rows)}).encode()
        for term in (term for row in rows for term in row.values() if term.get("datatype") == _BOOLEAN):
            term["value"] = _TRUTH.get(term["value"], term["value"])
        return json.dumps(answer).encode()

    def in_order(self, query: str, solutions: Any) -> Any:
        """Solutions in the order that the query asks for, where the engine cannot be trusted with it."""
        ordered = _ORDERED.search(query)
        if self.orders_texts or ordered is None:
            return solutions
        names = [str(variable) for variable in solutions.variables]
        if not set(re.findall(r"\?\w+", ordered["keys"])) <= set(names):
            return solutions
        return _sorted(names, solutions, ordered["keys"])


STANDARD = Engine()
VIRTUOSO = Engine(
    "Virtuoso", at_once=100, named_graphs=50, inserted=4000, page=10_000, orders_texts=False, sees_all_graphs=True
)


def engine_of(response: Response) -> Engine:
    """The make of the server that gave an answer of SPARQL results with a row in it.

    A proxy may hide the header that says so; the word is older than SPARQL 1.1, and nobody else's.
    """
    named = response.headers.get("server", "").startswith("Virtuoso")
    return VIRTUOSO if named or b'"typed-literal"' in response.body else STANDARD


def canonical(triple: str) -> str:
    """A triple in N-Triples, the same for every way in which an engine may write the value of its literal.

    >>> canonical('<x:a> <x:b> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    '<x:a> <x:b> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    for datatype, written in _WRITTEN.items():
        if triple.endswith(datatype):
            before, quote, value = triple[: -len(datatype)].rpartition('"')[0].rpartition('"')
            return before + quote + written(value) + '"' + datatype
    return triple


def _decimal(value: str) -> str:
    return value.rstrip("0").rstrip(".") if "." in value else value


def _boolean(value: str) -> str:
    return _TRUTH.get(value, value)


# By how a triple with such a literal ends: an IRI cannot hold these signs, nor a text end in them.
_WRITTEN = {f"^^<{XSD}decimal>": _decimal, f"^^<{XSD}boolean>": _boolean}


def _sorted(names: Iterable[str], solutions: Iterable[Iterable[Any]], keys: str) -> Any:
    """Rows sorted by Oxigraph, as the embedded store would have: by a query of nothing but these rows."""
    import pyoxigraph

    names = list(names)
    rows = "\n".join("(" + " ".join("UNDEF" if term is None else str(term) for term in row) + ")" for row in solutions)
    columns = " ".join(names)
    return pyoxigraph.Store().query(f"SELECT {columns} {{ VALUES ({columns}) {{\n{rows}\n}} }} ORDER BY {keys}")


def headers(accepted: str, **more: str) -> Mapping[str, str]:
    """The headers of a request."""
    return {"Accept": accepted, "User-Agent": "strategy-links", **more}
