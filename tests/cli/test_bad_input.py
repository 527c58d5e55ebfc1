"""Bad input gets one sentence on standard error, exit status 2, and the store that was there still answers."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Call, MakeBody, Ran, Run

DOCUMENT = '[[document]]\nid = "{}"\nfile = "review.txt"\ntitle = "Other"\n'
HEADER = "subject_id\tpredicate_id\tobject_id\tconfidence\tpredicate_modifier\tmapping_date\tcomment\n"
PLEDGE = "id:anyshire/roads/commitment/mend-the-potholes"
DECISION = f"{PLEDGE}\tsl:status\tsl:Achieved"


@dataclass(frozen=True)
class Bad:
    """What is wrong with a body's folder, how to make it so, and what the sentence has to name."""

    what: str
    spoil: Callable[[Path], None]
    named: str


def writes(name: str, content: str | bytes) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)

    return spoil


def adds(name: str, content: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(content)

    return spoil


def changes(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def removes(*names: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return spoil


def decides(row: str) -> Callable[[Path], None]:
    return writes("decisions.tsv", HEADER + row + "\n")


def a_folder_in_place_of(name: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir()

    return spoil


def links_outside(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    (folder / "review.txt").rename(outside)
    (folder / "review.txt").symlink_to(outside)


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
NOISE = random.Random(1).randbytes(4000)  # noqa: S311 - the same every time is what is wanted
DOCUMENTS = (
    Bad("no document", removes("review.txt"), "review.txt: there is no such file"),
    Bad("an empty document", writes("review.txt", b""), "review.txt: is empty"),
    Bad("white space alone", writes("review.txt", " \n\t\r\n"), "review.txt: is empty"),
    Bad("a byte order mark alone", writes("review.txt", b"\xef\xbb\xbf"), "review.txt: is empty"),
    Bad("a picture", writes("review.txt", PNG), "review.txt: is named .txt but is a picture"),
    Bad("random bytes", writes("review.txt", NOISE), "review.txt: is not a text file"),
    Bad("NUL bytes alone", writes("review.txt", bytes(64)), "review.txt: is not a text file"),
    Bad("a NUL in a text", writes("review.txt", b"one\0two"), "review.txt: is not a text file"),
    Bad("half a character", writes("review.txt", b"\xff\xfe" + "é".encode("utf-16-le")[:1]), "is not a text file"),
    Bad("half a pair", writes("review.txt", "\ufeff💩".encode("utf-16-le")[:-2]), "review.txt: is not a text file"),
    Bad(
        "a zip", writes("review.txt", b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(99)), "review.txt: is incomplete or damaged"
    ),
    Bad("a folder", a_folder_in_place_of("review.txt"), "review.txt: is a directory"),
    Bad("a link outside", links_outside, "lies outside the folder"),
)
MANIFESTS = (
    Bad("no manifest", removes("strategies.toml", "review.txt"), "holds no strategies.toml and no document"),
    Bad("a folder", a_folder_in_place_of("strategies.toml"), "strategies.toml: cannot be read"),
    Bad("no TOML", adds("strategies.toml", "title = \n"), "strategies.toml: is not TOML"),
    Bad("no UTF-8", writes("strategies.toml", b'[body]\nid = "\xff"\n'), "strategies.toml: is not TOML"),
    Bad("nothing in it", writes("strategies.toml", ""), "[body] has no id"),
    Bad("an unknown key", changes("strategies.toml", "states =", "state ="), "has an unknown key 'state'"),
    Bad("an unknown table", adds("strategies.toml", "[bodies]\n"), "has an unknown key 'bodies'"),
    Bad("a wrong checksum", adds("strategies.toml", f'sha256 = "{"0" * 64}"\n'), "has the checksum 000"),
    Bad("a document without an id", changes("strategies.toml", 'id = "roads-review"\n', ""), "has no id"),
    Bad("a body without a name", changes("strategies.toml", 'name = "Anyshire Council"\n', ""), "has no name"),
    Bad("two documents with one id", adds("strategies.toml", DOCUMENT.format("roads-review")), "same id as another"),
    Bad("a document with a strategy's id", adds("strategies.toml", DOCUMENT.format("roads")), "same id as"),
    Bad(
        "a document that takes the decisions' address",
        adds("strategies.toml", DOCUMENT.format("decisions")),
        "'decisions'",
    ),
    Bad("an id with a space", changes("strategies.toml", '"roads-review"', '"roads review"'), "'roads review'"),
    Bad("an id that climbs", changes("strategies.toml", '"anyshire"', '"../devon"'), "'../devon'"),
    Bad("a number for a title", changes("strategies.toml", '"Roads strategy"', "5"), "has a title that is not text"),
    Bad("a list for a table", changes("strategies.toml", "[[document]]", "[document]"), "has no [[document]]"),
    Bad(
        "a base that is no address",
        changes("strategies.toml", 'name = "Any', 'base = "any/"\nname = "Any'),
        "has a base",
    ),
    Bad(
        "a base without its end",
        changes("strategies.toml", 'name = "Any', 'base = "http://x.y"\nname = "Any'),
        "has the base",
    ),
    Bad("a date of another form", changes("strategies.toml", '"2023-06"', '"June 2023"'), "has the date 'June 2023'"),
    Bad("a date that is none", changes("strategies.toml", '"2023-06"', '"2023-13"'), "has the date '2023-13'"),
    Bad(
        "an unknown strategy", changes("strategies.toml", 'states = "roads"', 'states = "bins"'), "has states = 'bins'"
    ),
    Bad("an unknown older", changes("strategies.toml", 'start = "2020"', 'replaces = ["bins"]'), "replaces 'bins'"),
    Bad("a file outside", changes("strategies.toml", '"review.txt"', '"../review.txt"'), "lies outside the folder"),
    Bad("an absolute file", changes("strategies.toml", '"review.txt"', '"/etc/hostname"'), "lies outside the folder"),
    Bad("a file of no name", changes("strategies.toml", '"review.txt"', '"a\\u0000b"'), "strategies.toml: "),
)
NAMES = (
    Bad("no Turtle", adds("names.ttl", "<x> skos:prefLabel\n"), "names.ttl: is not Turtle"),
    Bad("no UTF-8", writes("names.ttl", b'<x> <y> "\xff" .'), "names.ttl: is not Turtle"),
    Bad("a folder", a_folder_in_place_of("names.ttl"), "names.ttl: cannot be read"),
    Bad(
        "a circle",
        adds("names.ttl", "<programme/transport-plan> dcterms:isPartOf <programme/better-roads> .\n"),
        "is part of itself",
    ),
    Bad(
        "a parent that is not there",
        adds("names.ttl", "<programme/transport-plan> dcterms:isPartOf <programme/nowhere> .\n"),
        "programme/nowhere, which is not there",
    ),
    Bad("a blank node", adds("names.ttl", '[] a sl:Programme ; skos:prefLabel "Nameless" .\n'), "not a blank node"),
    Bad("a blank parent", adds("names.ttl", "<programme/transport-plan> dcterms:isPartOf [] .\n"), "not a blank node"),
    Bad("two labels", adds("names.ttl", '<programme/better-roads> skos:prefLabel "B" .\n'), "one skos:prefLabel"),
    Bad("no class", adds("names.ttl", '<thing> skos:prefLabel "Thing" .\n'), "one of the classes"),
    Bad("a class without a label", adds("names.ttl", "<thing> a sl:Programme .\n"), "one skos:prefLabel"),
    Bad("an address with a space", adds("names.ttl", '<a b> a sl:Programme ; skos:prefLabel "AB" .\n'), "names.ttl: "),
)
DECISIONS = (
    Bad(
        "an unknown predicate",
        decides(DECISION.replace("sl:status", "sl:likes")),
        "line 2 has the predicate 'sl:likes'",
    ),
    Bad("too many cells", decides(DECISION + "\t" * 5), "line 2 has more cells"),
    Bad("too few cells", decides(PLEDGE), "line 2"),
    Bad("a line of white space and no cells", decides(DECISION + "\n  "), "line 3"),
    Bad("a confidence that is no number", decides(DECISION + "\thigh"), "line 2"),
    Bad("a confidence above one", decides(DECISION + "\t1.5"), "has the confidence '1.5'"),
    Bad("a confidence that is none", decides(DECISION + "\tnan"), "has the confidence 'nan'"),
    Bad("an unknown status", decides(DECISION.replace("Achieved", "Done")), "is not a status"),
    Bad("an unknown modifier", decides(DECISION + "\t1\tNever"), "predicate modifier 'Never'"),
    Bad("a subject that is no address", decides(DECISION.replace("id:", "")), "line 2"),
    Bad("no header", writes("decisions.tsv", DECISION + "\n"), "line 1 has no column subject_id"),
    Bad("no UTF-8", writes("decisions.tsv", HEADER.encode() + b"\xff"), "decisions.tsv: is not UTF-8"),
    Bad("a folder", a_folder_in_place_of("decisions.tsv"), "decisions.tsv: cannot be read"),
    Bad("a cell without an end", decides(DECISION + "\t1\t\t2024\t" + "x" * 200_000), "line 2"),
)


def what(bad: Bad) -> str:
    return bad.what


def check_refused(refused: Ran, named: str) -> None:
    """One sentence on standard error, nothing else anywhere, and status 2."""
    assert refused.stderr.startswith("strategy-links: "), refused.stderr[-600:]
    assert refused.stderr.count("\n") == 1
    assert refused.stderr.endswith(".\n")
    assert named in refused.stderr
    assert refused.stdout == b""
    assert refused.status == 2


@pytest.fixture(scope="module")
def check_build_refused(
    call: Call, devon_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path, str], None]:
    """Builds what is bad over a store that is good, which has to stay as it is."""
    store = Path(shutil.copytree(devon_store, tmp_path_factory.mktemp("good") / "store"))

    def check(path: Path, named: str) -> None:
        build = open_store(store).build
        before = call("where", "hiring foster parents", store=store)
        check_refused(call("build", path, store=store), named)
        assert open_store(store).build == build
        assert call("where", "hiring foster parents", store=store) == before

    return check


def test_the_body_that_is_spoilt_below_is_good_before(run: Run, make_body: MakeBody, tmp_path: Path) -> None:
    built = run("build", make_body(), store=tmp_path / "store")
    assert (built.status, built.stderr) == (0, "")
    decided = make_body(decisions=HEADER)
    assert run("build", decided, store=tmp_path / "store").status == 0


@pytest.mark.parametrize("bad", [MANIFESTS[2], NAMES[-1]], ids=what)
def test_a_process_ends_with_one_sentence(run: Run, own_store: Path, make_body: MakeBody, bad: Bad) -> None:
    folder = make_body()
    bad.spoil(folder)
    before = run("where", "hiring foster parents", store=own_store)
    check_refused(run("build", folder, store=own_store), bad.named)
    assert run("where", "hiring foster parents", store=own_store) == before


@pytest.mark.parametrize("bad", DOCUMENTS, ids=what)
def test_a_bad_document_is_refused(
    check_build_refused: Callable[[Path, str], None], make_body: MakeBody, bad: Bad
) -> None:
    folder = make_body()
    bad.spoil(folder)
    check_build_refused(folder, bad.named)


@pytest.mark.parametrize("bad", DOCUMENTS[:6], ids=what)
def test_a_bad_file_by_itself_is_refused(
    check_build_refused: Callable[[Path, str], None], make_body: MakeBody, bad: Bad
) -> None:
    folder = make_body()
    bad.spoil(folder)
    check_build_refused(folder / "review.txt", bad.named)


@pytest.mark.parametrize("bad", MANIFESTS, ids=what)
def test_a_bad_manifest_is_refused(
    check_build_refused: Callable[[Path, str], None], make_body: MakeBody, bad: Bad
) -> None:
    folder = make_body()
    bad.spoil(folder)
    check_build_refused(folder, bad.named)


@pytest.mark.parametrize("bad", NAMES, ids=what)
def test_bad_names_are_refused(check_build_refused: Callable[[Path, str], None], make_body: MakeBody, bad: Bad) -> None:
    folder = make_body()
    bad.spoil(folder)
    check_build_refused(folder, bad.named)


@pytest.mark.parametrize("bad", DECISIONS, ids=what)
def test_bad_decisions_are_refused(
    check_build_refused: Callable[[Path, str], None], make_body: MakeBody, bad: Bad
) -> None:
    folder = make_body()
    bad.spoil(folder)
    check_build_refused(folder, bad.named)


@pytest.mark.parametrize("name", ["missing.txt", "missing/folder", "x" * 300], ids=["file", "folder", "endless name"])
def test_what_is_not_there_is_refused(
    check_build_refused: Callable[[Path, str], None], tmp_path: Path, name: str
) -> None:
    check_build_refused(tmp_path / name, name)


def test_the_same_body_twice_is_refused(call: Call, make_body: MakeBody, devon_store: Path) -> None:
    check_refused(call("build", make_body(), make_body(), store=devon_store), "same id")


def test_a_text_without_pledges_alone_is_refused(
    check_build_refused: Callable[[Path, str], None], tmp_path: Path
) -> None:
    (tmp_path / "prose.txt").write_text("Roads matter to us all.\n", encoding="utf-8")
    check_build_refused(tmp_path / "prose.txt", "prose.txt")


@pytest.mark.parametrize("date", ["22 November 2026", "2026-1-1", "2026-13-45", "soon"])
def test_a_decision_with_a_date_of_another_form_is_refused(
    call: Call, check_build_refused: Callable[[Path, str], None], make_body: MakeBody, tmp_path: Path, date: str
) -> None:
    body = make_body()
    assert call("build", body, store=tmp_path / "store").status == 0
    pledge, owner = owned_pledge(call, tmp_path / "store")
    row = f"{pledge}\tsl:ownedBy\t{owner}\t1\t\t{date}"
    check_build_refused(make_body(decisions=HEADER + row + "\n"), "line 2")


def owned_pledge(call: Call, store: Path) -> tuple[str, str]:
    """A pledge of the small body, and who owns it."""
    record = call("commitments", "--format", "json", store=store).json[0]
    return record["iri"], record["owners"][0]["iri"]


GONE = f"{PLEDGE}-that-is-gone\tsl:ownedBy\tid:anyshire/programme/better-roads\t0.9"


@pytest.mark.parametrize("row", [GONE, DECISION + "\t0.9", GONE + "\tNot"], ids=["owner", "status", "not the owner"])
def test_a_decision_on_a_pledge_that_is_gone_is_kept_and_reported(
    call: Call, make_body: MakeBody, tmp_path: Path, row: str
) -> None:
    body = make_body(decisions=HEADER + row + "\n")
    before = (body / "decisions.tsv").read_bytes()
    built = call("build", body, store=tmp_path / "store")
    assert built.status == 0
    assert built.stderr.count("\n") == 1
    assert built.stderr.startswith("note: ")
    assert "line 2 decides on" in built.stderr
    assert "mend-the-potholes" in built.stderr
    assert (body / "decisions.tsv").read_bytes() == before
    assert call("build", body, "--ignore-decisions", store=tmp_path / "store").stderr == ""


@pytest.mark.parametrize("separator", ["\u2028", "\x85", "\x0b", "\x1c"], ids=ascii)
def test_only_line_ends_end_a_decision(call: Call, make_body: MakeBody, tmp_path: Path, separator: str) -> None:
    body = make_body(decisions=HEADER + GONE + f"\t\t\tone{separator}two\n")
    built = call("build", body, store=tmp_path / "store")
    assert (built.status, built.stderr.count("\n")) == (0, 1)


def test_a_file_whose_name_is_no_text_is_read_or_refused(call: Call, make_body: MakeBody, tmp_path: Path) -> None:
    review = make_body() / "review.txt"
    try:
        named = review.rename(review.with_name(b"caf\xe9.txt".decode("utf-8", "surrogateescape")))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    built = call("build", named, store=tmp_path / "store")
    if built.status:
        check_refused(built, "caf")
