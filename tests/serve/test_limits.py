"""What a server never does: fetch, write, stall, give half an answer, or end with the query that ends a worker."""

from __future__ import annotations

import csv
import gzip
import io
import select
import socket
import time
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING

import psutil
import pytest
from openpyxl import load_workbook

from graph.ask.queries import named_queries
from serve.conftest import PATIENCE, command_of, encoded, sentence, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx
    from conftest import Call, MakeBody

    from serve.conftest import Serve, Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
HEAD = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
QUICK = "SELECT (1 + 1 AS ?two) {}"


def product(variables: int, each: int = 10) -> str:
    """A pattern with `each` to the power of `variables` solutions, on any store."""
    values = " ".join(map(str, range(each)))
    return " ".join(f"VALUES ?v{number} {{ {values} }}" for number in range(variables))


ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {product(12)} }}"


def post(http: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return http.post("/sparql", content=query.encode(), headers=QUERY | headers)


def check_answers(http: httpx.Client) -> None:
    """The server answers the next query."""
    answer = post(http, QUICK)
    assert answer.status_code == 200, answer.text
    assert answer.json()["results"]["bindings"][0]["two"]["value"] == "2"


def sent(server: Server, query: str) -> socket.socket:
    """A query under way, on a connection of its own."""
    connection = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    body = query.encode()
    connection.sendall(f"{HEAD}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return connection


def spent(server: Server) -> float:
    """Seconds of a processor that the server's processes have used since they started."""
    total = 0.0
    for process in server.processes():
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def wait_until_works(server: Server, *, works: bool) -> None:
    """Wait until the server's processes are at work, or none is. A process that has ended is no longer counted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        before = spent(server)
        time.sleep(0.4)
        if (spent(server) - before > 0.1) is works:
            return
    pytest.fail(f"the server {'does not begin to work' if works else 'goes on working'}")


# Time


@pytest.fixture(scope="module")
def impatient(program: list[str], environment: dict[str, str], graphs_store: Path) -> Iterator[httpx.Client]:
    """A server that gives a query three seconds."""
    command = command_of(program, graphs_store, "--timeout", "3")
    with started(command, environment) as running, running.client() as client:
        yield client


@pytest.fixture(scope="module")
def narrow(program: list[str], environment: dict[str, str], graphs_store: Path) -> Iterator[httpx.Client]:
    """A server that gives a query a megabyte of answer, and little memory."""
    options = ("--timeout", "5", "--max-answer", "1", "--memory", "256")
    with started(command_of(program, graphs_store, *options), environment) as running, running.client() as client:
        yield client


@pytest.mark.parametrize(
    "query",
    [
        ENDLESS,
        f"SELECT * {{ {product(12)} FILTER (?v0 + ?v11 < 0) }}",
        f"ASK {{ {product(12)} FILTER (?v0 + ?v11 < 0) }}",
        f"CONSTRUCT {{ <x:s> <x:p> ?v0 }} WHERE {{ {product(12)} FILTER (?v0 + ?v11 < 0) }}",
    ],
    ids=["before the first row", "between rows", "ask", "construct"],
)
def test_a_query_that_takes_too_long_is_ended(impatient: httpx.Client, query: str) -> None:
    refused = post(impatient, query)
    assert refused.status_code == 504
    assert "3 seconds" in sentence(refused)
    check_answers(impatient)


def test_an_address_of_a_form_has_the_same_limit(impatient: httpx.Client) -> None:
    for refused in (
        impatient.get(f"/sparql?{encoded(('query', ENDLESS))}"),
        impatient.post("/sparql", content=encoded(("query", ENDLESS)), headers=FORM),
    ):
        assert refused.status_code == 504
        sentence(refused)


def test_slow_queries_never_stall_a_quick_one(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store, "--timeout", "300")
    with ExitStack() as held, server.client() as http:
        slow = [held.enter_context(closing(sent(server, ENDLESS))) for _ in range(8)]
        wait_until_works(server, works=True)
        for _ in range(3):
            check_answers(http)
        assert select.select(slow, [], [], 0)[0] == [], "every slow query is still being worked on"


def test_a_client_that_hangs_up_ends_its_query(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store, "--timeout", "300")
    connections = [sent(server, ENDLESS) for _ in range(2)]
    wait_until_works(server, works=True)
    for connection in connections:
        connection.close()
    wait_until_works(server, works=False)
    with server.client() as http:
        check_answers(http)


# Size


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_an_answer_that_is_too_large_is_none(narrow: httpx.Client, accept: str) -> None:
    refused = post(narrow, f"SELECT * {{ {product(6)} }}", Accept=accept)
    assert refused.status_code == 507
    assert "--max-answer" in sentence(refused)
    check_answers(narrow)


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_triples_that_are_too_many_are_none(narrow: httpx.Client, accept: str) -> None:
    names = "BIND (IRI(CONCAT('x:', STR(?v0), STR(?v1), STR(?v2), STR(?v3), STR(?v4))) AS ?s)"
    refused = post(narrow, f"CONSTRUCT {{ ?s <x:p> ?s }} WHERE {{ {product(5)} {names} }}", Accept=accept)
    assert refused.status_code == 507
    sentence(refused)
    check_answers(narrow)


@pytest.mark.parametrize("rows", [5, 500, 50_000], ids=["small", "middle", "large"])
def test_an_answer_within_the_limit_is_whole(http: httpx.Client, rows: int) -> None:
    """Small ones are held in memory, large ones in a file: the reader sees no difference."""
    query = f"SELECT ?v0 ?v1 {{ {product(5)} }} LIMIT {rows}"
    answer = post(http, query, Accept="application/sparql-results+json")
    assert answer.status_code == 200
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert len(answer.json()["results"]["bindings"]) == rows


def test_a_body_over_the_limit_is_refused(http: httpx.Client) -> None:
    long = ("# " + "x" * 2**21 + "\n" + QUICK).encode()

    def parts() -> Iterator[bytes]:
        yield from (long[start : start + 2**16] for start in range(0, len(long), 2**16))

    for content in (long, parts()):
        refused = http.post("/sparql", content=content, headers=QUERY)
        assert refused.status_code == 413
        sentence(refused)
    refused = http.post("/sparql", content=encoded(("query", long.decode())), headers=FORM)
    assert refused.status_code == 413
    check_answers(http)


def test_a_body_that_is_announced_too_large_is_not_waited_for(server: Server) -> None:
    """RFC 9110, section 10.1.1: what would be refused need not be read."""
    with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection:
        connection.sendall(f"{HEAD}Content-Length: 99999999999\r\n\r\n".encode())
        assert connection.recv(1024).startswith(b"HTTP/1.1 413 ")


def test_a_long_query_is_answered_by_post(http: httpx.Client) -> None:
    """Example 3.1.11 of the protocol: what is too long for an address is not too long for a body."""
    long = f"# {'x' * 100_000}\n{QUICK}"
    assert post(http, long).status_code == 200
    assert http.post("/sparql", content=encoded(("query", long)), headers=FORM).status_code == 200


@pytest.mark.parametrize("length", [20_000, 60_000, 1_000_000])
def test_a_long_address_is_refused(server: Server, length: int) -> None:
    """RFC 9110, section 15.5.15; what no address can be is refused before it is read to its end."""
    request = f"GET /sparql?query=ASK%7B%7D%23{'x' * length} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection:
        with suppress(ConnectionError):
            connection.sendall(request)
        received = connection.recv(1024)
    assert received.startswith((b"HTTP/1.1 414 ", b"HTTP/1.1 400 ") if length > 60_000 else b"HTTP/1.1 414 ")
    with server.client() as http:
        check_answers(http)


def test_a_compressed_body_is_no_query(http: httpx.Client) -> None:
    refused = http.post("/sparql", content=gzip.compress(QUICK.encode()), headers=QUERY | {"Content-Encoding": "gzip"})
    assert refused.status_code in {400, 415}
    sentence(refused)


# Queries that break engines: each ends by itself, and the next one is answered

DOUBLED = "BIND ('0123456789' AS ?s0) " + " ".join(f"BIND (CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(40))
REPLACED = "BIND ('0123456789012345678901234567890123456789' AS ?s0) " + " ".join(
    f"BIND (REPLACE(?s{n}, '[0-9]', ?s{n}) AS ?s{n + 1})" for n in range(6)
)
BOMBS = {
    "distinct": f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {product(9)} }}",
    "distinct rows": f"SELECT DISTINCT * {{ {product(9)} FILTER (?v0 + ?v8 >= 0) }} OFFSET 999999999",
    "order by": f"SELECT * {{ {product(9)} }} ORDER BY DESC(?v0 + ?v8) ?v3 LIMIT 1",
    "group by": f"SELECT (COUNT(*) AS ?n) {{ {product(9)} }} GROUP BY ?v0 ?v1 ?v2 ?v3 ?v4 ?v5 ?v6 ?v7 ?v8",
    "group concat": f"SELECT (GROUP_CONCAT(?v0) AS ?all) {{ {product(12)} }}",
    "doubling": f"SELECT (STRLEN(?s40) AS ?n) {{ {DOUBLED} }}",
    "replacing": f"SELECT (STRLEN(?s6) AS ?n) {{ {REPLACED} }}",
    "paths": "SELECT (COUNT(*) AS ?n) { " + " . ".join(f"?a{n} (!<x:a>|^!<x:a>)* ?b{n}" for n in range(5)) + " }",
    "joins": "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(60)) + " }",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_query_that_needs_too_much_ends_alone(narrow: httpx.Client, name: str) -> None:
    refused = post(narrow, BOMBS[name])
    assert refused.status_code in {504, 507}
    sentence(refused)
    check_answers(narrow)


@pytest.mark.parametrize("name", ["distinct", "group by", "doubling", "replacing"])
def test_memory_ends_before_time(serve: Serve, graphs_store: Path, name: str) -> None:
    """With all the time it wants, a query still gets no more memory than it may have."""
    with serve(graphs_store, "--timeout", "300", "--memory", "256").client() as http:
        refused = post(http, BOMBS[name])
        assert refused.status_code == 507
        assert "memory" in sentence(refused)
        check_answers(http)


def nested(opening: str, inside: str, closing_: str, depth: int) -> str:
    return opening * depth + inside + closing_ * depth


STRANGE = {
    "braces": "SELECT * WHERE " + nested("{ ", "", "}", 3_000),
    "many braces": "SELECT * WHERE " + nested("{", "", "}", 400_000),
    "brackets": "SELECT * { FILTER (" + nested("(", "1", ")", 100_000) + ") }",
    "negations": "SELECT * { FILTER (" + nested("!", "true", "", 200_000) + ") }",
    "exists": "SELECT * { " + nested("FILTER EXISTS { ?s ?p ?o ", "", "} ", 2_000) + " }",
    "optional": "SELECT * { " + nested("OPTIONAL { ?s ?p ?o ", "", "} ", 2_000) + " }",
    "unions": "SELECT * { { ?s ?p 1 } " + "UNION { ?s ?p 1 } " * 20_000 + "}",
    "binds": "SELECT * { " + " ".join(f"BIND ({n} AS ?b{n})" for n in range(10_000)) + " }",
    "alternatives": "ASK { FILTER (" + " || ".join(["false"] * 50_000) + ") }",
    "sums": "SELECT (" + "+".join(["1"] * 100_000) + " AS ?x) {}",
    "list": "ASK { FILTER (1 IN (" + ", ".join(["2"] * 100_000) + ")) }",
    "values": "SELECT (COUNT(*) AS ?n) { VALUES ?v { " + " ".join(map(str, range(130_000))) + " } }",
    "prefixes": "".join(f"PREFIX p{n}: <http://example.org/{n}/>\n" for n in range(20_000)) + "ASK {}",
    "paths": "ASK { ?s " + nested("(", "<x:p>", ")*", 50_000) + " ?o }",
    "subqueries": nested("SELECT * { ", "", "} ", 2_000),
    "collections": "ASK { ?s ?p " + nested("(", "1", ")", 50_000) + " }",
    "blank nodes": "ASK { ?s ?p " + nested("[ ?p ", "1", "]", 50_000) + " }",
    "a long name": f"SELECT ?{'x' * 900_000} {{}}",
    "a long text": f"ASK {{ FILTER ('{'x' * 900_000}' = '') }}",
    "a long comment": f"ASK {{}} #{'x' * 900_000}",
    "zeros": "ASK { FILTER (1" + "0" * 900_000 + " > 1) }",
    "a regular expression": "ASK { FILTER (REGEX('" + "a" * 5_000 + "!', '^(a+)+$')) }",
    "a huge expression": "ASK { FILTER (REGEX('aaa', '((a{1000}){1000}){1000}')) }",
    "a nested expression": "ASK { FILTER (REGEX('aaa', '" + nested("(", "a", ")", 100_000) + "')) }",
    "control characters": "ASK { FILTER ('\x00\x01\x1b[31m' = '') }",
    "nothing but letters": "x" * 900_000,
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_query_that_is_strange_does_no_harm(http: httpx.Client, name: str) -> None:
    answer = post(http, STRANGE[name])
    assert answer.status_code in {200, 400, 500, 504, 507}
    if answer.status_code != 200:
        assert len(sentence(answer)) < 1000, "the query is not sent back"
    check_answers(http)


# Nothing is fetched, and nothing written


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server elsewhere, which nobody may ask."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listening:
        yield listening


def asked(listening: socket.socket) -> bool:
    return bool(select.select([listening], [], [], 0.2)[0])


FETCHING = [
    "SELECT * WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { service silent <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { SeRvIcE<%s>{ ?s ?p ?o } }",
    "SELECT * WHERE { SERVICE # a comment\n <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { VALUES ?g { <%s> } SERVICE ?g { ?a ?b ?c } }",
    "SELECT * WHERE { VALUES ?g { <%s> } OPTIONAL { SERVICE ?g { ?a ?b ?c } } }",
    "SELECT * WHERE { { SELECT * WHERE { SERVICE <%s> { ?s ?p ?o } } } }",
    "SELECT * WHERE { { ?s ?p ?o } UNION { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o FILTER NOT EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o BIND (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) }",
    "SELECT * WHERE { ?s ?p ?o BIND (IF(EXISTS { SERVICE <%s> { ?s ?p ?o } }, 1, 2) AS ?x) }",
    "SELECT * WHERE { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) WHERE {}",
    "SELECT (COUNT(EXISTS { SERVICE <%s> { ?s ?p ?o } }) AS ?x) WHERE { ?a ?b ?c }",
    "SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <%s> { ?s ?p ?o } })",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <%s> { ?s ?p ?o } })",
    "SELECT ?s WHERE { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <%s> { ?s ?p ?o } })",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "DESCRIBE ?s WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "ASK { SERVICE <%s> { ?s ?p ?o } }",
    "ASK { { { { SERVICE <%s> { ?s ?p ?o } } } } }",
    "PREFIX SERVICE: <%s> SELECT * WHERE { SERVICE SERVICE: { ?s ?p ?o } }",
    "BASE <%s> SELECT * WHERE { SERVICE <x> { ?s ?p ?o } }",
    "SELECT * WHERE { S\\u0045RVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { \\u0053\\u0045\\u0052\\u0056\\u0049\\u0043\\u0045 <%s> { ?s ?p ?o } }",
    'SELECT * WHERE { BIND ("x\\u0022 # " AS ?b) SERVICE SILENT <%s> { ?s ?p ?o } BIND ("x"\nAS ?a) }',
    "SELECT * WHERE { BIND ('x\\U00000027 # ' AS ?b) SERVICE <%s> { ?s ?p ?o } BIND ('x'\nAS ?a) }",
    "SELECT * WHERE { BIND ('#' AS ?b) SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { BIND ('''\n' # ''' AS ?b) SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s <http://example.org/#x> ?o . SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { FILTER (1 < 2) SERVICE <%s> { ?s ?p ?o } FILTER (2 > 1) }",
    "SELECT * WHERE { FILTER (1 <?x && ?y> 2) SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p 'a'#'\n SERVICE <%s> { ?s ?p ?o } #'\n }",
]  # fmt: skip


@pytest.mark.parametrize("query", FETCHING)
def test_no_query_asks_another_server(http: httpx.Client, listener: socket.socket, query: str) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
    refused = post(http, query % address)
    assert refused.status_code == 400
    sentence(refused)
    assert not asked(listener)


def test_no_graph_is_fetched(http: httpx.Client, listener: socket.socket) -> None:
    """The store is all that there is: section 4.1 of the protocol lets a service choose."""
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/data.ttl"
    for query in (
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
        "SELECT * { <%s> ?p ?o }",
    ):
        answer = post(http, query % address)
        assert answer.status_code == 200
        assert answer.json()["results"]["bindings"] == []
    for name in ("default-graph-uri", "named-graph-uri"):
        pairs = (("query", "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"), (name, address))
        answer = http.get(f"/sparql?{encoded(*pairs)}")
        assert answer.json()["results"]["bindings"] == []
    assert post(http, f"DESCRIBE <{address}>").status_code == 200
    assert not asked(listener)


@pytest.mark.parametrize(
    "update", ["LOAD <%s>", "LOAD SILENT <%s> INTO GRAPH <x:y>", "CREATE GRAPH <%s>", "INSERT DATA { <%s> <x:b> 1 }"]
)
def test_nothing_is_loaded(http: httpx.Client, listener: socket.socket, update: str) -> None:
    text = update % f"http://127.0.0.1:{listener.getsockname()[1]}/data.ttl"
    assert post(http, text).status_code == 400
    assert (
        http.post("/sparql", content=text.encode(), headers={"Content-Type": "application/sparql-update"}).status_code
        == 403
    )
    assert http.post("/sparql", content=encoded(("update", text)), headers=FORM).status_code == 403
    assert not asked(listener)


def test_a_query_may_speak_of_services(http: httpx.Client) -> None:
    for query in (
        'SELECT * { ?s ?p "SERVICE <x:y> { }" } # SERVICE <x:y> {}',
        "PREFIX SERVICE: <x:> SELECT * { ?s SERVICE:SERVICE ?SERVICE }",
        "SELECT ?service { ?service a <http://example.org/SERVICE> }",
    ):
        assert post(http, query).status_code == 200


def test_the_store_is_as_it_was(serve: Serve, own_store: Path) -> None:
    """A server leaves no file and changes none."""

    def state() -> dict[str, tuple[int, int]]:
        found = {}
        for path in sorted(own_store.rglob("*")):
            known = path.stat()
            found[str(path.relative_to(own_store))] = (known.st_size, known.st_mtime_ns)
        return found

    before = state()
    server = serve(own_store)
    with server.client() as http:
        check_answers(http)
        post(http, f"SELECT * {{ {product(4)} }}")
    assert server.stop() == 0
    assert state() == before


# Who may ask


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_this_machine_may_ask_by_each_of_its_names(http: httpx.Client, host: str) -> None:
    for written in (host, f"{host}:{http.base_url.port}"):
        assert post(http, QUICK, Host=written).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "evil.localhost.example",
     "127.0.0.1@evil.example", "[::1].evil.example", "127.0.0.2", "[::]", "localhost:80:80", "127.0.0.1, evil.example",
     ".", ""],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/sparql", "/", "/queries/outstanding.csv"])
def test_a_page_elsewhere_cannot_ask_under_a_name_of_its_own(http: httpx.Client, host: str, path: str) -> None:
    """DNS rebinding: the browser thinks that it talks to the page's own server, and tells its name."""
    refused = http.get(f"{path}?{encoded(('query', QUICK))}", headers={"Host": host})
    assert refused.status_code in {400, 403, 421}
    sentence(refused)


def test_two_hosts_are_none(server: Server) -> None:
    """RFC 9112, section 3.2."""
    for head in ("Host: 127.0.0.1\r\nHost: evil.example\r\n", "Host: evil.example\r\nHost: 127.0.0.1\r\n", ""):
        with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection:
            connection.sendall(f"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n{head}\r\n".encode())
            assert connection.recv(1024).startswith(b"HTTP/1.1 4")


def test_a_page_elsewhere_cannot_read_an_answer(http: httpx.Client) -> None:
    """Without a word to the contrary a browser keeps an answer from pages of other origins."""
    answer = post(http, QUICK, Origin="https://evil.example")
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "Forwarded", "X-Original-URL", "X-HTTP-Method-Override"])
def test_headers_of_proxies_change_nothing(http: httpx.Client, name: str) -> None:
    assert post(http, QUICK, **{name: "evil.example"}).status_code == 200


