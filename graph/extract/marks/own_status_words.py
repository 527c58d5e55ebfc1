"""The words that a document rates its pledges by and explains itself: "Now routine | Done, and repeated each year".

Such a word is the whole of a cell in a column that holds few words and repeats them; what explains it stands elsewhere:
in a row of a key, in an item of a list, or in a sentence that quotes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.known import key
from graph.extract.marks.status_words import meaning
from graph.extract.numbering.wording import is_act

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_MOST_WORDS = 4  # of a word of a document's own
_LONGEST = 40  # characters of it
_FEWEST_MEANING = 2  # words that explain it
_MOST = 0.7
_ITEM = re.compile(r"\s*(?P<term>[^:=–—\n]{2,40}?)\s*(?::|=|\s[–—-])\s+(?P<means>\S.*)", re.DOTALL)
_QUOTED = re.compile(
    r"[“‘\"'](?P<term>[^”’\"'“‘]{2,40})[”’\"']\s+(?:means?|shows?|says?|is used|stands for|indicates?)\s+"
    r"(?:that\s+)?(?P<means>[^.;“]+)"
)
# "DONE means", "NOT STARTED and DROPPED mean"; a sign or a dash may stand between.
_DEFINED = re.compile(
    r"\s*(?P<terms>[^.;:\n]{2,80}?)\W*\s(?:means?|indicates?|denotes?|signif(?:y|ies)|stands? for|(?:is|are) used|"
    r"(?:say|tell)s? (?:that|what|why))\b"
)
_AND = re.compile(r"\s*(?:,|/|\band\b|\bor\b)\s*")
_QUOTES = " \t\n“”‘’\"'`*"


def own_words(blocks: Sequence[Block]) -> dict[str, frozenset[int]]:
    """The plain forms of the words of columns that hold few words and repeat some of them, with their tables."""
    columns: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for block in blocks:
        for column, cell in enumerate(block.cells):
            if cell.text.strip() and cell not in block.cells[:column]:
                columns[block.table, column].append(cell.text)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for (number, _), cells in columns.items():
        words = [key(cell) for cell in cells if _is_brief(cell)]
        if len(words) > len(set(words)) and len(words) > _MOST * len(cells):
            for word in words:
                found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def explained(block: Block, own: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Each of a document's own words that a block outside their tables explains, with what explains it."""
    if block.cells:
        said = [cell.text for cell in dict.fromkeys(block.cells) if cell.text.strip()]
        elsewhere = bool(said) and bool(own.get(key(said[0]), frozenset()) - {block.table})
        if elsewhere and len(said) == len(("term", "means")) and _is_meaning(said[1]):
            yield key(said[0]), said[1]
        return
    item = _ITEM.fullmatch(block.text)
    if item and key(item["term"]) in own and _is_meaning(item["means"]):
        yield key(item["term"]), item["means"]
    else:
        yield from ((key(one["term"]), one["means"]) for one in _QUOTED.finditer(block.text) if key(one["term"]) in own)


def defines(block: Block, known: Known) -> bool:
    """Whether a line only says what status words mean: "DONE means nothing is left to do", "A and B say why"."""
    match = None if block.cells else _DEFINED.match(block.text)
    terms = _AND.split(match["terms"].strip()) if match else []
    return bool(terms) and all(meaning(term.strip(_QUOTES), known) for term in terms)


def lists_of_terms(blocks: Sequence[Block], known: Known) -> set[int]:
    """Where the items start of lists that explain status words: "Done: nothing left to do", "Paused: no money yet".

    Each item has a word of its own, none says what to do, and items that follow are rated by the same words.
    """
    starts: set[int] = set()
    for bullets, group in groupby(enumerate(blocks), key=lambda one: one[1].kind is BlockKind.BULLET):
        places = [place for place, _ in group] if bullets else []
        items = [_ITEM.fullmatch(blocks[place].text) for place in places]
        terms = [key(item["term"].strip(_QUOTES)) for item in items if item and not is_act(item["means"])]
        differ = len(set(terms)) == len(terms) == len(places) > 1
        if differ and all(meaning(term, known) for term in terms):
            below = [key(block.text) for block in blocks[places[-1] + 1 :]]
            used = sum(any(text.startswith(term) or text.endswith(term) for text in below) for term in terms)
            starts |= {blocks[place].start for place in places} if used > 1 and used >= len(terms) / 2 else set()
    return starts


def _is_brief(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))


def _is_meaning(text: str) -> bool:
    return len(text.split()) >= _FEWEST_MEANING and not _is_brief(text)
