"""Each place where a text names a programme or an organisation, as far as its own words and capitals tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import is_acronym
from graph.extract.names.lexicon import described, group_tail, is_general, programme_tail, told, told_after, words
from graph.extract.names.lists import widened
from graph.extract.names.phrases import is_title, quoted, runs, unquoted
from graph.extract.names.runs import Part, parts_of
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.names.phrases import Quoted

_HOLDS = frozenset({"part of", "through"})
_LONGEST_BARE = 6  # words of a name that only words of ownership before it show
_LONGEST_QUOTED = 8
_POSSESSOR = re.compile(r"^\w+(?:['’]s|(?<=s)['’])\s+(?=\w+\s+\w)")
_BEHIND_THE = re.compile(r"\b(?:the|our|its|their)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as one place of a text writes it, by offsets within that text.

    `core` is the name without the noun at its end, where the text shows that it is a name by itself: in quotation
    marks, or in capitals before a small noun. `also` are other forms that the place gives. `sure` is False where
    all words have capitals, so that they tell nothing. `inspects` says that its word is a third party's.
    """

    name: str
    kind: Kind
    start: int
    end: int
    core: str = ""
    also: tuple[str, ...] = ()
    sure: bool = True
    inspects: bool = False


def sightings(text: str) -> Iterator[Sighting]:
    """The names in a text, in order of the rules that see them: quoted ones, those in capitals, then small ones."""
    marks = [one for one in quoted(text) if _holds_work(text, one)]
    for mark in marks:
        yield _of_quoted(text, mark)
    plain = unquoted(text, quoted(text))
    taken = {(mark.start, mark.end) for mark in marks}
    sure = not is_title(text)
    for run in runs(plain):
        if any(start <= run.start and run.end <= end for start, end in taken):
            continue
        before: frozenset[str] = frozenset()
        for part in (widened(plain, one) for one in parts_of(run)):
            before = told(plain, part.start) or (before if part.follows else frozenset())
            for one in _of_part(plain, part, before):
                yield replace(one, sure=one.sure and sure)
    yield from _in_small_letters(plain)


def _holds_work(text: str, mark: Quoted) -> bool:
    """Whether a quoted phrase is a name of work: the words around it say so."""
    if len(mark.text.split()) > _LONGEST_QUOTED or text[mark.end - 1] in ".!?":
        return False
    return bool(programme_tail().match(text, mark.end) or told(text, mark.start, definite=True) & _HOLDS)


def _of_quoted(text: str, mark: Quoted) -> Sighting:
    tail = programme_tail().match(text, mark.end)
    if tail is None:
        return Sighting(mark.text, Kind.PROGRAMME, mark.start, mark.end, core=mark.text)
    whole = f"{mark.text} {' '.join(tail['tail'].split())}"
    return Sighting(mark.text, Kind.PROGRAMME, mark.start, tail.end(), core=mark.text, also=(whole,))


def _of_part(text: str, part: Part, before: frozenset[str]) -> Iterator[Sighting]:
    inspects = (
        "inspector before" in before
        or "inspector after" in told_after(text, part.end)
        or part.head in words("inspectors")
    )
    if part.kind is Kind.PROGRAMME:
        yield Sighting(part.text, Kind.PROGRAMME, part.start, part.end)
    elif part.kind is Kind.ORGANISATION:
        yield from _of_organisation(text, part, before, inspects=inspects)
    else:
        yield from _of_bare(text, part, before, inspects=inspects)


def _of_organisation(text: str, part: Part, before: frozenset[str], *, inspects: bool) -> Iterator[Sighting]:
    """An organisation, or the plan of one, under whose name its work is held."""
    tail = programme_tail().match(text, part.end)
    if tail and part.possessive:
        whole = f"{part.text}{text[part.end - 2 : part.end]} {' '.join(tail['tail'].split())}"
        yield Sighting(whole, Kind.PROGRAMME, part.start, tail.end(), also=(f"{part.text} {tail['tail']}",))
    elif tail and is_general(tail["tail"]):
        whole = f"{part.text} {' '.join(tail['tail'].split())}"
        yield Sighting(part.text, Kind.PROGRAMME, part.start, tail.end(), also=(whole,))
        return
    if part.stands_alone or before & {"holder", "partner"}:
        yield Sighting(part.text, Kind.ORGANISATION, part.start, part.end, inspects=inspects)


def _of_bare(text: str, part: Part, before: frozenset[str], *, inspects: bool) -> Iterator[Sighting]:
    """A name without a noun that says what it is: what stands around it must say so."""
    tail, group = programme_tail().match(text, part.end), group_tail().match(text, part.end)
    if (
        tail
        and not is_general(part.text)
        and (part.size > 1 or before or _BEHIND_THE.search(text[max(0, part.start - 8) : part.start]))
    ):
        yield _with_small_noun(part, tail)
    elif group and (part.size > 1 or "partner" in before):
        whole = f"{part.text} {' '.join(group['tail'].split())}"
        also = (part.text,) if part.size > 1 and group["head"] not in ("partners", "providers") else ()
        yield Sighting(whole, Kind.ORGANISATION, part.start, group.end(), also=also)
    elif _is_no_name(part):
        return
    elif (
        inspects
        or "holder" in before
        or "partner" in before
        or (is_acronym(part.text) and "acts" in told_after(text, part.end))
    ):
        yield Sighting(part.text, Kind.ORGANISATION, part.start, part.end, inspects=inspects)
    elif "part of" in before and not is_acronym(part.text):
        yield Sighting(part.text, Kind.PROGRAMME, part.start, part.end, core=part.text)


def _with_small_noun(part: Part, tail: re.Match[str]) -> Sighting:
    noun = " ".join(tail["tail"].split())
    core = _POSSESSOR.sub(_without_general, part.text) if part.size > 1 else part.text
    proper = noun in words("vehicles") and not is_acronym(core)
    also = (core,) if proper and " " in core else ()
    return Sighting(f"{core} {noun}", Kind.PROGRAMME, part.start, tail.end(), core=core if proper else "", also=also)


def _is_no_name(part: Part) -> bool:
    plain = part.text.casefold().split()
    people = plain[-1].endswith("s") and plain[-1].removesuffix("s") in words("post_ends")
    thing = plain[0] in words("not_names") or plain[0] in words("dates")
    return len(plain) > _LONGEST_BARE or people or thing or is_general(part.text)


def _in_small_letters(text: str) -> Iterator[Sighting]:
    """Names of programmes in small letters, where words of ownership stand right before them."""
    for match in described().finditer(text):
        name = _POSSESSOR.sub(_without_general, " ".join(match["name"].split()))
        if not is_general(name) and told(text, match.start()) & (_HOLDS | {"holder"}):
            yield Sighting(_shortened(name), Kind.PROGRAMME, match.start("name"), match.end("name"))


def _without_general(match: re.Match[str]) -> str:
    """Nothing for "Council’s " and "Anyshire’s ", the word as it is for "children’s "."""
    possessor = re.sub(r"['’]s?\s+$", "", match.group())
    return "" if possessor.casefold() in words("general") or not possessor.islower() else match.group()


def _shortened(name: str) -> str:
    """A name in small letters without the words at its start that describe it: "ongoing", "new"."""
    plain = name.split()
    while len(plain) > 2 and plain[0] in words("describing"):
        plain = plain[1:]
    return " ".join(plain)
