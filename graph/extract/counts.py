"""Sentences that count pledges without saying which; the cues are in `cues/counts.toml`."""

from __future__ import annotations

from functools import lru_cache

from graph.extract.cues import cues
from graph.extract.sentences import sentences


@lru_cache(maxsize=4096)
def is_count(sentence: str) -> bool:
    """Whether a sentence counts pledges.

    >>> is_count("We have so far kept 31 of the 44 actions."), is_count("We have built 38 of the 50 homes.")
    (True, False)
    """
    return any(cue.find(sentence) for cue in cues("counts"))


def only_counts(text: str) -> bool:
    """Whether every sentence of a text counts pledges."""
    return all(is_count(text[start:end]) for start, end in sentences(text))
