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
    found: list[RawSection] = []
    floor, following = 0, [*marks[1:], (len(blocks), "")]
    for (index, kind), (end, next_kind) in zip(marks, following, strict=True):
        if kind == opening or not found:
            above = _heading_at(blocks, index, floor) if headed else None
            found.append(RawSection(_heading(blocks, above, found)))
        heading = _heading_at(blocks, end, index + 1) if headed and next_kind == opening else None
        body = blocks[index + 1 : end if heading is None else heading]
        (found[-1].pledges if kind == PLEDGES else found[-1].progress).extend(_items(body, kind))
        floor = index + 1
    return found


def _heading(blocks: Sequence[Block], above: int | None, found: list[RawSection]) -> tuple[str, ...]:
    """The heading found above a label; that of the section before where there is none."""
    if above is not None and (found or not _ends_as_sentence(blocks[above])):
        return heading_path(blocks[above].text)
    return found[-1].heading if found else ()


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


def _heading_at(blocks: Sequence[Block], label: int, floor: int) -> int | None:
    """Where the heading above an opening label stands: right above it, or above a remark in whole sentences."""
    above = label - 1
    if above - 1 >= floor and _is_remark(blocks[above]) and not _ends_as_sentence(blocks[above - 1]):
        above -= 1
    return above if above >= floor else None


def _is_remark(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _ends_as_sentence(block)


def _ends_as_sentence(block: Block) -> bool:
    return block.text.rstrip("”’\"')").endswith((".", "!", "?", ";"))


def _items(body: Sequence[Block], kind: str) -> list[Block]:
    """What stands under a label. Beside bullets a paragraph is an aside, unless it reports in whole sentences."""
    if not any(block.kind is BlockKind.BULLET for block in body):
        return list(body)
    return [
        block for block in body if block.kind is BlockKind.BULLET or (kind == PROGRESS and _ends_as_sentence(block))
    ]
