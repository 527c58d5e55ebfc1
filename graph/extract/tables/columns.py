"""What the columns of a table hold, read from its header: one or two rows, wherever in the table they stand.

A heading is understood by the cue words in it (`cues/columns.toml`). Which column holds the pledges follows from the
whole header: a table that has actions and objectives pledges its actions, one that has only objectives pledges these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from graph.blocks import Span  # noqa: TC001 - a field of a dataclass
from graph.extract.cues import cues
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.tables.heading_words import declared_as, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_MOST_ROWS_ABOVE = 8  # titles, notes and keys that stand above a header
_LONGEST = 120  # characters of a heading
_MOST_WORDS = 14
_ABBREVIATED = 12  # characters of a heading that may end in a full stop: "No.", "Action ref."
_USUAL_WORDS = 8  # of a heading that the format does not mark as one
_NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})+|\d{1,3}[.)])\s+\w")
_PERIOD = re.compile(
    r"\b(?:q(?:uarter)? ?(?P<quarter>[1-4])|(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|"
    r"(?P<year>(?:19|20)\d\d)(?:\s?[-/–]\s?\d{2,4})?|(?P<short>\d\d)[-/–]\d\d|"
    r"(?:year|month|phase|edition) (?P<number>\d+)|"
    r"(?P<half>mid|end)[ -](?:of[ -])?(?:year|term))\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"\b(?:immediate|short|medium|long|longer)(?:er)?(?:[ -]term)?\b", re.IGNORECASE)
_ONWARDS = re.compile(r"\b(?:and|or) (?:beyond|after|later|onwards?)\b|\bonwards?\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Column(StrEnum):
    """What the cells of a column are to the pledges of their rows; the words are those of `columns.toml`."""

    PLEDGE = "pledges"
    PROGRESS = "progress"
    RESPONSE = "response"
    STATUS = "status"
    LEVEL = "level"  # one of several columns that are each headed by a status, with a mark in the one that holds
    DONE = "done"
    DONE_ON = "done on"
    OWNER = "owner"
    PARTNER = "partner"
    TIMESCALE = "timescale"
    START = "start"
    MEASURE = "measure"
    REFERENCE = "reference"
    THEME = "theme"
    ITEM = "item"
    OUTCOME = "outcome"
    REMARK = "remark"
    PERIOD = "period"  # headed by a quarter or a year alone
    FIGURE = "figure"
    OTHER = "other"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: what it says, what that means, and of what time it speaks (later ones are greater).

    `own` is what it says without the heading of the group that it stands under. `replies` says that its cells answer
    what others asked for, so that only those are pledges that take it on. `declared` says that the body's manifest
    gives the role, which its cells then cannot change. `span` is where it stands.
    """

    text: str
    role: Column
    period: tuple[int, ...] = ()
    own: str = ""
    replies: bool = False
    declared: bool = False
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table's columns, in their order, and the number of rows that end with the header."""

    headings: tuple[Heading, ...]
    rows: int


def role_of(heading: str, known: Known) -> Column:
    """What a heading says that its column holds.

    >>> from graph.extract.known import Known
    >>> role_of("Lead Officer(s)", Known.of({}))
    <Column.OWNER: 'owner'>
    """
    said, plain = key(heading), key(in_words(heading))
    if declared := declared_as(plain, known):
        return Column(declared)
    if not plain or len(plain) > _LONGEST:
        return Column.UNKNOWN
    listed = next((found for one in (said, plain) if (found := known.columns.get(one) or known.labels.get(one))), "")
    by_cue = _by_cue(plain)
    if listed:  # a reply is progress to the labels, but in a column it may be no more than an agreement
        return Column.RESPONSE if listed == Column.PROGRESS and by_cue is Column.RESPONSE else Column(listed)
    if not _PERIOD.sub("", plain).strip(" -–/&,()") and not plain.isdigit():
        return Column.PERIOD
    return by_cue


@lru_cache(maxsize=4096)
def _by_cue(plain: str) -> Column:
    return next((Column(cue.means) for cue in cues("columns") if cue.find(plain)), Column.UNKNOWN)


