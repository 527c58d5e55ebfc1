"""Names with commas in them: "Department for Culture, Media and Sport", "Children, Young People and Families Board"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import is_acronym
from graph.extract.names.lexicon import words
from graph.extract.names.phrases import CAPITALS, GAP

if TYPE_CHECKING:
    from graph.extract.names.runs import Part

_SOME = rf"[{CAPITALS}][\w’'-]+(?:{GAP}[{CAPITALS}][\w’'-]+){{0,3}}"
_AFTER = re.compile(rf"(?:,{GAP}{_SOME}){{1,4}},?{GAP}(?:and|&){GAP}{_SOME}")
_BEFORE = re.compile(rf"\b(?:the|our){GAP}(?P<more>(?:{_SOME},{GAP}){{1,4}})$", re.IGNORECASE)
_WINDOW = 120  # characters in which the rest of a name is looked for


def widened(text: str, part: Part) -> Part:
    """A name with what its commas part from it, where the text shows that those are no names by themselves."""
    if part.framed and part.head in words("framed"):
        after = _AFTER.match(text, part.end, part.end + _WINDOW)
        if after and not _holds_names(after.group()):
            return replace(part, text=part.text + " ".join(after.group().split()).replace(" ,", ","), end=after.end())
    if part.kind and not part.framed and " and " in part.text:
        window = max(0, part.start - _WINDOW)
        before = _BEFORE.search(text[window : part.start])
        if before and not _holds_names(before["more"]):
            return replace(
                part, text=f"{' '.join(before['more'].split())} {part.text}", start=window + before.start("more")
            )
    return part


def _holds_names(listed: str) -> bool:
    """Whether anything in a list is by its own words a name: an acronym, or an organisation."""
    found = re.findall(r"[\w’'&-]+", listed)
    nouns = words("organisations") | words("teams") | words("programmes") | words("posts")
    return any(is_acronym(word) or word.casefold() in nouns for word in found)
