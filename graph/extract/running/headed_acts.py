"""Pledges that are the headings of a plan in prose: "Open a hub in the north", with its explanation under it.

Such headings come in a row, each beginning with what is to be done. Where the text under them promises in whole
sentences, these are the pledges and the headings only name them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.headings import title_of
from graph.extract.numbering.wording import heads_actions, is_act, says
from graph.extract.running.promises import heads_pledges

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.extract.running.passages import Passage

_FEW = 3  # headings that make a row
_MOST = 0.75  # of the row that begin with an act
_SOME = 0.4  # of all such headings with a promise under them: then the text makes the pledges
_WORDS = 3  # at least, of a heading that says what is to be done


def headed_acts(passages: Sequence[Passage], promises: Callable[[Passage], bool]) -> frozenset[int]:
    """The places of the headings that are pledges; `promises` tells of a passage whether a pledge stands in it."""
    rows: dict[tuple[tuple[str, ...], int], list[int]] = {}
    for place, passage in enumerate(passages):
        if passage.is_heading and len(passage.heading) > 1:
            rows.setdefault((passage.heading[:-1], passage.block.level), []).append(place)
    found: list[int] = []
    for row in rows.values():
        acts = [place for place in row if _is_act(passages[place])]
        if len(acts) >= _FEW and len(acts) >= _MOST * len(row):
            found.extend(acts)
    told = sum(_is_told(passages, place, promises) for place in found)
    return frozenset(found) if told < _SOME * len(found) else frozenset()


def _is_act(passage: Passage) -> bool:
    text = title_of(passage.block.text[passage.start :])
    is_kind = heads_actions(text) is not None or heads_pledges(text)
    return len(text.split()) >= _WORDS and is_act(text) and not is_kind and not says("reader", text)


def _is_told(passages: Sequence[Passage], place: int, promises: Callable[[Passage], bool]) -> bool:
    """Whether a pledge stands under a heading, before the next one."""
    for passage in passages[place + 1 :]:
        if passage.is_heading:
            return False
        if promises(passage):
            return True
    return False
