"""Two labels side by side, then pledges and statuses by turns: a table that has lost its lines."""

from __future__ import annotations

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

KNOWN = Known.of({})
MINUTES = """**2. Matters arising**

- The minutes were agreed.

**Action**

**Progress**

Harbour Office to send out the map of moorings.

Complete

Wardens to discuss signs at a later meeting.

In progress.

**3. Any other business**

- The launch of the ferry was well received.
"""


def test_every_second_line_is_the_status_of_the_one_before() -> None:
    (section,) = sections(blocks(MINUTES, KNOWN.is_label), KNOWN)
    assert [one.span.text for one in section.pledges] == [
        "Harbour Office to send out the map of moorings.",
        "Wardens to discuss signs at a later meeting.",
    ]
    assert [(one.answers, one.status.word) for one in section.progress if one.status] == [
        ((0,), "Complete"),
        ((1,), "In progress"),
    ]


def test_lines_that_do_not_go_by_turns_are_no_pairs() -> None:
    text = "**Action**\n\n**Progress**\n\nThe hub was opened.\n\nIt serves nine wards.\n"
    assert all(not section.progress or section.progress[0].status is None for section in sections(blocks(text), KNOWN))