def test_what_is_no_http_is_refused(server: Server) -> None:
    for junk in (
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"\x00" * 100,
        b"GET\r\n\r\n",
        b"GET /sparql HTTP/9.9\r\n\r\n",
        b"A" * 100_000,
    ):
        with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection, suppress(OSError):
            connection.sendall(junk)
            connection.shutdown(socket.SHUT_WR)
            received = connection.recv(1024)
            assert received == b"" or received.startswith(b"HTTP/1.1 4")
    with server.client() as http:
        check_answers(http)


# Addresses for spreadsheets


@pytest.mark.parametrize(
    "path",
    ["no-such-query.csv", "pledges-by-owners.csv", "no-such-query.xlsx", "%F0%9F%92%A9.csv", "outstanding%00.csv",
     "x%0D%0ASet-Cookie:%20a=b.csv", "x%22;%20filename=y.exe%22.csv", "outstanding.rq.csv", "%2e%2e%2foutstanding.csv"],
)  # fmt: skip
def test_an_address_that_names_no_query_is_not_found(devon_http: httpx.Client, path: str) -> None:
    missing = devon_http.get(f"/queries/{path}")
    assert missing.status_code == 404
    sentence(missing)
    assert "Set-Cookie" not in missing.headers
    assert "filename=y" not in missing.headers.get("Content-Disposition", "")


