"""The pledges around one thing: a programme, an organisation, a theme, or a pledge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ask import rows as ask
from graph.ask.rows import rows
from graph.ask.trace import resolve
from graph.ask.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from graph.ask.records import Record
    from graph.store import Queryable

_THEMES_OF_ALL = "SELECT ?iri ?theme WHERE { ?iri a sl:Commitment ; sl:theme ?theme }"


@dataclass(frozen=True)
class Focus:
    """The pledges that a page is about, and the name of the thing; None for a pledge, or where several fit."""

    records: list[Record]
    name: str | None


def around(store: Queryable, records: Sequence[Record], focus: str, depth: int) -> Focus:
    """The commitments within `depth` steps of what `focus` names: by its address, or by a part of its name in any case.

    A whole name counts before a part of one, programmes and organisations before themes, and these before pledges.
    It is one step from any of them to its pledges, from a pledge to its owners and statements, and from these to the
    pledges that share them; a pledge that another continues is as far away. Raises UnknownError where nothing is
    called this, or nearly.
    """
    found, names = _named(store, records, focus)
    reached = found or {resolve(store, focus)}
    for _ in range((depth - bool(found)) // 2):
        ties = {tie for record in records if record["iri"] in reached for tie in _ties(record)}
        reached |= {record["iri"] for record in records if not ties.isdisjoint(_ties(record))}
    return Focus([one for one in records if one["iri"] in reached], next(iter(names)) if len(names) == 1 else None)


def _named(store: Queryable, records: Sequence[Record], focus: str) -> tuple[set[str], Set[str]]:
    """The pledges of the holders or else of the themes that the focus names, and the names that it fits."""
    sought = focus.casefold()
    for fits in (lambda name: name == sought, lambda name: sought in name):
        for things_of in (_holders, _headings):
            found, names = set(), set()
            for record in records:
                fitting = {name for iri, name in things_of(record) if focus == iri or fits(name.casefold())}
                if fitting:
                    found.add(record["iri"])
                    names |= fitting
            if found:
                return found, names
    return _under(store, focus)


def _holders(record: Record) -> Iterator[tuple[str, str]]:
    """Address and name of whoever owns a pledge, of what the owners are part of, and of its partners."""
    for holder in (*record["owners"], *record["partners"]):
        yield holder["iri"], holder["name"]
    for owner in record["owners"]:
        for step in owner["chain"]:
            yield step["whole"], step["name"]


def _headings(record: Record) -> Iterator[tuple[str, str]]:
    """The headings that a pledge stands under; records do not hold their addresses."""
    for heading in record["theme"]:
        yield "", heading


def _under(store: Queryable, focus: str) -> tuple[set[str], Set[str]]:
    """The pledges under the theme with this address."""
    themes = list(rows(store, ask.THEMES))
    if focus not in {row["iri"] for row in themes}:
        return set(), set()
    tree = Tree(themes)
    found = {row["iri"] for row in rows(store, _THEMES_OF_ALL) if focus in _upwards(tree, row["theme"])}
    return found, {tree.label(focus)}


def _upwards(tree: Tree, theme: str) -> Iterable[str]:
    return (theme, *(whole for _, whole in tree.steps(theme)))


def _ties(record: Record) -> set[str]:
    """What a pledge may share with another: itself, its statements and owners, and the pledges of its line."""
    statements = {f"{quote['document']}:{quote['start']}" for quote in record["evidence"]}
    relatives = {other["iri"] for other in record["lineage"]}
    return statements | {owner["iri"] for owner in record["owners"]} | relatives | {record["iri"]}
