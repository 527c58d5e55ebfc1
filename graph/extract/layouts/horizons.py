"""The words of a roadmap that say when: "Now", "Short term (0–2 years)", "Year 1", "Done"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import cues, table
from graph.extract.headings import title_of
from graph.extract.items import span_of
from graph.extract.known import key
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from graph.blocks import Block, Span
    from graph.extract.cues import Cue

_LONGEST = 60  # characters
_REMARK = re.compile(r"\s*(?:[(\[].*|:\s.*|\s[–—-]\s.*)$", re.DOTALL)
_FEW = 2  # horizons that make a roadmap
_OPENING = 6  # blocks in which a document says what it is


@dataclass(frozen=True, slots=True)
class Horizon:
    """A heading that says when, its plain words, and the status that they give, if they give one."""

    span: Span
    words: str
    status: Status | None = None


def make_a_roadmap(found: Collection[Horizon]) -> bool:
    """Whether horizons are several, and one at least lies ahead: "Completed" and "In progress" only give statuses."""
    return len({one.words for one in found}) >= _FEW and any(one.status is None for one in found)


def horizons(blocks: Sequence[Block]) -> dict[int, Horizon]:
    """The horizons among the lines of a document, by their places."""
    opening = [block for block in blocks[:_OPENING] if block.kind is not BlockKind.ROW]
    dated = any(_means(block.text, "roadmap") for block in opening)
    found: dict[int, Horizon] = {}
    for place, block in enumerate(blocks):
        stands_out = block.kind is BlockKind.HEADING or block.strong
        one = horizon_of(span_of(block), dated=dated and stands_out) if _could_be(block) else None
        found |= {place: one} if one else {}
    return found


def horizon_of(line: Span, *, dated: bool) -> Horizon | None:
    """The horizon that a line or a cell is; None for what is none.

    >>> from graph.blocks import Span
    >>> horizon_of(Span("Short-term actions (2024)", 0, 25, 1), dated=False).words
    'short term'
    """
    whole = key(line.text).replace("-", " ")
    bare = key(_REMARK.sub("", line.text)).replace("-", " ")
    titled = key(title_of(line.text)).replace("-", " ")
    for words in dict.fromkeys((whole, bare, titled)):
        for shorter in dict.fromkeys((words, _without_subject(words))):
            known = _lists().get(shorter, "") or next((cue.means for cue in _patterns() if cue.find(shorter)), "")
            if known and (known != "dated" or dated):
                status = {"done": Status.ACHIEVED, "in_progress": Status.IN_PROGRESS}.get(known)
                return Horizon(line, shorter, status)
    return None


def _could_be(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and 0 < len(block.text) <= _LONGEST


def _without_subject(words: str) -> str:
    head, _, last = words.rpartition(" ")
    return head if last in table("roadmap")["about"] else words


def _means(text: str, means: str) -> bool:
    return any(cue.find(text) for cue in cues("roadmap") if cue.means == means)


@cache
def _lists() -> dict[str, str]:
    known = table("roadmap")
    return {word.replace("-", " "): name for name in ("ahead", "in_progress", "done") for word in known[name]}


@cache
def _patterns() -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("roadmap") if cue.means in ("ahead", "dated"))
