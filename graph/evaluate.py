"""How accurate the automatic links are, measured against people's decisions.

A link that the rules made is right where a person accepted it and wrong where one rejected it; a link that only
a person made is one that the rules missed. Of a document whose reading is complete, a link that nobody
accepted is wrong too. Links that nobody judged are counted apart, never as right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store

RELATIONS = ("evidencedBy", "ownedBy", "involves", "reports")
BANDS = ((0.9, 1.01), (0.7, 0.9), (0.5, 0.7), (0.0, 0.5))

_DECIDED = "SELECT DISTINCT ?relation WHERE { ?link sl:relation ?relation ; sl:reviewState sl:Accepted }"
_LINKS = """SELECT ?relation ?confidence ?review ?rule ?complete WHERE {
  ?link a sl:Link ; sl:relation ?relation ; sl:confidence ?confidence ; sl:reviewState ?review ; sl:rule ?rule ;
    sl:subject/oa:hasSource ?document .
  OPTIONAL { ?document sl:completelyRead ?complete } }"""
_STATUSES = """SELECT ?review WHERE { GRAPH ?graph { ?assessment a sl:Assessment ; sl:reviewState ?review .
  FILTER NOT EXISTS { ?assessment sl:rule sl:PersonDecided } } }"""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Counts of right, wrong, missed and unjudged automatic links of one relation."""

    relation: str
    right: int
    wrong: int
    missed: int
    unjudged: int = 0

    @property
    def precision(self) -> float | None:
        """Of what the rules claim, the share that is right; None where nothing was judged."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Of what is right, the share that the rules found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def record(self) -> dict[str, Any]:
        """As a row."""
        return {
            "relation": self.relation,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "right": self.right,
            "wrong": self.wrong,
            "missed": self.missed,
            "unjudged": self.unjudged,
        }


def evaluate(store: Store) -> dict[str, Any]:
    """`{"relations": [...], "judged", "status": {...}, "calibration": [...]}` of the store's automatic links.

    Raises QueryError where the store was built without decisions.
    """
    if not store.record["decisions_applied"]:
        raise QueryError(
            "The store was built with --ignore-decisions, so there is nothing to measure against; build again."
        )
    decided = {row["relation"].value for row in store.select(_DECIDED)}
    judged = [
        (local_name(row["relation"].value), float(row["confidence"].value), _verdict(row, decided))
        for row in store.select(_LINKS)
    ]
    counts = Counter((relation, verdict) for relation, _, verdict in judged)
    relations = [
        Accuracy(one, *(counts[one, verdict] for verdict in ("right", "wrong", "missed", "unjudged")))
        for one in RELATIONS
    ]
    total = Accuracy(
        "all",
        *(sum(getattr(one, key) for one in relations) for key in ("right", "wrong", "missed", "unjudged")),
    )
    return {
        "relations": [one.record() for one in (*relations, total)],
        "judged": bool(total.right + total.wrong + total.missed),
        "status": _status(store),
        "calibration": list(_calibration(judged)),
    }


def _verdict(row: dict[str, Any], decided: set[str]) -> str:
    """A complete reading only tells of the relations that it has decisions on."""
    review, by_person = local_name(row["review"].value), local_name(row["rule"].value) == "PersonDecided"
    if by_person:
        return "missed"
    if review == "Accepted":
        return "right"
    completely = "complete" in row and row["relation"].value in decided
    return "wrong" if review == "Rejected" or completely else "unjudged"


def _status(store: Store) -> dict[str, Any]:
    """How many automatic assessments of status a person agrees with."""
    reviews = Counter(local_name(row["review"].value) for row in store.select(_STATUSES))
    right, wrong = reviews["Accepted"], reviews["Rejected"]
    return {
        "right": right,
        "wrong": wrong,
        "unjudged": reviews["Unreviewed"],
        "accuracy": _share(right, right + wrong),
    }


def _calibration(judged: Iterable[tuple[str, float, str]]) -> Iterator[dict[str, Any]]:
    for low, high in BANDS:
        band = Counter(verdict for _, confidence, verdict in judged if low <= confidence < high)
        yield {
            "confidence": f"{low:.1f} and above" if high > 1 else f"{low:.1f} to {high:.1f}",
            "right": band["right"],
            "wrong": band["wrong"],
            "precision": _share(band["right"], band["right"] + band["wrong"]),
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
