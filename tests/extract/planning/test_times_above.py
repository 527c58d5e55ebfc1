"""Headings that are times say by when what stands under them is to be done."""

from __future__ import annotations

from extract.markdown_rows import markdown
from graph.extract.planning.times_above import times_above


def times(text: str) -> list[str]:
    blocks = markdown(text)
    found = times_above(blocks, [place for place, block in enumerate(blocks) if block.marker])
    return [one.text for said in found.values() for _, one in said]


def test_the_nearest_time_above_counts() -> None:
    assert times("# Plan\n\n## Q1 2026\n\n### Search\n\n- Filters\n\n## Q2 2026\n\n- Alerts\n") == [
        "Q1 2026",
        "Q2 2026",
    ]


def test_a_single_heading_with_a_date_is_no_plan() -> None:
    assert times("# Plan\n\n## Q1 2026\n\n- Filters\n\n## Search\n\n- Alerts\n") == []
    assert times("") == []
