"""The results that a statement reports: the clauses that say what came of the work, and who vouches for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.cues import cues, table
from graph.extract.sentences import sentences
from graph.values import Attestation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Mention

# Where a clause ends: at "and" before a new subject with its own verb, or at a semicolon or dash.
_CLAUSE = re.compile(
    r"(?<![\s,]),?\s+and\s+(?=(?:[\w’'-]+\s+){0,6}(?:has|have|is|are|was|were|meets?|continues?)\b)|;\s+|(?<!\s)\s+[–—-]\s+|,\s+but\s+"
)


@dataclass(frozen=True, slots=True)
class Result:
    """A clause of a text, by offsets within it, that reports a result."""

    start: int
    end: int
    attestation: Attestation
    attested_by: Iri | None


def results(text: str, names: Names) -> list[Result]:
    """The clauses of a text that report results.

    A result that the sentence credits to an inspector is a third party's word, any other the body's own.
    """
    return [
        _result(text, start, end, names)
        for start, end in _clauses(text)
        if any(cue.find(text[start:end]) for cue in cues("outcomes"))
    ]


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        position = start
        for match in _CLAUSE.finditer(text, start, end):
            yield position, match.start()
            position = match.end()
        yield position, end


def _result(text: str, start: int, end: int, names: Names) -> Result:
    clause = text[start:end]
    inspectors = (one for one in names.mentions(clause) if names.by_iri[one.name].inspects)
    witness = next((one.name for one in inspectors if _attests(clause, one)), None)
    return Result(start, end, Attestation.THIRD_PARTY if witness else Attestation.SELF_REPORTED, witness)


def _attests(clause: str, inspector: Mention) -> bool:
    """Whether a clause gives a result as the word of an inspector that it names."""
    cue = table("outcomes")["attestation"]
    before = re.search(cue["before"], clause[: inspector.start], re.IGNORECASE)
    return bool(before or re.search(cue["after"], clause[inspector.end :], re.IGNORECASE))
