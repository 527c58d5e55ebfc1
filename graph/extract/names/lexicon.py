"""The words by which names are known (`cues/naming.toml`), each list as a set, and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache

from graph.extract.cues import cues, table
from graph.extract.names.phrases import GAP

_BEFORE = 90  # characters before a name in which words of ownership are looked for
_DETERMINERS = re.compile(
    r"(?:(?:the|our|its|their|his|her|this|new|wider|overall|county|local|own|agreed|existing|multi-agency|a|an)\s+)*[‘“\"'\x1e]?$",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\b(?:a|an|another|any|each|every|some|no)\s+(?:\w+\s+)?[‘“\"'\x1e]?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+)\s*$")


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of `cues/naming.toml`.

    >>> "programme" in words("programmes")
    True
    """
    return frozenset(table("naming")[name])


@cache
def any_of(*names: str) -> str:
    """The words of some lists as alternatives, the longest first.

    >>> any_of("inspectors")
    'inspectorate|ombudsman|regulator|auditor'
    """
    found = {word for name in names for word in table("naming")[name]}
    return "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word)))


@cache
def programme_tail() -> re.Pattern[str]:
    """A noun of programmes, small or capitalised, right after a name: " action plan", " Programme"."""
    return re.compile(
        rf"[’”\"'\x1e]?{GAP}(?P<tail>(?:(?:{any_of('qualifiers')}){GAP})?(?P<head>{any_of('programmes')}))(?![\w’'-])"
        rf"(?!{GAP}(?:{any_of('organisations', 'teams', 'post_ends')})\b)",
        re.IGNORECASE,
    )


@cache
def group_tail() -> re.Pattern[str]:
    """A small noun of groups right after a capitalised name: " steering group", " forum"."""
    return re.compile(
        rf"{GAP}(?P<tail>(?:(?:{any_of('group_qualifiers')}){GAP})*(?P<head>{any_of('groups')}))(?![\w’'-])"
    )


@cache
def described() -> re.Pattern[str]:
    """A name all in small letters behind "the": "the cycling action plan"."""
    word = rf"(?!(?:{any_of('breaks')})\b)[a-z][\w’'-]*"
    heads = any_of("programmes")
    return re.compile(
        rf"\b(?:the|our|its|their)\s+(?P<name>(?:{word}{GAP}){{1,6}}?(?P<head>{heads})(?:{GAP}(?:{heads}))?)(?![\w’'-])"
        rf"(?!{GAP}(?:{any_of('organisations', 'groups', 'teams', 'post_ends')})\b)"
    )


def told(text: str, start: int, *, definite: bool = False) -> frozenset[str]:
    """What the words before a place say of the name that starts there: the meanings of the cues that end there.

    `definite` asks for more than "a" or "an" before the name.

    >>> sorted(told("Work goes on as part of the Coast Plan", 28))
    ['part of']
    """
    before = text[max(0, start - _BEFORE) : start]
    if definite and _INDEFINITE.search(before):
        return frozenset()
    before = before[: _DETERMINERS.search(before).start()]  # type: ignore[union-attr]
    last = _LAST_WORD.search(before)
    if last is None or last[1].lower() not in words("joints"):
        return frozenset()
    return frozenset(cue.means for cue in cues("naming") if cue.pattern.pattern.endswith("$") and cue.find(before))


def told_after(text: str, end: int) -> frozenset[str]:
    """What the words after a name say of it."""
    after = text[end : end + _BEFORE]
    return frozenset(cue.means for cue in cues("naming") if cue.pattern.pattern.startswith("^") and cue.find(after))


def is_general(name: str) -> bool:
    """Whether a name says nothing but what it is: "the Action Plan", "Annual Review".

    >>> is_general("Strategic Plan"), is_general("Coast Strategic Plan")
    (True, False)
    """
    plain = [word for word in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", name.casefold()) if not word.isdigit()]
    last = len(plain) - 1
    return " ".join(plain) in words("general_names") or all(
        re.sub(r"['’]s?$", "", word) in words("general")
        or word in words("never_first")
        or (place == last and _is_head(word))
        for place, word in enumerate(plain)
    )


def _is_head(word: str) -> bool:
    single = word.removesuffix("s")
    return any(one in words(name) for one in (word, single) for name in ("programmes", "organisations", "teams"))
