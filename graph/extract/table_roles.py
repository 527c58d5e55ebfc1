"""Which columns of a table say what of its pledges, decided from the whole header and from what stands below it.

A table is an action table only if it has a column of pledges: figures, contacts, budgets, registers of risks and
glossaries have none. Where several columns could hold the pledges, the one that says what will be done does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.columns import Column, Heading, without_period
from graph.extract.known import key
from graph.extract.layouts.wording import is_act
from graph.extract.statements import status_of
from graph.extract.told_by_cells import share, told_by_cells
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

_HALF = 0.5
_MOST = 0.7
# What shows, beside what could be a pledge, that a table follows it up.
_FOLLOWS_UP = frozenset(
    {
        Column.PROGRESS,
        Column.RESPONSE,
        Column.STATUS,
        Column.LEVEL,
        Column.DONE,
        Column.DONE_ON,
        Column.OWNER,
        Column.TIMESCALE,
    }
)
_FEWEST_WORDS = 3  # of an act
_MAY_BE_ACTS = (Column.UNKNOWN, Column.MEASURE, Column.OUTCOME, Column.THEME)


def settled(headings: Sequence[Heading], body: Sequence[Block], known: Known) -> tuple[Heading, ...] | None:
    """The headings with their roles decided; None for a table that is no action table."""
    columns = [_cells_of(body, number) for number in range(len(headings))]
    found = told_by_cells(headings, columns, known)
    pledge = _pledge_column(found, columns)
    pledge = _column_of_acts(found, columns) if pledge is None else pledge
    if pledge is None or _measures_or_lists(found, pledge):
        return None
    found = [
        one if _is_another_year(one, found[pledge]) else replace(one, role=_beside_pledge(one, number, pledge, columns))
        for number, one in enumerate(found)
    ]
    return tuple(_by_what_stands_beside(found, columns, pledge))


def _cells_of(body: Sequence[Block], column: int) -> list[Span]:
    """What stands in a column, a cell that spans several rows once."""
    cells = (row.cells[column] for row in body if column < len(row.cells) and not _is_one_cell(row))
    return [cell for cell in dict.fromkeys(cells) if cell.text.strip()]


def _is_one_cell(row: Block) -> bool:
    return len(row.cells) > 1 and len({cell for cell in row.cells if cell.text.strip()}) == 1


def _is_text(text: str) -> bool:
    return len([word for word in text.split() if any(map(str.isalpha, word))]) > 1


def _pledge_column(found: Sequence[Heading], columns: Sequence[Sequence[Span]]) -> int | None:
    """The column that holds the pledges: one that is headed so, or else what the table follows up."""
    strong = [number for number in _with_role(found, Column.PLEDGE) if share(columns[number], _is_text) >= _HALF]
    if strong:
        return _chosen(strong, found, columns)
    followed = {one.role for one in found} & (_FOLLOWS_UP | {Column.REFERENCE})
    if not followed & _FOLLOWS_UP or any(one.role is Column.FIGURE for one in found):
        return None
    could_be = [
        *_with_role(found, Column.ITEM),
        *(number for number in _with_role(found, Column.THEME) if says("aim", found[number].text)),
        *(number for number in _with_role(found, Column.MEASURE) if "target" in key(found[number].text)),
    ]
    enough = (number for number in could_be if _is_followed(found[number].text, followed))
    return next((number for number in enough if share(columns[number], _is_text) > _MOST), None)


def _column_of_acts(found: Sequence[Heading], columns: Sequence[Sequence[Span]]) -> int | None:
    """The column whose cells say what is to be done, in a table that says beside them who, by when, or how it stands.

    Nothing in its heading tells: "Measure", "Focus", "Detail". Tables of figures and of risks have such columns too.
    """
    followed = {one.role for one in found} & _FOLLOWS_UP
    if len(followed) < len(("who", "when")) or any(one.role is Column.FIGURE for one in found):
        return None
    if any(says("risk", one.text) for one in found):
        return None
    could_be = [number for number, one in enumerate(found) if one.role in _MAY_BE_ACTS]
    reported = followed - {Column.OWNER, Column.TIMESCALE}
    fewest = _FEWEST_WORDS if reported else _FEWEST_WORDS + 2  # "Manage your time" may be the name of a course
    acts = {
        number: share(columns[number], lambda text: len(text.split()) >= fewest and _is_to_be_done(text))
        for number in could_be
        if len(columns[number]) > 1
    }
    return max(acts, key=lambda number: (acts[number], -number)) if acts and max(acts.values()) > _HALF else None


def _is_to_be_done(text: str) -> bool:
    return is_act(text) or says("pledge in words", text)


def _with_role(found: Sequence[Heading], role: Column) -> Iterator[int]:
    return (number for number, one in enumerate(found) if one.role is role)


def _is_followed(heading: str, followed: set[Column]) -> bool:
    """A column named for what it is about needs more beside it than a status to be one of pledges."""
    if says("describes", heading):
        return bool(followed & {Column.TIMESCALE, Column.REFERENCE}) and len(followed) > 1
    return not says("voices", heading) or bool(followed & {Column.PROGRESS, Column.RESPONSE})


def _chosen(strong: Sequence[int], found: Sequence[Heading], columns: Sequence[Sequence[Span]]) -> int:
    """Of several columns of pledges: what will be done before what was advised, and before what groups it."""
    acts = [number for number in strong if says("acts", found[number].text) and not says("advice", found[number].text)]
    first = strong[0]
    if not acts or first in acts:
        return first
    groups = len(columns[first]) < len(columns[acts[0]])
    return acts[0] if groups or says("advice", found[first].text) else first


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
    return one.role is Column.PLEDGE and same and key(one.text) != key(pledge.text)


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


def _happened(text: str) -> bool:
    return status_of(text) in (Status.ACHIEVED, Status.OUTSTANDING) or says("happened", text)


def _by_what_stands_beside(
    found: Sequence[Heading], columns: Sequence[Sequence[Span]], pledge: int
) -> Iterator[Heading]:
    """Outcomes are aims where they stand before the pledge, results where they say what was done, measures otherwise.

    A start counts only where no column says by when.
    Remarks are progress only beside a status: in a plan they say what the plan depends on.
    """
    roles = Counter(one.role for one in found)
    has_status = any(roles[role] for role in (Column.STATUS, Column.LEVEL, Column.DONE, Column.DONE_ON))
    for number, one in enumerate(found):
        role = one.role
        if role is Column.OUTCOME:
            done = share(columns[number], _happened)
            role = Column.THEME if number < pledge else Column.PROGRESS if done > _HALF else Column.MEASURE
        elif role is Column.START:
            role = Column.OTHER if roles[Column.TIMESCALE] else Column.TIMESCALE
        elif role is Column.REMARK:
            role = Column.PROGRESS if has_status and not roles[Column.PROGRESS] else Column.OTHER
        yield replace(one, role=role)
