"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from graph.errors import OutputError


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and rename. Raises OutputError; what stood there before is then untouched."""
    beside = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.absolute().parent, prefix=f".{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        if beside:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise OutputError(path, error.strerror or str(error)) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
