"""Running text as it is read for pledges: each block with its headings, its number and the line that leads it in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.cues import table
from graph.extract.footnotes import without_footnotes
from graph.extract.headings import paths, title_of
from graph.extract.items import span_of
from graph.extract.running.celled import in_cells
from graph.extract.running.leadins import lead_in
from graph.extract.running.promises import heads_pledges, list_strength, strength_of
from graph.extract.running.speakers import named_before
from graph.extract.running.wrapped import unbroken
from graph.extract.sentences import sentences
from graph.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.running.speakers import Speakers

_LABELLED = rf"{table('prose')['passages']['labels']}\s+(?P<labelled>\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?)"
_NUMBERED = r"\(?(?P<number>\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)]))[.)]?"
_NUMBER = re.compile(rf"(?:{_LABELLED}(?:\s*[.:)–—-]|(?=\s+(?-i:[A-Z])))|{_NUMBERED})\s+(?=\S)", re.IGNORECASE)
_LEADING_VERB = re.compile(r"\s*\b(?:will|shall|is|are|has|have|must|aims?|plans?|intends?)\b[^.;:]*[:–—-]?\s*$")
_OWN = re.compile(r"(?:our|my|we)\b", re.IGNORECASE)
_NAMES = re.compile(r"(?=.*[A-Z])\S+\s+\S")  # several words: "the library service" is the body itself
_LONGEST_HEADING = 150  # characters
_PRONOUNS = frozenset(["We", "I", "It", "They", "This", "These"])
_UNREAD = re.compile(rf"\W*(?:{table('prose')['passages']['unread']})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that leads in a list of pledges. `owner` is the name in it, where it does not say "we"."""

    strength: Strength
    owner: Span | None = None
    fresh: bool = False  # a heading that nothing but headings has followed so far
    sign: str = ""  # the kind of marker of the block that leads in, where that is an item itself
    items: str = ""  # the kind of marker of the first item under it


@dataclass(frozen=True, slots=True)
class Passage:
    """A block to be read. `start` and `end` bound its sentences, within its text: its number and a line that leads in a
    list are no part of them. `lead` makes the block an item of a list of pledges; `explains` says that it stands under
    a headline priority."""

    block: Block
    heading: tuple[str, ...]
    reference: str
    start: int
    end: int
    lead: Lead | None = None
    explains: bool = False
    is_heading: bool = False


def passages(blocks: Sequence[Block], speakers: Speakers) -> Iterator[Passage]:
    """The blocks of a document, without its footnotes and tables, as passages in reading order."""
    whole = unbroken(without_footnotes(blocks), speakers)
    headed = paths([_unheaded(block, speakers) for block in whole])
    walk = _Walk(speakers)
    for block, path in zip(whole, headed, strict=True):
        if not any(_UNREAD.match(title) for title in path[-1:]):
            yield from walk.passage(block, path)


class _Walk:
    """What the blocks before say of the next one: the number of its paragraph, and the list that it may belong to."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.reference = ""
        self.lead: Lead | None = None

    def passage(self, block: Block, path: tuple[str, ...]) -> Iterator[Passage]:
        if block.kind is BlockKind.ROW:
            yield from self.row(block, path)
            return
        if path[-1:] == (title_of(block.text),) or heads_pledges(block.text):
            yield self.heading(block, path)
            return
        start, number = _number(block)
        lead = self.leads_in(block, start)
        item = None if lead else self.item(block, number, path)
        explains = bool(self.lead and self.lead.strength is Strength.PRIORITY and not number and not item)
        if number and item is None:
            self.reference = number
        if lead:
            self.lead = lead[1]
        elif item is None and not (explains or (self.lead and block.kind is BlockKind.BULLET)):
            self.lead = None
        reference = number if item and number else self.reference
        yield Passage(block, path, reference, start, lead[0] if lead else len(block.text), item, explains)

    def row(self, block: Block, path: tuple[str, ...]) -> Iterator[Passage]:
        """A row of a table that no layout reads for pledges: the text in its cells, each cell for itself."""
        title, lines = ((), []) if block.header else in_cells(block)
        self.lead = None
        for line in lines:
            yield from self.passage(line, (*path, *title))
        self.lead = None

    def heading(self, block: Block, path: tuple[str, ...]) -> Passage:
        goes_on = self.lead if self.lead and self.lead.fresh else None
        self.lead = Lead(Strength.FIRM, fresh=True) if heads_pledges(block.text) else goes_on
        self.reference = ""
        start, number = _number(block)
        return Passage(block, path, number, start, len(block.text), is_heading=True)

    def leads_in(self, block: Block, start: int) -> tuple[int, Lead] | None:
        """Where the line that leads in a list begins, and what it says of the list."""
        bounds = list(sentences(block.text[start:]))
        if not bounds:
            return None
        first = start + bounds[-1][0]
        line = block.text[first:]
        strength = list_strength(line, self.speakers)
        if strength is None:
            return None
        return first, Lead(strength, self.owner(block, first, strength), sign=_sign(block))

    def owner(self, block: Block, start: int, strength: Strength) -> Span | None:
        """The name in a line that leads in a list: "The Digital Unit will:"."""
        if strength is Strength.PRIORITY:
            return None
        led = lead_in(block)
        if led and led.owner and _NAMES.search(led.owner.text) and not _OWN.match(led.owner.text):
            return led.owner
        verb = _LEADING_VERB.search(block.text, start)
        named = named_before(block.text[start : verb.start()]) if verb else None
        if named is None:
            return None
        span = span_of(block, start + named[0], start + named[1])
        called = block.text[: start + named[0]].lower().endswith(("the ", "this ", "our "))
        return None if span.text in _PRONOUNS or (called and " " not in span.text) else span

    def item(self, block: Block, number: str, path: tuple[str, ...]) -> Lead | None:
        """The list that a block is an item of."""
        lead = self.lead
        if block.kind is not BlockKind.BULLET:
            bold_priority = lead and lead.strength is Strength.PRIORITY and block.strong and not number
            return lead if bold_priority else None
        if lead is None:
            under = any(heads_pledges(title) for title in path)
            self.lead = lead = Lead(Strength.FIRM) if under else None
        if lead is None:
            return None
        sign = _sign(block)
        if not lead.items and sign == lead.sign:
            self.lead = None
            return None
        self.lead = lead = replace(lead, items=lead.items or sign, fresh=False)
        return lead if sign == lead.items else None


def _unheaded(block: Block, speakers: Speakers) -> Block:
    """A line that promises, or leads in a list of promises, is no heading, though it may end like one."""
    if block.kind is not BlockKind.PARAGRAPH or block.strong or len(block.text) > _LONGEST_HEADING:
        return block
    promises = list_strength(block.text, speakers) or strength_of(block.text, speakers)
    return replace(block, text=block.text[:-1] + ";") if promises else block


def _number(block: Block) -> tuple[int, str]:
    """Where the text of a block begins after its number, and the number: "2.4 There are ..."."""
    found = _NUMBER.match(block.text)
    if found and block.kind is not BlockKind.BULLET:
        return found.end(), found["number"] or found["labelled"]
    marked = re.fullmatch(r"\(?(\d{1,3}(?:\.\d{1,3})*)[.)]?", block.marker)
    return 0, marked[1] if marked else ""


def _sign(block: Block) -> str:
    """The kind of a bullet's marker, with how deep it stands: numbers, letters, or the sign itself."""
    marker = block.marker.strip("().")
    kind = "1" if marker[:1].isdigit() else "a" if marker.isalpha() and marker != "o" else marker
    return f"{kind}{block.level}" if block.kind is BlockKind.BULLET else ""
