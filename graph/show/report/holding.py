"""Who holds the pledges of a report, and how many have each status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.show.report.model import Holder
from graph.show.tables import printable
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Record = Mapping[str, Any]


def counts(records: Iterable[Record]) -> tuple[tuple[str, int], ...]:
    """How many pledges have each status, in the order of words.json; statuses that none has are left out."""
    found = Counter(record["status"]["value"] for record in records)
    return tuple((value, found[value]) for value in words()["statuses"] if found[value])


def holders(records: Sequence[Record]) -> list[Holder]:
    """Who holds pledges, those with the most first; each pledge counts once for an owner and all that it is part of."""
    names: dict[str, str] = {}
    above: dict[str, dict[str, None]] = {}
    held: dict[str, list[Record]] = {}
    own: Counter[str] = Counter()
    for record in records:
        reached: dict[str, None] = {}
        for owner in record["owners"]:
            own[owner["iri"]] += 1
            names[owner["iri"]] = owner["name"]
            reached[owner["iri"]] = None
            for step in owner["chain"]:
                names[step["whole"]] = step["name"]
                above.setdefault(step["part"], {})[step["whole"]] = None
                reached[step["whole"]] = None
        for iri in reached:
            held.setdefault(iri, []).append(record)
    made = [
        Holder(
            name=printable(names[iri]),
            part_of=tuple(printable(names[one]) for one in above.get(iri, ())),
            own=own[iri],
            pledges=len(pledges),
            statuses=counts(pledges),
        )
        for iri, pledges in held.items()
    ]
    return sorted(made, key=lambda one: (-one.pledges, -one.own, one.name))
