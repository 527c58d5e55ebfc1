"""A folder that is written whole or not at all: beside the old one first, then swapped with it."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Stands in every folder that was made here, so that no other is ever replaced.
MARK = ".strategy-links-site"

_ANOTHER = "name a folder that is empty or not there yet"


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """A new folder to write into, which takes the place of `folder` at the end.

    Raises OutputError where something else stands there, or the disk does not take it; what stood there stays.
    """
    target = folder.resolve()
    _check(folder, target)
    new = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        yield new
        (new / MARK).write_text("Made by strategy-links site; made again, it is replaced whole.\n", encoding="utf-8")
        new.chmod(0o755)
        _swap(new, target)
    except OSError as error:
        raise OutputError(folder, error.strerror or str(error), _ANOTHER) from error
    finally:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path in the folder."""
    wholes = {folder / path: content for path, content in files.items()}
    for parent in {whole.parent for whole in wholes}:
        parent.mkdir(parents=True, exist_ok=True)
    for whole, content in wholes.items():
        whole.write_bytes(content)


def _check(folder: Path, target: Path) -> None:
    if target.is_dir():
        if not (target / MARK).is_file() and next(target.iterdir(), None) is not None:
            raise OutputError(folder, "it holds something else", _ANOTHER)
    elif target.exists():
        raise OutputError(folder, "it is a file", _ANOTHER)


def _swap(new: Path, target: Path) -> None:
    """Put the new folder in the place of the old one, which comes back if that fails."""
    if not target.exists():
        new.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.")) / "old"
    try:
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
