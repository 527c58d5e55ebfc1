"""Who owns the items of a list, by bare brackets at their ends: "Open a hub (Estates)", "Mend the gate (Cllr Moor)".

Brackets explain and abbreviate too. So a bare name in them is an owner only where most items of a document end with
such brackets, and where the names come back or one at least is that of a post or a team.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.extract.items import span_of
from graph.extract.marks.tails import is_time
from graph.extract.names.lexicon import words
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Span
    from graph.extract.items import RawPledge, RawSection

_TAIL = re.compile(r"\s[(\[](?P<said>[^()\[\]]{2,80})[)\]][.;\s]*$")
_PART = re.compile(r"[^;,|]+")
_SMALL = frozenset({"of", "and", "for", "the", "to", "in", "with", "at", "&", "de", "y"})
_MOST_WORDS = 7  # of a name
_FEWEST = 3
_MOSTLY = 0.5


def with_owners_in_brackets(sections: Sequence[RawSection]) -> list[RawSection]:
    """The sections, with the owners that the brackets at the ends of their pledges name."""
    pledges = [pledge for section in sections for pledge in section.pledges]
    found = [(pledge, match) for pledge in pledges if (match := _tail(pledge))]
    owned = sum(any(role is Role.OWNER for role, _ in pledge.beside) for pledge in pledges)
    names = Counter(_first(match) for _, match in found)
    come_back = len(names) < len(found) or any(_is_body(name) for name in names)
    many = len(found) + owned
    if many >= _FEWEST and many > _MOSTLY * len(pledges) and come_back:
        for pledge, match in found:
            pledge.beside.extend(_read(pledge.span, match))
            pledge.span = span_of(pledge.span, 0, match.start())
    return list(sections)


def _tail(pledge: RawPledge) -> re.Match[str] | None:
    """The brackets at the end of a pledge that begin with a name, and are not short for the words before them."""
    match = _TAIL.search(pledge.span.text)
    if match is None or any(role is Role.OWNER for role, _ in pledge.beside):
        return None
    name = _first(match)
    initials = "".join(word[0].lower() for word in re.findall(r"\w+", pledge.span.text[: match.start()]))
    return match if _is_name(name) and not (name.isupper() and name.lower() in initials) else None


def _first(match: re.Match[str]) -> str:
    return next(_PART.finditer(match["said"])).group().strip()


def _is_name(text: str) -> bool:
    said = [word for word in text.split() if word not in _SMALL]
    written = all(word[:1].isupper() and not any(map(str.isdigit, word)) for word in said)
    return 0 < len(said) <= _MOST_WORDS and written and not is_time(text)


def _is_body(name: str) -> bool:
    nouns = words("posts") | words("post_ends") | words("organisations") | words("teams")
    return any(word.casefold() in nouns for word in re.findall(r"\w+", name))


def _read(pledge: Span, match: re.Match[str]) -> list[tuple[Role, Span]]:
    """The names of the brackets, each an owner, and the time; sums of money and other remarks are left out."""
    start = match.start("said")
    parts = [span_of(pledge, start + one.start(), start + one.end()) for one in _PART.finditer(match["said"])]
    told = ((Role.TIMESCALE if is_time(part.text) else Role.OWNER, part) for part in parts)
    return [(role, part) for role, part in told if role is Role.TIMESCALE or _is_name(part.text)]
