"""Tables of statuses: a key or totals, from which no pledge is read."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.extract.marks.status_words import NO_LEGEND
from graph.extract.tables.keys import is_key

KNOWN = Known.of({})


@pytest.mark.parametrize(
    "table",
    [
        "| Rating | Meaning |\n"
        "|---|---|\n"
        "| Complete | The promise was kept |\n"
        "| On track | Work goes to plan |\n"
        "| Not started | No work yet |",
        "| Status | Number |\n|---|---|\n| Complete | 12 |\n| On track | 3 |\n| Not started | 1 |",
        "| | |\n|---|---|\n| Green | On schedule |\n| Amber | Some delay |\n| Red | Not started |",
    ],
)
def test_a_key_and_totals_give_no_pledges(table: str) -> None:
    rows = markdown(table)
    assert is_key(rows, KNOWN, NO_LEGEND)
    assert sections(rows, KNOWN) == []


@pytest.mark.parametrize(
    "table",
    [
        "| Status | Action |\n"
        "|---|---|\n"
        "| Complete | Open a hub |\n"
        "| On track | Mend the lanes |\n"
        "| Not started | Light the square |",
        "| Action | Status |\n"
        "|---|---|\n"
        "| Open a hub | Complete |\n"
        "| Mend the lanes | Complete |\n"
        "| Light the square | Not started |",
    ],
)
def test_a_plan_with_statuses_is_no_key(table: str) -> None:
    rows = markdown(table)
    assert not is_key(rows, KNOWN, NO_LEGEND)
    assert [len(section.pledges) for section in sections(rows, KNOWN)] == [3]
