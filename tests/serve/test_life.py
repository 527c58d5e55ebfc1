"""From start to end: what a server says, whom it lets in, and that nothing of it is left when it has gone."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import threading
import time
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import psutil
import pytest

from graph.store import current_build
from serve.conftest import PATIENCE, command_of, encoded, sentence
from serve.test_limits import ENDLESS, check_answers, post, product, sent, wait_until_works

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from conftest import Call, MakeBody, Run

    from serve.conftest import Serve, Server

REVIEW = """\
A review of what Anyshire promised for its roads.
- Roads – Repairs
What we said we would do
{pledges}
What we have achieved
- All actions are complete.
"""
PLEDGES = "SELECT ?text { ?pledge a sl:Commitment ; sl:text ?text }"


# Starting


def test_a_server_says_where_it_is_and_how_it_is_ended(server: Server) -> None:
    [line] = [line for line in server.said if "Serving" in line]
    assert line.startswith(f"Serving {server.address}/")
    assert server.sparql in line
    assert "Ctrl-C" in line
    assert server.address.startswith("http://127.0.0.1:")


def test_a_server_can_be_asked_as_soon_as_it_has_said_where_it_is(serve: Serve, graphs_store: Path) -> None:
    for _ in range(3):
        with serve(graphs_store).client() as http:
            check_answers(http)


def test_a_server_writes_nothing_to_standard_output(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store)
    with server.client() as http:
        check_answers(http)
        post(http, "nonsense")
    assert server.stop() == 0
    assert server.process.stdout is not None
    assert server.process.stdout.read() == b""


def test_a_port_that_is_in_use_is_one_sentence(run: Run, server: Server, graphs_store: Path) -> None:
    refused = run("serve", "--port", str(server.port), store=graphs_store)
    assert refused.status == 2
    assert refused.stdout == b""
    assert refused.stderr.startswith("strategy-links: ")
    assert str(server.port) in refused.stderr
    assert "--port" in refused.stderr
    assert refused.stderr.count("\n") == 1
    with server.client() as http:
        check_answers(http)


@pytest.mark.parametrize("port", ["-1", "65536", "http", ""])
def test_a_port_that_cannot_be_is_refused(run: Run, graphs_store: Path, port: str) -> None:
    refused = run("serve", "--port", port, store=graphs_store)
    assert refused.status == 2
    assert "--port" in refused.stderr


@pytest.mark.parametrize("option", ["--timeout", "--max-answer", "--memory"])
@pytest.mark.parametrize("value", ["0", "-1", "nan", "many"])
def test_a_limit_that_cannot_be_is_refused(run: Run, graphs_store: Path, option: str, value: str) -> None:
    refused = run("serve", "--port", "0", option, value, store=graphs_store)
    assert refused.status == 2
    assert option in refused.stderr


def test_no_store_is_one_sentence(run: Run, tmp_path: Path) -> None:
    refused = run("serve", "--port", "0", store=tmp_path / "none")
    assert (refused.status, refused.stdout) == (2, b"")
    assert refused.stderr == (
        f"strategy-links: {tmp_path / 'none'}: there is no store here; run strategy-links build first.\n"
    )


def test_a_damaged_store_is_one_sentence(run: Run, own_store: Path) -> None:
    shutil.rmtree(current_build(own_store) / "graph")
    refused = run("serve", "--port", "0", store=own_store)
    assert (refused.status, refused.stdout) == (2, b"")
    assert "damaged" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_only_this_machine_can_connect(server: Server) -> None:
    listening = [
        one.laddr
        for process in [psutil.Process(server.process.pid), *server.processes()]
        for one in process.net_connections("inet")
        if one.status == psutil.CONN_LISTEN
    ]
    assert {address.ip for address in listening} == {"127.0.0.1"}
    assert {address.port for address in listening} == {server.port}


# Ending


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "at work"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_a_server_that_is_told_to_end_leaves_nothing(
    serve: Serve, graphs_store: Path, number: signal.Signals, busy: bool
) -> None:
    server = serve(graphs_store, "--timeout", "300")
    with ExitStack() as held, server.client() as http:
        check_answers(http)
        if busy:
            for _ in range(3):
                held.enter_context(closing(sent(server, ENDLESS)))
            wait_until_works(server, works=True)
        children = server.processes()
        assert children
        server.process.send_signal(number)
        assert server.wait() == 0
    assert gone(children)
    again = serve(graphs_store, port=server.port)
    assert again.port == server.port
    with again.client() as http:
        check_answers(http)


def test_a_second_signal_does_no_harm(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store, "--timeout", "300")
    with closing(sent(server, ENDLESS)):
        wait_until_works(server, works=True)
        children = server.processes()
        for _ in range(3):
            server.process.send_signal(signal.SIGINT)
        assert server.wait() in {0, -signal.SIGINT}
    assert gone(children)


def test_workers_end_with_a_server_that_is_killed(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store, "--timeout", "5")
    with closing(sent(server, ENDLESS)):
        wait_until_works(server, works=True)
        children = server.processes()
        server.process.kill()
        server.wait()
    assert gone(children)


def gone(processes: list[psutil.Process]) -> bool:
    """Whether processes end, by themselves and for good; one that nobody has asked for its status has ended too."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not any(map(_runs, processes)):
            return True
        time.sleep(0.1)
    return False


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


