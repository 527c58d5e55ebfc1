"""`/graph`: the graph page of the store that is served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    import httpx


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
    assert answered.headers["content-type"].startswith("text/plain")


def test_the_pages_lead_to_it(devon_http: httpx.Client) -> None:
    home = LexborHTMLParser(devon_http.get("/", headers={"Accept": "text/html"}).text)
    assert home.css("a[href='/graph']")
