"""Invented documents in every layout, each with a complete truth: what is found, against what was asked for.

The figures of every layout, and each error: `python -m benchmarks.layouts --errors`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from benchmarks.layouts import Tally, documents, measure, truth_of

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = documents()
# What the project asks of itself: precision and recall of pledges, and the share of each claim about them.
MARKED = {"label pairs", "tables", "inline status"}
READ = {"numbered", "roadmap", "prose", *MARKED}


@cache
def tallies() -> dict[str, Tally]:
    """The counts of each layout, over the documents that rules were written with."""
    found: dict[str, Tally] = defaultdict(Tally)
    for folder in FOLDERS:
        truth = truth_of(folder)
        if not truth.get("held_out"):
            found[truth["layout"]].merge(measure(folder))
    return found


def test_every_layout_has_documents() -> None:
    assert {truth_of(folder)["layout"] for folder in FOLDERS} == READ


@pytest.mark.parametrize("layout", sorted(MARKED))
def test_where_the_layout_marks_pledges_they_are_found(layout: str) -> None:
    assert (tallies()[layout].share("pledge", "missed") or 0) >= 0.95
    assert (tallies()[layout].share("pledge", "wrong") or 0) >= 0.9


@pytest.mark.parametrize("layout", sorted(MARKED))
def test_statuses_answers_and_owners_are_those_of_the_layout(layout: str) -> None:
    tally = tallies()[layout]
    claims = [claim for claim in ("stated", "answer", "owner") if tally.counts[claim, "right"]]
    assert claims
    assert {claim: tally.share(claim, "missed") for claim in claims if (tally.share(claim, "missed") or 0) < 0.95} == {}
    assert (tally.share("status", "wrong") or 0) >= 0.95


@pytest.mark.parametrize("layout", sorted(READ - MARKED))
def test_what_is_only_said_is_found_too(layout: str) -> None:
    assert (tallies()[layout].share("pledge", "missed") or 0) >= 0.85
    assert (tallies()[layout].share("pledge", "wrong") or 0) >= 0.75


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_document_that_only_promises_has_no_progress(folder: Path) -> None:
    """Wherever the truth has no status but NotAssessed, none is found."""
    truth = truth_of(folder)
    if truth["layout"] not in ("prose", "roadmap", "numbered"):
        return
    if {pledge.get("status", "NotAssessed") for pledge in truth.get("pledge", ())} <= {"NotAssessed"}:
        assert measure(folder).counts["status", "wrong"] == 0
