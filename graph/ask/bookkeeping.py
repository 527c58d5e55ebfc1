"""Writing the ledger (`graph.ask.ledger`): what its tables are, and the queries that they are filled by.

What a finding is, its named query says (`ontology/queries/`); here its pledges are only written down.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask import rows as ask
from graph.ask.kept import picked
from graph.ask.queries import named_query
from graph.ask.tree import Tree
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pyoxigraph

    Row = dict[str, str]

#: The named queries whose answers are findings: those that list pledges, and the one that lists statements.
OF_PLEDGES = ("not-reported", "outstanding", "blanket-only", "no-owner", "remade-and-not-achieved", "low-confidence")
OF_STATEMENTS = "progress-without-pledge"

#: Another number where the same tables are filled otherwise.
_VERSION = 2
_SCHEMA = """
CREATE TABLE made (build TEXT, by TEXT);
CREATE TABLE pledges (number INTEGER PRIMARY KEY, iri TEXT, text TEXT, reference TEXT, strategy TEXT, theme TEXT,
  status TEXT, document TEXT, line INTEGER);
CREATE TABLE holders (holder TEXT, pledge INTEGER, own INTEGER, PRIMARY KEY (holder, pledge)) WITHOUT ROWID;
CREATE TABLE found (finding TEXT, pledge INTEGER, PRIMARY KEY (finding, pledge)) WITHOUT ROWID;
CREATE TABLE unanswered (number INTEGER PRIMARY KEY, iri TEXT, text TEXT, strategy TEXT, theme TEXT, document TEXT,
  line INTEGER);
CREATE TABLE names (iri TEXT PRIMARY KEY, label TEXT, kind TEXT, wholes TEXT) WITHOUT ROWID;
CREATE TABLE themes (iri TEXT PRIMARY KEY, path TEXT, wider TEXT, strategy TEXT) WITHOUT ROWID;
CREATE TABLE links (relation TEXT, scope TEXT, justification TEXT, rule TEXT, review TEXT, confidence REAL,
  count INTEGER);
