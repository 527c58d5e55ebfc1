"""Under which headings each block of a document stands.

Formats with markup say what a heading is and how deep it stands. In plain text a heading is a short line without a
full stop that is numbered, named as a part ("Theme 2: Homes"), bold, in capitals, or stands before longer ones.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # How wide a heading is: its kind, the widest first, and its place among headings of that kind.
    Grade = tuple[int, int]

_DEPTH = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)")
# A heading in two parts: "Promoting stability – Fostering". A hyphen counts only with space on both sides.
_PARTS = re.compile(r"\s+[–—-]\s+|:\s+")
_LONGEST = 120  # characters of a heading
_FEW_WORDS = 12
_HIGHEST = 99  # number of a heading; 2024 is a year
_PROSE = 60  # characters from which on a line says more than a heading would
_DEEPEST = 9  # the level of a heading about which nothing is known
_FOOTNOTE_SIGNS = tuple("¹²³⁴⁵⁶⁷⁸⁹*†‡")
_MARKED, _WIDE, _NARROW = range(3)  # by the format; of a part of the document; of a few paragraphs
_NUMBERED, _CAPITALS, _NAMED = range(3)  # kinds of wide headings, which may stand within each other in any order
_FEW = 2  # headings by the format that are enough to say that the document marks all of its headings


def heading_path(text: str) -> tuple[str, ...]:
    """The parts of a heading, the widest first, without its number.

    >>> heading_path("3. Promoting stability – Fostering")
    ('Promoting stability', 'Fostering')
    """
    return tuple(part.strip() for part in _PARTS.split(title_of(text)) if part.strip())


@lru_cache(maxsize=4096)
def title_of(text: str) -> str:
    """A heading without its number and without what marks it.

    >>> title_of("2. THE CASE FOR CHANGE")
    'THE CASE FOR CHANGE'
    >>> title_of("Theme 01 Transforming our services")
    'Transforming our services'
    """
    return _number().sub("", " ".join(text.split()).strip(" #*:")).strip(" #*:")


def paths(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """For each block the headings that it stands under, the widest first; for a heading, its own comes last.

    The title of the document, under which all the other headings stand, is none of them.
    """
    titles: dict[int, str] = {}
    found: list[tuple[str, ...]] = []
    for above in headings_above(blocks):
        for place in above:
            titles.setdefault(place, title_of(blocks[place].text))
        found.append(tuple(titles[place] for place in above if titles[place]))
    return found


def headings_above(blocks: Sequence[Block], *, with_title: bool = False) -> list[tuple[int, ...]]:
    """As `paths`, the headings by their places among the blocks, and the document's title where it is wanted."""
    found: list[tuple[int, ...]] = []
    above: list[tuple[Grade, int]] = []
    grades = _grades(blocks)
    title = None if with_title else _title(blocks, grades)
    for number, grade in enumerate(grades):
        if grade:
            above = [*_wider(above, grade), (grade, number)]
        found.append(tuple(place for _, place in above))
        if number == title:
            above = []
    return found


def heading_level(block: Block, following: Block | None) -> int:
    """How deep a heading stands, from 1; 0 for what is none."""
    grade = _grade(block, following)
    if grade is None:
        return 0
    return 1 if grade[0] == _WIDE else grade[1]


def _wider(above: Sequence[tuple[Grade, int]], grade: Grade) -> list[tuple[Grade, int]]:
    """The headings that stay open where a heading of some grade begins."""
    kind, place = grade
    if kind == _WIDE:  # a second one of its kind closes the first, and what stands in it
        places = [number for number, (one, _) in enumerate(above) if one == grade]
        return [one for one in above[: places[0] if places else None] if one[0][0] != _NARROW]
    return [one for one in above if one[0][0] < kind or (one[0][0] == kind and one[0][1] < place)]


