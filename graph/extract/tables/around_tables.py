"""What a document with action tables says around them: headings of tables are no pledges, promises in prose are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.headings import title_of
from graph.extract.items import RawSection
from graph.extract.known import key
from graph.extract.numbering.wording import names_body
from graph.extract.tables.pledge_cells import reference_of
from graph.extract.wording import says
from graph.values import Strength

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graph.extract.items import RawPledge

_FORM = 3  # times that a form asks the same
_ASIDE = re.compile(r"\[[ xX]?\]|\([^()]*\)")  # boxes, and the days on which they were ticked
_WILL = re.compile(r"\b(?:will|shall)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i)\b", re.IGNORECASE)
_BEFORE = re.compile(r",\s+")  # "In May, the council"
_BE_DONE = re.compile(r"\b(?:will|shall) (?:also |then |now )?be \w+", re.IGNORECASE)


def without_headings(found: Sequence[RawSection], in_tables: Sequence[RawSection]) -> list[RawSection]:
    """The sections of another layout without the pledges that are headings of action tables: "Action 2: Data skills".

    A section that answers its pledges keeps these. What stands in a table is one pledge, wherever else it stands; and
    what a form asks again below table after table ("Sent to the sponsor") is none.
    """
    titles = {_plain(title) for section in in_tables for title in section.heading}
    pledged = {_plain(pledge.span.text) for section in in_tables for pledge in section.pledges}
    again = _asked_again(found)

    def is_new(pledge: RawPledge) -> bool:
        return _plain(pledge.span.text) not in pledged and _without_asides(pledge) not in again

    return _kept(_only(found, is_new), lambda pledge: _plain(pledge.span.text) not in titles)


def _asked_again(found: Sequence[RawSection]) -> set[str]:
    """What a form has its users tick or fill in again and again."""
    asked = Counter(_without_asides(pledge) for section in found for pledge in section.pledges)
    return {text for text, times in asked.items() if times >= _FORM}


def _without_asides(pledge: RawPledge) -> str:
    return _plain(_ASIDE.sub("", pledge.span.text).strip())


def _only(found: Sequence[RawSection], test: Callable[[RawPledge], bool]) -> Iterator[RawSection]:
    """The sections with the pledges that pass a test and the answers that these have."""
    for section in found:
        stay = [place for place, pledge in enumerate(section.pledges) if test(pledge)]
        places = {place: number for number, place in enumerate(stay)}
        answers = [
            replace(one, answers=tuple(places[place] for place in one.answers if place in places))
            for one in section.progress
            if not one.answers or any(place in places for place in one.answers)
        ]
        yield replace(section, pledges=[section.pledges[place] for place in stay], progress=answers)


def promises_around(said: Sequence[RawSection], found: Sequence[RawSection]) -> list[RawSection]:
    """The firm promises of the prose around tables that no table and no other layout gives."""
    taken = [pledge.span for section in found for pledge in section.pledges]
    taken += [answer.span for section in found for answer in section.progress]
    taken += [span for section in found for pledge in section.pledges for _, span in pledge.beside]
    words = {key(span.text) for span in taken}
    again = _asked_again(said)

    def is_aside(pledge: RawPledge) -> bool:
        return _without_asides(pledge) in again or _is_aside(pledge.span.text)

    def is_new(pledge: RawPledge) -> bool:
        span = pledge.span
        apart = not any(one.start < span.end and span.start < one.end for one in taken)
        return pledge.strength is Strength.FIRM and apart and key(span.text) not in words and not is_aside(pledge)

    return _kept(said, is_new)


def _plain(title: str) -> str:
    """A heading without its number, as pledges are compared: "Action 2: Data skills" is "data skills"."""
    return key(title_of(title[reference_of(title)[1] :]))


def _is_aside(text: str) -> bool:
    """Whether a sentence tells readers how to use the document, or takes on only what another sentence says.

    Around tables a thing that will do something ("The standards will help") explains what the tables pledge.
    """
    return says("to readers", text) or says("refers back", text) or _is_of_things(text)


def _is_of_things(text: str) -> bool:
    subject = _WILL.split(text, maxsplit=1)[0]
    if subject == text or _WE.search(subject):
        return False
    return not names_body(_BEFORE.split(subject)[-1]) and not _BE_DONE.search(text)


def _kept(sections: Iterable[RawSection], test: Callable[[RawPledge], bool]) -> list[RawSection]:
    """The sections with the pledges that pass a test, those that answer their pledges whole."""
    kept = (
        section
        if section.progress
        else RawSection(section.heading, [one for one in section.pledges if test(one)], aims=section.aims)
        for section in sections
    )
    return [section for section in kept if section.pledges or section.progress or section.aims]
