"""What each list is: its words, its columns, where its rows come from, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.ask import listing
from graph.ask.findings import by_body, by_status, by_strategy, findings
from graph.ask.holdings import documents
from graph.ask.ledger import OF_PLEDGES, OF_STATEMENTS
from graph.ask.pledged import headings_of, ledger_of
from graph.show.site import listed_rows as shown_as
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

#: The part of the navigation that a list belongs to, where it is not one of pledges.
BELONGS = {"programmes": "programmes", "organisations": "programmes", "documents": "data"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: `rows` gives how many there are and some of them, `told` makes them what its template shows.

    `kind` names the template of its rows, `one` and `many` what it counts.
    """

    title: str
    lead: str
    kind: str
    columns: tuple[str, ...]
    one: str
    many: str
    rows: Callable[[Store, int, int], tuple[int, list[Record]]]
    told: Callable[[Store, list[Record], Links], list[Any]]
    short: str = ""
    ask: str = ""
    is_of_pledges: bool = False


def listed_status(status: str) -> str:
    """The name of the list of the pledges that have a status.

    >>> listed_status("InProgress")
    'in-progress'
    """
    return "".join(f"-{one.lower()}" if one.isupper() else one for one in status).lstrip("-")


@lru_cache(maxsize=2)
def sizes(store: Store) -> dict[str, int]:
    """How many each list of pledges holds, by its name. A build does not change."""
    statuses = by_status(store)
    counts = {"pledges": sum(statuses.values())}
    counts |= {listed_status(one): count for one, count in statuses.items()}
    return counts | {one["name"]: one["count"] for one in findings(store)}


def _pledges(which: str | None) -> Callable[[Store, int, int], tuple[int, list[Record]]]:
    return lambda store, start, most: listing.pledges(store, which, start, most)


def _whole(get: Callable[[Store], list[Record]]) -> Callable[[Store, int, int], tuple[int, list[Record]]]:
    """A part of what is only to be had whole. It is kept for the next page."""
    kept = lru_cache(maxsize=1)(get)

    def rows(store: Store, start: int, most: int) -> tuple[int, list[Record]]:
        found = kept(store)
        return len(found), found[start : start + most]

    return rows


def _of_pledges(which: str | None, title: str, short: str, lead: str, ask: str = "") -> Listed:
    columns = ("Pledge", "Status", "Owner", "Theme")
    told = shown_as.pledges
    return Listed(title, lead, "pledges", columns, "pledge", "pledges", _pledges(which), told, short, ask, True)


def _statuses() -> dict[str, Listed]:
    return {
        listed_status(one): _of_pledges(one, f"Pledges: {look['word'].lower()}", look["word"], look["means"])
        for one, look in words()["statuses"].items()
    }


def _findings() -> dict[str, Listed]:
    told = words()["findings"]
    found = {
        name: _of_pledges(
            name, f"Pledges: {told[name]['title'].lower()}", told[name]["title"], told[name]["means"], told[name]["ask"]
        )
        for name in OF_PLEDGES
    }
    last = told[OF_STATEMENTS]
    found[OF_STATEMENTS] = Listed(
        last["title"],
        last["means"],
        "pledges",
        ("Statement", "Theme", "Where"),
        "statement",
        "statements",
        listing.unanswering,
        shown_as.statements,
        last["title"],
        last["ask"],
        is_of_pledges=True,
    )
    return found


_FIGURES = ("Pledges", *(look["word"] for look in words()["statuses"].values()))

LISTS: dict[str, Listed] = {
    "pledges": _of_pledges(None, "All pledges", "All", "Each pledge with what became of it, document by document."),
    **_statuses(),
    **_findings(),
    "programmes": Listed(
        "Programmes",
        "Whatever holds work: programmes, plans, reviews."
        " What is part of another stands below it, and its pledges count for both.",
        "tree", (), "programme that is part of no other", "programmes that are part of no other",
        _whole(listing.programmes), shown_as.trees,
    ),
    "organisations": Listed(
        "Organisations",
        "Partners, providers, inspectors, boards and groups that the documents name.",
        "rows", ("Organisation", "Pledges it holds now", "Pledges that involve it"), "organisation", "organisations",
        _whole(listing.organisations), shown_as.organisations,
    ),
    "strategies": Listed(
        "Strategies", "Each plan that was read or reported on, with what became of its pledges.",
        "rows", ("Strategy", "Period", "Body", *_FIGURES), "strategy", "strategies",
        _whole(by_strategy), shown_as.strategies,
    ),
    "bodies": Listed(
        "Bodies", "Who made the strategies.",
        "rows", ("Body", "Strategies", *_FIGURES), "body", "bodies",
        _whole(lambda store: by_body(by_strategy(store))), shown_as.bodies,
    ),
    "themes": Listed(
        "Themes",
        "The headings that pledges stand under, strategy by strategy."
        " What stands under a narrower heading counts for the wider ones as well.",
        "rows", ("Theme", "Strategy", *_FIGURES), "theme", "themes",
        _whole(lambda store: headings_of(ledger_of(store))), shown_as.themes,
    ),
    "outcomes": Listed(
        "Outcomes: results and aims",
        "What the documents say has come of it, and what they say should."
        " An aim is no result: each is marked as what it is.",
        "rows", ("Outcome", "Result or aim", "Who says so", "Where"), "outcome", "outcomes",
        _whole(listing.outcomes), shown_as.outcomes,
    ),
    "documents": Listed(
        "Documents", "What was read, who published it and when, where it was found, and under which terms.",
        "rows", ("Document", "Publisher", "Date", "Where it was found", "Terms of use"), "document", "documents",
        _whole(documents), shown_as.documents,
    ),
}  # fmt: skip
