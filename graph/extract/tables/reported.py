"""What the cells beside a pledge report: its answers, each with the status word that counts for it.

A blank cell reports nothing, whatever its column is called. Where several columns report, of one quarter after the
other, the latest that says something holds the status; the earlier ones are evidence without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.blocks import Span  # noqa: TC001 - a field of a named tuple is looked up when the class is made
from graph.extract.cues import table
from graph.extract.items import OVERTAKEN, RawAnswer, Word, span_of
from graph.extract.marks.status_words import meaning, opening, stated, yes_or_no
from graph.extract.statements import reported, status_of
from graph.extract.tables.columns import Column, Heading
from graph.extract.tables.pledge_cells import is_as_above, is_blank, is_figure
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

_PER_CENT = re.compile(r"%|\bper ?cent|\bpercentage", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?P<number>\d{1,3})(?:\.\d+)?\s*%?\s*")
_ALL = 100
_FEW = 4  # words of a status that nobody knows: a longer text is read as a report


class Field(NamedTuple):
    """A cell with the heading of its column."""

    heading: Heading
    span: Span

    @property
    def role(self) -> Column:
        """What the cell is to its row's pledges."""
        return self.heading.role


def answers_of(row: Sequence[Field], known: Known, legend: Legend) -> list[RawAnswer]:
    """The answers of a row, in order of time, not yet paired with its pledges; empty where the row reports nothing."""
    reports = [field for field in _by_time(row, (Column.RESPONSE, Column.PROGRESS)) if _says(field.span.text)]
    reports = [field for field in reports if not is_figure(field.span.text) and not _is_verdict(field)]
    word = _word_of(row, known, legend)
    if not reports:
        return [word] if word else []
    stated_beside = word.status if word and word.status and _tells(word.status) else None
    latest, given = (len(reports) - 1, stated_beside) if stated_beside else _latest(reports, known, legend)
    if given is None and word and word.status and word.status.word and word.status.status is None:
        given = word.status  # a word that nobody knows is kept; what it means the report beside it says
    if given and given.status is Status.NOT_ASSESSED and _is_position_blank(row):
        given = Word(given.word, Status.NOT_REPORTED)
    given = _late_but_begun(given, reports[latest].span.text)
    return [
        RawAnswer(span_of(one.span), status=given if place == latest else OVERTAKEN)
        for place, one in enumerate(reports)
    ]


def _late_but_begun(given: Word | None, report: str) -> Word | None:
    """What is late goes on where the report beside it tells of a part that is done: "Delayed | Design finished"."""
    late = given and given.status is Status.OUTSTANDING and says("late", given.word)
    if given and late and says("late but begun", report) and reported(report) is not Status.OUTSTANDING:
        return Word(given.word, Status.IN_PROGRESS)
    return given


def _is_position_blank(row: Sequence[Field]) -> bool:
    """Whether a row has a reply, and a column beside it for the work done since that says nothing of it."""
    since = [field for field in row if field.role is Column.PROGRESS]
    rated = any(field.role is Column.STATUS for field in row)  # a blank rating rates what was agreed
    replied = any(field.role is Column.RESPONSE and _says(field.span.text) for field in row)
    return replied and bool(since) and not rated and not any(_says(field.span.text) for field in since)


def balls_in(tables: Sequence[Sequence[Block]]) -> dict[str, Status]:
    """What filled and empty signs say in tables that hold some of each; empty where one sign only marks cells."""
    said = {cell.text.strip() for rows in tables for row in rows for cell in row.cells}
    balls = {sign: Status(word) for sign, word in table("columns")["balls"].items()}
    return balls if len({balls[sign] for sign in said if sign in balls}) > 1 else {}


def overtaken_times(row: Sequence[Field]) -> list[Field]:
    """The times of a row that another one has overtaken: "Original date" beside "New date", unless that says "TBC"."""
    timed = [field for field in row if field.role is Column.TIMESCALE and not is_blank(field.span.text)]
    first = [field for field in timed if says("first time", field.heading.text)]
    return first if len(first) < len(timed) else []


def _latest(reports: Sequence[Field], known: Known, legend: Legend) -> tuple[int, Word | None]:
    """The place of the last report that tells something, "No update" does not, and the status in its words."""
    words = [_word_in(one, known, legend) for one in reports]
    telling = [place for place, one in enumerate(words) if one is None or one.status is not Status.NOT_REPORTED]
    latest = telling[-1] if telling else len(words) - 1
    return latest, words[latest]


def _says(text: str) -> bool:
    return not is_blank(text) or is_as_above(text)


