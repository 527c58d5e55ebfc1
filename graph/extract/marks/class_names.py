"""What the class names of a web page say: that a line is a badge, and which status it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.items import Word
from graph.extract.marks.status_words import meaning
from graph.values import Status

if TYPE_CHECKING:
    from graph.blocks import Block
    from graph.extract.known import Known

_SIGNS = table("statuses")["signs"]
_STATUS_CLASSES = frozenset({"status", "state", "rag"})  # <span class="status done">
_BADGES = frozenset({"status", "rag", "badge", "tag", "pill", "chip", "label"})
_MOST_WORDS_OF_BADGES = 8


def is_badge(block: Block) -> bool:
    """Whether a short line of a web page is a status by the names of its class, whatever it says: "status--open"."""
    parts = {part for name in block.classes for part in re.split(r"[-_]+", name.lower())}
    brief = len(block.text.split()) <= _MOST_WORDS_OF_BADGES
    return block.kind is BlockKind.PARAGRAPH and brief and not _BADGES.isdisjoint(parts)


def class_word(classes: tuple[str, ...], known: Known) -> Word | None:
    """The status that a class name of HTML says: "status-done", "in-progress", "rag--amber"."""
    for name in classes:
        parts = [part.lower() for part in re.split(r"[-_\s]+|(?<=[a-z])(?=[A-Z])", name) if part]
        prefixed = name.lower() not in _STATUS_CLASSES and not _STATUS_CLASSES.isdisjoint(classes)
        while len(parts) > 1 and parts[0] in _SIGNS["class_prefixes"]:
            parts, prefixed = parts[1:], True
        word = " ".join(parts)
        status = meaning(word, known) if prefixed or word not in _SIGNS["class_other"] else None
        if status is None and prefixed and word.replace(" ", "") in _SIGNS["class_words"]:
            status = Status(_SIGNS["class_words"][word.replace(" ", "")])
        if status:
            return Word(word, status)
    return None
