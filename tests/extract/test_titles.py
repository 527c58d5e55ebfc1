"""What titles and openings tell of a document."""

from __future__ import annotations

import pytest

from graph.extract.titles import date_of, kind_of, opening_title, period_of, without_period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Housing strategy 2020 to 2025", ("2020", "2025")),
        ("Delivery Plan 2017-20", ("2017", "2020")),
        ("Plan 2019/20", ("2019", "2020")),
        ("Strategy 2022–2024", ("2022", "2024")),
        ("Annual report 2023", ("2023", None)),
        ("Strategy 2025 to 2020", ("2025", None)),
        ("Our strategy", (None, None)),
        ("Room 2011-99", ("2011", "2099")),
    ],
)
def test_a_title_may_say_the_period(title: str, period: tuple[str | None, str | None]) -> None:
    assert period_of(title) == period


@pytest.mark.parametrize(
    ("texts", "date"),
    [
        (["Plan", "Cabinet, 5 March 2024"], "2024-03-05"),
        (["Plan", "31st February 2024"], "2024-02"),
        (["DRAFT December 2016"], "2016-12"),
        (["log 2024-07-09.xlsx"], "2024-07-09"),
        (["Annual report 2023", "no date"], "2023"),
        (["Plan 2020 to 2025", "Anyshire"], None),
        (["Plan"], None),
    ],
)
def test_the_first_date_of_the_opening_counts(texts: list[str], date: str | None) -> None:
    assert date_of(iter(texts)) == date


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Climate plan: one year on", "report"),
        ("Review of the climate plan", "report"),
        ("Climate action plan", "plan"),
        ("Minutes", "document"),
    ],
)
def test_a_title_may_say_the_kind(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_editions_have_the_same_title_but_for_the_period() -> None:
    assert without_period("Housing strategy 2020 to 2025") == without_period("Housing Strategy, 2025-30")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anyshire Council\n\nOpen space strategy 2020-25\n\nWe will plant trees.", "Open space strategy 2020-25"),
        ("LANES REVIEW   one year on\nJune 2023", "LANES REVIEW one year on"),
        ("This plan says what we will do.\nIt was agreed in June.", ""),
        ("Contents\n1. Our strategy\n2. Our plan", ""),
        ("Dear resident\n\nThank you for your letter", ""),
        ("", ""),
    ],
)
def test_the_top_of_a_plain_text_may_hold_its_title(text: str, title: str) -> None:
    assert opening_title(text) == title
