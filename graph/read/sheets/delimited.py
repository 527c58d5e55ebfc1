"""From CSV and its like (RFC 4180) to rows, whatever the sign between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.errors import DocumentError
from graph.read.sheets.grid import MOST_ROWS, too_many_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.read.sheets.grid import Row

_DELIMITERS = ",;\t|"
_NAMED = re.compile(r"sep=(.)\r?\n")  # Excel's own way to say which
_SAMPLE = 65_536  # characters by which a delimiter is told


def rows_of(path: Path, text: str) -> Iterator[Row]:
    """The rows of a text. Raises DocumentError where it cannot be divided, as after a quotation mark left open."""
    named = _NAMED.match(text)
    delimiter = named[1] if named else _delimiter(text[:_SAMPLE])
    reader = csv.reader(io.StringIO(text[named.end() if named else 0 :], newline=""), delimiter=delimiter)
    rows, complete = 0, 0
    try:
        for cells in reader:
            complete = reader.line_num
            if any(map(str.strip, cells)):
                rows += 1
                yield dict(enumerate(cells))
            if rows > MOST_ROWS:
                raise too_many_rows(path)
    except csv.Error as error:
        problem = f"cannot be divided into cells after line {complete} ({error})"
        raise DocumentError(path, problem, "mend its quotation marks, or save it as XLSX") from error


def _delimiter(sample: str) -> str:
    """The sign that divides most lines into as many cells, and then into more cells."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row)
    except csv.Error:
        return 0.0, 0
    divided = {width: count for width, count in widths.items() if width > 1}
    if not divided:
        return 0.0, 0
    width = max(divided, key=lambda one: (divided[one], one))
    return divided[width] / widths.total(), width
