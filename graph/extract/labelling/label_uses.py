"""Where the names stand that come back in a document, and what stands after each: labels and their texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.known import key
from graph.extract.marks.tails import is_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graph.blocks import Block

NUMBERED = "#"  # the name of all labels with a number

_FIELD = re.compile(r"^\s*(?P<name>[^\W\d_][^:.!?\n]{1,60}?)(?:\s*:[^\S\n]*|[^\S\n]{3,})(?P<value>[^\n]*)$")
_FURTHER = re.compile(r"(?<=[.;])\s+(?P<name>[A-Z][^:.!?;\n]{1,40}):[^\S\n]+(?=\S)")
_LONGEST = 60  # characters of a label
_MOST_WORDS = 10
_ENDED = (".", ";", ",", "!")


@dataclass(frozen=True, slots=True)
class Use:
    """A name where it stands: the text after it, empty where there is none; `alone` is a line of nothing else."""

    name: str
    value: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block. `name` is what could be a label on it, `value` what follows that."""

    text: str
    name: str
    value: str
    block: int
    marked: bool  # a heading, or bold
    heading: bool
    alone: bool


def uses_of(blocks: Sequence[Block], is_numbered: Callable[[Block], object], often: int) -> list[Use]:
    """The names that stand in a document at least so often, each time with the text after it, in reading order."""
    lines = [line for number, block in enumerate(blocks) for line in _lines(block, number, is_numbered)]
    times = Counter(line.name for line in lines if line.name)
    repeated = {name for name, count in times.items() if count >= often or name == NUMBERED}
    repeated -= _values(lines, repeated, times)
    marked = {line.name for line in lines if line.alone and line.marked and line.name in repeated}
    if marked - {NUMBERED}:  # where labels are bold, a bare line is none
        repeated -= {line.name for line in lines if line.alone} - marked - {NUMBERED}
    return [
        Use(line.name, _text_after(lines, place, repeated), line.alone)
        for place, line in enumerate(lines)
        if line.name in repeated
    ]


def _lines(block: Block, number: int, is_numbered: Callable[[Block], object]) -> Iterator[_Line]:
    heading = block.kind is BlockKind.HEADING
    marked = heading or block.strong
    if is_numbered(block):
        yield _Line(block.text, NUMBERED, "", number, marked, heading, alone=True)
        return
    for line in block.text.splitlines() if not heading else [block.text]:
        match = None if heading else _FIELD.match(line)
        if match:
            yield from _fields(match, number, marked=marked)
        elif line.strip():
            could_be = block.kind is not BlockKind.BULLET and _could_be_label(line)
            yield _Line(line, key(line) if could_be else "", "", number, marked, heading, alone=True)


def _fields(match: re.Match[str], number: int, *, marked: bool) -> Iterator[_Line]:
    """The fields of a line: "Held by: Head of Homes. Set for: May 2025." has two."""
    value = match["value"].strip()
    further = list(_FURTHER.finditer(value))
    names = [match["name"], *(one["name"] for one in further)]
    starts = [0, *(one.end() for one in further)]
    ends = [*(one.start() for one in further), len(value)]
    for name, start, end in zip(names, starts, ends, strict=True):
        said = value[start:end].strip()
        yield _Line(said, key(name), said, number, marked, heading=False, alone=not value)


def _could_be_label(line: str) -> bool:
    text = line.strip()
    return (
        1 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and text[:1].isalpha()
        and not text[:1].islower()
        and not text.endswith(_ENDED)
        and not is_time(text)
    )


def _values(lines: Sequence[_Line], repeated: set[str], times: Counter[str]) -> set[str]:
    """The names that are what other labels say: each time they stand right after one that stands more often."""
    owned: Counter[str] = Counter()
    for before, line in pairwise(lines):
        if before.name in repeated and not before.value and times[before.name] > times[line.name]:
            owned[line.name] += 1
    return {name for name, count in owned.items() if name and count >= times[name]}


def _text_after(lines: Sequence[_Line], place: int, repeated: set[str]) -> str:
    """The text of a label: what stands on its line and carries it on, or the first block below it."""
    line = lines[place]
    said = [line.value] if line.value else []
    block = line.block
    for below in lines[place + 1 :]:
        ended = below.name in repeated or (below.heading and below.block != line.block)
        if ended or (said and below.block != block):
            break
        block = below.block
        said.append(below.text.strip())
    return " ".join(said)
