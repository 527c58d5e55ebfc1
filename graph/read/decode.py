"""From a file's bytes to its text, whatever encoding it came in."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

# Byte order marks, the longest first: UTF-32 little-endian starts with UTF-16's mark.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LARGEST = 64 * 1024 * 1024
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b")
_SAVE_AS_TEXT = "save it as plain text in UTF-8 and try again"


@dataclass(frozen=True, slots=True)
class RawText:
    """A decoded file. Offsets everywhere count the code points of `text`; line ends stay as they are."""

    file_name: str
    text: str
    sha256: str


def read_text(path: Path) -> RawText:
    """Read a text file in UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises DocumentError where there is no such file, or it is empty, a directory, too large or not text.
    """
    if not path.name.isprintable():
        raise DocumentError(path, "has a name that is not plain text", "rename it")
    data = _read_bytes(path)
    text = _decode(data)
    if text is None or any(character in _CONTROLS for character in text):
        raise DocumentError(path, "is not a text file", _SAVE_AS_TEXT)
    if not text.strip():
        raise DocumentError(path, "is empty", "give a file that has text in it")
    return RawText(path.name, text, hashlib.sha256(data).hexdigest())


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(path, "is a directory", "name the files in it, or put a strategies.toml in it")
        if path.exists() and not path.is_file():
            raise DocumentError(path, "is not a file", "name a file with text in it")
        if path.stat().st_size > _LARGEST:
            raise DocumentError(path, "is larger than 64 MB", "split it into its documents")
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(path, "there is no such file", "check the name and the folder") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(path, f"cannot be read ({reason})", "check that you may read it") from error


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    text = _try(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in data:  # text without a mark holds NUL bytes only where it is UTF-16
        return _try(data, "utf-16-be" if data[::2].count(0) > data[1::2].count(0) else "utf-16-le")
    return _try(data, "windows-1252")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
