"""Tables that are keys or totals and no plans: each row has another status word, and what it means or its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.known import key
from graph.extract.marks.status_words import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

_FEWEST, _MOST = 3, 12  # rows
_WIDEST = 3  # columns: a sign, a word, and what it means
_PLEDGES = "pledges"


def is_key(rows: Sequence[Block], known: Known, legend: Legend) -> bool:
    """Whether rows explain or count statuses: in their first column all are status words, and none comes twice."""
    if max(len(row.cells) for row in rows) > _WIDEST:
        return False
    words = [key(row.cells[0].text) for row in rows if row.cells]
    first = 0 if words and meaning(words[0], known, legend) else 1
    told = [word for word in words[first:] if word]
    distinct = len(set(told)) == len(told) and _FEWEST <= len(told) <= _MOST
    return distinct and all(meaning(word, known, legend) for word in told) and not (first and _heads(rows[0], known))


def _heads(header: Block, known: Known) -> bool:
    """Whether a header names a column of pledges, as "Status | Action" does."""
    return any(known.columns.get(key(cell.text)) == _PLEDGES for cell in header.cells)
