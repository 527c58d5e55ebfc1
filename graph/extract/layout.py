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

_HEADING_NUMBER = re.compile(
    r"^(?:(?i:section|theme|priority|part|chapter|aim|goal)\s+\d+(?:\.\d+)*\s*[.):–—-]?"
    r"|\d+(?:\.\d+)*(?:\s*[.):–—-]|(?=\s+[A-Z‘“])))\s+"
)
# A heading in two parts: "Promoting stability – Fostering". A hyphen counts only with space on both sides.
_HEADING_PARTS = re.compile(r"\s+[–—-]\s+|:\s+")


@dataclass(slots=True)
class RawSection:
    """A heading with the blocks under its labels, not yet read. `heading` is empty before the first one."""

    heading: tuple[str, ...]
    pledges: list[Block] = field(default_factory=list)
    progress: list[Block] = field(default_factory=list)


def known_labels(extra: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What each label marks, pledges or progress: those of `cues/labels.toml` and those of the body itself."""
    known = table("labels")
    return {_key(label): kind for kind in (PLEDGES, PROGRESS) for label in (*known[kind], *extra.get(kind, ()))}


def is_label(labels: Mapping[str, str], line: str) -> bool:
    """Whether a whole line is a label."""
    return _key(line) in labels


def sections(blocks: Sequence[Block], labels: Mapping[str, str]) -> list[RawSection]:
    """Divide a document's blocks at its labels. No label, no section: the layout is not one of label pairs."""
    marks = [(index, labels[key]) for index, block in enumerate(blocks) if (key := _key(block.text)) in labels]
    if PLEDGES not in {kind for _, kind in marks}:
        return []
    opening = marks[0][1]
    headed = _have_headings(blocks, [index for index, kind in marks if kind == opening])
    found: list[RawSection] = []
    floor, following = 0, [*marks[1:], (len(blocks), "")]
    for (index, kind), (end, next_kind) in zip(marks, following, strict=True):
        if kind == opening or not found:
            above = _heading_above(blocks, index, floor) if headed else None
            inherited = found[-1].heading if found else ()
            found.append(RawSection(inherited if above is None else heading_path(blocks[above].text)))
        heading = _heading_above(blocks, end, index + 1) if headed and next_kind == opening else None
        body = blocks[index + 1 : end if heading is None else heading]
        (found[-1].pledges if kind == PLEDGES else found[-1].progress).extend(_items(body, kind))
        floor = index + 1
    return found


def heading_path(text: str) -> tuple[str, ...]:
    """The parts of a heading, the widest first, without its number.

    >>> heading_path("3. Promoting stability – Fostering")
    ('Promoting stability', 'Fostering')
    """
    plain = _HEADING_NUMBER.sub("", " ".join(text.split())).strip(" #*:")
    return tuple(part.strip() for part in _HEADING_PARTS.split(plain) if part.strip())


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" #*_:.–—-")


def _have_headings(blocks: Sequence[Block], openings: Sequence[int]) -> bool:
    """Whether, as a rule, a heading stands above the labels that open sections."""
    preceded = [index for index in openings if index]
    return sum(_heading_above(blocks, index, 0) is not None for index in preceded) * 2 > len(preceded)


def _heading_above(blocks: Sequence[Block], label: int, floor: int) -> int | None:
    """Where the heading of a label stands: right above it, or above a remark in whole sentences. A sentence is none."""
    above = label - 1
    if above > floor and blocks[above].kind is BlockKind.PARAGRAPH and _ends_as_sentence(blocks[above]):
        above -= 1
    return above if above >= floor and not _ends_as_sentence(blocks[above]) else None


def _ends_as_sentence(block: Block) -> bool:
    return block.text.rstrip("”’\"')").endswith((".", "!", "?", ";"))


def _items(body: Sequence[Block], kind: str) -> list[Block]:
    """What stands under a label. Beside bullets a paragraph is an aside, unless it reports in whole sentences."""
    if not any(block.kind is BlockKind.BULLET for block in body):
        return list(body)
    return [
        block for block in body if block.kind is BlockKind.BULLET or (kind == PROGRESS and _ends_as_sentence(block))
    ]
