"""Where the marks stand when a reader explores freely: a disc for each theme, round what the themes share.

In a disc the theme is the middle, its pledges stand round it like the seeds of a sunflower, and round these its
statements, outcomes and what else belongs to it alone, each on the side of its pledges. The themes of a strategy,
and of others that share something with it, stand round the programmes and organisations that they share; such
clusters stand round the largest of them. Nothing is tried out and nothing is left to chance: the same graph gives
the same places, in time in proportion to its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2
from typing import TYPE_CHECKING

from graph.show.graphpage.homes import Homes
from graph.show.graphpage.rings import around, far, on_rings, ring_places, sunflower

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence

    from graph.show.graphpage.drawing import Drawing
    from graph.show.graphpage.homes import Theme
    from graph.show.graphpage.rings import Point

# Pixels at 100%: how wide a mark may be drawn, the air between two marks, and between two discs for their names.
MARK = {"Theme": 36, "Commitment": 22, "ProgressStatement": 16, "Outcome": 16, "Programme": 32, "Organisation": 28}
AIR, BETWEEN_DISCS = 8, 60
ROOM = 175  # of a mark that themes share: its name is at most 160 wide and 70 high
IN_ONE_RING = 14  # so many themes stand in one ring round what they share
_ROUND = (("ProgressStatement",), ("Outcome",), ("Organisation", "Programme"))  # round the pledges, inside out


@dataclass(frozen=True)
class _Disc:
    """The marks of one theme about its middle, and how far they reach."""

    marks: Mapping[int, Point]
    radius: float


@dataclass(frozen=True)
class _Cluster:
    """What some themes share and the middles of their discs, about the middle of the cluster."""

    shared: Mapping[int, Point]
    themes: Mapping[Theme, Point]
    radius: float


def free(drawing: Drawing) -> None:
    """Give every node its `free` place, and every theme the `radius` of its disc."""
    homes = Homes(drawing)
    discs = {theme: _disc(drawing, theme, homes.alone[theme]) for theme in drawing.bands}
    clusters = [_cluster(themes, shared, homes.shared, discs) for themes, shared in homes.clusters()]
    clusters.sort(key=lambda one: -one.radius)  # equal ones stay in the order of their themes
    for middle, cluster in zip(around(0, [one.radius for one in clusters]), clusters, strict=True):
        _settle(drawing, cluster.shared, middle)
        for theme, (x, y) in cluster.themes.items():
            _settle(drawing, discs[theme].marks, (middle[0] + x, middle[1] + y))
            if theme is not None:
                drawing.nodes[theme]["radius"] = round(discs[theme].radius)


def _settle(drawing: Drawing, marks: Mapping[int, Point], middle: Point) -> None:
    for node, (x, y) in marks.items():
        drawing.nodes[node]["free"] = [round(middle[0] + x), round(middle[1] + y)]


def _disc(drawing: Drawing, theme: Theme, alone: Sequence[int]) -> _Disc:
    """The disc of a theme; statements that follow no pledge have one without a theme in its middle."""
    marks: dict[int, Point] = {} if theme is None else {theme: (0.0, 0.0)}
    pledges = [one for one in drawing.bands[theme] if drawing.nodes[one]["group"] == "Commitment"]
    inside = MARK["Theme"] / 2 if marks else 0.0
    places = sunflower(len(pledges), MARK["Commitment"] + AIR, inside + AIR + MARK["Commitment"] / 2)
    marks.update(zip(pledges, places, strict=True))
    inside = (far(places, [MARK["Commitment"] / 2] * len(places)) or inside) + AIR / 2
    for groups in _ROUND:
        members = [one for one in alone if drawing.nodes[one]["group"] in groups]
        apart = max(MARK[group] for group in groups) + AIR
        rings = ring_places(len(members), apart, inside)
        wanted = [_angle(marks[beside] for beside in drawing.pulls[one] if beside in marks) for one in members]
        marks.update(zip(members, on_rings(wanted, rings, apart), strict=True))
        inside = rings[-1][0] + apart / 2 if rings else inside
    return _Disc(marks, inside + AIR / 2)


def _cluster(
    themes: Sequence[Theme],
    shared: Sequence[int],
    reach: Mapping[int, Counter[Theme]],
    discs: Mapping[Theme, _Disc],
) -> _Cluster:
    """What the themes share in the middle, each on the side of its themes, and their discs in rings round it."""
    radii = [discs[theme].radius + BETWEEN_DISCS / 2 for theme in themes]
    rings = ring_places(len(shared), ROOM, 0)
    hole = rings[-1][0] + ROOM / 2 if rings else 0.0
    middles = around(hole, radii, in_one_ring=IN_ONE_RING, top=True)
    at = dict(zip(themes, middles, strict=True))
    wanted = [_angle(at[theme] for theme in reach[node].elements()) for node in shared]
    marks = dict(zip(shared, on_rings(wanted, rings, ROOM), strict=True))
    return _Cluster(marks, at, max(hole, far(middles, radii)))


def _angle(points: Iterable[Point]) -> float:
    """The direction in which most of the points lie."""
    across, along = 0.0, 0.0
    for x, y in points:
        across, along = across + x, along + y
    return atan2(along, across)
