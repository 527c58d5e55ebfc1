"""Commitments as records: the JSON of a commitment (docs/records.md), gathered from the store in few queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Store

Record = dict[str, Any]

_QUOTE = """
  ?iri sl:text ?text ; sl:line ?line ; oa:hasSource/sl:fileName ?document ; oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end .
  OPTIONAL { ?iri sl:page ?page }
"""
_COMMITMENTS = f"""SELECT * WHERE {{ %s
  ?iri a sl:Commitment ; sl:statedIn ?strategy ; sl:theme ?theme ; sl:position ?position ; sl:status ?status .
  ?strategy dcterms:title ?title .
  OPTIONAL {{ ?strategy schema:startDate ?from }} OPTIONAL {{ ?strategy schema:endDate ?to }}
  {_QUOTE} }}"""
_ASSESSMENTS = """SELECT * WHERE { %s
  GRAPH ?graph {
    ?assessment sl:assesses ?iri ; sl:status ?status ; sl:confidence ?confidence .
    OPTIONAL { ?assessment sl:asOf ?asOf } OPTIONAL { ?assessment sl:statedStatus ?stated }
    FILTER NOT EXISTS { ?assessment sl:reviewState sl:Rejected } } }"""
_LINKS = """SELECT * WHERE { %s
  ?link sl:subject ?iri ; sl:relation ?relation ; sl:object ?object ; sl:scope ?scope ; sl:confidence ?confidence ;
    sl:justification ?justification ; sl:reviewState ?review .
  FILTER (?review != sl:Rejected && ?relation IN (sl:evidencedBy, sl:ownedBy, sl:involves))
  OPTIONAL { ?link prov:wasDerivedFrom ?statement } }"""
_STATEMENTS = f"SELECT * WHERE {{ %s ?iri a sl:ProgressStatement ; sl:attestation ?attestation . {_QUOTE} }}"
_OUTCOMES = """SELECT * WHERE { %s ?iri sl:reports ?outcome . ?outcome sl:text ?text .
  OPTIONAL { ?outcome sl:attestedBy/skos:prefLabel ?by } }"""
_NAMES = """SELECT ?iri ?label ?parent WHERE { VALUES ?class { sl:Programme org:Organization }
  ?iri a ?class ; skos:prefLabel ?label . OPTIONAL { ?iri dcterms:isPartOf ?parent } }"""
_THEMES = """SELECT ?iri ?label ?broader WHERE {
  ?iri a sl:Theme ; skos:prefLabel ?label . OPTIONAL { ?iri skos:broader ?broader } }"""


def commitment_records(store: Store, commitments: Sequence[str] | None = None) -> list[Record]:
    """The records of the commitments named, in that order; of all, by strategy and position, where None is given."""
    rows = list(_rows(store, _COMMITMENTS, commitments))
    gathered = _Gathered(store, commitments)
    if commitments is None:
        rows.sort(key=lambda row: (row["title"], row["document"], int(row["position"])))
    else:
        order = {iri: number for number, iri in enumerate(commitments)}
        rows.sort(key=lambda row: order[row["iri"]])
    return [gathered.record(row) for row in rows]


def unanswered_statements(store: Store) -> list[Record]:
    """The progress statements that answer no pledge: `{"quote", "attestation", "outcomes"}`, in reading order."""
    outcomes = _outcomes(store, None)
    answering = {row["object"] for row in _rows(store, _LINKS, None) if v.local_name(row["relation"]) == "evidencedBy"}
    rows = [row for row in _rows(store, _STATEMENTS, None) if row["iri"] not in answering]
    rows.sort(key=lambda row: (row["document"], int(row["start"])))
    return [
        {
            "quote": _quote(row),
            "attestation": v.local_name(row["attestation"]),
            "outcomes": outcomes.get(row["iri"], []),
        }
        for row in rows
    ]


class _Gathered:
    """All that the records of some commitments need, fetched once and looked up by address."""

    def __init__(self, store: Store, commitments: Sequence[str] | None) -> None:
        self.links = _grouped(_rows(store, _LINKS, commitments))
        self.assessments = _grouped(_rows(store, _ASSESSMENTS, commitments))
        said = None if commitments is None else sorted(self._statements_linked())
        self.statements = {row["iri"]: row for row in _rows(store, _STATEMENTS, said)}
        self.outcomes = _outcomes(store, said)
        self.names = _Tree(_rows(store, _NAMES, None), "parent")
        self.themes = _Tree(_rows(store, _THEMES, None), "broader")

    def _statements_linked(self) -> set[str]:
        links = [link for group in self.links.values() for link in group]
        return {link[end] for link in links for end in ("object", "statement") if end in link}

    def record(self, row: Mapping[str, str]) -> Record:
        links = sorted(
            self.links.get(row["iri"], ()),
            key=lambda link: (-float(link["confidence"]), self.names.label(link["object"]), link["object"]),
        )
        of = {relation: [one for one in links if v.local_name(one["relation"]) == relation] for relation in _RELATIONS}
        return {
            "iri": row["iri"],
            "text": row["text"],
            "strategy": {
                "iri": row["strategy"],
                "title": row["title"],
                "start": row.get("from"),
                "end": row.get("to"),
            },
            "theme": [*reversed(self.themes.above(row["theme"])), self.themes.label(row["theme"])],
            "status": self.status(row),
            "owners": [self.owner(link) for link in of["ownedBy"]],
            "evidence": [self.evidence(link) for link in self.in_reading_order(of["evidencedBy"])],
            "partners": [{"iri": link["object"], "name": self.names.label(link["object"])} for link in of["involves"]],
            "outcomes": self.outcomes_of(of["evidencedBy"]),
            "lineage": [],
            "source": _quote(row),
        }

    def status(self, row: Mapping[str, str]) -> Record:
        assessed = [one for one in self.assessments.get(row["iri"], ()) if one["status"] == row["status"]]
        latest = max(assessed, key=lambda one: (one.get("asOf", ""), one["assessment"]), default={})
        return {
            "value": v.local_name(row["status"]),
            "as_of": latest.get("asOf"),
            "stated": latest.get("stated"),
            "confidence": float(latest.get("confidence", 1)),
        }

    def owner(self, link: Mapping[str, str]) -> Record:
        said = self.statements.get(link.get("statement", ""))
        return {
            "iri": link["object"],
            "name": self.names.label(link["object"]),
            "part_of": self.names.above(link["object"]),
            "scope": v.local_name(link["scope"]),
            "confidence": float(link["confidence"]),
            "justification": "semapv:" + v.local_name(link["justification"]),
            "review": v.local_name(link["review"]).lower(),
            "evidence": [_quote(said)] if said else [],
        }

    def evidence(self, link: Mapping[str, str]) -> Record:
        said = self.statements[link["object"]]
        return _quote(said) | {
            "scope": v.local_name(link["scope"]),
            "confidence": float(link["confidence"]),
            "review": v.local_name(link["review"]).lower(),
            "attestation": v.local_name(said["attestation"]),
        }

    def in_reading_order(self, links: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
        said = self.statements
        return sorted(links, key=lambda one: (said[one["object"]]["document"], int(said[one["object"]]["start"])))

    def outcomes_of(self, evidence: Iterable[Mapping[str, str]]) -> list[Record]:
        """The outcomes of the statements that are about this pledge alone; a blanket's belong to no one pledge."""
        own = [link for link in evidence if v.local_name(link["scope"]) in ("direct", "exception")]
        return [outcome for link in self.in_reading_order(own) for outcome in self.outcomes.get(link["object"], ())]


