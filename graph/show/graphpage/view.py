"""The graph page of a store, whole or around one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.trace import resolve
from graph.ask.where import commitments
from graph.errors import UnknownError
from graph.show.graphpage.page import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ask.records import Record
    from graph.store import Queryable


def view(store: Queryable, *, focus: str | None = None, depth: int = 2, strategy: str | None = None) -> str:
    """The HTML of the page. Raises UnknownError where the focus or the strategy names nothing."""
    records = commitments(store, strategy=strategy) if strategy else commitment_records(store)
    if not records:
        raise UnknownError(
            f"There is no commitment of a strategy {strategy!r}; strategy-links commitments lists them."
            if strategy
            else "The store holds no commitments, so there is nothing to draw; build it from documents with pledges."
        )
    unanswered = [] if strategy or focus else unanswered_statements(store)
    if focus:
        records = _around(store, records, focus, depth)
    return page(records, unanswered, title=_title(records))


def _title(records: Sequence[Record]) -> str:
    titles = list(dict.fromkeys(record["strategy"]["title"] for record in records))
    return titles[0] if len(titles) == 1 else f"{len(titles)} strategies"


def _around(store: Queryable, records: Sequence[Record], focus: str, depth: int) -> list[Record]:
    """The commitments within `depth` steps of the focus, a programme or a commitment.

    From a commitment it is one step to its owners and statements, and a second to the commitments that share them, or
    that it continues or is continued by.
    """
    owned = {record["iri"] for record in records if _is_owned_by(record, focus)}
    reached = owned or {resolve(store, focus)}
    for _ in range((depth - bool(owned)) // 2):
        ties = {tie for record in records if record["iri"] in reached for tie in _ties(record)}
        reached |= {record["iri"] for record in records if ties & _ties(record)}
    return [record for record in records if record["iri"] in reached]


def _is_owned_by(record: Record, focus: str) -> bool:
    names = [name for owner in record["owners"] for name in (owner["name"], *owner["part_of"])]
    return any(focus.lower() in name.lower() for name in names) or focus in _holders(record)


def _holders(record: Record) -> set[str]:
    wholes = {step["whole"] for owner in record["owners"] for step in owner["chain"]}
    return wholes | {owner["iri"] for owner in record["owners"]}


def _ties(record: Record) -> set[str]:
    statements = {f"{quote['document']}:{quote['start']}" for quote in record["evidence"]}
    relatives = {other["iri"] for other in record["lineage"]}
    return statements | {owner["iri"] for owner in record["owners"]} | relatives | {record["iri"]}
