"""Work that is done here, or by several processes."""

from __future__ import annotations

import gc
import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import StrategyLinksError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SELDOM = 50_000  # new objects after which a worker looks for those that it has done with, 700 unless told
T = TypeVar("T")
Submit = Any  # Callable[[Callable[..., T], ...], Future[T]]: no type can say that T is that of the function


@contextmanager
def crew(workers: int) -> Iterator[Submit]:
    """A function that takes a job and its arguments and gives a Future; with one worker, the job is done at once.

    Jobs are functions of modules, with arguments that can be sent to another process. Where the block ends with an
    error, jobs that have not begun are not begun.
    """
    if workers == 1:
        yield _here
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=gc.set_threshold, initargs=(SELDOM, 20, 20))
    try:
        yield pool.submit
    except BrokenProcessPool as error:
        sentence = (
            "A process that was writing has been ended from outside, perhaps for want of memory; use --workers 1."
        )
        raise StrategyLinksError(sentence) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _here(job: Callable[..., T], *arguments: Any) -> Future[T]:
    done: Future[T] = Future()
    done.set_result(job(*arguments))
    return done
