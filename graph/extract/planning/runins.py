"""Roadmaps whose paragraphs begin with when: "2026: Develop a checklist.", "Q3 2025 – Publish the map."

Histories are written so too. So what such a paragraph says is planned only where its sentences say what is to be done;
and there are at least three such paragraphs, of different times.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.items import span_of
from graph.extract.numbering.wording import is_act, says
from graph.extract.planning.horizons import horizon_of
from graph.extract.running.promises import strength_of
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.planning.horizons import Horizon
    from graph.extract.running.speakers import Speakers

_FEWEST = 3
_FEW_WORDS = 20
_RUN_IN = re.compile(r"(?P<when>[^:\n–—]{2,40}?)\s*(?::|\s[–—-])\s+(?=\S)")


def run_ins(blocks: Sequence[Block], heads: Collection[str]) -> dict[int, tuple[Horizon, Span]]:
    """The blocks that begin with when, each with that and with what follows it; empty where they are too few.

    `heads` are the plain words of headings that say when: what explains these is a key ("Later: the order may change").
    """
    found: dict[int, tuple[Horizon, Span]] = {}
    for place, block in enumerate(blocks):
        match = _RUN_IN.match(block.text) if block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET) else None
        horizon = horizon_of(span_of(block, 0, match.end("when")), dated=True) if match else None
        if match and horizon and horizon.words not in heads and len(block.text[match.end() :].split()) > 1:
            found[place] = horizon, span_of(block, match.end())
    return found if len({one.words for one, _ in found.values()}) >= _FEWEST else {}


def planned_after(
    blocks: Sequence[Block], start: int, end: int, run_in: tuple[Horizon, Span], speakers: Speakers
) -> Iterator[tuple[int, Span]]:
    """What is planned in a paragraph that begins with when, and in the list that it leads in.

    After a place in line ("Next:") short parts are what is planned, whatever their words.
    """
    horizon, said = run_in
    if not any(map(str.isdigit, horizon.words)) and not said.text.endswith(":"):
        yield from ((start, part) for part in _parts(said))
        return
    for first, last in sentences(said.text):
        sentence = said.text[first:last]
        if _is_to_be_done(sentence, speakers):
            yield start, span_of(said, first, first + len(sentence.rstrip(" :")))
    if not said.text.rstrip().endswith(":"):
        return
    for place in range(start + 1, end):
        block = blocks[place]
        if block.kind is not BlockKind.BULLET:
            return
        heads = block.strong and place + 1 < end and blocks[place + 1].level > block.level
        if not heads and not says("past", block.text):
            yield place, span_of(block)


def _is_to_be_done(sentence: str, speakers: Speakers) -> bool:
    return not says("past", sentence) and (is_act(sentence) or strength_of(sentence, speakers) is not None)


def _parts(said: Span) -> Iterator[Span]:
    for first, last in sentences(said.text):
        begin = first
        for end in [*(place for place in range(first, last) if said.text[place] == ";"), last]:
            part = span_of(said, begin, end)
            if 0 < len(part.text.split()) <= _FEW_WORDS:
                yield part
            begin = end + 1
