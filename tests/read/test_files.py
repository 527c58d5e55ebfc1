"""A file is read as what it is, whatever its name says, and what cannot be read is refused in one sentence."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from graph.errors import DocumentError
from graph.read.files import read_document
from graph.read.formats import Format, format_of
from read.office import changed, word_parts, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP = Path(__file__).resolve().parents[2]
MB = 1024 * 1024
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
PAGE = b"<!DOCTYPE html>\n<html><body><p>We will open a hub.</p></body></html>"
MARKDOWN = b"# Plan\n\nWe will:\n\n## Homes\n\n- open a hub\n"
CSV = b"Action,Lead\nOpen a hub,Estates\n"
TEXT = b"We will open a hub.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def word() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("We will open a hub.")
    document.save(buffer)
    return buffer.getvalue()


def workbook() -> bytes:
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Action", "Lead"])
    book.save(buffer)
    return buffer.getvalue()


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


FORMATS = {
    "a PDF": ("plan.pdf", PDF, Format.PDF),
    "a PDF named as text": ("plan.txt", PDF, Format.PDF),
    "a PDF named as Word": ("plan.docx", PDF, Format.PDF),
    "a PDF after other bytes": ("plan.pdf", b"junk\0\n" + PDF, Format.PDF),
    "a text that mentions a PDF": ("notes.txt", b"A PDF starts with %PDF-1.7", Format.TEXT),
    "a Word document": ("plan.docx", word(), Format.DOCX),
    "a Word document named as PDF": ("plan.pdf", word(), Format.DOCX),
    "a Word document without an extension": ("plan", word(), Format.DOCX),
    "a workbook": ("plan.xlsx", workbook(), Format.SHEETS),
    "a workbook named as Word": ("plan.docx", workbook(), Format.SHEETS),
    "a page": ("plan.html", PAGE, Format.HTML),
    "a page named as text": ("plan.txt", PAGE, Format.HTML),
    "a page named as Word": ("plan.docx", PAGE, Format.HTML),
    "a page named as a workbook": ("plan.xls", PAGE, Format.HTML),
    "a page after a comment": ("plan.txt", b"\n<!-- saved -->\n<!-- x --><html><p>x", Format.HTML),
    "a page after an XML declaration": ("plan.txt", b'\xef\xbb\xbf<?xml version="1.0"?>\n<HTML><p>x', Format.HTML),
    "a page in UTF-16": ("plan.txt", "\ufeff<html><p>x".encode("utf-16-le"), Format.HTML),
    "a page that starts with its body": ("plan.txt", b"<body><p>x", Format.HTML),
    "a piece of a page": ("plan.htm", b"<p>We will open a hub.", Format.HTML),
    "a text that mentions a page": ("plan.txt", b"We use <html> here.", Format.TEXT),
    "CSV": ("plan.csv", CSV, Format.SHEETS),
    "CSV in capitals": ("PLAN.CSV", CSV, Format.SHEETS),
    "TSV": ("plan.tsv", b"Action\tLead\n", Format.SHEETS),
    "CSV named as a workbook": ("plan.xlsx", CSV, Format.SHEETS),
    "Markdown": ("plan.md", TEXT, Format.MARKDOWN),
    "Markdown named as text": ("plan.txt", MARKDOWN, Format.MARKDOWN),
    "Markdown with Windows line ends": ("plan.txt", MARKDOWN.replace(b"\n", b"\r\n"), Format.MARKDOWN),
    "Markdown without spaces after its signs": ("plan.txt", b"##Plan\n\nx\n\n###Homes", Format.MARKDOWN),
    "Markdown with a table": ("plan.txt", b"Action | Lead\n--- | :---:\nOpen | Estates\n", Format.MARKDOWN),
    "Markdown named as Word": ("plan.docx", MARKDOWN, Format.MARKDOWN),
    "text": ("plan.txt", TEXT, Format.TEXT),
    "text named as PDF": ("plan.pdf", TEXT, Format.TEXT),
    "text without an extension": ("plan", TEXT, Format.TEXT),
    "text with one sign of a heading": ("plan.txt", b"# Plan\nWe will open a hub.", Format.TEXT),
    "text with comments": ("plan.txt", b"# source: here\n# note: there\nWe will open a hub.", Format.TEXT),
    "text with a line of dashes": ("plan.txt", b"Plan\n----\nWe will open a hub.", Format.TEXT),
    "text with a line of signs": ("plan.txt", b"Plan\n#######\nHomes\n###\n", Format.TEXT),
}


@pytest.mark.parametrize(("name", "data", "form"), FORMATS.values(), ids=FORMATS)
def test_a_file_is_what_it_holds(name: str, data: bytes, form: Format) -> None:
    assert format_of(Path(name), data) is form


SAVE = "save it as DOCX, XLSX or PDF."
WITH_TEXT = "give the document itself, with its text."
UNPACK = "unpack it and give the document itself."
REFUSED = {
    "a picture": ("x.png", PNG, f"is a picture; {WITH_TEXT}"),
    "a picture named as Word": ("x.docx", PNG, f"is named .docx but is a picture; {WITH_TEXT}"),
    "a photograph named as PDF": ("x.pdf", b"\xff\xd8\xff\xe0", f"is named .pdf but is a picture; {WITH_TEXT}"),
    "a drawing": ("x.svg", b"<svg xmlns='x'><text>a</text></svg>", f"is a picture; {WITH_TEXT}"),
    "a telephone's photograph": ("x.heic", b"\0\0\0\x18ftypheic", f"is a picture; {WITH_TEXT}"),
    "a film": ("x.mp4", b"\0\0\0\x18ftypmp42", f"is a recording; {WITH_TEXT}"),
    "Rich Text": ("x.rtf", rb"{\rtf1 We will open a hub.}", f"is in Rich Text Format; {SAVE}"),
    "Rich Text named as Word": ("x.docx", rb"{\rtf1 x}", f"is named .docx but is in Rich Text Format; {SAVE}"),
    "an archive": ("x.gz", b"\x1f\x8b\x08\0", f"is an archive; {UNPACK}"),
    "a zip archive": ("x.zip", packed("plan.txt"), f"is a zip archive; {UNPACK}"),
    "an empty zip archive": ("x.zip", packed(), f"is a zip archive; {UNPACK}"),
    "OpenDocument": ("x.odt", packed("mimetype", "content.xml"), "is in OpenDocument format; save it as DOCX or XLSX."),
    "an e-book": ("x.epub", packed("META-INF/container.xml"), "is an e-book; save it as HTML or PDF."),
    "slides": ("x.pptx", packed("ppt/presentation.xml"), "is a presentation; save it as PDF."),
    "a binary workbook": ("x.xlsb", packed("xl/workbook.bin"), "is a binary Excel workbook; save it as XLSX."),
    "Apple's": ("x.pages", packed("Index/Document.iwa"), f"is a Pages, Numbers or Keynote file; {SAVE}"),
    "an encrypted document": (
        "x.docx",
        OLD + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted; save it without a password.",
    ),
    "an older document": (
        "x.doc",
        OLD + "WordDocument".encode("utf-16-le"),
        "is a Word document of before 2007; save it as DOCX or PDF.",
    ),
    "an older document under a new name": (
        "x.docx",
        OLD + "WordDocument".encode("utf-16-le"),
        "is named .docx but is a Word document of before 2007; save it as DOCX or PDF.",
    ),
    "an older workbook": (
        "x.xls",
        OLD + "Workbook".encode("utf-16-le"),
        "is an Excel workbook of before 2007; save it as XLSX.",
    ),
    "another file of Office": (
        "x",
        OLD,
        "is an old Office file or is encrypted; save it as DOCX, XLSX or PDF without a password.",
    ),
    "Word's own XML": ("x.xml", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><x/>", SAVE),
    "a web archive": (
        "x.mhtml",
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        "is a web page saved as an archive; save it as HTML.",
    ),
    "bytes": ("x.txt", bytes(range(256)), "is not a text file; save it as plain text in UTF-8 and try again."),
    "bytes named as Word": (
        "x.docx",
        bytes(256),
        "is named .docx but does not hold that; get it again, or save it anew.",
    ),
    "a NUL in CSV": ("x.csv", b"a,b\nc\0,d\n", "is not a text file; save it as plain text in UTF-8 and try again."),
    "nothing": ("x.docx", b"", "is empty; give a file that has text in it."),
    "white space": ("x.txt", b" \r\n\t", "is empty; give a file that has text in it."),
    "a mark alone": ("x.txt", b"\xef\xbb\xbf", "is empty; give a file that has text in it."),
}


def refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert caught.value.path == path
    return str(caught.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize(("name", "data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).endswith(sentence)
    assert refusal(path).count("\n") == 0


READ = {
    "plan.txt": TEXT,
    "plan.docx": word(),
    "plan.pdf": word(),
    "plan.html": PAGE,
    "plan.md": TEXT,
    "other.docx": PAGE,
}


@pytest.mark.parametrize(("name", "data"), READ.items(), ids=READ)
def test_every_format_gives_a_reading(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    reading = read_document(path)
    assert reading.text == "We will open a hub.\n"
    assert reading.file_name == name
    assert len(reading.sha256) == 64


def test_plain_text_is_as_it_stands_and_has_no_blocks(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("We will open a café.\r\n- Soon\r\n".encode("cp1252"))
    reading = read_document(path)
    assert (reading.text, reading.blocks) == ("We will open a café.\r\n- Soon\r\n", ())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.pdf") == "there is no such file; check the name and the folder."


@pytest.mark.parametrize(("start", "largest"), [(b"text", 64), (b"%PDF-", 256), (b"PK\x03\x04", 256)])
def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, start: bytes, largest: int) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(largest * MB + 1)
    assert refusal(path) == f"is larger than {largest} MB; split it into its documents."


BOMB = "unpacks to far more than a document holds; open it and save it anew, or save it as PDF."


def spaces(size: int) -> str:
    return "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + " " * size


def test_a_document_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path / "bomb.docx", word_parts(spaces(33 * MB)))) == BOMB


def test_many_parts_that_unpack_without_end_together_are_refused(tmp_path: Path) -> None:
    more = {f"word/footer{number}.xml": "<x>" + " " * (8 * MB) + "</x>" for number in range(5)}
    assert refusal(zipped(tmp_path / "bomb.docx", word_parts(spaces(0)) | more)) == BOMB


def sized(path: Path, part: str, size: int) -> Path:
    """An archive whose directory gives a part another size than it has."""
    data = bytearray(path.read_bytes())
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(part.encode()))
    struct.pack_into("<I", data, place + 24, size)
    path.write_bytes(data)
    return path


def test_a_workbook_that_says_it_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(workbook())
    assert refusal(sized(path, "xl/worksheets/sheet1.xml", 201 * MB)) == BOMB


DAMAGED = "is incomplete or damaged; get it again, or open it and save it anew."


@pytest.mark.parametrize("size", [0, 1000, MB])
def test_a_document_that_lies_about_its_size_is_refused(tmp_path: Path, size: int) -> None:
    bomb = zipped(tmp_path / "bomb.docx", word_parts(spaces(20 * MB)))
    assert refusal(sized(bomb, "word/document.xml", size)) == DAMAGED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another way to tell how much memory was used")
def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.docx", word_parts(spaces(31 * MB)))
    code = (
        "import resource, sys; from pathlib import Path; from graph.errors import DocumentError\n"
        "from graph.read.files import read_document\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: read_document(Path(sys.argv[1]))\n"
        "except DocumentError: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    path = sized(bomb, "word/document.xml", MB)
    answer = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True, cwd=TOP)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    assert int(answer.stdout) * unit < 30 * MB


def test_an_archive_in_which_archives_are_packed_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "inner.zip", {"x": " " * (100 * MB)}).read_bytes()
    path = zipped(
        tmp_path / "plan.docx", word_parts(spaces(0)) | {"word/embeddings/x.zip": bomb, "word/media/x.bin": bomb}
    )
    assert read_document(path).text == "x\n"


def test_an_archive_of_countless_files_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "many.docx", word_parts(spaces(0)) | {f"x{number}.xml": "" for number in range(10_001)})
    assert refusal(path) == "is an archive of more than 10,000 files; give the document itself."


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "plan.docx", word_parts(spaces(0)))
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(data)
    assert refusal(path) == "is encrypted; save it without a password."


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">'
TYPED = "holds a document type, which no Office program writes; open it and save it anew."


@pytest.mark.parametrize("document_type", [ENTITY, LAUGHS, REMOTE], ids=["a file", "a billion laughs", "the network"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "docProps/core.xml"])
def test_a_document_type_in_a_document_is_refused(tmp_path: Path, part: str, document_type: str) -> None:
    parts: dict[str, str | bytes] = {**word_parts(spaces(0)), "docProps/core.xml": "<x/>"}
    parts[part] = f"<?xml version='1.0'?>{document_type}{parts[part]!s}"
    assert refusal(zipped(tmp_path / "plan.docx", parts)) == TYPED


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_in_a_workbook_is_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook())
    start = "<workbook" if "workbook" in part else "<worksheet"
    assert refusal(changed(path, {part: (start, ENTITY + start)})) == TYPED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "cp037"])
def test_a_document_type_does_not_hide_in_an_encoding(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}{word_parts(spaces(0))["word/document.xml"]}'
    parts: Mapping[str, str | bytes] = {**word_parts(""), "word/document.xml": text.encode(encoding)}
    assert refusal(zipped(tmp_path / "plan.docx", parts)) == DAMAGED


def test_a_document_type_does_not_hide_between_two_pieces(tmp_path: Path) -> None:
    for shift in range(0, len(ENTITY), 3):
        head = f"<?xml version='1.0'?><!--{'x' * (MB - 40 - shift)}-->"
        parts = word_parts("") | {"word/document.xml": head + ENTITY + "<x/>"}
        assert refusal(zipped(tmp_path / "plan.docx", parts)) == TYPED


def test_a_document_may_speak_of_document_types(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Write &lt;!DOCTYPE html&gt; first.</w:t></w:r></w:p>"
    assert read_document(zipped(tmp_path / "plan.docx", word_parts(body))).text == "Write <!DOCTYPE html> first.\n"


def test_reading_fetches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    parts = word_parts(spaces(0))
    outside = (
        '<Relationship Id="x" Type="x/styles" Target="http://evil.example/x" TargetMode="External"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace("</Relationships>", outside)
    assert read_document(zipped(tmp_path / "plan.docx", parts)).text == "x\n"


HOSTILE = {
    "spaces": b"# a\n" + b" " * MB + b"x",
    "dashes": b"|" + b"-" * MB + b"x",
    "columns": b"---|" * (MB // 4) + b"x",
    "signs": b"#" * MB,
    "comments": b"<!-- x -->" * (MB // 10),
    "declarations": b"<?xml ?>" * (MB // 8),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_no_text_makes_the_search_for_its_format_slow(data: bytes) -> None:
    assert format_of(Path("plan.txt"), data) in (Format.TEXT, Format.MARKDOWN)
