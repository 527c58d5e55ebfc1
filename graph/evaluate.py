"""How accurate the automatic links are, measured against people's decisions.

A link that the rules made is right where a person accepted it and wrong where one rejected it; a link that only
a person made is one that the rules missed. Of a document whose reading is complete, a link that nobody
accepted is wrong too. Links that nobody judged are counted apart, never as right.

A good list of names makes a good reader of owners. So that nobody mistakes the one for the other, the same can be
measured without the list: `graph.unlisted` then says which found name is which listed one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from graph.values import Review, Rule
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.errors import DocumentError
    from graph.model import Graph
    from graph.read.manifest import Sources
    from graph.store import Store

RELATIONS = ("evidencedBy", "ownedBy", "involves", "reports", "continues")
BANDS = ((0.9, 1.01), (0.7, 0.9), (0.5, 0.7), (0.0, 0.5))

_VERDICTS = ("right", "wrong", "missed", "unjudged")

_LINKS = """SELECT ?document ?relation ?confidence ?review ?rule ?complete WHERE {
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


@dataclass(frozen=True, slots=True)
class Judged:
    """An automatic link, or one that only a person made, as what people decided judges it."""

    relation: str
    confidence: float
    verdict: str


def evaluate(store: Store) -> dict[str, Any]:
    """`{"relations": [...], "judged", "status": {...}, "calibration": [...]}` of the store's automatic links.

    Raises QueryError where the store was built without decisions.
    """
    _check_decided(store)
    rows = list(store.select(_LINKS))
    decided = {
        (row["document"].value, row["relation"].value) for row in rows if local_name(row["review"].value) == "Accepted"
    }
    judged = [
        Judged(
            local_name(row["relation"].value),
            float(row["confidence"].value),
            _verdict(
                local_name(row["review"].value),
                by_person=local_name(row["rule"].value) == Rule.PERSON,
                completely="complete" in row and (row["document"].value, row["relation"].value) in decided,
            ),
        )
        for row in rows
    ]
    return _figures(judged, Counter(local_name(row["review"].value) for row in store.select(_STATUSES)))


def evaluate_without_names(store: Store) -> dict[str, Any]:
    """The same for the documents that a store was built from, read once more as if their bodies listed no names.

    Raises QueryError where the store does not say what it was built from, or where that has changed since, and
    DocumentError or ManifestError where it cannot be read any more.
    """
    _check_decided(store)
    return measure(_sources_again(store.record), without_names=True)


def measure(bodies: Iterable[Sources], *, without_names: bool = False) -> dict[str, Any]:
    """The figures of `evaluate` for bodies that no store holds, with their names or without.

    Without, a found owner or partner is right where one of its spellings is one of the listed name that people
    decided on.
    """
    from graph.assemble import assemble
    from graph.unlisted import reviewed_without_names

    judged: list[Judged] = []
    reviews: Counter[str] = Counter()
    for sources in bodies:
        graph = reviewed_without_names(sources) if without_names else assemble(sources)
        judged.extend(_judged(graph))
        reviews.update(one.review.value for one in graph.assessments if not one.decided)
    return _figures(judged, reviews)


def _judged(graph: Graph) -> Iterator[Judged]:
    home = {one.iri: one.quote.document for one in graph.commitments}
    home |= {one.iri: one.quote.document for one in graph.statements}
    links = [one for one in graph.links if one.subject in home]  # a count is said of a strategy, not of a pledge
    decided = {(home[one.subject], one.relation) for one in links if one.review is Review.ACCEPTED}
    for link in links:
        document = home[link.subject]
        completely = document in graph.completely_read and (document, link.relation) in decided
        verdict = _verdict(link.review, by_person=link.rule is Rule.PERSON, completely=completely)
        yield Judged(link.relation.removeprefix("sl:"), round(link.confidence, 2), verdict)


def _verdict(review: str, *, by_person: bool, completely: bool) -> str:
    """What a link is. A complete reading of a document only tells of the relations that it has decisions on."""
    if by_person:
        return "missed"
    if review == Review.ACCEPTED:
        return "right"
    return "wrong" if review == Review.REJECTED or completely else "unjudged"


def _figures(judged: Sequence[Judged], reviews: Mapping[str, int]) -> dict[str, Any]:
    counts = Counter((one.relation, one.verdict) for one in judged)
    relations = [Accuracy(one, *(counts[one, verdict] for verdict in _VERDICTS)) for one in RELATIONS]
    total = Accuracy("all", *(sum(getattr(one, key) for one in relations) for key in _VERDICTS))
    return {
        "relations": [one.record() for one in (*relations, total)],
        "judged": bool(total.right + total.wrong + total.missed),
        "status": _status(reviews),
        "calibration": list(_calibration(judged)),
    }


def _check_decided(store: Store) -> None:
    if not store.record["decisions_applied"]:
        raise QueryError(
            "The store was built with --ignore-decisions, so there is nothing to measure against; build again."
        )


def _sources_again(record: Mapping[str, Any]) -> Iterator[Sources]:
    """What a store was built from, read once more, one body at a time."""
    from graph.gather import gather

    paths = record.get("paths")
    if not paths:
        raise QueryError("The store does not say what it was built from; build it again with this version.")
    read: list[str] = []
    unread: list[DocumentError] = []
    for sources in gather([Path(one) for one in paths], unread.append):
        read.extend(one.sha256 for one in sources.documents)
        yield sources
    if sorted(read) != sorted(row["sha256"] for row in record["documents"]):
        for error in unread:
            if str(error) not in record.get("left_out", ()):
                raise error
        raise QueryError("The documents have changed since the store was built; build it again.")


def _status(reviews: Mapping[str, int]) -> dict[str, Any]:
    """How many automatic assessments of status a person agrees with."""
    right, wrong = reviews["Accepted"], reviews["Rejected"]
    return {
        "right": right,
        "wrong": wrong,
        "unjudged": reviews["Unreviewed"],
        "accuracy": _share(right, right + wrong),
    }


def _calibration(judged: Iterable[Judged]) -> Iterator[dict[str, Any]]:
    for low, high in BANDS:
        band = Counter(one.verdict for one in judged if low <= one.confidence < high)
        yield {
            "confidence": f"{low:.1f} and above" if high > 1 else f"{low:.1f} to {high:.1f}",
            "right": band["right"],
            "wrong": band["wrong"],
            "precision": _share(band["right"], band["right"] + band["wrong"]),
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
