"""What the columns of a table hold, told by their cells where the headings leave it open or say something else.

"Target" over dates is a timescale, "State" over "Done" and "Overdue" holds statuses, "Action" over "A1" references.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.extract.marks.status_words import meaning, stated, yes_or_no
from graph.extract.marks.tails import is_time
from graph.extract.tables.cell_kinds import is_to_be_done, names_holder, share, tells
from graph.extract.tables.columns import Column, Heading
from graph.extract.tables.pledge_cells import is_code, is_figure, is_rank
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Span
    from graph.extract.known import Known

_FEW = 4  # words of a cell that is no sentence
_THIRD = 0.3
_HALF = 0.5
_MOST = 0.7
_NEARLY_ALL = 0.9
_FEW_WORDY = 0.2  # of the cells of a column of statuses
_MAY_BE_TIMES = (
    Column.UNKNOWN,
    Column.MEASURE,
    Column.ITEM,
    Column.PERIOD,
    Column.PROGRESS,
    Column.OUTCOME,
    Column.THEME,
)
_MAY_ASK = (Column.PLEDGE, Column.UNKNOWN, Column.ITEM)
_MAY_BE_STATES = (Column.UNKNOWN, Column.REMARK, Column.OUTCOME)
_MOST_WORDS_OF_RATING = 3


def told_by_cells(headings: Sequence[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """The headings, with the roles that their cells give them."""
    found = list(headings)
    first = (_levels, _asked, _periods, _times, _counts, _states, _ratings, _several)
    for step in (*first, _references, _ranks, _reports, _acted_on, _holders):
        found = step(found, columns, known)
    return found


def _is_wordy(text: str) -> bool:
    return len([word for word in text.split() if any(map(str.isalpha, word))]) > _FEW


def _is_mark(text: str) -> bool:
    return len(text.strip()) <= len("yes") and key(text) not in ("r", "a", "g", "b")


def _levels(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """Several columns that are each headed by a status are levels: a mark stands in the one that holds."""
    levels = [
        number
        for number, one in enumerate(found)
        if meaning(one.own, known) and all(_is_mark(cell.text) for cell in columns[number])
    ]
    if len(levels) < len(("one", "other")):
        return found
    return [replace(one, role=Column.LEVEL) if number in levels else one for number, one in enumerate(found)]


def _asked(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """A column of yes and no under a word for what is done asks whether it is: "Implemented", "Closed", "Kept"."""

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        may_ask = one.role in (Column.UNKNOWN, Column.PROGRESS) and meaning(one.own, known) is Status.ACHIEVED
        answered = share(cells, lambda text: yes_or_no(text) is not None) > _NEARLY_ALL
        return Column.DONE if may_ask and answered else one.role

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _periods(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """What stands under a quarter or a year alone says whether it is a status, a report or a figure."""

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        if one.role not in (Column.PERIOD, Column.FIGURE) or not one.period:
            return one.role
        if share(cells, lambda text: stated(text, known)) > _HALF and share(cells, _is_share) < _HALF:
            return Column.STATUS
        return Column.PROGRESS if share(cells, _is_wordy) > _HALF else Column.FIGURE

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _times(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """A column of nothing but times says by when, where its heading does not tell: "Target", "Finish", "Completion".

    One that is headed "By" and holds no times says by whom. "Completed" with dates says on which day it was.
    """
    timed = any(one.role is Column.TIMESCALE and key(one.own) != "by" for one in found)

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        said = [cell for cell in cells if any(map(str.isalnum, cell.text))]
        is_timed = share(said, lambda text: is_time(text) and not meaning(text, known)) > _HALF
        if one.role is Column.TIMESCALE and said and _is_by_whom(one.own, said):
            return Column.OWNER
        if not is_timed:
            return one.role
        if timed and one.role in (Column.PROGRESS, Column.REMARK):
            return Column.OTHER  # on which day the report beside it was made
        if one.role is Column.STATUS:
            return _when_done(one, timed=timed) if share(said, lambda text: meaning(text, known)) < _HALF else one.role
        return Column.TIMESCALE if one.role in _MAY_BE_TIMES and not timed else one.role

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _is_by_whom(heading: str, cells: Sequence[Span]) -> bool:
    """Whether a column that is headed "By" or "Delivered by" names somebody."""
    if not key(heading).endswith("by") or any(is_time(cell.text) for cell in cells):
        return False
    return key(heading) == "by" or share(cells, names_holder) > _HALF


def _when_done(one: Heading, *, timed: bool) -> Column:
    if key(one.own) in ("completed", "done"):
        return Column.DONE_ON
    return Column.OTHER if timed else Column.TIMESCALE


def _states(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """A column of short status words is one of statuses, whatever its heading: "State", "Stage", "Where it stands".

    Beside a column that is headed as one it is so only if that holds nothing but shares: "45%".
    """
    worded = any(
        one.role is Column.LEVEL or (one.role is Column.STATUS and share(cells, _is_number) < _HALF and cells)
        for one, cells in zip(found, columns, strict=True)
    )

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        if worded or one.role not in _MAY_BE_STATES or not cells or share(cells, _is_wordy) > _FEW_WORDY:
            return one.role
        rated = share(cells, lambda text: _is_status(text, known))
        enough = _FEW_WORDY if says("rates", one.own) else _THIRD if _repeats(cells) else _HALF
        enough = _HALF if one.role is Column.OUTCOME else enough
        return Column.STATUS if rated > enough else one.role

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _repeats(cells: Sequence[Span], most: float = _HALF) -> bool:
    """Whether a column says a few short things again and again, as one of statuses does."""
    said = [key(cell.text) for cell in cells]
    return len(set(said)) <= most * len(said)


def _is_status(text: str, known: Known) -> bool:
    """Whether a cell holds a status word; a sentence, however short, remarks."""
    return bool(meaning(text, known)) and not text.rstrip().endswith(".")


def _is_number(text: str) -> bool:
    return not any(map(str.isalpha, text))


def _ratings(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """A column that is headed as a report and holds status words is one of statuses: "How are we doing?"

    So is one that says a few short things again and again beside a column that reports: "Complied", "Not complied".
    """
    reported = [
        one.role is Column.PROGRESS and share(cells, _is_wordy) > _HALF
        for one, cells in zip(found, columns, strict=True)
    ]

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        words = share(cells, lambda text: meaning(text, known)) > _HALF and share(cells, _is_wordy) < _HALF
        rated = any(reported) and _repeats(cells, _MOST) and share(cells, _is_rating) > _NEARLY_ALL
        may_rate = one.role is Column.PROGRESS or (rated and one.role in _MAY_BE_STATES and says("rates", one.own))
        return Column.STATUS if (words or rated) and may_rate else one.role

    if any(one.role in (Column.STATUS, Column.LEVEL) for one in found):
        return found
    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _is_rating(text: str) -> bool:
    """Whether a cell may hold a status in words of the body's own: two or three words, no number, no sentence."""
    is_brief = 0 < len(text.split()) <= _MOST_WORDS_OF_RATING and not text.rstrip().endswith(".")
    return is_brief and not any(map(str.isdigit, text))


