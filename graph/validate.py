"""Checks over a finished store: the SHACL shapes, and every quote against its document's text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.ask.dataset import dataset
from graph.resources import SHAPES_FILE
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_QUOTES = """SELECT ?subject ?document ?start ?end ?exact ?text WHERE {
  ?subject oa:hasSource ?document ; sl:text ?text ; oa:hasSelector ?position, ?quote .
  ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact } ORDER BY ?document ?start ?subject"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: what kind, in a sentence, of what."""

    kind: str
    message: str
    subject: str


def validate(folder: Path) -> list[Finding]:
    """What is wrong with a store; an empty list where nothing is. Raises StoreError where it cannot be opened."""
    return [*_misquotes(folder), *_broken_shapes(folder)]


def _misquotes(folder: Path) -> Iterator[Finding]:
    store = open_store(folder)
    text_of = lru_cache(maxsize=1)(store.text_of)  # the rows come document by document
    for row in store.select(_QUOTES):
        document, exact = row["document"].value, row["exact"].value
        start, end = int(row["start"].value), int(row["end"].value)
        if not exact == row["text"].value == (text_of(document) or "")[start:end]:
            message = f"the quote is not what stands in {document} at characters {start} to {end}"
            yield Finding("quote", message, row["subject"].value)


def _broken_shapes(folder: Path) -> Iterator[Finding]:
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    data = rdflib.Graph()
    for quad in dataset(open_store(folder).graph).quads():
        data.add(quad[:3])
    conforms, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES_FILE), advanced=True)
    if conforms:
        return
    results = report.subjects(SH.resultMessage)
    found = {
        (
            str(report.value(result, SH.resultMessage)),
            str(report.value(result, SH.value) or ""),
            str(report.value(result, SH.focusNode)),
        )
        for result in results
    }
    for message, value, focus in sorted(found):
        yield Finding("shape", message, value or focus)
