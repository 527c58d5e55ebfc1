"""What stands in a folder: nothing in it is passed over in silence, and no saved answer becomes a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Call

REVIEW = "We said\n- Open a hub.\n- Mend the lanes.\n\nWe did\n- The hub opened in May.\n"
MANIFEST = """\
[body]
id = "river"
name = "River Council"

[[strategy]]
id = "plan"
title = "River plan 2022 to 2024"

[[document]]
id = "review"
file = "review.txt"
title = "Review of the river plan"
states = "plan"
reports_on = "plan"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "river"
    folder.mkdir()
    (folder / "review.txt").write_text(REVIEW)
    return folder


def test_files_that_are_no_documents_are_named(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "old.doc").write_bytes(b"\xd0\xcf")
    (folder / "below").mkdir()
    (folder / "below" / "deep.txt").write_text(REVIEW)
    built = call("build", folder, store=tmp_path / "store")
    assert built.status == 0
    assert "not read: below/deep.txt, old.doc; documents are the files in the folder itself" in built.stderr


def test_a_file_that_the_manifest_does_not_list_is_named(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "strategies.toml").write_text(MANIFEST)
    (folder / "late.txt").write_text("We will plant ten trees.")
    (folder / "README.md").write_text("# About this folder")
    built = call("build", folder, store=tmp_path / "store")
    assert built.stderr == f"note: {folder / 'late.txt'}: is not read, since strategies.toml does not list it.\n"


@pytest.mark.parametrize("answer", ["pledges.csv", "pledges.tsv"])
def test_answers_saved_in_the_folder_are_not_read_as_documents(
    call: Call, folder: Path, tmp_path: Path, answer: str
) -> None:
    call("build", folder, store=tmp_path / "store")
    call("commitments", "--output", folder / answer, store=tmp_path / "store")
    call("view", "--output", folder / "page.html", store=tmp_path / "store")
    again = call("build", folder, store=tmp_path / "store")
    assert again.stdout.startswith(f"Built {tmp_path / 'store'}: 2 commitments".encode())
    call("init", folder)
    assert (folder / "strategies.toml").read_text().count("[[document]]") == 1


def test_names_are_not_written_over_what_a_person_corrected(call: Call, folder: Path) -> None:
    (folder / "strategies.toml").write_text(MANIFEST)
    (folder / "names.ttl").write_text("# mine\n")
    refused = call("names", folder, "--output", folder / "names.ttl")
    assert refused.status == 2
    assert "is there already" in refused.stderr
    assert (folder / "names.ttl").read_text() == "# mine\n"


def test_what_a_person_says_is_no_name_is_not_found_again(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "review.txt").write_text(REVIEW + "- The lanes are within the Coast Programme.\n")
    (folder / "strategies.toml").write_text(MANIFEST)
    call("build", folder, store=tmp_path / "store")
    assert b"Coast Programme" in call("programmes", store=tmp_path / "store").stdout
    (folder / "strategies.toml").write_text(MANIFEST + '\n[names]\nnone = ["coast programme"]\n')
    call("build", folder, store=tmp_path / "store")
    assert b"Coast Programme" not in call("programmes", store=tmp_path / "store").stdout
    assert b"Coast Programme" not in call("names", folder).stdout


def test_status_words_that_nobody_knows_are_named(call: Call, tmp_path: Path) -> None:
    rows = ("Action | Status", "---|---", "Open a hub | Done", "Mend the lanes | Flibbering", "Light the square | Done")
    table = "".join(f"| {row} |\n" for row in rows)
    (tmp_path / "plan.md").write_text(table)
    built = call("build", tmp_path / "plan.md", store=tmp_path / "store")
    assert "plan.md: status words that are not known: “Flibbering” (1); add them under [statuses]." in built.stderr


def test_evaluate_says_that_there_is_nothing_to_measure_against(call: Call, folder: Path, tmp_path: Path) -> None:
    call("build", folder, store=tmp_path / "store")
    measured = call("evaluate", store=tmp_path / "store")
    assert (measured.status, measured.stdout) == (1, b"")
    assert "no decisions yet" in measured.stderr


def test_strategies_of_different_bodies_are_not_compared(call: Call, tmp_path: Path) -> None:
    for name in ("anders", "bexley"):
        (tmp_path / f"{name}.txt").write_text(REVIEW)
    call("build", tmp_path / "anders.txt", tmp_path / "bexley.txt", store=tmp_path / "store")
    refused = call("compare", "anders", "bexley", store=tmp_path / "store")
    assert refused.status == 2
    assert "are of different bodies" in refused.stderr