@pytest.mark.parametrize(
    "path", ["outstanding.doc", "outstanding.CSV.exe", ".csv", "no-such-query", "..%2f..%2fREADME.md"]
)
def test_a_page_that_there_is_not_is_not_found(devon_http: httpx.Client, path: str) -> None:
    assert devon_http.get(f"/queries/{path}").status_code == 404


def test_a_name_that_is_nearly_right_is_told(devon_http: httpx.Client) -> None:
    assert "pledges-by-owner" in sentence(devon_http.get("/queries/pledge-by-owner.csv"))


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xlsx"])
@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("pledges-by-owner", "nmae=Steps"),
        ("pledges-by-owner", "name=Steps&name=Homes"),
        ("pledges-by-owner", "name=Steps&other=1"),
        ("outstanding", "name=Steps"),
        ("links-below-confidence", "confidence=many"),
        ("links-below-confidence", "confidence=1%7D%20%23"),
        ("pledges-by-owner", "name=%E9"),
    ],
)
def test_a_wrong_parameter_is_refused(devon_http: httpx.Client, form: str, query: str, parameters: str) -> None:
    refused = devon_http.get(f"/queries/{query}.{form}?{parameters}")
    assert refused.status_code == 400
    sentence(refused)


@pytest.mark.parametrize(
    "value", ['" } #', "} UNION { ?s ?p ?o }", "'''", "\\", "\\u0022 } #", "SERVICE <http://localhost:9/> {}"]
)
def test_no_parameter_becomes_part_of_the_query(devon_http: httpx.Client, value: str) -> None:
    answer = devon_http.get(f"/queries/pledges-by-owner.json?{encoded(('name', value))}")
    assert answer.status_code == 200
    assert answer.json() == []


