"""What a label marks that no list knows, told by the texts that stand under it wherever it comes back.

Labels over things to be done mark pledges, labels over what was done mark progress; labels over names, times and
status words mark owners, timescales and verdicts.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import meanings
from graph.extract.known import key
from graph.extract.marks.status_words import stated
from graph.extract.marks.tails import is_time
from graph.extract.numbering.wording import commits, names_body
from graph.extract.sentences import sentences
from graph.extract.tables.columns import Column, role_of, without_period
from graph.extract.tables.pledge_cells import is_blank

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

PLEDGES, PROGRESS, STATUS, OWNER, TIMESCALE = "pledges", "progress", "status", "owner", "timescale"
MEASURE, PARTNER = "measure", "partner"
FOLLOW_UP = "follow-up"  # what is said after the reply to a pledge: a further pledge, or a further report
OTHER = "other"  # a label whose text is neither pledge nor progress nor anything beside them

_KINDS = {
    Column.PLEDGE: PLEDGES,
    Column.PROGRESS: PROGRESS,
    Column.RESPONSE: PROGRESS,
    Column.STATUS: STATUS,
    Column.OWNER: OWNER,
    Column.PARTNER: PARTNER,
    Column.TIMESCALE: TIMESCALE,
    Column.MEASURE: MEASURE,
}
_HALF = 0.5
_NEARLY_ALL = 0.8
_OFTEN = 0.4  # of the texts under a label of reports: not every reply tells of something done
_AT_END = re.compile(r"(?:\s+(?:in|at|as at|to|by|since|for|of)|[\s(,–—-]+)+$")  # what is left of "(in May 2025)"
_CODE = re.compile(r"[A-Za-z]{0,4}[-. /]?\d{1,3}(?:[./-]\d{1,3})*[a-z]?")  # the number of a record: "B-2"
_FEWEST_WORDS = 3  # of what is to be done: "Plan 1" is a name
_MOST_WORDS_OF_NAME = 12
_MOST_WORDS_OF_STATUS = 6


def told(name: str, known: Known) -> str:
    """What the words of a label say that it marks; empty where they do not tell."""
    plain = _AT_END.sub("", without_period(name)) or name
    return known.labels.get(name) or known.labels.get(plain) or _KINDS.get(role_of(name, known)) or ""


def kind_of(name: str, values: Sequence[str], known: Known) -> str:
    """What a label marks: by its words, or by the texts that it stands over. Blank texts tell nothing."""
    said = [value for value in values if not is_blank(value)]
    by_word = told(name, known)
    if not by_word and _share(said, _CODE.fullmatch) > _NEARLY_ALL:
        return OTHER
    judged = _share(said, lambda text: _is_verdict(text, known)) if by_word in ("", PROGRESS) else 0
    if judged > _NEARLY_ALL or (judged > _HALF and not any(len(one.split()) > _MOST_WORDS_OF_STATUS for one in said)):
        return STATUS
    if by_word == STATUS and _share(said, lambda text: _is_report(text, known)) > _HALF:
        return PROGRESS
    if by_word == OWNER and _share(said, tells) > _HALF:  # "Officer's note: The hub opened in May."
        return PROGRESS
    if by_word:
        return by_word
    if role_of(name, known) is Column.OTHER:
        return OTHER
    if judged > _HALF:  # verdicts, and some reports in sentences
        return PROGRESS
    found = next((kind for kind, test, least in _TESTS if _share(said, test) > least), OTHER)
    return PARTNER if found == OWNER and name.endswith(" with") else found


def lists_acts(name: str, blocks: Sequence[Block]) -> bool:
    """Whether a label leads in a list wherever it stands, and most items of these say what is to be done."""
    items = [
        list(takewhile(lambda one: one.kind is BlockKind.BULLET, blocks[place + 1 :]))
        for place, block in enumerate(blocks)
        if key(block.text) == name
    ]
    return all(items) and _share([one.text for body in items for one in body], is_to_be_done) > _HALF


def is_to_be_done(text: str) -> bool:
    """Whether a text says what is to be done, and tells of nothing that was.

    >>> is_to_be_done("Open a hub"), is_to_be_done("The hub should be open"), is_to_be_done("The hub was opened.")
    (True, True, False)
    """
    first = _first(text)
    if len(first.split()) < _FEWEST_WORDS:
        return False
    return (commits(text) or "to be done" in meanings("labels", first)) and not tells(first)


def tells(text: str) -> bool:
    """Whether a text reports: one of its sentences says what was done, or how things are by now.

    >>> tells("Agreed. The hub was opened in May."), tells("Open a hub by May.")
    (True, False)
    """
    return any(_tells(text[start:end]) for start, end in sentences(text))


def _tells(sentence: str) -> bool:
    said = set(meanings("reports", sentence))
    return bool(said & {"report", "fact"}) and "ahead" not in said


def _is_verdict(text: str, known: Known) -> bool:
    return len(text.split()) <= _MOST_WORDS_OF_STATUS and stated(text, known) is not None


def _is_report(text: str, known: Known) -> bool:
    """Whether a text under a label of statuses says more than one: "Waiting fell from 61 days to 29." """
    return len(text.split()) > _MOST_WORDS_OF_STATUS and stated(text, known) is None


def is_name(text: str) -> bool:
    """Whether a text names a body or an office, and says nothing else: "Head of Estates"."""
    bare = text.strip().rstrip(".")
    named = names_body(bare) or "office" in meanings("labels", bare)
    return len(bare.split()) <= _MOST_WORDS_OF_NAME and bare[:1].isupper() and named and not tells(bare)


def _first(text: str) -> str:
    start, end = next(iter(sentences(text)), (0, 0))
    return text[start:end]


def _share(said: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in said) / len(said) if said else 0.0


_TESTS: tuple[tuple[str, Callable[[str], object], float], ...] = (
    (TIMESCALE, is_time, _HALF),
    (OWNER, is_name, _HALF),
    (PLEDGES, is_to_be_done, _HALF),
    (PROGRESS, tells, _OFTEN),
)
