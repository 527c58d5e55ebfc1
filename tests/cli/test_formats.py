"""How an answer is written: table, JSON, CSV, TSV and XLSX; to a file whole or not at all; never to be run."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import resource
import stat
import subprocess
import threading
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, MakeBody, Ran, Run

FORMATS = ("table", "json", "csv", "tsv", "xlsx")
COLUMNS = [
    "pledge",
    "theme",
    "status",
    "owners",
    "owner_parents",
    "evidence",
    "scope",
    "confidence",
    "partners",
    "outcomes",
    "strategy",
    "as_of",
    "document",
    "line",
    "commitment",
    "reference",
    "timescale",
    "stated",
]
FORMULAS = ("=1+1", '=HYPERLINK("http://example.org")', "+1 more bus", "-1 fewer car", "@SUM(A1)", "\t=1+1")


def sheet(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of a workbook's only sheet."""
    return list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))


@pytest.fixture(scope="module")
def steps(ask: Callable[..., Ran]) -> dict[str, bytes]:
    """The pledges of one owner in each format."""
    return {form: ask("commitments", "--owner", "Steps", "--format", form).stdout for form in FORMATS}


def test_a_table_has_a_row_for_each_answer(steps: dict[str, bytes]) -> None:
    shown = steps["table"].decode()
    assert shown.split("\n")[0].split() == ["pledge", "theme", "status", "owners", "line"]
    assert "Reduce the number of children living" in shown


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_separated_values_have_one_line_for_each_answer(steps: dict[str, bytes], form: str, delimiter: str) -> None:
    lines = steps[form].decode().split("\r\n")
    assert lines[0].split(delimiter) == COLUMNS
    assert lines[-1] == ""
    assert len(lines) == 4


def test_every_format_says_the_same(steps: dict[str, bytes]) -> None:
    pledges = [record["text"] for record in json.loads(steps["json"])]
    assert len(pledges) == 2
    assert [line.split(b"\t")[0].decode() for line in steps["tsv"].split(b"\r\n")[1:-1]] == pledges
    header, *rows = sheet(steps["xlsx"])
    assert list(header) == COLUMNS
    assert [row[0] for row in rows] == pledges
    assert isinstance(rows[0][COLUMNS.index("line")], int)
    assert isinstance(rows[0][COLUMNS.index("confidence")], int | float)


def test_the_columns_of_a_spreadsheet_are_as_wide_as_what_stands_in_them(steps: dict[str, bytes]) -> None:
    shown = load_workbook(io.BytesIO(steps["xlsx"])).worksheets[0]
    widths = {cell.value: shown.column_dimensions[cell.column_letter].width for cell in shown[1]}
    statuses = [str(cell.value) for cell in shown["C"]]
    assert widths["status"] == len(max(statuses, key=len)) + 2
    assert widths["commitment"] == 60, "no wider, however long the text"
    assert widths["line"] == 8, "no narrower, however short"
    folded = [cell for row in shown.iter_rows(min_row=2) for cell in row if len(str(cell.value)) > 60]
    assert folded
    assert all(cell.alignment.wrap_text for cell in folded)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["where", "foster carers"],
        ["programmes"],
        ["trace", "SGO policy"],
        ["queries"],
        ["query", "exceptions"],
        ["evaluate"],
    ],
    ids=lambda one: one[0],
)
def test_every_command_answers_for_programs_and_for_spreadsheets(
    call: Call, devon_store: Path, arguments: list[str], form: str
) -> None:
    store = None if arguments == ["queries"] else devon_store
    answered = call(*arguments, "--format", form, store=store)
    assert (answered.status, answered.stderr) == (0, "")
    if form == "json":
        assert answered.json
    elif form == "xlsx":
        assert len(sheet(answered.stdout)) > 1
    else:
        assert answered.rows()


@pytest.mark.parametrize("form", FORMATS)
def test_an_output_file_holds_what_would_have_been_printed(
    ask: Callable[..., Ran], steps: dict[str, bytes], tmp_path: Path, form: str
) -> None:
    target = tmp_path / "answer"
    written = ask("commitments", "--owner", "Steps", "--format", form, "--output", target)
    assert (written.status, written.stdout, written.stderr) == (0, b"", "")
    assert target.read_bytes() == steps[form]


def test_an_output_file_has_the_rights_of_any_new_file(ask: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    ask("programmes", "--output", tmp_path / "answer")
    assert stat.S_IMODE((tmp_path / "answer").stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


def test_a_file_that_cannot_be_written_leaves_the_old_one(run: Run, devon_store: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    target.write_text("old", encoding="utf-8")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    refused = run(
        *("commitments", "--format", "csv", "--output", target),
        store=devon_store,
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, limit)),
    )
    assert refused.status == 2
    assert refused.stderr.startswith(f"strategy-links: {target}: cannot be written")
    assert refused.stderr.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]


