"""A body's `strategies.toml`: its strategies, its documents, and where their names and decisions are.

The keys are documented in `seeds/README.md`. Unknown keys are refused: a misspelt one would be lost silently.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import ManifestError
from graph.identifiers import DEFAULT_BASE, Iri, iri, mint, slug
from graph.model import Body, Document, Strategy
from graph.read.decode import RawText, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MANIFEST = "strategies.toml"

_TOP = frozenset({"body", "strategy", "document", "labels"})
_BODY = frozenset({"id", "name", "base"})
_STRATEGY = frozenset({"id", "title", "start", "end", "replaces"})
_DOCUMENT = frozenset(
    {"id", "file", "title", "publisher", "date", "kind", "states", "reports_on", "source", "terms", "sha256", "reading"}
)
_LABELS = frozenset({"pledges", "progress"})
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read of one body. `labels` are its own cue words, by what they mark."""

    body: Body
    strategies: tuple[Strategy, ...]
    documents: tuple[Document, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names_file: Path | None = None
    decisions_file: Path | None = None
    completely_read: frozenset[Iri] = frozenset()  # documents whose every link the decisions hold


def read_folder(folder: Path) -> Sources:
    """Read a folder that holds a manifest, and the documents that it lists.

    Raises ManifestError for what is wrong in the manifest, DocumentError for a document that cannot be read.
    """
    return _Manifest(folder).sources()


def read_bare_file(path: Path, base: str = DEFAULT_BASE) -> Sources:
    """Read one document that no manifest describes: it states a strategy's pledges and reports on them."""
    raw = read_text(path)
    name = path.stem.replace("_", " ").replace("-", " ").strip() or path.name
    identifier = slug(name) or "document"
    strategy = Strategy(mint(base, identifier, "strategy"), name)
    document = Document(
        iri=mint(base, identifier, "document"),
        file_name=raw.file_name,
        title=name,
        text=raw.text,
        sha256=raw.sha256,
        states=strategy.iri,
        reports_on=strategy.iri,
    )
    return Sources(Body(mint(base, identifier), name, base), (strategy,), (document,))


class _Manifest:
    """One manifest being read; keeps the path for its messages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / MANIFEST
        self.table = self._load()
        self.only(self.table, _TOP, "the manifest")
        body = self.only(self.table.get("body", {}), _BODY, "[body]")
        self.id = self.text(body, "id", "[body]")
        self.base = body.get("base", DEFAULT_BASE)
        if not self.base.endswith(("/", "#")):
            self.fail(f"base {self.base!r} does not end in / or #", "add the slash")
        self.body = Body(self.mint(), self.text(body, "name", "[body]"), self.base)

    def sources(self) -> Sources:
        strategies = [self.strategy(entry) for entry in self.entries("strategy")]
        self.distinct([strategy.iri for strategy in strategies], "strategy")
        known = {strategy.iri for strategy in strategies}
        for strategy in strategies:
            for older in set(strategy.replaces) - known:
                self.fail(f"strategy {strategy.title!r} replaces {older}, which is not listed", "add that strategy")
        documents = [self.document(entry, known) for entry in self.entries("document")]
        self.distinct([document.iri for document in documents], "document")
        complete = {self.mint(entry["id"]) for entry in self.entries("document") if entry.get("reading") == "complete"}
        labels = self.only(self.table.get("labels", {}), _LABELS, "[labels]")
        return Sources(
            self.body,
            tuple(strategies),
            tuple(documents),
            {key: tuple(words) for key, words in labels.items()},
            self.beside("names.ttl"),
            self.beside("decisions.tsv"),
            frozenset(complete),
        )

    def strategy(self, entry: dict[str, Any]) -> Strategy:
        where = f"strategy {entry.get('id')!r}"
        self.only(entry, _STRATEGY, where)
        return Strategy(
            iri=self.mint(self.text(entry, "id", where)),
            title=self.text(entry, "title", where),
            start=self.date(entry, "start", where),
            end=self.date(entry, "end", where),
            replaces=tuple(self.mint(older) for older in self.listed(entry, "replaces", where)),
        )

    def document(self, entry: dict[str, Any], strategies: set[Iri]) -> Document:
        where = f"document {entry.get('id')!r}"
        self.only(entry, _DOCUMENT, where)
        if entry.get("reading", "open") not in ("open", "complete"):
            self.fail(f"{where}: reading is {entry['reading']!r}", "write open or complete")
        raw = self.raw_text(entry, where)
        return Document(
            iri=self.mint(self.text(entry, "id", where)),
            file_name=raw.file_name,
            title=self.text(entry, "title", where),
            text=raw.text,
            sha256=raw.sha256,
            publisher=self.optional(entry, "publisher", where),
            date=self.date(entry, "date", where),
            kind=self.optional(entry, "kind", where) or "document",
            source=self.optional(entry, "source", where),
            terms=self.optional(entry, "terms", where),
            states=self.strategy_of(entry, "states", where, strategies),
            reports_on=self.strategy_of(entry, "reports_on", where, strategies),
        )

    def raw_text(self, entry: dict[str, Any], where: str) -> RawText:
        file = self.folder / self.text(entry, "file", where)
        if not file.resolve().is_relative_to(self.folder.resolve()):
            self.fail(f"{where}: file {entry['file']!r} lies outside the folder", "move it into the folder")
        raw = read_text(file)
        expected = self.optional(entry, "sha256", where)
        if expected and expected.lower() != raw.sha256:
            self.fail(
                f"{where}: the checksum of {raw.file_name} is {raw.sha256}, not {expected}",
                "restore the file, or write the new checksum if the change is meant",
            )
        return raw

    def strategy_of(self, entry: dict[str, Any], key: str, where: str, strategies: set[Iri]) -> Iri | None:
        value = self.optional(entry, key, where)
        if value is None:
            return None
        if self.mint(value) not in strategies:
            self.fail(f"{where}: {key} names {value!r}, which is no strategy here", "use the id of a [[strategy]]")
        return self.mint(value)

    # What TOML cannot check for itself.

    def _load(self) -> dict[str, Any]:
        try:
            with self.path.open("rb") as file:
                return tomllib.load(file)
        except FileNotFoundError:
            self.fail("there is no such file", "put a manifest in the folder, or name the documents themselves")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.fail(f"is not TOML: {error}", "mend that line")
        except OSError as error:
            self.fail(f"cannot be read ({error.strerror})", "check that you may read it")

    def fail(self, problem: str, remedy: str) -> Any:
        raise ManifestError(self.path, problem, remedy) from None

    def mint(self, *segments: str) -> Iri:
        for segment in (self.id, *segments):
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._~-]*", segment):
                self.fail(f"id {segment!r} cannot stand in an address", "use letters, digits, dots and hyphens")
        try:
            return mint(self.base, self.id, *segments)
        except ValueError as error:
            return self.fail(f"base {self.base!r} is {error}", "write an address such as https://example.org/id/")

    def beside(self, name: str) -> Path | None:
        path = self.folder / name
        return path if path.exists() else None

    def entries(self, key: str) -> list[dict[str, Any]]:
        entries = self.table.get(key, [])
        if not isinstance(entries, list) or not entries:
            self.fail(f"there is no [[{key}]]", f"add at least one [[{key}]]")
        return entries

    def only(self, entry: Any, allowed: frozenset[str], where: str) -> dict[str, Any]:
        if not isinstance(entry, dict):
            self.fail(f"{where} is not a table", "write it in square brackets")
        for key in entry:
            if key not in allowed:
                self.fail(f"{where} has an unknown key {key!r}", f"use one of {', '.join(sorted(allowed))}")
        return entry

    def text(self, entry: dict[str, Any], key: str, where: str) -> str:
        value = self.optional(entry, key, where)
        return value if value else self.fail(f"{where} has no {key}", "add it")

    def optional(self, entry: dict[str, Any], key: str, where: str) -> str | None:
        value = entry.get(key)
        if value is not None and not isinstance(value, str):
            self.fail(f"{where}: {key} is not text", "put it in quotation marks")
        return value

    def date(self, entry: dict[str, Any], key: str, where: str) -> str | None:
        value = self.optional(entry, key, where)
        if value is not None and not _DATE.fullmatch(value):
            self.fail(f"{where}: {key} is {value!r}", 'write a year, a month or a day, such as "2024" or "2024-03-05"')
        return value

    def listed(self, entry: dict[str, Any], key: str, where: str) -> Sequence[str]:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{where}: {key} is not a list of ids", 'write it as ["one", "two"]')
        return value

    def distinct(self, iris: Sequence[Iri], what: str) -> None:
        for one in iris:
            if iris.count(one) > 1:
                self.fail(f"two of [[{what}]] have the id {one.rsplit('/', 1)[-1]!r}", "give each its own")
