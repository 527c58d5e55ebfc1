"""What a sheet says of its rows and columns beside their cells: which are merged, and which are hidden.

openpyxl tells it only of sheets that it holds in memory whole. So it is searched for in a sheet's XML
(ISO/IEC 29500-1, 18.3.1) while the file is copied, and left out of the copy with all else that is not a cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = re.compile(rb"<((?:\w+:)?)worksheet\b[^>]*>")
_CELLS = re.compile(rb"<(?:\w+:)?sheetData\b[^>]*>")
_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_TAG = re.compile(rb"<(?:\w+:)?(row|col|mergeCell)\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"\b(r|min|max|hidden|ref)\s*=\s*[\"']([^\"']*)[\"']")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_NOT_NEEDED = ("docProps/", "xl/theme/")
_MOST_AREAS = 10_000
_LAST_COLUMN = 16_384
_ON = ("1", "true")


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one, by their first and last rows and columns, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Marks:
    """The merged areas of a sheet, and the numbers of its hidden rows and columns, from 1."""

    areas: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def note(self, piece: bytes) -> None:
        """Search a piece of XML in which no tag is divided."""
        for name, attributes in _TAG.findall(piece):
            if name == b"mergeCell" or b"hidden" in attributes:
                self._note_tag(name, {key: value.decode("latin-1") for key, value in _ATTRIBUTE.findall(attributes)})

    def _note_tag(self, name: bytes, attributes: dict[bytes, str]) -> None:
        if name == b"mergeCell":
            area = _AREA.fullmatch(attributes.get(b"ref", ""))
            if area and len(self.areas) < _MOST_AREAS:
                self.areas.append(Area(int(area[2]), _column(area[1]), int(area[4]), _column(area[3])))
        elif attributes.get(b"hidden") not in _ON:
            return
        elif name == b"row":
            self.hidden_rows.add(_number(attributes.get(b"r", "")))
        else:
            last = min(_number(attributes.get(b"max", "")), _LAST_COLUMN)
            self.hidden_columns.update(range(_number(attributes.get(b"min", "")), last + 1))


class MarkedSheets:
    """The marks of the sheets of a workbook, by the names of their parts, gathered while it is repacked."""

    def __init__(self) -> None:
        self.by_part: defaultdict[str, Marks] = defaultdict(Marks)

    def through(self, name: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Let a part pass, unless nothing in it is needed; of a sheet, its cells.

        Of what does not pass, nothing that openpyxl cannot read does any harm.
        """
        if name.startswith(_NOT_NEEDED):
            return
        start = next(pieces, b"")
        root = _ROOT.search(start)
        while root and not _CELLS.search(start) and (piece := next(pieces, b"")):
            start += piece
        cells = _CELLS.search(start)
        if not root or not cells:
            yield start
            yield from pieces
            return
        marks = self.by_part[name]
        marks.note(start[: cells.start()])
        prefix = root[1]
        yield root[0] + b"<%bdimension ref='A1'/>" % prefix  # without one openpyxl reads a sheet twice
        closing = b"</%bworksheet>" % prefix
        if cells[0].endswith(b"/>"):
            yield cells[0] + closing
            return
        for piece in chain([start[cells.start() :]], pieces):
            end = _END.search(piece)
            marks.note(piece)
            if end:
                yield piece[: end.end()] + closing
                break
            yield piece
        for piece in pieces:
            marks.note(piece)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
