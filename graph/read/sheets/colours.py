"""Statuses that a sheet tells by colour alone: an empty cell in a column of red, amber, green and blue ones.

A quote needs words to stand on, so such a cell is written as "[Green]". A coloured cell counts only where colour is
what its column is for, and where it is not just a part of a coloured row.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.read.sheets.grid import Row

_PALE = {"FFC7CE": "Red", "FFEB9C": "Amber", "C6EFCE": "Green"}  # Excel's styles Bad, Neutral and Good
_HUES = ((0, 14, "Red"), (20, 62, "Amber"), (75, 165, "Green"), (190, 250, "Blue"), (345, 360, "Red"))  # in degrees
_CLEAR = 0.4  # saturation and lightness of a colour that is clearly one, from 0 to 1


def colour_name(rgb: str) -> str:
    """The plain name of a colour in hexadecimal; empty where it is none of red, amber, green and blue.

    >>> colour_name("00B050"), colour_name("FFC000"), colour_name("F2F2F2")
    ('Green', 'Amber', '')
    """
    if rgb in _PALE:
        return _PALE[rgb]
    red, green, blue = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _CLEAR or value < _CLEAR:
        return ""
    return next((name for low, high, name in _HUES if low <= hue * 360 <= high), "")


def fill_in(rows: Sequence[Row], colours: Sequence[Mapping[int, str]]) -> None:
    """Write the names of colours into the empty cells of a sheet's rows, given the coloured cells of each row."""
    columns = sorted({column for row in colours for column in row})
    told = [column for column in columns if _is_of_colours(rows, colours, column)]
    for row, coloured in zip(rows, colours, strict=True):
        behind_words = {coloured.get(column) for column in row}
        names = {column: coloured[column] for column in told if column in coloured and column not in row}
        row.update({column: f"[{name}]" for column, name in names.items() if name not in behind_words})


def _is_of_colours(rows: Sequence[Row], colours: Sequence[Mapping[int, str]], column: int) -> bool:
    """Whether a column, below the heading that it may have, has colours at least as often as words without one."""
    coloured = sum(column in one for one in colours)
    plain = sum(column in row and column not in one for row, one in zip(rows, colours, strict=True))
    return coloured >= plain - 1
