"""The words of the cue files and those of a manifest make one dictionary each."""

from __future__ import annotations

import pytest

from graph.extract.known import Known, key
from graph.extract.tables.columns import Column
from graph.values import Status


def test_labels_columns_and_statuses_are_read_from_the_cue_files() -> None:
    known = Known.of({})
    assert known.labels["what we said we would do"] == "pledges"
    assert known.columns["lead officer"] == Column.OWNER
    assert known.statuses["in progress"] is Status.IN_PROGRESS


def test_all_that_a_file_says_is_a_word_and_its_meaning() -> None:
    known = Known.of({})
    assert set(known.labels.values()) == {"pledges", "progress"}
    assert set(known.columns.values()) <= set(Column)
    assert set(known.statuses.values()) == set(Status)


@pytest.mark.parametrize(
    ("extra", "word", "meaning"),
    [
        ({"columns": {"owner": ["Zuständig"]}}, "zuständig", "owner"),
        ({"columns": {"theme": ["Action"]}}, "action", "theme"),
    ],
)
def test_a_manifest_adds_words_and_may_change_them(
    extra: dict[str, dict[str, list[str]]], word: str, meaning: str
) -> None:
    assert Known.of(extra).columns[word] == meaning


@pytest.mark.parametrize("line", ["We said:", "**We said**", "- WE SAID", "### We said"])
def test_a_label_is_known_in_any_dress(line: str) -> None:
    assert Known.of({}).is_label(line)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**What we’ve  achieved:**", "what we've achieved"),
        ("[DONE]", "done"),
        (" – ", ""),
        ("RAG\nstatus", "rag status"),
    ],
)
def test_a_key_is_a_word_without_its_dress(text: str, plain: str) -> None:
    assert key(text) == plain
