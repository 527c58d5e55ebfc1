"""Where a commitment went: the search, and the records of what it finds; and lists of commitments by what is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graph.ask import rows as ask
from graph.ask.records import commitment_records
from graph.ask.rows import quote, rows
from graph.ask.search import FITS, find
from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.ask.records import Quoted, Record
    from graph.store import Queryable


def where(store: Queryable, question: str, limit: int) -> dict[str, Any]:
    """`{"query", "matches": [record + "score"], "nearest": [...]}`; `nearest` only holds what does not fit."""
    question = question.encode("utf-8", "replace").decode()  # an argument may hold bytes that are no text
    with store.watched():
        hits = find(store.search_index, question, limit)
    fitting = [hit for hit in hits if hit.score >= FITS]
    chosen = fitting or hits
    scores = {hit.commitment: hit.score for hit in chosen}
    records = commitment_records(store, list(scores)) if scores else []
    scored = [record | {"score": scores[record["iri"]]} for record in records]
    return {"query": question, "matches": scored if fitting else [], "nearest": [] if fitting else scored}


def commitments(
    store: Queryable,
    *,
    status: str | None = None,
    owner: str | None = None,
    strategy: str | None = None,
    theme: str | None = None,
    involves: str | None = None,
    quoted: Quoted = quote,
) -> list[Record]:
    """All records that pass every filter given. Raises QueryError for a status that does not exist."""
    tests: list[Callable[[Record], bool]] = []
    if status:
        wanted = _status(status)
        tests.append(lambda one: one["status"]["value"] == wanted)
    if owner:
        owns = _named(store, owner)
        tests.append(lambda one: any(owns(name) for own in one["owners"] for name in (own["name"], *own["part_of"])))
    if strategy:
        tests.append(lambda one: holds(strategy, one["strategy"]["title"], one["strategy"]["iri"]))
    if theme:
        tests.append(lambda one: holds(theme, *one["theme"], " – ".join(one["theme"])))
    if involves:
        takes_part = _named(store, involves)
        tests.append(lambda one: any(takes_part(partner["name"]) for partner in one["partners"]))
    return [record for record in commitment_records(store, quoted=quoted) if all(test(record) for test in tests)]


def _named(store: Queryable, wanted: str) -> Callable[[str], bool]:
    """Whether a name is the one that is wanted, by itself or by another name of what it names."""
    also = {row["label"] for row in rows(store, ask.ALIASES) if holds(wanted, row["alias"])}
    return lambda name: name in also or holds(wanted, name)


def holds(wanted: str, *texts: str) -> bool:
    """Whether one of some texts holds what is wanted, whatever its case, its dashes and its spaces."""
    return any(_plain(wanted) in _plain(text) for text in texts)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[–—›-]", " ", text.lower().replace("’", "'")).split())


def _status(given: str) -> str:
    from graph.values import Status

    letters = "".join(filter(str.isalpha, given)).lower()
    for status in Status:
        if status.lower() == letters:
            return status
    raise QueryError(f"{given!r} is not a status; use one of {', '.join(Status)}.")
