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
