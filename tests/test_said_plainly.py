"""Everyday sentences, from a text to a status: what is denied, delayed or planned is never done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.assemble import assemble
from graph.read.manifest import read_bare_file, read_folder

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = """Roads
We said
- Build a bridge over the Wey.
- Open the skate park.
- Train lifeguards.
- Plant street trees.
We did
- {}
"""
SENTENCES = {
    "The bridge over the Wey has been built.": "Achieved",
    "The bridge over the Wey is built.": "Achieved",
    "The bridge over the Wey carries 900 people a day.": "Achieved",
    "The skate park opened in May.": "Achieved",
    "The bridge over the Wey will be built next year.": "InProgress",
    "The bridge over the Wey is nearly finished.": "InProgress",
    "The bridge over the Wey is half built.": "InProgress",
    "We are building the bridge over the Wey.": "InProgress",
    "Repairs to the bridge over the Wey are being made.": "InProgress",
    "The bridge over the Wey has been delayed until 2026.": "Outstanding",
    "The bridge over the Wey hasn’t been built.": "Outstanding",
    "The bridge over the Wey was not built.": "Outstanding",
    "We did not open the skate park.": "Outstanding",
    "We failed to train lifeguards.": "Outstanding",
    "Nothing has been planted: street trees wait.": "Outstanding",
    "The skate park has been discontinued.": "Outstanding",
}


@pytest.mark.parametrize(("sentence", "status"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_says_what_became_of_its_pledge(sentence: str, status: str, tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(REVIEW.format(sentence), encoding="utf-8")
    graph = assemble(read_bare_file(path))
    assert [one.status for one in graph.assessments if one.basis] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("All actions have been completed.", "Achieved"),
        ("Not all actions have been completed.", "InProgress"),
        ("None of the actions were completed.", "Outstanding"),
    ],
)
def test_a_blanket_may_deny(sentence: str, status: str, tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(REVIEW.format(sentence), encoding="utf-8")
    assert {one.status for one in assemble(read_bare_file(path)).assessments} == {status}


def test_pledges_without_any_progress_are_not_assessed(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(REVIEW.split("We did", maxsplit=1)[0], encoding="utf-8")
    graph = assemble(read_bare_file(path))
    assert {one.status for one in graph.assessments} == {"NotAssessed"}
    assert any("not assessed" in finding for finding in graph.findings)


def test_two_documents_that_state_the_same_pledges_give_each_once_and_its_history(tmp_path: Path) -> None:
    one = '[[document]]\nid = "review-{0}"\nfile = "{0}.txt"\ntitle = "Review"\ndate = "{0}"\n'
    one += 'states = "plan"\nreports_on = "plan"\n'
    for year, said in (("2023", "The skate park is being built."), ("2024", "The skate park opened.")):
        (tmp_path / f"{year}.txt").write_text(REVIEW.format(said), encoding="utf-8")
    head = '[body]\nid = "wey"\nname = "Wey"\n[[strategy]]\nid = "plan"\ntitle = "Plan"\n'
    (tmp_path / "strategies.toml").write_text(head + one.format("2023") + one.format("2024"), encoding="utf-8")
    graph = assemble(read_folder(tmp_path))
    commitments = [one.iri for one in graph.commitments]
    assert len(commitments) == len(set(commitments))
    skate = next(one.iri for one in graph.commitments if "skate" in one.quote.text)
    history = [(one.as_of, one.status) for one in graph.assessments if one.commitment == skate]
    assert history == [("2023", "InProgress"), ("2024", "Achieved")]
