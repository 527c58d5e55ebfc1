"""Jobs are done here or by other processes, and what befalls those is told."""

from __future__ import annotations

import os
import signal

import pytest

from graph.errors import StrategyLinksError
from graph.publish.crew import crew


def double(number: int) -> int:
    return 2 * number


def end_oneself(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_gives_what_its_function_gives(workers: int) -> None:
    with crew(workers) as submit:
        assert [job.result() for job in [submit(double, number) for number in range(5)]] == [0, 2, 4, 6, 8]


def test_a_process_that_is_ended_from_outside_is_told_in_a_sentence() -> None:
    with pytest.raises(StrategyLinksError, match=r"ended from outside.*--workers 1"), crew(2) as submit:
        submit(end_oneself, 0).result()
