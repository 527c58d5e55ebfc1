"""The servers, started once for all tests; missing, one is a reason to skip here and to fail where CI=true."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from servers.relay import Relay
from servers.running import oxigraph_program, start_oxigraph, start_virtuoso, stop, virtuoso_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from servers.running import Running


def missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    program = oxigraph_program()
    if program is None:
        missing("the Oxigraph server is not installed: install the extra 'test'")
        return
    server = start_oxigraph(program, tmp_path_factory.mktemp("oxigraph"))
    yield server
    stop(server)


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    program = virtuoso_program()
    if program is None:
        missing("Virtuoso is not installed: run tests/servers/find_servers.sh, or set VIRTUOSO")
        return
    server = start_virtuoso(program, tmp_path_factory.mktemp("virtuoso"))
    yield server
    stop(server)


@pytest.fixture(scope="session", params=["oxigraph", pytest.param("virtuoso", marks=pytest.mark.slow)])
def server(request: pytest.FixtureRequest) -> Running:
    """One server after the other."""
    running: Running = request.getfixturevalue(request.param)
    return running


@pytest.fixture(autouse=True)
def own_cache_and_no_credentials(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of who runs the tests is read or written: no cache, no netrc file, no proxy."""
    monkeypatch.setenv("XDG_CACHE_HOME", f"{tmp_path}/cache")
    monkeypatch.setenv("HOME", f"{tmp_path}")
    monkeypatch.setenv("NO_PROXY", "*")
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"STRATEGY_LINKS_{name}", raising=False)
    monkeypatch.delenv("NETRC", raising=False)


@pytest.fixture
def allowed(server: Running, monkeypatch: pytest.MonkeyPatch) -> Running:
    """A server with its credentials in the environment."""
    for name, value in server.credentials.items():
        monkeypatch.setenv(name, value)
    return server


@pytest.fixture
def cleared(allowed: Running) -> Running:
    """A server without any graph that a test put there."""
    for graph in allowed.graphs():
        if graph.startswith(("https://w3id.org/strategy-links/id/", "https://example.org/")):
            allowed.drop(graph)
    return allowed


@pytest.fixture
def relay(cleared: Running) -> Iterator[Relay]:
    """What stands between the product and a server, and can break off."""
    with Relay(cleared) as between:
        yield between
