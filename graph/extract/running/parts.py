"""Parts that running text names one by one: "There are two changes we must make. The first is **one front door**"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extract.cues import table
from graph.extract.running.promises import opens_parts

_ORDINALS, _NAMES = ("|".join(table("prose")["parts"][key]) for key in ("ordinals", "names"))
# "The second (key shift that needs to happen) is ...", up to the verb; what follows it is the name of the part.
_PART = re.compile(
    rf"^\W*(?:(?:and|so|but)\W+)?(?:the|our)\s+(?:{_ORDINALS})\b[^.;]{{0,160}}?(?:\b(?:is|will\s+be)\b|:)"
    r"(?:\s+(?:an?|the|to)(?=\s{3}))?\s*",
    re.IGNORECASE,
)
_ALL = re.compile(rf"^\W*(?:these|the|all|together,?|both)\s+(?:\w+\s+){{0,2}}?(?:{_NAMES})\b", re.IGNORECASE)
# Inline markup is blanked out, so that bold words stand between wide spaces.
_WIDE = re.compile(r"\s{3,}$")
_BOLD = re.compile(r"\S.*?\S(?=\s{2,}|\s*[.;:,]?\s*$)", re.DOTALL)
_PLAIN = re.compile(r"[^.;:,(–—]+?(?=\s+(?:with|which|that|where|so|for|by|in)\b|\s*[.;:,(–—]|\s*$)")


@dataclass(slots=True)
class Parts:
    """Where in a sequence of parts a text has come: `current` is the part that it is about, empty outside of one."""

    open: bool = False
    current: str = ""

    def names(self, sentence: str) -> bool:
        """Whether a sentence, its white space left as it stands, names the next part, which becomes the current one.

        >>> parts = Parts()
        >>> parts.names("There are two changes we need to make.")
        False
        >>> parts.names("The first is one front door for all."), parts.current
        (True, 'one front door')
        """
        if opens_parts(sentence):
            self.open, self.current = True, ""
            return False
        if not self.open:
            return False
        if _ALL.match(sentence):
            self.current = ""
            return False
        opening = _PART.match(sentence)
        if opening is None:
            return False
        bold = _WIDE.search(opening.group())
        found = (_BOLD if bold else _PLAIN).match(sentence, opening.end())
        self.current = " ".join(found.group().split()).strip(" .;:,") if found else ""
        return bool(self.current)

    def end(self) -> None:
        """A heading ends a sequence."""
        self.open, self.current = False, ""
