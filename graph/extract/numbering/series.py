"""Which of a document's numbers are those of pledges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import cues, table
from graph.extract.headings import headings_above
from graph.extract.known import key
from graph.extract.numbering.numbers import number_of, runs
from graph.extract.numbering.own_words import own_words
from graph.extract.numbering.wording import commits, heads_actions, is_summary, says
from graph.extract.running.leadins import lead_in
from graph.extract.running.promises import strength_of
from graph.extract.running.speakers import Speakers
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.numbering.numbers import Number

_MOST = 2 / 3  # of the lines of a series: what so many say is what the series is
_SOME = 1 / 4
_FEW_CODES = 3  # lines with a code before they count as a series
_FEW = 3  # pledges with bare numbers that make the layout of a document
_SOURCE = re.compile(r"\s*\([^()]*\)\s*$")  # where a conclusion comes from: "(Paragraph 12)"

Run = list[tuple[int, "Number"]]


def items_of(blocks: Sequence[Block]) -> dict[int, Number]:
    """The numbers of pledges, by the places of their blocks; empty where the document numbers none, or mostly prose."""
    return _Series(blocks).items()


class _Series:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.above = headings_above(blocks)
        self.counts = set(_counts(blocks))
        self.numbers = _numbers(blocks, frozenset())
        self.led = dict(self.lines_above())
        self.own = own_words(blocks, self.numbers, self.heads)
        self.numbers = _numbers(blocks, self.own) if self.own else self.numbers

    def items(self) -> dict[int, Number]:
        worded = self.worded()
        bare = self.coded() | self.bare(lists_too=not worded)
        usual = any(number.kind not in self.own for number in worded.values())
        if not usual and not self.make_the_layout(worded | bare):
            return {}
        found = {**worded, **{place: number for place, number in bare.items() if place not in worded}}
        return self.once(dict(sorted(found.items())))

    def worded(self) -> dict[int, Number]:
        """Numbers with a word before them. One alone counts only as a heading: any sentence may begin with one."""
        found = {place: one for place, one in self.numbers.items() if one.explicit and not self.is_title(place, one)}
        headed = any(self.blocks[place].kind is BlockKind.HEADING for place in found)
        return found if headed or len({number.reference for number in found.values()}) > 1 else {}

    def is_title(self, place: int, number: Number) -> bool:
        """Whether a number only names a part of the document, above those with its own word: "Initiative 1: Skills"."""
        text = self.blocks[place].text[number.start : number.end]
        return bool(self.own and number.kind not in self.own and text.strip() and not commits(text))

    def coded(self) -> dict[int, Number]:
        """Numbers with letters: "R7", "HC 3"."""
        found: dict[int, Number] = {}
        coded = [(place, one) for place, one in self.numbers.items() if one.kind.isalpha() and not one.explicit]
        for kind in dict.fromkeys(number.kind for _, number in coded):
            run = [(place, number) for place, number in coded if number.kind == kind]
            if len({number.reference for _, number in run}) >= _FEW_CODES and self.are_pledges(run):
                found.update(one for one in run if self.heads(one[0]) is not False)
        return found

    def bare(self, *, lists_too: bool) -> dict[int, Number]:
        """Numbers alone. Those in parts, as 1.1, are judged together all over the document; the others run by run.

        Beside actions with a word, a numbered list that is led in as a promise is a list like those with bullets.
        """
        bare = [(place, one) for place, one in self.numbers.items() if not one.kind.isalpha() and not one.explicit]
        parted = [one for one in bare if len(one[1].parts) > 1]
        kinds = dict.fromkeys(number.kind for _, number in parted)
        series = [[one for one in parted if one[1].kind == kind] for kind in kinds]
        alone = runs([one for one in bare if len(one[1].parts) == 1])
        series.extend(run for run in alone if lists_too or not self.is_led_in(run[0][0], promises=True))
        found = [one for run in series if len(run) > 1 and self.are_pledges(run) for one in run]
        return {place: number for place, number in found if self.heads(place) is not False and not self.is_fact(place)}

    def are_pledges(self, run: Run) -> bool:
        """Whether the lines of a series are pledges, by the headings above them, or by what they say."""
        headed = [self.heads(place) for place, _ in run]
        if headed.count(False) > len(run) / 2 or self.is_led_in(run[0][0], promises=False):
            return False
        texts = [self.blocks[place].text[number.start : number.end] for place, number in run]
        committing = sum(map(commits, texts))
        doing = committing + sum(says("gerund", text) and not commits(text) for text in texts)
        if headed.count(True) > len(run) / 2:
            return doing >= _SOME * len(run)
        counted = len(run) in self.counts and run[0][1].parts[-1:] == (1,)
        return (doing if counted else committing) >= _MOST * len(run)

    def is_fact(self, place: int) -> bool:
        """Whether a line of a series is whole sentences, none of which says what is to be done."""
        number = self.numbers[place]
        text = _SOURCE.sub("", self.blocks[place].text[number.start : number.end])
        return text.rstrip(" ”’\"')").endswith(".") and not any(
            commits(text[slice(*one)]) or says("gerund", text[slice(*one)]) for one in sentences(text)
        )

    def heads(self, place: int) -> bool | None:
        """Whether what stands above a line says that it is a pledge: the line that leads in its list, or a heading."""
        led = self.led.get(place)
        above = [one for one in self.above[place] if one != place]
        told = (heads_actions(self.blocks[one].text) for one in reversed(above))
        return next((one for one in (led, *told) if one is not None), None)

    def lines_above(self) -> Iterator[tuple[int, bool | None]]:
        """For each numbered line, whether the line that leads in its list says that its items are promises."""
        now: bool | None = None
        for place, block in enumerate(self.blocks):
            if place in self.numbers:
                yield place, now
                continue
            led = lead_in(block)
            now = led.promises if led and not led.of_item else None

    def is_led_in(self, place: int, *, promises: bool) -> bool:
        """Whether the line above a list says that its items are promises, or that they are not."""
        return self.led.get(place) is promises

    def make_the_layout(self, items: Mapping[int, Number]) -> bool:
        """Whether bare numbers are how the document makes its pledges, rather than a list or two in its prose."""
        if len(items) < _FEW:
            return False
        if len(items) in self.counts or len({self.themes(place) for place in items}) >= _FEW:
            return True
        return len(items) >= self.promises_in_prose(items)

    def themes(self, place: int) -> tuple[int, ...]:
        return tuple(one for one in self.above[place] if one not in self.numbers)

    def promises_in_prose(self, items: Mapping[int, Number]) -> int:
        speakers = Speakers.of(block.text for block in self.blocks)
        prose = [
            block for place, block in enumerate(self.blocks) if block.kind is BlockKind.PARAGRAPH and place not in items
        ]
        texts = (block.text[start:end] for block in prose for start, end in sentences(block.text))
        return sum(strength_of(text, speakers) is not None for text in texts)

    def once(self, items: dict[int, Number]) -> dict[int, Number]:
        """The items without those that a summary says again."""
        said: dict[tuple[str, str], int] = {}
        for place, number in items.items():
            words = (number.reference, key(self.blocks[place].text[number.start : number.end]))
            first = said.get(words)
            if first is None or (words[1] and self.is_in_summary(first) and not self.is_in_summary(place)):
                said[words] = place
        kept = set(said.values())
        return {place: number for place, number in items.items() if place in kept}

    def is_in_summary(self, place: int) -> bool:
        return any(is_summary(self.blocks[one].text) for one in self.above[place])


def _numbers(blocks: Sequence[Block], words: frozenset[str]) -> dict[int, Number]:
    return {place: number for place, block in enumerate(blocks) if (number := number_of(block, words))}


def _counts(blocks: Sequence[Block]) -> Iterator[int]:
    """How many actions the document says it has."""
    for block in blocks:
        for cue in cues("numbered"):
            found = cue.find(block.text) if cue.means == "count" else None
            if found:
                number = found["number"].lower()
                yield int(number) if number.isdigit() else table("numbered")["numerals"].index(number) + 1
