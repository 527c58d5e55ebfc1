"""A reply beside a blank cell for the work done since reports nothing; a reply alone is no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.assemble import assemble
from graph.read.manifest import read_bare_file
from graph.values import Status

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    ("The Board should publish its waiting times.", "Accepted.", "The times were published in May."),
    ("The Board should train all ward clerks.", "Accepted.", "Twelve clerks are being trained."),
    ("The Board should test its fire plan.", "Accepted.", ""),
)


@pytest.mark.parametrize(
    ("position", "last"), [("Position at June 2025", Status.NOT_REPORTED), ("", Status.NOT_ASSESSED)]
)
def test_a_reply_beside_a_blank_position_is_silent_on_the_work(tmp_path: Path, position: str, last: Status) -> None:
    head = ["Recommendation", "Management response", *([position] if position else [])]
    rows = [head, ["---"] * len(head), *(list(row[: len(head)]) for row in ROWS)]
    path = tmp_path / "reply.md"
    path.write_text("# Reply\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows), "utf-8")
    assert assemble(read_bare_file(path)).assessments[-1].status is last


@pytest.mark.parametrize(
    ("word", "report", "meant"),
    [
        ("Delayed", "Design finished. Waiting for an approval from the railway.", Status.IN_PROGRESS),
        ("Behind schedule", "One trainee started in 2023, none in 2024", Status.IN_PROGRESS),
        ("Overdue", "Two of three gates painted", Status.IN_PROGRESS),
        ("Delayed", "The ground was soft. Opening is now expected in autumn 2025.", Status.IN_PROGRESS),
        ("Delayed", "Work has not begun.", Status.OUTSTANDING),
        ("Delayed", "No contractor has been found", Status.OUTSTANDING),
        ("Slipped", "Forty stops still have no supply.", Status.OUTSTANDING),
        ("On hold", "Design finished. The money went elsewhere.", Status.OUTSTANDING),
    ],
)
def test_what_is_late_goes_on_where_a_part_of_it_is_done(tmp_path: Path, word: str, report: str, meant: Status) -> None:
    path = tmp_path / "tracker.md"
    path.write_text(f"| Action | Status | Comment |\n|---|---|---|\n| Open a hub | {word} | {report} |\n", "utf-8")
    last = assemble(read_bare_file(path)).assessments[-1]
    assert last.status is meant
