"""A first manifest for a folder of documents: what their titles and layouts suggest, for a person to correct."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from graph.errors import DocumentError, ManifestError
from graph.extract.known import Known
from graph.extract.outline import outline
from graph.extract.titles import OPENING, date_of, kind_of, opening_title, period_of, without_period
from graph.identifiers import mint, slug
from graph.link.copies import is_copy, runs_of
from graph.link.likely import likely_report_of
from graph.link.titled import bear_one_title
from graph.model import Document
from graph.read.files import read_document
from graph.read.folder import files_in, is_document
from graph.read.formats import ENDINGS
from graph.read.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.link.copies import Runs

_ALIKE = 85  # of 100: titles of two editions of one strategy
_BEST_FIRST = ".docx .html .htm .md .xlsx .csv .tsv .pdf .txt"  # how much formats tell of a document, the best first
_HEAD = """\
# What there is to read about {name}. Every line was drafted from the documents: correct what is wrong.
# The keys are explained in seeds/README.md of Strategy Links.

[body]
id = {id}            # stands in every address: choose it once and keep it
name = {name_text}
"""
_TAIL = """
# Words of your own for labels, columns and statuses, beside those that are known:
# [labels]
# pledges = ["What we set out to do"]
# progress = ["Where we have got to"]
# [columns]
# owner = ["Accountable officer"]
# [statuses]
# InProgress = ["Gathering pace"]
"""


@dataclass(slots=True)
class _Draft:
    """One document as it will stand in the manifest."""

    id: str
    path: Path
    document: Document
    title: str
    date: str | None
    date_of_title: bool
    kind: str
    states: str | None = None
    reports_on: str | None = None


def draft(folder: Path, left_out: Callable[[DocumentError], None]) -> str:
    """The text of a `strategies.toml` for a folder. Raises ManifestError where there is one, or nothing to read."""
    if not folder.is_dir():
        raise ManifestError(folder, "there is no such folder", "name the folder that holds your documents")
    if (folder / MANIFEST).exists():
        raise ManifestError(folder / MANIFEST, "is there already", "edit it, or move it away first")
    found = list(_drafts(folder, left_out))
    drafts, copies = _without_copies(found)
    if not drafts:
        raise ManifestError(
            folder, "holds no document that can be read", f"put some in it ({', '.join(sorted(ENDINGS))})"
        )
    name = folder.resolve().name
    _relate(drafts, _plain_name(name))
    head = _HEAD.format(name=_line(name), id=_text(slug(name) or "body"), name_text=_text(_plain_name(name)))
    plans = [one for one in drafts if one.states]
    notes = [f"# {_line(copy.path.as_posix())} says the same as {_line(one.path.as_posix())}." for copy, one in copies]
    return "\n".join((head, *_strategies(plans, _plain_name(name)), *map(_entry, drafts), *notes)) + _TAIL


def _drafts(folder: Path, left_out: Callable[[DocumentError], None]) -> Iterator[_Draft]:
    taken: set[str] = set()
    for path in filter(is_document, files_in(folder, below=True)):
        try:
            yield _draft(path, folder, taken)
        except DocumentError as error:
            left_out(error)


def _draft(path: Path, folder: Path, taken: set[str]) -> _Draft:
    reading = read_document(path)
    title = " ".join(reading.title.split()) or opening_title(reading.text) or _plain_name(path.stem)
    inside = path.relative_to(folder).with_suffix("")
    wanted = next(one for one in (slug(path.stem), slug(" ".join(inside.parts)), "document") if one)
    identifier = next(one for one in _numbered(wanted) if one not in taken)
    taken.add(identifier)
    named = (title, _plain_name(path.stem))
    date = date_of(iter((*named, reading.text[:OPENING])))
    document = Document(
        iri=mint("https://example.org/", identifier),
        file_name=path.name,
        title=title,
        text=reading.text,
        sha256=reading.sha256,
        date=date,
        states=mint("https://example.org/", identifier, "strategy"),
        blocks=reading.blocks,
        pages=reading.pages,
    )
    kind = kind_of(f"{title} {path.stem}")
    return _Draft(identifier, path.relative_to(folder), document, title, date, date == date_of(iter(named)), kind)


def _without_copies(drafts: Sequence[_Draft]) -> tuple[list[_Draft], list[tuple[_Draft, _Draft]]]:
    """The documents without those that say the same as one in a better format, and each of these with that one."""
    kept: list[tuple[_Draft, Runs]] = []
    copies: list[tuple[_Draft, _Draft]] = []
    for one in sorted(drafts, key=lambda one: (_BEST_FIRST.find(one.path.suffix.lower()[:4]), one.id)):
        runs = runs_of(one.document)
        other = next((first for first, said in kept if _is_copy(one, runs, first, said)), None)
        if other is None:
            kept.append((one, runs))
        else:
            copies.append((one, other))
    remaining = {one.id for one, _ in kept}
    return [one for one in drafts if one.id in remaining], copies


def _is_copy(one: _Draft, runs: Runs, other: _Draft, others: Runs) -> bool:
    """Whether two drafts are one document; with two dates they are two editions of it."""
    return is_copy(runs, others) and (one.date or other.date) == (other.date or one.date)


def _relate(drafts: Sequence[_Draft], body: str) -> None:
    """Say of each document of a body whether it states a strategy's pledges, reports on one, or both."""
    known = Known.of({})
    of_iri = {one.document.iri: one for one in drafts}
    for one in drafts:
        others = [
            other.document for other in drafts if other is not one and not (other.reports_on and not other.states)
        ]
        plan = likely_report_of(one.document, others, body) if one.kind != "plan" else None
        sections = outline(one.document, known)
        if plan:
            one.reports_on = _strategy_id(of_iri[plan])
            continue
        one.states = _strategy_id(one)
        if any(section.progress for section in sections):
            one.reports_on = one.states


