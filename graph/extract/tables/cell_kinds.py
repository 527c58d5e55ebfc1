"""What a cell of a table does: it says what is to be done, what came about, who, or what a body takes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.names.lexicon import words
from graph.extract.numbering.wording import is_act
from graph.extract.statements import status_of
from graph.extract.tables.pledge_cells import is_blank, pledges_in, reference_of
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.blocks import Span

_MOST_WORDS_OF_NAME = 8
_NAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def share(cells: Sequence[Span], test: Callable[[str], object]) -> float:
    """How much of a column passes a test, from 0 to 1."""
    return sum(bool(test(cell.text)) for cell in cells) / len(cells) if cells else 0.0


def acts_in(cells: Sequence[Span], width: int = 0) -> list[Span]:
    """The pieces of a column's cells that could each be a pledge."""
    return [piece for cell in cells if not is_blank(cell.text) for piece in pledges_in(cell, width)]


def is_to_be_done(text: str) -> bool:
    """Whether a text says what is to be done: by an act ("Open a hub"), a promise ("We will ..."), or advice."""
    bare = text[reference_of(text)[1] :]
    return is_act(bare) or says("pledge in words", bare) or says("advises", bare)


def undertakes(text: str) -> bool:
    """Whether a reply takes something on: "We'll buy another", "Replace all lamps"."""
    return says("undertakes", text) or is_act(text)


def tells(text: str) -> bool:
    """Whether a text tells what came about, and does not say what is to be done."""
    return (status_of(text) is not None or says("happened", text)) and not is_to_be_done(text)


def came_about(text: str) -> bool:
    """Whether a result was reached, or was said not to be."""
    return status_of(text) in (Status.ACHIEVED, Status.OUTSTANDING) or says("happened", text)


def is_wordy(text: str, fewest: int) -> bool:
    """Whether a text has as many words, numbers left aside."""
    return len([word for word in text.split() if any(map(str.isalpha, word))]) >= fewest


def names_holder(text: str) -> bool:
    """Whether a short text names a post, a team or a body: "Head of Estates", "Parks Department"."""
    said = [word.casefold() for word in _NAME.findall(text)]
    if not said or len(said) > _MOST_WORDS_OF_NAME or not text.strip()[0].isupper() or text.rstrip().endswith("."):
        return False
    if any(map(str.isdigit, text)) or is_act(text):
        return False
    last, first = said[-1], said[0]
    ends = words("post_ends") | words("organisations") | words("teams")
    return last in ends or last.removesuffix("s") in ends or first in words("posts")
