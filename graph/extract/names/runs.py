"""The names within a run of capitalised words: "Care Plan and the Harbour Board" holds two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import is_acronym
from graph.extract.names.lexicon import is_general, words
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.names.phrases import Run, Word

_GOES_ON = frozenset({"of", "for"})
_JOINS = frozenset({"and", "&", "+"})
_DETERMINERS = frozenset({"the", "our", "a", "an", "your"})


@dataclass(frozen=True, slots=True)
class Part:
    """A name within a run, or what is left of the run where no noun says what it is (`kind` is None).

    `head` is that noun. `stands_alone` is False for a team or a post, which only words around it make an owner.
    `possessive` says that "’s" follows; `follows` that "and" joins it to the part before; `framed` that it goes on
    after "of" or "for"; `opens` that it starts a sentence.
    """

    text: str
    kind: Kind | None
    head: str
    start: int
    end: int
    size: int
    stands_alone: bool = True
    possessive: bool = False
    follows: bool = False
    framed: bool = False
    opens: bool = False


def parts_of(run: Run) -> Iterator[Part]:
    """The names in a run, in order.

    >>> from graph.extract.names.phrases import runs
    >>> (run,) = runs("within the Care Home Assurance Plan and the Medicines Safety Programme")
    >>> [part.text for part in parts_of(run)]
    ['Care Home Assurance Plan', 'Medicines Safety Programme']
    """
    follows, opens = False, run.opens
    left = _trimmed(run.words, opens=opens)
    while left:
        opens = opens and left[0] is run.words[0]
        end, head = _first_name(left)
        chosen = _without_possessor(left[:end], head) if head < end else _bare(left[:end], opens=opens)
        part = _part(chosen, head - (end - len(chosen)), opens=opens, follows=follows)
        if part:
            yield part
        rest = left[end:]
        follows = bool(rest) and rest[0].text in _JOINS
        left = _trimmed(rest, opens=False)


def _trimmed(left: Sequence[Word], *, opens: bool) -> Sequence[Word]:
    """Without the words at the start that start no name."""
    if opens and left:
        small = next((place for place, word in enumerate(left[1:], start=1) if not word.small), len(left))
        if left[0].base in words("acts") or any(word.text in _DETERMINERS for word in left[1:small]):
            left = left[small if small < len(left) else 1 :]
    start = 0
    while start < len(left) and _starts_nothing(left, start):
        start += 1
    return left[start:]


def _starts_nothing(left: Sequence[Word], place: int) -> bool:
    word = left[place]
    if word.small or word.is_number:
        return True
    if word.base in words("dates") and place + 1 < len(left) and left[place + 1].is_number:
        return True
    return word.base in words("never_first") and not (word.text.isupper() and len(word.text) > 1)


def _first_name(left: Sequence[Word]) -> tuple[int, int]:
    """How many words the first name has, and the place of its noun; that place is the end where it has none."""
    limit = next((at for at in range(1, len(left) - 1) if _parts_names(left, at)), len(left))
    within = left[:limit]
    for place, word in enumerate(within):
        kind = None if word.small else _kind(word.base)
        if kind is None and word.base not in words("framed"):
            continue
        end = _end_of_name(within, place, kind)
        if end:
            return end, place
    while within[-1].small or within[-1].is_number:
        within = within[:-1]
    return len(within), len(within)


def _parts_names(left: Sequence[Word], at: int) -> bool:
    """Whether a small word stands between names: "and" before "the" or an acronym, any before a month."""
    following = left[at + 1]
    if left[at].small and following.base in words("dates"):
        return True
    if left[at].text not in _JOINS:
        return False
    last = at + 2 == len(left) or left[at + 2].small
    return following.text == "the" or (is_acronym(following.text) and last)


def _end_of_name(left: Sequence[Word], place: int, kind: Kind | None) -> int:
    """How many words the name has whose noun stands at a place; 0 where it does not end with that noun."""
    word, following = left[place], left[place + 1 :]
    modified = any(not one.small for one in left[:place])
    if (not modified or _generic(left[:place])) and _has_complement(word, kind, following, modified=modified):
        return place + 1 + _complement(following)
    if not modified or kind is None:
        return 0
    if word.possesses:
        return place + 1 if kind is Kind.ORGANISATION and not _generic(left[: place + 1]) else 0
    if following and not following[0].small and not following[0].is_number:
        return 0
    return place + 1 + _years(following)


def _has_complement(word: Word, kind: Kind | None, following: Sequence[Word], *, modified: bool) -> bool:
    framed = word.base in words("framed") or kind is Kind.PROGRAMME
    goes_on = framed and len(following) > 1 and following[0].text in _GOES_ON
    return goes_on and not (modified and following[1].text == "the")


def _complement(following: Sequence[Word]) -> int:
    """How many words belong to "of ..." or "for ...": up to a possessive, or a name by itself behind "and"."""
    for place, word in enumerate(following):
        if place < 1 or word.small:
            continue
        if word.possesses and re.search(r"['’]s$", word.text):
            return place + 1
        last = place + 1 == len(following) or following[place + 1].small
        if _kind(word.base) and last and place > 1 and following[place - 1].text not in _JOINS:
            start = next((at for at in range(place, 1, -1) if following[at].text in _JOINS), 0)
            return start or place + 1 + _years(following[place + 1 :])
    end = len(following)
    while following[end - 1].small:
        end -= 1
    return end


def _years(following: Sequence[Word]) -> int:
    """How many words of a period follow: "2024", "2025 to 2030"."""
    count = 0
    for place, word in enumerate(following):
        if word.is_number and len(word.text) >= 4:
            count = place + 1
        elif not (count and word.text == "to" and place == count):
            break
    return count


def _without_possessor(chosen: Sequence[Word], head: int) -> Sequence[Word]:
    """A name without whose it is, where enough is left: "Anyshire’s Parks Plan", not "Carers’ Plan".

    An organisation is also without what stands before a small word that names of organisations do not hold.
    """
    stop = head
    if _kind(chosen[head].base) is not Kind.PROGRAMME:
        cut = next((at for at in range(head - 1, 0, -1) if chosen[at].text in words("outside")), -1)
        chosen, head = chosen[cut + 1 :], head - cut - 1
        stop = next((at for at in range(head) if chosen[at].base in words("general")), -1) + 1
    for place in range(stop - 1, -1, -1):
        word, rest = chosen[place], chosen[place + 1 :]
        possessor = re.search(r"['’]s$", word.text) and word.base not in words("people")
        if possessor and not is_general(" ".join(one.text for one in rest)):
            return _trimmed(rest, opens=False)
    return chosen


def _bare(chosen: Sequence[Word], *, opens: bool) -> Sequence[Word]:
    """What has no noun, without the word that a sentence starts with: "Inspectors from Wardmark"."""
    if opens and len(chosen) > 2 and chosen[1].text in words("outside"):
        return _trimmed(chosen[2:], opens=False) or chosen
    return chosen


def _part(chosen: Sequence[Word], head: int, *, opens: bool, follows: bool) -> Part | None:
    """A name of some words, given the place of its noun; None for one that says nothing."""
    last, has_noun = chosen[-1], 0 <= head < len(chosen)
    noun = chosen[head].base if has_noun else ""
    framed = has_noun and head < len(chosen) - 1 and chosen[head + 1].text in _GOES_ON
    kind = (_kind(noun) or Kind.ORGANISATION) if has_noun else None
    text = " ".join(word.text for word in chosen)
    possessive = has_noun and last.possesses and (head == len(chosen) - 1 or framed)
    if kind and is_general(text):
        return None
    return Part(
        text=text[: len(text) - len(last.text) + len(last.base)] if possessive else text,
        kind=kind,
        head=noun,
        start=chosen[0].start,
        end=last.end,
        size=sum(not word.small for word in chosen),
        stands_alone=noun not in words("teams") and not (framed and noun in words("posts")),
        possessive=possessive,
        follows=follows,
        framed=framed,
        opens=opens,
    )


def _kind(word: str) -> Kind | None:
    if word in words("programmes"):
        return Kind.PROGRAMME
    return Kind.ORGANISATION if word in words("organisations") or word in words("teams") else None


def _generic(left: Sequence[Word]) -> bool:
    return all(word.small or word.base in words("general") for word in left)
