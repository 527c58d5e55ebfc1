"""A graph in parts of bounded size, as N-Triples, each triple whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph

LARGEST_PART = 2**22  # bytes
TRIPLES_A_PART = 20_000


def parts(quads: Iterable[pyoxigraph.Quad], triples: int = TRIPLES_A_PART) -> Iterator[tuple[int, bytes]]:
    """The number of triples in each part, and the part. A graph without any has one part, which is empty.

    The same quads in the same order give the same parts, so that a push can go on where another broke off.
    """
    kept: list[bytes] = []
    size = 0
    first = True
    for quad in quads:
        line = f"{quad.triple} .\n".encode()
        if kept and (len(kept) == triples or size + len(line) > LARGEST_PART):
            yield len(kept), b"".join(kept)
            kept, size, first = [], 0, False
        kept.append(line)
        size += len(line)
    if kept or first:
        yield len(kept), b"".join(kept)
