"""The graph page of a store, whole or around one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.rows import rows
from graph.ask.where import commitments
from graph.errors import UnknownError
from graph.show.graphpage.focus import around
from graph.show.graphpage.page import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ask.records import Record
    from graph.store import Queryable

_PLEDGES = "SELECT (COUNT(?iri) AS ?number) WHERE { ?iri a sl:Commitment }"
_BODIES = """SELECT ?strategy ?body ?name WHERE {
  ?strategy a sl:Strategy ; dcterms:creator ?body . ?body skos:prefLabel ?name }"""


def view(
    store: Queryable,
    *,
    focus: str | None = None,
    depth: int = 2,
    strategy: str | None = None,
    gathered: list[Record] | None = None,
) -> str:
    """The HTML of the page. Who has `gathered` the records of all commitments gives them.

    Raises UnknownError where the focus or the strategy names nothing.
    """
    records = commitments(store, strategy=strategy) if strategy else gathered or commitment_records(store)
    if not records:
        raise UnknownError(
            f"There is no commitment of a strategy {strategy!r}; strategy-links commitments lists them."
            if strategy
            else "The store holds no commitments, so there is nothing to draw; build it from documents with pledges."
        )
    unanswered = [] if strategy or focus else unanswered_statements(store)
    name = None
    if focus:
        found = around(store, records, focus, depth)
        records, name = found.records, found.name
    [counted] = rows(store, _PLEDGES)
    title = f"Pledges around {name}" if name else title_of(store, records)
    return page(records, unanswered, title=title, total=int(counted["number"]))


def title_of(store: Queryable, records: Sequence[Record]) -> str:
    """The title of the strategy, where the records are those of one, or else whose strategies they are."""
    titles: dict[str, str] = {record["strategy"]["iri"]: record["strategy"]["title"] for record in records}
    if len(titles) == 1:
        return next(iter(titles.values()))
    known = {row["strategy"]: (row["body"], row["name"]) for row in rows(store, _BODIES)}
    bodies = {known.get(strategy) for strategy in titles}
    if None in bodies:
        return f"Pledges of {len(titles)} strategies"
    [(_, name), *others] = sorted(body for body in bodies if body)
    return f"Pledges of {len(bodies)} public bodies" if others else f"Pledges of {name}"