# Accidents


def test_a_worker_that_is_killed_is_replaced(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store)
    with server.client() as http:
        for _ in range(3):
            for process in server.processes():
                process.kill()
            check_answers(http)


def test_a_query_whose_worker_is_killed_is_told_so(serve: Serve, graphs_store: Path) -> None:
    server = serve(graphs_store, "--timeout", "300")
    with server.client() as http:
        answers: list[httpx.Response] = []
        asking = threading.Thread(target=lambda: answers.append(post(http, ENDLESS)), daemon=True)
        asking.start()
        wait_until_works(server, works=True)
        for process in server.processes():
            process.kill()
        asking.join(PATIENCE)
        [answer] = answers
        assert answer.status_code in {500, 503, 507}
        sentence(answer)
        check_answers(http)


def test_a_build_is_seen_by_the_next_query(call: Call, make_body: MakeBody, serve: Serve, tmp_path: Path) -> None:
    store = tmp_path / "store"

    def build(*pledges: str) -> None:
        body = make_body(REVIEW.format(pledges="\n".join(f"- {pledge}" for pledge in pledges)))
        assert call("build", body, store=store).status == 0

    build("Mend the bridges.")
    server = serve(store)
    with server.client() as http:
        for number in range(1, 5):
            assert pledges(http) == sorted(["Mend the bridges.", *(f"Paint {n} crossings." for n in range(1, number))])
            build("Mend the bridges.", *(f"Paint {n} crossings." for n in range(1, number + 1)))
        assert len(pledges(http)) == 5
        in_csv = http.get("/queries/where-a-pledge-went.csv").text
        assert "Paint 4 crossings." in in_csv


def test_no_query_fails_while_a_build_is_swapped_in(
    program: list[str], environment: dict[str, str], own_store: Path, serve: Serve
) -> None:
    """Readers see the old build or the new one."""
    server = serve(own_store)
    with server.client() as http:
        expected = len(pledges(http))
        seen = set()
        for _ in range(2):
            building: subprocess.Popen[bytes] = subprocess.Popen(
                [*program, "build", "--store", str(own_store)],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            while building.poll() is None:
                seen.add(len(pledges(http)))
            assert building.returncode == 0
            seen.add(len(pledges(http)))
        assert seen == {expected}
    assert (own_store / "current").read_text(encoding="utf-8").strip().endswith("3")


def pledges(http: httpx.Client) -> list[str]:
    answer = http.get(f"/sparql?{encoded(('query', PLEDGES))}")
    assert answer.status_code == 200, answer.text
    return sorted(row["text"]["value"] for row in answer.json()["results"]["bindings"])


def test_a_query_that_began_before_a_build_ends_with_the_old_one(call: Call, own_store: Path, serve: Serve) -> None:
    """The store keeps a build for those who opened it; what is asked of it meanwhile is answered whole."""
    server = serve(own_store, "--timeout", "300")
    with server.client() as http:
        three = "?a a sl:Commitment . ?b a sl:Commitment . ?c a sl:Commitment"
        slow = f"SELECT (COUNT(*) AS ?n) {{ {three} . {product(1, each=20)} }}"
        answers: list[httpx.Response] = []
        with server.client() as other:
            asking = threading.Thread(target=lambda: answers.append(post(other, slow)), daemon=True)
            asking.start()
            wait_until_works(server, works=True)
            assert call("build", store=own_store).status == 0
            check_answers(http)
            asking.join(PATIENCE * 4)
        [answer] = answers
        assert answer.status_code == 200
        assert int(answer.json()["results"]["bindings"][0]["n"]["value"]) == 20 * len(pledges(http)) ** 3


def test_a_store_that_goes_away_is_told_and_comes_back(own_store: Path, serve: Serve, tmp_path: Path) -> None:
    """Somebody removes the folder under a running server, and builds it anew."""
    server = serve(own_store)
    with server.client() as http:
        before = pledges(http)
        own_store.rename(tmp_path / "away")
        answer = post(http, PLEDGES)
        if answer.status_code != 200:  # a worker that had it open may still answer
            assert answer.status_code in {500, 503}
            sentence(answer)
        (tmp_path / "away").rename(own_store)
        assert pledges(http) == before


def test_two_servers_share_a_store(serve: Serve, graphs_store: Path) -> None:
    first, second = serve(graphs_store), serve(graphs_store)
    assert first.port != second.port
    for server in (first, second):
        with server.client() as http:
            check_answers(http)


def test_a_connection_that_says_nothing_keeps_nobody_waiting(server: Server) -> None:
    with ExitStack() as held:
        for _ in range(50):
            held.enter_context(closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)))
        with server.client() as http:
            check_answers(http)


def test_the_command_of_a_server_is_told_in_help(run: Run, program: list[str], tmp_path: Path) -> None:
    told = run("serve", "--help")
    assert told.status == 0
    for option in ("--port", "--timeout", "--store"):
        assert option in told.text
    assert command_of(program, tmp_path)[-1] == str(tmp_path)
