"""Where IRIs answer at a server: `/id/REST` for the IRI BASE + REST, whichever of the store's bases it has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from graph import vocabulary as v
from graph.identifiers import DEFAULT_BASE
from graph.serve.formats import MEDIA_TYPES

if TYPE_CHECKING:
    from graph.store import Store

#: RFC 3986, section 3.3: what a path holds as it is, but for the ampersand.
SAFE = "/:@!$'()*+,;=~-._"


class Addresses:
    """The addresses at a server of what one store holds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.bases: tuple[str, ...] = tuple(store.record.get("bases") or (DEFAULT_BASE,))

    def named(self, rest: str) -> tuple[str, str] | None:
        """The IRI that a path below `/id/` names, and the ending after it, if any; None where the store knows neither.

        What ends like a format and is an IRI of the store is that IRI.
        """
        return self._known(rest, "") or self._known(*ending_of(rest))

    def _known(self, rest: str, ending: str) -> tuple[str, str] | None:
        found = (iri for iri in (*self._below(rest), rest) if iri.startswith(self.bases) and is_known(self._store, iri))
        return next(((iri, ending) for iri in found), None)

    def _below(self, rest: str) -> tuple[str, ...]:
        return tuple(base + rest for base in self.bases)

    def path(self, iri: str) -> str | None:
        """The address of an IRI at this server, a part of a thing at that thing's; None where it answers elsewhere.

        Where two bases have the same rest, the whole IRI of the second stands in the path.
        """
        if iri.startswith(v.SL):
            return "/ontology#" + quote(iri.removeprefix(v.SL), safe=SAFE)
        base = next((one for one in self.bases if iri.startswith(one)), None)
        if base is None:
            return None
        rest, hash_mark, part = iri.removeprefix(base).partition("#")
        if len(self.bases) > 1 and self.named(rest) != (base + rest, ""):
            rest = base + rest
        return "/id/" + quote(rest, safe=SAFE) + hash_mark + quote(part, safe=SAFE)


def ending_of(rest: str) -> tuple[str, str]:
    """A path without the ending of a format, and that ending.

    >>> ending_of("body/plan.ttl"), ending_of("body/plan.2")
    (('body/plan', 'ttl'), ('body/plan.2', ''))
    """
    stem, _, ending = rest.rpartition(".")
    return (stem, ending) if ending in MEDIA_TYPES else (rest, "")


def is_known(store: Store, iri: str) -> bool:
    """Whether the store says anything of an IRI: as a subject, as an object, or as the name of a graph."""
    from pyoxigraph import NamedNode

    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    patterns = ((node, None, None, None), (None, None, node, None), (None, None, None, node))
    return any(next(store.graph.quads_for_pattern(*one), None) is not None for one in patterns)
