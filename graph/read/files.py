"""A file of any format becomes text and blocks: each format has its reader."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from graph.blocks import Reading
from graph.errors import DocumentError
from graph.read import laid
from graph.read.decode import decoded, read_bytes, sha256_of
from graph.read.formats import Format, format_of

if TYPE_CHECKING:
    from pathlib import Path


class _Reader(Protocol):
    """The module of a format."""

    def read(self, path: Path, data: bytes) -> Reading:
        """Read a file that is of that format. Raises DocumentError."""


def read_document(path: Path) -> Reading:
    """Read a file of any format.

    Raises DocumentError where there is no such file, or it cannot be read, is too large, or holds no text.
    """
    data = read_bytes(path)
    form = format_of(path, data)
    if form is Format.TEXT:
        text = decoded(data) or ""
        reading = laid.read(path.name, text, sha256_of(data)) or Reading(path.name, text, sha256_of(data))
    else:  # imported late: the libraries of other formats take their time
        reading = cast("_Reader", import_module(f"graph.read.{form}")).read(path, data)
    if not reading.text.strip():
        problem = "is empty" if form is Format.TEXT else "holds no text"
        raise DocumentError(path, problem, "give a file that has text in it")
    return reading
