"""A body's `strategies.toml`: its strategies, its documents, and where their names and decisions are.

The keys are documented in `seeds/README.md`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import DocumentError, ManifestError
from graph.identifiers import DEFAULT_BASE, Iri, mint, slug
from graph.model import Body, Document, Strategy
from graph.read.entries import Entry
from graph.read.files import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from graph.blocks import Reading

MANIFEST = "strategies.toml"

_TOP = frozenset({"body", "strategy", "document", "labels", "columns", "statuses", "names"})
_BODY = frozenset({"id", "name", "base"})
_STRATEGY = frozenset({"id", "title", "start", "end", "replaces"})
_DOCUMENT = frozenset(
    {
        "id",
        "file",
        "title",
        "publisher",
        "date",
        "kind",
        "states",
        "reports_on",
        "source",
        "terms",
        "sha256",
        "reading",
    }
)
# The cue words that a body may add to those of extract/cues, by the file they add to; and what is no name.
_CUES = {
    "labels": frozenset({"pledges", "progress"}),
    "columns": frozenset(
        {"pledges", "progress", "response", "status", "owner", "partner", "timescale", "measure", "reference", "theme"}
    ),
    "statuses": frozenset({"Achieved", "InProgress", "Outstanding", "NotReported", "NotAssessed"}),
    "names": frozenset({"none"}),
}
_TAKEN = frozenset({"assessment", "decisions", "link", "vocabulary"})  # addresses of this project's own
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read of one body. `cues` are its own cue words, by table and by what they mean."""

    body: Body
    strategies: tuple[Strategy, ...]
    documents: tuple[Document, ...]
    cues: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    names_file: Path | None = None
    decisions_file: Path | None = None
    completely_read: frozenset[Iri] = frozenset()  # documents whose every link the decisions hold

    @property
    def no_names(self) -> tuple[str, ...]:
        """What a person has found to be no name of a programme or an organisation."""
        return self.cues.get("names", {}).get("none", ())


def read_folder(folder: Path, left_out: Callable[[DocumentError], None] | None = None) -> Sources:
    """Read a folder that holds a manifest, and the documents that it lists.

    Raises ManifestError for what is wrong in the manifest, and DocumentError for a document that cannot be read,
    unless `left_out` takes it: the body is then read without that document.
    """
    return _Manifest(folder, left_out).sources()


def bare_identifier(path: Path) -> str:
    """The id of a document that no manifest describes, from its name without the ending."""
    return slug(_bare_name(path)) or "document"


def _bare_name(path: Path) -> str:
    return path.stem.replace("_", " ").replace("-", " ").strip() or path.name


def read_bare_file(path: Path, base: str = DEFAULT_BASE, title_in: Callable[[str], str] = lambda _: "") -> Sources:
    """Read one document that no manifest describes: it states a strategy's pledges and reports on them.

    Its title is what its format gives as one, otherwise what `title_in` finds in its text, otherwise its file's name.
    """
    raw = read_document(path)
    name, identifier = _bare_name(path), bare_identifier(path)
    title = " ".join(raw.title.split()) or title_in(raw.text) or name
    strategy = Strategy(mint(base, identifier, "strategy"), title)
    document = Document(
        iri=mint(base, identifier, "document"),
        file_name=raw.file_name,
        title=title,
        text=raw.text,
        sha256=raw.sha256,
        states=strategy.iri,
        reports_on=strategy.iri,
        blocks=raw.blocks,
        pages=raw.pages,
    )
    return Sources(Body(mint(base, identifier), title, base), (strategy,), (document,))


