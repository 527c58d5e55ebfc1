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


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a body, and one pattern that finds them all, the longest first."""

    by_iri: Mapping[Iri, Name]
    by_label: Mapping[str, Iri]
    pattern: re.Pattern[str]

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
        longest_first = sorted(labels, key=lambda label: (-len(label), label))
        alternatives = "|".join(map(_label_pattern, longest_first))
        return cls(by_iri, by_label, re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else r"(?!)"))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Each name in a text, in order; a name inside a longer one is not counted.

        A capital in a label must be a capital in the text, so that "A Place Called Home" is not
        found in "finding a place called home", nor "Steps" in "we are taking steps".
        """
        return tuple(
            Mention(self.by_label[_key(match.group())], match.start(), match.end())
            for match in self.pattern.finditer(text)
        )

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
