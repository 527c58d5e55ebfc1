"""Labels that run into their text with nothing between them: "How it ended The hub opened in May."

On the page they are bold, and a PDF does not say so. They are told by what they do: the same few words open many
paragraphs, what follows begins anew each time, and it stands beside another label of its record each time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import meanings
from graph.extract.items import span_of
from graph.extract.known import key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_OFTEN = 3
_MOSTLY = 0.8  # of the uses of a label: so many have the same label before them, or after them
_SAME = 0.6  # of its texts at most: so many begin with the same word
_MOST_WORDS = 6
_FIELD = re.compile(r"^(?P<name>[^\W\d_][^:.!?\n]{1,60}?):")
_TITLE = "*"  # the name of all headings and bold lines, which may be the pledges themselves
_WORD = re.compile(r"\S+")
_DASHES = ("–", "—", "-")  # between a label and its text
_PLAIN = re.compile(r"[\w’'&/-]+[?.]?")
_NUMBER = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,2})*\.?\s*")  # "Plan 2" is a name
_ANEW = re.compile(r"(?!(?:[A-Z]|\d{1,2}|[IVX]+)[.:)]+$)[“\"‘'(£$€]?[A-Z\d]")  # "Strand B." has a number


@dataclass(frozen=True, slots=True)
class _Use:
    """A block that some words open: its place, where they end, where the text after them starts, and its first word."""

    place: int
    end: int
    start: int
    next_word: str


def with_run_in(
    blocks: Sequence[Block], known: Known, is_numbered: Callable[[Block], object]
) -> tuple[list[Block], set[int]]:
    """The blocks, such labels parted from their texts, and the offsets at which those labels start."""
    ends = _ends(blocks, known, is_numbered)
    parted: list[Block] = []
    for place, block in enumerate(blocks):
        use = ends.get(place)
        parted += [_part(block, 0, use.end, strong=True), _part(block, use.start)] if use else [block]
    return parted, {blocks[place].start for place in ends}


def _ends(blocks: Sequence[Block], known: Known, is_numbered: Callable[[Block], object]) -> dict[int, _Use]:
    """The label of each block that has one. "Agreed." before many replies is a verdict."""
    found = {name: uses for name, uses in _openings(blocks, is_numbered).items() if name not in known.statuses}
    names = _names(blocks, is_numbered)
    names |= {use.place: name for name, uses in found.items() for use in uses}
    return {use.place: use for uses in found.values() if _is_regular(uses, names) for use in uses}


def _openings(blocks: Sequence[Block], is_numbered: Callable[[Block], object]) -> dict[str, list[_Use]]:
    """The words that open several paragraphs, before texts that begin anew: the longest such words of each."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH and not block.strong and not is_numbered(block):
            for name, use in _prefixes(block.text, place):
                uses[name].append(use)
    often = {name: found for name, found in uses.items() if len(found) >= _OFTEN and _differ(found)}
    taken: set[int] = set()
    longest: dict[str, list[_Use]] = {}
    for name in sorted(often, key=lambda one: (-len(often[one]), -len(one), one)):
        if not taken & {use.place for use in often[name]}:
            longest[name] = often[name]
            taken |= {use.place for use in often[name]}
    return longest


def _prefixes(text: str, place: int) -> list[tuple[str, _Use]]:
    words = list(_WORD.finditer(text))[: _MOST_WORDS + 1]
    found: list[tuple[str, _Use]] = []
    if not words or not words[0].group()[:1].isupper():
        return []
    for word, following in pairwise(one for one in words if one.group() not in _DASHES):
        if not _PLAIN.fullmatch(word.group()):
            break
        name = key(text[: word.end()])
        between = text[word.end() : following.start()].strip(" ")
        anew = _ANEW.match(following.group()) and not _NUMBER.fullmatch(text, following.start())
        if anew and (between or "no label" not in meanings("labels", name)):
            end = word.end() - word.group().endswith(".")
            found.append((name, _Use(place, end, following.start(), following.group())))
        if between or word.group().endswith("."):
            break
    return found


def _differ(uses: Sequence[_Use]) -> bool:
    """Whether what follows begins with different words: "North Harbour" is one name, wherever it stands."""
    times = Counter(use.next_word for use in uses)
    return len(times) > 1 and max(times.values()) <= _SAME * len(uses)


def _names(blocks: Sequence[Block], is_numbered: Callable[[Block], object]) -> dict[int, str]:
    """The other labels of a document: those with a number, before a colon, and on lines of their own."""
    lines = Counter(key(block.text) for block in blocks)
    fields = {place: key(match["name"]) for place, block in enumerate(blocks) if (match := _FIELD.match(block.text))}
    times = Counter(fields.values())
    found = {place: name for place, name in fields.items() if times[name] >= _OFTEN}
    for place, block in enumerate(blocks):
        if is_numbered(block):
            found[place] = "#"
        elif lines[key(block.text)] >= _OFTEN:
            found[place] = key(block.text)
        elif block.kind is BlockKind.HEADING or block.strong:
            found.setdefault(place, _TITLE)
    return found


def _is_regular(uses: Sequence[_Use], names: Mapping[int, str]) -> bool:
    """Whether the uses of a label stand each time right after, or right before, the same other label or a title.

    A label on a line of its own has a text between it and the next one; a title has not.
    """
    own = names[uses[0].place]
    for steps in ((-1, -2), (1,)):
        beside = Counter(_beside(use.place, steps, names) for use in uses)
        if max((count for name, count in beside.items() if name not in ("", own)), default=0) >= _MOSTLY * len(uses):
            return True
    return False


def _beside(place: int, steps: Sequence[int], names: Mapping[int, str]) -> str:
    found = ((step, names[place + step]) for step in steps if place + step in names)
    return next((name for step, name in found if name != _TITLE or step == -1), "")


def _part(block: Block, start: int, end: int | None = None, *, strong: bool = False) -> Block:
    span = span_of(block, start, end)
    return replace(block, text=span.text, start=span.start, end=span.end, line=span.line, strong=strong)
