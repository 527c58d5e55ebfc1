"""Virtuoso to measure beside the embedded store: started in a folder of its own, loaded, asked over HTTP, stopped.

Where one runs already, give the addresses of its ports and its process instead (`Virtuoso(...)`).
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

DEFAULT = "urn:x-default:everything"  # its own default graph is all graphs together, so ours gets a name
_PASSWORD = "measured"  # noqa: S105 - of a server that listens to this machine alone, and for these minutes
_SETTINGS = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
MaxQueryMem = 2G
ThreadsPerQuery = 2
MaxVectorSize = 1000000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 300
"""


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A server that holds what a store holds: our default graph in the graph `DEFAULT`."""

    port: int
    process: int
    version: str

    @classmethod
    @contextmanager
    def started(cls, store: Store, sql: int = 11561, http: int = 11562) -> Iterator[Virtuoso]:
        """Runs while the block does; Debian's package virtuoso-opensource-7 brings it and its `isql-vt`."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            store.graph.dump(str(folder / "all.nq"), format=RdfFormat.N_QUADS)
            (folder / "virtuoso.ini").write_text(_SETTINGS.format(sql=sql, http=http, folder=folder), encoding="utf-8")
            command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
            with (folder / "output").open("wb") as output:
                first = [*command, "+pwdold", "dba", "+pwddba", _PASSWORD]  # makes the database, and ends
                subprocess.run(first, cwd=folder, check=True, stdout=output, stderr=output)
                process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
                try:
                    _until_it_answers(sql)
                    load = f"ld_dir('{folder}', 'all.nq', '{DEFAULT}'); rdf_loader_run(); checkpoint;"
                    _isql(sql, f"log_enable(2, 1); {load}")
                    found = re.search(r"\d\d\.\d\d\.\d{4}", _isql(sql, "select 1;"))
                    yield cls(http, process.pid, found.group() if found else "")
                finally:
                    process.terminate()
                    process.wait(timeout=60)

    def ask(self, text: str) -> float:
        """Seconds of its processor time until the whole answer has come as CSV."""
        form = urllib.parse.urlencode({"query": text, "default-graph-uri": DEFAULT}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/sparql", form, {"Accept": "text/csv"})
        start = self.worked()
        with urllib.request.urlopen(request, timeout=300) as answer:  # noqa: S310 - the address is ours
            answer.read()
        return self.worked() - start

    def worked(self) -> float:
        """Seconds of the processor that it has used (proc(5): the fields utime and stime)."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def counting(text: str) -> str:
        """The query with its rows counted instead of sent."""
        head, _, body = text.partition("\nSELECT")
        unordered = re.sub(r"(?m)^ORDER BY.*$", "", body)
        return f"{head}\nSELECT (COUNT(*) AS ?rows) WHERE {{ {{ SELECT{unordered} }} }}"


def _isql(port: int, statements: str) -> str:
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", _PASSWORD, f"exec={statements}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _until_it_answers(port: int) -> None:
    for _ in range(120):
        try:
            _isql(port, "select 1;")
        except subprocess.CalledProcessError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("Virtuoso did not start.")
