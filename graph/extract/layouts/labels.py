"""Documents whose pledges and progress stand under labels: "What we said we would do" / "What we have achieved".

The layout is recognised by its label lines (`cues/labels.toml`). The block before the first label of a
section is the section's heading, whatever it looks like: in many reviews headings are bullets like the pledges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.headings import heading_path
from graph.extract.items import RawAnswer, RawPledge, RawSection, span_of
from graph.extract.known import Known, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLEDGES, PROGRESS = "pledges", "progress"


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:
    """Divide a document's blocks at its labels. No label, no section: the layout is not one of label pairs."""
    labels = known.labels
    marks = [(index, labels[label]) for index, block in enumerate(blocks) if (label := key(block.text)) in labels]
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
        body = list(_items(blocks[index + 1 : end if heading is None else heading], kind))
        if kind == PLEDGES:
            found[-1].pledges.extend(RawPledge(span_of(block)) for block in body)
        else:
            found[-1].progress.extend(RawAnswer(span_of(block)) for block in body)
        floor = index + 1
    return found


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


def _items(body: Sequence[Block], kind: str) -> Iterator[Block]:
    """What stands under a label. Beside bullets a paragraph is an aside, unless it reports in whole sentences."""
    bullets = any(block.kind is BlockKind.BULLET for block in body)
    for block in body:
        if not bullets or block.kind is BlockKind.BULLET or (kind == PROGRESS and _ends_as_sentence(block)):
            yield block
