"""Pages of lists: the pledges of a status or a finding, statements that answer none, programmes, themes and the like.

Each list is in one order, whole or a part of it: `start` counts from 0, `most` is how many are wanted.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graph.ask.findings import by_owner
from graph.ask.ledger import OF_PLEDGES, ledger
from graph.values import Kind
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.store import Store

Record = dict[str, Any]

_OUTCOMES = """SELECT ?iri ?text ?attestation ?by ?document ?line WHERE {
  ?iri a sl:Outcome ; sl:text ?text ; sl:attestation ?attestation ; sl:line ?line ; oa:hasSource/sl:fileName ?document .
  OPTIONAL { ?iri sl:attestedBy/skos:prefLabel ?by } } ORDER BY ?document ?line ?iri ?by"""
# In each, %s stands for the condition that leaves some of the pledges.
_TOTAL = "SELECT COUNT(*) FROM pledges %s"
_PLEDGES = """SELECT number, pledges.iri, text, reference, status, path, pledges.strategy, document, line FROM pledges
  LEFT JOIN themes ON themes.iri = theme %s ORDER BY number LIMIT :most OFFSET :start"""
_INVOLVED = "SELECT ?iri (COUNT(DISTINCT ?pledge) AS ?count) WHERE { ?pledge sl:involves ?iri } GROUP BY ?iri"


def pledges(store: Store, which: str | None, start: int, most: int) -> tuple[int, list[Record]]:
    """How many pledges have a status, or are of a finding, or are there at all; and some of them, in reading order.

    Each is `{"iri", "text", "reference", "status", "theme", "strategy", "document", "line", "owners"}`; an owner has
    `iri` and `name`.
    """
    part = _part(which)
    with ledger(store) as rows:
        (total,) = rows.execute(_TOTAL.replace("%s", part), {"which": which}).fetchone()
        found = rows.execute(_PLEDGES.replace("%s", part), {"which": which, "start": start, "most": most}).fetchall()
        owners: dict[int, list[Record]] = {}
        for number, iri, name in rows.execute(
            "SELECT pledge, names.iri, label FROM holders JOIN names ON names.iri = holder"
            " WHERE own AND pledge IN (SELECT value FROM json_each(?)) ORDER BY pledge, label, names.iri",
            (json.dumps([row[0] for row in found]),),
        ):
            owners.setdefault(number, []).append({"iri": iri, "name": name})
    names = ("iri", "text", "reference", "status", "theme", "strategy", "document", "line")
    told = [(row[0], dict(zip(names, row[1:], strict=True))) for row in found]
    return total, [
        one | {"theme": json.loads(one["theme"] or "[]"), "owners": owners.get(number, [])} for number, one in told
    ]


def _part(which: str | None) -> str:
    if which is None:
        return ""
    if which in OF_PLEDGES:
        return "WHERE number IN (SELECT pledge FROM found WHERE finding = :which)"
    return "WHERE status = :which"


def unanswering(store: Store, start: int, most: int) -> tuple[int, list[Record]]:
    """The statements that answer no pledge: `{"iri", "text", "theme", "strategy", "document", "line"}`."""
    names = ("iri", "text", "theme", "strategy", "document", "line")
    with ledger(store) as rows:
        (total,) = rows.execute("SELECT COUNT(*) FROM unanswered").fetchone()
        found = rows.execute(
            "SELECT unanswered.iri, text, path, unanswered.strategy, document, line FROM unanswered"
            " LEFT JOIN themes ON themes.iri = theme ORDER BY number LIMIT ? OFFSET ?",
            (most, start),
        ).fetchall()
    told = [dict(zip(names, row, strict=True)) for row in found]
    return total, [one | {"theme": json.loads(one["theme"] or "[]")} for one in told]


def programmes(store: Store) -> list[Record]:
    """Trees of programmes, those with most pledges first: `{"iri", "name", "owns", "pledges", "statuses", "parts"}`.

    What is part of two programmes stands under both. `pledges` counts those of the parts too, each once.
    """
    return _trees(store, Kind.PROGRAMME)


def _trees(store: Store, kind: str) -> list[Record]:
    with ledger(store) as rows:
        named = rows.execute("SELECT iri, label, wholes FROM names WHERE kind = ? ORDER BY label, iri", (kind,))
        found = {
            iri: {"iri": iri, "name": name, "wholes": json.loads(wholes), "owns": 0, "pledges": 0, "statuses": {}}
            for iri, name, wholes in named.fetchall()
        }
    found |= {one["iri"]: one for one in by_owner(store) if one["iri"] in found}
    below: dict[str, list[str]] = {}
    for iri, one in found.items():
        for whole in one["wholes"]:
            below.setdefault(whole, []).append(iri)
    roots = [iri for iri, one in found.items() if not any(whole in found for whole in one["wholes"])]
    reached: set[str] = set()
    trees = [_tree(iri, found, below, (), reached) for iri in _most_first(roots, found)]
    in_circles = [iri for iri in found if iri not in reached]  # each is part of another; the first stands for all
    return trees + [_tree(iri, found, below, (), reached) for iri in in_circles if iri not in reached]


def _tree(
    iri: str, found: Mapping[str, Record], below: Mapping[str, list[str]], passed: tuple[str, ...], reached: set[str]
) -> Record:
    reached.add(iri)
    parts = [one for one in _most_first(below.get(iri, ()), found) if one not in (*passed, iri)]
    return found[iri] | {"parts": [_tree(one, found, below, (*passed, iri), reached) for one in parts]}


def _most_first(iris: Sequence[str], found: Mapping[str, Record]) -> list[str]:
    return sorted(iris, key=lambda iri: (-found[iri]["pledges"], found[iri]["name"], iri))


def organisations(store: Store) -> list[Record]:
    """`{"iri", "name", "owns", "involved"}` of each, by name: how many pledges it holds, and how many involve it."""
    involved = {row["iri"].value: int(row["count"].value) for row in store.select(_INVOLVED)}
    with ledger(store) as rows:
        found = rows.execute(
            "SELECT iri, label, (SELECT COUNT(*) FROM holders WHERE holder = iri) FROM names WHERE kind = ?"
            " ORDER BY label COLLATE NOCASE, iri",
            (Kind.ORGANISATION,),
        ).fetchall()
    return [{"iri": iri, "name": name, "owns": owns, "involved": involved.get(iri, 0)} for iri, name, owns in found]


def outcomes(store: Store) -> list[Record]:
    """`{"iri", "text", "attestation", "by", "document", "line"}` of each, document by document."""
    found: dict[str, Record] = {}
    for row in store.select(_OUTCOMES):
        told = {name: row[name].value if name in row else None for name in ("text", "by", "document", "line")}
        found.setdefault(
            row["iri"].value, {"iri": row["iri"].value, **told, "attestation": local_name(row["attestation"].value)}
        )
    return sorted(found.values(), key=lambda one: (one["document"], int(one["line"]), one["iri"]))
