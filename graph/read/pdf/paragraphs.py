"""Paragraphs, items of lists and headings, put together from lines.

A line starts a new one where there is more room above it than between lines, where its size or its weight is another,
where it stands further in or out, where it has a bullet or a number, and where the line before was ended on purpose:
it had room for the word that follows.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.read.pdf.parting import beginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.lines import Line

_MORE_ROOM = 1.2  # times the room between lines of a paragraph
_SOME_ROOM = 0.1  # sizes more than usual: enough after the end of a sentence
_USUAL_ROOM = 1.25  # times the size, where a document does not tell
_LARGE = 1.25  # times the size of the body: titles, whose lines are broken anywhere
_OTHER_SIZE = 0.6  # points
_UNDER = 0.3  # of the size: what starts under something else is off by no more
_FEW, _MANY = 2, 3  # items that hang, and how many times those that do not, make it the rule
_LONG = 40  # characters: a shorter line alone is a title, or a name
_IN = 0.7  # of the size: what stands further in or out by no more is in line
_NEAR = 4  # lines above and below that tell how far a column reaches there
_ENDED = re.compile(r"[.!?:;…][”’\"')\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_MORE_TO_COME = re.compile(
    r"(?:[,(/&–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|their|to|with))$", re.IGNORECASE
)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `marker` is the bullet or the number that they start with."""

    lines: list[Line] = field(default_factory=list)

    @property
    def head(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def marker(self) -> str:
        """The bullet or the number it starts with."""
        return self.head.marker

    @property
    def size(self) -> float:
        """The size that most of its characters have."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return max(sizes, key=lambda one: (sizes[one], one))

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(line.bold for line in self.lines)


class Leading:
    """How a document sets its paragraphs: the room between lines of each size, and whether items hang.

    An item hangs where its second line starts under its text, not under its bullet.
    """

    def __init__(self, runs: Sequence[Sequence[Line]], body: float) -> None:
        self.body = body
        self.hangs = _hang(runs)
        rooms: dict[float, Counter[float]] = {}
        for before, line in (pair for run in runs for pair in pairwise(run)):
            room = _room(before, line)
            if room and abs(line.size - before.size) < _OTHER_SIZE and _surely_goes_on(before, line):
                rooms.setdefault(round(line.size), Counter())[round(room, 2)] += 1
        self._usual = {size: _low(counts) for size, counts in rooms.items()}
        self._anywhere = _low(sum(rooms.values(), Counter())) if rooms else _USUAL_ROOM

    def of(self, size: float) -> float:
        """How far apart its lines stand, in sizes."""
        return self._usual.get(round(size), self._anywhere)


def _surely_goes_on(before: Line, line: Line) -> bool:
    """Whether a line must belong to the paragraph of the one before: it starts small, in the middle of a sentence."""
    return line.text[:1].islower() and not line.marker and not _ends(before)


def _room(before: Line, line: Line) -> float:
    """How far a line stands below the one before, in sizes; 0 where it stands in another column."""
    if line.page != before.page or line.column != before.column or line.base <= before.base:
        return 0.0
    return (line.base - before.base) / max(line.size, before.size)


def _hang(runs: Sequence[Sequence[Line]]) -> bool:
    """Whether the second lines of items start under their text, and hardly any under their bullet."""
    pairs = [(head, line) for run in runs for head, line in pairwise(run) if head.marker and not line.marker]
    pairs = [(head, line) for head, line in pairs if _room(head, line) and head.start - head.left > _IN * line.size]
    hanging = sum(abs(line.left - head.start) < _UNDER * line.size for head, line in pairs)
    others = sum(line.text[:1].islower() and abs(line.left - head.left) < _UNDER * line.size for head, line in pairs)
    return hanging >= _FEW and hanging > _MANY * others


def _low(counts: Counter[float]) -> float:
    """A value that a quarter of them do not exceed."""
    left = counts.total() / 4
    for room in sorted(counts):
        left -= counts[room]
        if left <= 0:
            return max(room, 1.0)
    return _USUAL_ROOM


def paragraphs(lines: Sequence[Line], leading: Leading) -> list[Paragraph]:
    """Lines in reading order, put together."""
    found: list[Paragraph] = []
    ends = _reach(lines)
    for number, line in enumerate(lines):
        if found and _goes_on(found[-1], line, leading, ends[number - 1]):
            found[-1].lines.append(_without_marker(line))
        else:
            found.append(Paragraph([line]))
    return found


def _reach(lines: Sequence[Line]) -> list[float]:
    """How far to the right each line could have gone: as far as those near it do."""
    found = []
    for number, line in enumerate(lines):
        near = lines[max(0, number - _NEAR) : number + _NEAR + 1]
        beside = [one.right for one in near if _are_alike(one, line)]
        found.append(max(beside) if len(beside) > 1 else line.column.right)
    return found


def _are_alike(one: Line, line: Line) -> bool:
    """Whether two lines stand in one column, in letters of one size."""
    return one.column == line.column and one.page == line.page and abs(one.size - line.size) <= _OTHER_SIZE


def _goes_on(paragraph: Paragraph, line: Line, leading: Leading, end: float) -> bool:
    """Whether a line carries on the paragraph before it. `end` is how far the line before could have gone."""
    last = paragraph.last
    if _ends(last) and beginning(line.text) and beginning(line.text) == beginning(paragraph.head.text):
        return False  # Action 2 after Action 1
    tabbed = last.tab and abs(line.tab - last.tab) < 2
    if abs(line.size - last.size) > _OTHER_SIZE or tabbed or _is_item(paragraph, line, end):
        return False
    if last.closes != line.opens and (last.bold or line.bold):
        return _is_open(paragraph) and line.text[:1].islower()
    room = _room(last, line)
    if not room:
        return line.size < _LARGE * leading.body and _turns(paragraph, line, end)
    usual = leading.of(line.size)
    if room > _MORE_ROOM * usual + 0.05 or (room > usual + _SOME_ROOM and _ends(last) and not line.text[:1].islower()):
        return False
    if not _is_in_line(paragraph, line, end, leading):
        return line.size >= _LARGE * leading.body and not paragraph.marker
    had_room = _had_room(last, line, end) and line.size < _LARGE * leading.body
    return not (had_room and _may_end(paragraph, line))


def _is_item(paragraph: Paragraph, line: Line, end: float) -> bool:
    """Whether a line starts an item. A number or a dash within a sentence may come to start a line too."""
    if not line.marker:
        return False
    if not line.numbered and line.marker not in "-–—":
        return True
    if line.apart or _had_room(paragraph.last, line, end):
        return True
    return _ends(paragraph.last) or (not line.numbered and not line.text[:1].islower())


def _turns(paragraph: Paragraph, line: Line, end: float) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    if line.marker or not _is_open(paragraph):
        return False
    if line.text[:1].islower() or _MORE_TO_COME.search(paragraph.last.text):
        return True
    in_line = abs(line.indent - (paragraph.head.start - paragraph.head.column.left)) <= _IN * line.size
    long = len(paragraph.lines) > 1 or len(paragraph.last.text) > _LONG
    return in_line and long and not paragraph.bold and not _had_room(paragraph.last, line, end)


def _is_open(paragraph: Paragraph) -> bool:
    return not _ends(paragraph.last)


def _ends(line: Line) -> bool:
    """Whether a sentence ends with a line."""
    return bool(_ENDED.search(line.text))


def _had_room(last: Line, line: Line, end: float) -> bool:
    """Whether the first word of a line would have stood in the line before."""
    return last.right + line.first + 0.5 * line.size < end


def _may_end(paragraph: Paragraph, line: Line) -> bool:
    """Whether one paragraph may end there and another begin, by their words."""
    return not line.text[:1].islower() and not _MORE_TO_COME.search(paragraph.last.text)


def _is_in_line(paragraph: Paragraph, line: Line, end: float, leading: Leading) -> bool:
    """Whether a line starts where the lines of a paragraph do."""
    head, last = paragraph.head, paragraph.last
    slack = _IN * line.size
    if head.marker:
        if line.left >= head.start - _UNDER * line.size:
            return line.left <= head.start + slack or len(paragraph.lines) > 1 or line.text[:1].islower()
        if line.left < head.left - slack or _had_room(last, line, end):
            return False
        hangs = leading.hangs or (len(paragraph.lines) > 1 and last.left >= head.start - slack)
        return line.text[:1].islower() or (not hangs and (_is_open(paragraph) or len(paragraph.lines) > 1))
    if len(paragraph.lines) == 1:
        return abs(line.left - head.left) <= slack or _is_open(paragraph) or not _had_room(last, line, end)
    return line.left <= last.left + slack


def _without_marker(line: Line) -> Line:
    """A line within a paragraph, its number or dash being a word like others."""
    if line.marker:
        line.text = f"{line.marker} {line.text}"
        line.marker, line.start = "", line.left
    return line