def _counts(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """A column of bare numbers, days or yes and no reports nothing, whatever its heading; one of shares rates."""

    followed = any(one.role in (Column.OWNER, Column.TIMESCALE) for one in found)

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        if one.role is Column.FIGURE and key(one.own) == "%" and followed:
            return Column.STATUS
        if one.role not in (Column.PROGRESS, Column.RESPONSE, Column.REMARK) or share(cells, is_figure) <= _HALF:
            return one.role
        return Column.STATUS if share(cells, _is_share) > _HALF else Column.OTHER

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _several(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """Of several columns of statuses the one that is plainly headed counts: "Status" before "Planning status".

    Those that each speak of a time of their own all count, and so does a share beside a word.
    """
    stated = [one for one in found if one.role is Column.STATUS]
    plain = [one for one in stated if says("plain status", one.own)]
    if len(stated) == len(plain) or not plain:
        return found

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        counts = one in plain or one.period or "%" in one.own or share(cells, _is_share) > _HALF
        return Column.OTHER if one.role is Column.STATUS and not counts else one.role

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _is_share(text: str) -> bool:
    return "%" in text and not any(map(str.isalpha, text))


def _references(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """A column of nothing but codes is one of references, whatever its heading; one of sentences never is."""

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        if one.role is Column.REFERENCE and share(cells, _is_wordy) > _HALF:
            return Column.PLEDGE
        unclear = one.role in (Column.UNKNOWN, Column.PLEDGE, Column.ITEM, Column.THEME)
        return Column.REFERENCE if unclear and cells and share(cells, is_code) > _MOST else one.role

    roles = [role(one, cells) for one, cells in zip(found, columns, strict=True)]
    first = roles.index(Column.REFERENCE) if Column.REFERENCE in roles else len(roles)
    for place, one in enumerate(found):  # codes to the right of references are numbers of something else
        if place > first and roles[place] is Column.REFERENCE:
            roles[place] = one.role or Column.OTHER
    return [replace(one, role=role) for one, role in zip(found, roles, strict=True)]


def _ranks(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:
    """ "Priority: High" says how urgent a pledge is, and is no theme; "Priority" that holds statuses is none either."""

    def role(one: Heading, cells: Sequence[Span]) -> Column:
        if one.role is Column.THEME and share(cells, lambda text: is_rank(text) or meaning(text, known)) > _HALF:
            return Column.OTHER
        return one.role

    return [replace(one, role=role(one, cells)) for one, cells in zip(found, columns, strict=True)]


def _reports(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """A column of sentences that tell what came about is one of progress, where its heading says nothing.

    One before the actions, in a table that has no statuses, tells what led to them: "Discussion | Action | Owner".
    """
    roles = [one.role for one in found]
    first = roles.index(Column.PLEDGE) if Column.PLEDGE in roles and Column.STATUS not in roles else 0

    def role(place: int, one: Heading, cells: Sequence[Span]) -> Column:
        told = place >= first and share(cells, _is_wordy) > _HALF
        if one.role is Column.OWNER:  # "Action by management" over sentences names nobody
            return Column.PROGRESS if told and share(cells, tells) > _MOST else one.role
        return Column.PROGRESS if told and one.role is Column.UNKNOWN and share(cells, tells) > _HALF else one.role

    return [replace(one, role=role(place, one, columns[place])) for place, one in enumerate(found)]


def _acted_on(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """Actions that tell what came about report on what a column before them asks for: "Assurance | Action reported"."""
    acts = [share(cells, is_to_be_done) for cells in columns]
    roles = [one.role for one in found]
    for place, one in enumerate(found):
        asked = any(acts[number] > _MOST and found[number].role in _MAY_ASK for number in range(place))
        told = acts[place] < _THIRD < share(columns[place], tells) and share(columns[place], _is_wordy) > _HALF
        if one.role is Column.PLEDGE and asked and told:
            roles[place] = Column.PROGRESS
    return [replace(one, role=role) for one, role in zip(found, roles, strict=True)]


def _holders(found: list[Heading], columns: Sequence[Sequence[Span]], known: Known) -> list[Heading]:  # noqa: ARG001
    """A column of posts, teams and bodies says who, where no other column does; the first one is what a table is of."""
    if any(one.role is Column.OWNER for one in found):
        return found
    named = [
        number > 0 and one.role is Column.UNKNOWN and share(cells, names_holder) > _HALF
        for number, (one, cells) in enumerate(zip(found, columns, strict=True))
    ]
    return [replace(one, role=Column.OWNER) if is_name else one for one, is_name in zip(found, named, strict=True)]
