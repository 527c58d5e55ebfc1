"""What a task answers, and the sink that an answer is written into: small ones in memory, large ones in a file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from graph.errors import StrategyLinksError

_IN_MEMORY = 2**20  # bytes; what is larger goes to the server as a file


class TooLargeError(StrategyLinksError):
    """An answer is larger than the server gives."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A finished answer: its media type, its bytes or the file that holds them, its HTTP status and headers."""

    media_type: str
    body: bytes = b""
    file: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Sink:
    """A binary file to write an answer to. Raises TooLargeError past `most` bytes; what was written is then gone."""

    def __init__(self, folder: Path, most: int, *, is_xml: bool = False) -> None:
        self._folder = folder
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._is_xml = is_xml
        self._file: IO[bytes] | None = None
        self.refusal: TooLargeError | None = None

    def write(self, part: bytes) -> int:
        """Take a part. The engine writes a carriage return into XML as it is, where parsers read a line feed."""
        self._put(part.replace(b"\r", b"&#13;") if self._is_xml else part)
        return len(part)

    def _put(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._most:
            megabytes = f"{self._most / 2**20:.0f} MB"
            self.refusal = TooLargeError(f"The answer is larger than {megabytes}; ask for less with LIMIT.")
            self._remove()
            raise self.refusal
        if self._file is None and self._size > _IN_MEMORY:
            self._file = tempfile.NamedTemporaryFile(dir=self._folder, delete=False)  # noqa: SIM115 - the server's now
            self._file.writelines(self._parts)
            self._parts.clear()
        if self._file is None:
            self._parts.append(bytes(part))
        else:
            self._file.write(part)

    def flush(self) -> None:
        """Everything is with the system at `answered`."""

    def _remove(self) -> None:
        if self._file is not None:
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)

    def answered(self, media_type: str) -> Answered:
        """What was written."""
        if self._file is None:
            return Answered(media_type, b"".join(self._parts))
        self._file.close()
        return Answered(media_type, file=self._file.name)
