"""Which column of a table holds the pledges, by what the columns do: none in tables that plan nothing.

A heading that says so counts first. Where none does, cells tell: they say what is to be done, and beside them stands
who, by when, or how it went. Of what people asked for and a reply that takes it on, the reply is the pledge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.extract.known import key
from graph.extract.marks.status_words import meaning
from graph.extract.tables.cell_kinds import acts_in, is_to_be_done, is_wordy, share, tells, undertakes
from graph.extract.tables.columns import Column
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span
    from graph.extract.known import Known
    from graph.extract.tables.columns import Heading

    Columns = Sequence[Sequence[Span]]

_HALF = 0.5
_MOST = 0.7
_NEARLY_ALL = 0.8
# What shows, beside what could be a pledge, that a table follows it up.
_REPORTS = frozenset({Column.PROGRESS, Column.RESPONSE, Column.STATUS, Column.LEVEL, Column.DONE, Column.DONE_ON})
_FOLLOWS_UP = _REPORTS | {Column.OWNER, Column.TIMESCALE}
_AIMS = (Column.THEME, Column.MEASURE, Column.OUTCOME)
_FEWEST_WORDS = 3  # of an act
_FEWEST_CELLS = 3  # of a table that says little beside its acts
_MAY_BE_ACTS = (Column.UNKNOWN, Column.ITEM, Column.MEASURE, Column.OUTCOME, Column.THEME)
_MAY_REPLY = (Column.UNKNOWN, Column.PLEDGE, Column.OTHER, Column.RESPONSE, Column.PROGRESS)


class PledgeColumn(NamedTuple):
    """The place of the column of pledges; whether it holds replies, of which only those are pledges that undertake."""

    place: int
    replies: bool = False


def pledge_column(found: Sequence[Heading], columns: Columns, known: Known) -> PledgeColumn | None:
    """The column that holds the pledges; None in a table that has none."""
    place = next((number for number in _with_role(found, Column.PLEDGE) if found[number].declared), None)
    place = _headed(found, columns) if place is None else place
    place = _done_for(_followed_up(found, columns), found, columns) if place is None else place
    if place is not None:
        return _reply_to(place, found, columns) or PledgeColumn(place)
    if any(_measures(found) or says("risk", one.text) or says("instructs", one.text) for one in found):
        return None
    place = _of_acts(found, columns)
    if place is None and all(one.role is not Column.FIGURE for one in found):
        place = _rated(found, columns, known)
    return None if place is None else PledgeColumn(place)


def _headed(found: Sequence[Heading], columns: Columns) -> int | None:
    """A column that is headed as one of pledges."""
    strong = [number for number in _with_role(found, Column.PLEDGE) if share(columns[number], _is_text) >= _HALF]
    return _chosen(strong, found, columns) if strong else None


def _followed_up(found: Sequence[Heading], columns: Columns) -> int | None:
    """A column of items or aims that the table follows up."""
    followed = {one.role for one in found} & (_FOLLOWS_UP | {Column.REFERENCE})
    if not followed & _FOLLOWS_UP or _measures(found):
        return None
    could_be = [
        *_with_role(found, Column.ITEM),
        *(number for number in _with_role(found, Column.THEME) if says("aim", found[number].text)),
        *(number for number in _with_role(found, Column.MEASURE) if "target" in key(found[number].text)),
    ]
    if any(one.role is Column.FIGURE for one in found):
        could_be = [number for number in could_be if share(columns[number], is_to_be_done) > _HALF]
    enough = (number for number in could_be if _is_followed(found[number].text, followed))
    return next((number for number in enough if share(columns[number], _is_text) > _MOST), None)


def _measures(found: Sequence[Heading]) -> bool:
    """Whether a table holds figures, and nobody in it who is to do something about them."""
    roles = {one.role for one in found}
    return Column.FIGURE in roles and not (Column.OWNER in roles and roles & _REPORTS)


def _done_for(place: int | None, found: Sequence[Heading], columns: Columns) -> int | None:
    """The acts that stand beside the aim that they serve, where each aim has several: "Goal | Strategy"."""
    if place is None or found[place].role is not Column.THEME:
        return place
    for number, one in enumerate(found):
        several = len(columns[number]) > len(columns[place])
        if several and one.role in (Column.UNKNOWN, Column.ITEM) and share(columns[number], is_to_be_done) > _HALF:
            return number
    return place


def _is_text(text: str) -> bool:
    return is_wordy(text, len(("two", "words")))


def _with_role(found: Sequence[Heading], role: Column) -> Iterator[int]:
    return (number for number, one in enumerate(found) if one.role is role)


def _is_followed(heading: str, followed: set[Column]) -> bool:
    """A column named for what it is about needs more beside it than a status to be one of pledges."""
    if says("describes", heading):
        return bool(followed & {Column.TIMESCALE, Column.REFERENCE}) and len(followed) > 1
    return not says("voices", heading) or bool(followed & {Column.PROGRESS, Column.RESPONSE})


def _chosen(strong: Sequence[int], found: Sequence[Heading], columns: Columns) -> int:
    """Of several columns of pledges: what will be done before what was advised, and before what groups it."""
    acts = [number for number in strong if says("acts", found[number].text) and not says("advice", found[number].text)]
    first = strong[0]
    if not acts or first in acts:
        return first
    groups = len(columns[first]) < len(columns[acts[0]])
    return acts[0] if groups or says("advice", found[first].text) else first


def _reply_to(place: int, found: Sequence[Heading], columns: Columns) -> PledgeColumn | None:
    """The column of replies that take on what people asked for in the column at a place; None where they report."""
    if not says("voices", found[place].text):
        return None
    for number, one in enumerate(found):
        replies = number != place and one.role in _MAY_REPLY and share(columns[number], _is_text) > _HALF
        if replies and share(columns[number], undertakes) > _HALF > share(columns[number], tells):
            return PledgeColumn(number, replies=True)
    return None


def _of_acts(found: Sequence[Heading], columns: Columns) -> int | None:
    """The column whose cells say what is to be done: "Measure", "Focus", "Strategies", "What comes next".

    The less a table says beside it, the more of its cells have to.
    """
    followed = {one.role for one in found} & _FOLLOWS_UP
    fewest = (
        _FEWEST_WORDS if followed & _REPORTS else _FEWEST_WORDS + 2
    )  # "Manage your time" may be the name of a course
    acts = {
        number: (_enough(found, columns, number, fewest), one.role is not Column.THEME)
        for number, one in enumerate(found)
        if columns[number] and _may_hold_acts(one)
    }
    best = max(acts, key=lambda number: (*acts[number], -number), default=None)
    return best if best is not None and acts[best][0] else None


def _may_hold_acts(one: Heading) -> bool:
    if one.role is Column.ITEM:
        return not says("describes", one.text) and not says("voices", one.text)
    headed = says("acts", one.text) or says("advice", one.text)
    return one.role in _MAY_BE_ACTS or (one.role is Column.OTHER and headed)


def _enough(found: Sequence[Heading], columns: Columns, number: int, fewest: int) -> float:
    """How much of a column says what is to be done, 0 where that is too little beside what else the table says."""
    pieces = acts_in(columns[number])
    beside = {one.role for place, one in enumerate(found) if place != number}
    followed = beside & _FOLLOWS_UP
    lists = not followed and len(pieces) >= max(_FEWEST_CELLS, 2 * len(columns[number]))
    fewest = _FEWEST_WORDS if lists else fewest
    acts = share(pieces, lambda text: len(text.split()) >= fewest and is_to_be_done(text))
    if len(followed) > 1:
        return acts if acts > _HALF and len(columns[number]) > 1 else 0.0
    if followed & _REPORTS:
        return acts if acts > _HALF and len(pieces) > 1 else 0.0
    if followed:
        is_of_things = any(says("things", one.text) for place, one in enumerate(found) if place != number)
        return acts if acts > _MOST and len(pieces) >= _FEWEST_CELLS and not is_of_things else 0.0
    return acts if lists and acts >= _NEARLY_ALL and beside & set(_AIMS) else 0.0


def _rated(found: Sequence[Heading], columns: Columns, known: Known) -> int | None:
    """A column that says nothing of itself, beside statuses that tell of keeping one's word: done, and not all done."""
    statuses = [{meaning(cell.text, known) for cell in columns[number]} for number in _with_role(found, Column.STATUS)]
    unkept = {Status.IN_PROGRESS, Status.OUTSTANDING}
    is_costed = any(one.role is Column.OTHER or says("things", one.text) for one in found)
    if is_costed or not any(Status.ACHIEVED in one and one & unkept for one in statuses):
        return None
    texts = [number for number in _with_role(found, Column.UNKNOWN) if len(columns[number]) >= _FEWEST_CELLS]
    return next((one for one in texts if share(columns[one], lambda text: is_wordy(text, _FEWEST_WORDS)) > _MOST), None)
