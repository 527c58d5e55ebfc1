"""What a file is: by what it holds, and by its extension only where that does not tell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.errors import DocumentError
from graph.read.archive import content_types, part_names
from graph.read.decode import decoded

if TYPE_CHECKING:
    from pathlib import Path


class Format(StrEnum):
    """The formats that are read. Each but plain text, whose lines `extract` divides, has a module of its name."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    SHEETS = "sheets"


_EXTENSIONS = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".csv": Format.SHEETS,
    ".tsv": Format.SHEETS,
    ".tab": Format.SHEETS,
    ".xlsx": Format.SHEETS,
}
#: The endings of the documents that are read.
ENDINGS = frozenset({".text", *_EXTENSIONS})
_EXPORTED = ".xls"  # many programs give this name to what is a text with tabs, or HTML
_SAVE = "save it as DOCX, XLSX or PDF"
_UNPACK = "unpack it and give the document itself"
_WITH_TEXT = "give the document itself, with its text"
# What files start with that cannot be read (https://www.nationalarchives.gov.uk/PRONOM/).
_PICTURES = (
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|BM.{4}\0{4}|....ftyp(?:hei|mif|avif)|\s*<svg\b"
)
_REFUSED = (
    (_PICTURES, "a picture", _WITH_TEXT),
    (rb"....ftyp|ID3[\2-\4]|OggS\0|fLaC\0|RIFF....(?:AVI|WAVE)|\x1aE\xdf\xa3", "a recording", _WITH_TEXT),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!\x1a|BZh\d|\xfd7zXZ", "an archive", _UNPACK),
    (rb"\s*\{\\rtf", "in Rich Text Format", _SAVE),
    (rb"(?:From:|MIME-Version:).{0,2000}?multipart/related", "a web page saved as an archive", "save it as HTML"),
    (rb"<\?xml.{0,400}?(?:<\?mso-application|<pkg:package|<w:wordDocument)", "in Office's own XML", _SAVE),
)
# What the directory of an older Office file names (https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/).
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "encrypted"
_OLD = (
    ("EncryptedPackage", _ENCRYPTED, "save it without a password"),
    ("WordDocument", "a Word document of before 2007", "save it as DOCX or PDF"),
    ("Workbook", "an Excel workbook of before 2007", "save it as XLSX"),
    ("PowerPoint Document", "a presentation of before 2007", "save it as PDF"),
    ("__properties_version", "an e-mail", "save it as text or PDF"),
    ("", "an old Office file or is encrypted", "save it as DOCX, XLSX or PDF without a password"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The names of what is packed in a zip archive, one a line, and the types that an Office file says they are of.
_PACKED = (
    (r"wordprocessingml\.\w+\.main|ms-word\.\w+\.macro|^word/document\.xml$", Format.DOCX),
    (r"spreadsheetml\.\w+\.main|ms-excel\.(?:sheet|template)\.macro|^xl/workbook\.xml$", Format.SHEETS),
)
_REFUSED_PACKED = (
    (r"^xl/workbook\.bin$", "a binary Excel workbook", "save it as XLSX"),
    (r"^ppt/", "a presentation", "save it as PDF"),
    (r"^META-INF/container\.xml$", "an e-book", "save it as HTML or PDF"),
    (r"^content\.xml$[\s\S]*^mimetype$", "in OpenDocument format", "save it as DOCX or XLSX"),
    (r"^Index/|\.iwa$", "a Pages, Numbers or Keynote file", _SAVE),
    (r"", "a zip archive", _UNPACK),
)
_HTML = re.compile(
    r"(?:ï»¿|ÿþ|þÿ)?\s*(?><\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)
_START = 4096  # bytes that tell HTML from other text
# A heading of Markdown. Lines that start so one after the other are comments of a program.
_HEADING = re.compile(r"^#{1,6}+[^\S\n]*+[^#\s][^\n]*+(?:\n(?!#)|\Z)", re.MULTILINE)
# The line of a Markdown table between its header and its body.
_RULE = re.compile(
    r"^[^\S\n]*+\|?+[^\S\n]*+:?-{3,}+:?[^\S\n]*+(?:\|[^\S\n]*+:?-{3,}+:?[^\S\n]*+)++\|?+\s*?$", re.MULTILINE
)


def format_of(path: Path, data: bytes) -> Format:
    """What a file is. Raises DocumentError for what cannot be read.

    >>> from pathlib import Path
    >>> format_of(Path("plan.docx"), b"<!doctype html><p>Open a hub")
    <Format.HTML: 'html'>
    """
    if not data.strip():
        raise DocumentError(path, "is empty", "give a file that has text in it")
    if data.lstrip().startswith(b"%PDF-") or (_named(path) is Format.PDF and b"%PDF-" in data[:1024]):
        return Format.PDF
    if data.startswith(_ZIP):
        return _packed(path, data)
    if data.startswith(_OLD_OFFICE):
        raise next(_refused(path, what, remedy) for name, what, remedy in _OLD if name.encode("utf-16-le") in data)
    for start, what, remedy in _REFUSED:
        if re.match(start, data, re.DOTALL):
            raise _refused(path, what, remedy)
    return _of_text(path, data)


def _packed(path: Path, data: bytes) -> Format:
    names = "\n".join([*sorted(part_names(path, data)), content_types(path, data)])
    for pattern, form in _PACKED:
        if re.search(pattern, names, re.MULTILINE):
            return form
    raise next(
        _refused(path, what, remedy)
        for pattern, what, remedy in _REFUSED_PACKED
        if re.search(pattern, names, re.MULTILINE)
    )


def _of_text(path: Path, data: bytes) -> Format:
    if _HTML.match(data[:_START].decode("latin-1").replace("\0", "")):
        return Format.HTML
    text = decoded(data)
    if text is None:
        raise _unreadable(path)
    named = _named(path)
    if named in (Format.HTML, Format.SHEETS, Format.MARKDOWN):
        return named
    return Format.MARKDOWN if _is_markdown(text) else Format.TEXT


def _named(path: Path) -> Format | None:
    extension = path.suffix.lower()
    return Format.SHEETS if extension == _EXPORTED else _EXTENSIONS.get(extension)


def _is_markdown(text: str) -> bool:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    headings = _HEADING.finditer(lines)
    return len([heading for heading, _ in zip(headings, range(2), strict=False)]) == 2 or bool(_RULE.search(lines))


def _refused(path: Path, what: str, remedy: str) -> DocumentError:
    lies = path.suffix.lower() in _EXTENSIONS and what != _ENCRYPTED
    return DocumentError(path, f"is named {path.suffix} but is {what}" if lies else f"is {what}", remedy)


def _unreadable(path: Path) -> DocumentError:
    if _named(path) in (Format.DOCX, Format.PDF):
        return DocumentError(path, f"is named {path.suffix} but does not hold that", "get it again, or save it anew")
    return DocumentError(path, "is not a text file", "save it as plain text in UTF-8 and try again")