def _grades(blocks: Sequence[Block]) -> list[Grade | None]:
    marked = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    levels = _levels([blocks[number] for number in marked])
    grades: list[Grade | None] = []
    for number, block in enumerate(blocks):
        grade = _grade(block, blocks[number + 1] if number + 1 < len(blocks) else None)
        if grade and block.kind is BlockKind.HEADING:
            grade = (_MARKED, levels[block.level])
        elif grade and (_is_listed(blocks, number) or (len(marked) >= _FEW and not _stands_out(block))):
            grade = None
        elif grade and grade[0] == _WIDE and len(marked) >= _FEW:
            grade = (_NARROW, 1)
        grades.append(grade)
    return grades if len(marked) >= _FEW else _counted_on(blocks, _without_notes(blocks, grades))


def _without_notes(blocks: Sequence[Block], grades: list[Grade | None]) -> list[Grade | None]:
    """The grades, without lines such as "3 Survey of rural needs", where no other heading counts on to them: notes."""
    bare = {
        place: int(number[1])
        for place, (block, grade) in enumerate(zip(blocks, grades, strict=True))
        if grade == (_WIDE, _NUMBERED) and (number := re.match(r"(\d{1,2})\s", block.text))
    }
    values = set(bare.values())
    alone = {place for place, value in bare.items() if not {value - 1, value + 1} & values}
    return [None if place in alone else grade for place, grade in enumerate(grades)]


def _counted_on(blocks: Sequence[Block], grades: list[Grade | None]) -> list[Grade | None]:
    """The grades, with the numbered lines that are no heading by themselves, but stand in a series of headings."""
    numbered = [(place, number) for place, block in enumerate(blocks) if (number := _chapter(block))]
    for _, group in groupby(enumerate(numbered), lambda one: one[1][1] - one[0]):
        places = [place for _, (place, _) in group]
        apart = all(after - before > 1 for before, after in pairwise(places))
        headings = sum(grades[place] is not None for place in places)
        if apart and len(places) > _FEW and headings * 2 >= len(places):
            for place in places:
                grades[place] = (_WIDE, _NUMBERED)
    return grades


def _chapter(block: Block) -> int | None:
    """The number of a line that could be a numbered heading: 3 for "3. Homes"."""
    number = re.fullmatch(r"(\d{1,2})\.", block.marker) if block.kind is BlockKind.BULLET else None
    return int(number[1]) if number and _could_be(block) and len(block.text.split()) <= _FEW_WORDS else None


def _levels(headings: Sequence[Block]) -> dict[int, int]:
    """How wide the format's levels are: writers mark "Theme 1" by a deeper level than the headings within it.

    A level that is only met below such parts of the document, and not before the first of them, stands within them.
    """
    levels = {heading.level: (heading.level or _DEEPEST) * 10 for heading in headings}
    named = [number for number, heading in enumerate(headings) if _names_part(heading.text)]
    parts = {headings[number].level for number in named}
    if len(named) > 1 and len(parts) == 1:
        (part,) = parts
        before = {heading.level for heading in headings[: named[0]]}
        below = [level for level in levels if 1 < level < part and level not in before]
        levels |= {level: levels[part] + level for level in below}
    return levels


def _title(blocks: Sequence[Block], grades: Sequence[Grade | None]) -> int | None:
    """The place of the document's title: of the widest headings the only one with anything below it."""
    headed = [(number, grade) for number, grade in enumerate(grades) if grade and grade[0] == _MARKED]
    if not headed:
        return _unmarked_title(grades)
    widest = min(grade for _, grade in headed)
    places = [number for number, grade in headed if grade == widest]
    ends = [*places[1:], len(blocks)]
    filled = [number for number, end in zip(places, ends, strict=True) if end - number > 1]
    if len(filled) != 1 or not any(number > filled[0] and grade > widest for number, grade in headed):
        return None
    return filled[0]


def _unmarked_title(grades: Sequence[Grade | None]) -> int | None:
    """Of headings that no format marks, the first lines, in capitals, where no later heading is written so."""
    places = [place for place, grade in enumerate(grades) if grade == (_WIDE, _CAPITALS)]
    opens = bool(places) and places == list(range(len(places)))
    return places[-1] if opens and any(grades[len(places) :]) else None


