"""A body's `strategies.toml` is read whole, or refused in a sentence that says what, where and what to do."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from graph.errors import DocumentError, ManifestError
from graph.read.manifest import MANIFEST, read_bare_file, read_folder

if TYPE_CHECKING:
    from pathlib import Path

BODY = '[body]\nid = "coast"\nname = "Coast Council"\n'
STRATEGY = '[[strategy]]\nid = "plan"\ntitle = "The Plan"\n'
DOCUMENT = '[[document]]\nid = "review"\nfile = "review.txt"\ntitle = "The Review"\n'
WHOLE = BODY + STRATEGY + DOCUMENT
TEXT = "We said\n- Open a hub.\n"
CHECKSUM = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "review.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


def write(folder: Path, manifest: str) -> Path:
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    return folder


def refusal(folder: Path, manifest: str) -> str:
    """What is said of a manifest, without the file's name."""
    with pytest.raises(ManifestError) as caught:
        read_folder(write(folder, manifest))
    path = folder / MANIFEST
    assert caught.value.path == path
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_manifest_names_the_body_its_strategies_and_its_documents(folder: Path) -> None:
    older = '[[strategy]]\nid = "old-plan"\ntitle = "The Old Plan"\nstart = "2016"\nend = "2019-03"\n'
    newer = STRATEGY + 'replaces = ["old-plan"]\nstart = "2020-01-31"\n'
    document = DOCUMENT + f'states = "plan"\nreports_on = "plan"\ndate = "2024"\nsha256 = "{CHECKSUM.upper()}"\n'
    sources = read_folder(write(folder, BODY + older + newer + document))
    base = "https://w3id.org/strategy-links/id/"
    assert (sources.body.iri, sources.body.name, sources.body.base) == (base + "coast", "Coast Council", base)
    assert [one.iri for one in sources.strategies] == [base + "coast/old-plan", base + "coast/plan"]
    assert sources.strategies[1].replaces == (base + "coast/old-plan",)
    assert (sources.strategies[0].start, sources.strategies[0].end) == ("2016", "2019-03")
    (review,) = sources.documents
    assert (review.text, review.sha256, review.file_name) == (TEXT, CHECKSUM, "review.txt")
    assert review.states == review.reports_on == base + "coast/plan"
    assert sources.names_file is sources.decisions_file is None
    assert not sources.completely_read


def test_a_manifest_may_give_its_own_base_and_labels(folder: Path) -> None:
    labels = '[labels]\npledges = ["Unsere Zusagen"]\n'
    body = BODY + 'base = "https://example.org/"\n'
    sources = read_folder(write(folder, body + STRATEGY + DOCUMENT + labels))
    assert sources.body.iri == "https://example.org/coast"
    assert sources.cues["labels"] == {"pledges": ("Unsere Zusagen",), "progress": ()}


def test_a_complete_reading_is_kept(folder: Path) -> None:
    sources = read_folder(write(folder, WHOLE + 'reading = "complete"\n'))
    assert sources.completely_read == {sources.documents[0].iri}


def test_names_and_decisions_are_found_beside_the_manifest(folder: Path) -> None:
    (folder / "names.ttl").touch()
    (folder / "decisions.tsv").touch()
    sources = read_folder(write(folder, WHOLE))
    assert (sources.names_file, sources.decisions_file) == (folder / "names.ttl", folder / "decisions.tsv")


