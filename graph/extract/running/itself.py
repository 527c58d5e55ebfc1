"""What a document calls the body that writes it, learnt from its text: its names, its place, and for whom it speaks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OPENING = 500  # characters in which a document says whose it is
_EARLY = 3000  # characters in which it explains its short forms: "Harbour Hospitals Trust (the Trust)"
_OFTEN = 2  # times that a name promises something before it counts as the body's own
_VERY_OFTEN = 4  # times that institutions do, before the document counts as theirs
_SHORTEST_PLACE = 4  # letters

WORD = r"[A-Z][\w’'&-]{0,40}"
NAME = rf"{WORD}(?: (?:(?:of|for|and|the|&|to|in|on) ){{0,2}}{WORD}){{0,8}}"


@dataclass(frozen=True, slots=True)
class Itself:
    """`names` of the body and of those who promise for it, longest first; `places` that its opening names;
    `kinds` as "district council"; `institutions` that it speaks for or binds, `wholes` as "public sector", and whether
    `government` promises for it in small letters."""

    names: tuple[str, ...]
    places: tuple[str, ...]
    kinds: tuple[str, ...]
    institutions: tuple[str, ...]
    wholes: tuple[str, ...]
    government: bool

    @classmethod
    def of(cls, texts: Iterable[str]) -> Itself:
        """Learn from the texts of a document's blocks.

        >>> Itself.of(["The Harbour Trust (HT) runs two hospitals."]).names
        ('Harbour Trust', 'HT')
        """
        lines = [" ".join(text.split()) for text in texts]
        whole = "\n".join(lines)
        opening = "\n".join(line.title() if line.isupper() else line for line in lines)[:_OPENING]
        common = set(re.findall(r"(?<![\w’'-])[a-z][a-z’'-]+", whole))
        places = tuple(word for word in _places(opening, common) if _is_named(word, whole))
        stated = _stated(opening, whole, places)
        names = {*stated, *_promising(stated, whole, common)}
        names.update(_short_forms(names, whole))
        return cls(
            names=tuple(sorted(names, key=lambda name: (-len(name), name))),
            places=places,
            kinds=_kinds(opening),
            institutions=_institutions(opening, whole),
            wholes=_wholes(whole),
            government=_is_government(opening, whole),
        )


def is_thing(name: str) -> bool:
    """Whether a name is that of a thing: "Harbour Fund"."""
    return name.rsplit(" ", 1)[-1].lower() in words("things")


@cache
def words(key: str) -> tuple[str, ...]:
    """The words of a list in [speakers] of `cues/prose.toml`."""
    return tuple(table("prose")["speakers"][key])


@cache
def expression(key: str) -> str:
    """An expression, or a list of words as one, in [speakers] of `cues/prose.toml`."""
    value = table("prose")["speakers"][key]
    return value if isinstance(value, str) else any_of(value)


def any_of(choice: Iterable[str]) -> str:
    """An expression for any of some words, the longest first; for none, one that nothing matches."""
    return "|".join(sorted(map(re.escape, choice), key=lambda word: (-len(word), word))) or r"(?!)"


def _places(opening: str, common: set[str]) -> tuple[str, ...]:
    """Names in the opening that are no other word, as "Harbourtown" in "The Harbourtown Plan"."""
    found = {re.sub(r"[’']s$", "", word) for word in re.findall(WORD, opening)}
    return tuple(
        sorted(
            word
            for word in found
            if len(word) >= _SHORTEST_PLACE and word.lower() not in common and not (_is_other(word) or _is_kind(word))
        )
    )


def _is_named(word: str, whole: str) -> bool:
    """Whether a word stands in capitals within a sentence or a name, not only at the start of sentences."""
    return bool(re.search(rf"[\w,;:(’'][ (]{word}\b|\b{word}(?:['’]s)? [A-Z&]|^{word}$", whole, re.M)) or word.isupper()


def _is_kind(word: str) -> bool:
    """Whether a word says what kind of body or part something is: no place is called "Department"."""
    return any(word.lower() in words(key) for key in ("bodies", "units", "groups", "offices"))


def _stated(opening: str, whole: str, places: Sequence[str]) -> set[str]:
    """Bodies named in the opening or after a place there, what acts in the opening, and the short forms of these."""
    bodies = any_of(word.title() for word in (*words("bodies"), *words("named_bodies")))
    after_places = re.findall(rf"\b(?:{any_of(places)}) {NAME}", whole)
    named = [name for name in (*re.findall(NAME, opening), *after_places) if re.search(rf"\b(?:{bodies})\b", name)]
    acting = [
        name for name in re.findall(rf"({NAME})(?: \([A-Z]+\))? (?:{expression('verbs')})\b", opening) if " " in name
    ]
    initials = re.findall(rf"{NAME} \([“‘\"']?([A-Z][A-Z&]+)[”’\"']?\)", opening)
    short = re.findall(rf"({NAME}) \((?:the |[“‘\"']){{0,2}}({bodies})[”’\"']?\)", whole[:_EARLY])
    found = {_bare(name) for name in (*named, *acting, *initials, *(name for pair in short for name in pair))}
    return {name for name in found if not _is_other(name) and not is_thing(name)}


def _promising(stated: Iterable[str], whole: str, common: set[str]) -> set[str]:
    """Names that promise often, or once where the text is full of them, and initials of stated names that promise."""
    filled = rf"(?: (?:{expression('between')})){{0,3}}"
    promises = re.findall(rf"\b({NAME})(?:, [^,;.]{{1,80}},)?{filled} (?:{expression('promises')})\b", whole)
    capitals = ["".join(filter(str.isupper, name)) for name in stated]
    return {
        name
        for name, times in Counter(map(_bare, promises)).items()
        if not _is_other(name)
        and (
            any(one.endswith(name) for one in capitals) or (_is_name(name, common) and _is_frequent(name, times, whole))
        )
    }


def _short_forms(names: Iterable[str], whole: str) -> set[str]:
    """How a text writes a name for short: its initials, and "Federal government" for "Federal Government"."""
    capitals = {"".join(filter(str.isupper, name)) for name in names if " " in name}
    initials = {one for one in capitals if len(one) > _OFTEN and re.search(rf"\b{one}\b", whole)}
    return initials | {f"{name[: -len('Government')]}government" for name in names if name.endswith(" Government")}


def _is_frequent(name: str, times: int, whole: str) -> bool:
    is_body = any(word.lower() in words("bodies") for word in name.split())
    return times >= _OFTEN or (is_body and whole.count(name) > _OFTEN)


def _is_name(name: str, common: set[str]) -> bool:
    return " " in name or name.isupper() or name.lower() not in common


def _bare(name: str) -> str:
    return re.sub(rf"^(?:{expression('openers')}) ", "", name)


def _is_other(name: str) -> bool:
    return name.lower() in words("others") or name.lower() in _pronouns()


def _pronouns() -> tuple[str, ...]:
    return ("we", "i", "it", "they", "this", "these", "there", "you", "he", "she")


def _kinds(opening: str) -> tuple[str, ...]:
    """What the opening calls bodies of its kind: "district council", where it names "Wey District Council"."""
    return tuple(
        sorted(set(re.findall(rf"\b((?:[a-z][\w’'-]+ ){{1,2}}(?:{expression('bodies')}))\b", opening.lower())))
    )


def _institutions(opening: str, whole: str) -> tuple[str, ...]:
    """The institutions that a document speaks for, "Departments will ..." all through it, or binds: "this policy"."""
    binds = re.search(rf"\b(?:{expression('binding')})", whole, re.I)
    if binds or re.search(rf"\b(?:{expression('orders')})\b", opening, re.I):
        subject = rf"(?:^|[.:;,] )(?:(?:All|Each|Every) )?(?:[a-z]+ )?({expression('bound')})"
        bound = re.findall(rf"{subject}(?: [A-Z]+)? (?:must|shall)\b", whole, re.I | re.M)
        return words("bound") if len(bound) >= _OFTEN else ()
    return tuple(
        word
        for word in words("institutions")
        if len(re.findall(rf"(?:^|[.:;,] )(?:All )?{word} will\b", whole, re.I | re.M)) >= _VERY_OFTEN
    )


def _wholes(whole: str) -> tuple[str, ...]:
    """What the body belongs to and promises for, again and again: "the public sector will", "the country will"."""
    return tuple(
        word
        for word in words("wholes")
        if len(re.findall(rf"\bthe {word} (?:{expression('place_promises')}|aims to)", whole, re.I)) >= _OFTEN
    )


def _is_government(opening: str, whole: str) -> bool:
    """Whether "the government" is the body itself: the opening shows it, or nobody promises as often."""
    if re.search(rf"\b(?:{expression('governing')})\b", opening, re.I):
        return True
    promises = rf"(?:{expression('promises')})\b"
    own = len(re.findall(rf"\bgovernment {promises}", whole, re.I))
    bodies = len(re.findall(rf"\bthe (?:{expression('bodies')}) {promises}", whole, re.I))
    return own > max(_OFTEN, bodies)
