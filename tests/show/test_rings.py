"""Points and discs round a middle: none overlap, whatever their number and size."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist, hypot, tau

import pytest

from graph.show.graphpage.rings import around, far, on_rings, parted, ring_places, sunflower

CLOSE = 1e-9


@pytest.mark.parametrize("number", [0, 1, 2, 7, 200])
def test_the_seeds_of_a_sunflower_are_apart(number: int) -> None:
    seeds = sunflower(number, 30, 37)
    assert len(seeds) == number
    assert all(dist(*pair) >= 30 - CLOSE for pair in combinations(seeds, 2))
    assert all(hypot(*seed) >= 37 - CLOSE for seed in seeds)


@pytest.mark.parametrize("hole", [0, 5, 60])
@pytest.mark.parametrize("number", [0, 1, 2, 9, 120])
def test_points_on_rings_are_apart_wherever_they_would_like_to_be(number: int, hole: float) -> None:
    for wanted in ([0.0] * number, [one * tau / 7 for one in range(number)]):
        points = on_rings(wanted, ring_places(number, 24, hole), 24)
        assert len(points) == number
        assert all(dist(*pair) >= 24 - CLOSE for pair in combinations(points, 2))


def test_a_point_stands_where_it_wants_to_where_there_is_room() -> None:
    assert parted([1.0, 2.0, 3.0], 0.5) == [1.0, 2.0, 3.0]
    assert parted([3.0, 1.0, 1.1], 0.5) == [3.0, 1.0, 1.5]
    crowded = sorted(parted([1.0] * 12, tau / 12))
    assert all(after - before == pytest.approx(tau / 12) for before, after in pairwise(crowded))
    assert parted([], 1.0) == []


@pytest.mark.parametrize("hole", [0.0, 1.0, 400.0])
@pytest.mark.parametrize("in_one_ring", [1, 14])
@pytest.mark.parametrize(
    "radii", [[], [50.0], [50.0, 50.0], [400.0, 20.0, 20.0], [20.0, 30.0, 400.0] * 9, [60.0] * 100], ids=len
)
def test_discs_overlap_neither_each_other_nor_the_hole(radii: list[float], in_one_ring: int, hole: float) -> None:
    middles = around(hole, radii, in_one_ring=in_one_ring, top=True)
    assert len(middles) == len(radii)
    discs = list(zip(middles, radii, strict=True))
    assert all(dist(a, b) >= one + other - 1e-6 for (a, one), (b, other) in combinations(discs, 2))
    assert not hole or all(hypot(*middle) >= hole + radius - 1e-6 for middle, radius in discs)
    assert all(hypot(*middle) + radius <= far(middles, radii) + CLOSE for middle, radius in discs)
