"""The words that a document has of its own for what it numbers: "Strategy 1.1.1 Convert ...", "Project 4: Build ...".

A word is learnt from a series of at least three numbers whose texts say what is to be done. Of several levels, as in
"Goal 1", "Objective 1.1", "Strategy 1.1.1", only the deepest are pledges: what they stand under are headings.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.numbering.numbers import words_before_numbers
from graph.extract.numbering.wording import commits, says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.numbering.numbers import Number

_LABEL = re.compile(r"[^\s:.][^:.]{0,40}:(?:\s|$)")  # "Lead: Head of Housing"
_FEW = 3  # numbers that make a series
_MOST = 2 / 3  # of a series: what so many say is what the series is
_SOME = 1 / 3

Items = dict[int, "Number"]


def own_words(
    blocks: Sequence[Block], numbers: Mapping[int, Number], heads: Callable[[int], bool | None]
) -> frozenset[str]:
    """The document's words for its pledges, in small letters.

    `numbers` are those that are known without its own words, by the places of their blocks; `heads` tells of a place
    whether the headings above say that pledges stand there. A document that numbers what it promises by a usual word,
    as "Action 3", needs no other.
    """
    said = [(place, one) for place, one in numbers.items() if commits(_text(blocks, place, one))]
    if len({number.reference for _, number in said if number.explicit}) >= _FEW:
        return frozenset()
    named = {word: items for word, items in words_before_numbers(blocks).items() if _count_on(items)}
    acts = {word: items for word, items in named.items() if _are_acts(blocks, items, heads)}
    known: dict[str, Items] = {}
    for place, number in said:
        known.setdefault(number.kind, {})[place] = number
    return frozenset(word for word in acts if not _Level(blocks, word, acts | known).heads_others())


def _count_on(items: Items) -> bool:
    """Whether most numbers are the first of their part, or follow another."""
    parts = {number.parts for number in items.values()}
    following = sum(one[-1] == 1 or (*one[:-1], one[-1] - 1) in parts for one in parts)
    return len({number.reference for number in items.values()}) >= _FEW and following >= _MOST * len(parts)


def _are_acts(blocks: Sequence[Block], items: Items, heads: Callable[[int], bool | None]) -> bool:
    """Whether most texts say what the document's body is to do, rather than what its reader is: "Send us your form"."""
    texts = [_text(blocks, place, number) for place, number in items.items()]
    told = sum(says("reader", text) and not says("promise", text) for text in texts)
    elsewhere = sum(heads(place) is False for place in items)
    return sum(map(commits, texts)) >= _MOST * len(texts) and told < _SOME * len(texts) > elsewhere


def _text(blocks: Sequence[Block], place: int, number: Number) -> str:
    """The words beside a number, or those below where none stand beside it."""
    beside = blocks[place].text[number.start : number.end]
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return following.text if following and not beside.strip() else beside


class _Level:
    """The numbers with one word, beside those of all words whose texts say what is to be done."""

    def __init__(self, blocks: Sequence[Block], word: str, others: Mapping[str, Items]) -> None:
        self.blocks = blocks
        self.items = others[word]
        self.lower = frozenset(self._lower(word, others))
        self.names_parts = word in table("numbered")["parts"]
        self.is_told = self._are_deep() or self._are_sentences()

    def heads_others(self) -> bool:
        """Whether these numbers are headings: most have pledges below, or they only name the document's parts."""
        below = sum(self._has_below(place, end) for place, end in pairwise([*self.items, len(self.blocks)]))
        return below * 2 >= len(self.items) or (self.names_parts and not self.is_told)

    def _has_below(self, place: int, end: int) -> bool:
        """Whether a pledge stands below a number, before the next one of its kind and before another heading."""
        stands_alone = not self.blocks[place].text[self.items[place].start :].strip()
        for below in range(place + 1 + stands_alone, end):
            if below in self.lower:
                return True
            if self.blocks[below].kind is BlockKind.HEADING:
                return False
            if self._is_pledge(self.blocks[below]):
                return True
        return False

    def _is_pledge(self, block: Block) -> bool:
        """Whether what has no number is a pledge. A paragraph only explains a number that says itself what is done."""
        explains = block.kind is BlockKind.PARAGRAPH and self.is_told and not self.names_parts
        is_label = _LABEL.match(block.text)
        return block.kind is not BlockKind.ROW and not explains and not is_label and commits(block.text)

    def _lower(self, word: str, others: Mapping[str, Items]) -> Iterator[int]:
        """The places of the numbers that may stand below: of a word first met after this one, or with their parts."""
        first = next(iter(self.items))
        parts = {number.parts for number in self.items.values()}
        above = {one[:-1] for one in parts}
        for other, items in others.items():
            later = next(iter(items)) > first
            for place, number in items.items():
                is_later = later and number.explicit and number.parts not in above
                if other != word and (is_later or number.parts[:-1] in parts):
                    yield place

    def _are_sentences(self) -> bool:
        texts = (_text(self.blocks, *one) for one in self.items.items())
        return sum(text.rstrip(" ”’\"')").endswith(".") for text in texts) * 2 >= len(self.items)

    def _are_deep(self) -> bool:
        return all(len(number.parts) > 1 for number in self.items.values())
