"""The graph page of a store, whole or around one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ask.nearest import unknown_focus, unknown_strategy
from graph.ask.records import commitment_records, unanswered_statements
from graph.ask.reviewing import decision_sets
from graph.ask.rows import located, rows
from graph.ask.where import commitments
from graph.errors import UnknownError
from graph.show.graphpage.focus import around, names_in
from graph.show.graphpage.page import page
from graph.show.graphpage.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ask.records import Record
    from graph.show.site.links import Links
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
    links: Links | None = None,
) -> str:
    """The HTML of the page. Who has `gathered` the records of the strategy, or of all (with quotes `located`), gives
    them.

    `links` are the addresses of the site or server that the page is one of; a page by itself has none. Raises
    UnknownError where the focus or the strategy names nothing, and where there is no pledge to draw.
    """
    if gathered is not None:
        records = gathered
    elif strategy:
        records = commitments(store, strategy=strategy, quoted=located)
    else:
        records = commitment_records(store, quoted=located)
    if not records:
        if strategy:
            raise unknown_strategy(store, strategy)
        raise UnknownError(
            "The store holds no commitments, so there is nothing to draw; build it from documents with pledges."
        )
    unanswered = [] if strategy or focus else unanswered_statements(store, located)
    name, sources = None, Sources.of(store, [one["iri"] for one in records] if strategy else None)
    if focus:
        try:
            found = around(store, records, sources.themes, focus, depth)
        except UnknownError:
            raise unknown_focus(names_in(records), focus, strategy) from None
        if not found.records:  # it is there, but in another strategy
            raise unknown_focus(names_in(records), focus, strategy)
        records, name = found.records, found.name
    [counted] = rows(store, _PLEDGES)
    title = f"Pledges around {name}" if name else title_of(store, records)
    return page(
        records,
        unanswered,
        title=title,
        total=int(counted["number"]),
        sets=decision_sets(store),
        sources=sources,
        links=links,
    )


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
