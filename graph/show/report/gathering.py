"""What a report is made of: the strategies it is about, their pledges, their documents, and which findings hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.ask.holdings import documents, strategies
from graph.ask.ledger import OF_PLEDGES, ledger
from graph.ask.listing import unanswering
from graph.ask.records import commitment_records
from graph.ask.reviewing import decision_sets
from graph.ask.rows import located
from graph.ask.where import holds
from graph.errors import QueryError, UnknownError
from graph.show.readable import readable
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.store import Store

Record = dict[str, Any]

MOST = 3000  # pledges in one report: more than any one body has made, and some 500 pages
_DEARER = 20  # how many times longer a record takes that is asked for by itself

_PLEDGES = "SELECT iri, strategy FROM pledges ORDER BY number"
_FOUND = "SELECT finding, iri FROM found JOIN pledges ON number = pledge"
_FILES = """SELECT ?iri ?file ?states ?reports WHERE { ?iri a sl:Document ; sl:fileName ?file .
  OPTIONAL { ?iri sl:states ?states } OPTIONAL { ?iri sl:reportsOn ?reports } } ORDER BY ?iri ?states ?reports"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """`documents` have, beside what `graph.ask.holdings` tells, `file` and the strategies in `states` and `reports`.

    `records` stand in the order of the strategies and of their documents; each QUOTE in them has the address of its
    document in `source`. `found` has the addresses of the pledges of each finding, `unanswered` the statements that
    answer no pledge, as such QUOTEs.
    """

    strategies: tuple[Record, ...]
    records: tuple[Record, ...]
    documents: tuple[Record, ...]
    found: Mapping[str, frozenset[str]]
    unanswered: tuple[Record, ...]
    is_whole: bool  # whether these are all the strategies of the store
    sets: tuple[Record, ...] = ()  # the files of decisions (`graph.ask.reviewing`)


def gather(store: Store, strategy: str | None = None) -> Gathered:
    """What is reported of all strategies, or of those whose title, body or address holds `strategy`.

    Raises UnknownError where nothing fits, and QueryError where it would be more than one document can hold.
    """
    pledged = _pledged(store)
    # Bodies may share a name: the strategies of each stand together, in the order that `strategies` gives them.
    known = sorted(strategies(store), key=lambda one: (one["name"] or "", one["body"] or ""))
    known = [one for one in known if one["iri"] in pledged]
    chosen = [one for one in known if strategy is None or holds(strategy, one["title"], one["name"] or "", one["iri"])]
    iris = [iri for one in chosen for iri in pledged[one["iri"]]]
    _check(strategy, chosen, len(iris))
    is_whole = len(chosen) == len(known)
    held = _documents(store, {one["iri"] for one in chosen})
    return Gathered(
        strategies=tuple(chosen),
        records=tuple(map(readable, _records(store, iris, sum(map(len, pledged.values()))))),
        documents=tuple(held),
        found=_found(store, frozenset(iris)),
        unanswered=tuple(_unanswered(store, chosen, held)),
        is_whole=is_whole,
        sets=tuple(decision_sets(store)),
    )


def _pledged(store: Store) -> dict[str, list[str]]:
    """The addresses of the pledges of each strategy, in reading order."""
    found: dict[str, list[str]] = {}
    with ledger(store) as rows:
        for iri, strategy in rows.execute(_PLEDGES):
            found.setdefault(strategy, []).append(iri)
    return found


def _records(store: Store, iris: Sequence[str], total: int) -> list[Record]:
    """The records of some pledges of `total`: one by one where they are few, since the engine is slow with lists."""
    if len(iris) * _DEARER < total:
        return [record for iri in iris for record in commitment_records(store, [iri], located)]
    records = {record["iri"]: record for record in commitment_records(store, quoted=located)}
    return [records[iri] for iri in iris]


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


def _found(store: Store, pledges: frozenset[str]) -> dict[str, frozenset[str]]:
    """The pledges of each finding, of those that the report is about."""
    with ledger(store) as rows:
        pairs = rows.execute(_FOUND).fetchall()
    return {name: pledges & {iri for finding, iri in pairs if finding == name} for name in OF_PLEDGES}


def _unanswered(store: Store, chosen: Iterable[Record], held: Iterable[Record]) -> Iterator[Record]:
    """The statements on some strategies that answer no pledge; one of no strategy counts for those of its document."""
    ours, homes = {one["iri"] for one in chosen}, {one["iri"] for one in held}
    _, told = unanswering(store, 0, -1)
    for one in told:
        home = one["iri"].rsplit("/statement/", 1)[0]  # an address starts with its document's
        if one["strategy"] in ours or (not one["strategy"] and home in homes):
            yield readable({"text": one["text"], "source": home, "line": one["line"], "page": None})
