"""Finding pledges by words that need not be their own: stems, other names, everyday synonyms, typos.

The index is a SQLite FTS5 table with one row for each commitment, holding stems. A question's score is the
share of its words, weighted by rarity, that a pledge answers; words met only in its theme, its owners' names
or its evidence count less than those in the pledge itself.
"""

from __future__ import annotations

import json
import math
import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.extract.cues import table
from graph.identifiers import Iri
from graph.link.words import stems
from graph.store import opened_for_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FITS = 0.48  # from this score on a pledge is an answer; below it, only the nearest there is

_FIELDS = ("text", "theme", "names", "evidence")
_FIELD_WEIGHT = {"text": 1.0, "theme": 0.7, "names": 0.8, "evidence": 0.6}
_NEAREST_BY_RANK = """SELECT commitment, text, theme, names, evidence FROM pledges WHERE pledges MATCH ?
  ORDER BY bm25(pledges, 0, 10, 3, 4, 2), rowid LIMIT ?"""
_CANDIDATES = 200
_EXACT, _SYNONYM, _TYPO = 1.0, 0.85, 0.75
_INDIRECT = 0.7  # of its weight, for a word that only other words answer
_SHORTEST_TYPO = 4  # letters: shorter words look like too many others
_NEAREST_TYPO = 75  # of 100, by rapidfuzz's ratio
_LOOK_ALIKES, _LOOK_ALIKE_CEILING = (
    5000,
    0.2,
)  # how many pledges are looked at letter by letter, and the most they can score
_BREVITY = 0.1  # of the score goes to pledges that say little else


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one commitment; each field is plain text."""

    commitment: Iri
    text: str
    theme: str
    names: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A commitment and how well it fits, from 0 to 1."""

    commitment: Iri
    score: float


def write_index(path: Path, entries: Iterable[Entry]) -> None:
    """Write a new index file. Raises sqlite3.Error where the disk does not take it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE VIRTUAL TABLE pledges USING fts5(commitment UNINDEXED, text, theme, names, evidence,"
            " tokenize = 'unicode61 remove_diacritics 0')"
        )
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(pledges, row)")
        rows = ((entry.commitment, *(" ".join(stems(getattr(entry, field))) for field in _FIELDS)) for entry in entries)
        connection.executemany("INSERT INTO pledges VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO pledges(pledges) VALUES ('optimize')")


def find(path: Path, question: str, limit: int) -> list[Hit]:
    """The pledges nearest to a question, the best first; all those below `FITS` are guesses.

    Raises sqlite3.Error where the index is damaged.
    """
    with opened_for_reading(path) as connection:
        terms = _terms(connection, [stem for stem in stems(question) if stem not in _question_words()])
        found = [_score(row, terms) for row in _candidates(connection, terms)] if terms else []
        hits = found or _look_alikes(connection, " ".join(stems(question)))
    return sorted(hits, key=lambda hit: (-hit.score, hit.commitment))[:limit]


@dataclass(frozen=True, slots=True)
class _Term:
    """One word of a question: how much it weighs, and the stems that answer it, each with how surely."""

    weight: float
    answers: Mapping[str, float]


def _terms(connection: sqlite3.Connection, words: Sequence[str]) -> list[_Term]:
    """The words of a question in turn. One that no pledge holds in any form weighs as much as the rarest."""
    total = connection.execute("SELECT count(*) FROM pledges").fetchone()[0]
    found = []
    for word in dict.fromkeys(words):
        answers = dict.fromkeys(sorted(_synonyms().get(word, ())), _SYNONYM) | {word: _EXACT}
        counts = _counts(connection, answers)
        if not counts and len(word) >= _SHORTEST_TYPO:
            answers = dict.fromkeys(_nearest(connection, word), _TYPO)
            counts = _counts(connection, answers)
        common = counts.get(word) or max(counts.values(), default=1)
        indirect = _INDIRECT if counts and word not in counts else 1.0
        weight = indirect * math.log(1 + total / common)
        found.append(_Term(weight, {one: sure for one, sure in answers.items() if one in counts}))
    return found if any(term.answers for term in found) else []


def _counts(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, int]:
    rows = connection.execute(
        "SELECT term, doc FROM words WHERE term IN (SELECT value FROM json_each(?))", (json.dumps(sorted(words)),)
    )
    return dict(rows.fetchall())


def _nearest(connection: sqlite3.Connection, word: str) -> list[str]:
    from rapidfuzz import fuzz, process

    known = [row[0] for row in connection.execute("SELECT term FROM words ORDER BY term")]
    return [near for near, _, _ in process.extract(word, known, scorer=fuzz.ratio, limit=3, score_cutoff=_NEAREST_TYPO)]


def _candidates(connection: sqlite3.Connection, terms: Sequence[_Term]) -> list[tuple[str, ...]]:
    words = sorted({word for term in terms for word in term.answers})
    query = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
    return connection.execute(_NEAREST_BY_RANK, (query, _CANDIDATES)).fetchall()


def _look_alikes(connection: sqlite3.Connection, question: str) -> list[Hit]:
    """Where no word is shared at all: the pledges that look most alike letter by letter, none of them a fit."""
    from rapidfuzz import fuzz, process

    rows = dict(connection.execute("SELECT commitment, text FROM pledges ORDER BY rowid LIMIT ?", (_LOOK_ALIKES,)))
    nearest = process.extract(question, rows, scorer=fuzz.partial_token_sort_ratio, limit=3)
    return [
        Hit(Iri(commitment), round(ratio / 100 * _LOOK_ALIKE_CEILING, 3)) for _, ratio, commitment in nearest if ratio
    ]


def _score(row: Sequence[str], terms: Sequence[_Term]) -> Hit:
    fields = {field: set(stemmed.split()) for field, stemmed in zip(_FIELDS, row[1:], strict=True)}
    gained = sum(term.weight * _answered(term, fields) for term in terms)
    coverage = gained / sum(term.weight for term in terms)
    own = fields["text"]
    used = sum(any(word in own for word in term.answers) for term in terms)
    brevity = used / max(len(own), len(terms), 1)
    return Hit(Iri(row[0]), round(coverage * (1 - _BREVITY + _BREVITY * brevity), 3))


def _answered(term: _Term, fields: Mapping[str, set[str]]) -> float:
    return max(
        (
            sure * _FIELD_WEIGHT[field]
            for word, sure in term.answers.items()
            for field, held in fields.items()
            if word in held
        ),
        default=0.0,
    )


def language() -> dict[str, list[Any]]:
    """What a search elsewhere, in a browser, should know of the language to find the same.

    `common` are words that say nothing by themselves, in order; `groups` are groups of stems with nearly one meaning.
    """
    common = {*table("words")["stop"], *_language()["question"]}
    groups = [sorted({stem for word in group for stem in stems(word)}) for group in _language()["groups"]]
    return {"common": sorted(common), "groups": groups}


@cache
def _language() -> Mapping[str, list[Any]]:
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _question_words() -> frozenset[str]:
    return frozenset(stem for word in _language()["question"] for stem in stems(word))


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _language()["groups"]:
        members = frozenset(stem for word in group for stem in stems(word))
        for stem in members:
            found[stem] = found.get(stem, frozenset()) | (members - {stem})
    return found
