"""Where the boxes of a trace stand: in columns, each after what leads to it, the pledge first.

A pledge's status and strategy stand in its own box. An owner stands after the words that name it, and what it is part
of after it. Sizes are in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.show.tracing_words import head_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx

WIDTH, GAP, ROW_GAP, MARGIN = 224, 40, 16, 4
LINE, TOP, BOTTOM, PADDING = 17, 35, 11, 10  # from line to line; above the first line of words, below the last, beside
ROOM = 4  # above and below the mark of a status
LANE = 28  # below all boxes, for lines that pass some
_INSIDE = ("Status", "Strategy")  # told in the box of the pledge


@dataclass(frozen=True, slots=True)
class Box:
    """A thing of the trace: what it is to the pledge, its words and what is to know, by line, and all on one line."""

    kind: str
    head: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    title: str
    x: int
    y: int
    height: int
    width: int = WIDTH
    status: str | None = None  # of a pledge: the first of its notes tells it


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes, the lines between them as pairs of their numbers, and the size of the whole."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, int], ...]
    width: int
    height: int


def laid_out(graph: networkx.DiGraph, root: str) -> Layout:
    """The layout of a trace (`graph.ask.trace.trace`) from its pledge."""
    forward = _forward(graph, root)
    columns = _columns(forward)
    told = {node: (head_of(graph, root, node), *lines_of(graph, node)) for column in columns for node in column}
    statuses = {node: _status(graph, node) for node in told}
    heights = {
        node: TOP + BOTTOM + LINE * (len(lines) + len(notes) - 1) + (2 * ROOM if statuses[node] else 0)
        for node, (_, lines, notes, _) in told.items()
    }
    tall = max(sum(heights[node] + ROW_GAP for node in column) - ROW_GAP for column in columns)
    boxes: dict[str, Box] = {}
    for number, column in enumerate(columns):
        y = MARGIN + (tall - sum(heights[node] + ROW_GAP for node in column) + ROW_GAP) // 2
        for node in column:
            head, lines, notes, title = told[node]
            x = MARGIN + number * (WIDTH + GAP)
            kind, status = graph.nodes[node]["kind"], statuses[node]
            boxes[node] = Box(kind, head, lines, notes, title, x, y, heights[node], status=status)
            y += heights[node] + ROW_GAP
    numbers = {node: number for number, node in enumerate(boxes)}
    at = {node: number for number, column in enumerate(columns) for node in column}
    passes = any(at[other] - at[one] > 1 for one, other in forward.edges)
    return Layout(
        boxes=tuple(boxes.values()),
        lines=tuple(sorted((numbers[one], numbers[other]) for one, other in forward.edges)),
        width=2 * MARGIN + len(columns) * (WIDTH + GAP) - GAP,
        height=2 * MARGIN + tall + (LANE if passes else 0),
    )


def _status(graph: networkx.DiGraph, node: str) -> str | None:
    found = (graph.nodes[one] for one in graph.successors(node))
    return next((str(one["label"]) for one in found if one["kind"] == "Status"), None)


def _forward(graph: networkx.DiGraph, root: str) -> networkx.DiGraph:
    """What is drawn: things and the lines between them. Where they lead in a circle, it is cut."""
    import networkx

    made = networkx.DiGraph()
    made.add_node(root)
    for source, target in _pairs(graph, root):
        if not (source in made and target in made and networkx.has_path(made, target, source)):
            made.add_edge(source, target)
    return made


def _pairs(graph: networkx.DiGraph, root: str) -> Iterator[tuple[str, str]]:
    """What is drawn as a line: from the pledge through the words that name an owner to that owner, and on."""
    for source, target, relation in graph.edges(data="relation"):
        if graph.nodes[target]["kind"] in _INSIDE or source == target:
            continue
        if relation == "said in":
            yield root, target
            yield target, source
        elif relation != "owned by" or not _said_in(graph, target):
            yield source, target


def _said_in(graph: networkx.DiGraph, owner: str) -> list[str]:
    return [one for one in graph.successors(owner) if graph.edges[owner, one]["relation"] == "said in"]


def _columns(forward: networkx.DiGraph) -> list[list[str]]:
    """Each thing one column after the last of what leads to it, in the order of that, so that lines cross little."""
    import networkx

    at: dict[str, int] = {}
    for node in networkx.topological_sort(forward):
        at[node] = max((at[one] + 1 for one in forward.predecessors(node)), default=0)
    columns: list[list[str]] = []
    places: dict[str, int] = {}
    for number in range(max(at.values()) + 1):
        here = [node for node in forward if at[node] == number]
        columns.append(sorted(here, key=lambda node: _mean([places[one] for one in forward.predecessors(node)])))
        places |= {node: place for place, node in enumerate(columns[-1])}
    return columns


def _mean(places: Sequence[int]) -> float:
    return sum(places) / len(places) if places else 0
