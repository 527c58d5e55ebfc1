"""Labels that a document makes itself: names that come back with each of its pledges.

"We vowed to: ... / Where it stands: ... / Who answers for it: ...", with a colon, set apart by spaces, or on lines of
their own as headings, bold lines and terms are. A name that stands so three times is a label; what it marks is told
by its words or by the texts under it (`label_kinds`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import meanings
from graph.extract.known import key
from graph.extract.labelling.label_kinds import (
    FOLLOW_UP,
    MEASURE,
    OTHER,
    OWNER,
    PARTNER,
    PLEDGES,
    PROGRESS,
    STATUS,
    is_to_be_done,
    kind_of,
    lists_acts,
    tells,
    told,
)
from graph.extract.labelling.label_uses import NUMBERED, Use, uses_of
from graph.extract.marks.status_words import meaning
from graph.extract.tables.columns import Column, role_of
from graph.extract.wording import says

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_OFTEN = 3
_MOSTLY = 0.8
_HALF = 0.5
_STEM = 5  # letters by which words are compared: "planted" and "plant"
_WORD = re.compile(r"[^\W\d_]{5,}")


def with_fields(blocks: Sequence[Block], known: Known, is_numbered: Callable[[Block], object]) -> Known:
    """What is known, with the labels that the document makes itself.

    `is_numbered` says which blocks are labels with a number: "Recommendation 7". As it was where no labels set
    something beside pledges.
    """
    found = uses_of(blocks, is_numbered, _OFTEN)
    names = [name for name, times in Counter(use.name for use in found).items() if times >= _OFTEN]
    kinds = {name: kind_of(name, [use.value for use in found if use.name == name], known) for name in names}
    kinds = _with_pledges(kinds, found, known)
    alone = {name for name in names if _stands_alone(name, found)}
    kinds = {
        name: kind for name, kind in kinds.items() if kind != OTHER or name not in alone or _is_regular(name, found)
    }
    verdicts = _verdicts(blocks, known)
    kinds = {name: kind for name, kind in kinds.items() if name not in verdicts}
    if not {PLEDGES, STATUS} & {*kinds.values()}:  # "Measures" and "Response" over lists of what is to be done
        kinds |= {
            one: PLEDGES for one, kind in kinds.items() if kind in (MEASURE, PROGRESS) and lists_acts(one, blocks)
        }
    marked = {*kinds.values()} - {OTHER}
    known = replace(known, labels={name: kind for name, kind in known.labels.items() if name not in verdicts})
    if marked <= {PLEDGES}:  # pledges with nothing beside them are no pairs, but they may be listed
        listing = {name: PLEDGES for name, kind in kinds.items() if kind == PLEDGES and lists_acts(name, blocks)}
        return replace(known, labels={**known.labels, **listing})
    if not marked & {PROGRESS, STATUS}:  # a plan: its headings are no labels, names before a colon may be
        kinds = {name: kind for name, kind in kinds.items() if name not in alone}
    kinds.pop(NUMBERED, None)
    in_labels = {name for name, kind in kinds.items() if kind in (PLEDGES, PROGRESS, FOLLOW_UP) or name in alone}
    listed = {
        name: kind for name, kind in known.labels.items() if meaning(name, known) is None
    }  # "Achieved." is a verdict
    return replace(
        known,
        labels={**listed, **{name: kinds[name] for name in kinds if name in in_labels}},
        columns={**known.columns, **{name: kinds[name] for name in kinds if name not in in_labels}},
    )


def _verdicts(blocks: Sequence[Block], known: Known) -> set[str]:
    """The lines that are verdicts: "Delivered", where another such line is "Not delivered"."""
    lines = {key(block.text) for block in blocks if block.strong or block.kind is BlockKind.HEADING}
    found = {meaning(line, known) for line in lines} - {None}
    return {line for line in lines if line in known.statuses} if len(found) > 1 else set()


def _with_pledges(kinds: Mapping[str, str], found: Sequence[Use], known: Known) -> dict[str, str]:
    """The kinds, with one label that opens each record, and those that say more after it.

    A target is a pledge where nothing else is, and a result stands beside it; so is what somebody asked for. Remarks
    beside a verdict report. What promises or advises after the
    reply to a pledge follows it up; where it only reports it is one more reply.
    """
    settled = {**kinds, NUMBERED: PLEDGES} if any(use.name == NUMBERED for use in found) else dict(kinds)
    if PLEDGES not in settled.values() and {PROGRESS, STATUS} & {*settled.values()}:
        targets = [name for name, kind in settled.items() if kind == MEASURE and _to_be_done(name, found) > _HALF]
        voices = [name for name, kind in settled.items() if kind == OTHER and says("voices", name)]
        settled |= dict.fromkeys([*targets, *voices][:1], PLEDGES)
    owners = [name for name, kind in settled.items() if kind == OWNER]
    settled |= {name: PARTNER for name in owners[1:] if not told(name, known)}  # who else is named beside the owner
    if STATUS in settled.values():
        remarks = [name for name, kind in settled.items() if kind == OTHER and role_of(name, known) is Column.REMARK]
        settled |= dict.fromkeys([*remarks, *_reports_in_spite(settled, found, known)], PROGRESS)
    if not {PROGRESS, STATUS} & {*settled.values()}:
        settled |= dict.fromkeys(_replies(settled, found), PROGRESS)
    openers = [name for name, kind in settled.items() if kind == PLEDGES]
    order = list(dict.fromkeys(use.name for use in found if use.name in openers))
    for name in order[1:]:
        if _follows(order[0], name, found, settled):
            settled[name] = FOLLOW_UP if _to_be_done(name, found) > 1 - _MOSTLY else PROGRESS
        elif not told(name, known):
            settled[name] = OTHER
    if order and order[0] != NUMBERED and not told(order[0], known) and not _pledges(order[0], found, settled):
        settled[order[0]] = OTHER
    return settled


def _reports_in_spite(kinds: Mapping[str, str], found: Sequence[Use], known: Known) -> list[str]:
    """The labels that pledge by their words and tell of what was done, where nothing else reports.

    "Comment: The hub opened." They come after the pledge; where this has no label, a remark may come first.
    """
    opener = next((use.name for use in found if kinds.get(use.name) != OTHER), "")
    if PROGRESS in kinds.values():
        return []
    return [
        name
        for name, kind in kinds.items()
        if kind == PLEDGES
        and (name != opener or role_of(name, known) is Column.REMARK)
        and _share_of(name, found, tells) > _HALF
    ]


def _replies(kinds: Mapping[str, str], found: Sequence[Use]) -> list[str]:
    """The label that answers pledges where none does by its words: its texts tell, and it comes after the pledges."""
    opener = next((use.name for use in found if kinds.get(use.name) == PLEDGES), "")
    names = dict.fromkeys(use.name for use in found if kinds.get(use.name) == OTHER)
    first = next((use.name for use in found if use.name == opener or use.name in names), "")
    told_of = [name for name in names if _share_of(name, found, tells) > _HALF]
    return told_of[:1] if opener and first == opener else []


def _pledges(name: str, found: Sequence[Use], kinds: Mapping[str, str]) -> bool:
    """Whether a label over what is to be done pledges: it opens records, or stands behind reports on the same."""
    return _opens(name, found, kinds) or ("ahead" not in meanings("labels", name) and _share_words(name, found, kinds))


def _opens(name: str, found: Sequence[Use], kinds: Mapping[str, str]) -> bool:
    """Whether a label stands before those of its reports: "Looking ahead" after "Highlights" does not."""
    first = next(use.name for use in found if use.name == name or kinds.get(use.name) in (PROGRESS, STATUS))
    return first == name


def _share_words(name: str, found: Sequence[Use], kinds: Mapping[str, str]) -> bool:
    """Whether most texts under a label are about what the report before each of them is about, in the same words."""
    pairs = [
        (before.value, use.value)
        for before, use in pairwise(found)
        if use.name == name and kinds.get(before.name) in (PROGRESS, STATUS)
    ]
    shared = [1 for report, text in pairs if _stems(report) & _stems(text)]
    return len(pairs) >= _OFTEN and len(shared) > _HALF * len(pairs)


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}


def _follows(opener: str, name: str, found: Sequence[Use], kinds: Mapping[str, str]) -> bool:
    """Whether a label stands in most records after a reply, and is not answered itself as the opening one is."""
    records = _records(opener, found)
    held = [record for record in records if name in record]
    after = 0
    for record in held:
        place = record.index(name)
        replies = {one for one in record[:place] if kinds.get(one) in (PROGRESS, STATUS)}
        after += bool(replies) and not replies & {*record[place:]}
    return len(held) > _HALF * len(records) and after >= _MOSTLY * len(held)


def _records(opener: str, found: Sequence[Use]) -> list[list[str]]:
    """The names of each record, from the opening one to before the next."""
    records: list[list[str]] = []
    for use in found:
        if use.name == opener:
            records.append([])
        if records:
            records[-1].append(use.name)
    return records


def _to_be_done(name: str, found: Sequence[Use]) -> float:
    return _share_of(name, found, is_to_be_done)


def _share_of(name: str, found: Sequence[Use], test: Callable[[str], bool]) -> float:
    values = [use.value for use in found if use.name == name and use.value]
    return sum(map(test, values)) / len(values) if values else 0.0


def _stands_alone(name: str, found: Sequence[Use]) -> bool:
    of_name = [use.alone for use in found if use.name == name]
    return sum(of_name) > _HALF * len(of_name)


def _is_regular(name: str, found: Sequence[Use]) -> bool:
    """Whether a line that comes back stands over texts, and between other labels: not at the head of each page."""
    values = [use.value for use in found if use.name == name]
    neighbours = Counter(before.name for before, use in pairwise(found) if use.name == name)
    after_one = max(neighbours.values(), default=0) >= _MOSTLY * len(values)
    return after_one and sum(map(bool, values)) > _HALF * len(values)
