"""What docs/queries.md shows runs as it is written there."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from benchmarks.tables import TOP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

GUIDE = (TOP / "docs" / "queries.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"```(bash|python)\n(.*?)```", GUIDE, re.DOTALL))
COMMANDS = [line for line in SHOWN["bash"].splitlines() if line.startswith("strategy-links") and "mine.rq" not in line]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_answers(ask: Callable[..., Ran], line: str) -> None:
    answered = ask(*shlex.split(line)[1:])
    assert (answered.status, answered.stderr) == (0, "")


def test_the_lines_of_python_run(devon_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (tmp_path, tmp_path / "elsewhere"):
        folder.mkdir(exist_ok=True)
        (folder / ".strategy-links").symlink_to(devon_store)
    monkeypatch.chdir(tmp_path)
    exec(compile(SHOWN["python"], "docs/queries.md", "exec"), {})  # noqa: S102 - the project's own page


def test_the_guide_names_the_limits_and_the_kinds() -> None:
    from graph.ask.guard import DEEPEST, LONGEST
    from graph.ask.parameters import KINDS

    assert f"more than {DEEPEST} deep" in GUIDE
    assert f"more than {LONGEST} patterns" in GUIDE
    assert all(f"| `{kind}` |" in GUIDE for kind in KINDS)
