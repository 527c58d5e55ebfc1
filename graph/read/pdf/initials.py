"""Large initials: the first letter of a paragraph, set two or three lines high, goes back to its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.read.pdf.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.shapes import Word

_LARGER = 1.8  # times the size of the text beside it
_CAPITAL = 0.72  # of its size: how high a letter is
_OFF = 0.6  # of the size of the text: how far the tops may be apart
_SPACE = 0.25  # of the size


def with_initials(rows: Sequence[Row]) -> list[Row]:
    """Rows in which a large initial stands before the rest of its word."""
    found = list(rows)
    for initial in [word for one in rows for word in one.words if len(word.text) == 1 and word.text.isupper()]:
        beside = _beside(initial, found)
        if beside is None:
            continue
        place, rest = beside
        before = _SPACE * rest.size if rest.text[:1].isupper() else 0.0
        small = initial._replace(base=rest.base, size=rest.size, right=rest.left - before)
        found[place].words.insert(found[place].words.index(rest), small)
        found = [left for one in found if (left := _without(one, initial))]
    return found


def _beside(initial: Word, rows: Sequence[Row]) -> tuple[int, Word] | None:
    """The row whose top is level with that of an initial, and its word right after it."""
    top = initial.base - _CAPITAL * initial.size
    for place, one in enumerate(rows):
        for word in one.words:
            level = abs(word.base - _CAPITAL * word.size - top) < _OFF * word.size and word.base < initial.base
            near = -2 < word.left - initial.right < word.size
            if level and near and initial.size >= _LARGER * word.size:
                return place, word
    return None


def _without(one: Row, initial: Word) -> Row | None:
    words = [word for word in one.words if word is not initial]
    return row(words) if words else None
