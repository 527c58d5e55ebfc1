"""Every cue matches its examples and leaves its spares alone; a cue file that is not there fails."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from graph.extract.cues import FOLDER, Cue, cues
from graph.values import Scope, Status

FILES = sorted(path.stem for path in FOLDER.glob("*.toml"))
TABLES: dict[str, dict[str, Any]] = {
    file: tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8")) for file in FILES
}
WITH_CUES = [file for file in FILES if "cue" in TABLES[file]]
CUES = [pytest.param(cue, id=f"{file}-{number}") for file in WITH_CUES for number, cue in enumerate(cues(file))]
MEANINGS = {
    "scope": set(Scope) - {Scope.DIRECT, Scope.EXCEPTION},
    "status": {Status.ACHIEVED, Status.IN_PROGRESS, Status.OUTSTANDING},
    "ownership": {"programme", "holder", "container", "leads"},
    "naming": {"part of", "through", "holder", "partner", "inspector before", "inspector after", "acts"},
    "outcomes": {"result"},
}


def test_there_are_cue_files() -> None:
    assert set(MEANINGS) <= set(WITH_CUES)
    assert {"labels", "sentences", "words"} <= set(FILES)


@pytest.mark.parametrize("file", MEANINGS)
def test_cues_mean_what_the_model_knows(file: str) -> None:
    assert {cue.means for cue in cues(file)} == MEANINGS[file]


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_matches_its_examples_and_leaves_its_spares_alone(cue: Cue) -> None:
    assert cue.examples, "a cue needs at least one example"
    assert [text for text in cue.examples if not cue.find(text)] == []
    assert [text for text in cue.spares if cue.find(text)] == []


def test_no_label_marks_both_pledges_and_progress() -> None:
    assert not set(TABLES["labels"]["pledges"]) & set(TABLES["labels"]["progress"])


@pytest.mark.parametrize(
    ("file", "key"),
    [("labels", "pledges"), ("labels", "progress"), ("sentences", "abbreviations"), ("words", "stop")],
)
def test_lists_of_words_are_lower_case_and_hold_each_word_once(file: str, key: str) -> None:
    words = TABLES[file][key]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))
