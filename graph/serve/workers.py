"""One worker as its server sees it: a process that is asked, moved aside, and ended."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import psutil

import graph
from graph.errors import StoreError
from graph.serve import frames

if TYPE_CHECKING:
    from graph.serve.limits import Limits

_PACKAGES = Path(graph.__file__).resolve().parents[1]
_STDIN, _STDOUT = 0, 1


class Build(NamedTuple):
    """A build, and when it became current (`st_mtime_ns`): a store that is made anew counts its builds from 1 again."""

    folder: Path
    since: int


class WorkerEndedError(Exception):
    """A worker ended in the middle of a task; the message says why in a sentence."""

    def __init__(self, status: int | None) -> None:
        # By somebody else, as the system does where memory is short.
        self.was_killed = status == -getattr(signal, "SIGKILL", 9)
        self.needed_memory = (
            self.was_killed or status == -signal.SIGABRT
        )  # the engine gives up where the system gives no more memory
        super().__init__(
            "The query needs more memory than one query is given here; ask for less."
            if self.needed_memory
            else "The engine ended in the middle of this query, perhaps because it is nested too deeply; simplify it."
        )


class Worker(asyncio.SubprocessProtocol):
    """A process that answers one task after the other. Made by `start`."""

    def __init__(self, build: Build) -> None:
        loop = asyncio.get_running_loop()
        self.build = build
        self.ended: asyncio.Future[int | None] = loop.create_future()
        self._parts = frames.Parts()
        self._answer: asyncio.Future[frames.Message] = loop.create_future()  # the first message says that it is ready
        self._process: Any = None
        self._stdin: Any = None

    @classmethod
    async def start(cls, folder: Path, build: Build, limits: Limits, spool: Path) -> Worker:
        """Start one and wait until it has opened the build. Raises StoreError where it cannot.

        What several workers of a build share, and the build has not, they keep in `spool`.
        """
        worker = cls(build)
        await asyncio.get_running_loop().subprocess_exec(
            lambda: worker,
            *(sys.executable, "-P", "-m", "graph.serve.worker"),  # -P: nothing is imported from the folder we are in
            *(str(folder), str(build.folder), json.dumps([limits.seconds, limits.memory])),
            str(spool / f"ledger-{build.folder.name}-{build.since}.sqlite"),
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(_PACKAGES)},
        )
        try:
            await worker._answer
        except WorkerEndedError:
            raise StoreError(f"{folder}: the store cannot be opened for questions; build it again.") from None
        except asyncio.CancelledError:
            await worker.end()
            raise
        return worker

    def ask(self, task: bytes) -> asyncio.Future[frames.Message]:
        """The head and the body of the answer to a packed task, to come. The future raises WorkerEndedError."""
        self._answer = asyncio.get_running_loop().create_future()
        if self.ended.done():
            self._answer.set_exception(WorkerEndedError(self.ended.result()))
        else:
            self._stdin.write(task)
        return self._answer

    @property
    def worked(self) -> float:
        """The seconds of processor time that it has taken so far."""
        try:
            times = psutil.Process(self._process.get_pid()).cpu_times()
        except psutil.Error:  # it has ended
            return math.inf
        return float(times.user + times.system)

    def step_aside(self, steps: int) -> None:
        """Leave the processor to the others, so many steps of 19. There is no way back."""
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # it may have ended
                os.setpriority(os.PRIO_PROCESS, self._process.get_pid(), steps)

    async def end(self) -> None:
        """End it at once, whatever it does."""
        self._answer.cancel()
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await asyncio.shield(self.ended)
        self._process.close()

    def connection_made(self, transport: Any) -> None:
        """The process runs."""
        self._process, self._stdin = transport, transport.get_pipe_transport(_STDIN)

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """A part of a message."""
        if fd == _STDOUT and (message := self._parts.add(data)) and not self._answer.done():
            self._answer.set_result(message)

    def process_exited(self) -> None:
        """It has ended, by itself or not."""
        status = self._process.get_returncode()
        if not self.ended.done():
            self.ended.set_result(status)
        if not self._answer.done():
            self._answer.set_exception(WorkerEndedError(status))
