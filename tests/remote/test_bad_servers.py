"""Servers that are not there, refuse, or answer with something else: one sentence each, and no secret in it."""

from __future__ import annotations

import base64
import json
import socket
import time
from typing import TYPE_CHECKING

import pytest
from remote.wayward import EMPTY, RESULTS, Answer, Asked, Wayward

from graph.errors import QueryError, ServerError
from graph.remote import client
from graph.remote.engines import STANDARD
from graph.remote.record import PUSH, RECORD
from graph.remote.store import RemoteStore
from graph.remote.writers import GraphStore, Update

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call

HIDDEN = "hunter-two-and-a-half"
HTML = Answer(body=b"<html>Welcome</html>", headers={"Content-Type": "text/html"})
ROW = b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"1"}}]}}'


def always(answer: Answer) -> Callable[[Asked], Answer]:
    return lambda _: answer


def after_the_record(answer: Answer) -> Callable[[Asked], Answer]:
    """No record of a push, and then an answer."""
    return lambda asked: Answer() if b"pushed" in asked.body else answer


def plain(status: int, text: str = "") -> Answer:
    return Answer(status, text.encode(), {"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (HTML, "answers with text/html"),
        (plain(401), "asks who asks (401)"),
        (plain(403), "does not allow this (403)"),
        (plain(404), "nothing at this address (404)"),
        (plain(405, "no"), "refuses (405: no)"),
        (plain(500, "out of memory\nat line 3"), "failed (500: out of memory)"),
        (Answer(502, b"<html>Bad gateway</html>", {"Content-Type": "text/html"}), "failed (502)"),
        (Answer(200, b"", {}), "something without a type"),
        (Answer(body=b""), "breaks off"),
        (Answer(body=b"[]"), "breaks off"),
        (Answer(body=EMPTY[:-4]), "breaks off"),
        (Answer(cut=10), "the connection broke"),
        (Answer(302, b"", {"Location": "/sparql"}), "without end"),
        (Answer(302, b"", {"Location": "http://127.0.0.2/sparql"}), "sends to http://127.0.0.2/sparql"),
        (Answer(307, b"", {"Location": "https://127.0.0.1/sparql"}), "sends to https://127.0.0.1/sparql"),
        (Answer(301, b"", {"Location": "file:///etc/passwd"}), "sends elsewhere"),
        (Answer(301, b"", {"Location": f"http://a:{HIDDEN}@127.0.0.2/"}), "sends elsewhere"),
    ],
)
def test_a_server_that_does_not_answer_is_told_in_one_sentence(call: Call, answer: Answer, said: str) -> None:
    with Wayward(always(answer)) as server:
        ran = call("commitments", "--endpoint", server.url)
    assert ran.status == 2
    assert ran.stdout == b""
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
    assert HIDDEN not in ran.stderr


def test_a_server_that_is_not_there_is_told(call: Call) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/query"
    ran = call("where", "anything", "--endpoint", url)
    assert ran.stderr == f"strategy-links: {url}: there is no connection to it; check the address, and that it runs.\n"
    assert ran.status == 2


def test_a_server_that_never_ends_its_answer_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER_SECONDS", 0.3)

    def slowly(_: Asked) -> Answer:
        time.sleep(1)
        return Answer()

    with Wayward(slowly) as server, pytest.raises(ServerError, match="no answer within"):
        client.Client(server.url, 0.3).send("POST", headers={})


def test_an_answer_of_any_size_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST_ANSWER", 1000)
    with Wayward(always(Answer(body=b" " * 2000))) as server, pytest.raises(ServerError, match="larger than"):
        RemoteStore(server.url)


@pytest.mark.parametrize("body", [ROW[:-3], ROW[:40], ROW.replace(b"literal", b"nothing"), b'{"head":{}}'])
def test_an_answer_that_breaks_off_is_not_taken_for_a_whole(call: Call, body: bytes) -> None:
    with Wayward(after_the_record(Answer(body=body))) as server:
        ran = call("query", "-", "--endpoint", server.url, stdin=b"SELECT ?n { ?n ?p ?o }")
    assert (ran.status, ran.stdout) == (2, b"")
    assert "breaks off or is not what SPARQL servers write" in ran.stderr


