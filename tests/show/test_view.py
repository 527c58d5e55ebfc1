"""The page around one thing: a pledge with its generations, or all that a programme holds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from ask.samples import DREDGE, HOME, STOP, brackwater, publish_graph

from graph.show.graphpage.view import view

if TYPE_CHECKING:
    from graph.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


def pledges(html: str) -> set[str]:
    """The texts of the pledges in a page."""
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html)
    return {record["text"] for record in json.loads(data)["commitments"]}


def test_around_a_pledge_stand_those_it_continues(store: Store) -> None:
    assert pledges(view(store, focus=STOP.iri, depth=1)) == {"Open a ferry stop at Low Quay."}
    around = pledges(view(store, focus=DREDGE.iri, depth=2))
    assert around == {"Dredge the inner harbour.", "Deepen the inner harbour."}


@pytest.mark.parametrize("focus", ["Ferry", "council plan", HOME + "green-recovery", HOME + "ferry"])
def test_a_programme_may_be_named_by_any_of_those_above_it(store: Store, focus: str) -> None:
    assert pledges(view(store, focus=focus, depth=1)) == {"Dredge the inner harbour."}


def test_one_strategy_is_shown_without_the_others(store: Store) -> None:
    html = view(store, strategy="2016")
    assert pledges(html) == {"Open a ferry stop at Low Quay.", "Repair the sea wall.", "Deepen the inner harbour."}
    assert "<title>Coast Plan 2016 to 2021</title>" in html
