"""The pledges around one thing: a programme, an organisation, a theme, or a pledge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ask import rows as ask
from graph.ask.rows import rows
from graph.ask.trace import resolve
from graph.ask.tree import Tree
from graph.show.graphpage.statements import statement_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

    from graph.ask.records import Record
    from graph.store import Queryable

    _Things = Callable[[Record], Iterator[tuple[str, str]]]


@dataclass(frozen=True)
class Focus:
    """The pledges that a page is about, and the name of the thing; None for a pledge, or where several fit."""

    records: list[Record]
    name: str | None


def around(store: Queryable, records: Sequence[Record], themes: Mapping[str, str], focus: str, depth: int) -> Focus:
    """The commitments within `depth` steps of what `focus` names: by its address, or by a part of its name in any case.

    A whole name counts before a part of one, programmes and organisations before themes, and these before pledges.
    It is one step from any of them to its pledges, from a pledge to its owners and statements, and from these to the
    pledges that share them; a pledge that another continues is as far away. `themes` has the theme of each pledge.
    Raises UnknownError where nothing is called this, or nearly.
    """
    found, names = _named(records, focus) or _under(store, themes, focus)
    reached = found or {resolve(store, focus)}
    for _ in range((depth - bool(found)) // 2):
        ties = {tie for record in records if record["iri"] in reached for tie in _ties(record)}
        reached |= {record["iri"] for record in records if not ties.isdisjoint(_ties(record))}
    return Focus([one for one in records if one["iri"] in reached], next(iter(names)) if len(names) == 1 else None)


def _named(records: Sequence[Record], focus: str) -> tuple[set[str], Set[str]] | None:
    """The pledges of the holders or else of the themes that the focus names, and the names that it fits, if any."""
    by_name = [_by_name(records, things_of) for things_of in (_holders, _headings)]
    sought = focus.casefold()
    for fits in (lambda name: name == sought, lambda name: sought in name):
        for known in by_name:
            fitting = {thing for thing in known if focus == thing[0] or fits(thing[1].casefold())}
            if fitting:
                return set().union(*map(known.__getitem__, fitting)), {name for _, name in fitting}
    return None


def _by_name(records: Sequence[Record], things_of: _Things) -> dict[tuple[str, str], set[str]]:
    """The pledges of each thing: each name is looked at once, however many pledges it has."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        for thing in things_of(record):
            found[thing].add(record["iri"])
    return found


def names_in(records: Iterable[Record]) -> Iterator[str]:
    """The names of all that pledges may be drawn around, but for the pledges themselves."""
    for record in records:
        yield from (name for things_of in (_holders, _headings) for _, name in things_of(record))


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


def _under(store: Queryable, themes: Mapping[str, str], focus: str) -> tuple[set[str], Set[str]]:
    """The pledges under the theme with this address."""
    known = list(rows(store, ask.THEMES))
    if focus not in {row["iri"] for row in known}:
        return set(), set()
    tree = Tree(known)
    below = {theme for theme in set(themes.values()) if focus in _upwards(tree, theme)}
    return {pledge for pledge, theme in themes.items() if theme in below}, {tree.label(focus)}


def _upwards(tree: Tree, theme: str) -> Iterable[str]:
    return (theme, *(whole for _, whole in tree.steps(theme)))


def _ties(record: Record) -> set[str]:
    """What a pledge may share with another: itself, its statements and owners, and the pledges of its line."""
    statements = {statement_id(quote) for quote in record["evidence"]}
    relatives = {other["iri"] for other in record["lineage"]}
    return statements | {owner["iri"] for owner in record["owners"]} | relatives | {record["iri"]}
