"""The words by which the layouts of one body are known: those of the cue files, and those of its own manifest."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Extra = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a label line, a column's heading and a status word mean, by their plain form (`key`).

    `declared` has the headings of columns that the body's own manifest explains: these leave nothing to be guessed.
    """

    labels: Mapping[str, str]
    columns: Mapping[str, str]
    statuses: Mapping[str, Status]
    declared: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, extra: Extra) -> Known:
        """The cue files, with what a manifest's [labels], [columns] and [statuses] add."""
        return cls(
            labels=_meanings("labels", extra),
            columns=_meanings("columns", extra),
            statuses={word: Status(status) for word, status in _meanings("statuses", extra).items()},
            declared={key(word): meaning for meaning, words in extra.get("columns", {}).items() for word in words},
        )

    def is_label(self, line: str) -> bool:
        """Whether a whole line is a label."""
        return key(line) in self.labels


@lru_cache(maxsize=8192)  # every layout asks it of the same lines and cells
def key(text: str) -> str:
    """A label, a heading of a column or a status word in its plain form.

    >>> key("**What we’ve  achieved:**")
    "what we've achieved"
    """
    return " ".join(text.lower().replace("’", "'").split()).strip(" #*_:.–—-|•[]()")


def _meanings(name: str, extra: Extra) -> dict[str, str]:
    """The lists of a cue file, word by word. What a body says of a word counts before what the file says."""
    own = extra.get(name, {})
    return {key(word): meaning for meaning, words in (*_lists(name), *own.items()) for word in words}


def _lists(name: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The lists of words in a cue file; beside them it may hold cues and tables, which are no lists of words."""
    for meaning, words in table(name).items():
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            yield meaning, words