def test_addresses_for_spreadsheets_are_only_read(devon_http: httpx.Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        refused = devon_http.request(method, "/queries/outstanding.csv")
        assert refused.status_code == 405
        assert "GET" in refused.headers["Allow"]


def test_an_empty_cell_is_what_is_not_bound(devon_http: httpx.Client) -> None:
    empty = 0
    for query in named_queries():
        rows = devon_http.get(f"/queries/{query.name}.json").json()
        in_csv = list(csv.reader(io.StringIO(devon_http.get(f"/queries/{query.name}.csv").text, newline="")))
        in_xlsx = load_workbook(io.BytesIO(devon_http.get(f"/queries/{query.name}.xlsx").content)).worksheets[0]
        cells = list(in_xlsx.iter_rows(values_only=True))
        assert len(in_csv) == len(cells) == len(rows) + 1
        for row, texts, values in zip(rows, in_csv[1:], cells[1:], strict=True):
            missing = [value is None for value in row.values()]
            assert [text == "" for text in texts] == missing
            assert [value is None for value in values] == missing
            empty += sum(missing)
    assert empty, "some query leaves something unbound"


FORMULAS = ("=1+1", '=HYPERLINK("http://example.org")', "+1 more bus", "-1 fewer car", "@SUM(A1)")


def test_no_spreadsheet_runs_what_a_document_says(
    call: Call, make_body: MakeBody, serve: Serve, tmp_path: Path
) -> None:
    pledges = "".join(f"- {text}\n" for text in FORMULAS)
    body = make_body(f"Roads\nWhat we said we would do\n{pledges}What we have achieved\n- All actions are complete.\n")
    assert call("build", body, store=tmp_path / "store").status == 0
    with serve(tmp_path / "store").client() as http:
        address = "/queries/where-a-pledge-went"
        as_data = [row["pledge"] for row in http.get(f"{address}.json").json()]
        assert sorted(as_data) == sorted(FORMULAS), "JSON is data, and runs nothing"
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            rows = csv.DictReader(io.StringIO(http.get(f"{address}.{form}").text, newline=""), delimiter=delimiter)
            assert sorted(row["pledge"] for row in rows) == sorted("'" + text for text in FORMULAS)
        book = load_workbook(io.BytesIO(http.get(f"{address}.xlsx").content))
        cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
        assert {cell.value for cell in cells} >= set(FORMULAS)


def test_errors_hold_nothing_that_acts(http: httpx.Client) -> None:
    """What a query says is told back, if at all, as text that no browser runs and no terminal obeys."""
    for query in (
        "<script>alert(1)</script>",
        "SELECT * { ?s <javascript:alert(1)> \x1b[31m }",
        "PREFIX x: <y> \x07 ASK",
    ):
        refused = post(http, query, Accept="*/*")
        assert refused.status_code == 400
        assert not any(ord(one) < 32 for one in sentence(refused))
    assert "<script>" not in http.get("/%3Cscript%3Ealert(1)%3C/script%3E").text
