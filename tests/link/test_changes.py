"""What became of a pledge's figures when it was made again."""

from __future__ import annotations

import pytest

from graph.link.changes import changes, contradict

Changes = list[tuple[str, str | None, str | None]]


def found(older: str, newer: str) -> Changes:
    return [(one.kind.value, one.before, one.after) for one in changes(older, newer)]


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("Recruit 40 carers.", "Recruit 30 carers.", [("target shrank", "40 carers", "30 carers")]),
        ("Recruit 40 carers.", "We will recruit fifty carers.", [("target grew", "40 carers", "fifty carers")]),
        ("Recruit 40 carers.", "Recruit carers.", [("target vanished", "40 carers", None)]),
        ("Recruit carers.", "Recruit 40 carers.", [("target added", None, "40 carers")]),
        ("Cut waste by 40%.", "Cut waste by a quarter.", [("target shrank", "40%", "a quarter")]),
        ("Invest £2 million.", "Invest £3m.", [("target grew", "£2 million", "£3m")]),
        ("Open it by 2025.", "Open it by March 2027.", [("date moved", "2025", "March 2027")]),
        ("Open it by 2025.", "Open it.", [("date vanished", "2025", None)]),
        ("Open it.", "Open it in 2027/28.", [("date added", None, "2027/28")]),
        (
            "Build 400 homes by 2024.",
            "Build 300 homes by 2028.",
            [("target shrank", "400 homes", "300 homes"), ("date moved", "2024", "2028")],
        ),
        (
            "Buy 12 vans and train 40 drivers.",
            "Train 30 drivers and buy 12 vans.",
            [("target shrank", "40 drivers", "30 drivers")],
        ),
        ("Replace 30 vans.", "Replace 20 lorries.", [("target shrank", "30 vans", "20 lorries")]),
    ],
)
def test_a_figure_shrinks_grows_moves_vanishes_or_comes(older: str, newer: str, expected: Changes) -> None:
    assert found(older, newer) == expected


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Recruit 40 carers by 2025.", "By the end of 2025 recruit forty carers."),
        ("Cut the fare to one pound.", "Cut the fare to £1."),
        ("Open it in 2024/25.", "Open it by March 2025."),
        ("Cut waste by 25%.", "Cut waste by a quarter."),
        ("Spend it in 2024/25.", "Spend it in 2024-25."),
        ("", ""),
    ],
)
def test_the_same_figure_written_otherwise_is_no_change(older: str, newer: str) -> None:
    assert found(older, newer) == []


def test_a_financial_year_is_a_date_and_no_target() -> None:
    assert found("Raise £5,000 by 2022/23.", "Raise £5,000 by 2026/27.") == [("date moved", "2022/23", "2026/27")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Recruit 40 carers.", "Recruit 30 carers.", True),
        ("Open it by 2025.", "Open it by 2026.", True),
        ("Recruit 40 carers.", "Recruit carers.", False),
        ("Open it by 2025.", "Open it.", False),
    ],
)
def test_only_other_figures_contradict(first: str, second: str, *, expected: bool) -> None:
    assert contradict(first, second) is expected
