"""Workers and who gets them: a few that answer at once, and a few more, out of the way, for what takes longer.

The engine has no time limit and cannot be interrupted, so each query runs in a process that can be ended. What is not
answered within a moment is moved aside: its worker gets the lowest priority and a new one takes its place, so that
neither a slow query nor many of them stall the others. A worker that was moved aside ends with its query.
"""

from __future__ import annotations

import asyncio
import math
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import StoreError
from graph.serve import frames
from graph.serve.remembered import Remembered
from graph.serve.workers import Build, Worker, WorkerEndedError
from graph.store import current_build

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from graph.serve.frames import Head, Message
    from graph.serve.limits import Limits

_MOMENT = 0.1  # seconds of a processor: on a machine that is busy elsewhere, a quick answer is not slow
_LONGEST = 2.0  # seconds by the clock, whatever the processor does
_ASIDE, _FAR_ASIDE = (
    5,
    15,
)  # steps of priority down: https://pubs.opengroup.org/onlinepubs/9799919799/functions/nice.html
_CHANGING = re.compile("now|rand|uuid", re.IGNORECASE)  # functions whose value is another each time
_LONG = 5.0  # seconds after which a slow query goes behind other slow ones


@dataclass(frozen=True, slots=True)
class Reply:
    """What a task came to: an HTTP status, and its answer or the sentence that says what was wrong."""

    status: int
    media_type: str = "text/plain; charset=utf-8"
    body: bytes = b""
    file: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, head: Head, body: bytes) -> Reply:
        """The reply that a worker gave."""
        if "error" in head:
            return cls.refused(head["status"], head["error"])
        return cls(head["status"], head["media_type"], body, head["file"], head["headers"])

    @classmethod
    def refused(cls, status: int, sentence: str) -> Reply:
        """No answer, but why."""
        return cls(status, body=(sentence + "\n").encode())


class Pool:
    """The workers of one server. `folder` is the store's; `spool` takes the answers that are too large for a pipe."""

    def __init__(self, folder: Path, spool: Path, limits: Limits) -> None:
        self._folder = folder
        self._spool = spool
        self._limits = limits
        self._free: asyncio.LifoQueue[_Place] = asyncio.LifoQueue()
        self._slow = asyncio.Semaphore(limits.slow)
        self._alive: set[Worker] = set()
        self._remembered = Remembered()
        self._asked = 0
        self._numbered = 0
        self._current = folder / "current"
        self._build = Build(folder, -1)

    async def start(self) -> None:
        """Have the workers for quick answers ready. Raises StoreError where one cannot start."""
        places = [_Place(self) for _ in range(self._limits.quick)]
        await asyncio.gather(*(place.worker() for place in places))
        for place in places:
            self._free.put_nowait(place)

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        await asyncio.gather(*map(self.end, tuple(self._alive)))

    async def run(self, task: dict[str, Any], gone: Callable[[], Awaitable[None]]) -> Reply | None:
        """Have a worker do a task (`graph.serve.tasks`); None where `gone` ended first, as nobody waits any more."""
        if self._asked >= self._limits.waiting:
            return Reply.refused(503, "Too many questions are waiting for an answer; ask again in a while.")
        self._asked += 1
        self._numbered += 1
        file = self._spool / str(self._numbered)
        reply = None
        try:
            reply = await self._reply(task, file, gone)
            return reply
        except TimeoutError:
            return Reply.refused(504, f"There is no answer after {self._limits.seconds:g} seconds; ask for less.")
        except WorkerEndedError as error:
            return Reply.refused(507 if error.needed_memory else 500, str(error))
        except StoreError as error:
            return Reply.refused(500, str(error))
        finally:
            self._asked -= 1
            if reply is None or reply.file is None:  # a worker that was ended may have begun to write
                file.unlink(missing_ok=True)

    async def _reply(self, asked: dict[str, Any], file: Path, gone: Callable[[], Awaitable[None]]) -> Reply | None:
        question = frames.packed(asked)
        known = self._remembered.find(self.build(), question)
        if known is not None:
            return Reply.of(*known)
        task = frames.packed(asked | {"most": self._limits.answer, "file": str(file)})
        deadline = asyncio.get_running_loop().time() + self._limits.seconds
        async with asyncio.timeout_at(deadline):
            worker, answer = await self._at_once(task)
            if answer.done() and _was_killed(answer):  # perhaps before it was asked: another is asked, once
                worker, answer = await self._at_once(task)
        if answer.done():
            if answer.exception():
                await self.end(worker)
            elif not _CHANGING.search(asked.get("query", "")):
                self._remembered.keep(worker.build, question, answer.result())
            return Reply.of(*answer.result())
        return await _before(deadline, self._aside(worker, answer, task), gone())

    async def _at_once(self, task: bytes) -> tuple[Worker, asyncio.Future[Message]]:
        """Ask a worker and give it a moment. If no answer has come by then, it is the caller's to end."""
        place = await self._free.get()
        try:
            worker = await place.worker()
            answer = worker.ask(task)
            try:
                await _a_moment(worker, answer)
            except asyncio.CancelledError:
                await self.end(worker)
                raise
            finally:
                if not answer.done() or answer.cancelled() or answer.exception():
                    place.renew()
        finally:
            self._free.put_nowait(place)
        return worker, answer

    async def _aside(self, worker: Worker, answer: asyncio.Future[Message], task: bytes) -> Reply:
        """The reply of a worker that nobody waits for but who asked."""
        try:
            if self._slow.locked():  # it starts again once there is room: all that is lost is a moment's work
                await self.end(worker)
                async with self._slow:
                    worker = await self.begin()
                    return await _in_the_end(worker, worker.ask(task))
            async with self._slow:
                return await _in_the_end(worker, answer)
        finally:
            await self.end(worker)

    async def begin(self) -> Worker:
        """A new worker on the build that is current now. Raises StoreError."""
        worker = await Worker.start(self._folder, self.build(), self._limits, self._spool)
        self._alive.add(worker)
        return worker

    async def end(self, worker: Worker) -> None:
        """End a worker, whatever it does."""
        self._alive.discard(worker)
        await worker.end()

    def build(self) -> Build:
        """The build that readers see now. Raises StoreError."""
        try:
            changed = os.stat(self._current).st_mtime_ns  # noqa: PTH116 - asked at each request
        except OSError:
            changed = -1
        if changed != self._build.since or changed == -1:
            self._build = Build(current_build(self._folder), changed)
        return self._build


