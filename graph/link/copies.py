"""Whether two files hold one document, as where a plan is there as PDF and as Word document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Document

_LENGTH = 5  # words that follow each other
_SAME = 0.8  # of such runs of words in either text; editions of one plan share far fewer
_READ = 200_000  # characters
_WORD = re.compile(r"\w+")

Runs = frozenset[tuple[str, ...]]


def runs_of(document: Document) -> Runs:
    """The runs of words that a document holds: what is left of it whatever its format."""
    words = _WORD.findall(document.text[:_READ].lower())
    return frozenset(zip(*(words[start:] for start in range(_LENGTH)), strict=False))


def is_copy(runs: Runs, others: Runs) -> bool:
    """Whether two documents say the same, headers and page numbers aside."""
    return bool(runs) and len(runs & others) >= _SAME * len(runs | others)
