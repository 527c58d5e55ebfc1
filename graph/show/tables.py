"""Rows as text for people and as files for spreadsheets: table, JSON, CSV, TSV, XLSX.

Text from documents is data: terminals get no control characters, spreadsheets nothing they would run.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REPLACEMENT = "�"
_HARMLESS = frozenset("\n\t\u200c\u200d\u00ad")
_UNUSUAL, _UNUSUAL_IN_JSON = re.compile(r"[^\x20-\x7e]"), re.compile(r"[^\n\x20-\x7e]")  # only these can steer
_NARROWEST, _WIDEST = 8, 60  # characters of a column in a spreadsheet; longer texts are folded

Cell = str | int | float | bool | None


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names. A cell is None where there is nothing to say."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, records: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> Table:
        """One row for each record; lists become text, parted by semicolons."""
        names = tuple(columns or dict.fromkeys(key for record in records for key in record))
        return cls(names, tuple(tuple(_cell(record.get(name)) for name in names) for record in records))


def render(table: Table, form: Format, data: Any = None, width: int = 120) -> bytes:
    """An answer as bytes. `data` is what JSON shows, the rows by column name where it is None."""
    if form is Format.JSON:
        shown = [dict(zip(table.columns, row, strict=True)) for row in table.rows] if data is None else data
        return (_escaped(json.dumps(shown, indent=2, ensure_ascii=False)) + "\n").encode()
    if form is Format.XLSX:
        return _workbook(table)
    if form is Format.TABLE:
        return _for_terminal(table, width).encode()
    return _separated(table, "\t" if form is Format.TSV else ",").encode()


def printable(text: str) -> str:
    """A text on one line without what would steer a terminal or turn the direction of writing.

    >>> printable("a\\x1b[31mb\\nc")
    'a�[31mb c'
    """
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    """The same with its white space kept. Joiners inside words and emoji, and soft hyphens, are harmless and stay."""
    return _UNUSUAL.sub(lambda one: _REPLACEMENT if _steers(one[0]) else one[0], text)


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") and character not in _HARMLESS


def inert(text: str) -> str:
    """A text that no spreadsheet runs as a formula: an apostrophe is put before one that starts like it.

    The characters are those of OWASP's page on CSV injection.

    >>> inert("=1+1")
    "'=1+1"
    """
    return "'" + text if re.match(r"[=+\-@\t\r\n]", text) else text


def _escaped(written: str) -> str:
    """JSON in which whatever would steer a terminal stands as an escape: the same data, in visible characters."""
    return _UNUSUAL_IN_JSON.sub(lambda one: _escape(one[0]) if _steers(one[0]) else one[0], written)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[index : index + 2].hex()}" for index in range(0, len(units), 2))


def _cell(value: Any) -> Cell:
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value) or None
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)


def _separated(table: Table, delimiter: str) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")  # RFC 4180
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([inert(printable(cell)) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()


def _workbook(table: Table) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Answer")
    sheet.freeze_panes = "A2"
    widths = _widths(table)
    for number, wide in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = wide
    folded = Alignment(wrap_text=True, vertical="top")

    def cell_of(value: Cell, *, bold: bool = False) -> WriteOnlyCell:
        text = isinstance(value, str)
        cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("�", value)[:32767] if isinstance(value, str) else value)
        if text:
            cell.data_type = "s"  # a text that starts with = stays a text
        if bold:
            cell.font = Font(bold=True)
        if isinstance(value, str) and len(value) > _WIDEST:
            cell.alignment = folded
        return cell

    sheet.append([cell_of(name, bold=True) for name in table.columns])
    for row in table.rows:
        sheet.append([cell_of(value) for value in row])
    return _without_clock(book)


def _widths(table: Table) -> list[int]:
    """How wide each column is in a spreadsheet, in characters: as its longest text, within reason."""
    return [
        max(_NARROWEST, min(_WIDEST, max(len("" if cell is None else str(cell)) for cell in column) + 2))
        for column in zip(table.columns, *table.rows, strict=True)
    ]


def _without_clock(book: Any) -> bytes:
    """A workbook's bytes with no time in them: the same rows give the same file."""
    import datetime

    from graph.show.steady import EPOCH, without_clock

    book.properties.created = book.properties.modified = datetime.datetime(*EPOCH)
    buffer = io.BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def _for_terminal(table: Table, width: int) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in table.columns:
        shown.add_column(column, overflow="fold")
    for row in table.rows:
        shown.add_row(*(Text("" if cell is None else printable(str(cell))) for cell in row))
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False, legacy_windows=False)
    console.print(shown)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in lines) + "\n"
