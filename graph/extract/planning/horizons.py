"""The words of a roadmap that say when: "Now", "Short term (0–2 years)", "Year 1", "2030 targets:", "Done".

What stands under "Done" has been done, and what stands under "In progress" or "What we're working on" is under way:
these words are statuses. All others say when. "Now" alone says when too, unless the document's own words for it say
that somebody is at work on it, or another of its headings reports what is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import cues, table
from graph.extract.headings import title_of
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.marks.tails import is_time
from graph.extract.numbering.wording import is_act, says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from graph.blocks import Block, Span
    from graph.extract.cues import Cue

_LONGEST = 60  # characters
_REMARK = re.compile(r"\s*(?:[(\[].*|:\s.*|\s[–—-]\s.*)$", re.DOTALL)
_EXPLAINED = re.compile(r"(?P<when>[^\W\d_][\w’' -]{2,40}?)\s*(?:[:=]|\s[–—-])\s+(?P<means>\S.*)", re.DOTALL)
_OF_PHASE = re.compile(  # "Phase 2: Roll-out (2026–27)": the number of a phase is no time
    r"^(?:phase|stage|step|horizon|wave)\b.*[(\[](?P<dates>[^()\[\]]*\b20\d\d\b[^()\[\]]*)[)\]]\s*$", re.IGNORECASE
)
_MOSTLY = 0.6
_FEW = 2  # horizons that make a roadmap
_OPENING = 6  # blocks in which a document says what it is
_STATUSES = {"done": Status.ACHIEVED, "in_progress": Status.IN_PROGRESS}


@dataclass(frozen=True, slots=True)
class Horizon:
    """A heading that says when, its plain words, and the status that they give, if they give one.

    `span` is the heading as the document words it, `when` what of it says the time: of "2030 targets" the year.
    """

    span: Span
    words: str
    when: Span
    status: Status | None = None


def make_a_roadmap(found: Collection[Horizon]) -> bool:
    """Whether horizons are several, and one at least lies ahead: "Completed" and "In progress" only give statuses."""
    return len({one.words for one in found}) >= _FEW and any(one.status is None for one in found)


def horizons(blocks: Sequence[Block]) -> dict[int, Horizon]:
    """The horizons among the lines of a document, by their places."""
    opening = [block for block in blocks[:_OPENING] if block.kind is not BlockKind.ROW]
    dated = any(_means(block.text, "roadmap") for block in opening) or _plans_by_dates(blocks)
    found: dict[int, Horizon] = {}
    for place, block in enumerate(blocks):
        stands_out = block.kind is BlockKind.HEADING or block.strong
        heads = _could_be(block) and (stands_out or not _runs_on(block, blocks[place + 1 : place + 2]))
        one = horizon_of(span_of(block), dated=dated and stands_out) if heads else None
        found |= {place: one} if one else {}
    return found


def _plans_by_dates(blocks: Sequence[Block]) -> bool:
    """Whether most of what is listed under headings that are dates is to be done: "2027", then "Build a garden"."""
    heads: set[str] = set()
    listed: list[bool] = []
    within = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            one = horizon_of(span_of(block), dated=True) if _could_be(block) else None
            within = one is not None and any(map(str.isdigit, one.words))
            heads |= {one.words} if one and within else set()
        elif within and block.kind is BlockKind.BULLET:
            listed.append(is_act(block.text) and not says("past", block.text))
    return len(heads) >= _FEW and len(listed) > _FEW and sum(listed) >= _MOSTLY * len(listed)


def horizon_of(line: Span, *, dated: bool) -> Horizon | None:
    """The horizon that a line or a cell is; None for what is none. A date alone is one only where `dated` says so.

    >>> from graph.blocks import Span
    >>> horizon_of(Span("Short-term actions (2024)", 0, 25, 1), dated=False).words
    'short term'
    """
    begin = next(
        (place for place, sign in enumerate(line.text) if sign.isalnum() or sign in "([<–-"), 0
    )  # "🚀 Shipped"
    first = span_of(line, begin, begin + len(line.text[begin:].partition("\n")[0]))
    whole = key(first.text).replace("-", " ")
    bare = key(_REMARK.sub("", first.text)).replace("-", " ")
    titled = key(title_of(first.text)).replace("-", " ")
    for words in dict.fromkeys((whole, bare, titled)):
        for shorter in dict.fromkeys((words, _without_subject(words))):
            known = _lists().get(shorter, "") or next((cue.means for cue in _patterns() if cue.find(shorter)), "")
            if known and (known != "dated" or dated or (shorter != words and _is_aimed_at(words))):
                return Horizon(first, shorter, _when(line, first, known), _STATUSES.get(known))
    return None


def with_reports(found: dict[int, Horizon], blocks: Sequence[Block]) -> dict[int, Horizon]:
    """The horizons, "Now" as what is under way where the document uses its headings to report.

    It does so where one of them is a status ("Recently completed"), or where its key says what "Now" means.
    """
    explained = _explained(blocks)
    reports = any(one.status for one in found.values())
    return {
        place: replace(one, status=Status.IN_PROGRESS)
        if one.status is None and (one.words in explained or (reports and one.words in table("roadmap")["now"]))
        else one
        for place, one in found.items()
    }


def _explained(blocks: Sequence[Block]) -> frozenset[str]:
    """The words of which a document says that somebody is at work on what stands there: "Now: a team is at work"."""
    said = (_EXPLAINED.match(block.text) for block in blocks if block.kind is not BlockKind.ROW)
    return frozenset(key(one["when"]) for one in said if one and _means(one["means"], "at work"))


def _when(line: Span, first: Span, known: str) -> Span:
    """What of a heading says the time: a date below it or in brackets, the year of "2030 targets", or all of it."""
    below = span_of(line, first.end - line.start)
    if any(map(str.isdigit, below.text)) or is_time(below.text):
        return below
    words = first.text.rstrip(" :")
    dates = _OF_PHASE.search(first.text)
    if dates:
        return span_of(first, dates.start("dates"), dates.end("dates"))
    return span_of(first, 0, len(words.rpartition(" ")[0])) if known == "dated" and _is_aimed_at(key(words)) else first


def _could_be(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and 0 < len(block.text) <= _LONGEST


def _runs_on(block: Block, following: Sequence[Block]) -> bool:
    """Whether a line says itself what is planned, "Later: a map", and heads no list."""
    listed = bool(following) and following[0].kind is BlockKind.BULLET
    return not listed and ": " in " ".join(block.text.split())


def _without_subject(words: str) -> str:
    head, _, last = words.rpartition(" ")
    return head if last in table("roadmap")["about"] else words


def _is_aimed_at(words: str) -> bool:
    """Whether a date is that of aims, "2030 targets", and not of anything else: "2024 report"."""
    return words.rpartition(" ")[2] in table("roadmap")["aims"]


def _means(text: str, means: str) -> bool:
    return any(cue.find(text) for cue in cues("roadmap") if cue.means == means)


@cache
def _lists() -> dict[str, str]:
    known = table("roadmap")
    names = ("now", "ahead", "in_progress", "done")
    return {word.replace("-", " "): name for name in names for word in known[name]}


@cache
def _patterns() -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("roadmap") if cue.means in ("ahead", "dated", "in_progress"))