def _strategies(plans: Sequence[_Draft], body: str) -> Iterator[str]:
    for one in plans:
        start, end = period_of(one.title)
        older = [other for other in plans if _precedes(other, one, body)]
        nearest = max(older, key=lambda other: (_since(other), other.id), default=None)
        yield "\n".join(
            (
                "[[strategy]]",
                f"id = {_text(_strategy_id(one))}",
                f"title = {_text(one.title)}",
                *_optional("start", start),
                *_optional("end", end),
                *([f"replaces = [{_text(_strategy_id(nearest))}]"] if nearest else []),
                "",
            )
        )


def _precedes(older: _Draft, newer: _Draft, body: str) -> bool:
    """Whether one looks like the edition of a strategy before another."""
    first, second = _since(older), _since(newer)
    if not (first and second and first < second):
        return False
    alike = fuzz.token_sort_ratio(without_period(older.title), without_period(newer.title)) >= _ALIKE
    return alike or bear_one_title(older.document, newer.document, body)


def _since(one: _Draft) -> str:
    """When a strategy starts or, where its title does not say, when its document was written."""
    return period_of(one.title)[0] or one.date or ""


def _entry(one: _Draft) -> str:
    return "\n".join(
        (
            "[[document]]",
            f"id = {_text(one.id)}",
            f"file = {_text(one.path.as_posix())}",
            f"title = {_text(one.title)}",
            *_optional(
                "date", one.date, "" if one.date_of_title else "the first that its text gives: is it this one's?"
            ),
            f"kind = {_text(one.kind)}",
            *_optional("states", one.states, "the strategy whose pledges it states"),
            *_optional("reports_on", one.reports_on, "the strategy that it reports on"),
            '# publisher = "Who published it"',
            '# source = "https://where.it.can.be/found"',
            "",
        )
    )


def _optional(key: str, value: str | None, comment: str = "") -> list[str]:
    if value is None:
        return []
    return [f"{key} = {_text(value)}" + (f"  # {comment}" if comment else "")]


def _strategy_id(one: _Draft) -> str:
    return f"{one.id}-strategy"


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10_000))


def _plain_name(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").split()) or name


def _line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are among TOML's, and what cannot be printed is left out."""
    return json.dumps(_line(value), ensure_ascii=False)
