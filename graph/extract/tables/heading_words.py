"""The heading of a column in plain words: names of fields as open data have them, and what is shortened, spelled out.

"action_title", "actionTitle" and "Lead dept." say the same as "action title" and "Lead department".
"""

from __future__ import annotations

import re
from functools import cache

from graph.extract.cues import table

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYM = 5  # letters
_WORD = re.compile(r"[A-Za-z]+\.?")


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


def _has_humps(name: str) -> bool:
    """Whether a single word is the name of a field: "dueDate", "ActionOwner". Shorter ones are acronyms: "DfT"."""
    return name.isalpha() and len(name) > _ACRONYM and bool(_HUMP.search(name))


def _spelled(word: str) -> str:
    return _shortened().get(word.rstrip(".").lower(), word)


@cache
def _shortened() -> dict[str, str]:
    found: dict[str, str] = table("columns")["shortened"]
    return found
