"""`/graph`: the graph page of the store that is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import NEW, brackwater, publish_graph
from selectolax.lexbor import LexborHTMLParser

from graph.serve import wholes

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from graph.serve.answers import Answered
    from graph.store import Store


def rows(page: str) -> int:
    return len(LexborHTMLParser(page).css("tbody tr"))


def test_the_graph_page_has_a_policy_of_its_own_and_may_not_be_framed(devon_http: httpx.Client) -> None:
    answered = devon_http.get("/graph")
    assert answered.status_code == 200
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert answered.headers["content-security-policy"] == "frame-ancestors 'none'"
    [policy] = LexborHTMLParser(answered.text).css("meta[http-equiv=Content-Security-Policy]")
    assert "default-src 'none'" in str(policy.attributes["content"])
    assert rows(answered.text) > 50


def test_it_can_be_narrowed(devon_http: httpx.Client) -> None:
    narrowed = devon_http.get("/graph", params={"strategy": "Sufficiency"})
    assert 0 < rows(narrowed.text) < rows(devon_http.get("/graph").text)


def test_what_it_should_be_narrowed_to_and_is_not_there_is_told(devon_http: httpx.Client) -> None:
    answered = devon_http.get("/graph", params={"strategy": "<b>none</b>"})
    assert answered.status_code == 404
    (main,) = LexborHTMLParser(answered.text).css("main")
    assert "<b>none</b>" in main.text()


def test_the_pages_lead_to_it(devon_http: httpx.Client) -> None:
    home = LexborHTMLParser(devon_http.get("/", headers={"Accept": "text/html"}).text)
    assert home.css("a[href='/graph']")


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two strategies of one council."""
    return publish_graph(brackwater(), tmp_path_factory.mktemp("coast") / "store")


def asked(store: Store, folder: Path, **narrowed: str) -> Answered:
    given: dict[str, Any] = {"focus": None, "strategy": None, "root": "http://127.0.0.1/", "most": 10**9}
    return wholes.graph_page(store, given | {"file": str(folder / "answer")} | narrowed)


def test_of_too_many_pledges_the_strategies_are_offered_the_newest_first(
    coast: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wholes, "MOST", 4)
    [main] = LexborHTMLParser(asked(coast, tmp_path, focus="A & B").body).css("main")
    assert "too many for one graph" in main.text()
    assert [one.text() for one in main.css("h2")] == ["Brackwater Council"]
    assert [one.text().split(" to ")[0] for one in main.css("li a")] == ["Coast Plan 2022", "Coast Plan 2016"]
    first = main.css("li a")[0].attributes["href"]
    assert first == "/graph?strategy=" + NEW.replace(":", "%3A").replace("/", "%2F") + "&focus=A+%26+B"


@pytest.mark.parametrize("strategy", [NEW, "coast plan 2022"])
def test_each_strategy_is_drawn_as_it_would_be_among_few(
    coast: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strategy: str
) -> None:
    whole = asked(coast, tmp_path, strategy=strategy)
    monkeypatch.setattr(wholes, "MOST", 4)
    assert asked(coast, tmp_path, strategy=strategy) == whole


def test_a_strategy_that_is_not_among_many_is_told(
    coast: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wholes, "MOST", 4)
    answered = asked(coast, tmp_path, strategy="no such strategy")
    assert answered.status == 404
    assert "Coast Plan" in answered.body.decode()
