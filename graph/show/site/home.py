"""The first page: what happened to the pledges, in words, in figures and as charts, and what to ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.findings import by_strategy, findings
from graph.show.site.charts import parts
from graph.show.site.listed_rows import document_cells
from graph.show.site.listings import listed_status
from graph.show.site.overview import overview
from graph.show.site.rendering import rendered
from graph.show.site.schema_org import of_dataset
from graph.show.wording import counted, listed
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.ask.queries import NamedQuery
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

FEW = 20  # documents


def home_page(store: Store, about: Mapping[str, Any], queries: Sequence[NamedQuery], links: Links) -> bytes:
    """`about`: `title`, `description`, `documents`, `modified`, `downloads` (`graph.ask.holdings.about`)."""
    known = by_strategy(store)
    strategies = [one for one in known if one["pledges"]]
    statuses = _together(strategies)
    total = sum(statuses.values())
    counts = findings(store)
    return rendered(
        "home.html.j2",
        links,
        title=links.imprint.title or about["title"],
        about=about,
        total=total,
        told=list(_told(statuses, strategies, len(known))),
        statuses=list(statuses.items()),
        hrefs={status: links.listing(listed_status(status)) for status in statuses},
        whole=parts(statuses, total or 1),
        findings=[_finding(one, links) for one in counts if one["count"]],
        nothing=[_finding(one, links) for one in counts if not one["count"]],
        parts=list(overview(store, known, links)),
        documents=[_document(one, links) for one in about["documents"][:FEW]],
        queries=queries,
        formats={},
        data=of_dataset(about["title"], about["description"], {**about, "documents": about["documents"][:FEW]}, links),
    )


def _together(strategies: Sequence[Record]) -> dict[str, int]:
    counts = {status: sum(one["statuses"].get(status, 0) for one in strategies) for status in words()["statuses"]}
    return {status: count for status, count in counts.items() if count}


def _told(statuses: Mapping[str, int], strategies: Sequence[Record], known: int) -> Iterator[str]:
    """What became of all pledges in a few sentences that need no table."""
    bodies = {one["body"]: one["name"] for one in strategies}
    name = next(iter(bodies.values()), None)
    whose = f" of {shown(name)}" if len(bodies) == 1 and name else f" of {counted(len(bodies), 'body', 'bodies')}"
    total = sum(statuses.values())
    plans = counted(known, "strategy", "strategies")
    plans = plans if len(strategies) == known else f"{len(strategies):,} of {plans}"
    yield f"{counted(total, 'pledge was', 'pledges were')} found in {plans}{whose}."
    said = {"Achieved": "achieved", "InProgress": "in progress", "Outstanding": "not done"}
    found = [f"{_are(statuses[one])} {word}" for one, word in said.items() if one in statuses]
    sentences = [f"By what was reported, {listed(found)}."] if found else []
    if unanswered := statuses.get("NotReported"):
        sentences.append(f"{unanswered:,} got no answer, although a review of the strategy was read.")
    if unread := statuses.get("NotAssessed"):
        sentences.append(f"On {unread:,} no report of progress has been read yet.")
    yield " ".join(sentences)


def _are(count: int) -> str:
    return f"{count:,} {'is' if count == 1 else 'are'}"


def _finding(one: Record, links: Links) -> Record:
    told: dict[str, str] = words()["findings"][one["name"]]
    unit = one["of"].removesuffix("s") if one["count"] == 1 else one["of"]
    return {"count": one["count"], "unit": unit, "href": links.listing(one["name"]), **told}


def _document(one: Record, links: Links) -> list[Record]:
    title, publisher, date, _, terms = document_cells(one, links)
    return [title, publisher, date, terms]
