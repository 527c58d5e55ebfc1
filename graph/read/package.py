"""The parts of an Office file, and how they refer to one another (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from graph.read.archive import damaged

if TYPE_CHECKING:
    import io
    from pathlib import Path
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: by which key, as what ("styles"), and the name of the other part."""

    key: str
    kind: str
    target: str


class Package:
    """An Office file that `archive.repacked` has found to be safe."""

    def __init__(self, path: Path, copy: io.BytesIO) -> None:
        self._path = path
        self._archive = zipfile.ZipFile(copy)
        self._names = frozenset(self._archive.namelist())

    def part(self, name: str) -> Element | None:
        """The root of a part of XML; None where there is no such part, or an empty one. Raises DocumentError."""
        data = self._archive.read(name) if name in self._names else b""
        try:
            return ElementTree.fromstring(data) if data else None  # noqa: S314 - what was repacked has no document type
        except ElementTree.ParseError as error:
            raise damaged(self._path) from error

    def relations(self, name: str) -> list[Relation]:
        """What a part refers to within the file; the empty name stands for the file as a whole."""
        folder, file = posixpath.split(name)
        found = self.part(posixpath.join(folder, "_rels", file + ".rels"))
        return [
            Relation(
                key=one.get("Id", ""),
                kind=one.get("Type", "").rpartition("/")[2],
                target=posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
            )
            for one in (found if found is not None else ())
            if (target := one.get("Target")) and one.get("TargetMode") != "External"
        ]

    def related(self, name: str, kind: str) -> str:
        """The name of the part that a part has of a kind; empty where it has none."""
        return next((one.target for one in self.relations(name) if one.kind == kind), "")
