"""What stands in a folder: documents to read, and what is passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.read.formats import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What Strategy Links has written itself: its pages, and its tables of commitments.
_OWN = re.compile(
    rb'[^\0]{0,2000}<meta name="generator" content="Strategy Links"'
    rb"|(?:\xef\xbb\xbf)?pledge([,\t])theme\1status\1owners\1owner_parents\1"
)
_START = 4096  # bytes
_MANIFEST_ENDINGS = frozenset({".toml", ".ttl"})
_ABOUT = re.compile(r"(?:readme|sources|licen[cs]e|notice|changelog)\b", re.IGNORECASE)  # what tells of a folder
_DECISIONS = "decisions.tsv"


def files_in(folder: Path, *, below: bool = False) -> Iterator[Path]:
    """The files of a folder in order, and of the folders below it if asked for; hidden ones are none."""
    try:
        entries = sorted(folder.iterdir())
    except PermissionError:
        if not below:
            raise
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_file():
            yield path
        elif below and path.is_dir() and not path.is_symlink():
            yield from files_in(path, below=True)


def is_document(path: Path) -> bool:
    """Whether a file may be a document: its ending is one of those read, and it is no answer that was saved there."""
    return path.suffix.lower() in ENDINGS and not _is_about(path) and not _is_own(path)


def passed_over(folder: Path) -> Iterator[str]:
    """The names of files in a folder, and below it, that are taken for no documents of it."""
    for path in files_in(folder, below=True):
        if not _is_about(path) and not (path.parent == folder and is_document(path)):
            yield path.relative_to(folder).as_posix()


def _is_about(path: Path) -> bool:
    """Whether a file tells of the folder or of how its documents are read, and is nobody's document."""
    beside = path.name == _DECISIONS or path.suffix.lower() in _MANIFEST_ENDINGS
    return beside or bool(_ABOUT.match(path.name))


def _is_own(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(_OWN.match(file.read(_START)))
    except OSError:  # reading it says so
        return False
