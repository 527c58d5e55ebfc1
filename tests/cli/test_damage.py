"""Stores that are locked, damaged, in the way, or on a full disk."""

from __future__ import annotations

import resource
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import filelock
import pytest

from graph.build import build
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, Ran, Run

QUESTION = ("where", "hiring foster parents")
ASKING = (QUESTION, ("commitments",), ("query", "not-reported"), ("export", "nquads"), ("validate",))


def check_refused(refused: Ran, named: str) -> None:
    """One sentence on standard error, nothing else anywhere, and status 2."""
    assert refused.stderr.startswith("strategy-links: "), refused.stderr[-600:]
    assert refused.stderr.count("\n") == 1
    assert named in refused.stderr
    assert refused.stdout == b""
    assert refused.status == 2


def of_the_build(store: Path, pattern: str) -> list[Path]:
    """The files of the current build whose name fits; those of the store where the pattern starts with a slash."""
    return sorted(store.glob(pattern[1:]) if pattern[0] == "/" else open_store(store).build.glob(pattern))


def truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def garble(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def delete(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


DAMAGE = [
    ("graph/*.sst", truncate),
    ("graph/*.sst", garble),
    ("graph/*.sst", delete),
    ("graph/MANIFEST-*", truncate),
    ("graph/MANIFEST-*", delete),
    ("graph/CURRENT", delete),
    ("graph/CURRENT", garble),
    ("graph/CURRENT", empty),
    ("graph", delete),
    ("search.sqlite", garble),
    ("search.sqlite", truncate),
    ("search.sqlite", empty),
    ("search.sqlite", delete),
    ("/builds", delete),
    ("/current", garble),
    ("/current", empty),
]


@pytest.mark.parametrize(("pattern", "damage"), DAMAGE, ids=lambda one: getattr(one, "__name__", one))
def test_a_damaged_store_says_so_and_the_next_build_mends_it(
    call: Call, ask: Callable[..., Ran], own_store: Path, pattern: str, damage: Callable[[Path], None]
) -> None:
    files = of_the_build(own_store, pattern)
    assert files
    for path in files:
        damage(path)
    check_refused(call(*QUESTION, store=own_store), f"{own_store}: the store is damaged")
    build([], own_store)
    assert call(*QUESTION, store=own_store).stdout == ask(*QUESTION).stdout


@pytest.mark.parametrize("arguments", ASKING, ids=lambda one: one[0])
def test_every_command_explains_a_damaged_graph(call: Call, own_store: Path, arguments: tuple[str, ...]) -> None:
    for path in of_the_build(own_store, "graph/*.sst"):
        garble(path)
    check_refused(call(*arguments, store=own_store), "the store is damaged")


@pytest.mark.parametrize("damage", [garble, empty, delete])
def test_validate_notices_that_the_texts_are_gone(call: Call, own_store: Path, damage: Callable[[Path], None]) -> None:
    [texts] = of_the_build(own_store, "texts.sqlite")
    damage(texts)
    check_refused(call("validate", store=own_store), "the store is damaged")


def test_a_search_index_of_another_make_is_damage(call: Call, own_store: Path) -> None:
    [index] = of_the_build(own_store, "search.sqlite")
    index.unlink()
    with closing(sqlite3.connect(index)) as connection, connection:
        connection.execute("CREATE TABLE something (else_ TEXT)")
    check_refused(call(*QUESTION, store=own_store), "the store is damaged")


@pytest.mark.parametrize("arguments", [("build",), QUESTION], ids=lambda one: one[0])
@pytest.mark.parametrize("below", ["", "below", "below/deeper"])
def test_a_store_that_is_a_file_or_below_one_is_refused(
    call: Call, tmp_path: Path, arguments: tuple[str, ...], below: str
) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    check_refused(call(*arguments, store=file / below), str(file / below))
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_store_without_a_possible_name_is_refused(call: Call, tmp_path: Path) -> None:
    check_refused(call("build", store=tmp_path / ("x" * 300)), "x" * 300)
    check_refused(call(*QUESTION, store=tmp_path / ("x" * 300)), "x" * 300)


def test_a_locked_store_is_not_built_and_goes_on_answering(run: Run, ask: Callable[..., Ran], own_store: Path) -> None:
    with filelock.FileLock(own_store / "lock"):
        check_refused(run("build", store=own_store), f"{own_store}: another build is writing to this store")
        assert run(*QUESTION, store=own_store).stdout == ask(*QUESTION).stdout
    assert run("build", store=own_store).status == 0


@pytest.mark.parametrize("room", [0, 5_000, 60_000])
def test_a_full_disk_leaves_the_old_store(
    run: Run, call: Call, ask: Callable[..., Ran], own_store: Path, room: int
) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    current = (own_store / "current").read_text(encoding="utf-8")
    refused = run("build", store=own_store, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, limit)))
    check_refused(refused, f"{own_store}: the store cannot be written")
    assert (own_store / "current").read_text(encoding="utf-8") == current
    assert call(*QUESTION, store=own_store).stdout == ask(*QUESTION).stdout
    build([], own_store)
    assert call(*QUESTION, store=own_store).stdout == ask(*QUESTION).stdout


def test_a_folder_that_holds_other_things_keeps_them(call: Call, tmp_path: Path) -> None:
    mine = tmp_path / "builds" / "mine" / "thesis.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("years of work", encoding="utf-8")
    call("build", store=tmp_path)
    assert mine.read_text(encoding="utf-8") == "years of work"
