"""Lists that stand under a heading which is their status: "Completed", "In progress", "Not started"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.cues import table
from graph.extract.headings import heading_level, title_of
from graph.extract.items import Word, span_of
from graph.extract.known import key
from graph.extract.marks.status_words import meaning
from graph.extract.wording import wording
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

_FEWEST_STATUSES = 2
# Of the words by which roadmaps say when, those that say no status: what is "to do" or "planned" is not yet done.
_AHEAD = frozenset(map(key, [*table("roadmap")["ahead"], *table("roadmap")["now"]])) - {"to do", "planned", "current"}


@dataclass(frozen=True, slots=True)
class Under:
    """A heading that is a status: its word, and where the heading stands."""

    word: Word
    heading: Span


def status_headings(blocks: Sequence[Block], known: Known, legend: Legend) -> dict[int, Under]:
    """For each block under a heading that is a status, that heading. Empty where fewer than two statuses head lists."""
    if any(_says_when(block) for block in blocks):
        return {}  # a roadmap, where "Done" stands beside "Next" and "Later"
    found: dict[int, Under] = {}
    open_heading: tuple[int, Under] | None = None
    for number, block in enumerate(blocks):
        level = heading_level(block, blocks[number + 1] if number + 1 < len(blocks) else None)
        under = _status(block, known, legend) if level and block.start not in legend.explains else None
        if under and block.kind is not BlockKind.ROW:
            open_heading = (level, under)
        elif level and open_heading and level <= open_heading[0]:
            open_heading = None
        elif open_heading and not level:
            found[number] = open_heading[1]
    statuses = {under.word.status for under in found.values()} - {None, Status.NOT_ASSESSED, Status.NOT_REPORTED}
    return found if len(statuses) >= _FEWEST_STATUSES else {}


def is_status_heading(title: str, known: Known, legend: Legend) -> bool:
    """Whether a title is that of a list of pledges that have one status."""
    return _meaning(title, known, legend) is not None


def _says_when(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and key(title_of(block.text)) in _AHEAD


def _status(block: Block, known: Known, legend: Legend) -> Under | None:
    status = _meaning(block.text, known, legend)
    if status is None:
        return None
    return Under(Word(title_of(block.text), status), span_of(block))


def _meaning(title: str, known: Known, legend: Legend) -> Status | None:
    plain = title_of(title)
    if plain.lower() in ("new", "current", "future", "open", "noted", "support", "none", "limited", "amended"):
        return None
    around = wording("around a status")
    return meaning(plain, known, legend) or meaning(around.sub("", around.sub("", plain)), known, legend)
