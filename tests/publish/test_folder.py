"""A folder is written whole or not at all, and nothing that is not ours is ever replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import OutputError
from graph.publish.folder import MARK, replaced, write_all

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, **files: str) -> None:
    with replaced(folder) as new:
        write_all(new, {name: text.encode() for name, text in files.items()})


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - {MARK}


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", one="1")
    assert names(tmp_path / "a" / "b") == {"one"}
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o755


def test_made_again_it_holds_the_new_files_alone(tmp_path: Path) -> None:
    write(tmp_path / "site", one="1", two="2")
    write(tmp_path / "site", two="zwei")
    assert names(tmp_path / "site") == {"two"}
    assert (tmp_path / "site" / "two").read_text() == "zwei"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", one="1")
    assert names(tmp_path / "site") == {"one"}


def test_a_folder_that_holds_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Dear all")
    with pytest.raises(OutputError, match="holds something else\\); name a folder that is empty"):
        write(tmp_path / "letters", one="1")
    assert names(tmp_path / "letters") == {"dear.txt"}


def test_a_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(OutputError, match="is a file"):
        write(tmp_path / "site", one="1")
    assert (tmp_path / "site").read_text() == "a file"


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
def test_what_ends_half_way_leaves_the_old_folder_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    write(tmp_path / "site", one="1")

    def fail() -> None:
        with replaced(tmp_path / "site") as new:
            write_all(new, {"two": b"2"})
            raise error

    with pytest.raises((error, OutputError)):
        fail()
    assert names(tmp_path / "site") == {"one"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_place_where_no_folder_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(OutputError, match="site"):
        write(tmp_path / "file" / "site", one="1")
    assert (tmp_path / "file").read_text() == "a file"
