"""Where the cards stand in the flow: pledges left, statements beside them, and who holds the work on the right."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.show.graphpage.cards import CARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.show.graphpage.cards import Node
    from graph.show.graphpage.drawing import Drawing

GAP, BAND_GAP = 7, 20  # pixels between cards, and between themes
ASIDE = ("Programme", "Organisation", "Outcome")  # the classes of the right-hand column


def flow(drawing: Drawing) -> None:
    """Give every node its `x` and `y`: theme bands from the top down, the rest beside what it belongs to."""
    nodes = drawing.nodes
    top = BAND_GAP
    for theme, members in drawing.bands.items():
        if theme is not None:
            top = _stack([nodes[theme]], top) + GAP
        columns: dict[str, list[Node]] = defaultdict(list)
        for member in members:
            columns[nodes[member]["group"]].append(nodes[member])
        top = max(_stack(column, top) for column in columns.values()) + BAND_GAP
    middles = {
        right: sum(nodes[left]["y"] for left in lefts) / len(lefts)
        for right, lefts in drawing.pulls.items()
        if nodes[right]["group"] in ASIDE
    }
    bottom = BAND_GAP
    for right in sorted(middles, key=middles.__getitem__):
        bottom = _stack([nodes[right]], max(bottom, round(middles[right] - nodes[right]["height"] / 2))) + GAP


def _stack(column: Sequence[Node], top: int) -> int:
    """Place cards under one another from `top` down; return where the last one ends."""
    for node in column:
        left, width, _ = CARD[node["group"]]
        node["x"], node["y"] = left + width // 2, top + node["height"] // 2
        top += node["height"] + GAP
    return top - GAP
