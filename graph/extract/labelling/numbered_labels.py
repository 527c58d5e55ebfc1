"""Labels with a number, which open a record each: "Recommendation 7", "Point 3: ...".

Where no list knows the word, it is a label if its numbers count on through the document and what follows them is to
be done. Parts of a document ("Chapter 2") have numbers too, and no such texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.known import key
from graph.extract.labelling.label_kinds import PLEDGES, is_to_be_done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

    _Number = tuple[str, ...]

_OFTEN = 3
_MOST = 0.6
_DIGITS = 9
_COUNTED = re.compile(r"[A-Za-z]|\d+")
_NUMBERED = re.compile(
    r"^(?P<reference>(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,3}?)\s+(?:no\.?\s*|number\s+)?"
    r"(?P<number>[A-Z]?[ -]?\d+(?:\.\d+)*)[a-z]?)(?!\.?\d)"
    r"(?:\s*(?:[:.)–—-]\s*|$|\n\s*)|[^\S\n]{2,}|\s(?=[“\"‘]?(?-i:[A-Z])))",
    re.IGNORECASE,
)


def numbered(block: Block, known: Known) -> re.Match[str] | None:
    """The label with a number that a block begins with: its `reference`, and the `label` in it."""
    match = _NUMBERED.match(block.text)
    return match if match and known.labels.get(key(match["label"])) == PLEDGES else None


def with_numbered(blocks: Sequence[Block], known: Known) -> Known:
    """What is known, with the word by which the document numbers its pledges, where it numbers them by no known one."""
    found: dict[str, list[tuple[_Number, str]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        match = _NUMBERED.match(block.text)
        if match:
            below = blocks[place + 1].text if place + 1 < len(blocks) else ""
            found[key(match["label"])].append((_number(match["number"]), block.text[match.end() :].strip() or below))
    if any(known.labels.get(word) == PLEDGES for word in found):
        return known
    never = {*table("numbered")["parts"], *table("numbered")["no_items"]}
    words = [word for word, uses in found.items() if word not in never and _are_pledges(uses)]
    return replace(known, labels={**known.labels, **dict.fromkeys(words[:1], PLEDGES)})


def _number(text: str) -> _Number:
    """A number as it is counted: "A10" comes after "A9", and "B1" after both."""
    return tuple(part.upper().zfill(_DIGITS) for part in _COUNTED.findall(text))


def _are_pledges(uses: Sequence[tuple[_Number, str]]) -> bool:
    counts_on = all(before < after for (before, _), (after, _) in pairwise(uses))
    done = sum(is_to_be_done(text) for _, text in uses)
    return len(uses) >= _OFTEN and counts_on and done > _MOST * len(uses)
