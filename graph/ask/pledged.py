"""Some of the pledges: those that a thing holds or names, counted, and page by page in reading order.

All of it is read from the ledger (`graph.ask.ledger`).
"""

from __future__ import annotations

import json
import weakref
from contextlib import ExitStack
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING, Any

from graph.ask.ledger import ledger
from graph.values import Status

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Store

Record = dict[str, Any]
Counts = dict[str, int]  # pledges by status, in the order of the scale; a status that none has is left out

_COLUMNS = ("number", "iri", "text", "reference", "status", "theme", "strategy", "document", "line")
_NAMED = "SELECT value FROM json_each(?)"


def ledger_of(store: Store) -> sqlite3.Connection:
    """The ledger of a store, which stays open: to open it anew takes longer than a page asks of it."""
    return _opened(store, get_ident()).rows


class _Opened:
    def __init__(self, store: Store) -> None:
        stack = ExitStack()
        self.rows = stack.enter_context(ledger(store))
        weakref.finalize(self, stack.close)


@lru_cache(maxsize=2)
def _opened(store: Store, thread: int) -> _Opened:  # noqa: ARG001 - SQLite wants one connection for each thread
    return _Opened(store)


def statuses_of(rows: sqlite3.Connection, pledges: Iterable[str]) -> Counts:
    """How many of some pledges have each status. What is no pledge does not count."""
    found = rows.execute(
        f"SELECT status, COUNT(*) FROM pledges WHERE iri IN ({_NAMED}) GROUP BY status",  # noqa: S608 - our words
        (json.dumps([*pledges]),),
    )
    return _in_order(dict(found))


def some_of(rows: sqlite3.Connection, pledges: Iterable[str], start: int, most: int) -> list[Record]:
    """Some of the pledges named, in reading order, as records.

    Each is `{"number", "iri", "text", "reference", "status", "theme", "strategy", "document", "line", "owners"}`, where
    `theme` and `strategy` are IRIs and `owners` is `[{"iri", "name"}]`.
    """
    columns = ", ".join(_COLUMNS)
    found = rows.execute(
        f"SELECT {columns} FROM pledges WHERE iri IN ({_NAMED}) ORDER BY number LIMIT ? OFFSET ?",  # noqa: S608
        (json.dumps([*pledges]), most, start),
    )
    return _with_owners(rows, [dict(zip(_COLUMNS, row, strict=True)) for row in found])


def held(rows: sqlite3.Connection, holder: str) -> tuple[Counts, Counts]:
    """The statuses of the pledges that a programme or organisation owns itself, and of those that its parts do."""
    counts: tuple[Counts, Counts] = {}, {}
    query = """SELECT own, status, COUNT(*) FROM holders JOIN pledges ON number = pledge WHERE holder = ?
      GROUP BY own, status"""
    for own, status, count in rows.execute(query, (holder,)):
        counts[0 if own else 1][status] = count
    return _in_order(counts[0]), _in_order(counts[1])


def some_held(rows: sqlite3.Connection, holder: str, start: int, most: int) -> list[Record]:
    """Some of the pledges that a programme or organisation owns, its own first, then those of its parts."""
    columns = ", ".join(_COLUMNS)
    found = rows.execute(
        f"SELECT {columns}, own FROM holders JOIN pledges ON number = pledge WHERE holder = ?"  # noqa: S608
        " ORDER BY own DESC, number LIMIT ? OFFSET ?",
        (holder, most, start),
    )
    return _with_owners(rows, [dict(zip((*_COLUMNS, "own"), row, strict=True)) for row in found])


def beside(rows: sqlite3.Connection, pledge: str) -> tuple[Record | None, Record | None]:
    """The pledge before and the pledge after one in its strategy, each `{"iri", "text", "reference"}`, or None."""
    query = """SELECT other.number < here.number, other.iri, other.text, other.reference FROM pledges AS here
      JOIN pledges AS other ON other.number IN (here.number - 1, here.number + 1) AND other.strategy = here.strategy
      WHERE here.iri = ?"""
    found = {
        bool(before): {"iri": iri, "text": text, "reference": reference}
        for before, iri, text, reference in rows.execute(query, (pledge,))
    }
    return found.get(True), found.get(False)


