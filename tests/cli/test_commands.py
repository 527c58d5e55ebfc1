"""What holds for every command: help with an example, where the store is, streams and exit statuses."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Call, Ran, Run

COMMANDS = (
    "build",
    "where",
    "commitments",
    "programmes",
    "trace",
    "queries",
    "query",
    "view",
    "validate",
    "evaluate",
    "export",
)
ANSWERING = {
    "where": ("where", "foster carers"),
    "commitments": ("commitments",),
    "programmes": ("programmes",),
    "trace": ("trace", "SGO policy"),
    "query": ("query", "exceptions"),
    "validate": ("validate",),
    "evaluate": ("evaluate",),
}


@pytest.fixture(scope="module")
def helps(call: Call) -> dict[str, str]:
    """What each command says of itself, without white space: words may be broken where lines are."""
    shown = {command: call(command, "--help") for command in COMMANDS}
    assert {(one.status, one.stderr) for one in shown.values()} == {(0, "")}
    return {command: "".join(one.text.split()) for command, one in shown.items()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(helps: dict[str, str], command: str) -> None:
    assert f"Example:strategy-links{command}" in helps[command]


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "queries"])
def test_every_command_says_where_it_looks_for_the_store(helps: dict[str, str], command: str) -> None:
    assert "[default:.strategy-links]" in helps[command]


@pytest.mark.parametrize("command", [*ANSWERING, "queries"])
def test_every_command_that_answers_takes_a_format_and_an_output(helps: dict[str, str], command: str) -> None:
    assert "--format<table|json|csv|tsv|xlsx>" in helps[command]
    assert "--outputFILE" in helps[command]


def test_help_names_every_command_and_the_exit_statuses(run: Run) -> None:
    shown = run("--help")
    assert shown.status == 0
    assert {line.split()[0] for line in shown.text.splitlines() if line.startswith("  ")} >= set(COMMANDS)
    assert "0 answered, 1 nothing found or a check failed, 2 wrong use or bad input" in shown.folded


def test_the_version_is_one_line(run: Run) -> None:
    shown = run("--version")
    assert shown.status == 0
    assert shown.text.startswith("strategy-links ")
    assert shown.text.count("\n") == 1


def test_the_store_is_in_the_working_folder_unless_said_otherwise(run: Run, tmp_path: Path) -> None:
    assert run("build", cwd=tmp_path).status == 0
    assert (tmp_path / ".strategy-links" / "current").is_file()
    assert run("where", "SGO allowances", cwd=tmp_path).status == 0


@pytest.mark.parametrize("command", ANSWERING)
def test_an_answer_goes_to_standard_output_and_nothing_else_does(run: Run, devon_store: Path, command: str) -> None:
    answered = run(*ANSWERING[command], store=devon_store)
    assert answered.status == 0
    assert answered.text.strip()
    assert answered.stderr == ""


@pytest.mark.parametrize("command", ANSWERING)
def test_without_a_store_a_command_says_how_to_make_one(call: Call, tmp_path: Path, command: str) -> None:
    refused = call(*ANSWERING[command], store=tmp_path / "none")
    assert refused.status == 2
    assert refused.stdout == b""
    assert refused.stderr == (
        f"strategy-links: {tmp_path / 'none'}: there is no store here; run strategy-links build first.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["wheer", "carers"], "wheer"),
        (["where"], "Missing argument"),
        (["where", "carers", "--limit", "0"], "--limit"),
        (["where", "carers", "--limit", "many"], "--limit"),
        (["commitments", "--format", "pdf"], "--format"),
        (["commitments", "--statuss", "Achieved"], "--statuss"),
        (["commitments", "--status", "Finished"], "Achieved, InProgress, Outstanding, NotReported, NotAssessed"),
        (["export", "docx"], "turtle, trig, nquads, jsonld, graphml, gexf, csv, xlsx"),
        (["query", "pledges-by-owner", "--set", "name"], "name=value"),
        (["query", "pledges-by-owner", "--set", "nam=Steps"], "did you mean name?"),
        (["query", "exceptions", "--set", "name=Steps"], "without any"),
        (["query", "links-below-confidence", "--set", "below=low"], "not a number: 'low'"),
        (["view", "--depth", "0"], "--depth"),
    ],
)
def test_wrong_use_is_named_on_standard_error(ask: Callable[..., Ran], arguments: list[str], named: str) -> None:
    refused = ask(*arguments)
    assert refused.status == 2
    assert refused.stdout == b""
    assert named in " ".join(refused.stderr.split())
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["view", "--strategy", "Bins"], "'Bins'"),
        (["view", "--focus", "Quantum zebra"], "'Quantum zebra'"),
        (["trace", "quantum zebra"], "'quantum zebra'"),
    ],
)
def test_what_is_not_there_is_named_and_not_found(ask: Callable[..., Ran], arguments: list[str], named: str) -> None:
    missed = ask(*arguments)
    assert (missed.status, missed.stdout) == (1, b"")
    assert named in " ".join(missed.stderr.split())


def test_no_arguments_show_the_help(run: Run) -> None:
    shown = run()
    assert "Usage: strategy-links" in shown.text + shown.stderr


def test_a_build_tells_what_it_built_and_notes_what_it_could_not_read(run: Run, tmp_path: Path) -> None:
    built = run("build", store=tmp_path / "store")
    assert built.status == 0
    assert "88 commitments in" in built.text
    assert "from 2 documents" in built.text
    assert all(line.startswith("note: ") for line in built.stderr.splitlines())


def test_progress_is_shown_on_a_terminal_and_stays_out_of_the_answer(
    program: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    building = [*program, "build", "--store", str(tmp_path / "store")]
    ended = subprocess.run(building, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert b"\x1b[" in shown
    assert ended.stdout.startswith(b"Built ")
    assert b"\x1b" not in ended.stdout


def test_whoever_has_read_enough_of_a_pipe_may_leave(
    program: list[str], environment: dict[str, str], devon_store: Path, tmp_path: Path
) -> None:
    writing = subprocess.Popen(
        [*program, "export", "nquads", "--store", str(devon_store)],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writing.stdout
    assert writing.stderr
    assert writing.stdout.readline()
    writing.stdout.close()
    complaint = writing.stderr.read()
    writing.stderr.close()
    assert (writing.wait(timeout=60), complaint) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["commitments"], ["build"]], ids=lambda one: one[0])
def test_an_answer_that_cannot_be_written_is_one_sentence(
    program: list[str], environment: dict[str, str], own_store: Path, tmp_path: Path, arguments: list[str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*program, *arguments, "--store", str(own_store)],
            cwd=tmp_path,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = [line for line in ended.stderr.decode().splitlines() if not line.startswith("note: ")]
    assert ended.returncode == 2
    assert len(said) == 1
    assert said[0].startswith("strategy-links: ")
