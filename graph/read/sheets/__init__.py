"""From trackers of actions in sheets (XLSX, CSV and its like) to text and blocks: each sheet is a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import DocumentError
from graph.read.decode import decoded, sha256_of
from graph.read.sheets.delimited import rows_of
from graph.read.sheets.grid import write_rows
from graph.read.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from graph.blocks import Reading

_GIVEN_BY_EXCEL = re.compile(r"sheet\s?\d+", re.IGNORECASE)


def read(path: Path, data: bytes) -> Reading:
    """Read a workbook or a text that is divided into cells. Raises DocumentError where it cannot be read."""
    writer = Writer()
    if data.startswith(b"PK"):
        from graph.read.sheets.workbook import sheets_of

        for sheet in sheets_of(path, data):
            if sheet.rows and not _GIVEN_BY_EXCEL.fullmatch(sheet.name):
                writer.heading(sheet.name, 1)
            write_rows(writer, sheet.rows)
    else:
        text = decoded(data)
        if text is None:
            raise DocumentError(path, "is not text", "save it as CSV in UTF-8, or as XLSX")
        write_rows(writer, list(rows_of(path, text)))
    return writer.reading(path.name, sha256_of(data))
