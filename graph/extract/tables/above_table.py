"""What a line right above a table says of all its rows: "Lead for all actions: Harbour Trust", "Timescale: 2025-26"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.tables.columns import Column, role_of
from graph.extract.tables.pledge_cells import is_blank
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

_LINE = re.compile(r"\s*(?P<label>[^:\n]{2,60}?)\s*:\s+(?P<value>\S[^\n]*)")
_ALL = re.compile(
    r"\b(?:for |of )?(?:all|each of|every one of)? ?(?:the |these )?(?:following )?"
    r"(?:actions?|pledges?|commitments?|items?)"
    r"(?: (?:in|of|under|on) (?:this|the) (?:section|theme|table|page|priority|chapter|part))?(?: below)?$",
    re.IGNORECASE,
)
_MOST_LINES = 4  # above a table
_LONGEST = 120  # characters of what such a line says
_ROLES = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}


def said_above(before: Sequence[Block], known: Known) -> list[tuple[Role, Span]]:
    """Who, with whom, by when: what the last lines before a table, below any heading, say of its rows."""
    lines: list[Block] = []
    for block in reversed(before[-_MOST_LINES:]):
        if block.kind is not BlockKind.PARAGRAPH:
            break
        lines.insert(0, block)
    return [one for line in lines for one in _said(line, known)]


def _said(line: Block, known: Known) -> Iterator[tuple[Role, Span]]:
    match = _LINE.fullmatch(line.text.rstrip())
    if match is None or len(match["value"]) > _LONGEST or match["value"].endswith("."):
        return
    role = _ROLES.get(_column(match["label"], known))
    value = span_of(line, match.start("value"))
    if role and not is_blank(value.text):
        yield role, value


def _column(label: str, known: Known) -> Column:
    """What a label says; "All actions in this section: Harbour Trust" says whose they are, as minutes do."""
    rest = _ALL.sub("", label).strip()
    if rest != label.strip() and (not rest or key(rest) in table("columns")["tails"]["owner"]):
        return Column.OWNER
    return role_of(rest or label, known)
