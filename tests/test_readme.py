"""The README's own examples run and print what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command of the README, run as the newcomer would in a folder of their own."""
    _, *arguments = shlex.split(command)
    environment = os.environ | {"COLUMNS": "120", "PYTHONPATH": str(TOP)}
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_example_session_prints_what_the_readme_shows(tmp_path: Path) -> None:
    [session] = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    steps = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert len(steps) >= 3
    for command, shown in steps:
        answer = run(command, tmp_path)
        assert answer.returncode == 0, answer.stderr
        if shown.strip() != "...":
            assert answer.stdout.strip().startswith(shown.strip()), command


@pytest.mark.parametrize(
    "command", re.findall(r"\| `(strategy-links (?!query -|build FOLDER|serve|push)[^`]+)`", README)
)
def test_each_question_of_the_readme_is_answered(command: str, tmp_path: Path) -> None:
    assert run("strategy-links build", tmp_path).returncode == 0
    answer = run(command, tmp_path)
    assert answer.returncode == 0, answer.stderr


def test_the_server_of_the_readme_says_where_it_is(tmp_path: Path) -> None:
    assert "| `strategy-links" in README.partition("`strategy-links serve`")[0]
    assert run("strategy-links build", tmp_path).returncode == 0
    command = [sys.executable, "-m", "cli", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(TOP)}, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        assert "Serving http://127.0.0.1:" in server.stderr.readline()
        server.terminate()
        assert server.wait(60) == 0


def test_the_readme_names_both_commands_and_they_are_in_the_makefile() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    for target in ("run", "test"):
        assert f"make {target} " in README
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_page_that_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    for link in links:
        assert (TOP / link).exists(), link


def test_the_reference_of_the_commands_is_what_the_commands_say_of_themselves() -> None:
    from benchmarks.commands import page

    assert (TOP / "docs" / "commands.md").read_text(encoding="utf-8") == page(), "run make docs"
