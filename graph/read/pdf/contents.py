"""Contents pages: lines that lead, by dots or by their place, to the number of a page. They repeat the headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.pdf.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.read.pdf.order import Piece

_LED_TO = re.compile(r"(?:[._·…‥]\s?){4,}\s*(?:\d{1,3}|[ivxl]{1,6})$|…\s*\d{1,3}$")
_NUMBER = re.compile(r"^(?:\d{1,3}\s+)?\D.*\s\d{1,3}$")
_TITLE = re.compile(r"^(?:table of )?contents(?: page)?:?$", re.IGNORECASE)
_FEWEST = 3


def without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """What a page holds without the lines of its contents."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    dropped = set(map(id, _contents(lines)))
    return [piece for piece in pieces if id(piece) not in dropped] if dropped else list(pieces)


def _contents(lines: Sequence[Line]) -> list[Line]:
    led = {number for number, line in enumerate(lines) if _LED_TO.search(line.text)}
    titles = [number for number, line in enumerate(lines) if _TITLE.match(line.text)]
    if titles:
        led |= _numbered(lines, titles[0])
    if len(led) >= _FEWEST:  # titles that are wrapped: their first lines lead nowhere
        led |= {
            number - 1
            for number in led - {min(led)}
            if number - 1 not in led and lines[number - 1].size == lines[number].size
        }
    return [lines[number] for number in sorted(led)]


def _numbered(lines: Sequence[Line], title: int) -> set[int]:
    """Lines under the title that end with page numbers which never fall, where most of them do."""
    found: set[int] = set()
    page = 0
    for number in range(title + 1, len(lines)):
        text = lines[number].text
        if _NUMBER.match(text) and int(text.split()[-1]) >= page:
            page = int(text.split()[-1])
            found.add(number)
    return found if len(found) >= _FEWEST and len(found) * 2 > len(lines) - title - 1 else set()
