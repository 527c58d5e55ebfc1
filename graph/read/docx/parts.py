"""The parts of a DOCX file that are read: its text, its styles, its lists and its properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.archive import damaged, repacked
from graph.read.package import Package

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

_LARGEST = 32 * 1024 * 1024  # bytes of XML: a thousand pages and more
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts; None where a document has no such part. `title` is that of its properties."""

    document: Element
    styles: Element | None
    numbering: Element | None
    title: str


def parts_of(path: Path, data: bytes) -> Parts:
    """Open a DOCX file. Raises DocumentError where it is damaged or encrypted, or unpacks to too much."""
    package = Package(path, repacked(path, data, _LARGEST))
    main = package.related("", "officeDocument") or "word/document.xml"
    document = package.part(main)
    if document is None:
        raise damaged(path)
    properties = package.part(package.related("", "core-properties"))
    return Parts(
        document=document,
        styles=package.part(package.related(main, "styles")),
        numbering=package.part(package.related(main, "numbering")),
        title="" if properties is None else properties.findtext(_TITLE) or "",
    )
