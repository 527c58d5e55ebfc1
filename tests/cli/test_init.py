"""A first manifest for a folder of documents: it can be built at once, and nothing is overwritten."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Call

PLAN = """\
# Harbour Homes Strategy 2020 to 2025

Anyshire Council, 3 March 2020

## What we will do

- Build 300 homes for rent by 2025
- Bring 50 empty homes back into use
- Open an advice hub in Port Anders
"""
NEXT = PLAN.replace("2020 to 2025", "2025 to 2030").replace("3 March 2020", "9 April 2025")
REVIEW = """\
# Lanes review, June 2023

## Lanes

### What we said

- Mend the lanes.
- Light the square.

### What we did

- The lanes were mended.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    harbour = tmp_path / "harbour"
    (harbour / "older").mkdir(parents=True)
    (harbour / "older" / "homes-strategy-2020.md").write_text(PLAN, encoding="utf-8")
    (harbour / "homes-strategy-2025.md").write_text(NEXT, encoding="utf-8")
    (harbour / "lanes.md").write_text(REVIEW, encoding="utf-8")
    return harbour


def manifest(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "strategies.toml").read_text(encoding="utf-8"))


def by_file(folder: Path) -> dict[str, dict[str, Any]]:
    return {one["file"]: one for one in manifest(folder)["document"]}


def test_each_document_gets_its_title_and_date(call: Call, folder: Path) -> None:
    assert call("init", folder).status == 0
    drafted = by_file(folder)
    assert sorted(drafted) == ["homes-strategy-2025.md", "lanes.md", "older/homes-strategy-2020.md"]
    assert drafted["older/homes-strategy-2020.md"]["title"] == "Harbour Homes Strategy 2020 to 2025"
    assert drafted["older/homes-strategy-2020.md"]["date"] == "2020-03-03"
    assert drafted["lanes.md"]["date"] == "2023-06"


def test_a_review_that_holds_progress_reports_on_what_it_states(call: Call, folder: Path) -> None:
    call("init", folder)
    assert by_file(folder)["lanes.md"]["reports_on"] == by_file(folder)["lanes.md"]["states"]
    assert "reports_on" not in by_file(folder)["homes-strategy-2025.md"]


def test_the_later_edition_replaces_the_earlier_one(call: Call, folder: Path) -> None:
    call("init", folder)
    strategies = {one["title"]: one for one in manifest(folder)["strategy"]}
    later = strategies["Harbour Homes Strategy 2025 to 2030"]
    earlier = strategies["Harbour Homes Strategy 2020 to 2025"]
    assert (later["start"], later["end"], later["replaces"]) == ("2025", "2030", [earlier["id"]])


def test_what_was_drafted_can_be_built(call: Call, folder: Path, tmp_path: Path) -> None:
    call("init", folder)
    built = call("build", folder, store=tmp_path / "store")
    assert built.status == 0, built.stderr
    found = call("commitments", "--format", "json", store=tmp_path / "store").json
    assert len(found) == 8
    assert {one["text"] for one in found if one["status"]["value"] == "Achieved"} == {"Mend the lanes."}


def test_the_same_folder_gives_the_same_manifest(call: Call, folder: Path) -> None:
    call("init", folder)
    first = (folder / "strategies.toml").read_bytes()
    (folder / "strategies.toml").unlink()
    call("init", folder)
    assert (folder / "strategies.toml").read_bytes() == first


def test_a_manifest_that_is_there_is_not_overwritten(call: Call, folder: Path) -> None:
    (folder / "strategies.toml").write_text("# mine\n", encoding="utf-8")
    refused = call("init", folder)
    assert refused.status == 2
    assert "is there already" in refused.stderr
    assert (folder / "strategies.toml").read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_documents_is_refused(call: Call, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    refused = call("init", tmp_path / name)
    assert refused.status == 2
    assert refused.stderr.count("\n") == 1
    assert not (tmp_path / name / "strategies.toml").exists()


def test_a_document_that_cannot_be_read_is_told_of_and_left_out(call: Call, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    drafted = call("init", folder)
    assert drafted.status == 0
    assert "broken.pdf" in drafted.stderr
    assert "broken.pdf" not in by_file(folder)


def test_a_title_cannot_break_out_of_its_line(call: Call, folder: Path) -> None:
    (folder / "odd.md").write_text('# Odd "title"\\ ]]\n[body]\n\n## Pledges\n\n- Open a hub.\n', encoding="utf-8")
    call("init", folder)
    assert by_file(folder)["odd.md"]["title"].startswith('Odd "title"')
    assert set(manifest(folder)) == {"body", "strategy", "document"}


def test_dated_editions_of_one_title_replace_each_other(call: Call, tmp_path: Path) -> None:
    now, later = "- We will map every footpath.", "- We will open our data."
    roadmap = f"# Our roadmap\n\nLast updated {{}}.\n\n## Now\n\n{now}\n\n## Later\n\n{later}\n"
    for name, date in (("first", "12 April 2024"), ("second", "7 February 2025")):
        (tmp_path / f"{name}.md").write_text(roadmap.format(date), encoding="utf-8")
    call("init", tmp_path)
    strategies = {one["id"]: one.get("replaces") for one in manifest(tmp_path)["strategy"]}
    assert strategies == {"first-strategy": None, "second-strategy": ["first-strategy"]}


def test_one_document_in_two_formats_is_one_strategy(call: Call, tmp_path: Path) -> None:
    (tmp_path / "homes.md").write_text(PLAN)
    (tmp_path / "homes-web.html").write_text(
        "".join(f"<p>{line.strip('-# ')}</p>" for line in PLAN.splitlines() if line)
    )
    call("init", tmp_path)
    drafted = (tmp_path / "strategies.toml").read_text()
    assert [one["id"] for one in tomllib.loads(drafted)["document"]] == ["homes-web"]
    assert "# homes.md says the same as homes-web.html." in drafted


def test_two_editions_are_two_strategies(call: Call, tmp_path: Path) -> None:
    (tmp_path / "homes-2020.md").write_text(PLAN)
    (tmp_path / "homes-2025.md").write_text(NEXT)
    call("init", tmp_path)
    assert len(tomllib.loads((tmp_path / "strategies.toml").read_text())["strategy"]) == 2


ROADS = """\
# Anytown Roads strategy 2020

Anytown Council

## What we will do

- Resurface 40 miles of road
- Mend the bridge
"""
ROADS_PROGRESS = "# Progress report on the Roads strategy\n\nMarch 2023\n\n- We have resurfaced 31 miles of road.\n"


def test_a_progress_report_is_drafted_as_one_on_the_plan_that_its_title_names(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "plan.md").write_text(ROADS)
    (folder / "progress.md").write_text(ROADS_PROGRESS)
    (folder / "next.md").write_text(ROADS.replace("Anytown Roads strategy 2020", "Roads strategy 2025"))
    call("init", folder)
    assert [one["id"] for one in manifest(folder)["strategy"]] == ["next-strategy", "plan-strategy"]
    assert manifest(folder)["strategy"][0]["replaces"] == ["plan-strategy"]
    drafted = by_file(folder)["progress.md"]
    assert drafted["reports_on"] == "plan-strategy"
    assert "states" not in drafted
    built = call("build", folder, store=tmp_path / "store")
    assert b"1 progress statement, " in built.stdout
