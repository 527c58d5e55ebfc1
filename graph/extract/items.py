"""What a layout gives, before any sentence of it is read: pledges and answers as stretches of the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.blocks import Block, Span
from graph.values import Strength

if TYPE_CHECKING:
    from graph.values import Role, Status


@dataclass(frozen=True, slots=True)
class Word:
    """A status in the document's own word ("DONE", "Amber"), and what it means; None where nobody knows.

    The word is empty where the layout alone says the status: a reply that only promises is no delivery.
    """

    word: str
    status: Status | None


# The word of an answer that a later one to the same pledge has overtaken: it is evidence, and says no status.
OVERTAKEN = Word("", None)


@dataclass(slots=True)
class RawPledge:
    """A pledge with what the layout says beside it. `reference` is the number that the document gives it."""

    span: Span
    reference: str = ""
    strength: Strength = Strength.FIRM
    beside: list[tuple[Role, Span]] = field(default_factory=list)


@dataclass(slots=True)
class RawAnswer:
    """A stretch that reports. `answers` are the places, within its section, of the pledges that the layout pairs it
    with; empty where only its words can tell. `status` is the word of a status column or a mark in the text."""

    span: Span
    answers: tuple[int, ...] = ()
    status: Word | None = None


@dataclass(slots=True)
class RawSection:
    """A heading with the pledges, the answers and the stated aims under it. `heading` is empty before the first one."""

    heading: tuple[str, ...]
    pledges: list[RawPledge] = field(default_factory=list)
    progress: list[RawAnswer] = field(default_factory=list)
    aims: list[Span] = field(default_factory=list)


def span_of(block: Block | Span, start: int = 0, end: int | None = None) -> Span:
    """A block, or a part of it by offsets within its text, without the white space around it.

    >>> span_of(Span("1. Open a hub ", 10, 24, 3), 3)
    Span(text='Open a hub', start=13, end=23, line=3)
    """
    text = block.text[start:end]
    stripped = text.strip()
    first = start + (text.find(stripped) if stripped else 0)
    line = block.line + len(block.text[:first].splitlines()) - 1 if first else block.line
    return Span(stripped, block.start + first, block.start + first + len(stripped), line)
