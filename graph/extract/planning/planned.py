"""What stands under a horizon of a roadmap: bullets, sentences that commit, lists that a sentence leads in, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import cues
from graph.extract.items import span_of
from graph.extract.marks.class_names import is_badge
from graph.extract.numbering.wording import says
from graph.extract.running.leadins import lead_in
from graph.extract.running.promises import strength_of
from graph.extract.sentences import sentences
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.planning.horizons import Horizon
    from graph.extract.running.speakers import Speakers

    Found = Iterator[tuple[int, Span]]

_ENDED = (".", "!", "?", ":", ";")
_FEW_WORDS = 15  # of a line that is an item without a bullet


def planned(blocks: Sequence[Block], start: int, end: int, horizon: Horizon, speakers: Speakers) -> Found:
    """What is planned in a stretch of a document, in reading order, with the places of the blocks."""
    return _Stretch(blocks, start, end, horizon, speakers).pledges()


def promises(block: Block) -> Iterator[str]:
    """The sentences of a block."""
    return (block.text[first:last] for first, last in sentences(block.text))


class _Stretch:
    def __init__(self, blocks: Sequence[Block], start: int, end: int, horizon: Horizon, speakers: Speakers) -> None:
        self.blocks = blocks
        self.places = range(start, end)
        self.horizon = horizon
        self.speakers = speakers
        self.listed = any(blocks[place].kind is BlockKind.BULLET for place in self.places)

    def pledges(self) -> Found:
        titled: int | None = None  # a title under which nothing has been found yet
        inside = True  # whether the bullets of the list are pledges
        level = 0
        for place in self.places:
            block = self.blocks[place]
            if block.kind is BlockKind.HEADING or (block.strong and block.kind is BlockKind.PARAGRAPH):
                yield from self.title(titled)
                titled, inside, level = place, True, 0
                continue
            if block.kind is BlockKind.BULLET:
                level = level or block.level
                found = [span_of(block)] if inside and block.level <= level and self.is_planned(block) else []
            elif block.kind is BlockKind.PARAGRAPH and not (level and block.level) and not is_badge(block):
                inside, level = inside if _is("group", block.text) else self.lists_pledges(block), 0
                found = list(self.in_paragraph(block, leads=not inside))
            else:
                found = []
            titled = None if found else titled
            yield from ((place, _without_colon(span)) for span in found)
        yield from self.title(titled)

    def title(self, place: int | None) -> Found:
        """A title above words that commit to nothing is what is planned itself."""
        if place is not None:
            yield place, span_of(self.blocks[place])

    def lists_pledges(self, block: Block) -> bool:
        """Whether the bullets after a paragraph are pledges one by one, rather than parts of what it says."""
        led = lead_in(block)
        return led is None or led.promises is True or _is("being done", block.text)

    def in_paragraph(self, block: Block, *, leads: bool) -> Iterator[Span]:
        bounds = list(sentences(block.text))
        if block.text.endswith(":") and not leads:
            bounds = bounds[:-1]
        found = [span_of(block, first, last) for first, last in bounds if self.commits(block.text[first:last])]
        is_line = not self.listed and not block.text.endswith(_ENDED) and len(block.text.split()) <= _FEW_WORDS
        yield from found or ([span_of(block)] if is_line else [])

    def is_planned(self, block: Block) -> bool:
        """Whether a bullet is a plan: all are, but for what is over, where the horizon does not say that it is."""
        if _is("group", block.text):
            return False
        return self.horizon.status is Status.ACHIEVED or not says("past", block.text) or self.commits(block.text)

    def commits(self, sentence: str) -> bool:
        if _is("aside", sentence):
            return False
        if self.horizon.status is Status.ACHIEVED:
            return _is("done", sentence)
        return strength_of(sentence, self.speakers) is not None or says("under way", sentence)


def _is(means: str, sentence: str) -> bool:
    words = " ".join(sentence.split())
    return any(cue.find(words) for cue in cues("roadmap") if cue.means == means)


def _without_colon(span: Span) -> Span:
    """A sentence that leads in a list, as far as it goes by itself."""
    words = span.text.rstrip(" :")
    return span_of(span, 0, len(words)) if span.text.endswith(":") else span
