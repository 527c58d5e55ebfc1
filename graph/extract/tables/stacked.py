"""Cards whose names of fields nobody need know: small tables of two columns that have the same first column.

"You said", "We did", "Looked after by" in table after table are the headings of one table that stands on its side,
a row for each card. The names may also come round again within one table.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind, Span
from graph.extract.known import key
from graph.extract.tables.columns import header_in, is_heading_like
from graph.extract.tables.heading_words import in_words
from graph.extract.tables.table_roles import settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extract.known import Known
    from graph.extract.tables.columns import Heading

    Cards = list[list[Block]]  # each the rows of one card, a name and a value in each

_FEWEST_FIELDS = 3
_MOST_WORDS = 7  # of the name of a field
_MOST_LABELLED = 0.7  # of the rows of a card


class Stacked:
    """The cards of a document, laid as the rows of one table for each kind of card."""

    def __init__(self, tables: Sequence[Sequence[Block]], known: Known) -> None:
        found = {number: cards for number, rows in enumerate(tables) if (cards := _cards(rows))}
        counted = Counter(name for cards in found.values() for card in cards for name in _names(card))
        often = {name for name, times in counted.items() if times > 1}
        self.names = tuple(name for name in counted if name in often)
        self.settled: tuple[Heading, ...] | None = None  # the headings with their roles, where these are action cards
        self.rows: dict[int, list[Block]] = {}
        if len(self.names) >= _FEWEST_FIELDS or (self.names and sum(map(len, found.values())) > _FEWEST_FIELDS):
            self._lay(found, known)

    def _lay(self, found: Mapping[int, Cards], known: Known) -> None:
        first: dict[str, Span] = {}
        for number, cards in found.items():
            for card in cards:
                labelled = [row for row in card if _name(row) in self.names]
                if len(labelled) < max(len(("one", "other")), _MOST_LABELLED * len(card)):
                    continue
                for row in labelled:
                    first.setdefault(_name(row), row.cells[0])
                self.rows.setdefault(number, []).append(_row(self.names, labelled))
        cells = tuple(first.get(name, Span(name, 0, 0, 1)) for name in self.names)
        header = Block(BlockKind.ROW, "", 0, 0, 1, cells=cells)
        headings = header_in([header], 0, 0, known).headings
        self.settled = settled(headings, [row for rows in self.rows.values() for row in rows], known)


def _cards(rows: Sequence[Block]) -> Cards:
    """The cards of a table of names and values; empty for a table of another kind. A name that returns starts one."""
    if any(len(row.cells) != len(("name", "value")) or not _is_name(row.cells[0]) for row in rows):
        return []
    cards: Cards = [[]]
    for row in rows:
        if cards[-1] and _name(row) in _names(cards[-1]):
            cards.append([])
        cards[-1].append(row)
    return cards if all(len(card) > 1 for card in cards) else []


def _is_name(cell: Span) -> bool:
    return is_heading_like(cell.text) and len(cell.text.split()) <= _MOST_WORDS


def _name(row: Block) -> str:
    return key(in_words(row.cells[0].text))


def _names(card: Sequence[Block]) -> Iterator[str]:
    return (_name(row) for row in card)


def _row(names: Sequence[str], card: Sequence[Block]) -> Block:
    """A card as a row, its values in the order of the names."""
    values = {_name(row): row.cells[1] for row in card}
    first, last = card[0], card[-1]
    blank = Span("", first.start, first.start, first.line)
    cells = tuple(values.get(name, blank) for name in names)
    return Block(BlockKind.ROW, "", first.start, last.end, first.line, cells=cells, table=first.table)
