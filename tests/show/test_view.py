"""The page around one thing: a pledge with its generations, or all that a programme holds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from ask.samples import DREDGE, HOME, STOP, brackwater, publish_graph

from graph.ask.rows import THEMES, rows
from graph.errors import UnknownError
from graph.show.graphpage.view import view

if TYPE_CHECKING:
    from graph.store import Store

DATA = r'<script type="application/json" id="data">(.*?)</script>'


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


def pledges(html: str) -> set[str]:
    """The texts of the pledges in a page."""
    [data] = re.findall(DATA, html)
    return {node["text"] for node in json.loads(data)["nodes"] if node["group"] == "Commitment"}


def title(html: str) -> str:
    return str(re.findall(r"<title>(.*?)</title>", html)[0])


def test_around_a_pledge_stand_those_it_continues(store: Store) -> None:
    assert pledges(view(store, focus=STOP.iri, depth=1)) == {"1.1 Open a ferry stop at Low Quay."}
    around = pledges(view(store, focus=DREDGE.iri, depth=2))
    assert around == {"1.2 Dredge the inner harbour.", "Deepen the inner harbour."}


@pytest.mark.parametrize("focus", ["Ferry", "council plan", HOME + "green-recovery", HOME + "ferry"])
def test_a_programme_may_be_named_by_any_of_those_above_it(store: Store, focus: str) -> None:
    assert pledges(view(store, focus=focus, depth=1)) == {"1.2 Dredge the inner harbour."}


@pytest.mark.parametrize("focus", ["harbour trust", HOME + "trust"])
def test_around_an_organisation_stand_the_pledges_that_it_takes_part_in(store: Store, focus: str) -> None:
    html = view(store, focus=focus, depth=1)
    assert pledges(html) == {"1.1 Open a ferry stop at Low Quay."}
    assert title(html) == "Pledges around Harbour Trust"


@pytest.mark.parametrize("focus", ["harbours", "HARBOURS"])
def test_around_a_theme_stand_its_pledges(store: Store, focus: str) -> None:
    html = view(store, focus=focus, depth=1)
    assert len(pledges(html)) == 7
    assert title(html) == "Pledges around Harbours"


def test_a_theme_may_be_named_by_its_address(store: Store) -> None:
    [theme, *_] = sorted({row["iri"] for row in rows(store, THEMES) if "2016" in row["iri"]})
    shown = pledges(view(store, focus=theme, depth=1))
    assert shown == {"Open a ferry stop at Low Quay.", "Repair the sea wall.", "Deepen the inner harbour."}


def test_one_strategy_is_shown_without_the_others(store: Store) -> None:
    html = view(store, strategy="2016")
    assert pledges(html) == {"Open a ferry stop at Low Quay.", "Repair the sea wall.", "Deepen the inner harbour."}
    assert title(html) == "Coast Plan 2016 to 2021"
    assert json.loads(re.findall(DATA, html)[0])["total"] == 7


def test_several_strategies_of_one_body_are_called_by_its_name(store: Store) -> None:
    assert title(view(store)) == f"Pledges of {brackwater().body.name}"


def test_a_focus_that_is_nowhere_is_refused_with_what_is_nearest(store: Store) -> None:
    with pytest.raises(UnknownError, match="nothing-like-it"):
        view(store, focus="nothing-like-it")
    with pytest.raises(UnknownError, match="No strategy has '1066'"):
        view(store, strategy="1066")


def test_a_strategy_that_is_not_there_is_answered_with_the_nearest_titles(store: Store) -> None:
    with pytest.raises(UnknownError, match=r"No strategy has 'Cost Plan' .*the nearest: “Coast Plan 2022 to 2025”"):
        view(store, strategy="Cost Plan")
    with pytest.raises(UnknownError, match="there are, the newest first: “Coast Plan 2022 to 2025”, “Coast Plan 2016"):
        view(store, strategy="§§§")


def test_a_focus_that_is_not_there_is_answered_with_the_nearest_names(store: Store) -> None:
    with pytest.raises(UnknownError, match=r"No programme, organisation, theme or pledge is called .*“Harbour Trust”"):
        view(store, focus="Tru-st")
    with pytest.raises(UnknownError, match="strategy-links programmes and commitments list them"):
        view(store, focus="§§§")


def test_a_focus_in_another_strategy_is_not_an_empty_page(store: Store) -> None:
    with pytest.raises(UnknownError, match=r"in the strategies with '2016' in their title .* leave out --strategy"):
        view(store, focus=DREDGE.iri, strategy="2016")
