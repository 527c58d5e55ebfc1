"""Pledges that are headings or quotations, each with its reply in the paragraphs under it and no label between them.

"**“We will plant 3,000 trees.”** / By last spring 3,120 had been planted." Most headings of one kind say what is to be
done, or quote it, and most of them stand over a text that tells what became of it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.labelling.label_kinds import is_to_be_done, tells
from graph.extract.labelling.titled import Record, quotation
from graph.extract.marks.status_words import meaning
from graph.extract.tables.pledge_cells import reference_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

    Shape = tuple[BlockKind, int, bool]

_FEWEST = 3
_MOST = 0.6  # of the headings of one kind: the others are "Introduction" and "Contact"
_REPLIED = 0.7  # of the pledges: not every reply tells of something done
_PROMISED = 0.3  # of the replies at most: under the headings of a plan most texts promise
_QUOTES = (BlockKind.PARAGRAPH, 0, False)


def headed(blocks: Sequence[Block], known: Known) -> list[Record]:
    """A record for each such pledge; none where the headings are those of a plan, or of subjects."""
    places = _titles(blocks, known)
    ends = [*places[1:], len(blocks)] if places else []
    found = [
        Record(place, place, _end(blocks, place, end, known))
        for place, end in zip(places, ends, strict=True)
        if _end(blocks, place, end, known) > place + 1
    ]
    bodies = [blocks[one.pledge + 1 : one.end] for one in found]
    return found if len(found) >= _MOST * len(places) and _are_replies(bodies) else []


def _titles(blocks: Sequence[Block], known: Known) -> list[int]:
    """Where the headings stand that pledge, of the one kind of headings most of which do.

    The others between these do too, unless the pledges are quoted.
    """
    shapes: dict[Shape, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if _heads(block, known):
            shapes[(block.kind, block.level, block.strong)].append(place)
        elif block.kind is BlockKind.PARAGRAPH and quotation(block.text):
            shapes[_QUOTES].append(place)
    for shape, places in shapes.items():
        found = [place for place in places if _pledges(blocks[place], quoted=shape != _QUOTES)]
        if len(found) >= _FEWEST and len(found) >= _MOST * len(places) and not _are_list(found):
            quoted = [place for place in found if quotation(blocks[place].text)]
            between = _together(blocks, places, found, known)
            return quoted if len(quoted) > 1 and shape != _QUOTES else between
    return []


def _together(blocks: Sequence[Block], places: Sequence[int], found: Sequence[int], known: Known) -> list[int]:
    """The headings of one kind between those that pledge, and next to them, with no heading of another kind between."""
    first, last = places.index(found[0]), places.index(found[-1])
    while first and not any(_heads(one, known) for one in blocks[places[first - 1] + 1 : places[first]]):
        first -= 1
    return list(places[first : last + 1])


def _are_list(places: Sequence[int]) -> bool:
    """Whether the pledges stand in a list, one after the other with nothing between them."""
    return sum(after == place + 1 for place, after in pairwise(places)) * 2 > len(places)


def _heads(block: Block, known: Known) -> bool:
    bold = block.strong and block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
    return block.kind is BlockKind.HEADING or (bold and meaning(block.text.strip(" ."), known) is None)


def _pledges(block: Block, *, quoted: bool) -> bool:
    """Whether a text says what is to be done, or is a quotation, where that is enough: people are quoted as well."""
    text = block.text[reference_of(block.text)[1] :]
    said = quotation(text)
    return bool(quoted and said) or is_to_be_done(said["said"] if said else text)


def _end(blocks: Sequence[Block], place: int, end: int, known: Known) -> int:
    """Where the reply to a pledge ends: at the next heading, or at a table."""
    later = (
        number
        for number in range(place + 1, end)
        if _heads(blocks[number], known) or blocks[number].kind is BlockKind.ROW
    )
    return next(later, end)


def _are_replies(bodies: Sequence[Sequence[Block]]) -> bool:
    told = sum(any(tells(one.text) for one in body) for body in bodies)
    promised = sum(is_to_be_done(body[0].text) for body in bodies)
    return len(bodies) >= _FEWEST and told >= _REPLIED * len(bodies) and promised <= _PROMISED * len(bodies)