@pytest.mark.parametrize("target", ["missing/answer", "folder"])
def test_an_output_that_cannot_be_is_one_sentence(ask: Callable[..., Ran], tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    refused = ask("programmes", "--output", tmp_path / target)
    assert refused.status == 2
    assert refused.stdout == b""
    assert refused.stderr.startswith(f"strategy-links: {tmp_path / target}: cannot be written")
    assert refused.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_an_output_that_is_a_pipe_stays_a_pipe(
    ask: Callable[..., Ran], steps: dict[str, bytes], tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    ask("commitments", "--owner", "Steps", "--format", "csv", "--output", pipe)
    reader.join(timeout=2)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert read == [steps["csv"]]


@pytest.fixture
def nasty_store(call: Call, make_body: MakeBody, tmp_path: Path) -> Path:
    """A store of pledges that would be formulas in a spreadsheet."""
    pledges = "".join(f"- {text}\n" for text in FORMULAS)
    body = make_body(f"Roads\nWhat we said we would do\n{pledges}What we have achieved\n- All actions are complete.\n")
    assert call("build", body, store=tmp_path / "store").status == 0
    return tmp_path / "store"


@pytest.mark.parametrize("arguments", [["commitments"], ["query", "where-a-pledge-went"]], ids=lambda one: one[0])
def test_no_spreadsheet_runs_what_a_document_says(call: Call, nasty_store: Path, arguments: list[str]) -> None:
    pledges = [record["text"].strip() for record in call("commitments", "--format", "json", store=nasty_store).json]
    assert sorted(pledges) == sorted(text.strip() for text in FORMULAS)
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        cells = [row["pledge"] for row in call(*arguments, "--format", form, store=nasty_store).rows(delimiter)]
        assert sorted(cells) == sorted("'" + pledge for pledge in pledges)
    book = load_workbook(io.BytesIO(call(*arguments, "--format", "xlsx", store=nasty_store).stdout))
    filled = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row]
    assert sum(str(cell.value).strip() in pledges for cell in filled) == len(pledges)
    assert {cell.data_type for cell in filled} <= {"s", "n", "inlineStr"}


ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x1b\\ \x9b31m \u202etxt.exe\u202c"


@pytest.fixture(scope="module")
def escaping_store(call: Call, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a document that holds the characters that steer a terminal, wherever text is taken from."""
    folder = tmp_path_factory.mktemp("escaping")
    body = folder / "body"
    body.mkdir()
    (body / "review.txt").write_text(
        f"- Roads {ESCAPES} – Repairs {ESCAPES}\nWhat we said we would do\n- Mend the {ESCAPES} potholes.\n"
        f"What we have achieved\n- The {ESCAPES} potholes have been mended as part of the Better Roads Programme.\n",
        encoding="utf-8",
    )
    escaped = json.dumps(ESCAPES)  # valid in TOML and in Turtle
    (body / "strategies.toml").write_text(
        f'[body]\nid = "any"\nname = {escaped}\n[[strategy]]\nid = "roads"\ntitle = {escaped}\n'
        f'[[document]]\nid = "review"\nfile = "review.txt"\ntitle = {escaped}\n'
        'states = "roads"\nreports_on = "roads"\n',
        encoding="utf-8",
    )
    (body / "names.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix sl: <https://w3id.org/strategy-links#> .\n"
        f'<p> a sl:Programme ; skos:prefLabel {escaped} ; skos:altLabel "Better Roads Programme" .\n',
        encoding="utf-8",
    )
    assert call("build", body, store=folder / "store").status == 0
    return folder / "store"


@pytest.fixture
def on_a_terminal(program: list[str], environment: dict[str, str], tmp_path: Path) -> Callable[..., str]:
    """Runs a command and gives what a terminal would be sent, answers and messages alike."""

    def run_there(*arguments: str | Path) -> str:
        ours, theirs = pty.openpty()
        running = subprocess.Popen(
            [*program, *map(str, arguments)], cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux's way of saying that the other side is closed
            while piece := os.read(ours, 65536):
                shown += piece
        os.close(ours)
        running.wait()
        return shown.decode("utf-8")

    return run_there


STEERING = ("\x1b[31m", "\x1b]0;", "\x9b31m", "\u202e")


@pytest.mark.parametrize(
    "arguments",
    [
        ["where", "potholes"],
        ["where", "zebra"],
        ["commitments"],
        ["programmes"],
        ["trace", "mend the potholes"],
        ["query", "where-a-pledge-went"],
        ["query", "status-by-theme"],
        ["commitments", "--format", "json"],
        ["commitments", "--format", "csv"],
        ["query", "where-a-pledge-went", "--format", "csv"],
    ],
    ids=" ".join,
)
def test_no_document_steers_the_terminal(
    on_a_terminal: Callable[..., str], escaping_store: Path, arguments: list[str]
) -> None:
    shown = on_a_terminal(*arguments, "--store", escaping_store)
    assert "31m" in shown
    assert [sign for sign in STEERING if sign in shown] == []


@pytest.mark.parametrize("name", ["", "plain\x1b[31m.txt", "missing\x1b[31m.txt"], ids=["folder", "file", "missing"])
def test_no_name_of_a_file_steers_the_terminal(
    on_a_terminal: Callable[..., str], make_body: MakeBody, tmp_path: Path, name: str
) -> None:
    named = make_body().rename(tmp_path / "any\x1b[31mshire")
    (named / "plain\x1b[31m.txt").write_text("Nothing is promised here.\n", encoding="utf-8")
    shown = on_a_terminal("build", named / name, "--store", tmp_path / "store\x1b[31m")
    assert "31m" in shown
    assert "\x1b[31m" not in shown


def test_no_question_steers_the_terminal(on_a_terminal: Callable[..., str], devon_store: Path) -> None:
    assert "\x1b[31m" not in on_a_terminal("where", "zebra \x1b[31m", "--store", devon_store)