def headings_of(rows: sqlite3.Connection, strategy: str | None = None) -> list[Record]:
    """The headings of a strategy, or of all, in reading order, each before those under it.

    `{"iri", "name", "path", "depth", "strategy", "pledges", "statuses"}`: `depth` counts from 0, `path` holds the names
    from the widest heading on, and a pledge counts for the heading that it stands under and for all wider ones.
    """
    found: dict[str, Record] = {}
    those = "(:strategy IS NULL OR strategy = :strategy)"
    headings = f"SELECT iri, path, wider, strategy FROM themes WHERE {those}"  # noqa: S608 - our words
    for iri, path, wider, of in rows.execute(headings, {"strategy": strategy}):
        names = json.loads(path)
        told = {"iri": iri, "name": names[-1], "path": names, "strategy": of}
        found[iri] = told | {"wider": wider, "first": None, "statuses": {}}
    counted = f"SELECT theme, status, COUNT(*), MIN(number) FROM pledges WHERE {those} GROUP BY theme, status"  # noqa: S608
    for theme, status, count, first in rows.execute(counted, {"strategy": strategy}).fetchall():
        for iri in _and_wider(theme, found):
            one = found[iri]
            one["statuses"][status] = one["statuses"].get(status, 0) + count
            one["first"] = min(first, one["first"] or first)
    starts: dict[str | None, int] = {}  # where the pledges of each strategy begin: the order of the strategies
    for one in found.values():
        if one["first"] is not None:
            starts[one["strategy"]] = min(one["first"], starts.get(one["strategy"], one["first"]))
    below: dict[str | None, list[Record]] = {}
    for one in sorted(found.values(), key=lambda one: _place(one, starts)):
        below.setdefault(one["wider"] if one["wider"] in found else None, []).append(one)
    return _in_reading_order(below)


def _place(heading: Record, starts: Mapping[str | None, int]) -> tuple[Any, ...]:
    """By what headings are ordered: their strategy, then their first pledge; those without any come last."""
    start, first = starts.get(heading["strategy"]), heading["first"]
    return start is None, start, heading["strategy"] or "", first is None, first, heading["name"], heading["iri"]


def _and_wider(theme: str | None, found: dict[str, Record]) -> list[str]:
    """A heading and those that it stands under, each once."""
    chain: list[str] = []
    while theme in found and theme not in chain:
        chain.append(theme)
        theme = found[theme]["wider"]
    return chain


def _in_reading_order(below: dict[str | None, list[Record]]) -> list[Record]:
    told: list[Record] = []
    waiting = [(0, one) for one in reversed(below.get(None, ()))]
    while waiting:
        depth, one = waiting.pop()
        statuses = _in_order(one["statuses"])
        kept = {key: one[key] for key in ("iri", "name", "path", "strategy")}
        told.append(kept | {"depth": depth, "pledges": sum(statuses.values()), "statuses": statuses})
        waiting += [(depth + 1, narrower) for narrower in reversed(below.get(one["iri"], ()))]
    return told


def _with_owners(rows: sqlite3.Connection, pledges: Sequence[Record]) -> list[Record]:
    query = """SELECT pledge, names.iri, label FROM holders JOIN names ON names.iri = holder
      WHERE own AND pledge IN (SELECT value FROM json_each(?)) ORDER BY pledge, label, names.iri"""
    owners: dict[int, list[Record]] = {}
    for number, iri, name in rows.execute(query, (json.dumps([one["number"] for one in pledges]),)):
        owners.setdefault(number, []).append({"iri": iri, "name": name})
    return [one | {"owners": owners.get(one["number"], [])} for one in pledges]


def _in_order(counts: Counts) -> Counts:
    return {str(status): counts[status] for status in Status if counts.get(status)}
