"""What a file of decisions says of itself: who decided, and how. Nothing supposes that it was a person."""

from __future__ import annotations

import pytest

from graph.model import DecisionSet
from graph.read.decisions import described

ROWS = "subject_id\tpredicate_id\tobject_id\nid:a\tsl:ownedBy\tid:b\n"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", DecisionSet()),
        ("# A remark\n", DecisionSet()),
        ("# mapping_set_title: Links of Wick\n", DecisionSet("Links of Wick")),
        ("#mapping_set_title: Links: of Wick\n", DecisionSet("Links: of Wick")),
        ('# mapping_set_title: "Links of Wick"\n# license: https://example.org/l\n',
         DecisionSet("Links of Wick", "", "https://example.org/l")),
        ("# mapping_set_description: Two officers read it.\n#   A row stands where both agree.\n",
         DecisionSet("", "Two officers read it. A row stands where both agree.")),
        ("# curie_map:\n#   id: https://example.org/\n# mapping_set_title: Links\n", DecisionSet("Links")),
    ],
)  # fmt: skip
def test_the_head_of_the_file_is_read(head: str, told: DecisionSet) -> None:
    assert described(head + ROWS) == told


def test_what_stands_below_the_head_is_no_metadata() -> None:
    assert described(ROWS + "# mapping_set_title: Too late\n") == DecisionSet()
