"""Folders without a manifest and several documents: what can be read is built, and what cannot is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Call

FIXTURES = Path(__file__).parents[1] / "fixtures"

REVIEW = "{}\nWe said\n- Open a hub in {}.\nWe did\n- A hub in {} was opened.\n"


def write(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(REVIEW.format(name, name, name), encoding="utf-8")


def pledges(call: Call, store: Path) -> list[str]:
    return sorted(one["text"] for one in call("commitments", "--format", "json", store=store).json)


def test_a_folder_without_a_manifest_stands_for_its_documents(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "papers", "Anders", "Bexley")
    (tmp_path / "papers" / ".hidden.txt").write_text("We said\n- Hide.\n", encoding="utf-8")
    (tmp_path / "papers" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    built = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert built.status == 0
    assert built.stderr.startswith(f"note: {tmp_path / 'papers'}: not read: logo.png; documents are the files")
    assert pledges(call, tmp_path / "store") == ["Open a hub in Anders.", "Open a hub in Bexley."]


@pytest.mark.parametrize("bad", [b"", b"%PDF-1.7\nnothing more", b"PK\x03\x04 cut short", b"\x00\x01\x02"])
def test_a_bad_document_is_named_and_the_others_are_built(call: Call, tmp_path: Path, bad: bytes) -> None:
    write(tmp_path / "papers", "Anders", "Bexley")
    (tmp_path / "papers" / "Crail.pdf").write_bytes(bad)
    built = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert built.status == 2
    assert built.stderr.startswith(f"strategy-links: {tmp_path / 'papers' / 'Crail.pdf'}: ")
    assert built.stderr.count("\n") == 1
    assert len(pledges(call, tmp_path / "store")) == 2


def test_where_every_document_is_bad_nothing_is_built(call: Call, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.docx").write_bytes(b"PK\x03\x04 cut short")
    refused = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert refused.status == 2
    assert "one.docx" in refused.stderr
    assert not (tmp_path / "store" / "current").exists()


def test_one_text_in_two_formats_is_read_once(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "papers", "Anders")
    text = (tmp_path / "papers" / "Anders.txt").read_text(encoding="utf-8")
    (tmp_path / "papers" / "Anders.md").write_text(text, encoding="utf-8")
    built = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert "since Anders.md has the same name" in built.stderr
    assert pledges(call, tmp_path / "store") == ["Open a hub in Anders."]


def test_a_folder_with_nothing_to_read_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    refused = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert refused.status == 2
    assert "holds no strategies.toml and no document" in refused.stderr


def test_many_bodies_are_built_one_after_the_other(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "papers", *(f"Ward {number}" for number in range(40)))
    built = call("build", tmp_path / "papers", store=tmp_path / "store")
    assert built.status == 0
    assert len(pledges(call, tmp_path / "store")) == 40


def test_a_report_named_beside_its_plan_is_read_as_a_report_on_it(call: Call, tmp_path: Path) -> None:
    documents = sorted((FIXTURES / "bodies" / "saltmarsh-skills" / "documents").iterdir())
    built = call("build", *documents, store=tmp_path / "store")
    assert built.status == 0
    found = call("commitments", "--format", "json", store=tmp_path / "store").json
    assert len({one["strategy"]["iri"] for one in found}) == 1
    reported = [one for one in found if one["evidence"]]
    assert len(reported) > len(found) / 2
    assert {quote["document"] for one in reported for quote in one["evidence"]} < {path.name for path in documents}


def test_documents_of_two_bodies_are_not_joined(call: Call, tmp_path: Path) -> None:
    plan = FIXTURES / "bodies" / "fenwick-climate" / "documents" / "strategy-2018.txt"
    report = FIXTURES / "bodies" / "saltmarsh-skills" / "documents" / "one-year-on.txt"
    call("build", plan, report, store=tmp_path / "store")
    found = call("commitments", "--format", "json", store=tmp_path / "store").json
    assert {one["status"]["value"] for one in found if one["source"]["document"] == plan.name} == {"NotAssessed"}
