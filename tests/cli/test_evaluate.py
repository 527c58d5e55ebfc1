"""`evaluate --without-names`: the figures of a reader that has no list of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, MakeBody, Ran


def test_without_names_owners_are_still_found(ask: Callable[..., Ran]) -> None:
    figures = ask("evaluate", "--without-names", "--format", "json").json
    assert set(figures) == {"relations", "judged", "status", "calibration"}
    f1 = {row["relation"]: row["f1"] for row in figures["relations"]}
    assert f1["ownedBy"] >= 0.85
    assert figures["status"]["right"] >= 50


def test_the_figures_differ_from_those_with_a_list(ask: Callable[..., Ran]) -> None:
    assert ask("evaluate", "--format", "json").json != ask("evaluate", "--without-names", "--format", "json").json


def test_the_table_says_that_no_list_was_used(ask: Callable[..., Ran]) -> None:
    ran = ask("evaluate", "--without-names")
    assert ran.status == 0
    assert "without" in ran.folded.lower() or "without" in ran.stderr.lower()


def test_what_has_changed_since_the_build_is_told_of(call: Call, make_body: MakeBody, tmp_path: Path) -> None:
    folder, store = make_body(), tmp_path / "store"
    assert call("build", folder, store=store).status == 0
    (folder / "review.txt").write_text("Nothing.", encoding="utf-8")
    refused = call("evaluate", "--without-names", store=store)
    assert refused.status == 2
    assert "build it again" in refused.stderr


def test_a_folder_that_is_gone_is_told_of(call: Call, make_body: MakeBody, tmp_path: Path) -> None:
    folder, store = make_body(), tmp_path / "store"
    assert call("build", folder, store=store).status == 0
    folder.rename(tmp_path / "elsewhere")
    refused = call("evaluate", "--without-names", store=store)
    assert refused.status == 2
    assert "anyshire" in refused.stderr
