"""The words by which a document rates the items of its lists, learned from where they stand.

A word that comes back at one place of many items (on their last line, after a dash or in brackets at their end, before
a colon at their start) where others are known statuses is a status too. What it means, the document's key says, or the
class name that a web page gives the item; where nobody says, the word is kept, and its pledge counts as under way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.known import key
from graph.extract.marks.class_names import class_word, is_badge
from graph.extract.marks.legend import meaning_in_key
from graph.extract.marks.own_status_words import explained
from graph.extract.marks.status_words import meaning, stated
from graph.extract.tables.columns import Column, role_of
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend

    Tags = Mapping[str, list[tuple[str, Block]]]

_FEWEST = 3
_KNOWN = 0.2  # of the marks at one place: the share that must be statuses by themselves
_DISTINCT = 0.7  # of the marks at one place: the share that may be different words
_MOST_WORDS = 6
_MOST_WORDS_OF_LABELS = 3
_LONGEST = 40  # characters of a mark
_FURTHEST = 600  # characters of an item in which a mark is looked for
_EXPLAINS = 15  # words that explain a mark
_AHEAD = frozenset(word.replace("-", " ") for word in table("roadmap")["ahead"])  # "On deck": planned, and no more
_PLACES = {
    "last line": re.compile(r"\n\s*(?P<tag>[^\n]{2,40})\s*$"),
    "first line": re.compile(r"\s*(?P<tag>[^\n]{2,40})\n"),
    "brackets": re.compile(r"\s[(\[](?P<tag>[^()\[\]\n]{2,40})[)\]]\s*[.]?\s*$"),
    "after dash": re.compile(r"\s[–—-]+\s+(?P<tag>[^–—\n:.]{2,40})(?:[.]\s|[.]?\s*$)"),
    "after gap": re.compile(r"\S[^\S\n]{2,}(?P<tag>[^–—\n:.]{2,40}?)\s*$"),
    "after colon": re.compile(r":\s+(?P<tag>[^–—\n:.]{2,40})[.]?\s*$"),
    "opening brackets": re.compile(r"\s*[(\[](?P<tag>[^()\[\]\n]{2,40})[)\]]"),
    "opening": re.compile(r"\s*(?P<tag>[^–—\n:.,;]{2,40}?)(?::|\s[–—-])\s"),
}


def with_own_marks(blocks: Sequence[Block], known: Known, legend: Legend) -> Legend:
    """A document's key with the marks of its items that no list knows, and with what its definitions say of these."""
    tags = _tags(blocks)
    own = {word: block for place in tags.values() for word, block in _adopted(place, known, legend)}
    defined = list(_definitions(blocks, {word for place in tags.values() for word, _ in place}))
    terms = {word: means for block in blocks for word, means in explained(block, dict.fromkeys(own, frozenset()))}
    terms |= {word: means for word, means, _ in defined}
    classed = _classed(blocks, known)
    words = {word: status for word, means in terms.items() if (status := meaning_in_key(means, known))}
    guessed = {word: _guess(word, block, known) for word, block in own.items()}
    explains = {start for _, _, starts in defined for start in starts}
    return replace(legend, words={**classed, **guessed, **legend.words, **words}, explains=legend.explains | explains)


def _classed(blocks: Sequence[Block], known: Known) -> dict[str, Status]:
    """The short lines of a web page whose class names are statuses, as badges are, with these; several must differ."""
    brief = [block for block in blocks if block.kind is BlockKind.PARAGRAPH and block.classes and _is_brief(block.text)]
    words = {key(block.text): word.status for block in brief if (word := class_word(block.classes, known))}
    badges = {key(block.text): block for block in brief if is_badge(block) and key(block.text) not in words}
    words |= {word: _guess(word, block, known) for word, block in badges.items() if not meaning(word, known)}
    found = {word: status for word, status in words.items() if status and not meaning(word, known)}
    return found if len(set(found.values())) > 1 else {}


def _guess(word: str, block: Block, known: Known) -> Status:
    """What a mark that nobody explains says: what the item's class name says, or that something is under way."""
    named = class_word(block.classes, known)
    if named and named.status:
        return named.status
    if word.replace("-", " ") in _AHEAD:
        return Status.NOT_ASSESSED
    begins = stated(word, known)
    if begins and begins.status:
        return begins.status
    return next(
        (status for status in (Status.NOT_REPORTED, Status.OUTSTANDING) if says(f"own {status}", word)),
        Status.IN_PROGRESS,
    )


def _tags(blocks: Sequence[Block]) -> Tags:
    """What stands at each place of the items, in its plain form."""
    found: defaultdict[str, list[tuple[str, Block]]] = defaultdict(list)
    for block in blocks:
        if block.kind is BlockKind.ROW or len(block.text) > _FURTHEST:
            continue
        for place, pattern in _PLACES.items():
            match = pattern.match(block.text) if place.startswith(("first", "opening")) else pattern.search(block.text)
            if match and _is_brief(match["tag"]):
                found[f"{place} of {block.kind}"].append((key(match["tag"]), block))
    return found


def _adopted(tags: Sequence[tuple[str, Block]], known: Known, legend: Legend) -> Iterator[tuple[str, Block]]:
    """The words at one place that are statuses because others there are: they come back, and few are different."""
    counts = Counter(word for word, _ in tags)
    is_known = {word: bool(meaning(word, known, legend)) for word in counts}
    statuses = sum(count for word, count in counts.items() if is_known[word])
    if len(tags) < _FEWEST or statuses < _KNOWN * len(tags) or len(counts) > _DISTINCT * len(tags):
        return
    for word, block in tags:
        labels = len(word.split()) <= _MOST_WORDS_OF_LABELS and role_of(word, known) is not Column.UNKNOWN
        if counts[word] > 1 and not is_known[word] and not labels:
            yield word, block


def _definitions(blocks: Sequence[Block], tags: set[str]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Terms that mark items elsewhere, each with the line below that explains it, as web pages define their terms."""
    pairs = [
        (key(term.text), means.text, (term.start, means.start))
        for term, means in pairwise(blocks)
        if _is_term(term) and _explains(means)
    ]
    used = [one for one in pairs if one[0] in tags]
    if len(used) >= len(("one", "other")):
        first, last = used[0][2][0], used[-1][2][0]
        yield from (one for one in pairs if first <= one[2][0] <= last or one in used)


def _is_term(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.strong and _is_brief(block.text)


def _explains(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.strong and len(block.text.split()) <= _EXPLAINS


def _is_brief(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
