"""The charts of the first page: what became of the pledges body by body, strategy by strategy, theme by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.findings import by_body, by_owner, by_theme, findings
from graph.ask.pledged import headings_of, ledger_of
from graph.show.site.charts import chart
from graph.show.wording import counted, period
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

FEW = 20  # bars of a chart
_OWNERS = 10
_THEMES_OF = 3  # strategies: where there are more, their themes are left to the page of each


def overview(store: Store, known: Sequence[Record], links: Links) -> Iterator[Record]:
    """The parts of the page, each `{"id", "heading", "told", "charts", "more"}`.

    `known` are all strategies with what became of their pledges (`graph.ask.findings.by_strategy`).
    """
    strategies = [one for one in known if one["pledges"]]
    all_strategies = (f"All {counted(len(known), 'strategy', 'strategies')}", links.listing("strategies"))
    bodies = by_body(strategies)
    if len(bodies) > 1:
        more = [(f"All {counted(len(by_body(known)), 'body', 'bodies')}", links.listing("bodies")), all_strategies]
        yield _part("bodies", "Body by body", [_bodies(bodies, links)], more)
    elif strategies:
        rows = [one | {"text": one["title"], "note": period(one["start"], one["end"])} for one in strategies[:FEW]]
        charts = [chart("Pledges of each strategy", "Strategy", rows, links)]
        yield _part("strategies", "Strategy by strategy", charts, [all_strategies])
    assessed = [one for one in strategies if set(one["statuses"]) != {"NotAssessed"}]
    if assessed and len(strategies) <= _THEMES_OF:
        charts = [_themes(store, one, links) for one in assessed]
        yield _part("themes", "Theme by theme", charts, [("All themes", links.listing("themes"))])
    owners = by_owner(store, most=_OWNERS + 1)
    if owners:
        more = [("All programmes", links.listing("programmes")), ("All organisations", links.listing("organisations"))]
        told = _owned(store, sum(one["pledges"] for one in strategies))
        yield _part("owners", "Who holds them now", [_owners(owners, links)], more, told)


def _bodies(bodies: Sequence[Record], links: Links) -> Record:
    most = sorted(bodies, key=lambda one: (-one["pledges"], one["name"] or ""))[:FEW]
    title = f"Pledges of the {FEW} bodies with most" if len(bodies) > FEW else "Pledges of each body"
    return chart(title, "Body", [one | {"text": one["name"] or "not named"} for one in most], links)


def _themes(store: Store, strategy: Record, links: Links) -> Record:
    """The themes with most pledges. Each counts what stands under it itself, so that no pledge counts twice."""
    most = sorted(by_theme(store, strategy["iri"]), key=lambda one: -one["pledges"])[:FEW]
    with_narrower = {one["iri"]: one["pledges"] for one in headings_of(ledger_of(store), strategy["iri"])}
    rows = []
    for one in most:
        apart = with_narrower.get(one["iri"], one["pledges"]) != one["pledges"]
        notes = [" – ".join(one["path"][:-1]), "without its narrower themes" if apart else ""]
        rows.append(one | {"text": one["path"][-1], "note": "; ".join(filter(None, notes))})
    return chart(f"Themes of {shown(strategy['title'])}", "Theme", rows, links)


def _owners(owners: Sequence[Record], links: Links) -> Record:
    title = f"The {_OWNERS} that hold most" if len(owners) > _OWNERS else "All that hold pledges"
    rows = [one | {"text": one["name"]} for one in owners[:_OWNERS]]
    return chart(f"{title}, with what is part of them", "Owner", rows, links)


def _owned(store: Store, total: int) -> str:
    """How many pledges have an owner; why the bars come to more."""
    without = next(one["count"] for one in findings(store) if one["name"] == "no-owner")
    told = f"{total - without:,} of {counted(total, 'pledge')} {'has' if total - without == 1 else 'have'} an owner."
    return f"{told} A pledge that several hold counts for each of them, and for what they are part of."


def _part(
    identifier: str, heading: str, charts: Sequence[Record], more: Sequence[tuple[str, str]], told: str = ""
) -> Record:
    return {"id": identifier, "heading": heading, "told": told, "charts": charts, "more": more}
