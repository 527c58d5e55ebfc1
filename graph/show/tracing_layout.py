"""Where the boxes of a trace stand: in columns, each after what leads to it, the pledge first.

A pledge's status and strategy stand in its own box. An owner stands after the words that name it, and what it is part
of after it. Sizes are in pixels; letters are counted, since nothing here can measure them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.show.tables import printable
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx

WIDTH, GAP, ROW_GAP, MARGIN = 224, 40, 16, 4
LINE, TOP, BOTTOM, PADDING = 17, 35, 11, 10  # from line to line; above the first line of words, below the last, beside
LANE = 28  # below all boxes, for lines that pass some
_LETTERS, _SMALL, _MOST = 29, 33, 7  # letters on a line of a text and of a note, lines of a text

_QUOTED = ("Commitment", "ProgressStatement", "Particular", "Outcome")
_INSIDE = ("Status", "Strategy")  # told in the box of the pledge
_HEADS = {
    "evidenced by": "Reported",
    "owned by": "Owned now by",
    "part of": "Part of",
    "said in": "Said beside the pledge",
    "involves": "Partner",
    "came to": "Outcome",
    "attested by": "Attested by",
    "continues": "Continues an older pledge",
    "continued by": "Continued by a newer pledge",
}


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
    told = {node: (_head(graph, root, node), *_lines(graph, node)) for column in columns for node in column}
    heights = {node: TOP + BOTTOM + LINE * (len(lines) + len(notes) - 1) for node, (_, lines, notes, _) in told.items()}
    tall = max(sum(heights[node] + ROW_GAP for node in column) - ROW_GAP for column in columns)
    boxes: dict[str, Box] = {}
    for number, column in enumerate(columns):
        y = MARGIN + (tall - sum(heights[node] + ROW_GAP for node in column) + ROW_GAP) // 2
        for node in column:
            head, lines, notes, title = told[node]
            x = MARGIN + number * (WIDTH + GAP)
            boxes[node] = Box(graph.nodes[node]["kind"], head, lines, notes, title, x, y, heights[node])
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


def _head(graph: networkx.DiGraph, root: str, node: str) -> str:
    """What a thing is: to the pledge, if anything, else to what leads to it."""
    if node == root:
        return str(words()["classes"]["Commitment"]["one"])
    relations = {relation: source for source, _, relation in graph.in_edges(node, data="relation")}
    direct = graph.edges[root, node]["relation"] if graph.has_edge(root, node) else None
    return _HEADS.get(direct or min(relations, default=""), "")


def _lines(graph: networkx.DiGraph, node: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A box's words line by line, its notes line by line, and all of them on one line."""
    found = graph.nodes[node]
    text = (shown if found["kind"] in _QUOTED else printable)(found["label"])
    text = f"“{text}”" if found["kind"] in _QUOTED else text
    notes = list(_notes(graph, node))
    lines = [line for note in notes for line in _wrapped(note, 2, _SMALL)]
    return tuple(_wrapped(text, _MOST, _LETTERS)), tuple(lines), "; ".join([text, *notes])


def _notes(graph: networkx.DiGraph, node: str) -> Iterator[str]:
    """What stands below a text: a pledge's status and strategy, where a quote stands, and how sure a link is."""
    inside = {graph.nodes[one]["kind"]: graph.nodes[one]["label"] for one in graph.successors(node)}
    if "Status" in inside:
        look = words()["statuses"][inside["Status"]]
        yield f"{look['symbol']} {look['word']}"
    if "Strategy" in inside:
        yield printable(inside["Strategy"])
    if graph.nodes[node]["kind"] in ("ProgressStatement", "Particular"):
        yield printable(node).rsplit(", characters ", 1)[0]
    for _, _, claim in graph.in_edges(node, data=True):
        if "scope" in claim:
            yield from _sure(claim)


def _sure(claim: dict[str, Any]) -> Iterator[str]:
    if claim["scope"] != "direct":
        yield str(words()["scopes"][claim["scope"]])
    if claim["review"] == "accepted":
        yield str(words()["reviews"]["accepted"])
    else:
        yield f"confidence {claim['confidence']:.2f}"


def _wrapped(text: str, most: int, letters: int) -> list[str]:
    """A text in lines of so many letters, and no more lines than that; an ellipsis says that something is left out."""
    lines, line = [], ""
    for word in text.split():
        for part in _parts(word, letters):
            if line and _breadth(line) + 1 + _breadth(part) > letters:
                lines.append(line)
                line = part
            else:
                line = f"{line} {part}" if line else part
    lines.append(line)
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(".,; ") + "…"]


def _parts(word: str, letters: int) -> Iterator[str]:
    """A word in pieces that each fit on a line."""
    part = ""
    for letter in word:
        if part and _breadth(part + letter) > letters:
            yield part
            part = ""
        part += letter
    yield part


def _breadth(text: str) -> float:
    """How wide a text is, in letters: those of East Asian scripts and emoji take the room of two, capitals more."""
    return sum(map(_breadth_of, text))


def _breadth_of(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 2
    return 1.3 if letter.isupper() or letter in "mw@%—…" else 1
