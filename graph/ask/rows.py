"""The queries that records are gathered with, and their rows as plain text by the name of each variable."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Queryable

_R = TypeVar("_R", bound="Mapping[str, str]")
_S = TypeVar("_S", bound="Mapping[str, Any]")


def _quote_of(subject: str) -> str:
    """What a quote has. An engine joins what stands before the first OPTIONAL as one, by what it knows already; what
    stands behind it, it looks for everywhere. So the parts that may be missing come last.
    """
    return f"""
  {subject} sl:text ?text ; sl:line ?line ; oa:hasSource ?source ; oa:hasSelector ?selector .
  ?source sl:fileName ?document . ?selector oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?source dcterms:issued ?issued }} OPTIONAL {{ {subject} sl:page ?page }}
"""


# What is told of either end of a lineage stands within each branch of the union: what stands behind a union, an engine
# may look up in all of the store again for each row (with 100 pledges named, at two million triples: 65 s for 0.01 s).
_CONTINUES = """sl:confidence ?confidence ; sl:reviewState ?review .
    ?other sl:text ?text ; sl:statedIn/dcterms:title ?title . FILTER (?review != sl:Rejected)"""

# In each query %s stands for the things asked about, and for nothing where all are.
COMMITMENTS = f"""SELECT * WHERE {{ %s
  ?iri a sl:Commitment ; sl:statedIn ?strategy ; sl:theme ?theme ; sl:position ?position ; sl:status ?status .
  ?strategy dcterms:title ?title . {_quote_of("?iri")}
  OPTIONAL {{ ?strategy schema:startDate ?from }} OPTIONAL {{ ?strategy schema:endDate ?to }}
  OPTIONAL {{ ?iri sl:reference ?reference }} OPTIONAL {{ ?iri sl:strength ?strength }} }}"""
PARTICULARS = f"SELECT * WHERE {{ %s ?iri sl:particular ?said . ?said sl:role ?role . {_quote_of('?said')} }}"
ASSESSMENTS = """SELECT * WHERE { %s
  GRAPH ?graph {
    ?assessment sl:assesses ?iri ; sl:status ?status ; sl:confidence ?confidence ; sl:reviewState ?review .
    OPTIONAL { ?assessment sl:asOf ?asOf } OPTIONAL { ?assessment sl:statedStatus ?stated }
    OPTIONAL { ?assessment dcterms:creator ?by }
    FILTER (?review != sl:Rejected) }
  OPTIONAL { GRAPH ?graph { ?assessment prov:wasDerivedFrom ?report } ?report sl:fileName ?document } }"""
LINKS = """SELECT * WHERE { %s
  ?link sl:subject ?iri ; sl:relation ?relation ; sl:object ?object ; sl:scope ?scope ; sl:confidence ?confidence ;
    sl:justification ?justification ; sl:reviewState ?review .
  FILTER (?review != sl:Rejected && ?relation IN (sl:evidencedBy, sl:ownedBy, sl:involves))
  OPTIONAL { ?link prov:wasDerivedFrom ?statement } OPTIONAL { ?link dcterms:creator ?by } }"""
LINEAGE = f"""SELECT * WHERE {{
  {{ %s ?link sl:relation sl:continues ; sl:subject ?iri ; sl:object ?other ; {_CONTINUES}
    BIND ("continues" AS ?relation) }}
  UNION
  {{ %s ?link sl:relation sl:continues ; sl:object ?iri ; sl:subject ?other ; {_CONTINUES}
    BIND ("continuedBy" AS ?relation) }} }}"""
STATEMENTS = f"SELECT * WHERE {{ %s ?iri a sl:ProgressStatement ; sl:attestation ?attestation . {_quote_of('?iri')} }}"
ANSWERS = "SELECT DISTINCT ?said WHERE { ?iri a sl:Commitment ; sl:evidencedBy ?said }"
OUTCOMES = """SELECT * WHERE { %s ?iri sl:reports ?outcome . ?outcome sl:text ?text .
  OPTIONAL { ?outcome sl:attestedBy/skos:prefLabel ?by } }"""
NAMES = """SELECT ?iri ?class ?label ?parent WHERE { %s VALUES ?class { sl:Programme org:Organization }
  ?iri a ?class ; skos:prefLabel ?label . OPTIONAL { ?iri dcterms:isPartOf ?parent } }"""
ALIASES = "SELECT ?label ?alias WHERE { ?iri skos:prefLabel ?label ; skos:altLabel ?alias }"
THEMES = """SELECT ?iri ?label ?parent WHERE { %s
  ?iri a sl:Theme ; skos:prefLabel ?label . OPTIONAL { ?iri skos:broader ?parent } }"""


def rows(store: Queryable, query: str, iris: Sequence[str] | None = None) -> Iterable[Mapping[str, str]]:
    """The rows of a query over the things named, or over all, with every term as its text."""
    found = chain.from_iterable(store.select(query.replace("%s", values)) for values in _values(store, iris))
    return ({name: str(term.value) for name, term in row.items()} for row in found)


def _values(store: Queryable, iris: Sequence[str] | None) -> Iterable[str]:
    """The block that names the things asked about, or several, where the store takes only so many at once."""
    if iris is None:
        return [""]
    some = store.at_once or max(len(iris), 1)
    parts = [iris[start : start + some] for start in range(0, max(len(iris), 1), some)]
    return ["VALUES ?iri { " + " ".join(f"<{iri}>" for iri in part) + " }" for part in parts]


def upwards(store: Queryable, query: str, iris: Iterable[str] | None) -> Iterable[Mapping[str, str]]:
    """The rows of the things named and of all that they are below, step by step; of all things where None is given."""
    if iris is None:
        yield from rows(store, query)
        return
    seen: set[str] = set()
    waiting = set(iris)
    while waiting:
        found = list(rows(store, query, sorted(waiting)))
        yield from found
        seen |= waiting
        waiting = {row["parent"] for row in found if "parent" in row} - seen


def grouped(found: Iterable[Mapping[str, str]]) -> Mapping[str, list[Mapping[str, str]]]:
    """Rows by what they are about."""
    groups: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in found:
        groups[row["iri"]].append(row)
    return groups


def quote(row: Mapping[str, str]) -> dict[str, Any]:
    """The QUOTE (docs/records.md) of a row."""
    return {
        "text": row["text"],
        "document": row["document"],
        "start": int(row["start"]),
        "end": int(row["end"]),
        "line": int(row["line"]),
        "page": int(row["page"]) if "page" in row else None,
    }


def located(row: Mapping[str, str]) -> dict[str, Any]:
    """The QUOTE of a row with its own IRI and, as `source`, that of its document: two bodies may name files alike."""
    return quote(row) | {"iri": row.get("said") or row["iri"], "source": row["source"]}


def in_place(row: Mapping[str, str]) -> tuple[str, str, int]:
    """Where a quoted row stands: the document, the older one first, then the offset."""
    return row.get("issued", ""), row["document"], int(row["start"])


def newest_first(pledges: Iterable[_R]) -> list[_R]:
    """Rows of pledges by strategy, as `latest_first` orders these, and as the document has them.

    A row has `title`, `strategy`, `document`, `position` and `iri`, and `from` and `to` where its strategy says when it
    starts and ends.
    """
    in_reading_order = sorted(
        pledges,
        key=lambda row: (row["title"], row["strategy"], row["document"], int(row["position"]), row["iri"]),
    )
    return sorted(in_reading_order, key=lambda row: _years(row.get("from"), row.get("to")), reverse=True)


def latest_first(strategies: Iterable[_S]) -> list[_S]:
    """Strategies (`{"iri", "title", "start", "end"}`) in the order of all answers: those that end last come first.

    Of those that end together, the one that started last comes first; what has no end counts by its start, and what
    has no year comes last. Titles, then addresses decide the rest.
    """
    by_title = sorted(strategies, key=lambda one: (one["title"], one["iri"]))
    return sorted(by_title, key=lambda one: _years(one["start"], one["end"]), reverse=True)


def _years(start: str | None, end: str | None) -> tuple[str, str]:
    return end or start or "", start or ""