def _grade(block: Block, following: Block | None) -> Grade | None:
    """How wide a heading is, by itself; None for what is none."""
    if block.kind is BlockKind.HEADING:
        return _MARKED, block.level or _DEEPEST
    if following is None or not _could_be(block):
        return None
    number = _DEPTH.match(block.marker or block.text)
    depth = len(number[1].split(".")) if number else 0
    if block.kind is BlockKind.BULLET:
        leads = _is_capitals(block.text) or _goes_into(block, following)
        return (_WIDE, _NUMBERED) if depth == 1 and leads else (_NARROW, depth) if depth and leads else None
    if number and _is_number(number, block.text):
        return (_WIDE, _NUMBERED) if depth == 1 else (_NARROW, depth)
    if _is_capitals(block.text):
        return _WIDE, _CAPITALS
    if _names_part(block.text):
        return _WIDE, _NAMED
    if block.strong:
        return _NARROW, _DEEPEST - 1
    leads = following.kind is not BlockKind.PARAGRAPH or len(following.text) > len(block.text)
    return (_NARROW, _DEEPEST) if leads and not number and len(block.text.split()) <= _FEW_WORDS else None


def _could_be(block: Block) -> bool:
    text = block.text
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and len(text) <= _LONGEST
        and any(character.isalpha() for character in text)
        and not text[:1].islower()
        and text[:1] not in _FOOTNOTE_SIGNS
        and "...." not in text
        and not text.rstrip("”’\"')").endswith((".", ";", ",", ":", "!"))
    )


def _stands_out(block: Block) -> bool:
    """Whether a line looks like a heading even where the format marks its headings."""
    return block.kind is BlockKind.PARAGRAPH and (block.strong or _is_capitals(block.text))


def _is_number(number: re.Match[str], text: str) -> bool:
    """Whether digits number a heading: not "16 to 25 year olds", "1.1) Open a hub" or "2024 in brief"."""
    follows = re.match(r"(?:\s*[.:–—-])?\s+[“‘\"]?[A-Z]", text[number.end() :])
    return bool(follows) and int(number[1].split(".")[0]) <= _HIGHEST


def _goes_into(block: Block, following: Block) -> bool:
    """Whether a numbered line heads what follows it: paragraphs "1.1 ..." after "1. Homes", or prose."""
    number = block.marker.strip("().")
    if re.match(rf"{re.escape(number)}\.\d", following.marker or following.text):
        return True
    is_prose = following.kind is BlockKind.PARAGRAPH and not following.level and len(following.text) >= _PROSE
    return is_prose and len(block.text.split()) <= _FEW_WORDS


def _is_listed(blocks: Sequence[Block], number: int) -> bool:
    """Whether a numbered line is an entry of a list, as in a table of contents: its neighbour has the next number."""
    own = _last_number(blocks[number])
    near = [blocks[place] for place in (number - 1, number + 1) if 0 <= place < len(blocks)]
    steps = [abs(other[1] - own[1]) for one in near if own and (other := _last_number(one)) and other[0] == own[0]]
    return 1 in steps


def _last_number(block: Block) -> tuple[str, int] | None:
    """The number of a line, parted at its last full stop: ("3.", 2) for "3.2 Governance"."""
    found = _DEPTH.match(block.marker or block.text) if block.kind is not BlockKind.HEADING else None
    if found is None:
        return None
    before, _, last = found[1].rpartition(".")
    return before, int(last)


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(character.isalpha() for character in text) > 3


def _names_part(text: str) -> bool:
    """Whether a heading says which part of the document it opens: "Theme 2: Homes"."""
    found = _number().match(" ".join(text.split()))
    return bool(found and found.group()[:1].isalpha())


@cache
def _number() -> re.Pattern[str]:
    """The number of a heading. After a word it needs no sign; alone it does, where small letters follow."""
    parts: Iterator[str] = map(re.escape, table("numbered")["parts"])
    return re.compile(
        rf"^(?:(?i:{'|'.join(parts)})\s+\d+(?:\.\d+)*\s*[.):–—-]?"
        r"|\d+(?:\.\d+)*(?:\s*[.):–—-]|(?=\s+[A-Z‘“])))\s+"
    )
