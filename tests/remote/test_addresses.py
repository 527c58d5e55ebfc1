"""Addresses of servers: what is one, and what of it is shown."""

from __future__ import annotations

import pytest

from graph.errors import ServerError
from graph.remote.addresses import address


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://127.0.0.1:7878/query", ("http", "127.0.0.1", 7878)),
        ("https://data.example.org/sparql", ("https", "data.example.org", 443)),
        ("http://[::1]:8890/sparql", ("http", "::1", 8890)),
        ("http://DATA.example.org/sparql", ("http", "data.example.org", 80)),
    ],
)
def test_an_address_has_an_origin(url: str, origin: tuple[str, str, int]) -> None:
    assert address(url).origin == origin


def test_what_may_be_a_key_is_sent_and_not_shown() -> None:
    found = address("https://example.org/sparql?key=secret#top")
    assert (found.url, found.shown) == ("https://example.org/sparql?key=secret", "https://example.org/sparql")


@pytest.mark.parametrize(
    "url",
    ["", "sparql", "ftp://example.org/", "file:///etc/passwd", "http://", "http://a b/", "http://a:b/", "http://[/"],
)
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(ServerError, match="no URL"):
        address(url)


@pytest.mark.parametrize(
    "url", ["http://user:pass-word@example.org/", "http://user@example.org/", "http://:pass-word@a/"]
)
def test_a_password_in_an_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ServerError, match="STRATEGY_LINKS_PASSWORD") as refused:
        address(url)
    assert "pass-word" not in str(refused.value)
    assert "user@" not in str(refused.value)