"""
_INDEXES = """
CREATE INDEX "pledges by owner" ON holders (pledge);
CREATE INDEX "pledges by status" ON pledges (status, number);
CREATE INDEX "pledges by address" ON pledges (iri);
"""

_PLEDGES = """SELECT ?iri ?text ?strategy ?title ?from ?to ?theme ?position ?status ?document ?line ?reference WHERE {
  ?iri a sl:Commitment ; sl:text ?text ; sl:statedIn ?strategy ; sl:theme ?theme ; sl:position ?position ;
    sl:status ?status ; sl:line ?line ; oa:hasSource ?source .
  ?source sl:fileName ?document . ?strategy dcterms:title ?title .
  OPTIONAL { ?strategy schema:startDate ?from } OPTIONAL { ?strategy schema:endDate ?to }
  OPTIONAL { ?iri sl:reference ?reference } }"""
_OWNED = "SELECT DISTINCT ?iri ?owner WHERE { ?iri a sl:Commitment ; sl:ownedBy ?owner }"
_SCHEMES = "SELECT ?iri ?strategy WHERE { ?iri a sl:Theme ; skos:inScheme ?strategy }"
_STATEMENTS = "SELECT ?iri ?theme WHERE { ?iri a sl:ProgressStatement ; sl:theme ?theme }"
_LINKS = """SELECT ?relation ?scope ?justification ?rule ?review ?confidence (COUNT(*) AS ?count) WHERE {
  ?link a sl:Link ; sl:relation ?relation ; sl:scope ?scope ; sl:justification ?justification ; sl:rule ?rule ;
    sl:reviewState ?review ; sl:confidence ?confidence }
  GROUP BY ?relation ?scope ?justification ?rule ?review ?confidence"""


@cache
def made_by() -> str:
    """A digest of all that says what is in a ledger: its tables, and the queries that they are filled by."""
    ours = (str(_VERSION), _SCHEMA, _PLEDGES, _OWNED, _SCHEMES, _STATEMENTS, _LINKS, ask.NAMES, ask.THEMES)
    named = (named_query(name).text for name in (*OF_PLEDGES, OF_STATEMENTS))
    return sha256("\0".join((*ours, *named)).encode()).hexdigest()


def write_ledger(connection: sqlite3.Connection, graph: pyoxigraph.Store, build: Path) -> None:
    """Write the ledger of a build into a database that may hold the answers of the named queries already."""
    connection.executescript(_SCHEMA)
    _insert(connection, "made", [(build.name, made_by())])
    found = ask.newest_first(_rows(graph, _PLEDGES))
    numbers = {row["iri"]: number for number, row in enumerate(found, start=1)}
    _insert(connection, "pledges", (_pledge(number, row) for number, row in enumerate(found, start=1)))
    named = _rows(graph, ask.NAMES.replace("%s", ""))
    names = Tree(named)
    listed = sorted({row["iri"] for row in named})
    _insert(connection, "names", ((iri, names.label(iri), names.kind(iri), _wholes(names, iri)) for iri in listed))
    _insert(connection, "holders", _holders(_rows(graph, _OWNED), numbers, names))
    headings = _rows(graph, ask.THEMES.replace("%s", ""))
    themes = Tree(headings)
    schemes = {row["iri"]: row["strategy"] for row in _rows(graph, _SCHEMES)}
    listed = sorted({row["iri"] for row in headings})
    _insert(connection, "themes", (_theme(themes, iri, schemes.get(iri)) for iri in listed))
    for name in OF_PLEDGES:
        pledges = {numbers[iri] for (iri,) in _answer(connection, graph, name, "commitment") if iri in numbers}
        _insert(connection, "found", ((name, number) for number in sorted(pledges)))
    _insert(connection, "unanswered", _unanswered(connection, graph, schemes))
    _insert(connection, "links", sorted(map(_link, _rows(graph, _LINKS))))
    connection.executescript(_INDEXES)


def _pledge(number: int, row: Row) -> tuple[Any, ...]:
    words = (row["text"], row.get("reference"), row["strategy"], row["theme"], v.local_name(row["status"]))
    return (number, row["iri"], *words, row["document"], int(row["line"]))


def _wholes(names: Tree, iri: str) -> str:
    return json.dumps([whole for part, whole in names.steps(iri) if part == iri])


def _holders(owned: Iterable[Row], numbers: dict[str, int], names: Tree) -> list[tuple[str, int, int]]:
    """Who holds each pledge: its owners, and all that those are part of, each once."""
    found: dict[tuple[str, int], int] = {}
    above: dict[str, set[str]] = {}
    for row in owned:
        number = numbers.get(row["iri"])
        if number is not None:
            owner = row["owner"]
            found[owner, number] = 1
            if owner not in above:
                above[owner] = {whole for _, whole in names.steps(owner)}
            for whole in above[owner]:
                found.setdefault((whole, number), 0)
    return sorted((holder, number, own) for (holder, number), own in found.items())


def _theme(themes: Tree, iri: str, strategy: str | None) -> tuple[Any, ...]:
    wider = next((whole for part, whole in themes.steps(iri) if part == iri), None)
    return iri, json.dumps([*reversed(themes.above(iri)), themes.label(iri)], ensure_ascii=False), wider, strategy


def _unanswered(
    connection: sqlite3.Connection, graph: pyoxigraph.Store, schemes: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    """The statements that answer no pledge, in the order of their query."""
    under = {row["iri"]: row["theme"] for row in _rows(graph, _STATEMENTS)}
    rows = _answer(connection, graph, OF_STATEMENTS, "iri", "statement", "document", "line")
    once = {row[0]: row for row in reversed(rows)}
    for number, (iri, text, document, line) in enumerate(reversed(once.values()), start=1):
        theme = under.get(iri, "")
        yield number, iri, text, schemes.get(theme), theme, document, int(line)


def _link(row: Row) -> tuple[Any, ...]:
    names = ("relation", "scope", "justification", "rule", "review")
    return (*(v.local_name(row[name]) for name in names), float(row["confidence"]), int(row["count"]))


def _answer(connection: sqlite3.Connection, graph: pyoxigraph.Store, name: str, *columns: str) -> list[tuple[Any, ...]]:
    """Columns of a named query's answer, as it was kept or else as the engine gives it."""
    query = named_query(name)
    try:
        kept = connection.execute("SELECT 1 FROM kept WHERE query = ? AND text = ?", (name, query.text)).fetchone()
    except sqlite3.OperationalError:  # nothing is kept here
        kept = None
    if kept is None:
        return [tuple(row[column] for column in columns) for row in _rows(graph, query.text)]
    return picked(graph, connection, query, {}, columns)  # a parameter that is not set may limit by its default


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - our names


def _rows(graph: pyoxigraph.Store, query: str) -> list[Row]:
    solutions: Any = graph.query(query, prefixes=PREFIXES)
    names = [variable.value for variable in solutions.variables]
    return [{name: one[name].value for name in names if one[name] is not None} for one in solutions]
