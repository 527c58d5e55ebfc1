"""Tables of a TOML file, read key by key: what is missing, misspelt or of the wrong kind is said in a sentence."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from graph.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table: the file it stands in, what to call it in a message, and its keys."""

    path: Path
    where: str
    keys: Mapping[str, Any]

    @classmethod
    def of(cls, path: Path, where: str, value: object, allowed: frozenset[str]) -> Entry:
        """A table with no other keys than those allowed: a misspelt one would otherwise be lost silently."""
        if not isinstance(value, dict):
            raise ManifestError(path, f"{where} is not a table", "write it in square brackets")
        entry = cls(path, where, value)
        for key in value:
            if key not in allowed:
                entry.fail(f"has an unknown key {key!r}", f"use one of {', '.join(sorted(allowed))}")
        return entry

    def fail(self, problem: str, remedy: str) -> NoReturn:
        """Raise ManifestError about this table."""
        raise ManifestError(self.path, f"{self.where} {problem}", remedy)

    def optional(self, key: str) -> str | None:
        """A text, None where the key is not there."""
        value = self.keys.get(key)
        if value is not None and not isinstance(value, str):
            self.fail(f"has a {key} that is not text", "put it in quotation marks")
        return value

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.optional(key)
        if not value:
            self.fail(f"has no {key}", "add it")
        return value

    def one_of(self, key: str, choices: tuple[str, ...]) -> str:
        """One of a few words; the first where the key is not there."""
        value = self.optional(key) or choices[0]
        if value not in choices:
            self.fail(f"has the {key} {value!r}", f"write {' or '.join(choices)}")
        return value

    def date(self, key: str) -> str | None:
        """A year, a month or a day in the form of ISO 8601."""
        value = self.optional(key)
        if value is not None and not is_date(value):
            self.fail(f"has the {key} {value!r}", 'write a year, a month or a day, such as "2024" or "2024-03-05"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the key is not there."""
        value = self.keys.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"has a {key} that is not a list of texts", 'write it as ["one", "two"]')
        return tuple(value)


def is_date(value: str) -> bool:
    """ISO 8601, to the year, the month or the day."""
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return bool(_DATE.fullmatch(value))
