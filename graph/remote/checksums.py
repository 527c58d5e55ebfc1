"""The checksum of a graph: the same for the same triples in any order and in any engine's way of writing them.

The SHA-256 of each triple in N-Triples without its full stop, as `graph.remote.engines.canonical` writes it, added up
modulo 2 to the power of 256. So a graph need be neither sorted nor held in memory, and the sums of its parts add up to
that of the whole. It tells what went wrong on the way, and does not prove that nobody meddled on purpose.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.remote.engines import canonical
from graph.remote.record import Sent

if TYPE_CHECKING:
    from collections.abc import Iterable

_MODULUS = 2**256


class Sum:
    """Counts triples and adds up their checksums."""

    def __init__(self) -> None:
        self._triples = 0
        self._total = 0

    def add(self, triples: Iterable[str]) -> None:
        """Count in some triples, each in N-Triples."""
        for triple in triples:
            self._total += int.from_bytes(hashlib.sha256(canonical(triple).encode()).digest())
            self._triples += 1

    @property
    def sent(self) -> Sent:
        """The count and the checksum so far."""
        return Sent(self._triples, f"{self._total % _MODULUS:064x}")


def summed(triples: Iterable[str]) -> Sent:
    """The count and the checksum of some triples."""
    total = Sum()
    total.add(triples)
    return total.sent
