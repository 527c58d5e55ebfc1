"""`report`: one document for a committee, as a page or for Word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran


def test_without_a_file_the_page_goes_to_standard_output(ask: Callable[..., Ran]) -> None:
    ran = ask("report")
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.text.startswith("<!doctype html>")
    assert "Not reported on: 12 pledges" in ran.text


@pytest.mark.parametrize(
    ("name", "form", "start"),
    [
        ("report.html", None, b"<!doctype"),
        ("report.docx", None, b"PK"),
        ("REPORT.DOCX", None, b"PK"),
        ("report", None, b"<!doctype"),
        ("report.html", "docx", b"PK"),
        ("report.docx", "html", b"<!doctype"),
    ],
)
def test_the_ending_of_the_file_chooses_the_format_where_no_option_does(
    ask: Callable[..., Ran], tmp_path: Path, name: str, form: str | None, start: bytes
) -> None:
    ran = ask("report", "--output", tmp_path / name, *(["--format", form] if form else []))
    assert ran.status == 0
    assert (tmp_path / name).read_bytes().startswith(start)
    assert ran.stderr.startswith(f"Wrote {tmp_path / name}: open it in ")


@pytest.mark.parametrize("name", ["report.pdf", "report.xlsx", "report.doc"])
def test_another_ending_is_refused_and_nothing_is_written(ask: Callable[..., Ran], tmp_path: Path, name: str) -> None:
    ran = ask("report", "--output", tmp_path / name)
    assert ran.status == 2
    assert "a report is .html or .docx" in ran.stderr
    assert not (tmp_path / name).exists()


def test_a_word_document_may_go_into_a_pipe(ask: Callable[..., Ran]) -> None:
    ran = ask("report", "--format", "docx")
    assert docx.Document(io.BytesIO(ran.stdout)).core_properties.title == "What became of the pledges of " + (
        "Devon County Council"
    )


def test_a_strategy_is_chosen_by_a_part_of_its_title(ask: Callable[..., Ran]) -> None:
    assert "<title>What became of the pledges of the Sufficiency" in ask("report", "--strategy", "2022 to 2024").text


def test_what_fits_no_strategy_is_one_sentence_and_leaves_the_file_alone(
    ask: Callable[..., Ran], tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_text("mine", encoding="utf-8")
    ran = ask("report", "--strategy", "harbours", "--output", path)
    assert (ran.status, ran.stdout) == (1, b"")
    assert ran.stderr.count("\n") == 1
    assert "There is no strategy 'harbours'" in ran.stderr
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_format_that_is_none_is_refused(ask: Callable[..., Ran]) -> None:
    ran = ask("report", "--format", "pdf")
    assert ran.status == 2
    assert "pdf" in ran.stderr


def test_where_there_is_no_store_it_says_so(call: Callable[..., Ran], tmp_path: Path) -> None:
    ran = call("report", store=tmp_path / "none")
    assert ran.status == 2
    assert "there is no store here" in ran.stderr


def test_with_the_address_of_a_site_pledges_lead_to_their_pages_there(ask: Callable[..., Ran]) -> None:
    ran = ask("report", "--address", "https://www.example.org/pledges")
    assert ran.status == 0
    assert 'href="https://www.example.org/pledges/id/' in ran.text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org", "https://", "https://example.org/?a=1"])
def test_what_is_no_address_of_a_site_is_refused_as_site_refuses_it(ask: Callable[..., Ran], address: str) -> None:
    ran = ask("report", "--address", address)
    assert (ran.status, ran.stdout) == (2, b"")
    assert "is no address of a site; give https://HOST/PATH/" in " ".join(ran.stderr.split())
