"""Lists of what there is, a hundred to a page: pledges by status and by finding, programmes, themes and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import UnknownError
from graph.show.site.listings import BELONGS, LISTS, Listed, sizes
from graph.show.site.portion import ROWS, pages_of
from graph.show.site.rendering import rendered

if TYPE_CHECKING:
    from graph.show.site.links import Links
    from graph.store import Store


def names() -> tuple[str, ...]:
    """The names of all lists."""
    return tuple(LISTS)


def pages(store: Store, name: str) -> int:
    """How many pages a list has, at least one. Raises UnknownError where there is no such list."""
    return pages_of(_of(name).rows(store, 0, 0)[0])


def list_page(store: Store, name: str, page: int, links: Links) -> bytes:
    """A page of a list, from 1. Raises UnknownError where there is no such list or page."""
    listed = _of(name)
    total, found = listed.rows(store, (page - 1) * ROWS, ROWS)
    last = pages_of(total)
    if not 1 <= page <= last:
        raise UnknownError(f"The list {name} has {last} pages, and page {page} is none of them.")
    told = listed.told(store, found, links)
    return rendered(
        "list.html.j2",
        links,
        title=listed.title + (f" (page {page:,} of {last:,})" if last > 1 else ""),
        heading=listed.title,
        lead=listed.lead,
        ask=listed.ask,
        one=listed.one,
        many=listed.many,
        belongs=BELONGS.get(name, "pledges" if listed.is_of_pledges else ""),
        kind=f"list_{listed.kind}.html.j2",
        beside=_beside(store, name, links) if listed.is_of_pledges else [],
        columns=listed.columns,
        rows=told,
        total=total,
        number=page,
        pages=last,
        paged=lambda number: links.listing(name, number),
        crumbs=[("Home", links.home)] + ([("Pledges", links.listing("pledges"))] if _is_part(name) else []),
        formats={},
        data=None,
    )


def _of(name: str) -> Listed:
    if name not in LISTS:
        raise UnknownError(f"There is no list {name[:40]!r}; use one of {', '.join(LISTS)}.")
    return LISTS[name]


def _is_part(name: str) -> bool:
    return LISTS[name].is_of_pledges and name != "pledges"


def _beside(store: Store, here: str, links: Links) -> list[tuple[str, str, int, bool]]:
    """The other lists of pledges, with how many each holds; those that hold none are left out."""
    known = sizes(store)
    shown = [name for name, one in LISTS.items() if one.is_of_pledges and (known.get(name) or name == here)]
    return [(LISTS[name].short, links.listing(name), known.get(name, 0), name == here) for name in shown]