@pytest.mark.parametrize("header", ["X-SPARQL-MaxRows", "X-SQL-State"])
def test_an_answer_that_says_that_it_is_not_whole_is_not_taken_for_one(call: Call, header: str) -> None:
    limited = Answer(body=ROW, headers={"Content-Type": RESULTS, header: "1000"})
    with Wayward(after_the_record(limited)) as server:
        ran = call("query", "-", "--endpoint", server.url, stdin=b"SELECT ?n { ?n ?p ?o }")
    assert (ran.status, ran.stdout) == (2, b"")
    assert "ResultSetMaxRows" in ran.stderr


def test_triples_that_break_off_are_not_taken_for_a_whole(call: Call) -> None:
    half = Answer(body=b"<x:a> <x:b> <x:c> .\n<x:a> <x:b", headers={"Content-Type": "application/n-triples"})
    with Wayward(after_the_record(half)) as server:
        ran = call("query", "-", "--endpoint", server.url, stdin=b"CONSTRUCT WHERE { ?s ?p ?o }")
    assert (ran.status, ran.stdout) == (2, b"")


def test_a_query_that_the_server_does_not_take_is_a_bad_query() -> None:
    refused = plain(400, "Virtuoso 37000 Error TR...: transitive start not given\nSPARQL query: ...")
    with Wayward(after_the_record(refused)) as server, pytest.raises(QueryError, match="transitive start not given"):
        RemoteStore(server.url).query("SELECT * { ?s sl:continues+ ?o }")


def test_an_update_never_leaves(call: Call) -> None:
    with Wayward(always(Answer())) as server:
        for text in (b"INSERT DATA { <x:a> <x:b> <x:c> }", b"LOAD <http://127.0.0.1/>", b"DROP ALL"):
            assert call("query", "-", "--endpoint", server.url, stdin=text).status == 2
    assert all(b"pushed" in asked.body for asked in server.asked)


def test_a_damaged_record_is_told(call: Call) -> None:
    terms = (("s", "uri", RECORD), ("p", "uri", PUSH + "state"), ("o", "literal", "whole"))
    row = {name: {"type": kind, "value": value} for name, kind, value in terms}
    body = json.dumps({"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": [row]}})
    with Wayward(always(Answer(body=body.encode()))) as server:
        ran = call("commitments", "--endpoint", server.url)
    assert ran.status == 2
    assert "the record of what was pushed there is damaged" in ran.stderr


def test_a_redirect_to_the_same_server_is_followed() -> None:
    def moved(asked: Asked) -> Answer:
        return Answer() if asked.path == "/sparql/" else Answer(308, b"", {"Location": "/sparql/"})

    with Wayward(moved) as server:
        assert RemoteStore(server.url).pushed is None
    assert [(asked.method, asked.path) for asked in server.asked] == [("POST", "/sparql"), ("POST", "/sparql/")]
    assert server.asked[0].body == server.asked[1].body != b""


@pytest.mark.parametrize(
    ("answer", "said"),
    [(plain(404), "nothing at this address"), (plain(400, "line 1"), "line 1"), (plain(507), "failed")],
)
def test_a_server_that_does_not_take_graphs_is_told(answer: Answer, said: str) -> None:
    for make in (GraphStore, lambda url: Update(url, STANDARD)):
        with Wayward(always(answer)) as server, pytest.raises(ServerError, match=said):
            make(server.url).replace("x:g", b"")


# Who asks.


def challenged(scheme: str) -> Callable[[Asked], Answer]:
    """Asks for a password, and answers whoever gives any."""

    def answer(asked: Asked) -> Answer:
        if "Authorization" in asked.headers:
            return Answer()
        return Answer(401, b"", {"WWW-Authenticate": f'{scheme} realm="SPARQL", nonce="abc", qop="auth"'})

    return answer


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGY_LINKS_USER", "jo")
    monkeypatch.setenv("STRATEGY_LINKS_PASSWORD", HIDDEN)


def sent(server: Wayward) -> list[str]:
    return [asked.headers.get("Authorization", "") for asked in server.asked]


