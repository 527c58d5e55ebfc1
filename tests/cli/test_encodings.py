"""Documents in any encoding are read, and every quote stands at its offsets in the decoded text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, MakeBody

PLEDGES = [
    "Mend the potholes in every village street.",
    "Plant “safe” hedges along the café lane – all of it.",
    "Paint the zebra crossings.",
]
ENCODINGS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "UTF-8": (lambda text: text.encode(), REVIEW),
    "UTF-8 with BOM": (lambda text: text.encode("utf-8-sig"), REVIEW),
    "Windows-1252": (lambda text: text.encode("windows-1252"), REVIEW),
    "UTF-16 LE with BOM": (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), REVIEW),
    "UTF-16 BE with BOM": (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), REVIEW),
    "UTF-16 LE without BOM": (lambda text: text.encode("utf-16-le"), REVIEW),
    "UTF-32 LE with BOM": (lambda text: b"\xff\xfe\0\0" + text.encode("utf-32-le"), REVIEW),
    "CRLF": (lambda text: text.encode(), REVIEW.replace("\n", "\r\n")),
    "CRLF in Windows-1252": (lambda text: text.encode("windows-1252"), REVIEW.replace("\n", "\r\n")),
    "CRLF in UTF-16": (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), REVIEW.replace("\n", "\r\n")),
    "CR alone": (lambda text: text.encode(), REVIEW.replace("\n", "\r")),
    "signs beyond the first plane": (lambda text: text.encode(), "💩 " + REVIEW),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_document_is_read_in_its_encoding(call: Call, make_body: MakeBody, tmp_path: Path, name: str) -> None:
    encode, text = ENCODINGS[name]
    built = call("build", make_body(encode(text)), store=tmp_path / "store")
    assert (built.status, built.stderr) == (0, "")
    records = call("commitments", "--format", "json", store=tmp_path / "store").json
    assert [record["text"] for record in records] == PLEDGES
    assert [record["status"]["value"] for record in records] == ["Achieved", "Outstanding", "NotReported"]
    assert records[0]["owners"][0]["part_of"] == ["Transport Plan"]
    quotes = [quote for record in records for quote in (record["source"], *record["evidence"])]
    assert len(quotes) == 5
    assert [quote["text"] for quote in quotes] == [text[quote["start"] : quote["end"]] for quote in quotes]
    lines = text.splitlines()
    assert all(quote["text"] in lines[quote["line"] - 1] for quote in quotes)
