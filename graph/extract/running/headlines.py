"""Where the pledge of a list's item ends: the headline of a priority, any other with the item unless it is long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.footnotes import pieces
from graph.extract.sentences import whole_sentences
from graph.values import Strength

if TYPE_CHECKING:
    from graph.extract.running.passages import Passage

# A headline ends where its bold words do, which leaves wide space, with its line, or before its explanation.
_END = re.compile(r"\s{2,}(?=\S)|\s*\n(?=\s*[A-Z])|\s+[–—-]\s+|:\s+(?=\S)")
_NUMBER = re.compile(rf"{table('prose')['passages']['numbered']}\s+\w+\s*[:.–—-]\s*", re.IGNORECASE)
# What joins the items of a list and belongs to none of them: "; and".
_LONGEST = 400  # characters of an item that is a pledge as a whole; what is longer explains its first sentence
_JOIN = re.compile(r"\s*[;,]?(?:\s+(?:and|or))?\s*$")


def headline(passage: Passage) -> tuple[int, int]:
    """Start and end, within the block's text, of the pledge that an item of a list is."""
    text = passage.block.text
    start, end = next(whole_sentences(text[passage.start : passage.end]), (0, 0))
    start, end = start + passage.start, end + passage.start
    is_priority = passage.lead is not None and passage.lead.strength is Strength.PRIORITY
    if start < end and not is_priority and passage.end - start <= _LONGEST:
        end = passage.end
    start, end = next(pieces(text, start, end), (start, end))
    if not is_priority:
        return start, start + len(_JOIN.sub("", text[start:end]))
    numbered = _NUMBER.match(text, start, end)
    start = numbered.end() if numbered else start
    explained = _END.search(text, start, end)
    return start, explained.start() if explained else end
