"""The heading of a column in plain words: names of fields as open data have them, and what is shortened, spelled out.

"action_title", "actionTitle" and "Lead dept." say the same as "action title" and "Lead department".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.known import key

if TYPE_CHECKING:
    from graph.extract.known import Known

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYM = 5  # letters
_WORD = re.compile(r"[A-Za-z]+\.?")


@lru_cache(maxsize=4096)
def in_words(heading: str) -> str:
    """A heading with its words apart and none of them shortened, on one line.

    >>> in_words("lead_dept"), in_words("actionTitle"), in_words("Lead\\ndept.")
    ('lead department', 'action Title', 'Lead department')
    """
    plain = " ".join(heading.split())
    if " " not in plain:
        plain = plain.replace("_", " ").strip()
        plain = _HUMP.sub(" ", plain) if _has_humps(plain) else plain
    return _WORD.sub(lambda match: _spelled(match.group()), plain)


def declared_as(heading: str, known: Known) -> str:
    """What a body's manifest says that a heading means, in words or as a field's name; empty where it says nothing.

    >>> from graph.extract.known import Known
    >>> declared_as("Action title", Known.of({"columns": {"pledges": ["action_title"]}}))
    'pledges'
    """
    plain = key(in_words(heading))
    return next((meaning for word, meaning in known.declared.items() if plain == key(in_words(word))), "")


def _has_humps(name: str) -> bool:
    """Whether a single word is the name of a field: "dueDate", "ActionOwner". Shorter ones are acronyms: "DfT"."""
    return name.isalpha() and len(name) > _ACRONYM and bool(_HUMP.search(name))


def _spelled(word: str) -> str:
    return _shortened().get(word.rstrip(".").lower(), word)


@cache
def _shortened() -> dict[str, str]:
    found: dict[str, str] = table("columns")["shortened"]
    return found
