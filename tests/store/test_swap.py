"""A build is swapped in whole: readers see the old one or the new one, whatever happens to the builder."""

from __future__ import annotations

import random
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from graph.ask.where import where
from graph.build import build
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

QUESTION = "hiring foster parents"
KILLS = 12


def answer(store: Store) -> Any:
    return where(store, QUESTION, 3)


@pytest.fixture(scope="module")
def answers(devon_store: Path, automatic_store: Path) -> tuple[Any, Any]:
    """What a store says with people's decisions, and without."""
    found = answer(open_store(devon_store)), answer(open_store(automatic_store))
    assert found[0] != found[1]
    return found


@pytest.fixture
def building(program: list[str], own_store: Path) -> list[str]:
    """A process that builds the store anew, without decisions: what it says tells which build answers."""
    return [*program, "build", "--ignore-decisions", "--store", str(own_store)]


@pytest.fixture(scope="module")
def duration(program: list[str], environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> float:
    """How long a build takes here and now, in seconds."""
    folder = tmp_path_factory.mktemp("timed")
    started = time.monotonic()
    subprocess.run([*program, "build"], cwd=folder, env=environment, capture_output=True, check=True)
    return time.monotonic() - started


def test_a_reader_goes_on_with_the_build_it_opened(own_store: Path, answers: tuple[Any, Any]) -> None:
    reader = open_store(own_store)
    build([], own_store, ignore_decisions=True)
    assert answer(reader) == answers[0]
    document = reader.record["documents"][0]
    assert (reader.record["decisions_applied"], document["body"]) == (True, "Devon County Council")
    assert reader.text_of("https://w3id.org/strategy-links/id/devon/sufficiency-review-2024")
    assert answer(open_store(own_store)) == answers[1]


def test_no_more_than_two_builds_are_kept(own_store: Path) -> None:
    for _ in range(3):
        build([], own_store)
    assert len(list((own_store / "builds").iterdir())) == 2


def test_a_reader_that_keeps_asking_never_sees_half_a_build(
    building: list[str], environment: dict[str, str], own_store: Path, tmp_path: Path, answers: tuple[Any, Any]
) -> None:
    seen: list[Any] = []
    ended = threading.Event()

    def keep_asking() -> None:
        while not ended.is_set():
            try:
                seen.append(answer(open_store(own_store)))
            except Exception as error:
                seen.append(error)

    reader = threading.Thread(target=keep_asking)
    reader.start()
    for _ in range(2):
        subprocess.run(building, cwd=tmp_path, env=environment, capture_output=True, check=True)
    ended.set()
    reader.join()
    assert [one for one in seen if one not in answers] == []
    assert answers[0] in seen
    assert answer(open_store(own_store)) == answers[1]


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(KILLS))
def test_a_build_that_is_killed_leaves_a_whole_store(
    building: list[str],
    environment: dict[str, str],
    own_store: Path,
    tmp_path: Path,
    duration: float,
    answers: tuple[Any, Any],
    moment: int,
) -> None:
    within = random.Random(moment).random()  # noqa: S311 - the same moments every time
    wait = duration * (moment + within) / KILLS
    process = subprocess.Popen(
        building, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(wait)
    process.kill()
    process.wait()
    swapped = (own_store / "current").read_text(encoding="utf-8") != "build-000001\n"
    assert answer(open_store(own_store)) == answers[swapped]
    build([], own_store)
    assert answer(open_store(own_store)) == answers[0]
    assert len(list((own_store / "builds").iterdir())) == 2
    assert sorted(path.name for path in own_store.iterdir()) == ["builds", "current", "lock"]


def test_of_two_builds_at_once_one_waits_for_another_day(
    building: list[str], environment: dict[str, str], own_store: Path, tmp_path: Path, answers: tuple[Any, Any]
) -> None:
    processes = [
        subprocess.Popen(building, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = sorted((one.communicate()[1].decode(), one.returncode) for one in processes)
    statuses = sorted(status for _, status in ended)
    assert statuses in ([0, 0], [0, 2])
    for said, status in ended:
        if status:
            assert said.startswith(f"strategy-links: {own_store}: another build is writing to this store")
            assert said.count("\n") == 1
    assert answer(open_store(own_store)) == answers[1]


def test_a_build_that_fails_on_its_way_leaves_nothing_that_counts(own_store: Path, answers: tuple[Any, Any]) -> None:
    def stop(step: str) -> None:
        if "writing" in step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([], own_store, ignore_decisions=True, step=stop)
    assert answer(open_store(own_store)) == answers[0]
