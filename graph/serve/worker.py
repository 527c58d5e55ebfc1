"""A worker: a process that holds one build open and answers one task after the other, until its server ends.

    python -m graph.serve.worker FOLDER BUILD LIMITS LEDGER

It can be ended at any moment: it only reads, but for answers too large for a pipe, which it writes into the file that
the task names.
"""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.ledger import share
from graph.errors import QueryError, StrategyLinksError, UnknownError
from graph.serve import frames
from graph.serve.answers import Answered, TooLargeError
from graph.serve.tasks import TASKS
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = tuple(one.name for one in fields(Answered) if one.name != "body")
_GRACE = 2.0  # seconds after which a worker whose server is gone ends itself


def main(arguments: Sequence[str]) -> None:
    """Answer what comes in on standard input, on standard output."""
    folder, build, limits, ledger = arguments
    seconds, memory = json.loads(limits)
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when it ends
    _keep_within(memory)
    store = Store(Path(folder), Path(build))
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    share(store, Path(ledger))
    _prepare()
    outgoing.write(frames.packed({"ready": True}))
    outgoing.flush()
    while (message := frames.read(incoming)) is not None:
        _end_after(seconds)
        outgoing.write(_answer(store, message[0]))
        outgoing.flush()
        _end_after(0)


def _prepare() -> None:
    """Load, before it is needed, what says where a malformed query is wrong: it takes longer than any good answer."""
    import rdflib.plugins.sparql.parser  # noqa: F401


def _answer(store: Store, asked: dict[str, Any]) -> bytes:
    try:
        with store.watched():
            answered = TASKS[asked["task"]](store, asked)
    except StrategyLinksError as error:
        return frames.packed({"status": status_of(error), "error": str(error)})
    except MemoryError:
        return frames.packed({"status": 507, "error": "The query needs more memory than one query is given here."})
    head = {name: getattr(answered, name) for name in _HEAD}
    return frames.packed(head, answered.body)


def status_of(error: StrategyLinksError) -> int:
    """The HTTP status of what can go wrong in a task."""
    if isinstance(error, TooLargeError):
        return 507  # the server cannot hold the representation: RFC 4918, section 11.5
    if isinstance(error, UnknownError):
        return 404
    return getattr(error, "http_status", 400) if isinstance(error, QueryError) else 500


def _keep_within(memory: int) -> None:
    """Have the system refuse a worker more than so many bytes of its own; files that it maps do not count."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bounded = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bounded, bounded))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_after(seconds: float) -> None:
    """Have the system end this process later, should the server not do so; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE if seconds else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
