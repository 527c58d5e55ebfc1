"""What stands under the labels of one record, and the section that it makes: pledges, answers, and the status."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.items import OVERTAKEN, RawAnswer, RawPledge, RawSection, Word, span_of
from graph.extract.labelling.label_kinds import (
    MEASURE,
    OWNER,
    PARTNER,
    STATUS,
    TIMESCALE,
    is_name,
    is_to_be_done,
    tells,
)
from graph.extract.marks.status_words import opening, stated
from graph.extract.marks.tails import is_time, tail
from graph.extract.numbering.wording import assigns_act, is_act
from graph.extract.statements import scope_of
from graph.extract.tables.pledge_cells import is_blank
from graph.values import Role, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.known import Known

_ROLES = {OWNER: Role.OWNER, PARTNER: Role.PARTNER, TIMESCALE: Role.TIMESCALE, MEASURE: Role.MEASURE}
# Whom an owner works with: "Head of Estates, with the Harbour Trust", "Head of Estates (with the Harbour Trust)".
_WITH = re.compile(
    r"\s*(?:,\s*|(?P<open>\()\s*|\s)(?:(?:working |jointly |together |along )?with(?: (?:support|help) from)?"
    r"|supported by|in (?:partnership|collaboration) with)\s+(?=\S)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\((?P<name>[^()]{3,80})\)[\s.]*$")
_WHO = re.compile(r"[\w’'&,-]+(?:\s+[\w’'&,-]+){0,7}?(?=\s+to\s)")
_MOST_WORDS = 6  # of a verdict
_FEWEST_OF_SENTENCE = 4  # words
_SUBJECT = re.compile(
    r"(?:a|an|he|i|it|no|our|she|that|the|these|they|this|those|we)\s", re.IGNORECASE
)  # of a sentence
_DELIVERY = (Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING)


@dataclass(slots=True)
class Group:
    """The blocks of one record, by what their labels mark.

    `verdicts` are blocks of reports that are nothing but a status, with more of the report below them. `further` is
    what stands under a label after the reply: pledges of its own where it promises, reports where it reports.
    """

    heading: tuple[str, ...]
    pledges: list[RawPledge] = field(default_factory=list)
    progress: list[Block] = field(default_factory=list)
    further: list[Block] = field(default_factory=list)
    verdicts: list[Span] = field(default_factory=list)
    beside: list[tuple[str, Span]] = field(default_factory=list)

    @property
    def answered_once(self) -> bool:
        """Whether one paragraph answers the group, as a reply to feedback does."""
        return [one.kind for one in self.progress] == [BlockKind.PARAGRAPH]

    def take_report(self, body: Sequence[Block], known: Known) -> None:
        """Add what stands under a label of progress."""
        first = body[0] if len(body) > 1 and _verdict(body[0].text, known) else None
        if first:
            self.verdicts.append(span_of(first))
        self.progress.extend(body[1:] if first else body)

    def section(self, known: Known, *, with_many: bool) -> RawSection:
        """The raw section. One pledge is answered by all that stands beside it; several are where one verdict is."""
        words = self._words(known)
        judged = bool(words) or (len(self.progress) == 1 and _verdict(self.progress[0].text, known) is not None)
        alone = len(self.pledges) == 1 or (with_many and self.answered_once) or judged
        paired = tuple(range(len(self.pledges))) if alone else ()
        promised, reports = self._further()
        answers = [_answer(block, paired, known) for block in (*self.progress, *reports)]
        answers = _judged(answers, words, paired) if paired else answers
        if promised and (word := next((one for one in answers if one.status and one.status.word), None)):
            further = range(len(self.pledges), len(self.pledges) + len(promised))
            answers.append(RawAnswer(_word_of(word), tuple(further), word.status))
        roles = [one for kind, span in self.beside for one in _beside(kind, span, known)]
        pledges = [
            replace(
                one,
                beside=[*one.beside, *([*assigned(one.span), *roles] if roles and not _names_owner(roles) else roles)],
            )
            for one in (*self.pledges, *promised)
        ]
        return RawSection(self.heading, pledges, answers)

    def _further(self) -> tuple[list[RawPledge], list[Block]]:
        """What is said after the reply: the promises, which have the number of the pledge, and the reports."""
        reference = self.pledges[0].reference if self.pledges else ""
        promised = [one for one in self.further if is_to_be_done(one.text) and not tells(one.text)]
        reports = [one for one in self.further if tells(one.text)]
        return [RawPledge(span_of(block), reference) for block in promised], reports

    def _words(self, known: Known) -> list[tuple[Span, Word]]:
        """The status words that stand by themselves, in reading order. A time is none: "Ongoing"."""
        marked = [span for kind, span in self.beside if kind == STATUS]
        times = [span for kind, span in self.beside if kind == TIMESCALE and not is_time(span.text)]
        spans = sorted([*marked, *times, *self.verdicts, *map(span_of, self.further)], key=lambda one: one.start)
        found = [
            (span, word)
            for span in spans
            if not is_blank(span.text) and (word := _told(span.text, known) or _unknown(span, marked))
        ]
        return [(span, word) for span, word in found if word.status is not Status.NOT_REPORTED or len(found) == 1]


def _told(text: str, known: Known) -> Word | None:
    """The status that a text opens with before it goes on in sentences, or the one that it is."""
    return (opening(text, known) if ". " in text else None) or stated(text, known)


def _unknown(span: Span, marked: Sequence[Span]) -> Word | None:
    """The word under a label of statuses that nobody knows: it is kept, and says nothing."""
    short = span in marked and len(span.text.split()) <= _MOST_WORDS
    return Word(" ".join(span.text.split()).rstrip(" ."), None) if short else None


def _names_owner(roles: Sequence[tuple[Role, Span]]) -> bool:
    return any(role is Role.OWNER for role, _ in roles)


def assigned(pledge: Span) -> Iterator[tuple[Role, Span]]:
    """Whom an action of minutes names before what is to be done: "Harbour Office to send out the map"."""
    who = _WHO.match(pledge.text)
    if who and not is_act(pledge.text) and assigns_act(pledge.text):
        yield Role.OWNER, span_of(pledge, 0, who.end())


def _judged(answers: list[RawAnswer], words: Sequence[tuple[Span, Word]], paired: tuple[int, ...]) -> list[RawAnswer]:
    """The answers, one of them with the status that counts: the latest word that says more than that it was agreed.

    Where nothing else is said, the word itself is the answer.
    """
    said = [(one.span, one.status) for one in answers if one.status]
    if any(word.status in _DELIVERY for _, word in words):  # beside a verdict a whole sentence is no further one
        said = [one for one in said if not _is_sentence(*one)]
    every = sorted([*said, *words], key=lambda one: one[0].start)
    if not words or not every:
        return answers
    told = [one for one in every if one[1].status in _DELIVERY] or every
    span, word = told[-1]
    if not answers:
        return [RawAnswer(span, paired, word)]
    holder = next((number for number, one in enumerate(answers) if one.span == span), 0)
    return [
        replace(one, status=word if number == holder else OVERTAKEN if one.status else None)
        for number, one in enumerate(answers)
    ]


def _is_sentence(answer: Span, word: Word) -> bool:
    """Whether a status is a report in one sentence: "No money was found this year." """
    return answer.text.rstrip() == f"{word.word}." and len(word.word.split()) >= _FEWEST_OF_SENTENCE


def _word_of(answer: RawAnswer) -> Span:
    """Where the status of an answer stands, where it opens it: further pledges share it, but not what it reports."""
    word = answer.status.word if answer.status else ""
    return span_of(answer.span, 0, len(word)) if answer.span.text.startswith(word) else answer.span


def _answer(block: Block, paired: tuple[int, ...], known: Known) -> RawAnswer:
    """What stands under a label of progress. One that speaks of all pledges is left to the rules for that."""
    if not paired or scope_of(block.text) is not Scope.DIRECT:
        return RawAnswer(span_of(block))
    return RawAnswer(span_of(block), paired, opening(block.text, known) or _verdict(block.text, known))


def _verdict(text: str, known: Known) -> Word | None:
    """The status that a short text is: all of it, whatever else its few words say."""
    word = " ".join(text.split()).rstrip(" .")
    is_short = 0 < len(word.split()) <= _MOST_WORDS and "." not in word and not _SUBJECT.match(word)
    found = stated(text, known) if is_short else None
    return Word(word, found.status) if found else None


def _beside(kind: str, span: Span, known: Known) -> Iterator[tuple[Role, Span]]:
    """What stands beside pledges under one label: "January 2026 (Head of Estates)" says by when, and who."""
    role = _ROLES.get(kind)
    if role is None or is_blank(span.text):
        return
    if role is Role.TIMESCALE:
        is_verdict = stated(span.text, known) and not is_time(span.text) and not any(map(str.isdigit, span.text))
        span, beside = tail(span)
        named = _IN_BRACKETS.search(span.text)
        if named and is_name(named["name"]):
            yield Role.OWNER, span_of(span, named.start("name"), named.end("name"))
            span = span_of(span, 0, named.start())
        yield from () if is_verdict else ((role, span),)
        yield from beside
    elif role is Role.OWNER and (met := _WITH.search(span.text)) and met.start():
        yield role, span_of(span, 0, met.start())
        end = len(span.text.rstrip(" .")) - bool(met["open"] and span.text.rstrip(" .").endswith(")"))
        yield Role.PARTNER, span_of(span, met.end(), end)
    else:
        yield role, span
