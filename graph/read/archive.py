"""Office files are zip archives of XML parts. Here they are unpacked within limits, before a reader meets them.

What a reader is given is a copy that holds the XML parts alone: without pictures and embedded files, so that nothing
is unpacked that is not read. No Office program writes a document type into a part, and through one XML
can expand without end or ask for other files: a part that has one is refused
(https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from graph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Through = Callable[[str, Iterator[bytes]], Iterator[bytes]]

_MB = 1024 * 1024
_MOST_PARTS = 10_000
_ENTRY = b"PK\x01\x02"  # what each entry of a zip archive's directory starts with
_ENCRYPTED = 1  # the bit of an entry that says so
_CONTENT_TYPES = "[Content_Types].xml"
_NEVER_READ = ("customXml/", "xl/chartsheets/")  # what document servers add for themselves; charts on their own
_DAMAGED = (EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
_MARK = b"\xef\xbb\xbf"
_ENCODING = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What has other names and is the same: Office's strict form (ISO/IEC 29500-1 beside -4), Word's templates, and
# documents with macros, which are never run.
_OTHER_NAMES = (
    (re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/"), rb"http://schemas.openxmlformats.org/\1/2006/"),
    (re.compile(rb"application/vnd\.ms-word\.\w+\.macroEnabled\w*\.main\+xml"), _WORD),
    (re.compile(_WORD.replace(b"document.main+", rb"template\.main\+")), _WORD),
)


def part_names(path: Path, data: bytes) -> frozenset[str]:
    """What an archive holds, by its directory: nothing is unpacked. Raises DocumentError where it is damaged."""
    with _opened(path, data) as archive:
        return frozenset(map(_name, archive.namelist()))


def content_types(path: Path, data: bytes) -> str:
    """The part of an Office file that says what its other parts are; empty where it has none."""
    with _opened(path, data) as archive:
        for entry in archive.infolist():
            if _name(entry.filename) == _CONTENT_TYPES:
                return b"".join(_unpacked(path, archive, entry, _MB)).decode("utf-8", "replace")
    return ""


def repacked(path: Path, data: bytes, largest: int, through: Through | None = None) -> io.BytesIO:
    """A copy of an Office file that is safe to hand to a library.

    `through` may change a part on its way: it gets its name, and its bytes in pieces that end where a tag starts. A
    part of which it lets nothing pass is left out.
    Raises DocumentError where the XML unpacks to more than `largest` bytes, whatever its directory says, where a part
    has a document type, and where it is damaged or encrypted.
    """
    copy = io.BytesIO()
    with _opened(path, data) as archive, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as safe:
        left = largest
        for name, entry in sorted({_name(one.filename): one for one in archive.infolist()}.items()):
            if _is_read(name):
                pieces = _checked(path, _unpacked(path, archive, entry, left))
                left -= entry.file_size
                _copy(safe, name, through(name, pieces) if through else pieces)
    copy.seek(0)
    return copy


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        if data.count(_ENTRY) > _MOST_PARTS:
            raise DocumentError(path, f"is an archive of more than {_MOST_PARTS:,} files", "give the document itself")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(entry.flag_bits & _ENCRYPTED for entry in archive.infolist()):
                raise DocumentError(path, "is encrypted", "save it without a password")
            yield archive
    except _DAMAGED as error:
        raise damaged(path) from error


def _copy(safe: zipfile.ZipFile, name: str, pieces: Iterator[bytes]) -> None:
    start = next(pieces, None)
    if start is not None:
        with safe.open(name, "w") as part:
            part.writelines(chain([start], pieces))


def damaged(path: Path) -> DocumentError:
    """What to say of a file that breaks off, or whose parts cannot be read."""
    return DocumentError(path, "is incomplete or damaged", "get it again, or open it and save it anew")


def _name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _is_read(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels")) and not name.startswith(_NEVER_READ)


def _unpacked(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """A part, piece by piece: a part that unpacks to more than its directory says is cut off there, and damaged."""
    if entry.file_size > most:
        remedy = "open it and save it anew, or save it as PDF"
        raise DocumentError(path, "unpacks to far more than a document holds", remedy)
    with archive.open(entry) as part:
        while piece := part.read(_MB):
            yield piece


def _checked(path: Path, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A part of XML as it comes, unless it has a document type, or an encoding in which one could hide."""
    start = next(pieces, b"")
    if start:
        _check_encoding(path, start)
    for piece in _between_tags(chain([start], pieces)):
        yield _plain(path, piece)


def _between_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that end where a tag starts, so that no tag is divided."""
    rest = b""
    for piece in pieces:
        rest += piece
        cut = rest.rfind(b"<")
        cut = cut if cut > 0 else len(rest)
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def _check_encoding(path: Path, start: bytes) -> None:
    start = start.removeprefix(_MARK).lstrip()
    declared = _ENCODING.match(start)
    if not start.startswith(b"<") or b"\0" in start[:4] or (declared and declared[1].lower() not in _ENCODINGS):
        raise damaged(path)


def _plain(path: Path, piece: bytes) -> bytes:
    if _DOCUMENT_TYPE.search(piece):
        raise DocumentError(path, "holds a document type, which no Office program writes", "open it and save it anew")
    for other, name in _OTHER_NAMES:
        piece = other.sub(name, piece)
    return piece
