"""Who owns the items of a list, by a line between its heading and the list: "Minister answerable: Ann Moor".

A label that says so is known, or comes back below several headings with a name each time.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.tables.columns import Column, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known

_LINE = re.compile(r"(?P<label>[A-Z][\w’' -]{2,40}?)\s?:\s+(?P<value>\S.{1,80})")
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*|of|for|and|the|&|,)(?:,?\s(?:[A-Z][\w’'.-]*|of|for|and|the|&)){0,8}")
_OFTEN = 2


def owners_of_lists(blocks: Sequence[Block], known: Known) -> dict[int, Span]:
    """For each item of a list the owner that a line above its list names."""
    lines = {place: match for place, match in _lines_below_headings(blocks) if _NAME.fullmatch(match["value"].strip())}
    often = Counter(key(match["label"]) for match in lines.values())
    found: dict[int, Span] = {}
    owner: Span | None = None
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            owner = None
        elif place in lines and _is_owner(lines[place]["label"], often, known):
            owner = span_of(block, lines[place].start("value"), lines[place].end("value"))
        elif owner and block.kind is BlockKind.BULLET:
            found[place] = owner
    return found


def _is_owner(label: str, often: Counter[str], known: Known) -> bool:
    role = role_of(label, known)
    return role is Column.OWNER or (role is Column.UNKNOWN and often[key(label)] >= _OFTEN)


def _lines_below_headings(blocks: Sequence[Block]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines with a label that stand between a heading and what it heads."""
    near = False
    for place, block in enumerate(blocks):
        match = _LINE.fullmatch(block.text.strip()) if block.kind is BlockKind.PARAGRAPH and near else None
        if match and block.text.startswith(match["label"]):
            yield place, match
        near = block.kind is BlockKind.HEADING or (near and match is not None)
