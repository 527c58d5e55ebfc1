"""Commitments as records: the JSON of a commitment (docs/records.md), gathered from the store in few queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask import rows as ask
from graph.ask.reviewing import SEVERAL
from graph.ask.rows import grouped, in_place, quote, rows, upwards
from graph.ask.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graph.store import Queryable

    Quoted = Callable[[Mapping[str, str]], "Record"]

Record = dict[str, Any]

_RELATIONS = ("ownedBy", "evidencedBy", "involves")


def commitment_records(
    store: Queryable, commitments: Sequence[str] | None = None, quoted: Quoted = quote
) -> list[Record]:
    """The records of the commitments named, in that order; of all, where None is given.

    All stand by strategy, the newest first, and as the document has them. `quoted` makes each QUOTE of its row.
    """
    found = list(rows(store, ask.COMMITMENTS, commitments))
    gathered = _Gathered(store, commitments, {row["theme"] for row in found}, quoted)
    if commitments is None:
        found = ask.newest_first(found)
    else:
        order = {iri: number for number, iri in enumerate(commitments)}
        found.sort(key=lambda row: order[row["iri"]])
    return [gathered.record(row) for row in found]


def unanswered_statements(store: Queryable, quoted: Quoted = quote) -> list[Record]:
    """The progress statements that answer no pledge: `{"quote", "attestation", "outcomes"}`, in reading order."""
    outcomes = _outcomes(store, None)
    answering = {row["said"] for row in rows(store, ask.ANSWERS)}
    found = sorted((row for row in rows(store, ask.STATEMENTS) if row["iri"] not in answering), key=_in_place_once)
    return [
        {
            "quote": quoted(row),
            "attestation": v.local_name(row["attestation"]),
            "outcomes": outcomes.get(row["iri"], []),
        }
        for row in found
    ]


def _in_place_once(row: Mapping[str, str]) -> tuple[tuple[str, str, int], str]:
    return in_place(row), row["iri"]


class _Gathered:
    """All that the records of some commitments need, fetched once and looked up by address."""

    def __init__(
        self, store: Queryable, commitments: Sequence[str] | None, themes: Iterable[str], quoted: Quoted
    ) -> None:
        self.quoted = quoted
        self.links = grouped(rows(store, ask.LINKS, commitments))
        self.assessments = grouped(rows(store, ask.ASSESSMENTS, commitments))
        self.particulars = grouped(rows(store, ask.PARTICULARS, commitments))
        self.lineage = grouped(rows(store, ask.LINEAGE, commitments))
        wanted = None if commitments is None else sorted(self._statements_linked())
        self.said = {row["iri"]: row for row in rows(store, ask.STATEMENTS, wanted)}
        self.said |= {row["said"]: row for group in self.particulars.values() for row in group}
        self.outcomes = _outcomes(store, wanted)
        holders = None if commitments is None else {link["object"] for group in self.links.values() for link in group}
        self.names = Tree(upwards(store, ask.NAMES, holders))
        self.themes = Tree(upwards(store, ask.THEMES, None if commitments is None else themes))

    def _statements_linked(self) -> set[str]:
        links = [link for group in self.links.values() for link in group]
        return {link[end] for link in links for end in ("object", "statement") if end in link}

    def record(self, row: Mapping[str, str]) -> Record:
        """One record; the keys after `source` are newer than the others."""
        iri = row["iri"]
        links = sorted(
            self.links.get(iri, ()),
            key=lambda one: (-float(one["confidence"]), self.names.label(one["object"]), one["object"], one["link"]),
        )
        of = {relation: [one for one in links if v.local_name(one["relation"]) == relation] for relation in _RELATIONS}
        history = self.history(iri)
        return {
            "iri": iri,
            "text": row["text"],
            "strategy": {
                "iri": row["strategy"],
                "title": row["title"],
                "start": row.get("from"),
                "end": row.get("to"),
            },
            "theme": [*reversed(self.themes.above(row["theme"])), self.themes.label(row["theme"])],
            "status": _status(v.local_name(row["status"]), history),
            "owners": [self.owner(claims) for claims in _by_object(of["ownedBy"])],
            "evidence": [self.evidence(link) for link in self.in_reading_order(of["evidencedBy"])],
            "partners": [{"iri": iri, "name": self.names.label(iri)} for iri in _objects(of["involves"])],
            "outcomes": self.outcomes_of(of["evidencedBy"]),
            "lineage": self.relatives(iri),
            "source": self.quoted(row),
            "reference": row.get("reference"),
            "strength": v.local_name(row["strength"]) if "strength" in row else None,
            "timescale": self.beside(iri, "Timescale"),
            "measure": self.beside(iri, "Measure"),
            "history": history,
        }

    def history(self, commitment: str) -> list[Record]:
        """The status as of each document that reports on it, oldest first, as `graph.assessments` orders them."""
        assessed = [
            {
                "status": v.local_name(one["status"]),
                "as_of": one.get("asOf"),
                "stated": one.get("stated"),
                "document": one.get("document"),
                "confidence": float(one["confidence"]),
                "review": v.local_name(one["review"]).lower(),
                "reviewed_by": _deciders(one),
            }
            for one in self.assessments.get(commitment, ())
        ]
        return sorted(
            assessed,
            key=lambda one: (
                one["as_of"] or "",
                one["document"] or "",
                one["status"],
                one["stated"] or "",
                one["review"],
            ),
        )

    def owner(self, claims: Sequence[Mapping[str, str]]) -> Record:
        """An owner by all the claims that name it, the surest first."""
        surest, iri = claims[0], claims[0]["object"]
        said = dict.fromkeys(link.get("statement", "") for link in claims)
        return {
            "iri": iri,
            "name": self.names.label(iri),
            "part_of": self.names.above(iri),
            "scope": v.local_name(surest["scope"]),
            "confidence": float(surest["confidence"]),
            "justification": "semapv:" + v.local_name(surest["justification"]),
            "review": v.local_name(surest["review"]).lower(),
            "evidence": [self.quoted(self.said[one]) for one in said if one in self.said],
            "kind": self.names.kind(iri),
            "chain": [
                {"part": part, "whole": whole, "name": self.names.label(whole), "kind": self.names.kind(whole)}
                for part, whole in self.names.steps(iri)
            ],
            "reviewed_by": _deciders(surest),
        }

    def evidence(self, link: Mapping[str, str]) -> Record:
        said = self.said[link["object"]]
        return self.quoted(said) | {
            "scope": v.local_name(link["scope"]),
            "confidence": float(link["confidence"]),
            "review": v.local_name(link["review"]).lower(),
            "attestation": v.local_name(said["attestation"]),
            "reviewed_by": _deciders(link),
        }

    def in_reading_order(self, links: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
        return sorted(links, key=lambda one: in_place(self.said[one["object"]]))

    def outcomes_of(self, evidence: Iterable[Mapping[str, str]]) -> list[Record]:
        """The outcomes of the statements that are about this pledge alone; a blanket's belong to no one pledge."""
        own = [link for link in evidence if v.local_name(link["scope"]) in ("direct", "exception")]
        return [outcome for link in self.in_reading_order(own) for outcome in self.outcomes.get(link["object"], ())]

    def relatives(self, commitment: str) -> list[Record]:
        """The older pledges that it continues, then the newer ones that continue it, each once by its surest link."""
        found: dict[tuple[str, str], Record] = {}
        surest_first = sorted(
            self.lineage.get(commitment, ()), key=lambda one: (-float(one["confidence"]), one["link"])
        )
        for row in sorted(surest_first, key=lambda one: one["relation"], reverse=True):
            relative = {
                "relation": row["relation"],
                "iri": row["other"],
                "text": row["text"],
                "strategy": row["title"],
                "confidence": float(row["confidence"]),
            }
            found.setdefault((row["relation"], row["other"]), relative)
        return list(found.values())

    def beside(self, commitment: str, role: str) -> str | None:
        """What the document says beside a pledge in one role, verbatim; semicolons part several such places."""
        here = [one for one in self.particulars.get(commitment, ()) if v.local_name(one["role"]) == role]
        return "; ".join(one["text"] for one in sorted(here, key=in_place)) or None


def _deciders(row: Mapping[str, str]) -> list[str]:
    """Who decided about a link or an assessment, as the file of the decisions calls them."""
    return [part for part in row.get("by", "").split(SEVERAL) if part]


def _status(value: str, history: Sequence[Record]) -> Record:
    latest = next((one for one in reversed(history) if one["status"] == value), None)
    return {
        "value": value,
        "as_of": latest["as_of"] if latest else None,
        "stated": latest["stated"] if latest else None,
        "confidence": latest["confidence"] if latest else 1.0,
    }


def _by_object(links: Iterable[Mapping[str, str]]) -> Iterable[list[Mapping[str, str]]]:
    """Links in the order given, those with one object together."""
    found: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for link in links:
        found[link["object"]].append(link)
    return found.values()


def _objects(links: Iterable[Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(link["object"] for link in links))


def _outcomes(store: Queryable, statements: Sequence[str] | None) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for row in sorted(rows(store, ask.OUTCOMES, statements), key=lambda row: (row["outcome"], row.get("by", ""))):
        found[row["iri"]].append({"iri": row["outcome"], "text": row["text"], "attested_by": row.get("by")})
    return found
