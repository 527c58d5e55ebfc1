"""Under which headings pledges stand: the title of the document, and pledges that look like headings, left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.headings import paths

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    Path = tuple[str, ...]


def paths_without(blocks: Sequence[Block], others: Collection[int] = ()) -> list[Path]:
    """The headings of each block, the widest first. `others` are the numbers of blocks that head nothing.

    A first heading that everything else stands under is the title of the document and no theme.
    """
    seen = [
        replace(block, kind=BlockKind.BULLET, text="-", marker="-", strong=False) if number in others else block
        for number, block in enumerate(blocks)
    ]
    found = paths(seen)
    titles = {path[0] for path in found if path}
    if len(titles) == 1 and any(len(path) > 1 for path in found):
        return [path[1:] for path in found]
    return found