UNKNOWN_STRATEGY = "use the id of a [[strategy]]."
WRITE_A_DATE = 'write a year, a month or a day, such as "2024" or "2024-03-05".'
REFUSALS = {
    "no body": (STRATEGY + DOCUMENT, "[body] has no id; add it."),
    "a body without a name": ('[body]\nid = "coast"\n', "[body] has no name; add it."),
    "a body that is no table": ("body = 1\n", "[body] is not a table; write it in square brackets."),
    "a misspelt key at the top": (
        "strategies = 1\n",
        "the manifest has an unknown key 'strategies';"
        " use one of body, columns, document, labels, names, statuses, strategy.",
    ),
    "a misspelt key of the body": (
        BODY + 'nmae = "x"\n',
        "[body] has an unknown key 'nmae'; use one of base, id, name.",
    ),
    "an id with a space": (
        WHOLE.replace('"coast"', '"the coast"'),
        "[body] has the id 'the coast', which cannot stand in an address; use letters, digits and hyphens.",
    ),
    "a base without a slash": (
        BODY + 'base = "https://example.org"\n',
        "[body] has the base 'https://example.org', which does not end in / or #; add the slash.",
    ),
    "a base that is no address": (
        BODY + 'base = "example/"\n',
        "[body] has a base that is not an absolute IRI: 'example/coast'; write an address such as"
        " https://example.org/id/.",
    ),
    "no strategy": (BODY + DOCUMENT, "the manifest has no [[strategy]]; add at least one."),
    "no document": (BODY + STRATEGY, "the manifest has no [[document]]; add at least one."),
    "a strategy that is no list": (
        BODY + '[strategy]\nid = "plan"\n',
        "the manifest has no [[strategy]]; add at least one.",
    ),
    "a strategy without an id": (BODY + '[[strategy]]\ntitle = "x"\n', "strategy None has no id; add it."),
    "a strategy without a title": (BODY + '[[strategy]]\nid = "plan"\n', "strategy 'plan' has no title; add it."),
    "two strategies with one id": (
        BODY + STRATEGY + STRATEGY,
        "strategy 'plan' has the same id as another; give each its own.",
    ),
    "a strategy and a document with one id": (
        WHOLE.replace('"review"', '"plan"'),
        "document 'plan' has the same id as another; give each its own.",
    ),
    "a title that is no text": (
        BODY + '[[strategy]]\nid = "plan"\ntitle = 1\n',
        "strategy 'plan' has a title that is not text; put it in quotation marks.",
    ),
    "a date that is no text": (
        BODY + STRATEGY + "start = 2022\n",
        "strategy 'plan' has a start that is not text; put it in quotation marks.",
    ),
    "a date in words": (
        BODY + STRATEGY + 'start = "May 2022"\n',
        f"strategy 'plan' has the start 'May 2022'; {WRITE_A_DATE}",
    ),
    "a thirteenth month": (
        BODY + STRATEGY + 'end = "2022-13"\n',
        f"strategy 'plan' has the end '2022-13'; {WRITE_A_DATE}",
    ),
    "a day that no month has": (
        WHOLE + 'date = "2023-02-30"\n',
        f"document 'review' has the date '2023-02-30'; {WRITE_A_DATE}",
    ),
    "a strategy that replaces an unknown one": (
        BODY + STRATEGY + 'replaces = ["older"]\n',
        f"strategy 'plan' replaces 'older', which is no strategy here; {UNKNOWN_STRATEGY}",
    ),
    "a replaced strategy that is no list": (
        BODY + STRATEGY + 'replaces = "older"\n',
        'strategy \'plan\' has a replaces that is not a list of texts; write it as ["one", "two"].',
    ),
    "a document without a file": (
        BODY + STRATEGY + '[[document]]\nid = "review"\n',
        "document 'review' has no file; add it.",
    ),
    "a document outside the folder": (
        WHOLE.replace("review.txt", "../review.txt"),
        "document 'review' has the file '../review.txt', which lies outside the folder; move it into the folder.",
    ),
    "a document of an unknown strategy": (
        WHOLE + 'states = "older"\n',
        f"document 'review' has states = 'older', which is no strategy here; {UNKNOWN_STRATEGY}",
    ),
    "a document on an unknown strategy": (
        WHOLE + 'reports_on = "older"\n',
        f"document 'review' has reports_on = 'older', which is no strategy here; {UNKNOWN_STRATEGY}",
    ),
    "another checksum": (
        WHOLE + 'sha256 = "0123"\n',
        f"document 'review' has the checksum 0123, but review.txt has {CHECKSUM}; restore the file, or write the new"
        " checksum if the change is meant.",
    ),
    "an unknown reading": (
        WHOLE + 'reading = "partly"\n',
        "document 'review' has the reading 'partly'; write open or complete.",
    ),
    "an unknown kind of label": (
        WHOLE + '[labels]\npromises = ["x"]\n',
        "[labels] has an unknown key 'promises'; use one of pledges, progress.",
    ),
    "labels that are no list": (
        WHOLE + '[labels]\npledges = "x"\n',
        '[labels] has a pledges that is not a list of texts; write it as ["one", "two"].',
    ),
}


@pytest.mark.parametrize(("manifest", "sentence"), REFUSALS.values(), ids=REFUSALS)
def test_a_manifest_is_refused(folder: Path, manifest: str, sentence: str) -> None:
    assert refusal(folder, manifest) == sentence


def test_a_strategy_does_not_replace_itself(folder: Path) -> None:
    assert "strategy 'plan' replaces" in refusal(folder, BODY + STRATEGY + 'replaces = ["plan"]\n' + DOCUMENT)


@pytest.mark.parametrize("manifest", ["[body\n", 'name = "\n', "a = 1\na = 2\n"])
def test_what_is_not_toml_is_refused_with_its_line(folder: Path, manifest: str) -> None:
    sentence = refusal(folder, manifest)
    assert sentence.startswith("is not TOML: ")
    assert "line " in sentence
    assert sentence.endswith("; mend that line.")


def test_a_manifest_that_is_not_utf_8_is_refused(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(BODY.replace("Coast", "Côte").encode("windows-1252"))
    with pytest.raises(ManifestError, match=r"is not TOML: .*; mend that line\.$"):
        read_folder(folder)


def test_a_folder_without_a_manifest_is_refused(folder: Path) -> None:
    remedy = "put a manifest in the folder, or name the documents themselves"
    with pytest.raises(ManifestError) as caught:
        read_folder(folder)
    assert str(caught.value) == f"{folder / MANIFEST}: there is no such file; {remedy}."


def test_a_document_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        read_folder(write(folder, WHOLE.replace("review.txt", "other.txt")))


def test_a_bare_file_states_and_reports_on_a_strategy_of_its_own(folder: Path) -> None:
    sources = read_bare_file(folder / "review.txt", "https://example.org/")
    (document,), (strategy,) = sources.documents, sources.strategies
    assert sources.body.iri == "https://example.org/review"
    assert document.states == document.reports_on == strategy.iri == "https://example.org/review/strategy"
    assert document.title == strategy.title == sources.body.name == "review"


@pytest.mark.parametrize(
    ("file_name", "title", "identifier"),
    [
        ("Homes_Review-2024.txt", "Homes Review 2024", "homes-review-2024"),
        ("___.txt", "___.txt", "txt"),
        ("評価.txt", "評価", "document"),
    ],
)
def test_a_bare_file_is_named_after_itself(tmp_path: Path, file_name: str, title: str, identifier: str) -> None:
    (tmp_path / file_name).write_text(TEXT, encoding="utf-8")
    body = read_bare_file(tmp_path / file_name, "https://example.org/").body
    assert (body.name, body.iri) == (title, f"https://example.org/{identifier}")
