"""A trace as a small picture: a pledge, what was said of it, who holds it and what came of it, from left to right.

The picture is SVG with no script, no style sheet and no ids: two of them on one page cannot disturb each other. Lines
and words have the colour of the text around them, so that it is at home on a light page and on a dark one; the mark of
a status brings its own ground, and an edge in the colour of the text.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from graph.ask.trace import paths
from graph.show.answers import tree
from graph.show.tables import printable
from graph.show.tracing_layout import GAP, LANE, LINE, PADDING, ROOM, TOP, laid_out
from graph.show.tracing_words import breadth
from graph.show.words import shown, sureness, symbol_and_word, words

if TYPE_CHECKING:
    import networkx

    from graph.show.tracing_layout import Box, Layout

__all__ = ["Trace"]

_STROKE = {"Programme": 2.5, "Organization": 2.5, "Commitment": 2.5}
_LETTER, _ROUND = 7.2, 9  # pixels of a bold letter in the mark of a status, and how round its ends are
_TREE = 100  # characters of a line of the tree


@dataclass(frozen=True, slots=True, repr=False)
class Trace:
    """What a pledge is linked to. In a notebook it is a picture with its words below; elsewhere it is a tree.

    `note` says what was asked for and what is shown for it, where these are not the same words.
    """

    graph: networkx.DiGraph
    commitment: str
    note: str = ""

    def __repr__(self) -> str:
        told = textwrap.fill(self.note, _TREE) + "\n" if self.note else ""
        return told + tree(self.graph, self.commitment, _TREE).rstrip("\n")

    def _repr_html_(self) -> str:
        """The picture, and the same as a list for who does not see it. Everything that documents say is escaped."""
        note = f"<p>{escape(self.note)}</p>\n" if self.note else ""
        return (
            f'{note}<div style="overflow-x:auto" role="region" tabindex="0" aria-label="Picture of a trace">'
            f"{self.svg()}</div>\n<details><summary>The same in words</summary>\n{self._list()}</details>"
        )

    def svg(self) -> str:
        """The picture alone; the same trace gives the same characters."""
        layout = laid_out(self.graph, self.commitment)
        status = layout.boxes[0].status
        title = f"What became of the pledge “{shown(self.graph.nodes[self.commitment]['label'])}”"
        title += f": {words()['statuses'][status]['word'].lower()}" if status else ""
        lines = "".join(_line(layout, *edge) for edge in layout.lines)
        boxes = "".join(map(_box, layout.boxes))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}"'
            f' width="{layout.width}" height="{layout.height}" viewBox="0 0 {layout.width} {layout.height}"'
            ' font-family="system-ui, sans-serif" font-size="13" fill="currentColor">'
            f"<title>{escape(title)}</title>{lines}{boxes}</svg>"
        )

    def _list(self) -> str:
        """The tree as nested lists."""
        written, depth = [], -1
        for level, node, edge in paths(self.graph, self.commitment):
            written.append("<ul>" if level > depth else "</li>" + "</ul></li>" * (depth - level))
            written.append(f"<li>{escape(_told(self.graph, node, edge))}")
            depth = level
        return "".join(written) + "</li></ul>" * (depth + 1)


def _told(graph: networkx.DiGraph, node: str, edge: dict[str, Any]) -> str:
    found = graph.nodes[node]
    is_status = found["kind"] == "Status"
    label = symbol_and_word(found["label"]) if is_status else shown(found["label"])
    relation = f"{edge['relation'].capitalize()}: " if edge else ""
    notes = []
    if found["kind"] in ("ProgressStatement", "Particular"):
        notes.append(printable(node))
    if "scope" in edge:
        notes += [words()["scopes"][edge["scope"]], sureness(edge)]
    aside = f" ({'; '.join(notes)})" if notes else ""
    return f"{relation}{label}{aside}"


def _box(box: Box) -> str:
    """A box with its words; what is cut off in it is told when the pointer rests on it, and in the list."""
    stroke = _STROKE.get(box.kind, 1.25)
    corner = 14 if box.kind in ("Programme", "Organization") else 3
    dashes = ' stroke-dasharray="5 3"' if box.kind == "Outcome" else ""
    return (
        f'<g><title>{escape(box.title)}</title><rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
        f' rx="{corner}" fill="currentColor" fill-opacity="0.06" stroke="currentColor" stroke-width="{stroke}"'
        f"{dashes}/>{_mark(box)}<text>{_rows(box)}</text></g>"
    )


def _rows(box: Box) -> str:
    """The words of a box, row by row. Those of a status are white on its mark."""
    looks = [(' font-size="11" font-weight="600"', box.head), *(("", line) for line in box.lines)]
    looks += [(' font-size="11.5" fill-opacity="0.8"', line) for line in box.notes]
    places = [LINE, *(TOP + number * LINE for number in range(len(looks) - 1))]
    aside = [PADDING] * len(looks)
    if box.status:
        at = 1 + len(box.lines)
        looks[at] = (' font-size="11.5" font-weight="600" fill="#fff"', box.notes[0])
        places[at] += ROOM
        places[at + 1 :] = [place + 2 * ROOM for place in places[at + 1 :]]
        aside[at] += _ROUND
    return "".join(
        f'<tspan x="{box.x + beside}" y="{box.y + place}"{look}>{escape(words_)}</tspan>'
        for (look, words_), place, beside in zip(looks, places, aside, strict=True)
    )


def _mark(box: Box) -> str:
    """The mark of a status: its colour, behind its symbol and its word."""
    if not box.status:
        return ""
    width = round(_LETTER * breadth(box.notes[0])) + 2 * _ROUND
    y = box.y + TOP + LINE * len(box.lines) + ROOM - 13
    return (
        f'<rect x="{box.x + PADDING}" y="{y}" width="{width}" height="18" rx="{_ROUND}"'
        f' fill="{words()["statuses"][box.status]["light"]}" stroke="currentColor"/>'
    )


def _line(layout: Layout, source: int, target: int) -> str:
    """A curve from the right edge of one box to the left edge of another; below all boxes where others are between."""
    one, other = layout.boxes[source], layout.boxes[target]
    x, y = one.x + one.width, one.y + one.height // 2
    end, height = other.x, other.y + other.height // 2
    if end - x <= GAP:
        curves = _curve(x, y, end, height)
    else:
        below = layout.height - LANE // 2
        curves = f"{_curve(x, y, x + GAP, below)}H{end - GAP}{_curve(end - GAP, below, end, height)}"
    return f'<path d="M{x} {y}{curves}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-opacity="0.65"/>'


def _curve(x: int, y: int, end: int, height: int) -> str:
    middle = (x + end) // 2
    return f"C{middle} {y} {middle} {height} {end} {height}"