def header_of(rows: Sequence[Block], known: Known) -> Header | None:
    """The header of a table, None where no row heads columns that are understood."""
    top = rows[: _MOST_ROWS_ABOVE + 1]
    scores = [_understood(row, known) for row in top]
    if told := max(map(partial(_declared, known=known), top), default=0):
        scores = [told * (_declared(row, known) == told) for row in top]  # the manifest leaves nothing to be guessed
    elif any(row.header and score for row, score in zip(top, scores, strict=True)):
        scores = [score * row.header for row, score in zip(top, scores, strict=True)]
    best = max(scores, default=0)
    if not best:
        return None
    last = scores.index(best)
    while last + 1 < len(top) and _continues_header(rows[last], rows[last + 1], known):
        last += 1
    first = last
    while first > 0 and _heads_another(rows[first - 1], rows[first], known):
        first -= 1
    return header_in(rows, first, last, known)


def header_in(rows: Sequence[Block], first: int, last: int, known: Known) -> Header:
    """The header that stands in some rows of a table, from one place to another."""
    above = [row for row in rows[first:last] if not _is_lone(row)]
    texts = [_texts(row, len(rows[last].cells), groups=row is not rows[last]) for row in (*above, rows[last])]
    headings = tuple(
        replace(_heading(column, known), span=cell)
        for column, cell in zip(zip(*texts, strict=True), rows[last].cells, strict=True)
    )
    return Header(headings, last + 1)


def is_header_again(row: Block, header: Header) -> bool:
    """Whether a row only repeats the header, as the first of a new page does."""
    said = {key(in_words(cell.text)) for cell in row.cells} - {""}
    headed = [key(heading.text) for heading in header.headings]
    return len(said) > 1 and all(any(one == text or text.endswith(one) for text in headed) for one in said)


def without_period(heading: str) -> str:
    """What a heading says but for its time: columns of several years or terms that agree in it hold the same.

    >>> without_period("Year 1 actions")
    'actions'
    """
    return key(_TERM.sub("", _ONWARDS.sub("", _PERIOD.sub("", heading))))


def years_in(heading: Span) -> Span | None:
    """The years or the month of a year that a heading names, with what goes on from there: "2025-26 and beyond"."""
    match = next((one for one in _PERIOD.finditer(heading.text) if one["year"] or one["short"]), None)
    if match is None:
        return None
    onwards = _ONWARDS.match(heading.text, match.end() + 1)
    return span_of(heading, match.start(), onwards.end() if onwards else match.end())


def is_heading_like(text: str) -> bool:
    """Whether a cell is short enough to head a column, and no sentence."""
    short = 0 < len(text.strip()) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    ends_sentence = text.rstrip().endswith((".", ";")) and len(text.strip()) > _ABBREVIATED
    return short and not ends_sentence


def _declared(row: Block, known: Known) -> int:
    """How many headings that the manifest of a body declares stand in a row with others."""
    said = [cell.text for cell in dict.fromkeys(row.cells) if cell.text.strip()]
    return sum(bool(declared_as(text, known)) for text in said) if len(said) > 1 else 0


def _understood(row: Block, known: Known) -> int:
    """How many cells of a row are headings that are understood; 0 where the row is no header.

    A row that the format does not mark as one must have two of them, and they must be half of what it says.
    """
    cells = [cell.text for cell in dict.fromkeys(row.cells) if cell.text.strip()]
    if not all(map(is_heading_like, cells)):
        return 0
    if not row.header and any(len(cell.split()) > _USUAL_WORDS or _NUMBERED.match(cell) for cell in cells):
        return 0
    roles = [role_of(cell, known) for cell in cells]
    found = [role for role in roles if role not in (Column.UNKNOWN, Column.PERIOD)]
    if row.header or (len(row.cells) == 1 and key(cells[0]) in {**known.columns, **known.labels} if cells else False):
        return len(found)
    return len(found) if len(set(found)) > 1 and 2 * len(found) >= len(cells) else 0


