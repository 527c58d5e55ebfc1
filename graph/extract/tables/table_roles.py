"""Which columns of a table say what of its pledges, decided from the whole header and from what stands below it.

A table is an action table only if it has a column of pledges (`pledge_column`): figures, contacts, budgets, registers
of risks and glossaries have none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.extract.tables.cell_kinds import came_about, is_to_be_done, is_wordy, names_holder, share
from graph.extract.tables.columns import Column, Heading, without_period
from graph.extract.tables.pledge_column import pledge_column
from graph.extract.tables.told_by_cells import told_by_cells
from graph.extract.wording import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

_HALF = 0.5


def settled(headings: Sequence[Heading], body: Sequence[Block], known: Known) -> tuple[Heading, ...] | None:
    """The headings with their roles decided; None for a table that is no action table.

    `body` may hold the rows of several tables under the same headings.
    """
    columns = [_cells_of(body, number) for number in range(len(headings))]
    found = _as_declared(told_by_cells(headings, columns, known), headings)
    pledge = pledge_column(found, columns, known)
    if pledge is None or _measures_or_lists(found, pledge.place):
        return None
    found = [
        replace(one, role=Column.PLEDGE)
        if _is_another_year(one, found[pledge.place])
        else one
        if one.declared and number != pledge.place
        else replace(one, role=_beside_pledge(one, number, pledge.place, columns), replies=False)
        for number, one in enumerate(found)
    ]
    found[pledge.place] = replace(found[pledge.place], replies=pledge.replies)
    return tuple(_by_what_stands_beside(found, columns, pledge.place))


def _as_declared(found: Sequence[Heading], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, with the roles that the body's manifest declares; what cells say of the same role is set aside."""
    only = {one.role for one in headings if one.declared} & {Column.REFERENCE, Column.PLEDGE}
    return [
        replace(now, role=first.role)
        if first.declared
        else replace(now, role=Column.OTHER)
        if now.role in only
        else now
        for now, first in zip(found, headings, strict=True)
    ]


def _cells_of(body: Sequence[Block], column: int) -> list[Span]:
    """What stands in a column, a cell that spans several rows once."""
    cells = (row.cells[column] for row in body if column < len(row.cells) and not _is_one_cell(row))
    return [cell for cell in dict.fromkeys(cells) if cell.text.strip()]


def _is_one_cell(row: Block) -> bool:
    return len(row.cells) > 1 and len({cell for cell in row.cells if cell.text.strip()}) == 1


def _measures_or_lists(found: Sequence[Heading], pledge: int) -> bool:
    """Whether a table rates risks or lists contents, whatever one of its columns is called."""
    others = [one.text for number, one in enumerate(found) if number != pledge]
    rates = any(says("risk", one) for one in others[:2]) and any(
        says("risk rated", one) for one in (*others, found[pledge].text)
    )
    return rates or (bool(others) and all(says("page", one) for one in others if one) and any(others))


def _is_another_year(one: Heading, pledge: Heading) -> bool:
    """Whether a column holds pledges beside those of another year: "Year 1 actions", "Year 2 actions"."""
    same = without_period(one.text) == without_period(pledge.text)
    timed = bool(one.period and pledge.period) or one.role is Column.PLEDGE
    return one.role is pledge.role and same and timed and key(one.text) != key(pledge.text)


def _beside_pledge(one: Heading, number: int, pledge: int, columns: Sequence[Sequence[Span]]) -> Column:
    """The role of a column beside the pledges: of those that could have held them, one to the left groups them."""
    if number == pledge:
        return Column.PLEDGE
    if one.role is Column.PLEDGE:
        groups = number < pledge and len(columns[number]) < len(columns[pledge])
        return Column.THEME if groups else Column.OTHER
    if one.role is Column.ITEM:
        return Column.MEASURE if number > pledge and says("measured", one.text) else Column.OTHER
    return one.role


def _may_report(text: str) -> bool:
    """Whether a cell beside a status may explain it: words that name nobody and set nothing to do."""
    return is_wordy(text, len(("two", "words"))) and not names_holder(text) and not is_to_be_done(text)


def _by_what_stands_beside(
    found: Sequence[Heading], columns: Sequence[Sequence[Span]], pledge: int
) -> Iterator[Heading]:
    """Outcomes are aims where they stand before the pledge, results where they say what was done, measures otherwise.

    A start counts only where no column says by when.
    Remarks are progress only beside a status: in a plan they say what the plan depends on.
    """
    roles = Counter(one.role for one in found)
    has_status = any(roles[role] for role in (Column.STATUS, Column.LEVEL, Column.DONE, Column.DONE_ON))
    says_more = has_status and not (roles[Column.PROGRESS] or roles[Column.REMARK])
    for number, one in enumerate(found):
        role = one.role
        if role is Column.OUTCOME:
            role = _of_outcomes(one, columns[number], before=number < pledge, told_elsewhere=not says_more)
        elif role is Column.START:
            role = Column.OTHER if roles[Column.TIMESCALE] else Column.TIMESCALE
        elif role is Column.UNKNOWN and number > pledge and says_more and share(columns[number], _may_report) > _HALF:
            role = Column.PROGRESS
        elif role is Column.REMARK:
            role = Column.PROGRESS if has_status and not roles[Column.PROGRESS] else Column.OTHER
        says_more = says_more and role is not Column.PROGRESS
        yield replace(one, role=role)


def _of_outcomes(one: Heading, cells: Sequence[Span], *, before: bool, told_elsewhere: bool) -> Column:
    """What a column of outcomes is to the pledges; `told_elsewhere` says that another column explains their status."""
    if before:
        return Column.THEME
    told = share(cells, came_about) > _HALF or (says("results", one.own) and not told_elsewhere)
    return Column.PROGRESS if told else Column.MEASURE
