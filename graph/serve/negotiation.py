"""Which media type answers a request: RFC 9110, section 12.5.1, over the types of the SPARQL 1.1 protocol."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Media types in the order of preference where a request has none, with the name that the engine knows them by.
# https://www.w3.org/TR/sparql11-protocol/#conneg
RESULTS = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/xml": "XML",
}
GRAPHS = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
    "application/json": "JSON_LD",
    "application/xml": "RDF_XML",
    "text/plain": "N_TRIPLES",
}


@dataclass(frozen=True, slots=True)
class _Range:
    """One media range of an Accept header, and how much it is wanted."""

    kind: str
    subtype: str
    quality: float

    def rank(self, media_type: str) -> int:
        """How closely it names a type: 3 by name, 2 by its kind, 1 by `*/*`, 0 not at all."""
        kind, subtype = media_type.split("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 3
        if (self.kind, self.subtype) == (kind, "*"):
            return 2
        return int((self.kind, self.subtype) == ("*", "*"))


def best(accept: str, offered: Iterable[str]) -> str | None:
    """The type that an Accept header wants most, the first offered among equals; None where it takes none.

    >>> best("text/csv;q=0.5, text/turtle", ("text/csv", "text/turtle"))
    'text/turtle'
    """
    return _best(accept, tuple(offered))


@lru_cache(maxsize=512)
def _best(accept: str, offered: tuple[str, ...]) -> str | None:
    ranges = list(_ranges(accept)) if accept.strip() else [_Range("*", "*", 1.0)]
    wanted = {media_type: _quality(media_type, ranges) for media_type in offered}
    found = max(wanted, key=lambda one: wanted[one])  # the first of equals
    return found if wanted[found][0] > 0 else None


def _quality(media_type: str, ranges: list[_Range]) -> tuple[float, int]:
    """The quality that the closest range gives, and how close it is: a name goes before a wildcard."""
    rank, quality = max(((one.rank(media_type), one.quality) for one in ranges), default=(0, 0.0))
    return (quality, rank) if rank else (0.0, 0)


def _ranges(accept: str) -> Iterable[_Range]:
    for part in accept.split(","):
        name, *parameters = (one.strip() for one in part.split(";"))
        kind, slash, subtype = name.lower().partition("/")
        quality = next((_number(one[2:]) for one in parameters if one[:2].lower() == "q="), 1.0)
        if slash and kind and subtype:
            yield _Range(kind, subtype, quality)


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
