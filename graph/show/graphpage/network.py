"""Pledges and what became of them as a pyvis network: six classes of node, each placed twice, for a flow and freely."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from graph.ask.rows import latest_first
from graph.show.graphpage.drawing import Drawing
from graph.show.graphpage.layout_flow import flow
from graph.show.graphpage.layout_free import free
from graph.show.graphpage.pledges import Pledges
from graph.show.graphpage.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Record = Mapping[str, Any]

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": True,
        "tooltipDelay": 400,
    },
}  # fmt: skip


def drawn(
    commitments: Sequence[Record], unanswered: Iterable[Record], sources: Sources | None = None, *, led: bool = False
) -> Drawing:
    """The graph of `commitments` (docs/records.md) and of the statements that answer none of them, with its places.

    `unanswered` holds {"quote": QUOTE, "attestation": str, "outcomes": [{"iri", "text", "attested_by"}]}.
    The newest strategy comes first. A rejected link is left out. `sources` and `led` as in `Drawing`.
    """
    drawing = Drawing(newest_first(record["strategy"] for record in commitments), sources or Sources(), led=led)
    pledges = Pledges(drawing)
    for record in sorted(commitments, key=lambda one: drawing.strategy(one["strategy"]["iri"])):
        pledges.add(record)
    for statement in unanswered:
        pledges.statements.add_unanswering(statement)
    pledges.finish()
    flow(drawing)
    free(drawing)
    return drawing


def newest_first(strategies: Iterable[Record]) -> list[Record]:
    """Each strategy once."""
    each = {one["iri"]: one for one in strategies}
    return latest_first(each.values())


def network(drawing: Drawing) -> Network:
    """The pyvis network, filled directly: its add_node compares each new node with all the others."""
    made = Network(directed=True, cdn_resources="in_line")
    made.nodes = drawing.nodes
    made.node_ids = [node["id"] for node in drawing.nodes]
    made.node_map = dict(zip(made.node_ids, drawing.nodes, strict=True))
    made.edges = drawing.edges
    made.set_options(json.dumps(OPTIONS))
    return made
