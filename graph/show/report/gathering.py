"""What a report is made of: the strategies it is about, their pledges, their documents, and which findings hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.ask.holdings import documents, strategies
from graph.ask.ledger import OF_STATEMENTS
from graph.ask.queries import named_query
from graph.ask.records import commitment_records
from graph.ask.run import answer_named
from graph.errors import QueryError, UnknownError
from graph.show.readable import readable
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Store

Record = dict[str, Any]

MOST = 3000  # pledges in one report: more than any one body has made, and some 500 pages

#: The findings that a named query of this name defines, in the order of the report.
FINDINGS = ("outstanding", "not-reported", "blanket-only", "no-owner", "remade-and-not-achieved", "low-confidence")

_COUNTS = """SELECT ?strategy (COUNT(?iri) AS ?count) WHERE { ?iri a sl:Commitment ; sl:statedIn ?strategy }
  GROUP BY ?strategy"""
_PLEDGES = "SELECT ?iri WHERE { ?iri sl:statedIn <%s> ; a sl:Commitment }"
_FILES = """SELECT ?iri ?file ?states ?reports WHERE { ?iri a sl:Document ; sl:fileName ?file .
  OPTIONAL { ?iri sl:states ?states } OPTIONAL { ?iri sl:reportsOn ?reports } } ORDER BY ?iri ?states ?reports"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """`documents` have, beside what `graph.ask.holdings` tells, `file` and the strategies in `states` and `reports`.

    `found` has the addresses of the pledges of each finding; `unanswered` the statements that answer no pledge, as
    `{"text", "document", "line"}` with the address of the document.
    """

    strategies: tuple[Record, ...]
    records: tuple[Record, ...]
    documents: tuple[Record, ...]
    found: Mapping[str, frozenset[str]]
    unanswered: tuple[Record, ...]
    is_whole: bool  # whether these are all the strategies of the store


def gather(store: Store, strategy: str | None = None) -> Gathered:
    """What is reported of all strategies, or of those whose title, body or address holds `strategy`.

    Raises UnknownError where nothing fits, and QueryError where it would be more than one document can hold.
    """
    counts = {row["strategy"].value: int(row["count"].value) for row in store.select(_COUNTS)}
    known = [one for one in _newest_first(strategies(store)) if one["iri"] in counts]
    chosen = [one for one in known if strategy is None or _fits(strategy, one)]
    _check(strategy, chosen, sum(counts[one["iri"]] for one in chosen))
    pledges = [row["iri"].value for one in chosen for row in store.select(_PLEDGES % one["iri"])]
    is_whole = len(chosen) == len(known)
    records = commitment_records(store, None if is_whole else pledges)
    held = _documents(store, {one["iri"] for one in chosen})
    return Gathered(
        strategies=tuple(chosen),
        records=tuple(sorted(map(readable, records), key=_in_place)),
        documents=tuple(held),
        found={name: _found(store, name, pledges) for name in FINDINGS},
        unanswered=tuple(_unanswered(store, held)),
        is_whole=is_whole,
    )


def _newest_first(found: Iterable[Record]) -> list[Record]:
    """Strategies by the names of their bodies; of one body, the newest comes first: it is what has been reported on."""
    newest = sorted(found, key=lambda one: one["start"] or "", reverse=True)
    return sorted(newest, key=lambda one: one["name"] or "")


def _fits(wanted: str, strategy: Record) -> bool:
    texts = (strategy["title"], strategy["name"] or "", strategy["iri"])
    return any(_plain(wanted) in _plain(text) for text in texts)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("–", "-").split())


def _check(wanted: str | None, chosen: Sequence[Record], count: int) -> None:
    if not chosen:
        what = f"There is no strategy {wanted!r} with a pledge" if wanted else "The store holds no pledges"
        raise UnknownError(f"{what}; strategy-links commitments lists them.")
    if count > MOST:
        raise QueryError(
            f"{count:,} pledges of {len(chosen):,} strategies are too many for one document, which takes {MOST:,};"
            f" choose with --strategy and a part of a title, such as “{printable(chosen[0]['title'])}”,"
            " or the name of a body."
        )


def _in_place(record: Record) -> tuple[str, int, str]:
    return record["source"]["document"], record["source"]["start"], record["iri"]


def _documents(store: Store, chosen: set[str]) -> list[Record]:
    """The documents that state the chosen strategies or report on them; what is published first comes first."""
    files: dict[str, Record] = {}
    for row in store.select(_FILES):
        one = files.setdefault(row["iri"].value, {"file": row["file"].value, "states": set(), "reports": set()})
        for key in ("states", "reports"):
            one[key] |= {row[key].value} if key in row else set()
    told = [one | files[one["iri"]] for one in documents(store) if one["iri"] in files]
    ours = [one for one in told if (one["states"] | one["reports"]) & chosen]
    return sorted(ours, key=lambda one: (one["publisher"] or "", one["issued"] or "", one["title"], one["iri"]))


def _found(store: Store, name: str, pledges: Iterable[str]) -> frozenset[str]:
    columns, rows = answer_named(store, named_query(name), {})
    at = columns.index("commitment")
    return frozenset(str(row[at]) for row in rows) & frozenset(pledges)


def _unanswered(store: Store, held: Iterable[Record]) -> Iterable[Record]:
    """The statements of some documents that answer no pledge, each once: an address starts with its document's."""
    homes = {one["iri"] for one in held}
    columns, rows = answer_named(store, named_query(OF_STATEMENTS), {})
    told = (dict(zip(columns, row, strict=True)) for row in rows)
    once = {one["iri"]: one for one in told}
    for iri, one in once.items():
        home = str(iri).rsplit("/statement/", 1)[0]
        if home in homes:
            yield readable({"text": one["statement"], "document": home, "line": one["line"], "page": None})
