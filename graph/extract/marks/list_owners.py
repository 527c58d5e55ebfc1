"""Who owns the items of a list, and by when, by lines above the list: "Minister answerable: Ann Moor".

A label that says so is known, wherever it stands above the list; one that nobody knows comes back directly below
several headings, with a name each time. What a heading's line says holds for the lists below that heading, and below
the narrower ones under it, until another such line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.marks.inline_fields import fields_of
from graph.extract.tables.columns import Column, role_of
from graph.extract.tables.pledge_cells import is_blank
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known

    Beside = list[tuple[Role, Span]]

_LINE = re.compile(r"(?P<label>[A-Z][\w’' -]{2,40}?)\s?:\s+(?P<value>\S.{1,80})")
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*|of|for|and|the|&|,)(?:,?\s(?:[A-Z][\w’'.-]*|of|for|and|the|&)){0,8}")
_OFTEN = 2
_LONGEST = 160  # characters of a line of labels
_ROLES = {Column.OWNER: Role.OWNER, Column.PARTNER: Role.PARTNER, Column.TIMESCALE: Role.TIMESCALE}


def said_above_lists(blocks: Sequence[Block], known: Known) -> dict[int, Beside]:
    """For each item of a list what the lines above its list say of all its items."""
    unknown = dict(_unknown_owners(blocks, known))
    found: dict[int, Beside] = {}
    said: Beside = []
    level = 0  # of the heading below which it was said
    is_open = True  # whether no list without such a line stands above, to which the next line could belong
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            wider = block.level <= level or not block.level
            said, level, is_open = ([], block.level, True) if wider or not said else (said, level, True)
        elif block.kind is BlockKind.BULLET:
            found |= {place: list(said)} if said else {}
            is_open = bool(said)
        elif block.kind is BlockKind.PARAGRAPH and not block.level and is_open:
            line = unknown.get(place) or _fields(block, known)
            roles = {role for role, _ in line}
            said = [*(one for one in said if one[0] not in roles), *line]
    return found


def _fields(block: Block, known: Known) -> Beside:
    """What a line of labels says, where none of them says anything else; "Progress: ..." reports on no list."""
    fields = fields_of(block, known) if len(block.text) <= _LONGEST else []
    opens = bool(fields) and not any(map(str.isalnum, block.text[: fields[0][0].start - block.start]))
    if not opens or any(field.role not in _ROLES for _, field in fields):
        return []
    return [(_ROLES[field.role], field.span) for _, field in fields if not is_blank(field.span.text)]


def _unknown_owners(blocks: Sequence[Block], known: Known) -> Iterator[tuple[int, Beside]]:
    lines = {place: match for place, match in _lines_below_headings(blocks) if _NAME.fullmatch(match["value"].strip())}
    often = Counter(key(match["label"]) for match in lines.values())
    for place, match in lines.items():
        if role_of(match["label"], known) is Column.UNKNOWN and often[key(match["label"])] >= _OFTEN:
            yield place, [(Role.OWNER, span_of(blocks[place], match.start("value"), match.end("value")))]


def _lines_below_headings(blocks: Sequence[Block]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines with a label that stand between a heading and what it heads."""
    near = False
    for place, block in enumerate(blocks):
        match = _LINE.fullmatch(block.text.strip()) if block.kind is BlockKind.PARAGRAPH and near else None
        if match and block.text.startswith(match["label"]):
            yield place, match
        near = block.kind is BlockKind.HEADING or (near and match is not None)
