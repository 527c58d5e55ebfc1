"""Prose: the sentences, in running text, by which a body commits itself.

A pledge is a sentence that promises, an item of a list that a promise leads in, or the headline of a priority.
Whose promise it is, `speakers` knows; how firm it is, `promises`; what stands around it, `passages`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.footnotes import pieces
from graph.extract.items import RawPledge, RawSection, span_of
from graph.extract.running.chapters import Chapter
from graph.extract.running.headed_acts import headed_acts
from graph.extract.running.headlines import headline
from graph.extract.running.parts import Parts
from graph.extract.running.passages import passages
from graph.extract.running.promises import is_aim, is_result, strength_of
from graph.extract.running.speakers import Speakers
from graph.extract.sentences import sentences, whole_sentences
from graph.values import Role, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.running.passages import Passage

    Placed = tuple[tuple[str, ...], RawPledge]

_REFERRING = ("It ", "They ", "He ", "She ")
# A heading that is itself a promise: "We will open a hub in every town".
_PROMISED_IN_HEADING = re.compile(r"\s*we (?:will|commit to|are committed to) (?:\S+\s+){2}", re.IGNORECASE)


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """The pledges of running text, in reading order under their headings; no progress, whatever the text reports."""
    found: list[RawSection] = []
    for heading, pledge in _Reader(blocks).owned(known):
        if not found or found[-1].heading != heading:
            found.append(RawSection(heading))
        found[-1].pledges.append(pledge)
    return found


def aims(blocks: Sequence[Block]) -> list[tuple[tuple[str, ...], Span]]:
    """What a text wishes for others or says of how things should be, with the headings above it.

    A headline priority that names a result ("Every child ready for school") is an aim as well as a pledge.
    """
    return list(_Reader(blocks).aims())


class _Reader:
    """One document being read for what it promises and what it wishes."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.speakers = Speakers.of(block.text for block in blocks)
        self.passages = list(passages(blocks, self.speakers))
        self.parts = Parts()

    def owned(self, known: Known) -> Iterator[Placed]:
        """The pledges, each with what its chapter says of who leads."""
        chapter = Chapter(known)
        titles = headed_acts(self.passages, self.has_pledge)
        for place, passage in enumerate(self.passages):
            if place in titles:
                chapter.takes(passage)
                pledge = RawPledge(span_of(passage.block, passage.start), passage.reference)
                chapter.owns(pledge)
                yield passage.heading[:-1], pledge
            elif not chapter.takes(passage):
                for heading, pledge in self.pledges(passage):
                    chapter.owns(pledge)
                    yield heading, pledge

    def has_pledge(self, passage: Passage) -> bool:
        """Whether a pledge stands in a passage, apart from the sequence of parts that it may belong to."""
        return bool(passage.lead) or any(True for _ in self.in_sentences(passage, passage.start))

    def pledges(self, passage: Passage) -> Iterator[Placed]:
        if passage.is_heading:
            self.parts.end()
            yield from self.in_heading(passage)
            return
        start = passage.start
        if passage.lead:
            first, start = headline(passage)
            if first < start:
                yield passage.heading, self.item(passage, first, start)
        for pledge in self.in_sentences(passage, start):
            yield (*passage.heading, *filter(None, [self.parts.current])), pledge

    def in_heading(self, passage: Passage) -> Iterator[Placed]:
        text = passage.block.text[passage.start :]
        if _PROMISED_IN_HEADING.match(text) and self.promises(text):
            yield passage.heading, RawPledge(span_of(passage.block, passage.start), passage.reference)

    def in_sentences(self, passage: Passage, start: int) -> Iterator[RawPledge]:
        """The pledges among the sentences of a passage from `start` on."""
        topic = ""
        text = passage.block.text[start : passage.end]
        for first, last in whole_sentences(text, self.promises):
            sentence = text[first:last]
            refers = sentence.startswith(_REFERRING)
            strength = self.strength(sentence, topic if refers else "", passage)
            topic = topic if refers else sentence
            if strength:
                yield self.pledge(passage, start + first, start + last, strength)

    def promises(self, text: str) -> bool:
        return strength_of(text, self.speakers) is not None

    def strength(self, sentence: str, topic: str, passage: Passage) -> Strength | None:
        """How firmly a sentence commits; `topic` is the one before it, where an "it" or "they" refers to that."""
        if self.parts.names(sentence):
            return Strength.FIRM
        return strength_of(
            sentence,
            self.speakers,
            follows_own=bool(topic) and self.speakers.speaks(topic),
            follows_promise=bool(topic) and self.promises(topic),
            explains=passage.explains,
        )

    def pledge(self, passage: Passage, start: int, end: int, strength: Strength) -> RawPledge:
        """A sentence as a pledge; of one that a footnote breaks, the part that promises, or else its first."""
        text = passage.block.text
        parts = list(pieces(text, start, end))
        promising = (part for part in parts if len(parts) > 1 and self.promises(text[slice(*part)]))
        first, last = next(promising, parts[0])
        return RawPledge(span_of(passage.block, first, last - (text[last - 1] == ";")), passage.reference, strength)

    def item(self, passage: Passage, start: int, end: int) -> RawPledge:
        """An item of a list of pledges, with the owner that the line above the list names."""
        strength, owner = (passage.lead.strength, passage.lead.owner) if passage.lead else (Strength.FIRM, None)
        beside = [(Role.OWNER, owner)] if owner else []
        return RawPledge(span_of(passage.block, start, end), passage.reference, strength, beside)

    def aims(self) -> Iterator[tuple[tuple[str, ...], Span]]:
        for passage in self.passages:
            if passage.lead and passage.lead.strength is Strength.PRIORITY:
                span = span_of(passage.block, *headline(passage))
                if is_result(span.text):
                    yield passage.heading, span
            elif not passage.is_heading:
                text = passage.block.text[passage.start : passage.end]
                for first, last in sentences(text):
                    if is_aim(text[first:last], self.speakers):
                        yield passage.heading, span_of(passage.block, passage.start + first, passage.start + last)
