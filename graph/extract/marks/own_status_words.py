"""The words that a document rates its pledges by and explains itself: "Now routine | Done, and repeated each year".

Such a word is the whole of a cell in a column that holds few words and repeats them; what explains it stands elsewhere:
in a row of a key, in an item of a list, or in a sentence that quotes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from graph.extract.known import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block

_MOST_WORDS = 4  # of a word of a document's own
_LONGEST = 40  # characters of it
_FEWEST_MEANING = 2  # words that explain it
_MOST = 0.7
_ITEM = re.compile(r"\s*(?P<term>[^:=–—\n]{2,40}?)\s*(?::|=|\s[–—-])\s+(?P<means>\S.*)", re.DOTALL)
_QUOTED = re.compile(
    r"[“‘\"'](?P<term>[^”’\"'“‘]{2,40})[”’\"']\s+(?:means?|shows?|says?|is used|stands for|indicates?)\s+"
    r"(?:that\s+)?(?P<means>[^.;“]+)"
)


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


def _is_brief(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))


def _is_meaning(text: str) -> bool:
    return len(text.split()) >= _FEWEST_MEANING and not _is_brief(text)
