"""Reports in prose on a strategy whose pledges another document states: the sentences that say what was done.

A statement is a bullet, or a sentence of a paragraph with what carries it on ("It now serves nine schools").
Forewords, contents and contact details are left out, and so is what is only planned (`cues/reports.toml`). A sentence
that counts pledges ("38 of the 50 actions") is a statement of its own wherever it stands (`cues/counts.toml`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.counts import is_count
from graph.extract.cues import meanings
from graph.extract.headings import paths
from graph.extract.items import RawAnswer, RawSection, span_of
from graph.extract.known import key
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.extract.known import Known

_FEWEST_WORDS = 3  # of a sentence that says something
_RUNNING = 3  # times that a short line stands in a document before it counts as the head of its pages
_LONGEST_RUNNING = 100  # characters
_LONG_LINE = 60  # characters: no writer breaks a line before it
_ENTRY = re.compile(r"(?:[._…]{3,}|\s{2,}|\t|\s)\s*\d{1,3}\s*$")  # a line of a table of contents
_ENDED = re.compile(r"[.!?:;][”’\"')\]]*\s*$")


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:  # noqa: ARG001
    """What a report says was done, under its headings, in reading order."""
    return _by_heading(_Reader().answers(_whole(list(_body(blocks)))))


def counted(blocks: Sequence[Block], known: Known, held: Iterable[RawSection]) -> list[RawSection]:  # noqa: ARG001
    """The sentences that count pledges outside the sections that a layout has found."""
    spans = [one.span for section in held for one in section.pledges]
    spans += [one.span for section in held for one in section.progress]

    def is_free(start: int, end: int) -> bool:
        return not any(one.start < end and start < one.end for one in spans)

    return _by_heading(
        (path, RawAnswer(span_of(block, start, end)))
        for block, path in _whole(list(_body(blocks)))
        for start, end in sentences(block.text)
        if is_count(block.text[start:end]) and is_free(block.start + start, block.start + end)
    )


def _by_heading(answers: Iterable[tuple[tuple[str, ...], RawAnswer]]) -> list[RawSection]:
    found: list[RawSection] = []
    for path, answer in answers:
        if not found or found[-1].heading != path:
            found.append(RawSection(path))
        found[-1].progress.append(answer)
    return found


def _body(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the heads of pages, which stand on many, and without tables of contents."""
    times = Counter(key(block.text) for block in blocks if len(block.text) <= _LONGEST_RUNNING)
    in_contents = False
    for block in blocks:
        if block.kind is BlockKind.ROW or times[key(block.text)] >= _RUNNING:
            continue
        if key(block.text) in ("contents", "table of contents"):
            in_contents = True
            continue
        in_contents = in_contents and bool(_ENTRY.search(block.text))
        if not in_contents:
            yield block


def _whole(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """The blocks that are no headings, with the headings above them; paragraphs broken by a line's end are joined."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            gap = " " * (block.start - joined[-1].end)
            joined[-1] = replace(joined[-1], text=joined[-1].text + gap + block.text, end=block.end)
        else:
            joined.append(block)
    for block, path in zip(joined, paths(joined), strict=True):
        if block.kind is not BlockKind.HEADING and not (path and key(block.text).endswith(key(path[-1]))):
            yield block, path


def _goes_on(block: Block, following: Block) -> bool:
    """Whether a paragraph was broken at the end of a long line."""
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and following.kind is BlockKind.PARAGRAPH
        and 0 < following.start - block.end <= 2
        and len(block.text.splitlines()[-1]) >= _LONG_LINE
        and not _ENDED.search(block.text)
    )


@dataclass(slots=True)
class _Reader:
    """Reads blocks in order; `led_in` says what the lead-in above the bullets makes of them."""

    led_in: str = ""
    found: list[tuple[tuple[str, ...], RawAnswer]] = field(default_factory=list)

    def answers(self, blocks: Iterable[tuple[Block, tuple[str, ...]]]) -> list[tuple[tuple[str, ...], RawAnswer]]:
        for block, path in blocks:
            section = _kind_of_section(path)
            is_bullet = block.kind is BlockKind.BULLET
            led_in = self.led_in if is_bullet else ""
            for start, end in _stretches(block.text, section, led_in, whole=is_bullet):
                self.found.append((path, RawAnswer(span_of(block, start, end))))
            if not is_bullet:
                self.led_in = _lead_in(block.text)
        return self.found


def _kind_of_section(path: Sequence[str]) -> str:
    """ "aside", "ahead" or "done", by the headings that a block stands under; empty where they say nothing."""
    found = {one for heading in path for one in meanings("reports", heading) if one.endswith(" heading")}
    return next((one for one in ("aside", "ahead", "done") if f"{one} heading" in found), "")


def _lead_in(text: str) -> str:
    """What a paragraph that ends in a colon says of the bullets under it: that they are done, or ahead."""
    if not text.rstrip().endswith(":"):
        return ""
    last = [text[start:end] for start, end in sentences(text)][-2:]
    if any(_reports(sentence, "") for sentence in last):
        return "done"
    if "ahead" in meanings("reports", last[-1]):
        return "ahead"
    return "done" if "lead-in" in meanings("reports", last[-1]) and not last[-1].lower().startswith("we ") else ""


def _stretches(text: str, section: str, led_in: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a block that report, each of one sentence and those that carry it on.

    All of a bullet that reports is one stretch (`whole`), but for sentences that count pledges. What a lead-in says
    holds for the first sentence of a bullet.
    """
    current: tuple[int, int] | None = None
    for start, end in _said(text, whole=whole):
        sentence = text[start:end]
        counts = is_count(sentence)
        if current and not counts and _carries_on(text, start, end, whole=whole):
            current = (current[0], end)
            continue
        if current:
            yield current
        reports = counts or _reports(sentence, section or (led_in if not start else ""))
        current = (start, end) if reports else None
        if current and counts:
            yield current
            current = None
    if current:
        yield current


def _said(text: str, *, whole: bool) -> list[tuple[int, int]]:
    """The sentences of a block. A short line that does not end as a sentence is a heading, unless it is a bullet."""
    if whole or len(text) > _LONGEST_RUNNING or _ENDED.search(text):
        return list(sentences(text))
    return []


def _carries_on(text: str, start: int, end: int, *, whole: bool) -> bool:
    """Whether a sentence carries on the one before it: by its opening words, after a semicolon, or within a bullet.

    What is only planned carries on nothing in a bullet, unless it says so.
    """
    said = set(meanings("reports", text[start:end]))
    if "carries on" in said or text[:start].rstrip().endswith(";"):
        return True
    return whole and ("report" in said or "ahead" not in said)


def _reports(sentence: str, told: str) -> bool:
    """Whether a sentence says what was done; `told` is what its section or its lead-in says of it."""
    said = set(meanings("reports", sentence))
    if told == "aside" or len(sentence.split()) < _FEWEST_WORDS or said & {"says little", "only ahead"}:
        return False
    if sentence.rstrip().endswith(":") and "lead-in" in said:
        return False
    if told == "ahead":
        return "report" in said and "ahead" not in said
    return "report" in said or (("fact" in said or told == "done") and "ahead" not in said)
