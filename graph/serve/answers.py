"""What a task answers, and the sink that an answer is written into: small ones in memory, large ones in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from graph.errors import StrategyLinksError

if TYPE_CHECKING:
    from pathlib import Path

_IN_MEMORY = 2**20  # bytes; what is larger goes to the server as a file


class TooLargeError(StrategyLinksError):
    """An answer is larger than the server gives, or can hold."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A finished answer: its media type, its bytes or the file that holds them, its HTTP status and headers."""

    media_type: str
    body: bytes = b""
    file: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Sink:
    """A binary file to write an answer to: memory, or a large one `path`, which is the server's to remove.

    Raises TooLargeError past `most` bytes, or where the disk does not take more.
    """

    def __init__(self, path: Path, most: int, *, is_xml: bool = False) -> None:
        self._path = path
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._is_xml = is_xml
        self._file: IO[bytes] | None = None
        self.refusal: TooLargeError | None = None

    def write(self, part: bytes) -> int:
        """Take a part. The engine writes a carriage return into XML as it is, where parsers read a line feed."""
        try:
            self._put(part.replace(b"\r", b"&#13;") if self._is_xml else part)
        except OSError as error:
            raise self._refused(f"The server has no room for this answer ({error.strerror})") from error
        return len(part)

    def _put(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._most:
            raise self._refused(f"The answer is larger than {self._most / 2**20:.0f} MB, the server's --max-answer")
        if self._file is None and self._size > _IN_MEMORY:
            self._file = self._path.open("wb")
            self._file.writelines(self._parts)
            self._parts.clear()
        if self._file is None:
            self._parts.append(bytes(part))
        else:
            self._file.write(part)

    def flush(self) -> None:
        """Everything is with the system at `answered`."""

    def _refused(self, why: str) -> TooLargeError:
        self.refusal = TooLargeError(f"{why}; ask for less.")
        return self.refusal

    def answered(self, media_type: str) -> Answered:
        """What was written."""
        if self._file is None:
            return Answered(media_type, b"".join(self._parts))
        self._file.close()
        return Answered(media_type, file=str(self._path))
