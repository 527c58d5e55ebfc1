"""What the cells, items and lines of action plans say: the cues of `cues/actions.toml`, by their meaning."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table

if TYPE_CHECKING:
    import re

    from graph.extract.cues import Cue

# What documents call what they pledge, and number it by: one alternative after the other.
UNITS = "|".join(table("actions")["units"])


def says(meaning: str, text: str) -> bool:
    """Whether a text has the wording of a meaning.

    >>> says("promise", "The board will publish a plan.")
    True
    """
    return any(cue.find(text) for cue in _cues_of(meaning))


def wording(meaning: str) -> re.Pattern[str]:
    """The pattern of a meaning that has only one."""
    (only,) = _cues_of(meaning)
    return only.pattern


@cache
def _cues_of(meaning: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("actions") if cue.means == meaning)
