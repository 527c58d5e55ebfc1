"""What a text says a name is part of: "the Pier Programme within the Harbour Plan", "Subgroup of the Harbour Board"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.extract.names.groups import Node
    from graph.extract.names.sightings import Sighting
    from graph.identifiers import Iri

    Seen = tuple[str, list[tuple[Sighting, Node]]]  # a text, and its sightings in order

_THE = r"\s+(?:the |our |its )?(?:wider |overall )?[‘“\"']?"
_BELOW = re.compile(
    rf"[’”\"']?,?\s+(?:\(?(?:which|that)\s+|(?:is|forms)\s+|itself\s+|a\s+|now\s+)*(?:part of|within|under){_THE}",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(rf"\s+of{_THE}", re.IGNORECASE)
_HELD_IN = re.compile(
    rf"[’”\"']?\s+(?:is|are|has been|was)\s+(?:contained|included|set out|held)\s+(?:in|with|within|under|into){_THE}",
    re.IGNORECASE,
)
_HOLDS = re.compile(rf"[’”\"']?,?\s+(?:which\s+)?(?:also\s+)?(?:includes?|including|contains?){_THE}", re.IGNORECASE)


def parents(seen: Iterable[Seen], addresses: Mapping[Node, Iri]) -> dict[Iri, tuple[Iri, ...]]:
    """The parents of each name that the texts give one, in the order of their addresses; never in a circle.

    `addresses` says which name each sighting's node is of.
    """
    above: dict[Iri, set[Iri]] = {}
    for child, parent in sorted(set(_pairs(seen, addresses))):
        if child not in _all_above(parent, above):
            above.setdefault(child, set()).add(parent)
    return {child: tuple(sorted(found)) for child, found in above.items()}


def _pairs(seen: Iterable[Seen], addresses: Mapping[Node, Iri]) -> Iterator[tuple[Iri, Iri]]:
    for text, sightings in seen:
        for (one, first), (other, second) in pairwise(sightings):
            if first not in addresses or second not in addresses or addresses[first] == addresses[second]:
                continue
            if _is_below(text, one, other):
                yield addresses[first], addresses[second]
            elif _HOLDS.fullmatch(text, one.end, other.start) and one.kind is other.kind is Kind.PROGRAMME:
                yield addresses[second], addresses[first]


def _is_below(text: str, one: Sighting, other: Sighting) -> bool:
    if one.kind is other.kind is Kind.ORGANISATION:
        return bool(_GROUP_OF.fullmatch(text, one.end, other.start))
    if other.kind is not Kind.PROGRAMME or one.kind is not Kind.PROGRAMME:
        return one.kind is Kind.PROGRAMME and bool(_GROUP_OF.fullmatch(text, one.end, other.start))
    return bool(_BELOW.fullmatch(text, one.end, other.start) or _HELD_IN.fullmatch(text, one.end, other.start))


def _all_above(start: Iri, above: Mapping[Iri, set[Iri]]) -> set[Iri]:
    """A name and all that it is part of."""
    found: set[Iri] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(above.get(one, ()))
    return found
