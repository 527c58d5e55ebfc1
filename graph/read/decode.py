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
_MB = 1024 * 1024
_LARGEST = 64 * _MB
# Formats that hold pictures beside their words: what they say is far shorter than they are.
_LARGEST_WITH_PICTURES = 256 * _MB
_WITH_PICTURES = (b"%PDF-", b"PK\x03\x04")
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
    data = read_bytes(path)
    text = decoded(data)
    if text is None:
        raise DocumentError(path, "is not a text file", _SAVE_AS_TEXT)
    if not text.strip():
        raise DocumentError(path, "is empty", "give a file that has text in it")
    return RawText(path.name, text, sha256_of(data))


def read_bytes(path: Path) -> bytes:
    """Read a file of any format.

    Raises DocumentError where there is no such file, or it is a directory, too large or may not be read.
    """
    if not path.name.isprintable():
        raise DocumentError(path, "has a name that is not plain text", "rename it")
    try:
        if path.is_dir():
            raise DocumentError(path, "is a directory", "name the files in it, or put a strategies.toml in it")
        if path.exists() and not path.is_file():
            raise DocumentError(path, "is not a file", "name a file with text in it")
        with path.open("rb") as file:
            largest = _LARGEST_WITH_PICTURES if file.read(8).startswith(_WITH_PICTURES) else _LARGEST
            if path.stat().st_size > largest:
                raise DocumentError(path, f"is larger than {largest // _MB} MB", "split it into its documents")
            file.seek(0)
            return file.read()
    except FileNotFoundError:
        raise DocumentError(path, "there is no such file", "check the name and the folder") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(path, f"cannot be read ({reason})", "check that you may read it") from error


def sha256_of(data: bytes) -> str:
    """The checksum by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def decoded(data: bytes) -> str | None:
    """The text that some bytes stand for; None where they are not text."""
    text = _decoded(data)
    return None if text is None or not _CONTROLS.isdisjoint(text) else text


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    text = _try(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in data:
        return _utf_16(data)
    return _try(data, "windows-1252")


def _utf_16(data: bytes) -> str | None:
    """Text without a mark has NULs only where it is UTF-16: then it has many, on one side of each pair."""
    first, second = data[::2].count(0), data[1::2].count(0)
    if max(first, second) * 8 < len(data) or min(first, second) * 8 > max(first, second):
        return None
    return _try(data, "utf-16-be" if first > second else "utf-16-le")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
