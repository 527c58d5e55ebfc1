"""Answers that were given already: the same question to the same build has the same answer, byte for byte."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.serve.frames import Message
    from graph.serve.workers import Build

_LARGEST, _ALL = 2**18, 2**25  # bytes of one answer, and of all together
_HEAD = 1000  # roughly, for what an answer is beside its body


class Remembered:
    """The answers of one build, those asked for least lately forgotten first."""

    def __init__(self) -> None:
        self._build: Build | None = None
        self._answers: OrderedDict[bytes, Message] = OrderedDict()
        self._size = 0

    def find(self, build: Build, question: bytes) -> Message | None:
        """The answer of a build, if it is still known."""
        if build != self._build:
            self._answers.clear()
            self._build, self._size = build, 0
        answer = self._answers.get(question)
        if answer is not None:
            self._answers.move_to_end(question)
        return answer

    def keep(self, build: Build, question: bytes, answer: Message) -> None:
        """Remember an answer that is whole and small, and that the build which is asked now has given."""
        head, body = answer
        size = len(question) + len(body) + _HEAD
        if (
            build != self._build
            or head["status"] != 200
            or head["file"]
            or size > _LARGEST
            or question in self._answers
        ):
            return
        self._answers[question] = answer
        self._size += size
        while self._size > _ALL:
            forgotten, (_, gone) = self._answers.popitem(last=False)
            self._size -= len(forgotten) + len(gone) + _HEAD
