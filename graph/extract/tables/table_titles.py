"""The rows and headings that say what the rows below them are about, and are no pledges themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.blocks import BlockKind, Span
from graph.extract.headings import title_of
from graph.extract.numbering.wording import is_act
from graph.extract.tables.pledge_cells import reference_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block

    Path = tuple[str, ...]

_LONGEST_THEME = 150  # characters of a row that heads those below it
_FEW_COLUMNS = 3
_SHORT_TITLE = 3  # words, among pledges that have twice as many


def title_before(header: Sequence[Block], body: Sequence[Block]) -> Path:
    """What heads the first rows of a table in which such rows head the others too, where it stands above the header."""
    titles = [row for row in header if len(said_in(row)) == 1 < len(row.cells)]
    alike = any(len(said_in(row)) == 1 < len(row.cells) for row in body)
    return (title_of(said_in(titles[-1])[0].text),) if titles and alike else ()


def said_in(row: Block) -> list[Span]:
    """The cells of a row that say something, each once."""
    return [cell for cell in dict.fromkeys(row.cells) if cell.text.strip()]


def is_theme(row: Block, pledge: int, usual: int) -> bool:
    """Whether a row heads those below it: one cell across the table, or a first one that is no pledge of its own.

    `usual` is how many words a pledge of the table has: a pledge of which nothing is said stands alone in its row too.
    """
    said = said_in(row)
    if (
        len(said) != 1
        or len(row.cells) == 1
        or len(said[0].text) > _LONGEST_THEME
        or said[0].text.rstrip().endswith(".")
    ):
        return False
    if len(set(row.cells)) == 1 or row.strong or pledge != row.cells.index(said[0]):
        return True
    text, words = said[0].text, len(said[0].text.split())
    is_title = text.isupper() or (title_of(text) != text and not text[0].isdigit())
    is_short = words <= _SHORT_TITLE and usual > 2 * words + 1 and not is_act(text)
    return is_title or (len(row.cells) > _FEW_COLUMNS and is_short)


def numbered_heading(before: Sequence[Block]) -> Span | None:
    """The heading right above a table, where it is numbered as an action is."""
    last = before[-1] if before else None
    if (
        last is None
        or last.kind is BlockKind.BULLET
        or not reference_of(last.text)[0]
        or len(last.text) > _LONGEST_THEME * 2
    ):
        return None
    return Span(last.text, last.start, last.end, last.line)