def _continues_header(row: Block, following: Block, known: Known) -> bool:
    """Whether a second row goes on heading what the first one groups."""
    if len(row.cells) != len(following.cells) or _is_title(following):
        return False
    if following.header:
        return True
    merged = _grouped(row)
    below = [cell.text for column in merged if (cell := following.cells[column]).text.strip()]
    beside = [cell for column, cell in enumerate(following.cells) if column not in merged and cell != row.cells[column]]
    known_below = [text for text in below if role_of(text, known) is not Column.UNKNOWN]
    return (
        len(below) > 1
        and all(map(is_heading_like, below))
        and 2 * len(known_below) >= len(below)
        and not any(cell.text.strip() and role_of(cell.text, known) is Column.UNKNOWN for cell in beside)
    )


def _is_title(row: Block) -> bool:
    """Whether a row says one thing across the whole table: it heads the rows below, whatever the format calls it."""
    return len(set(row.cells)) == 1 < len(row.cells)


def _is_lone(row: Block) -> bool:
    """Whether a row says something in its first cell alone: it is a title, and groups no columns."""
    return [cell for cell in row.cells if cell.text.strip()] == [row.cells[0]] and len(row.cells) > len(("one", "two"))


def _grouped(row: Block) -> list[int]:
    """The columns under a heading that spans several of them, or is followed by empty ones."""
    found: list[int] = []
    for column, cell in enumerate(row.cells[1:], start=1):
        before = row.cells[column - 1]
        if (cell == before or not cell.text.strip()) and (before.text.strip() or column - 1 in found):
            found.extend(one for one in (column - 1, column) if one not in found)
    return found


def _heads_another(row: Block, header: Block, known: Known) -> bool:
    """Whether a row above a header groups its columns. A title across the whole table groups nothing."""
    if len(row.cells) != len(header.cells):
        return False
    said = {cell for cell in row.cells if cell.text.strip()}
    if len(said) < len(("one", "other")) and not (row.header and len(set(row.cells)) > 1):
        return False
    return all(is_heading_like(cell.text) for cell in said) and (
        row.header or any(role_of(cell.text, known) is not Column.UNKNOWN for cell in said)
    )


def _texts(row: Block, columns: int, *, groups: bool) -> list[str]:
    """The headings of a row, one for each column: a group's heading stands over the empty cells after it."""
    texts = [in_words(cell.text) for cell in row.cells]
    for column in _grouped(row) if groups else ():
        texts[column] = texts[column] or texts[column - 1]
    return (texts + [""] * columns)[:columns]


def _heading(parts: Sequence[str], known: Known) -> Heading:
    """One column's heading from the cells above it: its own words first, then with those of its group."""
    said = list(dict.fromkeys(part for part in parts if part))
    text = " ".join(said)
    own = role_of(said[-1], known) if said else Column.UNKNOWN
    weak = (Column.UNKNOWN, Column.PERIOD, Column.ITEM, Column.REMARK, Column.FIGURE)
    role = own if own not in weak else next((one for one in (role_of(text, known),) if one not in weak), own)
    if role in weak and len(said) > 1:
        role = role_of(said[0], known) or role
    own_words = said[-1] if said else ""
    declared = declared_as(own_words, known) or declared_as(text, known)
    return Heading(text, Column(declared) if declared else role, _period(text), own_words, declared=bool(declared))


def _period(text: str) -> tuple[int, ...]:
    """The time of which a heading speaks: year, then month or quarter; empty where it names none.

    A British financial year ends in March, but as long as all headings count alike their order is right.
    """
    year = month = 0
    for match in _PERIOD.finditer(text):
        if match["year"] or match["short"] or match["number"]:
            year = int(match["year"] or 0) or 2000 * bool(match["short"]) + int(match["short"] or match["number"])
        elif match["quarter"]:
            month = 3 * int(match["quarter"])
        elif match["month"]:
            month = _MONTHS.index(match["month"].lower()[:3]) + 1
        else:
            month = {"mid": 6, "end": 12}[match["half"].lower()]
    return (year, month) if year or month else ()
