"""The cards that stand for nodes on the graph page: how large each is, and where it stands."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Node = dict[str, Any]

# Pixels at 100%: the left edge and the width of each class of card, and the columns of text (half the width
# of a Chinese character) that fit on one of its lines at 13 px.
CARD = {
    "Theme": (14, 584, 84),
    "Commitment": (14, 268, 33),
    "ProgressStatement": (336, 262, 35),
    "Programme": (652, 194, 22),
    "Organisation": (652, 194, 22),
    "Outcome": (652, 194, 22),
}
LINES, LINE_HEIGHT, NOTE_HEIGHT, PADDING, GAP, BAND_GAP = 3, 16, 16, 14, 7, 20
# Characters that a label on the canvas leaves out, by Unicode category: line breaks, controls, directions.
UNSEEN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": ""}


def card(group: str, text: str, note: str) -> Node:
    """Label, note and size of the card of a node: at most LINES lines, the rest cut off with an ellipsis."""
    _, width, columns = CARD[group]
    lines = wrap(text, columns, 1 if group == "Theme" else LINES)
    height = PADDING + LINE_HEIGHT * len(lines) + (NOTE_HEIGHT if note else 0)
    short = wrap(note, columns + columns // 8, 1)[0]
    return {"label": "\n".join(lines), "note": short, "width": width, "height": height}


def wrap(text: str, columns: int, lines: int) -> list[str]:
    """Break `text` into at most `lines` lines of `columns`, without control and direction characters.

    >>> wrap("Recruit foster carers in Devon", 12, 2)
    ['Recruit', 'foster care…']
    """
    start = text[: columns * (lines + 2)]
    made = [""]
    for word in "".join(UNSEEN.get(unicodedata.category(character), character) for character in start).split():
        longer = f"{made[-1]} {word}".strip()
        if made[-1] and breadth(longer) > columns and len(made) < lines:
            made.append(word)
        else:
            made[-1] = longer
    if len(text) > len(start):
        made[-1] += "…"
    return [clip(line, columns) for line in made]


def clip(line: str, columns: int) -> str:
    if breadth(line) <= columns:
        return line
    while breadth(line) > columns - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def breadth(text: str) -> int:
    """How many columns `text` takes: two for a wide East Asian character or an emoji."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def place(nodes: Mapping[str, Node], bands: Mapping[str, Sequence[str]], pulls: Mapping[str, Sequence[str]]) -> None:
    """Give every node its `x` and `y`: theme bands from the top down, the rest beside what it belongs to.

    `bands` holds the nodes of each theme, `pulls` what each right-hand node should stand beside.
    """
    top = BAND_GAP
    for theme, members in bands.items():
        if theme:
            top = stack([nodes[theme]], top) + GAP
        columns: dict[str, list[Node]] = defaultdict(list)
        for member in members:
            nodes[member]["band"] = theme
            columns[nodes[member]["group"]].append(nodes[member])
        top = max(stack(column, top) for column in columns.values()) + BAND_GAP
    middles = {right: sum(nodes[left]["y"] for left in lefts) / len(lefts) for right, lefts in pulls.items()}
    bottom = BAND_GAP
    for right in sorted(middles, key=middles.__getitem__):
        bottom = stack([nodes[right]], max(bottom, round(middles[right] - nodes[right]["height"] / 2))) + GAP


def stack(column: Sequence[Node], top: int) -> int:
    """Place cards under one another from `top` down; return where the last one ends."""
    for node in column:
        left, width, _ = CARD[node["group"]]
        node["x"], node["y"] = left + width / 2, top + node["height"] / 2
        top += node["height"] + GAP
    return top - GAP
