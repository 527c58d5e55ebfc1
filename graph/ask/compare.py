"""Two strategies side by side: what the newer one continues, in the same words or in others, drops and adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.errors import QueryError, UnknownError
from graph.extract.figures import without_figures
from graph.link.changes import changes
from graph.link.words import stems
from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Queryable

Record = dict[str, Any]

_SAME_WORDS = (
    0.8  # of the words of two pledges without their figures, for them to be the same words but for small changes
)

_STRATEGIES = """SELECT ?iri ?title ?start ?end WHERE { ?iri a sl:Strategy ; dcterms:title ?title .
  OPTIONAL { ?iri schema:startDate ?start } OPTIONAL { ?iri schema:endDate ?end } } ORDER BY ?start ?title ?iri"""
_REPLACES = "SELECT ?newer ?older WHERE { ?newer a sl:Strategy ; dcterms:replaces+ ?older }"
_PLEDGES = """SELECT ?iri ?text ?theme ?status ?position ?document ?date ?line WHERE { VALUES ?strategy { %s }
  ?iri a sl:Commitment ; sl:statedIn ?strategy ; sl:text ?text ; sl:position ?position ; sl:line ?line ;
    sl:status ?status ; sl:theme/skos:prefLabel ?theme ; oa:hasSource ?source .
  ?source sl:fileName ?document . OPTIONAL { ?source dcterms:issued ?date } }"""
_LINKS = """SELECT ?newer ?older ?confidence ?review ?explanation WHERE {
  ?link sl:relation sl:continues ; sl:subject ?newer ; sl:object ?older ; sl:confidence ?confidence ;
    sl:reviewState ?review . OPTIONAL { ?link sl:explanation ?explanation }
  FILTER (?review != sl:Rejected)
  VALUES (?first ?second) { %s }
  ?newer sl:statedIn ?first . ?older sl:statedIn ?second }"""


def compare(store: Queryable, first: str, second: str) -> Record:
    """What became of the pledges of the older of two strategies in the newer, as
    `{"older", "newer", "continued": [PAIR], "reworded": [PAIR], "dropped": [PLEDGE], "new": [PLEDGE]}`.

    A strategy is `{"iri", "title", "start", "end"}`, PAIR `{"older": PLEDGE, "newer": PLEDGE, "confidence", "review",
    "explanation", "changes"}`, PLEDGE `{"iri", "text", "theme", "status", "document", "line"}`, and a change
    `{"kind", "from", "to"}`. A strategy is named by its title, its id, or a part of either.
    Raises UnknownError where none or several fit, QueryError where both are one.
    """
    known = _rows(store, _STRATEGIES)
    chosen = [_resolved(known, name) for name in (first, second)]
    if chosen[0] == chosen[1]:
        raise QueryError(f"{first!r} and {second!r} are the same strategy, {chosen[0]['title']}; name two.")
    if len({_body(one["iri"]) for one in chosen}) > 1:
        raise QueryError(
            f"{chosen[0]['title']!r} and {chosen[1]['title']!r} are of different bodies;"
            " to compare them, build them from one folder with a strategies.toml."
        )
    older, newer = _by_age(store, *chosen)
    before, after = (_pledges(store, one["iri"]) for one in (older, newer))
    pairs = _pairs(store, before, after, older["iri"], newer["iri"])
    linked = {pair[side]["iri"] for pair in pairs for side in ("older", "newer")}
    return {
        "older": older,
        "newer": newer,
        "continued": [pair for pair in pairs if _same_words(pair["older"]["text"], pair["newer"]["text"])],
        "reworded": [pair for pair in pairs if not _same_words(pair["older"]["text"], pair["newer"]["text"])],
        "dropped": [one for one in before.values() if one["iri"] not in linked],
        "new": [one for one in after.values() if one["iri"] not in linked],
    }


def _resolved(known: Sequence[Mapping[str, str]], name: str) -> Record:
    """The strategy that a name names: whole titles and ids count first, then the year it starts in, then parts."""
    wanted = _plain(name)
    for fits in (_is_called, _starts, _holds):
        found = [one for one in known if wanted and fits(one, wanted)]
        if len(found) == 1:
            return {key: found[0].get(key) for key in ("iri", "title", "start", "end")}
        if found:
            raise UnknownError(f"{name!r} fits {len(found)} strategies; name one of {_listed(found)}.")
    if not known:
        raise UnknownError(
            f"There is no strategy {name!r}: the store holds none; build it from documents that have pledges."
        )
    raise UnknownError(f"There is no strategy {name!r}; name one of {_listed(known)}.")


def _body(strategy: str) -> str:
    """The address of the body that a strategy is of."""
    return strategy.rpartition("/")[0]


def _is_called(strategy: Mapping[str, str], wanted: str) -> bool:
    iri = strategy["iri"]
    return wanted in (_plain(strategy["title"]), _plain(iri), _plain(iri.rsplit("/", 1)[-1]))


def _starts(strategy: Mapping[str, str], wanted: str) -> bool:
    return wanted == strategy.get("start", "")[:4]


def _holds(strategy: Mapping[str, str], wanted: str) -> bool:
    return wanted in _plain(strategy["title"]) or wanted in _plain(strategy["iri"])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[-–—_]", " ", text.lower().replace("’", "'")).split())


def _listed(strategies: Iterable[Mapping[str, str]]) -> str:
    return ", ".join(f"“{one['title']}” ({'/'.join(one['iri'].rsplit('/', 2)[-2:])})" for one in strategies)


def _by_age(store: Queryable, first: Record, second: Record) -> tuple[Record, Record]:
    """The older and the newer: by what replaces what, then by when they start, then by which continues which."""
    replaces = {(row["newer"], row["older"]) for row in _rows(store, _REPLACES)}
    if (first["iri"], second["iri"]) in replaces:
        return second, first
    if (second["iri"], first["iri"]) in replaces:
        return first, second
    if first["start"] and second["start"] and first["start"] != second["start"]:
        return (first, second) if first["start"] < second["start"] else (second, first)
    backwards = len(_rows(store, _LINKS % f"(<{first['iri']}> <{second['iri']}>)"))
    forwards = len(_rows(store, _LINKS % f"(<{second['iri']}> <{first['iri']}>)"))
    return (second, first) if backwards > forwards else (first, second)


def _pledges(store: Queryable, strategy: str) -> dict[str, Record]:
    """The pledges of a strategy by address, in the order of its documents."""
    rows = _rows(store, _PLEDGES % f"<{strategy}>")
    rows.sort(key=lambda row: (row.get("date", ""), row["document"], int(row["position"]), row["iri"]))
    return {
        row["iri"]: {
            "iri": row["iri"],
            "text": row["text"],
            "theme": row["theme"],
            "status": v.local_name(row["status"]),
            "document": row["document"],
            "line": int(row["line"]),
        }
        for row in rows
    }


def _pairs(
    store: Queryable, before: Mapping[str, Record], after: Mapping[str, Record], older: str, newer: str
) -> list[Record]:
    """The pledges of the newer strategy with those that they continue: the surest link where there are several."""
    rows = _rows(store, _LINKS % f"(<{newer}> <{older}>)")
    rows.sort(key=lambda row: (float(row["confidence"]), row["review"], row.get("explanation", "")))
    surest = {(row["newer"], row["older"]): row for row in rows}
    order = {iri: place for place, iri in enumerate((*after, *before))}
    return [
        {
            "older": before[first],
            "newer": after[second],
            "confidence": float(row["confidence"]),
            "review": v.local_name(row["review"]).lower(),
            "explanation": row.get("explanation"),
            "changes": [
                {"kind": one.kind.value, "from": one.before, "to": one.after}
                for one in changes(plain(before[first]["text"]), plain(after[second]["text"]))
            ],
        }
        for (second, first), row in sorted(surest.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    ]


def _same_words(first: str, second: str) -> bool:
    """Whether two pledges have the same words but for small changes; their figures do not count."""
    words = [set(stems(without_figures(plain(text)))) for text in (first, second)]
    total = len(words[0]) + len(words[1])
    return not total or 2 * len(words[0] & words[1]) >= _SAME_WORDS * total


def _rows(store: Queryable, query: str) -> list[dict[str, str]]:
    """The rows of a query, with every term as its text."""
    return [{name: str(term.value) for name, term in row.items()} for row in store.select(query)]