class _Place:
    """A place for one worker that answers at once: started before it is needed, and anew when there is a new build."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.renew()

    def renew(self) -> None:
        """Start a worker; the one before is somebody else's now."""
        self._starting = asyncio.create_task(self._pool.begin())

    async def worker(self) -> Worker:
        """The worker of this place. Raises StoreError where none can start; the next call tries again."""
        if self._starting.done() and self._starting.exception():
            self.renew()
        worker = await asyncio.shield(self._starting)
        if worker.ended.done() or worker.build != self._pool.build():
            self.renew()
            await self._pool.end(worker)
            worker = await asyncio.shield(self._starting)
        return worker


def _was_killed(answer: asyncio.Future[Message]) -> bool:
    error = answer.exception()
    return isinstance(error, WorkerEndedError) and error.was_killed


async def _a_moment(worker: Worker, answer: asyncio.Future[Message]) -> None:
    """Wait until there is an answer, or a quick one would have come."""
    loop = asyncio.get_running_loop()
    until, worked = loop.time() + _LONGEST, math.inf
    while loop.time() < until:
        await asyncio.wait({answer}, timeout=_MOMENT)
        if answer.done() or worker.worked - worked >= _MOMENT:
            return
        worked = min(worked, worker.worked)


async def _in_the_end(worker: Worker, answer: asyncio.Future[Message]) -> Reply:
    """The reply of a worker out of the way of quick ones and, the longer it takes, of other slow ones."""
    worker.step_aside(_ASIDE)
    await asyncio.wait({answer}, timeout=_LONG)
    if not answer.done():
        worker.step_aside(_FAR_ASIDE)
    return Reply.of(*await answer)


async def _before(deadline: float, work: Awaitable[Reply], gone: Awaitable[None]) -> Reply | None:
    """What work comes to; None where `gone` ends first. Raises TimeoutError at the deadline. Neither goes on after."""
    loop = asyncio.get_running_loop()
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(gone)
    both = {working, leaving}
    try:
        done, _ = await asyncio.wait(both, timeout=deadline - loop.time(), return_when=asyncio.FIRST_COMPLETED)
        if working in done:
            return working.result()
        if leaving in done:
            return None
        raise TimeoutError
    finally:
        for one in both:
            one.cancel()
        await asyncio.wait(both)
