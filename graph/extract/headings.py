"""Under which headings each block of a document stands.

Formats with markup say what a heading is and how deep it stands. In plain text a heading is a short line
without a full stop that is numbered, bold, in capitals, or stands before longer ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(
    r"^(?:(?i:section|theme|priority|part|chapter|aim|goal|objective|strand|pillar|outcome)\s+\d+(?:\.\d+)*\s*[.):–—-]?"
    r"|\d+(?:\.\d+)*(?:\s*[.):–—-]|(?=\s+[A-Z‘“])))\s+"
)
_DEPTH = re.compile(r"^(\d+(?:\.\d+)*)")
# A heading in two parts: "Promoting stability – Fostering". A hyphen counts only with space on both sides.
_PARTS = re.compile(r"\s+[–—-]\s+|:\s+")
_LONGEST = 120  # characters of a heading
_FEW_WORDS = 12
_DEEPEST = 9  # the level of a heading about which nothing is known


def heading_path(text: str) -> tuple[str, ...]:
    """The parts of a heading, the widest first, without its number.

    >>> heading_path("3. Promoting stability – Fostering")
    ('Promoting stability', 'Fostering')
    """
    return tuple(part.strip() for part in _PARTS.split(title_of(text)) if part.strip())


def title_of(text: str) -> str:
    """A heading without its number and without what marks it.

    >>> title_of("2. THE CASE FOR CHANGE")
    'THE CASE FOR CHANGE'
    """
    return _NUMBER.sub("", " ".join(text.split()).strip(" #*:")).strip(" #*:")


def paths(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """For each block the headings that it stands under, the widest first; for a heading, its own comes last."""
    found: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        level = heading_level(block, following)
        if level:
            above = [one for one in above if one[0] < level]
            above.append((level, title_of(block.text)))
        found.append(tuple(title for _, title in above))
    return found


def heading_level(block: Block, following: Block | None) -> int:
    """How deep a heading stands, from 1; 0 for what is none."""
    if block.kind is BlockKind.HEADING:
        return block.level or _DEEPEST
    if following is None or not _could_be(block):
        return 0
    number = _DEPTH.match(block.marker or block.text)
    if block.kind is BlockKind.BULLET:
        return len(number[1].split(".")) if number and _is_capitals(block.text) else 0
    if number and number.end() < len(block.text) and block.text[number.end()] != ")":
        return len(number[1].split("."))
    if block.strong or _is_capitals(block.text):
        return 1 if _is_capitals(block.text) else _DEEPEST - 1
    leads = following.kind is not BlockKind.PARAGRAPH or len(following.text) > len(block.text)
    return _DEEPEST if leads and len(block.text.split()) <= _FEW_WORDS else 0


def _could_be(block: Block) -> bool:
    text = block.text
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and len(text) <= _LONGEST
        and any(character.isalpha() for character in text)
        and not text[:1].islower()
        and not text.rstrip("”’\"')").endswith((".", ";", ",", ":", "!"))
    )


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(character.isalpha() for character in text) > 3
