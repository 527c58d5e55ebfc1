"""The same nodes and edges drawn by pyvis as it comes, the way its documentation shows.

    python -m benchmarks.stock_pyvis DATA PAGE           DATA is {"nodes", "edges"}, the data of a graph page
    python -m benchmarks.stock_pyvis DATA PAGE --still   with physics off

Prints the seconds that it took to make and write the page.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence


def stock_page(data: dict[str, Any], *, still: bool) -> str:
    """The HTML that pyvis makes of a graph."""
    looks = words()["classes"]
    made = Network(height="900px", directed=True, cdn_resources="in_line")
    for number, node in enumerate(data["nodes"]):
        look = looks[node["group"]]
        made.add_node(number, node["text"][:40], title=node["text"], shape=look["shape"], color=look["light"])
    for edge in data["edges"]:
        made.add_edge(edge["from"], edge["to"], title=edge["relation"])
    if still:
        made.toggle_physics(False)
    html: str = made.generate_html()
    return html


def main(arguments: Sequence[str]) -> None:
    """Make a page and say how long it took."""
    data, page = (one for one in arguments if one != "--still")
    graph = json.loads(Path(data).read_text(encoding="utf-8"))
    began = time.perf_counter()
    Path(page).write_text(stock_page(graph, still="--still" in arguments), encoding="utf-8")
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(sys.argv[1:])
