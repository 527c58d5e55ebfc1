"""A number below the one promised is work in progress, whatever the verb says."""

from __future__ import annotations

import pytest

from graph.link.shortfall import falls_short


@pytest.mark.parametrize(
    ("pledge", "statement"),
    [
        ("Insulate 400 council homes.", "268 council homes have been insulated."),
        ("Plant 10,000 trees.", "6,350 trees have been planted."),
        ("Replace 30 diesel vans.", "Twelve of the vans are now electric."),
        ("Reduce waste by 40%.", "Waste has fallen by 22%."),
        ("Raise £400,000 a year.", "Gifts came to £265,000."),
        ("Teach 900 newcomers.", "Classes reached 612 newcomers, short of the 900 that we aimed for."),
        ("Mend or replace all 27 playgrounds.", "Nineteen are finished."),
        ("Replace the sluices of 90 tanks.", "64 replaced. The yard was flooded in August."),
        ("Answer nine calls in ten within two minutes.", "We answered 74% of calls within two minutes."),
        ("Cut the backlog of appeals to 200.", "The backlog stands at 312, down from 540."),
        ("Recruit 40 [carers](https://example.org).", "**12 carers** were recruited."),
    ],
)
def test_less_than_was_promised_falls_short(pledge: str, statement: str) -> None:
    assert falls_short(pledge, statement)


@pytest.mark.parametrize(
    ("pledge", "statement"),
    [
        ("Insulate 300 homes.", "301 homes have been insulated."),
        ("Plant 10,000 trees.", "6,000 trees were planted in 2022 and 5,000 trees in 2023."),
        ("Recruit 40 carers.", "We recruited 45 carers, 12 carers of whom live in the north."),
        ("Recruit 40 carers.", "The carers were recruited in May."),
        ("Recruit 40 carers.", "Three hubs were opened."),
        ("Answer within 10 days.", "Letters were answered in 8 days."),
        ("Cut the wait to 10 days.", "The wait is now 8 days."),
        ("Keep the rate below 5%.", "The rate is 3%."),
        ("Spend up to £2 million.", "We spent £1.5 million."),
        ("Reduce waste by 40%.", "Waste fell by 41%, and 12% of bins were lost."),
        ("Open a hub.", "One hub was opened."),
        ("Mend all 27 playgrounds.", "Thirty were mended."),
        ("Mend all 27 playgrounds and 4 slides.", "Twelve are finished."),
        ("Answer nine calls in ten within two minutes.", "We answered 93% of calls within two minutes."),
        ("Mend all 27 playgrounds.", "Two contractors were appointed."),
        ("Cut the backlog of appeals to 200.", "The backlog stands at 190, down from 540."),
        ("Cut fares to £1.", "The fare was 2 hours late in coming."),
        ("Open it by 2030.", "It was opened in 2024."),
        ("", ""),
    ],
)
def test_what_reaches_its_target_or_has_none_does_not(pledge: str, statement: str) -> None:
    assert not falls_short(pledge, statement)
