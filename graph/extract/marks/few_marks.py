"""Plans that mark one or two of their pledges: "Install 20 batteries [achieved in May 2022]".

Such a plan is in no layout of statuses, yet it reports: of what it marks the status is known, and on the others it is
silent. Only brackets that tell what became of the pledge count, by a word such as "completed"; "(ongoing)" says a time,
"(new)" or "(green)" nothing that could be told from other brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.items import RawAnswer, Word, span_of
from graph.extract.marks.status_words import is_sign, meaning
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Span
    from graph.extract.items import RawSection
    from graph.extract.known import Known

_BRACKETS = re.compile(r"[(\[](?P<said>[^()\[\]]{3,60})[)\]]")


def with_marks(found: Sequence[RawSection], known: Known) -> list[RawSection]:
    """The sections of a plan that reports nothing else, with what brackets within its pledges say of them."""
    if any(section.progress for section in found):
        return list(found)
    return [_marked(section, known) for section in found]


def _marked(section: RawSection, known: Known) -> RawSection:
    marked = replace(section, pledges=list(section.pledges), progress=[])
    for number, pledge in enumerate(section.pledges):
        mark = _mark(pledge.span, known)
        if mark is None:
            continue
        start, answer = mark
        at_end = not any(map(str.isalnum, pledge.span.text[start + len(answer.span.text) + 1 :]))
        span = span_of(pledge.span, 0, start) if at_end else pledge.span
        marked.pledges[number] = replace(pledge, span=span)
        marked.progress.append(replace(answer, answers=(number,)))
    return marked


def _mark(pledge: Span, known: Known) -> tuple[int, RawAnswer] | None:
    """Where the brackets begin that say what became of a pledge, and what they say."""
    for match in _BRACKETS.finditer(pledge.text):
        said = span_of(pledge, match.start("said"), match.end("said"))
        status = None if is_sign(said.text) or not says("told", said.text) else meaning(said.text, known)
        if status and status not in (Status.NOT_ASSESSED, Status.NOT_REPORTED) and pledge.text[: match.start()].strip():
            return match.start(), RawAnswer(said, status=Word(" ".join(said.text.split()), status))
    return None
