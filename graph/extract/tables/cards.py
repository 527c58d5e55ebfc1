"""Tables turned on their side: the names of fields stand in the first column, and a value beside each.

An action may have a table of its own, stand below the one before, or take a column each; names and values may also
go by turns: "Owner | Head of Estates | Due | May". What comes out are fields, as a row under headings has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.tables.columns import Column, Heading, is_heading_like, role_of
from graph.extract.tables.pledge_cells import reference_of
from graph.extract.tables.reported import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

    Card = list[Field]

_FEWEST_FIELDS = 3
_LEAST_SHARE = 0.7  # of rows that start with the name of a field
_MOST_WORDS = 7  # of such a name
_UNCLEAR = (Column.UNKNOWN, Column.PERIOD, Column.FIGURE)
_PLEDGES = (Column.PLEDGE, Column.ITEM)


def cards_of(rows: Sequence[Block], known: Known, above: Span | None = None) -> list[Card] | None:
    """The fields of each action, None for a table of another kind.

    Where no field holds the pledge, a numbered title across the table does, or the numbered heading `above` it.
    """
    named = [row for row in rows if _name_of(row.cells[0], known) and not _is_title(row, known)]
    names = [name for row in named if (name := _name_of(row.cells[0], known))]
    if len({name.role for name in names}) < _FEWEST_FIELDS or len(names) < _LEAST_SHARE * len(rows):
        return None
    if len(rows[0].cells) > len(("name", "value")) and _heads_columns(rows[0], known):
        return None
    roles = {name.role for name in names}
    opens = next((role for role in _PLEDGES if role in roles), None)
    lanes = [list(_fields(rows, lane, known, titles=opens is None)) for lane in _lanes(rows, known)]
    if opens is None and above is not None and not any(field.role is Column.PLEDGE for lane in lanes for field in lane):
        lanes = [[Field(Heading("", Column.PLEDGE), above), *lane] for lane in lanes[:1]]
    return [card for lane in lanes for card in _cards(lane, opens)] or None


def _heads_columns(row: Block, known: Known) -> bool:
    return not _is_title(row, known) and all(_name_of(cell, known) for cell in row.cells if cell.text.strip())


def _name_of(cell: Span, known: Known) -> Heading | None:
    """The field that a cell names."""
    is_name = is_heading_like(cell.text) and len(cell.text.split()) <= _MOST_WORDS
    role = role_of(cell.text, known) if is_name else Column.UNKNOWN
    return None if role in _UNCLEAR else Heading(" ".join(cell.text.split()), role)


def _is_title(row: Block, known: Known) -> bool:
    """Whether a row says one thing across the whole table. The name of a field with nothing beside it is no title."""
    if len(set(row.cells)) == 1:
        return True
    first, *others = row.cells
    alone = bool(first.text.strip()) and not any(cell.text.strip() for cell in others)
    number, end = reference_of(first.text)
    return alone and (bool(number and first.text[end:].strip()) or _name_of(first, known) is None)


def _lanes(rows: Sequence[Block], known: Known) -> list[int]:
    """The columns that each hold the values of one action; 0 where names and values go by turns."""
    width = max(len(row.cells) for row in rows)
    by_turns = any(_name_of(cell, known) for row in rows for cell in row.cells[2:] if cell not in row.cells[:2])
    return [0] if by_turns or width == len(("name", "value")) else list(range(1, width))


def _fields(rows: Sequence[Block], lane: int, known: Known, *, titles: bool) -> Iterator[Field]:
    for row in rows:
        if _is_title(row, known):
            if titles and reference_of(row.cells[0].text)[0]:
                yield Field(Heading("", Column.PLEDGE), row.cells[0])
        elif lane:
            name = _name_of(row.cells[0], known)
            if name and lane < len(row.cells):
                yield Field(name, row.cells[lane])
        else:
            yield from _by_turns(row, known)


def _by_turns(row: Block, known: Known) -> Iterator[Field]:
    """Each name in a row with the cell after it."""
    cells = [cell for number, cell in enumerate(row.cells) if not number or cell != row.cells[number - 1]]
    number = 0
    while number + 1 < len(cells):
        name = _name_of(cells[number], known)
        if name:
            yield Field(name, cells[number + 1])
        number += 2 if name else 1


def _cards(fields: Sequence[Field], opens: Column | None) -> Iterator[Card]:
    """The actions of a list of fields: each starts with its pledge. What stands before the first belongs to it."""
    card: Card = []
    for field in fields:
        is_pledge = field.role is (opens or Column.PLEDGE)
        if is_pledge and any(one.role is Column.PLEDGE for one in card):
            yield card
            card = []
        number = reference_of(field.heading.text)[0] if is_pledge else ""
        if number:
            card.append(Field(Heading("", Column.REFERENCE), replace(field.span, text=number, end=field.span.start)))
        card.append(Field(Heading(field.heading.text, Column.PLEDGE), field.span) if is_pledge else field)
    if any(one.role is Column.PLEDGE for one in card):
        yield card
