"""Two real SPARQL servers in folders of their own, on free ports of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 60  # seconds that a server may take to start
USER, PASSWORD = "dba", "secretofthetests"  # of letters alone: `+pwddba` leaves out others


@dataclass(frozen=True)
class Running:
    """A server that runs, its three addresses, and what it wants to know of who writes."""

    name: str
    endpoint: str
    update: str
    graph_store: str
    credentials: Mapping[str, str]
    process: subprocess.Popen[bytes]

    @property
    def auth(self) -> httpx.Auth | None:
        return httpx.DigestAuth(USER, PASSWORD) if self.credentials else None

    def graphs(self) -> dict[str, int]:
        """All graphs with the number of their triples."""
        query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        answer = httpx.post(
            self.endpoint, data={"query": query}, headers={"Accept": "application/sparql-results+json"}, timeout=60
        )
        rows = answer.raise_for_status().json()["results"]["bindings"]
        return {row["g"]["value"]: int(row["n"]["value"]) for row in rows}

    def put(self, graph: str, triples: str) -> None:
        """Replace a graph, past the product."""
        told = {"Content-Type": "application/n-triples"}
        httpx.put(
            self.graph_store, params={"graph": graph}, content=triples, headers=told, auth=self.auth
        ).raise_for_status()

    def drop(self, graph: str) -> None:
        httpx.delete(self.graph_store, params={"graph": graph}, auth=self.auth, timeout=60)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def oxigraph_program() -> str | None:
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    names = (os.environ.get("VIRTUOSO"), "virtuoso-t", "/opt/virtuoso-opensource/bin/virtuoso-t")
    return next(filter(None, (shutil.which(name) for name in names if name)), None)


def start_oxigraph(program: str, folder: Path) -> Running:
    port = free_port()
    home = f"http://127.0.0.1:{port}"
    process = started([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], folder)
    return awaited(Running("oxigraph", f"{home}/query", f"{home}/update", f"{home}/store", {}, process))


def start_virtuoso(program: str, folder: Path, rows: int = 1_000_000) -> Running:
    """The first run makes the database and the password of `dba`, and ends; the second serves."""
    database, port = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO_INI.format(folder=folder, database=database, port=port, rows=rows))
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    passwords = ["+pwdold", "dba", "+pwddba", PASSWORD]
    subprocess.run([*command, *passwords], cwd=folder, capture_output=True, timeout=PATIENCE, check=True)
    process = started(command, folder)
    home = f"http://127.0.0.1:{port}"
    credentials = {"STRATEGY_LINKS_USER": USER, "STRATEGY_LINKS_PASSWORD": PASSWORD}
    addresses = (f"{home}/sparql", f"{home}/sparql-auth", f"{home}/sparql-graph-crud-auth")
    return awaited(Running("virtuoso", *addresses, credentials, process))


def started(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "output.log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)


def awaited(server: Running) -> Running:
    """A server once it answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            if httpx.get(server.endpoint, params={"query": "ASK {}"}, timeout=10).is_success:
                return server
        except httpx.HTTPError:
            time.sleep(0.2)
    stop(server)
    raise RuntimeError(f"{server.name} does not start")


def stop(server: Running) -> None:
    server.process.terminate()
    try:
        server.process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


_VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{database}
DisableUnixSocket = 1
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryExecutionTime = 60
"""
