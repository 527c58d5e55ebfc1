"""Cue words: the data files that say which words mean what, compiled once.

A cue is a regular expression with what it means, sentences that it must match (`examples`) and
sentences that it must leave alone (`spares`); a test reads both from the files.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).with_name("cues")
_SPACE = re.compile(r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\]|\\.)| (?P<optional>\?)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern and what it means. `unless` names sentences that look like it but mean something else."""

    means: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    examples: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()

    def find(self, text: str) -> re.Match[str] | None:
        """The first match in a text, None where there is none or `unless` matches too."""
        match = self.pattern.search(text)
        return None if match and self.unless and self.unless.search(text) else match


@cache
def table(name: str) -> dict[str, Any]:
    """A cue file as it stands, by its name without the ending."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def cues(name: str) -> tuple[Cue, ...]:
    """The cues of a file, in its order.

    >>> [cue.means for cue in cues("scope") if cue.find("All actions have been progressed.")]
    ['all']
    """
    return tuple(_compile(entry, "|".join(table(name).get("units", ()))) for entry in table(name)["cue"])


def meanings(name: str, text: str) -> Iterator[str]:
    """What the cues of a file that match a text mean, in the file's order."""
    return (cue.means for cue in cues(name) if cue.find(text))


def pattern(expression: str) -> re.Pattern[str]:
    """A cue's expression, compiled: case makes no difference, and a space stands for any white space, line ends too.

    >>> bool(pattern("in place").search("It is In\\nplace"))
    True
    """
    return re.compile(_SPACE.sub(_any_space, expression), re.IGNORECASE)


def _any_space(match: re.Match[str]) -> str:
    return match["class"] or (r"\s*" if match["optional"] else r"\s+")


def _compile(entry: dict[str, Any], units: str) -> Cue:
    unless = entry.get("unless")
    return Cue(
        means=entry["means"],
        pattern=pattern(entry["pattern"].replace("{unit}", units)),
        unless=pattern(unless.replace("{unit}", units)) if unless else None,
        examples=tuple(entry.get("examples", ())),
        spares=tuple(entry.get("spares", ())),
    )
