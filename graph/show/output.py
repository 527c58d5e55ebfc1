"""Where answers go: standard output or a file, and a line of progress where somebody watches."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import OutputError
from graph.show.tables import Format, Table, printable, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def chosen(form: Format, output: Path | None) -> Format:
    """The format asked for or, where none was, the one that the file's ending names."""
    ending = output.suffix[1:].lower() if output else ""
    return Format(ending) if form is Format.TABLE and ending in set(Format) else form


def answer(table: Table, form: Format, output: Path | None, data: Any = None) -> None:
    """Write rows in a format; `data` is what JSON shows instead of them. Raises OutputError."""
    if form is Format.XLSX and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise OutputError("the terminal", "a spreadsheet is not text")
    write(render(table, form, data, width()), output)


def write(content: bytes, output: Path | None) -> None:
    """To standard output, or to a file whole or not at all. Raises OutputError."""
    if output is None:
        _write_to_standard_output(content)
    elif _is_pipe_or_device(output):  # written to, never replaced
        _write_through(output, content)
    else:
        _write_whole(output, content)


def note(text: str) -> None:
    """A sentence on standard error, with nothing in it that would steer a terminal."""
    with contextlib.suppress(OSError):
        print(printable(text), file=sys.stderr)


def _write_to_standard_output(content: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("standard output", "it is closed")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("standard output", error.strerror or str(error)) from error


def _is_pipe_or_device(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file()
    except (OSError, ValueError) as error:
        raise OutputError(path, getattr(error, "strerror", None) or str(error)) from error


def _write_through(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error


def width() -> int:
    """How wide a line may be, in characters."""
    return max(60, min(shutil.get_terminal_size((120, 24)).columns, 160))


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Gives a function to call with each step. Where standard error is no terminal, it says nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("starting", total=None)
        yield lambda step: shown.update(task, description=printable(step))


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and rename. Raises OutputError; what stood there before is then untouched."""
    beside = None
    path = path.resolve()
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
