"""From Excel workbooks (XLSX) to the rows of their sheets. Formulas are not calculated: their last results are read."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import DocumentError
from graph.read.archive import damaged, repacked
from graph.read.package import Package
from graph.read.sheets.colours import colour_name, fill_in
from graph.read.sheets.grid import MOST_ROWS, too_many_rows
from graph.read.sheets.marks import MarkedSheets, Marks
from graph.read.sheets.merged import Merged
from graph.read.sheets.values import shown

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graph.read.sheets.grid import Row

_LARGEST = 200 * 1024 * 1024  # bytes of XML
_LAST_ROW = 1_048_576  # that a sheet has in Excel
_MOST_COLUMNS = 256
_GAP = 10_000  # empty rows after which nothing follows, however many more were formatted
_KEY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHEET = ".//{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_VISIBLE = "visible"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that can be seen: its name, and its rows in which something is said."""

    name: str
    rows: list[Row]


def sheets_of(path: Path, data: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook, in order. Raises DocumentError where it is damaged, encrypted or too large."""
    import openpyxl

    marked = MarkedSheets()
    copy = repacked(path, data, _LARGEST, marked.through)
    parts = _parts(path, copy)
    with warnings.catch_warnings():  # of what openpyxl leaves out: pictures, conditional formats and the like
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(copy, read_only=True, data_only=True, keep_links=False)
            for sheet in workbook.worksheets:
                if sheet.sheet_state == _VISIBLE:
                    sheet.reset_dimensions()  # which may be wrong, and are not needed
                    yield Sheet(sheet.title, _rows(path, sheet, marked.by_part[parts.get(sheet.title, "")]))
        except DocumentError:
            raise
        except Exception as error:  # openpyxl raises whatever its parsing of a damaged part comes upon
            raise damaged(path) from error


def _parts(path: Path, copy: io.BytesIO) -> dict[str, str]:
    """The names of the parts that hold the sheets, by the names of the sheets."""
    package = Package(path, copy)
    main = package.related("", "officeDocument") or "xl/workbook.xml"
    targets = {one.key: one.target for one in package.relations(main)}
    root = package.part(main)
    sheets = root.iterfind(_SHEET) if root is not None else ()
    return {sheet.get("name", ""): targets.get(sheet.get(_KEY, ""), "") for sheet in sheets}


def _rows(path: Path, sheet: Any, marks: Marks) -> list[Row]:
    merged = Merged(marks, _MOST_COLUMNS)
    rows: list[Row] = []
    colours: list[dict[int, str]] = []
    gap = 0
    for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW), start=1):
        texts = [_text(cell) for cell in cells[:_MOST_COLUMNS]]
        gap = 0 if any(texts) else gap + 1
        if gap > _GAP:
            break
        row = merged.seen(number, texts)
        if any(isinstance(one, str) for one in row.values()):
            rows.append(row)
            colours.append(_colours(cells, marks))
        if len(rows) > MOST_ROWS:
            raise too_many_rows(path)
    fill_in(rows, colours)
    return rows


def _colours(cells: Sequence[Any], marks: Marks) -> dict[int, str]:
    """The names of the colours of the cells that can be seen, by their column from 0."""
    named = {column: _colour(cell) for column, cell in enumerate(cells[:_MOST_COLUMNS])}
    return {column: name for column, name in named.items() if name and column + 1 not in marks.hidden_columns}


def _text(cell: Any) -> str:
    """What a cell shows; an error shows nothing that anyone has said."""
    if cell.value is None or cell.data_type == "e":
        return ""
    return shown(cell.value, cell.number_format)


def _colour(cell: Any) -> str:
    """The name of the colour that fills a cell."""
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "indexed":
        from openpyxl.styles.colors import COLOR_INDEX

        return colour_name(COLOR_INDEX[colour.indexed][-6:]) if colour.indexed < len(COLOR_INDEX) else ""
    return colour_name(colour.rgb[-6:]) if colour.type == "rgb" else ""
