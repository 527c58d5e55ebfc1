"""Pages that lead to others, asked of a real server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph.show.site.listings import LISTS

if TYPE_CHECKING:
    import httpx

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("path", ["/", "/method", "/accessibility", *(f"/lists/{name}" for name in LISTS)])
def test_each_answers_with_a_page_that_runs_nothing(devon_http: httpx.Client, path: str) -> None:
    got = devon_http.get(path, headers=HTML)
    assert got.status_code == 200
    assert got.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in got.headers["Content-Security-Policy"]
    assert got.text.count("<script") == got.text.count('<script type="application/ld+json">')
    assert "style=" not in got.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/lists/nothing", 404),
        ("/lists/pledges?page=2", 404),
        ("/lists/pledges?page=999999", 404),
        ("/lists/%3Cscript%3E", 404),
        ("/lists/pledges?page=0", 400),
        ("/lists/pledges?page=x", 400),
        ("/lists/", 404),
    ],
)
def test_what_is_not_there_is_told_of(devon_http: httpx.Client, path: str, status: int) -> None:
    got = devon_http.get(path, headers=HTML)
    assert got.status_code == status
    assert "<script>" not in got.text
    assert "Traceback" not in got.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/assets/nothing.js", 404),
        ("GET", "/lists/pledges?page=x", 400),
        ("POST", "/lists/pledges", 405),
    ],
)
def test_who_wants_a_page_gets_one_that_says_what_to_do(
    devon_http: httpx.Client, method: str, path: str, status: int
) -> None:
    shown = devon_http.request(method, path, headers=HTML)
    plain = devon_http.request(method, path, headers={"Accept": "*/*"})
    assert shown.status_code == plain.status_code == status
    assert plain.headers["Content-Type"] == "text/plain; charset=utf-8"
    sentence = plain.text.strip()
    assert "\n" not in sentence
    page = LexborHTMLParser(shown.text)
    assert [one.text() for one in page.css("main .lead")] == [sentence]
    hrefs = {one.attributes["href"] for one in page.css("main a")}
    assert {"/", "/search", "/lists/pledges"} <= hrefs
    assert shown.headers["Vary"] == "Accept"
    assert shown.headers.get("Allow") == plain.headers.get("Allow")
