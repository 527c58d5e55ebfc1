"""Roadmaps as tables: columns headed Now, Next and Later, or by quarters, each cell a list of what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.headings import title_of
from graph.extract.items import span_of
from graph.extract.marks.inline_fields import fields_of
from graph.extract.planning.horizons import Horizon, horizon_of, make_a_roadmap
from graph.extract.tables.columns import Column, role_of
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

    Beside = list[tuple[Role, Span]]

_NOT_OF_PLEDGES = (Column.UNKNOWN, Column.THEME, Column.OTHER)  # columns that a table of pledges need not have
_ROLES = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}


def columns_of(table: Sequence[Block], known: Known) -> tuple[int, dict[int, Horizon]]:
    """The row that heads a table by horizons, and these by their columns; empty where it is headed otherwise.

    A row with a title may stand above. Beside the horizons nothing else stands that a table of pledges has.
    """
    for place, row in enumerate(table[:2]):
        heads = {number: one for number, cell in enumerate(row.cells) if (one := horizon_of(cell, dated=False))}
        above = (cell for one in table[:place] for cell in one.cells)
        others = [*above, *(cell for number, cell in enumerate(row.cells) if number not in heads)]
        owned = any(role_of(cell.text, known) not in _NOT_OF_PLEDGES for cell in others)
        if make_a_roadmap(heads.values()) and not owned:
            return place, heads
    return 0, {}


def tables_of(blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Block]]]:
    """The tables of a document, each with the place of its first row."""
    start = 0
    for place in range(1, len(blocks) + 1):
        ends = place == len(blocks) or blocks[place].table != blocks[start].table
        if blocks[start].kind is BlockKind.ROW and (ends or blocks[place].kind is not BlockKind.ROW):
            yield start, blocks[start:place]
            start = place
        elif blocks[start].kind is not BlockKind.ROW:
            start = place


def group_of(row: Block) -> str:
    """The words of a row that heads those below it: one text across all of its columns, or in the first alone."""
    said = {cell.text for cell in row.cells if cell.text.strip()}
    across = len(row.cells) > 1 and len(said) == 1
    return title_of(said.pop()) if across else ""


def items_of(cell: Span, known: Known) -> Iterator[tuple[Span, Beside]]:
    """What a cell lists, with what labelled lines below an item say of it ("Team: Journeys").

    Where lines begin with bullets, the others go on with the item above or are its labels. Where none does, each line
    is an item, those that begin small joined to the one before.
    """
    item: Span | None = None
    beside: Beside = []
    for line in _lines(cell):
        told = _told(line, known)
        if told and item is not None:
            beside.extend(told)
            continue
        if item is not None:
            yield item, beside
        item, beside = line, []
    if item is not None:
        yield item, beside


def _told(line: Span, known: Known) -> Beside:
    """What a line says with a label of the item above it; empty where it is an item itself."""
    fields = fields_of(line, known)
    if not fields or fields[0][0].start != line.start:
        return []
    return [(_ROLES[field.role], field.span) for _, field in fields if field.role in _ROLES]


def _lines(cell: Span) -> Iterator[Span]:
    bulleted = any(line.lstrip().startswith("•") for line in cell.text.splitlines())
    start = 0
    text = cell.text
    for end in [*(place for place, sign in enumerate(text) if sign in "\n•;"), len(text)]:
        following = text[end + 1 :].lstrip(" -–*•\n")
        goes_on = following[:1].islower() or (bulleted and text[end : end + 1] == "\n" and _joins(text[end + 1 :]))
        if end < len(text) and text[end] == "\n" and goes_on:
            continue
        words = text[start:end]
        item = span_of(cell, start + len(words) - len(words.lstrip(" -–*•\n")), end)
        if any(sign.isalpha() for sign in item.text):
            yield item
        start = end + 1


def _joins(rest: str) -> bool:
    """Whether a line without a bullet, in a list with bullets, goes on with the item above: it is no label."""
    line = rest.partition("\n")[0]
    return not line.lstrip().startswith(("•", "-", "–")) and ":" not in line