_RELATIONS = ("ownedBy", "evidencedBy", "involves")


class _Tree:
    """Labelled things and what they are below."""

    def __init__(self, rows: Iterable[Mapping[str, str]], upwards: str) -> None:
        self._labels: dict[str, str] = {}
        self._parents: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._labels[row["iri"]] = row["label"]
            if upwards in row:
                self._parents[row["iri"]].add(row[upwards])

    def label(self, iri: str) -> str:
        return self._labels.get(iri, v.local_name(iri))

    def above(self, iri: str) -> list[str]:
        """The labels of all that it is below, the nearest first."""
        found: list[str] = []
        waiting = sorted(self._parents.get(iri, ()))
        while waiting:
            parent = waiting.pop(0)
            if parent not in found:
                found.append(parent)
                waiting.extend(sorted(self._parents.get(parent, ())))
        return [self.label(parent) for parent in found]


def _outcomes(store: Store, statements: Sequence[str] | None) -> dict[str, list[Record]]:
    rows = sorted(_rows(store, _OUTCOMES, statements), key=lambda row: row["outcome"])
    found: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        found[row["iri"]].append({"iri": row["outcome"], "text": row["text"], "attested_by": row.get("by")})
    return found


def _rows(store: Store, query: str, iris: Sequence[str] | None) -> Iterable[Mapping[str, str]]:
    """The rows of a query over the things named, or over all, with every term as its text."""
    values = "" if iris is None else "VALUES ?iri { " + " ".join(f"<{iri}>" for iri in iris) + " }"
    query = query.replace("%s", values) if "%s" in query else query
    return ({name: str(term.value) for name, term in row.items()} for row in store.select(query))


def _grouped(rows: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    found: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["iri"]].append(row)
    return found


def _quote(row: Mapping[str, str]) -> Record:
    return {
        "text": row["text"],
        "document": row["document"],
        "start": int(row["start"]),
        "end": int(row["end"]),
        "line": int(row["line"]),
        "page": int(row["page"]) if "page" in row else None,
    }