class _Manifest:
    """One manifest being read."""

    def __init__(self, folder: Path, left_out: Callable[[DocumentError], None] | None) -> None:
        self.folder = folder
        self.left_out = left_out
        self.path = folder / MANIFEST
        self.top = Entry.of(self.path, "the manifest", _load(self.path), _TOP)
        body = Entry.of(self.path, "[body]", self.top.keys.get("body", {}), _BODY)
        self.id = body.text("id")
        self.base = body.optional("base") or DEFAULT_BASE
        if not self.base.endswith(("/", "#")):
            body.fail(f"has the base {self.base!r}, which does not end in / or #", "add the slash")
        self.body = Body(self.address(body), body.text("name"), self.base)

    def sources(self) -> Sources:
        strategies = tuple(map(self.strategy, self.entries("strategy", _STRATEGY)))
        known = frozenset(strategy.iri for strategy in strategies)
        read = [self.document(entry, known) for entry in self.entries("document", _DOCUMENT)]
        documents = tuple(document for document in read if document)
        complete = [
            self.address(entry, entry.text("id"))
            for entry in self.entries("document", _DOCUMENT)
            if entry.one_of("reading", ("open", "complete")) == "complete"
        ]
        return Sources(
            body=self.body,
            strategies=strategies,
            documents=documents,
            cues={name: self.cues(name, allowed) for name, allowed in _CUES.items()},
            names_file=self.beside("names.ttl"),
            decisions_file=self.beside("decisions.tsv"),
            completely_read=frozenset(complete),
        )

    def strategy(self, entry: Entry) -> Strategy:
        ids = {other.text("id") for other in self.entries("strategy", _STRATEGY)}
        for older in entry.texts("replaces"):
            if older not in ids or older == entry.text("id"):
                entry.fail(f"replaces {older!r}, which is no strategy here", "use the id of a [[strategy]]")
        return Strategy(
            iri=self.address(entry, entry.text("id")),
            title=entry.text("title"),
            start=entry.date("start"),
            end=entry.date("end"),
            replaces=tuple(self.address(entry, older) for older in entry.texts("replaces")),
        )

    def document(self, entry: Entry, strategies: frozenset[Iri]) -> Document | None:
        try:
            raw = self.reading(entry)
        except DocumentError as error:
            if self.left_out is None:
                raise
            self.left_out(error)
            return None
        return Document(
            iri=self.address(entry, entry.text("id")),
            file_name=raw.file_name,
            title=entry.text("title"),
            text=raw.text,
            sha256=raw.sha256,
            publisher=entry.optional("publisher"),
            date=entry.date("date"),
            kind=entry.optional("kind") or "document",
            source=entry.optional("source"),
            terms=entry.optional("terms"),
            states=self.strategy_of(entry, "states", strategies),
            reports_on=self.strategy_of(entry, "reports_on", strategies),
            blocks=raw.blocks,
            pages=raw.pages,
        )

    def reading(self, entry: Entry) -> Reading:
        file = self.folder / entry.text("file")
        if "\0" in str(file):
            entry.fail("has a file with a NUL in its name", "write its name")
        if not file.resolve().is_relative_to(self.folder.resolve()):
            entry.fail(f"has the file {entry.text('file')!r}, which lies outside the folder", "move it into the folder")
        raw = read_document(file)
        expected = entry.optional("sha256")
        if expected and expected.lower() != raw.sha256:
            entry.fail(
                f"has the checksum {expected}, but {raw.file_name} has {raw.sha256}",
                "restore the file, or write the new checksum if the change is meant",
            )
        return raw

    def strategy_of(self, entry: Entry, key: str, strategies: frozenset[Iri]) -> Iri | None:
        value = entry.optional(key)
        if value is None:
            return None
        address = self.address(entry, value)
        if address not in strategies:
            entry.fail(f"has {key} = {value!r}, which is no strategy here", "use the id of a [[strategy]]")
        return address

    def address(self, entry: Entry, *segments: str) -> Iri:
        for segment in (self.id, *segments):
            if segment in _TAKEN:
                entry.fail(f"has the id {segment!r}, which stands for something else", "use another word")
            if not _SEGMENT.fullmatch(segment):
                entry.fail(
                    f"has the id {segment!r}, which cannot stand in an address", "use letters, digits and hyphens"
                )
        try:
            return mint(self.base, self.id, *segments)
        except ValueError as error:
            entry.fail(f"has a base that is {error}", "write an address such as https://example.org/id/")

    def entries(self, key: str, allowed: frozenset[str]) -> list[Entry]:
        """The tables of one kind, at least one, each with an id of its own."""
        tables = self.top.keys.get(key, [])
        if not isinstance(tables, list) or not tables:
            self.top.fail(f"has no [[{key}]]", "add at least one")
        ids = [table.get("id") if isinstance(table, dict) else None for table in tables]
        entries = [
            Entry.of(self.path, f"{key} {one!r}", table, allowed) for one, table in zip(ids, tables, strict=True)
        ]
        elsewhere = {
            other.get("id")
            for other in self.top.keys.get("strategy", ())
            if key != "strategy" and isinstance(other, dict)
        }
        for entry in entries:
            if ids.count(entry.text("id")) > 1 or entry.text("id") in elsewhere:
                entry.fail("has the same id as another", "give each its own")
        return entries

    def cues(self, name: str, allowed: frozenset[str]) -> dict[str, tuple[str, ...]]:
        entry = Entry.of(self.path, f"[{name}]", self.top.keys.get(name, {}), allowed)
        return {key: entry.texts(key) for key in sorted(allowed)}

    def beside(self, name: str) -> Path | None:
        path = self.folder / name
        return path if path.exists() else None


def _load(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        remedy = "put a manifest in the folder, or name the documents themselves"
        raise ManifestError(path, "there is no such file", remedy) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestError(path, f"is not TOML: {error}", "mend that line") from error
    except OSError as error:
        raise ManifestError(path, f"cannot be read ({error.strerror})", "check that you may read it") from error
