"""The first page: what happened to the pledges, in words, in figures and as charts, and what to ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.findings import by_body, by_owner, by_strategy, by_theme, findings
from graph.show.site.charts import chart, parts
from graph.show.site.listed_rows import document_cells
from graph.show.site.listings import listed_status
from graph.show.site.rendering import counted, period, rendered
from graph.show.site.schema_org import of_dataset
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.ask.queries import NamedQuery
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

FEW = 20  # documents, bars of a chart
_OWNERS = 10
_THEMES_OF = 3  # strategies: where there are more, their themes are left to the page of each


def home_page(store: Store, about: Mapping[str, Any], queries: Sequence[NamedQuery], links: Links) -> bytes:
    """`about`: `title`, `description`, `documents`, `modified`, `downloads` (`graph.ask.holdings.about`)."""
    strategies = [one for one in by_strategy(store) if one["pledges"]]
    statuses = _together(strategies)
    total = sum(statuses.values())
    counts = findings(store)
    return rendered(
        "home.html.j2",
        links,
        title=about["title"],
        about=about,
        total=total,
        told=list(_told(statuses, strategies)),
        statuses=list(statuses.items()),
        hrefs={status: links.listing(listed_status(status)) for status in statuses},
        whole=parts(statuses, total or 1),
        findings=[_finding(one, links) for one in counts if one["count"]],
        nothing=[words()["findings"][one["name"]]["title"].lower() for one in counts if not one["count"]],
        parts=list(_charts(store, strategies, links)),
        documents=[_document(one, links) for one in about["documents"][:FEW]],
        queries=queries,
        formats={},
        data=of_dataset(about["title"], about["description"], {**about, "documents": about["documents"][:FEW]}, links),
    )


def _together(strategies: Sequence[Record]) -> dict[str, int]:
    counts = {status: sum(one["statuses"].get(status, 0) for one in strategies) for status in words()["statuses"]}
    return {status: count for status, count in counts.items() if count}


def _told(statuses: Mapping[str, int], strategies: Sequence[Record]) -> Iterator[str]:
    """What became of all pledges in a few sentences that need no table."""
    bodies = {one["body"]: one["name"] for one in strategies}
    name = next(iter(bodies.values()), None)
    whose = f" of {shown(name)}" if len(bodies) == 1 and name else f" of {counted(len(bodies), 'body', 'bodies')}"
    total = sum(statuses.values())
    plans = counted(len(strategies), "strategy", "strategies")
    yield f"{counted(total, 'pledge was', 'pledges were')} found in {plans}{whose}."
    said = {"Achieved": "achieved", "InProgress": "in progress", "Outstanding": "not done"}
    told = [f"{_are(statuses[one])} {word}" for one, word in said.items() if one in statuses]
    sentences = [f"The documents say that {_listed(told)}."] if told else []
    if unanswered := statuses.get("NotReported"):
        sentences.append(f"{unanswered:,} got no answer, although a review of the strategy was read.")
    if unread := statuses.get("NotAssessed"):
        sentences.append(f"On {unread:,} no report of progress has been read yet.")
    yield " ".join(sentences)


def _listed(told: Sequence[str]) -> str:
    return " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def _are(count: int) -> str:
    return f"{count:,} {'is' if count == 1 else 'are'}"


def _finding(one: Record, links: Links) -> Record:
    told: dict[str, str] = words()["findings"][one["name"]]
    return {"count": one["count"], "href": links.listing(one["name"]), **told}


def _charts(store: Store, strategies: Sequence[Record], links: Links) -> Iterator[Record]:
    """The parts of the page that hold charts: bodies or strategies, themes, owners."""
    bodies = by_body(strategies)
    if len(bodies) > 1:
        most = sorted(bodies, key=lambda one: (-one["pledges"], one["name"] or ""))[:FEW]
        rows = [one | {"text": one["name"] or "not named"} for one in most]
        title = f"Pledges of the {FEW} bodies with most" if len(bodies) > FEW else "Pledges of each body"
        more = [(f"All {len(bodies):,} bodies", links.listing("bodies")), _all_strategies(links)]
        yield _part("bodies", "Body by body", [chart(title, "Body", rows, links)], more)
    elif strategies:
        rows = [one | {"text": one["title"], "note": period(one["start"], one["end"])} for one in strategies[:FEW]]
        charts = [chart("Pledges of each strategy", "Strategy", rows, links)]
        yield _part("strategies", "Strategy by strategy", charts, [_all_strategies(links)])
    assessed = [one for one in strategies if set(one["statuses"]) != {"NotAssessed"}]
    if assessed and len(strategies) <= _THEMES_OF:
        charts = [_themes(store, one, links) for one in assessed]
        yield _part("themes", "Theme by theme", charts, [("All themes", links.listing("themes"))])
    owners = by_owner(store, most=_OWNERS)
    if owners:
        title = (
            f"The {len(owners)} that hold most, with what is part of them" if owners[1:] else "Pledges with an owner"
        )
        rows = [one | {"text": one["name"]} for one in owners]
        more = [
            (words_, links.listing(name))
            for name, words_ in (("programmes", "All programmes"), ("organisations", "All organisations"))
        ]
        yield _part("owners", "Who holds them now", [chart(title, "Owner", rows, links)], more)


def _document(one: Record, links: Links) -> list[Record]:
    title, publisher, date, _, terms = document_cells(one, links)
    return [title, publisher, date, terms]


def _themes(store: Store, strategy: Record, links: Links) -> Record:
    most = sorted(by_theme(store, strategy["iri"]), key=lambda one: -one["pledges"])[:FEW]
    rows = [one | {"text": one["path"][-1], "note": " – ".join(one["path"][:-1])} for one in most]
    return chart(f"Themes of {shown(strategy['title'])}", "Theme", rows, links)


def _part(identifier: str, heading: str, charts: Sequence[Record], more: Sequence[tuple[str, str]]) -> Record:
    return {"id": identifier, "heading": heading, "charts": charts, "more": more}


def _all_strategies(links: Links) -> tuple[str, str]:
    return "All strategies", links.listing("strategies")
