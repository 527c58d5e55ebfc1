"""A file's bytes become its text, whatever encoding they came in, or a sentence says why not."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING

import pytest

from graph.errors import DocumentError
from graph.read.decode import decoded, marked_encoding, read_bytes, read_text, sha256_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "‘A Place Called Home’ – Devon’s plan\r\n• Café for carers\n"


def written(folder: Path, data: bytes, name: str = "review.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "windows-1252"),
    ],
)
def test_a_text_reads_the_same_in_every_encoding(tmp_path: Path, mark: bytes, encoding: str) -> None:
    assert read_text(written(tmp_path, mark + TEXT.encode(encoding))).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Devon’s plan", "‘Home’ is a plan", "\nA plan"])
def test_utf_16_is_known_without_a_mark(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_text(written(tmp_path, text.encode(encoding))).text == text


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"a\r\nb\rc\nd")).text == "a\r\nb\rc\nd"


def test_a_form_feed_is_text(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"page one\fpage two")).text == "page one\fpage two"


def test_the_checksum_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = codecs.BOM_UTF8 + TEXT.encode()
    raw = read_text(written(tmp_path, data))
    assert raw.sha256 == hashlib.sha256(data).hexdigest()
    assert raw.file_name == "review.txt"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a text file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is not a text file"),
        (b"%PDF-1.7\n\x01\x02\x81\x8d", "is not a text file"),
        (codecs.BOM_UTF16_LE + b"a", "is not a text file"),
        (b"bell \x07", "is not a text file"),
    ],
)
def test_what_holds_no_text_is_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(DocumentError) as caught:
        read_text(path)
    assert str(caught.value).startswith(f"{path}: {problem}; ")
    assert caught.value.path == path


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a directory; name the files in it"):
        read_text(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"there is no such file; check the name and the folder\.$"):
        read_text(tmp_path / "absent.txt")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(DocumentError, match="is larger than 64 MB"):
        read_text(path)


def test_the_bytes_of_any_file_are_read(tmp_path: Path) -> None:
    data = bytes(range(256))
    assert read_bytes(written(tmp_path, data)) == data
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data",
    [b"Action,Lead\nOpen\0,Estates", b"Open\0", bytes(64), b"\0a\0b\0\0\0\0", b"Open a hub.\0" * 50],
    ids=["one in CSV", "one at the end", "nothing else", "on both sides", "one in twelve"],
)
def test_a_text_with_stray_nuls_is_no_text_of_another_encoding(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE + b"x", "utf-32-le"), (b"plain", None), (b"", None)],
)
def test_a_mark_names_an_encoding(data: bytes, encoding: str | None) -> None:
    assert marked_encoding(data) == encoding
