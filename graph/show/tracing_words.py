"""What the boxes of a trace say, in lines. Letters are counted, since nothing here can measure them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from graph.show.tables import printable
from graph.show.words import confidence_words, shown, symbol_and_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx

_LETTERS, _SMALL, _MOST = 29, 33, 7  # letters on a line of a text and of a note, lines of a text

_QUOTED = ("Commitment", "ProgressStatement", "Particular", "Outcome")
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


def head_of(graph: networkx.DiGraph, root: str, node: str) -> str:
    """What a thing is: to the pledge, if anything, else to what leads to it."""
    if node == root:
        return str(words()["classes"]["Commitment"]["one"])
    relations = {relation: source for source, _, relation in graph.in_edges(node, data="relation")}
    direct = graph.edges[root, node]["relation"] if graph.has_edge(root, node) else None
    return _HEADS.get(direct or min(relations, default=""), "")


def lines_of(graph: networkx.DiGraph, node: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A box's words line by line, its notes line by line, and all of them on one line; a status is the first note."""
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
        yield symbol_and_word(inside["Status"])
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
        yield confidence_words(claim["confidence"]).partition(":")[0]  # a box has little room


def _wrapped(text: str, most: int, letters: int) -> list[str]:
    """A text in lines of so many letters, and no more lines than that; an ellipsis says that something is left out."""
    lines, line = [], ""
    for word in text.split():
        for part in _parts(word, letters):
            if line and breadth(line) + 1 + breadth(part) > letters:
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
        if part and breadth(part + letter) > letters:
            yield part
            part = ""
        part += letter
    yield part


def breadth(text: str) -> float:
    """How wide a text is, in letters: those of East Asian scripts and emoji take the room of two, capitals more."""
    return sum(map(_breadth_of, text))


def _breadth_of(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 2
    return 1.3 if letter.isupper() or letter in "mw@%—…" else 1
