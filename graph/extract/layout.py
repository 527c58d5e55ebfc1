"""From blocks to sections: which bullets are pledges, which are progress, and under which heading.

The layout is recognised by its label lines ("What we said we would do" / "What we have achieved",
`cues/labels.toml`). The block before the first label of a section is the section's heading, whatever
it looks like: in many reviews headings are bullets like the pledges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.read.blocks import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLEDGES, PROGRESS = "pledges", "progress"

_HEADING_NUMBER = re.compile(r"^(?:section|theme|priority|part|chapter|aim|goal)?\s*\d+(?:\.\d+)*\s*[.):–—-]?\s+", re.I)
# A heading in two parts: "Promoting stability – Fostering". A hyphen counts only with space on both sides.
_HEADING_PARTS = re.compile(r"\s+[–—-]\s+|:\s+")


@dataclass(slots=True)
class RawSection:
    """A heading with the blocks under its labels, not yet read. `heading` is empty before the first one."""

    heading: tuple[str, ...]
    pledges: list[Block] = field(default_factory=list)
    progress: list[Block] = field(default_factory=list)


def sections(blocks: Sequence[Block], extra_labels: Mapping[str, Sequence[str]]) -> list[RawSection]:
    """Divide a document's blocks at its labels. No label, no section: the layout is not one of label pairs."""
    labels = _labels(extra_labels)
    marks = [(index, labels[key]) for index, block in enumerate(blocks) if (key := _key(block.text)) in labels]
    if PLEDGES not in {kind for _, kind in marks}:
        return []
    opening = marks[0][1]
    headed = _headings_stand_before(blocks, [index for index, kind in marks if kind == opening])
    ends = [index for index, _ in marks[1:]] + [len(blocks)]
    found: list[RawSection] = []
    for (index, kind), end in zip(marks, ends, strict=True):
        if kind == opening or not found:
            found.append(RawSection(_heading(blocks, index, found, headed)))
        next_opens = headed and (end, opening) in marks
        body = blocks[index + 1 : end - 1 if next_opens else end]
        (found[-1].pledges if kind == PLEDGES else found[-1].progress).extend(_items(body, kind))
    return found


def heading_path(text: str) -> tuple[str, ...]:
    """The parts of a heading, the widest first, without its number.

    >>> heading_path("3. Promoting stability – Fostering")
    ('Promoting stability', 'Fostering')
    """
    plain = _HEADING_NUMBER.sub("", " ".join(text.split())).strip(" #*:")
    return tuple(part.strip() for part in _HEADING_PARTS.split(plain) if part.strip())


def _labels(extra: Mapping[str, Sequence[str]]) -> dict[str, str]:
    known = table("labels")
    return {_key(label): kind for kind in (PLEDGES, PROGRESS) for label in (*known[kind], *extra.get(kind, ()))}


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" #*_:.–—-")


def _headings_stand_before(blocks: Sequence[Block], openings: Sequence[int]) -> bool:
    """Whether the blocks before the opening labels are headings: as a rule they do not end as sentences do."""
    before = [blocks[index - 1] for index in openings if index]
    return sum(not _ends_as_sentence(block) for block in before) * 2 > len(before)


def _heading(blocks: Sequence[Block], index: int, found: list[RawSection], headed: bool) -> tuple[str, ...]:
    """The heading of the section whose first label stands at `index`; that of the section before if it has none."""
    if headed and index and (found or not _ends_as_sentence(blocks[index - 1])):
        return heading_path(blocks[index - 1].text)
    return found[-1].heading if found else ()


def _ends_as_sentence(block: Block) -> bool:
    return block.text.rstrip("”’\"')").endswith((".", "!", "?", ";"))


def _items(body: Sequence[Block], kind: str) -> list[Block]:
    """What stands under a label. Beside bullets a paragraph is an aside, unless it reports in whole sentences."""
    if not any(block.kind is BlockKind.BULLET for block in body):
        return list(body)
    return [
        block for block in body if block.kind is BlockKind.BULLET or (kind == PROGRESS and _ends_as_sentence(block))
    ]