@pytest.mark.usefixtures("known")
def test_a_password_is_sent_when_it_is_asked_for_and_from_then_on() -> None:
    with Wayward(challenged("Basic")) as server:
        store = RemoteStore(server.url)
        list(store.select("SELECT * { ?s ?p ?o }"))
    basic = "Basic " + base64.b64encode(f"jo:{HIDDEN}".encode()).decode()
    assert sent(server) == ["", "", basic, basic] or sent(server) == ["", basic, basic]


@pytest.mark.usefixtures("known")
def test_a_digest_does_not_tell_the_password() -> None:
    with Wayward(challenged("Digest")) as server:
        RemoteStore(server.url)
    assert sent(server)[-1].startswith('Digest username="jo"')
    assert not any(HIDDEN in one for one in sent(server))


@pytest.mark.usefixtures("known")
def test_who_does_not_ask_is_not_told() -> None:
    with Wayward(always(Answer())) as server:
        RemoteStore(server.url)
    assert sent(server) == [""]


def test_a_token_is_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGY_LINKS_TOKEN", HIDDEN)
    with Wayward(always(Answer())) as server:
        RemoteStore(server.url)
    assert sent(server) == [f"Bearer {HIDDEN}"]


def test_a_netrc_file_tells_who_asks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lines").write_text(f"machine 127.0.0.1 login jo password {HIDDEN}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "lines"))
    with Wayward(challenged("Basic")) as server:
        RemoteStore(server.url)
    assert sent(server)[-1] == "Basic " + base64.b64encode(f"jo:{HIDDEN}".encode()).decode()


def test_the_line_of_another_host_is_not_for_this_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lines").write_text(f"machine data.example.org login jo password {HIDDEN}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "lines"))
    with Wayward(challenged("Basic")) as server, pytest.raises(ServerError, match="asks who asks"):
        RemoteStore(server.url)
    assert set(sent(server)) == {""}


def test_a_netrc_file_that_cannot_be_read_is_told_without_its_lines(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lines").write_text(f"machine 127.0.0.1 login jo passwort {HIDDEN}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "lines"))
    ran = call("commitments", "--endpoint", "http://127.0.0.1:9/")
    assert "the netrc file cannot be read" in ran.stderr
    assert HIDDEN not in ran.stderr


@pytest.mark.parametrize("name", ["USER", "PASSWORD"])
def test_half_of_the_credentials_is_told(call: Call, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"STRATEGY_LINKS_{name}", HIDDEN)
    ran = call("commitments", "--endpoint", "http://127.0.0.1:9/")
    assert ran.status == 2
    assert "only one of STRATEGY_LINKS_USER and STRATEGY_LINKS_PASSWORD is set" in ran.stderr
    assert HIDDEN not in ran.stderr


@pytest.mark.parametrize("kind", ["password", "token"])
def test_no_other_host_is_told_who_asks(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    names = ("TOKEN",) if kind == "token" else ("USER", "PASSWORD")
    for name in names:
        monkeypatch.setenv(f"STRATEGY_LINKS_{name}", HIDDEN)
    with Wayward(challenged("Basic")) as other:
        moved = Answer(307, b"", {"Location": other.url.replace("127.0.0.1", "localhost")})
        with Wayward(always(moved)) as server, pytest.raises(ServerError, match="no request follows"):
            RemoteStore(server.url)
    assert other.asked == []


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("status", [400, 403, 500])
def test_what_a_server_repeats_of_a_password_is_not_shown(call: Call, status: int) -> None:
    with Wayward(always(plain(status, f"no such password: {HIDDEN}\x1b[31m"))) as server:
        ran = call("commitments", "--endpoint", server.url)
    assert ran.status == 2
    assert HIDDEN not in ran.stderr
    assert "\x1b" not in ran.stderr


@pytest.mark.usefixtures("known")
def test_a_wrong_password_is_told(call: Call) -> None:
    refused = Answer(401, b"", {"WWW-Authenticate": 'Basic realm="SPARQL"'})
    with Wayward(always(refused)) as server:
        ran = call("commitments", "--endpoint", server.url)
    assert "does not accept who asks (401)" in ran.stderr
    assert HIDDEN not in ran.stderr
    assert len(server.asked) <= 3
