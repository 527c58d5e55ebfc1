"""Where a text names a programme, an organisation, a model or a place that is listed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Mention, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.identifiers import Iri

_APOSTROPHE = "[’'‘]"
_WORD = re.compile(r"\w+|[^\w\s]")  # a name starts with a word, or with a sign: a quotation mark, say


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a body, and a pattern for all that start with the same word, the longest first.

    A text is looked at word by word, so that thousands of names take no longer than a few.
    """

    by_iri: Mapping[Iri, Name]
    by_label: Mapping[str, Iri]
    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, names: Iterable[Name], beside: Iterable[Name] = ()) -> Names:
        """Index names by IRI and by label; where two share a label the first by IRI keeps it.

        Those `beside` pledges, in the cell of a table, are known whole and not looked for in sentences: a team
        called "Housing" would be found wherever a sentence starts with that word.
        """
        in_sentences = sorted(names, key=lambda name: name.iri)
        by_iri = {name.iri: name for name in (*in_sentences, *sorted(beside, key=lambda name: name.iri))}
        by_label: dict[str, Iri] = {}
        for name in by_iri.values():
            for label in (name.label, *name.aliases):
                by_label.setdefault(_key(label), name.iri)
        labels = {label for name in in_sentences for label in (name.label, *name.aliases)}
        by_first: dict[str, list[str]] = {}
        for label in sorted(labels, key=lambda label: (-len(label), label)):
            by_first.setdefault(_first_word(label), []).append(_label_pattern(label))
        return cls(by_iri, by_label, {word: _pattern(alternatives) for word, alternatives in by_first.items()})

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Each name in a text, in order; a name inside a longer one is not counted.

        A capital in a label must be a capital in the text, so that "A Place Called Home" is not
        found in "finding a place called home", nor "Steps" in "we are taking steps".
        """
        found: list[Mention] = []
        end = 0
        for word in _WORD.finditer(text):
            pattern = self.patterns.get(_word_key(word.group())) if word.start() >= end else None
            match = pattern.match(text, word.start()) if pattern else None
            if match:
                end = match.end()
                found.append(Mention(self.by_label[_key(match.group())], match.start(), end))
        return tuple(found)

    def known(self, label: str) -> Iri | None:
        """The name that has a label, None where nobody has it."""
        return self.by_label.get(_key(label))

    def ancestors(self, iri: Iri) -> tuple[Iri, ...]:
        """What a name is part of, the nearest first."""
        found: list[Iri] = []
        waiting = list(self.by_iri[iri].part_of) if iri in self.by_iri else []
        while waiting:
            parent = waiting.pop(0)
            if parent not in found:
                found.append(parent)
                waiting.extend(self.by_iri[parent].part_of)
        return tuple(found)


def _key(label: str) -> str:
    return re.sub(_APOSTROPHE, "'", " ".join(label.split())).replace("- ", "-").upper().casefold()


def _first_word(label: str) -> str:
    found = _WORD.search(label)
    return _word_key(found.group()) if found else ""


def _word_key(word: str) -> str:
    return "'" if word in "’'‘" else word.upper().casefold()


def _pattern(alternatives: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def _label_pattern(label: str) -> str:
    return "".join(map(_character_pattern, " ".join(label.split())))


def _character_pattern(character: str) -> str:
    if character == " ":
        return r"\s+"
    if character in "’'‘":
        return _APOSTROPHE
    if character.islower():
        return f"[{character}{character.upper()}]" if len(character.upper()) == 1 else re.escape(character)
    return re.escape(character)
