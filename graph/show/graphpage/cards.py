"""The cards that stand for nodes in the flow of the graph page: how large each is, and the words on it."""

from __future__ import annotations

import unicodedata
from typing import Any

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
LINES, LINE_HEIGHT, NOTE_HEIGHT, PADDING = 3, 16, 16, 14
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
    for word in (start if start.isprintable() else seen(start)).split():
        longer = f"{made[-1]} {word}".strip()
        if made[-1] and breadth(longer) > columns and len(made) < lines:
            made.append(word)
        else:
            made[-1] = longer
    if len(text) > len(start):
        made[-1] += "…"
    return [clip(line, columns) for line in made]


def seen(text: str) -> str:
    """The text without what a label leaves out."""
    return "".join(UNSEEN.get(unicodedata.category(character), character) for character in text)


def clip(line: str, columns: int) -> str:
    """The line, or as much of it as fits before an ellipsis."""
    if breadth(line) <= columns:
        return line
    room = columns - 1
    for place, character in enumerate(line):
        room -= breadth(character)
        if room < 0:
            return f"{line[:place].rstrip()}…"
    return line


def breadth(text: str) -> int:
    """How many columns `text` takes: two for a wide East Asian character or an emoji."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
