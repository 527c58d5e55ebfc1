"""Labels that a document makes itself: names before a colon that come back with each of its pledges.

"We vowed to: ... / Where it stands: ... / Who answers for it: ...", with a colon or set apart by spaces. A name that
stands so three times is a label; what it marks is told as the heading of a column is, or by the values after it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.columns import Column, role_of
from graph.extract.known import key
from graph.extract.status_words import stated
from graph.extract.tails import is_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

PLEDGES, PROGRESS = "pledges", "progress"
OTHER = "other"  # a label whose text is neither pledge nor progress nor anything beside them

_FIELD = re.compile(
    r"^\s*(?P<name>[^\W\d_][^:.!?\n]{1,40}?)(?:\s*:[^\S\n]*|[^\S\n]{3,})(?P<value>[^\n]*)$", re.MULTILINE
)
_OFTEN = 3
_KINDS = {
    Column.PLEDGE: PLEDGES,
    Column.PROGRESS: PROGRESS,
    Column.RESPONSE: PROGRESS,
    Column.STATUS: "status",
    Column.OWNER: "owner",
    Column.PARTNER: "partner",
    Column.TIMESCALE: "timescale",
    Column.MEASURE: "measure",
}


def with_fields(blocks: Sequence[Block], known: Known, *, numbered: bool) -> Known:
    """What is known, with the labels that the document makes itself.

    As it was where none of them marks pledges, unless pledges are marked by `numbered` labels.
    """
    values: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            for match in _FIELD.finditer(block.text):
                values[key(match["name"])].append(match["value"].strip())
    kinds = {name: _kind(name, found, known) for name, found in values.items() if len(found) >= _OFTEN}
    if not (numbered or PLEDGES in kinds.values()) or len({*kinds.values()} - {OTHER}) < 2:  # one name pairs nothing
        return known
    return replace(
        known,
        labels={**_of(kinds, labels=True), **known.labels},
        columns={**_of(kinds, labels=False), **known.columns},
    )


def _kind(name: str, values: Sequence[str], known: Known) -> str:
    told = known.labels.get(name) or _KINDS.get(role_of(name, known))
    if told:
        return told
    said = [value for value in values if value]
    if sum(stated(value, known) is not None for value in said) * 2 > len(said):
        return "status"
    return "timescale" if sum(map(is_time, said)) * 2 > len(said) else OTHER


def _of(kinds: Mapping[str, str], *, labels: bool) -> dict[str, str]:
    return {name: kind for name, kind in kinds.items() if (kind in (PLEDGES, PROGRESS)) is labels}
