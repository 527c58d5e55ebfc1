"""Large answers wait in files that are gone afterwards, whatever becomes of them; small ones are given again."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest

from serve.conftest import PATIENCE, command_of, encoded, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx
    from conftest import Call, MakeBody

    from serve.conftest import Serve

_DIGITS = " ".join(map(str, range(10)))
_LONG = '"' + "x" * 2000 + '"'


def values(power: int) -> str:
    """A pattern with ten to the power of solutions."""
    return " ".join(f"VALUES ?v{number} {{ {_DIGITS} }}" for number in range(power))


def rows(power: int) -> str:
    """A query of ten to the power of rows, of two kilobytes each."""
    return f"SELECT ({_LONG} AS ?text) {{ {values(power)} }}"


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def http(program: list[str], environment: dict[str, str], graphs_store: Path, spool: Path) -> Iterator[httpx.Client]:
    """A server that keeps its large answers in `spool`, and gives a query two seconds and eight megabytes."""
    command = command_of(program, graphs_store, "--timeout", "2", "--max-answer", "8")
    with started(command, {**environment, "TMPDIR": str(spool)}) as running, running.client() as client:
        yield client


def ask(http: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return http.get(f"/sparql?{encoded(('query', query))}", headers=headers)


def left(spool: Path) -> list[str]:
    """The answers that are left, once those that are on their way have gone; a ledger stays as long as its server."""
    end = time.monotonic() + PATIENCE / 10
    while time.monotonic() < end:
        files = (path.name for path in spool.rglob("*") if path.is_file())
        found = [name for name in files if not name.startswith("ledger-")]
        if not found:
            break
        time.sleep(0.1)
    return found


def test_a_large_answer_is_whole_and_leaves_nothing(http: httpx.Client, spool: Path) -> None:
    answer = ask(http, rows(3), Accept="text/csv")
    assert answer.status_code == 200
    assert answer.text.count("\r\n") == 1001
    assert left(spool) == []


def test_an_answer_that_is_too_large_leaves_nothing(http: httpx.Client, spool: Path) -> None:
    assert ask(http, rows(4), Accept="text/csv").status_code == 507
    assert left(spool) == []


def test_an_answer_that_comes_too_late_leaves_nothing(http: httpx.Client, spool: Path) -> None:
    without_end = f"{values(12)} FILTER (?v0 + ?v11 < 0)"
    endless = f"SELECT ({_LONG} AS ?text) {{ {{ {values(3)} }} UNION {{ {without_end} }} }}"
    assert ask(http, endless, Accept="text/csv").status_code == 504
    assert left(spool) == []


@pytest.mark.parametrize("part", ["bytes=999999999-", "bytes=nonsense", "bytes=0-9", "bytes=5-1"])
def test_a_part_of_an_answer_leaves_nothing(http: httpx.Client, spool: Path, part: str) -> None:
    assert ask(http, rows(3), Accept="text/csv", Range=part).status_code in (200, 206, 400, 416)
    assert left(spool) == []


def test_a_client_that_hangs_up_in_the_middle_leaves_nothing(http: httpx.Client, spool: Path) -> None:
    with http.stream("GET", f"/sparql?{encoded(('query', rows(3)))}") as answer:
        next(answer.iter_raw())
    assert left(spool) == []


def test_what_is_another_each_time_is_never_given_again(http: httpx.Client) -> None:
    for query in ("SELECT (STRUUID() AS ?x) {}", "SELECT (RAND() AS ?x) {}", "SELECT (NOW() AS ?x) {}"):
        first, second = (ask(http, query).text for _ in range(2))
        assert first != second


def test_what_is_the_same_each_time_is(http: httpx.Client) -> None:
    first, second = (ask(http, "SELECT ?g { GRAPH ?g { } } ORDER BY ?g") for _ in range(2))
    assert first.content == second.content
    assert first.headers == second.headers


def test_a_store_that_is_made_anew_has_new_answers(
    call: Call, make_body: MakeBody, serve: Serve, tmp_path: Path
) -> None:
    """Its first build has the name that the first build of the store before had."""
    store, body = tmp_path / "store", make_body()
    assert call("build", body, store=store).status == 0
    counting = "SELECT (COUNT(*) AS ?n) { ?c a sl:Commitment }"
    with serve(store).client() as http:
        assert ask(http, counting, Accept="text/csv").text.split() == ["n", "3"]
        shutil.rmtree(store)
        review = body / "review.txt"
        text = review.read_text(encoding="utf-8").replace("- Paint the zebra crossings.\n", "")
        review.write_text(text, encoding="utf-8")
        assert call("build", body, store=store).status == 0
        assert ask(http, counting, Accept="text/csv").text.split() == ["n", "2"]
