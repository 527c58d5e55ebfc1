"""A body's `decisions.tsv`: what was decided about links, one row each, and at its head by whom and how.

The file has SSSOM's columns, and its metadata in lines that begin with `#`
(https://mapping-commons.github.io/sssom/spec-formats-tsv/). A row says that a link is right, or, with `Not` as its
predicate modifier, that it is wrong. `sl:status` rows say what became of a pledge. Whoever decided, a person or a
program, `mapping_set_description` and `author_label` say: nothing here supposes that it was a person.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from graph.errors import ManifestError
from graph.identifiers import Iri, iri
from graph.model import DecisionSet
from graph.read.entries import is_date
from graph.values import Relation, Status
from graph.vocabulary import PREFIXES, SL, expand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.read.manifest import Sources

REQUIRED = ("subject_id", "predicate_id", "object_id")
COLUMNS = (
    *REQUIRED,
    "mapping_justification",
    "confidence",
    "predicate_modifier",
    "author_label",
    "mapping_date",
    "comment",
)
_RELATIONS = {relation.value: relation for relation in Relation}
_STATUSES = frozenset(SL + status for status in Status)


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: who decided what about which link, and why. `line` is where it stands in its file."""

    subject: Iri
    relation: Relation
    object: Iri
    accepted: bool
    confidence: float
    author: str
    date: str
    comment: str
    line: int

    @property
    def key(self) -> tuple[str, str, str]:
        """The same as the key of the link it is about."""
        return (self.subject, self.relation, self.object)


def decisions_of(sources: Sources) -> tuple[Decision, ...]:
    """What was decided on a body's links; nothing where it has no decisions.tsv. Raises as `read_decisions` does."""
    return read_decisions(sources.decisions_file, sources.body.base) if sources.decisions_file else ()


def set_of(sources: Sources) -> DecisionSet | None:
    """What a body's decisions.tsv says of itself; None where there is none. Raises as `read_decisions` does."""
    return described(_text(sources.decisions_file)) if sources.decisions_file else None


def described(text: str) -> DecisionSet:
    """The metadata at the head of a decisions file. A value may go on in further lines, set in by two spaces.

    >>> described("# mapping_set_title: Links of Wick\\n# mapping_set_description: Read by\\n#   two officers.")
    DecisionSet(title='Links of Wick', description='Read by two officers.', licence='')
    """
    said: dict[str, str] = {}
    key = ""
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        name, colon, value = line.removeprefix("#").removeprefix(" ").partition(":")
        if line.startswith("#   ") and key:
            said[key] += " " + line.removeprefix("#").strip()
        elif colon:
            key = name.strip()
            said[key] = value.strip()
    title, description, licence = (
        said.get(one, "").strip().strip("\"'").strip()
        for one in ("mapping_set_title", "mapping_set_description", "license")
    )
    return DecisionSet(title, description, licence)


def read_decisions(path: Path, base: str) -> tuple[Decision, ...]:
    """Read a decisions file; `id:` in it is the prefix of `base`.

    Raises ManifestError with the line where it is not what it should be.
    """
    lines = enumerate(_text(path).split("\n"), start=1)
    rows = [_Row(path, number, line) for number, line in lines if line and not line.startswith("#")]
    if not rows:
        return ()
    header = rows[0].cells()
    for column in REQUIRED:
        if column not in header:
            rows[0].fail(f"has no column {column}", "add it to the header")
    prefixes = {**PREFIXES, "id": base}
    return tuple(row.decision(header, prefixes) for row in rows[1:])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # which also makes every line end a line feed
    except UnicodeDecodeError as error:
        raise ManifestError(path, "is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise ManifestError(path, f"cannot be read ({error.strerror})", "check that you may read it") from error


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file, with its number for messages."""

    path: Path
    number: int
    line: str

    def fail(self, problem: str, remedy: str) -> NoReturn:
        raise ManifestError(self.path, f"line {self.number} {problem}", remedy)

    def cells(self) -> list[str]:
        try:
            return next(csv.reader(io.StringIO(self.line), delimiter="\t", strict=True), [])
        except csv.Error as error:
            self.fail(f"cannot be read ({error})", "mend its quotation marks")

    def decision(self, header: Sequence[str], prefixes: dict[str, str]) -> Decision:
        cells = self.cells()
        if len(cells) > len(header):
            self.fail("has more cells than the header", "remove the tab too many")
        named = dict(zip(header, cells, strict=False))
        for column in REQUIRED:
            if not named.get(column):
                self.fail(f"has no {column}", "fill in that cell")
        relation = self.relation(named["predicate_id"])
        return Decision(
            subject=self.address(named["subject_id"], prefixes),
            relation=relation,
            object=self.object(relation, self.address(named["object_id"], prefixes)),
            accepted=not self.modifier(relation, named.get("predicate_modifier", "")),
            confidence=self.confidence(named.get("confidence", "")),
            author=named.get("author_label", ""),
            date=self.date(named.get("mapping_date", "")),
            comment=named.get("comment", ""),
            line=self.number,
        )

    def relation(self, cell: str) -> Relation:
        if cell not in _RELATIONS:
            self.fail(f"has the predicate {cell!r}", f"use one of {', '.join(sorted(_RELATIONS))}")
        return _RELATIONS[cell]

    def address(self, cell: str, prefixes: dict[str, str]) -> Iri:
        try:
            return iri(expand(cell, prefixes))
        except ValueError as error:
            self.fail(f"has an address that is {error}", "mend that cell")

    def object(self, relation: Relation, address: Iri) -> Iri:
        if relation is Relation.STATUS and address not in _STATUSES:
            self.fail(f"has {address}, which is not a status", "use one of ontology/status.ttl")
        return address

    def modifier(self, relation: Relation, cell: str) -> str:
        if cell == "Not" and relation is Relation.STATUS:
            self.fail("says Not of a status", "write the status that is right instead")
        if cell not in ("", "Not"):
            self.fail(f"has the predicate modifier {cell!r}", "write Not or nothing")
        return cell

    def confidence(self, cell: str) -> float:
        try:
            value = float(cell or 1)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            self.fail(f"has the confidence {cell!r}", "write a number from 0 to 1")
        return value

    def date(self, cell: str) -> str:
        if cell and not is_date(cell):
            self.fail(f"has the date {cell!r}", "write it as 2024-03-05")
        return cell
