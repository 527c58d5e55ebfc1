"""How the server and its workers talk: a head in JSON and a body of bytes, each with its length before it."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

Head = dict[str, Any]
Message = tuple[Head, bytes]

_LENGTHS = struct.Struct(">II")  # bytes of the head, bytes of the body


def packed(head: Head, body: bytes = b"") -> bytes:
    """One message as bytes."""
    text = json.dumps(head).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


def read(stream: IO[bytes]) -> Message | None:
    """The next message of a stream that blocks; None at its end."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(stream.read(head)), stream.read(body)


class Parts:
    """A message that comes in parts, as they come."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def add(self, part: bytes) -> Message | None:
        """The message, once this part completes it."""
        self._bytes += part
        if len(self._bytes) < _LENGTHS.size:
            return None
        head, body = _LENGTHS.unpack_from(self._bytes)
        start = _LENGTHS.size + head
        if len(self._bytes) < start + body:
            return None
        whole = bytes(self._bytes)
        self._bytes.clear()
        return json.loads(whole[_LENGTHS.size : start]), whole[start:]
