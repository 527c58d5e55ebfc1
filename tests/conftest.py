"""What the tests share: Devon's store, a small body to spoil, and the command line as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from unittest.mock import patch

import pytest
from hypothesis import settings

import cli
from graph.build import build
from graph.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# No deadline: a slow machine is not a wrong answer. In CI every run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("steady")

TOP = Path(__file__).resolve().parents[1]

REVIEW = """\
A review of what Anyshire promised for its roads.
- Roads – Repairs
What we said we would do
- Mend the potholes in every village street.
- Plant “safe” hedges along the café lane – all of it.
- Paint the zebra crossings.
What we have achieved
- The potholes in every village street have been mended as part of the Better Roads Programme.
- We have as yet been unable to plant “safe” hedges along the café lane.
"""
NAMES = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sl: <https://w3id.org/strategy-links#> .

<programme/better-roads> a sl:Programme ; skos:prefLabel "Better Roads" ; skos:altLabel "Better Roads Programme" ;
    dcterms:isPartOf <programme/transport-plan> .
<programme/transport-plan> a sl:Programme ; skos:prefLabel "Transport Plan" .
"""
MANIFEST = """\
[body]
id = "anyshire"
name = "Anyshire Council"

[[strategy]]
id = "roads"
title = "Roads strategy"
start = "2020"
end = "2023"

[[document]]
id = "roads-review"
file = "review.txt"
title = "Review of the roads strategy"
date = "2023-06"
states = "roads"
reports_on = "roads"
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    status: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        return self.stdout.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def folded(self) -> str:
        """The text with its white space folded, for what a terminal's width breaks into lines."""
        return " ".join(self.text.split())

    def rows(self, delimiter: str = ",") -> list[dict[str, str]]:
        return list(csv.DictReader(self.text.splitlines(), delimiter=delimiter))


class Run(Protocol):
    """Runs a command of Strategy Links."""

    def __call__(
        self,
        *arguments: str | Path,
        store: Path | None = None,
        stdin: bytes = b"",
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
    ) -> Ran: ...


class Call(Protocol):
    """Runs a command of Strategy Links within this process."""

    def __call__(self, *arguments: str | Path, store: Path | None = None, stdin: bytes = b"") -> Ran: ...


class MakeBody(Protocol):
    """Writes a folder that describes a body; what is None is left out."""

    def __call__(
        self,
        review: str | bytes = REVIEW,
        *,
        manifest: str | None = MANIFEST,
        names: str | bytes | None = NAMES,
        decisions: str | bytes | None = None,
    ) -> Path: ...


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The command line, to run from any folder with `environment`."""
    return [sys.executable, "-m", "cli"]


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """An environment in which the checkout is what runs, on a terminal of 120 columns."""
    return {**os.environ, "PYTHONPATH": str(TOP), "COLUMNS": "120"}


@pytest.fixture(scope="session")
def run(program: list[str], environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command line as a process of its own, outside the checkout."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    ours = environment

    def run_command(
        *arguments: str | Path,
        store: Path | None = None,
        stdin: bytes = b"",
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
    ) -> Ran:
        ended = subprocess.run(
            [*program, *map(str, arguments), *(["--store", str(store)] if store else [])],
            input=stdin,
            capture_output=True,
            cwd=cwd or elsewhere,
            env={**ours, **(environment or {})},
            preexec_fn=before,
            timeout=60,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout, ended.stderr.decode("utf-8", "replace"))

    return run_command


@pytest.fixture(scope="session")
def call() -> Call:
    """Runs the command line within this process: `run` without the second that a process needs to start."""

    def call_command(*arguments: str | Path, store: Path | None = None, stdin: bytes = b"") -> Ran:
        words = [*map(str, arguments), *(["--store", str(store)] if store else [])]
        kept, errors = io.BytesIO(), io.StringIO()
        output = io.TextIOWrapper(kept, encoding="utf-8")
        status: Any = 0
        with (
            patch.dict(os.environ, COLUMNS="120"),
            patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
            redirect_stdout(output),
            redirect_stderr(errors),
        ):
            try:
                cli.main(words)
            except SystemExit as ended:
                status = ended.code or 0
            except Exception:
                traceback.print_exc()
                status = 1
        output.flush()
        return Ran(status, kept.getvalue(), errors.getvalue())

    return call_command


@pytest.fixture(scope="session")
def ask(call: Call, devon_store: Path) -> Callable[..., Ran]:
    """Calls a command on Devon's store."""

    def ask_devon(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        return call(*arguments, store=devon_store, stdin=stdin)

    return ask_devon


@pytest.fixture(scope="session")
def devon_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the Devon seeds, to be read only."""
    folder = tmp_path_factory.mktemp("devon") / "store"
    build([], folder)
    return folder


@pytest.fixture(scope="session")
def automatic_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the Devon seeds without people's decisions, to be read only."""
    folder = tmp_path_factory.mktemp("automatic") / "store"
    build([], folder, ignore_decisions=True)
    return folder


@pytest.fixture(scope="session")
def devon(devon_store: Path) -> Store:
    """Devon's store, opened."""
    return open_store(devon_store)


@pytest.fixture
def own_store(devon_store: Path, tmp_path: Path) -> Path:
    """A copy of Devon's store that a test may spoil."""
    return Path(shutil.copytree(devon_store, tmp_path / "own-store"))


@pytest.fixture
def make_body(tmp_path: Path) -> MakeBody:
    """Writes a body's folder: by default a small one, of an invented council, with nothing wrong in it."""

    def make(
        review: str | bytes = REVIEW,
        *,
        manifest: str | None = MANIFEST,
        names: str | bytes | None = NAMES,
        decisions: str | bytes | None = None,
    ) -> Path:
        folder = tmp_path / "anyshire"
        folder.mkdir(exist_ok=True)
        files = {"review.txt": review, "strategies.toml": manifest, "names.ttl": names, "decisions.tsv": decisions}
        for name, content in files.items():
            if content is not None:
                (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return make
