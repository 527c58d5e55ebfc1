"""What people typed, or coded for the eye, where their format has a better way to say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISABLE = re.compile(r"[\d\s,]*")
# A bullet at the start of a line. A tick is none: it may be all that a line says of its status.
_BULLET = re.compile(r"(?P<marker>[•●◦▪■‣➢·\uf0b7\uf0a7]|[*–-](?=\s)|o(?=\t))\s*(?=\S)")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST = 9999  # number of an item of a list
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


def raised(text: str) -> str:
    """Digits in superscript as characters of their own, as the marks of footnotes are; other text as it is.

    >>> raised("12"), raised("st")
    ('¹²', 'st')
    """
    return text.translate(_RAISED) if _RAISABLE.fullmatch(text) else text


def counted(count: int, form: str) -> str:
    """The number of an item, in a form of Word's (ST_NumberFormat); digits for forms that are not known here.

    >>> counted(4, "lowerRoman"), counted(28, "upperLetter"), counted(4, "decimalZero")
    ('iv', 'BB', '04')
    """
    count = min(count, _LARGEST)
    if form.endswith("Letter") and count > 0:
        written = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif form.endswith("Roman"):
        written = _roman(count)
    else:
        written = f"{count:02}" if form == "decimalZero" else str(count)
    return written.upper() if form.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (count // size)
        count %= size
    return written


def parted(text: str) -> Iterator[tuple[str, str]]:
    r"""A passage as paragraphs and bullets, each with its marker, where it holds more than one by its line breaks.

    >>> list(parted("We will:\n• open a hub\nin the north\n• train staff"))
    [('', 'We will:'), ('•', 'open a hub\nin the north'), ('•', 'train staff')]
    """
    for paragraph in _GAP.split(text):
        marker, lines = "", list[str]()
        for line in paragraph.strip("\n").split("\n"):
            bullet = _BULLET.match(line.lstrip(" "))
            if bullet and lines:
                yield marker, "\n".join(lines)
                lines = []
            if bullet:
                marker = _plain(bullet["marker"])
                line = line.lstrip(" ")[bullet.end() :]
            lines.append(line)
        yield marker, "\n".join(lines)


def _plain(marker: str) -> str:
    """Bullets that only one font draws are written as others are."""
    return "•" if marker >= "\uf000" else marker
