"""Two strategies side by side: continued, reworded, dropped, new, and what became of the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.ask.compare import compare
from graph.ask.run import run
from graph.build import build
from graph.errors import QueryError, UnknownError
from graph.store import Store, open_store

if TYPE_CHECKING:
    from io import BytesIO

BODIES = Path(__file__).resolve().parents[1] / "fixtures" / "bodies"
OLDER, NEWER = "Climate Strategy 2018 to 2021", "Climate and Nature Strategy 2022 to 2027"


@pytest.fixture(scope="module")
def fenwick(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of a body with two generations of a strategy, without people's decisions."""
    folder = tmp_path_factory.mktemp("fenwick") / "store"
    build([BODIES / "fenwick-climate"], folder, ignore_decisions=True)
    return open_store(folder)


@pytest.fixture(scope="module")
def compared(fenwick: Store) -> dict[str, Any]:
    return compare(fenwick, OLDER, NEWER)


def pair(compared: dict[str, Any], words: str) -> tuple[str, dict[str, Any]]:
    """The pair whose newer pledge starts so, and the list it is in."""
    return next(
        (kind, one)
        for kind in ("continued", "reworded")
        for one in compared[kind]
        if one["newer"]["text"].startswith(words)
    )


def texts(pledges: list[dict[str, Any]]) -> list[str]:
    return [one["text"] for one in pledges]


def test_every_pledge_is_somewhere_once(compared: dict[str, Any]) -> None:
    pairs = [*compared["continued"], *compared["reworded"]]
    older = [one["older"]["iri"] for one in pairs] + [one["iri"] for one in compared["dropped"]]
    newer = [one["newer"]["iri"] for one in pairs] + [one["iri"] for one in compared["new"]]
    assert len(older) == len(set(older)) == 21
    assert len(newer) == len(set(newer)) == 21


@pytest.mark.parametrize(
    ("words", "kind", "changes"),
    [
        (
            "Insulate 300",
            "continued",
            [
                ("target shrank", "400 council homes", "300 of our council homes"),
                ("date moved", "March 2021", "March 2026"),
            ],
        ),
        ("Set up a loan fund", "continued", [("target vanished", "£2 million", None)]),
        ("Install charging", "continued", [("date added", None, "2024")]),
        ("Reduce the waste", "continued", [("target shrank", "40%", "30%"), ("date vanished", "end of 2021", None)]),
        ("Publish our carbon", "continued", []),
        (
            "Electrify",
            "reworded",
            [("target grew", "30 diesel vans", "50 diesel vans"), ("date moved", "2020", "2025")],
        ),
        ("Divest", "reworded", [("date added", None, "2030")]),
        ("Give free advice", "reworded", []),
    ],
)
def test_pledges_are_continued_or_reworded_and_their_figures_followed(
    compared: dict[str, Any], words: str, kind: str, changes: list[tuple[str, str | None, str | None]]
) -> None:
    found, one = pair(compared, words)
    assert found == kind
    assert [(each["kind"], each["from"], each["to"]) for each in one["changes"]] == changes
    assert 0.5 <= one["confidence"] <= 1
    assert one["review"] == "unreviewed"


def test_what_was_dropped_and_what_is_new_is_told_with_its_status(compared: dict[str, Any]) -> None:
    assert "Build a segregated cycle lane along Mill Road." in texts(compared["dropped"])
    assert "Create a pocket park in each ward." in texts(compared["new"])
    solar = next(one for one in compared["dropped"] if one["text"].startswith("Fit solar"))
    assert (solar["status"], solar["theme"]) == ("Achieved", "Homes and heating")
    assert pair(compared, "Set up a loan fund")[1]["older"]["status"] == "Outstanding"


def test_a_pledge_that_only_the_review_states_is_a_pledge_of_the_strategy(compared: dict[str, Any]) -> None:
    staff = next(one for one in compared["dropped"] if one["text"] == "Lend electric bicycles to staff.")
    assert staff["document"] == "review-2021.txt"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NEWER, OLDER),
        ("climate-2018", "climate-2022"),
        ("2018 TO 2021", "nature"),
        ("fenwick-climate/climate-2022", "2018"),
    ],
)
def test_strategies_are_named_by_title_id_or_a_part_in_any_order(
    fenwick: Store, compared: dict[str, Any], first: str, second: str
) -> None:
    assert compare(fenwick, first, second) == compared


def test_the_answer_is_json_and_names_the_strategies(compared: dict[str, Any]) -> None:
    assert json.loads(json.dumps(compared)) == compared
    assert (compared["older"]["title"], compared["newer"]["title"]) == (OLDER, NEWER)
    assert (compared["older"]["start"], compared["newer"]["end"]) == ("2018", "2027")


@pytest.mark.parametrize("name", ["housing", "", "  ", "Climate", "climate-20"])
def test_a_name_that_fits_none_or_several_is_answered_with_the_list(fenwick: Store, name: str) -> None:
    with pytest.raises(UnknownError) as refused:
        compare(fenwick, name, NEWER)
    assert OLDER in str(refused.value)
    assert NEWER in str(refused.value)


def test_a_strategy_is_not_compared_with_itself(fenwick: Store) -> None:
    with pytest.raises(QueryError, match="are the same strategy"):
        compare(fenwick, OLDER, "2018")


def test_a_strategy_without_pledges_is_compared_with_nothing(devon: Store) -> None:
    compared = compare(devon, "2022 to 2024", "2024 to 2029")
    assert compared["newer"]["title"].endswith("2024 to 2029")
    assert len(compared["dropped"]) == 57
    assert compared["continued"] == compared["reworded"] == compared["new"] == []


def rows(store: Store, query: str, *values: str, stdin: BytesIO | None = None) -> list[dict[str, Any]]:
    columns, found = run(store, query, values, stdin)  # type: ignore[arg-type]
    return [dict(zip(columns, row, strict=True)) for row in found]


def test_pledges_made_again_and_still_not_achieved_are_found(fenwick: Store) -> None:
    found = {
        row["pledge"]: (row["status"], row["olderPledge"], row["olderStatus"])
        for row in rows(fenwick, "remade-and-not-achieved")
    }
    assert found["Set up a loan fund for heat pumps."] == (
        "Outstanding",
        "Set up a revolving loan fund of £2 million for heat pumps.",
        "Outstanding",
    )
    assert "Publish our carbon footprint each year." not in found
    assert rows(fenwick, "remade-and-not-achieved", "title=nature") == rows(fenwick, "remade-and-not-achieved")
    assert rows(fenwick, "remade-and-not-achieved", "title=housing") == []


def test_queries_of_generations_agree_with_the_comparison(fenwick: Store, compared: dict[str, Any]) -> None:
    pairs = {(one["newer"]["iri"], one["older"]["iri"]) for kind in ("continued", "reworded") for one in compared[kind]}
    assert {(row["commitment"], row["older"]) for row in rows(fenwick, "continued")} == pairs
    assert {row["commitment"] for row in rows(fenwick, "not-continued")} == {one["iri"] for one in compared["dropped"]}
