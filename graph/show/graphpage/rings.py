"""Points and discs round a middle, so that none overlap: what the free layout of the graph page is made of.

Lengths are pixels at 100%, angles radians. Everything takes time in proportion to what is placed, or nearly so.
"""

from __future__ import annotations

from math import asin, cos, hypot, pi, sin, sqrt, tau
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]

GOLDEN = pi * (3 - sqrt(5))  # the angle between one seed of a sunflower and the next: Vogel 1979
_SEED = 1.63  # seeds at radius c * sqrt(n) are at least this many c apart


def sunflower(number: int, apart: float, hole: float) -> list[Point]:
    """So many points, each as far from the others as `apart`, and as far from the middle as `hole` at least."""
    scale = apart / _SEED
    first = (hole / scale) ** 2
    return [_at(scale * sqrt(first + seed), seed * GOLDEN) for seed in range(number)]


def ring_places(number: int, apart: float, hole: float) -> list[tuple[float, int]]:
    """Radius of each ring round a hole and how many points it holds; without a hole the first point is the middle."""
    rings: list[tuple[float, int]] = []
    radius = hole + apart / 2 if hole else 0.0
    while number > 0:
        room = int(pi / asin(apart / (2 * radius))) if radius >= apart / 2 else 1
        rings.append((radius, min(room, number)))
        number -= room
        radius += apart
    return rings


def on_rings(wanted: Sequence[float], rings: Sequence[tuple[float, int]], apart: float) -> list[Point]:
    """A point on the rings for each wanted angle, as near to it as the others leave room; inner rings fill first."""
    places: list[Point] = []
    for radius, room in rings:
        here = wanted[len(places) : len(places) + room]
        between = 2 * asin(min(1.0, apart / (2 * radius))) if radius else tau
        places += [_at(radius, angle) for angle in parted(here, between)]
    return places


def parted(wanted: Sequence[float], between: float) -> list[float]:
    """Angles in the order of the wanted ones, at least `between` apart; spread evenly where they crowd.

    >>> parted([0.0, 0.1, 3.0], 0.5)
    [0.0, 0.5, 3.0]
    """
    order = sorted(range(len(wanted)), key=lambda one: (wanted[one] % tau, one))
    found = [0.0] * len(wanted)
    last = -tau
    for one in order:
        found[one] = last = max(wanted[one] % tau, last + between)
    if order and last - found[order[0]] > tau - between:
        for place, one in enumerate(order):
            found[one] = found[order[0]] + place * tau / len(order)
    return found


def around(hole: float, radii: Sequence[float], *, in_one_ring: int = 1, top: bool = False) -> list[Point]:
    """The middles of discs with these radii in rings round a hole, in their order; without a hole the first is in it.

    A ring begins on the right, or at the top. Up to `in_one_ring` discs stand in one ring, however wide it gets.
    Two discs next to each other on a ring of radius R never overlap where each has the angle 2 asin(r / R): the
    distance of their middles is 2 R sin((a + b) / 2), which is at least R sin a + R sin b.
    """
    places: list[Point] = []
    if not hole and radii:
        places, hole = [(0.0, 0.0)], radii[0]
    while len(places) < len(radii):
        left = radii[len(places) :]
        radius, taken = (_one_ring(hole, left), len(left)) if len(left) <= in_one_ring else _next_ring(hole, left)
        angles = [2 * asin(one / radius) for one in left[:taken]]
        air = (tau - sum(angles)) / taken
        angle = -angles[0] / 2 - (pi / 2 if top else 0)
        for wide in angles:
            places.append(_at(radius, angle + wide / 2))
            angle += wide + air
        hole = radius + max(left[:taken])
    return places


def _one_ring(hole: float, radii: Sequence[float]) -> float:
    """The radius of the ring that holds all of these discs."""
    low = hole + max(radii)
    high = max(low, sum(radii) / 2)  # asin(x) is at most x * pi / 2, so that there they are no more than a full turn
    for _ in range(40):
        middle = (low + high) / 2
        if sum(2 * asin(one / middle) for one in radii) > tau:
            low = middle
        else:
            high = middle
    return high


def _next_ring(hole: float, radii: Sequence[float]) -> tuple[float, int]:
    """The radius of the next ring, and how many of these discs it takes."""
    widest = radius = total = 0.0
    for taken, one in enumerate(radii):
        if one > widest:
            widest, radius = one, hole + one
            total = sum(2 * asin(each / radius) for each in radii[:taken])
        total += 2 * asin(one / radius)
        if total > tau:
            return hole + max(radii[:taken]), taken
    return radius, len(radii)


def far(points: Sequence[Point], radii: Sequence[float]) -> float:
    """The radius of the disc round the middle that holds all of these discs."""
    return max((hypot(x, y) + radius for (x, y), radius in zip(points, radii, strict=True)), default=0.0)


def _at(radius: float, angle: float) -> Point:
    return radius * cos(angle), radius * sin(angle)
