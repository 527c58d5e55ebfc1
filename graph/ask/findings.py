"""What became of the pledges, counted: by status, by strategy, theme, body and owner; and the findings that matter.

All of it is read from the ledger (`graph.ask.ledger`), whose findings are those of the named queries. Each function
takes a store and, where it can be asked of one strategy alone, its IRI.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph.ask.holdings import strategies
from graph.ask.ledger import OF_PLEDGES, OF_STATEMENTS, ledger
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.store import Store

Record = dict[str, Any]
Counts = dict[str, int]  # pledges by status, in the order of the scale; a status that none has is left out

# In each, %s stands for the condition that leaves one strategy or all.
_OF_STRATEGY = "(:strategy IS NULL OR pledges.strategy = :strategy)"
_STATUSES = "SELECT status, COUNT(*) FROM pledges WHERE %s GROUP BY status"
_STRATEGIES = "SELECT strategy, status, COUNT(*) FROM pledges GROUP BY strategy, status"
_THEMES = """SELECT theme, path, pledges.strategy, status, COUNT(*), MIN(number) AS first FROM pledges
  JOIN themes ON themes.iri = theme WHERE %s GROUP BY theme, pledges.strategy, status ORDER BY first"""
_OWNERS = """SELECT names.iri, label, kind, wholes, SUM(own) FROM holders JOIN pledges ON number = pledge
  JOIN names ON names.iri = holder WHERE %s GROUP BY holder ORDER BY COUNT(*) DESC, label, holder LIMIT :most"""
_HELD = """SELECT holder, status, COUNT(*) FROM holders JOIN pledges ON number = pledge
  WHERE %s AND holder IN (SELECT value FROM json_each(:some)) GROUP BY holder, status"""
_FOUND = "SELECT finding, COUNT(*) FROM found JOIN pledges ON number = pledge WHERE %s GROUP BY finding"
_UNANSWERED = "SELECT COUNT(*) FROM unanswered AS pledges WHERE %s"
_LINKS = "SELECT relation, scope, justification, rule, review, confidence, count FROM links"


def by_status(store: Store, strategy: str | None = None) -> Counts:
    """How many pledges have each status."""
    return _in_order(dict(_rows(store, _STATUSES, strategy)))


def by_strategy(store: Store) -> list[Record]:
    """`{"iri", "title", "start", "end", "body", "name", "pledges", "statuses"}` of each, by the body's name."""
    counts: dict[str, Counts] = defaultdict(dict)
    for iri, status, count in _rows(store, _STRATEGIES, None):
        counts[iri][status] = count
    return [one | _figures(counts[one["iri"]]) for one in strategies(store)]


def by_body(strategies_counted: Iterable[Record]) -> list[Record]:
    """`{"iri", "name", "strategies", "pledges", "statuses"}` of each body, of what `by_strategy` gives."""
    found: dict[str | None, Record] = {}
    for one in strategies_counted:
        body = found.setdefault(
            one["body"], {"iri": one["body"], "name": one["name"], "strategies": 0, "statuses": defaultdict(int)}
        )
        body["strategies"] += 1
        for status, count in one["statuses"].items():
            body["statuses"][status] += count
    return [one | _figures(one["statuses"]) for one in found.values()]


def by_theme(store: Store, strategy: str | None = None) -> list[Record]:
    """`{"iri", "path", "strategy", "pledges", "statuses"}` of each theme that pledges stand under, in reading order.

    `path` holds the headings, the widest first. A pledge counts for the theme that it stands under itself.
    """
    themes: dict[tuple[str, str], Record] = {}
    for iri, path, of, status, count, _ in _rows(store, _THEMES, strategy):
        theme = themes.setdefault(
            (iri, of), {"iri": iri, "path": json.loads(path), "strategy": of, "statuses": defaultdict(int)}
        )
        theme["statuses"][status] += count
    return [one | _figures(one["statuses"]) for one in themes.values()]


def by_owner(store: Store, strategy: str | None = None, most: int | None = None) -> list[Record]:
    """`{"iri", "name", "kind", "wholes", "owns", "pledges", "statuses"}` of who holds pledges, those with most first.

    `pledges` and `statuses` count what an owner holds with all that is part of it, each pledge once; `owns` counts
    what it holds itself. `wholes` are the IRIs of what it is part of. `most` is how many owners are wanted.
    """
    found = _rows(store, _OWNERS, strategy, most=-1 if most is None else most)
    counted = _rows(store, _HELD, strategy, some=json.dumps([row[0] for row in found]))
    counts: dict[str, Counts] = defaultdict(dict)
    for iri, status, count in counted:
        counts[iri][status] = count
    return [
        {"iri": iri, "name": name, "kind": kind, "wholes": json.loads(wholes), "owns": own} | _figures(counts[iri])
        for iri, name, kind, wholes, own in found
    ]


def findings(store: Store, strategy: str | None = None) -> list[Record]:
    """`{"name", "count", "of"}` of each: its named query, and of how many `pledges` or `statements` it is true."""
    found = dict(_rows(store, _FOUND, strategy))
    ((unanswered,),) = _rows(store, _UNANSWERED, strategy)
    told = [{"name": name, "count": found.get(name, 0), "of": "pledges"} for name in OF_PLEDGES]
    return [*told, {"name": OF_STATEMENTS, "count": unanswered, "of": "statements"}]


def links_made(store: Store) -> list[Record]:
    """`{"relation", "scope", "justification", "rule", "review", "confidence", "count"}`: links that are alike."""
    names = ("relation", "scope", "justification", "rule", "review", "confidence", "count")
    return [dict(zip(names, one, strict=True)) for one in _rows(store, _LINKS, None)]


def _rows(store: Store, query: str, strategy: str | None, **values: Any) -> list[tuple[Any, ...]]:
    with ledger(store) as rows:
        return rows.execute(query.replace("%s", _OF_STRATEGY), {"strategy": strategy, **values}).fetchall()


def _figures(statuses: Mapping[str, int]) -> Record:
    return {"pledges": sum(statuses.values()), "statuses": _in_order(statuses)}


def _in_order(counts: Mapping[str, int]) -> Counts:
    scale: Iterable[str] = map(str, Status)
    return {status: counts[status] for status in scale if counts.get(status)}