def _tells(word: Word) -> bool:
    """Whether a status word counts before the report beside it: one that nobody knows, or "No update", does not."""
    return word.status not in (None, Status.NOT_REPORTED)


def _by_time(row: Sequence[Field], roles: Sequence[Column]) -> list[Field]:
    """The fields of some roles: responses before progress, and where all headings name a time, in its order."""
    found = sorted((field for field in row if field.role in roles), key=lambda field: roles.index(field.role))
    timed = [field for field in found if field.heading.period]
    if _go_round(timed):
        return found
    if len(timed) == len(found) or (all(field.role is Column.PROGRESS for field in found) and len(timed) > 1):
        found.sort(key=lambda field: field.heading.period or (0, 0))
    return found


def _is_verdict(field: Field) -> bool:
    """Whether a reply only says yes or no: whether something was accepted is no report."""
    return field.role is Column.RESPONSE and yes_or_no(field.span.text) is not None


def _go_round(timed: Sequence[Field]) -> bool:
    """Whether months without years go over the end of one, from left to right: "Oct | Jan | Mar"."""
    times = [field.heading.period for field in timed]
    return not any(year for year, _ in times) and times not in (sorted(times), sorted(times, reverse=True))


def _word_of(row: Sequence[Field], known: Known, legend: Legend) -> RawAnswer | None:
    """The latest status of a row with the cell that states it; None where no column of statuses says anything."""
    latest_first = list(reversed(_by_time(row, (Column.STATUS,))))
    for field in sorted(latest_first, key=_is_share):  # words count before shares
        found = _stated_in(field, known, legend)
        if found:
            return _late_but_going_on(found, row)
    for field in row:
        if (
            field.role is Column.LEVEL
            and field.span.text.strip()
            and yes_or_no(field.span.text) is not Status.OUTSTANDING
        ):
            return RawAnswer(
                span_of(field.span), status=Word(field.heading.own, meaning(field.heading.own, known, legend))
            )
        asked = yes_or_no(field.span.text) if field.role is Column.DONE else None
        if asked:
            return RawAnswer(span_of(field.span), status=Word(field.span.text.strip(), asked))
        if field.role is Column.DONE:
            found = _stated_in(field, known, legend)
            if found:
                return found
    return _done_on(row)


def _late_but_going_on(answer: RawAnswer, row: Sequence[Field]) -> RawAnswer:
    """What is overdue goes on where a share beside it says that a part of it is done: "Overdue | 70%"."""
    word = answer.status
    shares = [_NUMBER.fullmatch(field.span.text) for field in row if field.role is Column.STATUS and _is_share(field)]
    begun = any(share and 0 < int(share["number"]) < _ALL for share in shares)
    if word and word.status is Status.OUTSTANDING and begun and says("late", word.word):
        return RawAnswer(answer.span, status=Word(word.word, Status.IN_PROGRESS))
    return answer


def _is_share(field: Field) -> bool:
    """Whether a cell holds a number alone, in a column that counts in hundredths: "% complete"."""
    return bool(_PER_CENT.search(field.heading.text)) and bool(_NUMBER.fullmatch(field.span.text))


def _stated_in(field: Field, known: Known, legend: Legend) -> RawAnswer | None:
    """What a status cell states. A word that nobody knows is kept; a longer text is left to be read as a report."""
    span = field.span
    number = _NUMBER.fullmatch(span.text) if _is_share(field) else None
    share = meaning(f"{number['number']}%", known) if number else None
    word = Word(span.text.strip(), share) if share else stated(span.text, known, legend)
    if word is None and not is_blank(span.text):
        short = len(span.text.split()) <= _FEW
        return RawAnswer(span_of(span), status=Word(span.text.strip(), status_of(span.text)) if short else None)
    silent = word is None or (word.status is Status.NOT_REPORTED and is_blank(span.text))
    return None if silent else RawAnswer(span_of(span), status=word)


def _done_on(row: Sequence[Field]) -> RawAnswer | None:
    """A date in a column of dates on which pledges were completed says that this one was."""
    for field in row:
        if field.role is Column.DONE_ON and any(map(str.isdigit, field.span.text)):
            return RawAnswer(span_of(field.span), status=Word(" ".join(field.span.text.split()), Status.ACHIEVED))
    return None


def _word_in(report: Field, known: Known, legend: Legend) -> Word | None:
    """The status in a report's own first words; a reply that only promises or agrees is no delivery."""
    text = report.span.text
    word = opening(text, known, legend)
    if word:
        return word
    if says("promise", text) and status_of(text) not in (Status.ACHIEVED, Status.OUTSTANDING):
        return Word("", Status.NOT_ASSESSED if report.role is Column.RESPONSE else Status.IN_PROGRESS)
    return None
