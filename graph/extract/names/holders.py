"""Who a cell, a heading or a lead-in names: the owners or partners of a pledge, one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.names.acronyms import is_acronym
from graph.extract.names.cells import Piece, names_somebody, pieces
from graph.extract.names.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri

    Knows = Callable[[str], object]

_FRAME = re.compile(r"(?P<noun>[\w’'-]+) (?:of|for|to)\b", re.IGNORECASE)
_MOST = 8  # atoms of a name
_LONGEST = 14  # words of a name; what is longer is a sentence
_WORD = re.compile(r"[\w’'&-]+")
_NAME = re.compile(r"[^\W\d_a-z](?:\.|[^\W\d_’'-]*[’'-]?[^\W\d_]+)")  # of a person: "Ann", "O’Neill", "J."


def holders(text: str, names: Names) -> tuple[Iri, ...]:
    """The names in a text that holds nothing else, in order.

    What nobody knows is left out: `extract.naming` has offered every part as a name before. Where commas and "and"
    can part a text in several ways, the longest names that are known count.
    """
    found: list[Iri] = []
    for piece in pieces(text):
        found.extend(_longest_known(piece, names))
    return tuple(dict.fromkeys(found))


def parts(text: str, known: Knows = lambda _: False) -> list[str]:
    """The names that a cell divides: at line ends, semicolons and slashes; at commas and "and" where those part names.

    `known` says whether a text is a name that stands elsewhere by itself.

    >>> parts("Head of Housing; Legal / Finance")
    ['Head of Housing', 'Legal', 'Finance']
    >>> parts("Department for Business, Innovation and Skills")
    ['Department for Business, Innovation and Skills']
    >>> parts("NHS Harbour, DfT and Harbour Police")
    ['NHS Harbour', 'DfT', 'Harbour Police']
    """
    found = (name for piece in pieces(text) for name in _Division(piece, known).names())
    return list(dict.fromkeys(name for name in found if names_somebody(name) and len(name.split()) <= _LONGEST))


def _longest_known(piece: Piece, names: Names) -> Iterator[Iri]:
    first = 0
    while first < len(piece.atoms):
        for last in range(min(len(piece.atoms), first + _MOST) - 1, first - 1, -1):
            name = names.known(piece.joined(first, last))
            if name:
                yield name
                first = last
                break
        first += 1


class _Division:
    """A piece being divided at those of its commas, line ends and "and"s that stand between names."""

    def __init__(self, piece: Piece, known: Knows) -> None:
        self.piece = piece
        self.known = known
        self.count = len(piece.atoms)
        self.listed = False  # whether a comma has parted two names so far

    def names(self) -> Iterator[str]:
        first = 0
        while first < self.count:
            last = self.end_of_name(first)
            yield self.piece.joined(first, last)
            first = last + 1
            self.listed |= first < self.count and self.piece.atoms[first].before.startswith("comma")

    def end_of_name(self, first: int) -> int:
        """The last atom of the name that starts with an atom."""
        for last in range(min(self.count, first + _MOST) - 1, first, -1):
            if self.known(self.piece.joined(first, last)):
                return last
        last = first
        while last + 1 < self.count and self.goes_on(first, last):
            last += 1
        return last

    def goes_on(self, first: int, last: int) -> bool:
        """Whether the name from `first` to `last` holds the next atom too."""
        left, right, joint = self.piece.joined(first, last), self.piece.joined(last + 1, last + 1), self.joint(last)
        if self.known(left) and self.known(right):
            return False
        if joint == "line":
            return _framed(left) and not self.stands(right)
        if _are_pair(left, right) or self.is_one_body(first) or (joint == "only" and _share_noun(left, right)):
            return True
        if joint.startswith("comma"):
            return self.goes_on_after_comma(first, last, right)
        if joint == "only" and last == first and len(left.split()) > 1 and not _framed(left) and _ends_in_post(left):
            return False
        if last > first or (_framed(left) and not _is_post_or_body(right)):
            return True
        if self.listed:
            return not self.stands(left) and _ends_in_noun(right)
        if self.piece.atoms[last + 1].text.startswith(("the ", "The ")) or _ends_in_body(left):
            return False
        return not (self.stands(left) and self.stands(right))

    def goes_on_after_comma(self, first: int, last: int, right: str) -> bool:
        """ "Department for Culture, Media and Sport" does, "Area Manager, Resilience" too; "Legal, Finance" not.

        A person with a post is one holder: "Ann Ware, Head of Estates".
        """
        left = self.piece.joined(first, last)
        if last == first and _is_person(left) and (_framed(right) or _ends_in_post(right)):
            return True
        ends = last + 2 == self.count
        if ends and last == first and _is_post(left) and not self.known(right) and _is_remit(right):
            return True
        if self.stands(right):
            return False
        if _framed(left):
            rest = [self.joint(place) for place in range(last + 1, self.count - 1)]
            return self.joint(last) == "comma and" or any(one in ("only", "comma and") for one in rest)
        return _ends_in_post(left) and ends

    def is_one_body(self, first: int) -> bool:
        """Whether all that is left is one name with a noun at its end: "Children, Families and Play Directorate"."""
        if self.count > first + _MOST:
            return False
        rest = [self.piece.joined(place, place) for place in range(first, self.count)]
        listed = [self.joint(place) for place in range(first, self.count - 1)]
        return (
            len(rest) > 2
            and listed[-1] == "only"
            and set(listed[:-1]) == {"comma"}
            and _ends_in_noun(rest[-1])
            and not any(self.stands(one) for one in rest[:-1])
            and not rest[-1].endswith("s")
        )

    def joint(self, place: int) -> str:
        """What stands between an atom and the next."""
        return self.piece.atoms[place + 1].before

    def stands(self, name: str) -> bool:
        """Whether a text is by itself the name of somebody."""
        return bool(self.known(name)) or _is_post_or_body(name) or _ends_in_noun(name)


def _is_post_or_body(name: str) -> bool:
    """Whether a text is a post, an acronym, or the name of an organisation, by its own words."""
    found = _WORD.findall(name)
    if not found:
        return False
    return (
        _framed(name)
        or (len(found) == 1 and is_acronym(name))
        or (found[0].isupper() and len(found[0]) > 2)
        or name.endswith(")")
        or _ends_in_post(name)
        or found[-1].casefold() in words("organisations")
    )


def _framed(name: str) -> bool:
    """Whether a name begins like "Department for" or "Head of"."""
    found = _FRAME.search(name)
    return bool(found and found["noun"].casefold() in words("framed"))


def _ends_in_post(name: str) -> bool:
    found = _WORD.findall(name)
    last = found[-1].casefold() if found else ""
    return last in words("post_ends") or last.removesuffix("s") in words("post_ends")


def _is_post(name: str) -> bool:
    """Whether a name is that of a post, or short letters that may be one: "Head of Nursing", "SE"."""
    return _framed(name) or _ends_in_post(name) or (" " not in name and is_acronym(name))


def _is_remit(name: str) -> bool:
    """Whether a text says for what or where somebody with a post answers: "Unscheduled Care", "Upland Circle"."""
    found = [word.casefold() for word in _WORD.findall(name)]
    subjects = table("columns")["cells"]["subjects"]
    about = len(found) > 1 and all(word in subjects for word in found)
    return about or (len(found) > 1 and (found[0] == "all" or found[-1] in words("territories")))


def _share_noun(left: str, right: str) -> bool:
    """Whether two posts have their bodies in common: "CIO and Chief Data Officer Councils"."""
    *before, last = right.split()
    bodies = last.casefold().endswith("s") and last.casefold().removesuffix("s") in words("organisations")
    named = " ".join(before)
    return bodies and bool(before) and all(_ends_in_post(one) or is_acronym(one) for one in (left, named))


def _is_person(name: str) -> bool:
    """Whether two or three words, none of which says what an office is about, may be somebody's name."""
    found = name.split()
    plain = [word.strip(".").casefold() for word in found]
    nouns = words("organisations") | words("teams") | words("posts") | words("post_ends") | words("programmes")
    others = nouns | frozenset(table("columns")["cells"]["subjects"])
    return (
        len(found) in (2, 3)
        and all(_NAME.fullmatch(word) for word in found)
        and not any(word in others or word.removesuffix("s") in others for word in plain)
    )


def _ends_in_body(name: str) -> bool:
    """Whether a name ends in what an organisation is: nothing goes on after "Environment Agency"."""
    found = _WORD.findall(name)
    return len(found) > 1 and found[-1].casefold() in words("organisations")


def _ends_in_noun(name: str) -> bool:
    found = _WORD.findall(name)
    last = found[-1].casefold() if found else ""
    single = re.sub(r"ies$", "y", last).removesuffix("s")
    return len(found) > 1 and any(
        one in words(name) for one in (last, single) for name in ("organisations", "teams", "programmes")
    )


def _are_pair(left: str, right: str) -> bool:
    """Whether "and" joins two words that belong together: "Health and Wellbeing"."""
    before, after = _WORD.findall(left), _WORD.findall(right)
    return bool(before and after) and f"{before[-1]} and {after[0]}".casefold() in words("pairs")
