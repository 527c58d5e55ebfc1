"""Labelled fields within a text: "Open a hub. Owner: Estates. Status: Amber.", or a line of them below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.items import span_of
from graph.extract.marks.status_words import meaning
from graph.extract.sentences import sentences
from graph.extract.tables.columns import Column, Heading, role_of
from graph.extract.tables.reported import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known

_FIELD = re.compile(
    r"(?:^|(?<=[.;|)\n])\s*+|(?<=\s[–—-])\s++|(?<=\s\s)(?=\S)|\()(?P<label>[A-Z][\w/’'-]*(?:,? [\w/’'&-]+){0,3})\s?"
    r"(?::|\s[–—](?=\s)|\s{2,}+(?=[A-Z\d]))\s*+"
)
#: Where a line ends that the next one does not carry on.
LINE_END = re.compile(r"(?<![,:])\s*\n\s*(?=[^\sa-z])")
# Brackets close a name, and so does a dash before words: "Lead: Estates) Two are open", "Lead: Works – 2 were sold".
_ENDS = re.compile(r"[)\]]\s*|\s[–—-]\s+(?=\d|[A-Z]?[\w’']*\s[a-z]+\s)")
_BRIEF = (Column.OWNER, Column.PARTNER, Column.TIMESCALE)
_FIELDS = (
    *(Column.STATUS, Column.PROGRESS, Column.RESPONSE, Column.REMARK),
    *(Column.OWNER, Column.PARTNER, Column.TIMESCALE, Column.MEASURE),
)


def fields_of(block: Block | Span, known: Known) -> list[tuple[Span, Field]]:
    """The labelled fields of a text ("Owner: Estates. Status: Amber."), each with its label, in their order."""
    found = [
        match
        for match in _FIELD.finditer(block.text)
        if role_of(match["label"], known) in _FIELDS and not meaning(match["label"], known)
    ]
    ends = [*(match.start() for match in found[1:]), *[len(block.text)] * bool(found)]
    return [
        (
            span_of(block, match.start("label"), match.end()),
            Field(Heading(match["label"], _role(match["label"], known)), span_of(block, match.end(), end)),
        )
        for match, end in zip(found, _by_lines(block.text, found, ends), strict=True)
    ]


def with_report(fields: Iterable[Field]) -> tuple[tuple[Field, ...], Span | None]:
    """The fields of a text, and its report: that of a field, or else what follows the last name or time.

    "Lead: Estates. Two sites have been found." has such a report, "Measure: Two sites. Both open." has none.
    """
    found = tuple(fields)
    report = next((one.span for one in found if one.role is Column.PROGRESS and one.span.text), None)
    if report or not found or found[-1].role not in _BRIEF:
        return found, report
    last = found[-1]
    stops = (stop for _, stop in sentences(last.span.text) if not last.span.text[:stop].endswith(";"))
    end = next(stops, len(last.span.text))
    ends = (one for one in _ENDS.finditer(last.span.text, 0, end) if "(" not in last.span.text[: one.start()])
    first = next(ends, None)
    end, start = (first.start(), first.end()) if first else (end, end)
    rest = span_of(last.span, start)
    if not any(map(str.isalnum, rest.text)):
        return found, None
    return (*found[:-1], Field(last.heading, span_of(last.span, 0, end))), rest


def _by_lines(text: str, found: Sequence[re.Match[str]], ends: list[int]) -> list[int]:
    """Where fields end, the last one with its line if each of several has a line of its own: a report may follow."""
    own = len(found) > 1 and all("\n" in text[one.end() : end] for one, end in zip(found[:-1], ends, strict=False))
    line = LINE_END.search(text, found[-1].end()) if own else None
    return [*ends[:-1], line.start()] if line else ends


def without_label(span: Span, known: Known) -> Span:
    """A pledge without the label that says that it is one: "Commitment: Open a hub"."""
    match = _FIELD.match(span.text)
    labelled = match and role_of(match["label"], known) is Column.PLEDGE and not any(map(str.isdigit, match["label"]))
    return span_of(span, match.end()) if match and labelled and span.text[match.end() :].strip() else span


def _role(label: str, known: Known) -> Column:
    """What a label says; beside a status a comment is a report."""
    role = role_of(label, known)
    return Column.PROGRESS if role is Column.REMARK else role
