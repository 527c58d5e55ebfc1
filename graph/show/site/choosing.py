"""The page that stands for a graph too large to be drawn at once: its strategies, each of which can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.site.rendering import rendered
from graph.show.wording import period
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graph.show.site.links import Links

    Record = dict[str, Any]


def choosing_page(
    strategies: Iterable[Mapping[str, Any]], total: int, most: int, address: Callable[[str], str], links: Links
) -> bytes:
    """The page. `strategies` are those to choose from, in the order of `graph.ask.findings.by_strategy`; `total` counts
    the pledges of all, `most` is how many are drawn at once, and `address` gives the graph of a strategy.
    """
    bodies: dict[str | None, Record] = {}
    for one in strategies:
        body = bodies.setdefault(one["body"], {"name": shown(one["name"] or ""), "strategies": []})
        years, title = period(one["start"], one["end"]), shown(one["title"])
        told = {"title": title, "period": "" if years in title else years, "pledges": one["pledges"]}
        body["strategies"].append(told | {"href": address(one["iri"])})
    return rendered(
        "choosing.html.j2",
        links,
        title="Graph",
        bodies=list(bodies.values()),
        total=total,
        most=most,
        formats={},
        data=None,
    )
