"""What may have been meant by a name that fits nothing: errors that offer the nearest names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ask.rows import latest_first
from graph.errors import UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Queryable

_MOST = 3  # names that are offered
_LEAST = 50  # of 100: how like a name must be to be offered
_LONGEST = 60  # characters of what was given, in a message
_STRATEGIES = """SELECT DISTINCT ?iri ?title ?start ?end WHERE { ?iri a sl:Strategy ; dcterms:title ?title .
  FILTER EXISTS { ?pledge sl:statedIn ?iri }
  OPTIONAL { ?iri schema:startDate ?start } OPTIONAL { ?iri schema:endDate ?end } }"""


def unknown_strategy(store: Queryable, wanted: str) -> UnknownError:
    """No strategy with pledges is called this: the error offers the nearest titles, or else the newest."""
    names = ("iri", "title", "start", "end")
    found = [{name: row[name].value if name in row else None for name in names} for row in store.select(_STRATEGIES)]
    titles = list(dict.fromkeys(str(one["title"]) for one in latest_first(found)))
    near = nearest(wanted, titles)
    offered = f"the nearest: {_listed(near)}" if near else f"there are, the newest first: {_listed(titles[:_MOST])}"
    remedy = f"{offered}; give --strategy a part of a title" if titles else "there is none with pledges"
    return UnknownError(f"No strategy has {_short(wanted)} in its title or its address; {remedy}.")


def unknown_focus(names: Iterable[str], wanted: str, strategy: str | None) -> UnknownError:
    """Nothing that is drawn is called this: the error offers the nearest of the names of what is."""
    near = nearest(wanted, dict.fromkeys(names))
    within = f" in the strategies with {_short(strategy)} in their title" if strategy else ""
    what = f"No programme, organisation, theme or pledge{within} is called {_short(wanted)}"
    without = "leave out --strategy, or " if strategy else ""
    offered = f"the nearest: {_listed(near)}" if near else "strategy-links programmes and commitments list them"
    return UnknownError(f"{what}; {offered}; {without}give --focus a name, a part of one, or an address.")


def nearest(wanted: str, names: Iterable[str]) -> list[str]:
    """The names that are most like what is wanted, the likest first; none where nothing is like it."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        wanted, list(names), scorer=fuzz.WRatio, processor=utils.default_process, limit=_MOST, score_cutoff=_LEAST
    )
    return [name for name, _, _ in found]


def _listed(names: Iterable[str]) -> str:
    from graph.read.markup import plain

    return ", ".join(f"“{plain(one)}”" for one in names)


def _short(text: str) -> str:
    return repr(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
